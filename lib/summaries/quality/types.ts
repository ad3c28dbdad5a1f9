import type { IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { EarlierFigure, FigureDto, ReportState, WrittenFigure } from '@/lib/reports/types'

/** What can be wrong with the data, the gravest first. */
export const QUALITY_KINDS = [
  'SOURCES',
  'REPORTED',
  'BREAKDOWN',
  'NUMERATOR',
  'FALLING',
  'JUMP',
  'STALE',
] as const
export type QualityKind = (typeof QUALITY_KINDS)[number]

export type QualityCluster = { id: string; slug: string; name: string; year: number; illustrative: boolean }
export type QualityIndicator = Pick<
  IndicatorDto,
  | 'id'
  | 'name'
  | 'shortName'
  | 'kind'
  | 'measureUnit'
  | 'displayUnit'
  | 'decimals'
  | 'parts'
  | 'nature'
  | 'breakdown'
  | 'cumulative'
  | 'numeratorMayPass'
  | 'aggregation'
>

/** A stored figure that may be wrong, with what it is compared with. */
export type SuspectFigure = {
  cluster: QualityCluster
  unit: { slug: string; name: string }
  reportId: string
  period: PeriodKind
  illustrative: boolean
  indicator: QualityIndicator
  figure: Pick<FigureDto, 'value' | 'breakdown' | 'blankReason' | 'note'>
  lastYear: (WrittenFigure & { year: number }) | null
  earlier: EarlierFigure[]
}

/** A figure of the cluster itself beside those of its units. */
export type ReportedBeside = {
  cluster: QualityCluster
  period: PeriodKind
  indicator: QualityIndicator
  figureId: string
  reported: FigureValue | null
  units: FigureValue[]
  members: number
  illustrative: boolean
}

/** What one source says of a cluster's figure. */
export type StatedDto = {
  id: string
  raw: string
  value: FigureValue | null
  source: { slug: string; letter: string | null; title: string }
  /** Calendar day (yyyy-MM-dd). */
  statedOn: string | null
  factId: string | null
  note: string | null
}

/** All that sources say of one figure, in the order in which it was recorded. */
export type StatedFigures = {
  cluster: QualityCluster
  period: PeriodKind
  indicator: QualityIndicator
  figureId: string
  stated: StatedDto[]
  /** The last choice; `weighedAll` while no source was recorded after it. */
  choice: {
    id: string
    statedId: string
    reason: string
    by: string
    at: string
    weighedAll: boolean
  } | null
  mayChoose: boolean
}

/** A report still with its unit close to its deadline, or after it. */
export type WaitingReport = {
  cluster: QualityCluster
  unit: { slug: string; name: string }
  period: PeriodKind
  state: Extract<ReportState, 'DRAFT' | 'PRESENTED'>
  dueAt: string
  touchedAt: string
  illustrative: boolean
}

export type QualityIssue = {
  key: string
  kind: QualityKind
  cluster: QualityCluster
  unit: { slug: string; name: string } | null
  indicator: string | null
  period: PeriodKind
  /** What disagrees and by how much. */
  sentence: string
  /** Where it is mended. */
  href: string
  mend: string
  illustrative: boolean
  /** Of sources: what each says. */
  sources: StatedFigures | null
  /** Decided by an authorised person; it stays in sight and counts no more. */
  settled: boolean
}

/** A figure of a cluster of which another source may say something else. */
export type StatableFigure = { id: string; label: string }

export type QualityReport = {
  year: number
  years: number[]
  clusters: QualityCluster[]
  issues: QualityIssue[]
  /** More figures were suspect than are looked at in one go. */
  truncated: boolean
  /** Figures of which she may record what another source says. */
  statable: StatableFigure[]
}
