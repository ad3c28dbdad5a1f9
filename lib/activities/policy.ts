import type { Actor } from '@/lib/platform/auth/actor'
import type { ClusterYearFacts } from './types'

type Who = Pick<
  Actor,
  | 'staffOf'
  | 'leaderOf'
  | 'centralStaffOf'
  | 'reviewerOf'
  | 'headOf'
  | 'deputyOf'
  | 'memberOf'
  | 'isOffice'
  | 'isAdmin'
>

/** Everyone with a place in the Union's work; a guest sees only what the projector shows. */
export const worksHere = (actor: Who): boolean =>
  actor.isOffice ||
  actor.isAdmin ||
  [actor.staffOf, actor.leaderOf, actor.centralStaffOf, actor.reviewerOf].some((list) => list.length > 0)

/** The head's people run the cluster's year; the office does where no unit heads it. */
export const runsClusterYear = (actor: Who, facts: Pick<ClusterYearFacts, 'id' | 'hasHead'>): boolean =>
  actor.headOf.includes(facts.id) || (actor.isOffice && !facts.hasHead)

/** Head, deputy and those of the central union who follow the cluster see what is still a draft. */
export const readsClusterDrafts = (actor: Who, clusterYearId: string): boolean =>
  actor.isOffice ||
  [actor.headOf, actor.deputyOf, actor.centralStaffOf, actor.reviewerOf].some((list) =>
    list.includes(clusterYearId),
  )

/** The cluster's own people, before something is finished. */
export const followsClusterYear = (actor: Who, clusterYearId: string): boolean =>
  readsClusterDrafts(actor, clusterYearId) || actor.memberOf.includes(clusterYearId)

export const belongsTo = (actor: Who, unitId: string | null): boolean =>
  unitId !== null && (actor.staffOf.includes(unitId) || actor.leaderOf.includes(unitId))
