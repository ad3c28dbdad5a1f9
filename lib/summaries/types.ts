import type { Citation } from '@/lib/clusters/types'
import type { Completion, CompletionClass, IndicatorDto, NoTotalReason } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { BlankReason, ProjectionCells, ReportState } from '@/lib/reports/types'
import type { UnitRef } from '@/lib/units/types'

/** What a table needs to know of an indicator. */
export type TableIndicator = Pick<
  IndicatorDto,
  | 'id'
  | 'code'
  | 'name'
  | 'shortName'
  | 'group'
  | 'kind'
  | 'measureUnit'
  | 'displayUnit'
  | 'decimals'
  | 'direction'
  | 'aggregation'
  | 'nature'
  | 'parts'
  | 'bands'
> & {
  /** The indicator of the same code in the year before, if there was one. */
  lastId: string | null
}

/** A unit's report of the period as far as the reader may see it. */
export type TableReport = {
  unitId: string
  /** Null where no report was begun. */
  reportId: string | null
  /** Null where there is no report, or its state is not the reader's to know. */
  state: ReportState | null
  /** It was sent once: while it is being mended those above still see it. */
  sentBefore: boolean
  /** A report exists that the reader may not open. */
  closed: boolean
  illustrative: boolean
  lateDays: number
  cells: ProjectionCells
  targets: ProjectionCells
  last: ProjectionCells
  notAssigned: string[]
}

/** A figure that the cluster itself reported. */
export type ReportedFigure = {
  indicatorId: string
  raw: string
  value: FigureValue | null
  note: string | null
  source: Citation | null
}

export type TableInput = {
  year: number
  period: PeriodKind
  /** In the order in which the rows stand. */
  units: UnitRef[]
  indicators: TableIndicator[]
  reports: TableReport[]
  reported: ReportedFigure[]
  /** Reports were or are collected in the app; false for history, where silence of a source is no delay of a unit. */
  collected: boolean
}

/** What a row says beside the unit's name. */
export const ROW_STATUSES = [
  'NOT_SENT',
  'DRAFT',
  'PRESENTED',
  'SENT',
  'CHECKED',
  'ADDITIONS_REQUESTED',
  'CLOSED_TO_READER',
  'CONFIRMED',
  'NO_SOURCE',
] as const
export type RowStatus = (typeof ROW_STATUSES)[number]

export type CellSummary = {
  value: FigureValue | null
  blank: BlankReason | null
  notAssigned: boolean
  target: FigureValue | null
  last: FigureValue | null
  completion: Completion
}

export type ClassCounts = Record<CompletionClass, number>

export type RowSummary = {
  unit: UnitRef
  reportId: string | null
  status: RowStatus
  illustrative: boolean
  cells: CellSummary[]
  counts: ClassCounts
  /** Some figure of the row can be seen. */
  hasFigures: boolean
  /** Its report was never sent: only its own unit sees the row's figures, and they are in no total and no count. */
  draft: boolean
}

export type ColumnSummary = {
  value: FigureValue | null
  noTotal: NoTotalReason | null
  /** Units whose figure is in the total. */
  units: number
  target: FigureValue | null
  completion: Completion | null
  last: FigureValue | null
  lastUnits: number
  reported: ReportedFigure | null
  /** reported − total, as a signed decimal; null where they cannot be compared. */
  difference: string | null
}

/** A run of a sentence: plain words, words to stress, or a unit to link to. */
export type Segment = string | { strong: string } | { unit: UnitRef }
export type Sentence = Segment[]

export type ClusterSummary = {
  indicators: TableIndicator[]
  rows: RowSummary[]
  columns: ColumnSummary[]
  /** Units with figures in the totals: seen, and no drafts. */
  reporting: number
  /** Indicators with a class for at least one unit, and of these the ones all reporting units met or passed. */
  judged: number
  metByAll: number
  /** Of the judged: those some unit falls short in, and those where only a class is wanting. They add up with `metByAll`. */
  missed: number
  unranked: number
  /** Some unit's figures are seen, be it only the reader's own draft. */
  hasUnitFigures: boolean
  hasReported: boolean
  hasLast: boolean
  illustrative: boolean
  sentences: Sentence[]
}
