import type { Citation } from '@/lib/clusters/types'
import type { Completion, Direction } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { ReportState } from '@/lib/reports/types'
import type { StatementDto } from '@/lib/sources/types'
import type { UnitRef } from '@/lib/units/types'

/** The same amount each year, a sum by the end of the term, or a level to reach by its end. */
export const TERM_MANNERS = ['YEARLY', 'CUMULATIVE', 'LEVEL'] as const
export type TermManner = (typeof TERM_MANNERS)[number]

/** Kinds of figures a term target can have; a composite one is entered as several targets ("2a", "2b"). */
export const TARGET_KINDS = ['COUNT', 'MONEY', 'RATIO', 'PERCENTAGE', 'YES_NO'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

export const REVIEW_KINDS = ['MIDTERM', 'FINAL'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

export type TermUnit = UnitRef & { kind: string; validTo: string | null }

/** A term as lists and headings name it; `unit` is null for the central union. */
export type TermRef = {
  id: string
  slug: string
  unit: TermUnit | null
  /** Null where no source states the years. */
  startYear: number | null
  endYear: number | null
  congressNumber: number | null
}

export type ReviewRef = {
  id: string
  kind: ReviewKind
  heldOn: string | null
  dateNote: string | null
  frozenAt: string | null
}

export type TermListItem = TermRef & {
  resolution: string | null
  /** A reading of ours, or years a source does not state. */
  inferred: boolean
  illustrative: boolean
  note: string | null
  source: Citation | null
  /** Targets by their number: 2a, 2b and 2c are one. */
  targets: number
  reviews: ReviewRef[]
}

/** What a target is made of: enough to read and print its figures. */
export type TargetShape = {
  kind: TargetKind
  measureUnit: string
  displayUnit: string | null
  decimals: number
  direction: Direction
  manner: TermManner
}

/** Where a year's figure comes from: a yearly indicator's report, or an entry by hand. */
export type FigureOrigin =
  | {
      kind: 'INDICATOR'
      period: PeriodKind
      /** Lowest state among the reports it is made of. */
      state: ReportState
      units: number
      /** Units that there are at the period's end, for the nation's sum; null for a unit's own figure. */
      of: number | null
    }
  | {
      kind: 'MANUAL'
      id: string
      origin: string
      asOf: string | null
      note: string | null
      source: Citation | null
      version: number
    }

export type YearFigure = {
  year: number
  raw: string
  value: FigureValue
  illustrative: boolean
  /** Of a year that is not over: 6 or 9 months. Counts towards a sum, decides nothing about a year. */
  partial: boolean
  origin: FigureOrigin
}

export type YearPoint = {
  year: number
  figure: YearFigure | null
  /** What the plan expects by the end of this year (of this year, for YEARLY); null where it does not say. */
  expected: FigureValue | null
  expectedStated: boolean
  /** Reached by the end of this year: the sum so far, or the level. Null without a figure. */
  reached: FigureValue | null
}

/** On which side of its path a target lies, judged at the last year with a figure. */
export type Pace = 'AHEAD' | 'ON_PATH' | 'BEHIND'

export type Forecast = {
  value: FigureValue
  completion: Completion
  /** Years it was drawn from. */
  from: number[]
}

export type TargetProgress = {
  years: YearPoint[]
  result: FigureValue | null
  /** Against the plan of the whole term; for YEARLY that of the weakest complete year. */
  completion: Completion
  /** Units are missing that could still bring the figure to its plan, so that it has no class; null otherwise. */
  short: { units: number; of: number } | null
  /** For YEARLY: the year that decides. */
  decidedBy: number | null
  pace: Pace | null
  forecast: Forecast | null
}

export type TargetRef = { id: string; number: string | null; name: string | null; term: TermRef }

export type TargetDto = TargetShape & {
  id: string
  position: number
  number: string | null
  /** Null where a source states that the target exists and not what it says. */
  name: string | null
  plan: string | null
  planValue: FigureValue | null
  base: string | null
  baseValue: FigureValue | null
  milestones: { year: number; plan: string; value: FigureValue | null }[]
  indicators: { code: string; name: string }[]
  /** National targets it serves, and for a national one the units' targets that serve it. */
  national: TargetRef[]
  provincial: TargetRef[]
  note: string | null
  illustrative: boolean
  source: Citation | null
  retiredAt: string | null
  version: number
  progress: TargetProgress
}

export type TermDto = TermListItem & {
  congressOn: string | null
  congressDateNote: string | null
  version: number
  /** Years that count, first to last; empty where the term's years are not stated. */
  years: number[]
  targetList: TargetDto[]
  statements: StatementDto[]
  mayEdit: boolean
  mayDecide: boolean
}

/** Terms of a unit and of the units it came from or became, newest first; each names its own unit. */
export type UnitTerms = { own: TermListItem[]; predecessors: TermListItem[]; successors: TermListItem[] }
