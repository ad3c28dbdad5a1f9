import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, worksHere } from '@/lib/platform/auth/policy'

/** Written by the unit's people. */
export const mayWritePractice = (actor: Actor, unitId: string | null): boolean => belongsTo(actor, unitId)

/** What leaves the unit, its leader lets go, and takes back. */
export const mayShare = (actor: Actor, unitId: string | null): boolean =>
  unitId !== null && actor.leaderOf.includes(unitId)

/** Shared: everyone who works in the system. Before: the unit alone. */
export const mayReadPractice = (
  actor: Actor,
  practice: { unitId: string | null; sharedAt: Date | null },
): boolean => (practice.sharedAt !== null && worksHere(actor)) || belongsTo(actor, practice.unitId)
