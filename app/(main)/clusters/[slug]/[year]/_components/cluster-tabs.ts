import type { ClusterYearDto } from '@/lib/clusters/types'
import { isCollected } from '@/lib/periods/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { canSeeCompleteness } from '@/lib/reports/policy'
import type { ClusterTab } from './cluster-href'

/** The parts of a cluster-year that have something to show this reader. */
export function clusterTabs(
  actor: Actor,
  clusterYear: Pick<ClusterYearDto, 'id' | 'periods'>,
  facts?: { empty: boolean },
): ClusterTab[] {
  const due = clusterYear.periods.some(isCollected)
  const figures = facts ? !facts.empty : clusterYear.periods.some(({ hasData }) => hasData)
  return [
    '',
    ...(due && canSeeCompleteness(actor, { clusterYearId: clusterYear.id })
      ? (['submissions'] as const)
      : []),
    ...(figures ? (['charts'] as const) : []),
    'pledge',
    'activities',
    ...(due ? (['scores'] as const) : []),
    'meetings',
    'awards',
    'handover',
    'documents',
    'members',
  ]
}
