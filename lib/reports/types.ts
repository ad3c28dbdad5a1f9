import type { FigureValue } from '@/lib/platform/numbers/types'

export const REPORT_STATES = [
  'DRAFT',
  'PRESENTED',
  'SENT',
  'CHECKED',
  'ADDITIONS_REQUESTED',
  'CONFIRMED',
  'LOCKED',
] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Deliberate acts that change a report's state. */
export const REPORT_ACTS = [
  'PRESENT',
  'HAND_BACK',
  'SEND',
  'CHECK',
  'REQUEST_ADDITIONS',
  'CONFIRM',
  'REOPEN',
  'LOCK',
] as const
export type ReportAct = (typeof REPORT_ACTS)[number]

/** In what capacity a person acts on a report. Head and deputy are people of the cluster-year's head and deputy unit. */
export const CAPACITIES = [
  'OFFICER',
  'LEADER',
  'HEAD',
  'DEPUTY',
  'CENTRAL_STAFF',
  'REVIEWER',
  'OFFICE',
  'SYSTEM',
] as const
export type Capacity = (typeof CAPACITIES)[number]

export const FIGURE_MEASURES = ['MAIN', 'TO_DATE'] as const
export type FigureMeasure = (typeof FIGURE_MEASURES)[number]

export const BLANK_REASONS = ['NOT_ARISEN', 'OTHER'] as const
export type BlankReason = (typeof BLANK_REASONS)[number]

export const NARRATIVE_SECTIONS = [
  'HIGHLIGHTS',
  'GOOD_PRACTICES',
  'DIFFICULTIES',
  'CAUSES',
  'PROPOSALS',
  'DIRECTIONS',
  'PARTY_COMMITTEE_OPINION',
] as const
export type NarrativeSectionKey = (typeof NARRATIVE_SECTIONS)[number]

export type BreakdownPart = { label: string; amount: string }

/** A stored cell. `value` is null for a blank, which is never 0. */
export type FigureDto = {
  indicatorId: string
  measure: FigureMeasure
  raw: string
  value: FigureValue | null
  breakdown: BreakdownPart[] | null
  blankReason: BlankReason | null
  note: string | null
  version: number
  updatedAt: string
  updatedBy: string | null
}

/**
 * A cell of a report's projection, with short keys because a table carries hundreds: amount (or numerator), denominator,
 * qualifier (absent for EXACT), words, yes, parts, blank reason, figure version. Amounts are decimal text.
 */
export type ProjectionCell = {
  a?: string
  d?: string
  q?: string
  w?: string
  y?: boolean
  p?: string[]
  b?: BlankReason
  v: number
}

/** report_projections.cells: indicator id → its cells; `m` MAIN, `t` TO_DATE. */
export type ProjectionCells = Record<string, { m?: ProjectionCell; t?: ProjectionCell }>
