import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, worksHere } from '@/lib/platform/auth/policy'

/** Everyone with a place in the Union's work reads terms; a guest does not. */
export const readsTerms = (actor: Actor): boolean => worksHere(actor)

/** A unit's terms are kept by its own people and by the office; the national ones by the office. */
export const mayKeepTerms = (actor: Actor, unitId: string | null): boolean =>
  actor.isOffice || belongsTo(actor, unitId)

/** Freezing a review, or opening it again, is the leader's act; of the nation, and of units that ended, the office's. */
export const mayDecideReviews = (actor: Actor, unitId: string | null): boolean =>
  actor.isOffice || (unitId !== null && actor.leaderOf.includes(unitId))
