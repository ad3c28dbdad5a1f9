import type { Completion } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { ProjectionCell } from '@/lib/reports/types'
import type { UnitRef } from '@/lib/units/types'
import type { BoundaryMode, LineageUnit, NotCarried, NotCarriedReason } from '../territory/types'
import type { TableIndicator } from '../types'

/** What stands in the rows. */
export const COMPARED = ['UNITS', 'CLUSTERS'] as const
export type Compared = (typeof COMPARED)[number]

/** What a cluster's figure is divided by, so that large and small clusters can be compared. */
export const BASES = ['TOTAL', 'PER_UNIT', 'PER_MEMBER'] as const
export type Base = (typeof BASES)[number]

/** The questions a comparison can answer, each with the picture that suits it. */
export const COMPARISON_VIEWS = [
  'BARS',
  'TARGETS',
  'LINES',
  'MULTIPLES',
  'HEAT',
  'MAP',
  'REMARKABLE',
] as const
export type ComparisonView = (typeof COMPARISON_VIEWS)[number]

/** What an address asks for; what it does not say is null and filled in from what there is. */
export type ComparisonAsk = {
  code: string | null
  period: PeriodKind | null
  compared: Compared
  boundary: BoundaryMode
  base: Base
  view: ComparisonView
  from: number | null
  to: number | null
  /** Slug of a cluster whose units are compared. */
  cluster: string | null
  /** Slugs of the rows that lines and multiples show. */
  picked: string[]
}

/** An indicator of some years, by the name it bore last. */
export type ComparableIndicator = Omit<TableIndicator, 'id' | 'lastId'> & { years: number[] }

export type ComparisonChoices = {
  indicators: ComparableIndicator[]
  clusters: { id: string; slug: string; name: string; years: number[] }[]
  /** Years with clusters or reports, newest first. */
  years: number[]
  /** Periods of results that exist in each year. */
  periods: { year: number; kind: PeriodKind; readable: boolean }[]
}

/** A unit's cell as read: one year, one indicator. */
export type UnitCell = {
  year: number
  unitId: string
  code: string
  reportId: string
  illustrative: boolean
  confirmed: boolean
  /** Never sent: its own unit's to see, in no total. */
  draft: boolean
  cell: ProjectionCell
  target: ProjectionCell | null
}

/** A unit of the comparison, and in which years it was expected to report. */
export type ComparedUnit = LineageUnit & { memberIn: number[] }

export type ComparedFigure = {
  value: FigureValue | null
  target: FigureValue | null
  completion: Completion
  illustrative: boolean
  /** The figure still awaits confirmation. */
  unconfirmed: boolean
  /** Never sent: it stands in its row and in no total or count. */
  draft: boolean
  /** There is a report that the reader may not open: no figure is missing. */
  closed: boolean
  /** Where the cell leads: the report behind a single unit's own figure. */
  reportId: string | null
  /** Units added up, or units whose figures stand in a cluster's total, in words of the reader. */
  from: string[]
  reason: NotCarriedReason | null
  missing: string[]
  qualified: boolean
  /** A cluster's total speaks of so many of its units. */
  units: { withFigure: number; all: number } | null
  /** The cluster's own figure, no total of units. */
  reported: boolean
}

/** One line of a comparison: a unit or a cluster over the years. */
export type ComparedRow = {
  key: string
  name: string
  /** Where the row leads, by year. */
  href: (year: number) => string
  /** By the order of `years`; null where the row did not exist or had no figure to be expected. */
  figures: (ComparedFigure | null)[]
}

export type Comparison = {
  ask: Resolved
  indicator: ComparableIndicator
  years: number[]
  rows: ComparedRow[]
  /** All rows together, by year; null where the indicator has no total. */
  total: (ComparedFigure | null)[]
  /** Figures of the time that stand in no row, by year. */
  left: (NotCarried & { year: number; unit: UnitRef })[]
  /** Only the last year and the one before were read: too many rows for more. */
  shortened: boolean
  illustrative: boolean
}

/** An ask with every gap filled. */
export type Resolved = Omit<ComparisonAsk, 'code' | 'period' | 'from' | 'to'> & {
  code: string
  period: PeriodKind
  from: number
  to: number
}

export const REMARKS = ['GREATEST_CHANGE', 'BELOW_HALF', 'OUTLIER', 'MISSING'] as const
export type Remark = (typeof REMARKS)[number]

export type SavedComparisonDto = { id: string; name: string; query: string; createdAt: string }
