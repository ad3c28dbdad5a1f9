import { followedYears, overseenYears, type Standing } from '@/lib/platform/auth/policy'
import type { ClusterYearFacts } from './types'

/** The head's people run the cluster's year; the office does where no unit heads it. */
export const runsClusterYear = (actor: Standing, facts: Pick<ClusterYearFacts, 'id' | 'hasHead'>): boolean =>
  actor.headOf.includes(facts.id) || (actor.isOffice && !facts.hasHead)

/** Head, deputy and those of the central union who follow the cluster see what is still a draft. */
export const readsClusterDrafts = (actor: Standing, clusterYearId: string): boolean =>
  actor.isOffice || overseenYears(actor).includes(clusterYearId)

/** The cluster's own people, before something is finished. */
export const followsClusterYear = (actor: Standing, clusterYearId: string): boolean =>
  actor.isOffice || followedYears(actor).includes(clusterYearId)
