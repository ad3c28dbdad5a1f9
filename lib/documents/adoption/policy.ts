import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, ownUnits } from '@/lib/platform/auth/policy'

type Who = Pick<Actor, 'isOffice' | 'headOf' | 'staffOf' | 'leaderOf'>

/**
 * Old figures are taken over by the central office, for a cluster by who heads it now, and for the history of a unit by
 * the unit's own people.
 */
export function mayAdopt(
  actor: Who,
  place: { unitId: string | null; clusterYears: readonly string[] },
): boolean {
  if (actor.isOffice) return true
  if (place.unitId !== null) return belongsTo(actor, place.unitId)
  return place.clusterYears.some((id) => actor.headOf.includes(id))
}

/** Whether there is anything she could take over at all. */
export const mayAdoptAnything = (actor: Who): boolean =>
  actor.isOffice || actor.headOf.length > 0 || ownUnits(actor).length > 0
