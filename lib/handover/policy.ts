import type { Actor } from '@/lib/platform/auth/actor'

/** The head of the outgoing cluster-year hands over; the office may in her place. */
export function canHandOver(actor: Pick<Actor, 'headOf' | 'isOffice'>, clusterYearId: string): boolean {
  return actor.isOffice || actor.headOf.includes(clusterYearId)
}
