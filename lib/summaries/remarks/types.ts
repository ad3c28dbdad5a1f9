/** A row of a comparison in the two years that are looked at: lengths, null without a figure. */
export type RemarkRow = {
  key: string
  now: number | null
  before: number | null
  /** Percentage of the registered target, as a decimal; null without one. */
  percent: string | null
  /** A figure was to be expected. */
  expected: boolean
}

export type Change = {
  key: string
  /** In percent of the figure before; percentage points where figures are shares. Null where nothing stood before. */
  change: number
}

export type Remarks = {
  /** The largest change first, at most ten. */
  changes: Change[]
  /** Below 50% of what was registered, the least first. */
  belowHalf: string[]
  /** Far from the middle of the others. */
  outliers: { key: string; above: boolean }[]
  missing: string[]
}
