import type { Actor } from '@/lib/platform/auth/actor'
import { worksHere } from '@/lib/platform/auth/policy'
import { followsClusterYear, readsClusterDrafts, runsClusterYear } from '../policy'
import type { ClusterYearFacts } from '../types'
import type { PledgeState } from './types'

/** Drafted, opened and made final by the head's people, by the office where no unit heads the cluster. */
export const mayDraftPledge = (actor: Actor, facts: Pick<ClusterYearFacts, 'id' | 'hasHead'>): boolean =>
  runsClusterYear(actor, facts)

/** A draft: head, deputy, those who follow from the central union. Open: the cluster. Final: everyone. */
export function mayReadPledge(actor: Actor, clusterYearId: string, state: PledgeState): boolean {
  switch (state) {
    case 'DRAFT':
      return readsClusterDrafts(actor, clusterYearId)
    case 'OPEN':
      return followsClusterYear(actor, clusterYearId)
    case 'FINAL':
      return worksHere(actor)
  }
}

/** The leader of a member unit agrees for it, by her own right or by delegation; nobody agrees for another unit. */
export const mayAgreeFor = (
  actor: Pick<Actor, 'leaderOf'>,
  facts: Pick<ClusterYearFacts, 'memberIds'>,
  unitId: string,
): boolean => actor.leaderOf.includes(unitId) && facts.memberIds.includes(unitId)
