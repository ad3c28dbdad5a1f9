import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import { runsClusterYear } from '../policy'
import type { ClusterYearFacts } from '../types'

/** The head's people (the office, where no unit heads the cluster), and the people of the unit where it is done. */
export const mayManageActivity = (
  actor: Actor,
  facts: Pick<ClusterYearFacts, 'id' | 'hasHead' | 'memberIds'>,
  unitId: string | null,
): boolean =>
  runsClusterYear(actor, facts) ||
  (unitId !== null && facts.memberIds.includes(unitId) && belongsTo(actor, unitId))

/** Withdrawing a consent and erasing a name: also the office, whatever the year. */
export const mayProtectBeneficiaries = (
  actor: Actor,
  facts: Pick<ClusterYearFacts, 'id' | 'hasHead' | 'memberIds'>,
  unitId: string | null,
): boolean => actor.isOffice || mayManageActivity(actor, facts, unitId)
