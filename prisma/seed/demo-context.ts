import type { CalendarDay } from '@/lib/platform/dates'
import type { PeriodKind } from '@/lib/periods/types'
import type { SeededSet } from './indicators'
import type { Reference } from './reference'
import type { Kept } from './write'

export type DemoPeriod = {
  year: number
  kind: PeriodKind
  opensOn: CalendarDay
  /** Last day for sending. */
  dueOn: CalendarDay
  lockedOn?: CalendarDay
}

export type DemoContext = {
  today: CalendarDay
  reference: Reference
  /** By "cluster slug/year". */
  clusterYears: Kept
  /** By the part of the address before the @. */
  accounts: Kept
  sets: Map<number, SeededSet>
  periods: DemoPeriod[]
  /** By "year/kind". */
  periodIds: Kept
}

export const demoReportKey = (unit: string, year: number, kind: PeriodKind) => `${unit}/${year}/${kind}`

export function indicatorIdOf(context: DemoContext, year: number, code: string): string {
  const id = context.sets.get(year)?.indicatorIds.get(code)
  if (id === undefined) throw new Error(`The set of ${year} has no indicator ${code}.`)
  return id
}
