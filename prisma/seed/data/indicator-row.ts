import type { Aggregation, Direction, FigureNature } from '@/lib/indicators/types'
import type { FigureKind } from '@/lib/platform/numbers/types'

export type IndicatorRow = {
  code: string
  group: string
  name: string
  /** The name itself unless said. */
  shortName?: string
  kind: FigureKind
  unit: string
  displayUnit?: string
  direction?: Direction
  /** SUM for counts and money, RATIO_OF_SUMS for ratios, NONE for the rest, unless said. */
  aggregation?: Aggregation
  nature?: FigureNature
  cumulative?: boolean
  parts?: string[]
  breakdown?: string[]
  evidenceRequired?: boolean
  definition?: string
  definitionSource?: string
}

/** A figure as a document gives it: the words are kept, the fact says where they stand. */
export type StatedFigure = IndicatorRow & {
  raw: string
  fact: string
  breakdownRaw?: string[]
  note?: string
}
