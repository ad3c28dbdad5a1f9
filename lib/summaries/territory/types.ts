import type { Completion } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { UnitInTime } from '@/lib/units/types'

/** THEN: theo địa giới khi đó, every figure as it was. NOW: theo địa giới hiện nay, recomputed onto today's units. */
export const BOUNDARY_MODES = ['THEN', 'NOW'] as const
export type BoundaryMode = (typeof BOUNDARY_MODES)[number]

/** A unit and where its territory went; ids. */
export type LineageUnit = UnitInTime & { successors: string[]; predecessors: string[] }

/** Why a figure of the time could not be carried over onto a unit of today, or only with a reservation. */
export const NOT_CARRIED_REASONS = [
  /** The indicator has no rule for adding units up: a text, a yes or no, "none" by decision. */
  'NOT_AGGREGATED',
  /** Percentages without numerator and denominator. */
  'PERCENTAGE',
  /** A unit that became part of today's has no figure of that year. */
  'MISSING',
  /** "hàng ngàn ngày công": no size to add. */
  'UNSIZED',
  /** The unit's territory went to more than one unit of today. */
  'SPLIT',
  /** Figures of unlike kinds or parts. */
  'NOT_SUMMABLE',
] as const
export type NotCarriedReason = (typeof NOT_CARRIED_REASONS)[number]

/** A unit's figure of a year and period as the reader may see it. */
export type UnitFigure = {
  unitId: string
  value: FigureValue | null
  target: FigureValue | null
  illustrative: boolean
}

/** What stands for a unit in one year. */
export type PlacedFigure = {
  unitId: string
  value: FigureValue | null
  target: FigureValue | null
  completion: Completion
  illustrative: boolean
  /** Units whose figures were added up; empty where the figure is the unit's own. */
  from: string[]
  /** Why there is no value although units before had figures; null otherwise. */
  reason: NotCarriedReason | null
  /** Carried over, but the total is only as exact as its parts: "trên", "gần", "khoảng". */
  qualified: boolean
  /** Units of the time without a figure, for MISSING. */
  missing: string[]
}

/** A figure of the time that stands in no unit of today. */
export type NotCarried = { unitId: string; reason: NotCarriedReason }
