import type { PeriodKind } from '@/lib/periods/types'
import type { UnitRef } from '@/lib/units/types'
import type { IndicatorTotal } from '../totals/types'
import type { TableIndicator } from '../types'

/**
 * How far a cluster is in a period: units that have sent (once sent is sent), of these the ones that were asked for
 * additions and have not sent again; units that sent late or are overdue; units that are confirmed.
 */
export type ClusterProgress = {
  clusterYearId: string
  members: number
  sent: number
  mending: number
  late: number
  confirmed: number
}

export type PeriodProgress = {
  id: string
  kind: PeriodKind
  dueAt: string
  /** Calendar days to the deadline; negative once it is over. */
  daysLeft: number
  clusters: ClusterProgress[]
}

/** A cluster of the year with those who lead it. */
export type LeadingCluster = {
  clusterYearId: string
  clusterId: string
  slug: string
  name: string
  head: UnitRef | null
  headInferred: boolean
  deputy: UnitRef | null
  /** Units ranked first in the published scores; empty before that. */
  first: UnitRef[]
}

/** An indicator over the nation: how the units stand, and the cluster furthest towards its target. */
export type IndicatorStanding = {
  indicator: TableIndicator
  total: IndicatorTotal
  best: { cluster: LeadingCluster; percent: string } | null
}
