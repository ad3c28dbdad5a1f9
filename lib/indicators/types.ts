import type { FigureKind } from '@/lib/platform/numbers/types'

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
