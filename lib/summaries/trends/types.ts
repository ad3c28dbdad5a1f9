import type { FigureValue } from '@/lib/platform/numbers/types'
import type { UnitRef } from '@/lib/units/types'

/** An indicator over the years of a cluster, oldest first. */
export type TrendYear = {
  year: number
  figures: { unit: UnitRef; value: FigureValue; draft: boolean }[]
  /** Of all figures but drafts. */
  total: FigureValue | null
  /** How many units the cluster had. */
  members: number
  /** The cluster's own figure, where the units' are not known. */
  reported: FigureValue | null
}
