import { WORK_LEVELS, type WorkLevel, type WorkTotals } from './types'

/** The district level of government ended on 1 July 2025 (sửa đổi Hiến pháp ngày 16/6/2025). */
export const LAST_DISTRICT_YEAR = 2025

/** Levels at which works of a year can be registered. */
export const levelsOf = (year: number): WorkLevel[] =>
  WORK_LEVELS.filter((level) => level !== 'DISTRICT' || year <= LAST_DISTRICT_YEAR)

/** Adds up what is known: a blank is a blank and never 0. */
export function workTotals(works: readonly { registered: number | null; done: number | null }[]): WorkTotals {
  const sum = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
  }
  return { registered: sum(works.map((work) => work.registered)), done: sum(works.map((work) => work.done)) }
}

/** By level, highest first, what is stated for no level last. */
export const byLevel = (a: { level: WorkLevel | null }, b: { level: WorkLevel | null }): number =>
  rank(a.level) - rank(b.level)

const rank = (level: WorkLevel | null) => (level === null ? WORK_LEVELS.length : WORK_LEVELS.indexOf(level))
