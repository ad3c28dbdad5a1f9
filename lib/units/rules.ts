import { compareVietnamese, foldVietnamese } from '@/lib/platform/vietnamese'
import type { UnitInTime, UnitListItem, UnitRef } from './types'

/** Did the unit exist on some day of the year? `validTo` is the first day it no longer exists. */
export function existedIn(unit: Pick<UnitInTime, 'validFrom' | 'validTo'>, year: number): boolean {
  return (
    (unit.validFrom === null || unit.validFrom <= `${year}-12-31`) &&
    (unit.validTo === null || unit.validTo > `${year}-01-01`)
  )
}

/**
 * The unit that `slug` meant in `year`: itself where it existed; else the namesake it came from or became; else, where
 * there is only one, the unit it came from or became. Null when none existed then.
 */
export function unitOfYear(
  unit: UnitInTime,
  predecessors: UnitInTime[],
  successors: UnitInTime[],
  year: number,
): UnitInTime | null {
  if (existedIn(unit, year)) return unit
  const candidates = [...predecessors, ...successors].filter((other) => existedIn(other, year))
  const namesake = candidates.find((other) => other.name === unit.name)
  return namesake ?? (candidates.length === 1 ? candidates[0]! : null)
}

/** Predecessors worth naming beside a unit: "gồm Quảng Nam" under Đà Nẵng; its own namesake goes without saying. */
export function otherPredecessors<T extends Pick<UnitRef, 'name'>>(name: string, predecessors: T[]): T[] {
  return predecessors.filter((predecessor) => predecessor.name !== name)
}

/** Did the unit exist on the day (yyyy-MM-dd)? */
export function existsOn(unit: Pick<UnitInTime, 'validFrom' | 'validTo'>, day: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || unit.validTo > day)
}

/** Units whose name or alias contains the words, with or without diacritics; current ones first, by the alphabet. */
export function findUnits<T extends Pick<UnitListItem, 'name' | 'aliases' | 'validTo' | 'code'>>(
  units: T[],
  words: string,
): T[] {
  const wanted = foldVietnamese(words)
  const matches = (unit: T) =>
    wanted === '' ||
    unit.code === wanted ||
    [unit.name, ...unit.aliases].some((name) => foldVietnamese(name).includes(wanted))
  return units
    .filter(matches)
    .sort(
      (a, b) => Number(a.validTo !== null) - Number(b.validTo !== null) || compareVietnamese(a.name, b.name),
    )
}

/** The name a unit bore on the last day of `year`; its last one where it had ended before. */
export function nameInYear(
  designations: { name: string; validFrom: Date | null; validTo: Date | null }[],
  year: number,
): string {
  const at = new Date(Date.UTC(year, 11, 31))
  const inForce = designations.find(
    (d) => (!d.validFrom || d.validFrom <= at) && (!d.validTo || d.validTo > at),
  )
  return (inForce ?? designations.at(-1))?.name ?? ''
}

/** The address an ended unit takes when a new one of its name needs the plain one: "-cu", "-cu-2" … */
export function endedSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let turn = 1; ; turn += 1) {
    const candidate = turn === 1 ? `${slug}-cu` : `${slug}-cu-${turn}`
    if (!taken.has(candidate)) return candidate
  }
}

/** Whether a unit gave up its plain address to a new one of its name, see `endedSlug`. */
export const hasEndedSlug = ({ slug }: Pick<UnitRef, 'slug'>): boolean => /-cu(-\d+)?$/.test(slug)
