import { compareDecimals } from '@/lib/platform/numbers/decimal'
import type { Change, RemarkRow, Remarks } from './types'

const MOST = 10
/** Fewer rows than this have no "middle" to be far from. */
const FEWEST = 5
/** Three standard deviations of a normal distribution, in median absolute deviations. */
const FAR = 3 * 1.4826

/**
 * What a reader should look at first: movers, laggards, outliers and gaps. `shares` says that figures are percentages,
 * whose change is counted in points.
 */
export function remarksOn(rows: readonly RemarkRow[], shares: boolean): Remarks {
  return {
    changes: changesOf(rows, shares)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
      .slice(0, MOST),
    belowHalf: rows
      .filter(({ percent }) => percent !== null && compareDecimals(percent, '50') < 0)
      .sort((a, b) => compareDecimals(a.percent!, b.percent!))
      .map(({ key }) => key),
    outliers: outliersOf(rows),
    missing: rows.filter(({ now, expected }) => expected && now === null).map(({ key }) => key),
  }
}

function changesOf(rows: readonly RemarkRow[], shares: boolean): Change[] {
  return rows.flatMap(({ key, now, before }) => {
    if (now === null || before === null || now === before) return []
    if (shares) return [{ key, change: now - before }]
    return before === 0 ? [] : [{ key, change: ((now - before) / Math.abs(before)) * 100 }]
  })
}

/** Figures further from the median than three times the usual distance from it. */
function outliersOf(rows: readonly RemarkRow[]): Remarks['outliers'] {
  const known = rows.flatMap(({ key, now }) => (now === null ? [] : [{ key, now }]))
  if (known.length < FEWEST) return []
  const middle = medianOf(known.map(({ now }) => now))
  const usual = medianOf(known.map(({ now }) => Math.abs(now - middle)))
  if (usual === 0) return []
  return known
    .filter(({ now }) => Math.abs(now - middle) > FAR * usual)
    .sort((a, b) => Math.abs(b.now - middle) - Math.abs(a.now - middle))
    .map(({ key, now }) => ({ key, above: now > middle }))
}

function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
