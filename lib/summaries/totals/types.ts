import type { IndicatorDto } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { ProjectionCell, ProjectionCells } from '@/lib/reports/types'
import type { ClassCounts } from '../types'

/** What is needed of an indicator to sum up and judge its figures. */
export type SummedIndicator = Pick<
  IndicatorDto,
  'id' | 'code' | 'kind' | 'aggregation' | 'direction' | 'bands'
>

/** A report behind a total, with the targets its unit registered. */
export type SummedReport = {
  unitId: string
  confirmed: boolean
  illustrative: boolean
  cells: ProjectionCells
  targets: ProjectionCells
  /** Whether the targets may be seen with confirmed figures; they may always with sent ones. */
  targetsConfirmed: boolean
  notAssigned: string[]
}

/**
 * An indicator of a cluster-year and period, as stored: `n` units have a figure, `v` is their total (absent where they
 * have none), `t` the total of the targets where all of them registered one, `c` how many stand in each class, worst
 * first (see COMPLETION_CLASSES).
 */
export type ClusterTotal = {
  n: number
  v?: ProjectionCell
  t?: ProjectionCell
  c: [number, number, number, number]
}

/** The same, read back. */
export type IndicatorTotal = {
  units: number
  value: FigureValue | null
  target: FigureValue | null
  counts: ClassCounts
}

/** The totals of a cluster-year and period that a reader may see, by indicator id. */
export type ClusterYearTotals = {
  clusterYearId: string
  clusterId: string
  year: number
  /** Units whose report is in the totals, those of them that are confirmed, and members in all. */
  reports: number
  confirmed: number
  members: number
  illustrative: boolean
  totals: Record<string, ClusterTotal>
}
