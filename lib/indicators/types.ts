import type { FigureKind, FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'

export const INDICATOR_SCOPES = ['NATIONAL', 'CLUSTER', 'UNIT'] as const
export type IndicatorScope = (typeof INDICATOR_SCOPES)[number]

export const DIRECTIONS = ['HIGHER_IS_BETTER', 'LOWER_IS_BETTER'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const AGGREGATIONS = ['SUM', 'RATIO_OF_SUMS', 'MAXIMUM', 'NONE'] as const
export type Aggregation = (typeof AGGREGATIONS)[number]

export const FIGURE_NATURES = ['FLOW', 'STOCK', 'INCREASE'] as const
export type FigureNature = (typeof FIGURE_NATURES)[number]

/** mức hoàn thành, worst to best. HALF exists at mid-term only ("đạt trên 50%"). */
export const COMPLETION_CLASSES = ['NOT_MET', 'HALF', 'MET', 'EXCEEDED'] as const
export type CompletionClass = (typeof COMPLETION_CLASSES)[number]

/**
 * One band of a completion scheme, as stored: a result belongs to the first band (highest first) whose bound it reaches.
 * `from` is a percentage of the target as decimal text; `inclusive: false` means strictly above it.
 */
export type CompletionBand = { class: CompletionClass; label: string; from: string; inclusive: boolean }

/** An indicator as pages and rules use it. */
export type IndicatorDto = {
  id: string
  setId: string
  code: string
  name: string
  shortName: string
  group: { id: string; name: string; position: number }
  kind: FigureKind
  measureUnit: string
  displayUnit: string | null
  decimals: number
  direction: Direction
  aggregation: Aggregation
  nature: FigureNature
  cumulative: boolean
  numeratorMayPass: boolean
  parts: string[]
  breakdown: string[]
  evidenceRequired: boolean
  definition: string | null
  definitionSource: string | null
  position: number
  scope: IndicatorScope
  bands: CompletionBand[]
}

/**
 * How far a result goes towards its target. `percent` is exact enough never to read 100 (or 50) for what is not; it is
 * null where no percentage exists. `class` is null where the figures do not decide it. `share` (0 to 1) is for drawing only.
 */
export type Completion = {
  percent: string | null
  /** What is true of the percentage: a result "trên 3,6 tỷ" against 3,6 tỷ is OVER 100. */
  qualifier: SizedQualifier
  class: CompletionClass | null
  label: string | null
  share: number
}

export const NO_TOTAL_REASONS = ['NO_FIGURES', 'NOT_AGGREGATED', 'NOT_SUMMABLE'] as const
export type NoTotalReason = (typeof NO_TOTAL_REASONS)[number]

export type Total = { value: FigureValue; reason: null } | { value: null; reason: NoTotalReason }
