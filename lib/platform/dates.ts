// Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, so the calendar is plain arithmetic.
const ZONE_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** A calendar day in Vietnam, "2023-11-21". */
export type CalendarDay = string

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

/** NaN for 30 February, which Date would roll over to March. */
function utcMidnight(day: CalendarDay): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(day) ? NaN : time
}

/** Whether a text is a calendar day that exists: "2024-02-29", but not "2023-02-29" nor "29/2/2024". */
export const isRealDay = (text: string): boolean => isDay(text) && !Number.isNaN(utcMidnight(text))

/** Days since 1970-01-01 of the day on which the instant falls in Vietnam; NaN for what is no date. */
function dayNumber(value: Date | CalendarDay): number {
  if (typeof value !== 'string') return Math.floor((value.getTime() + ZONE_OFFSET_MS) / DAY_MS)
  if (isDay(value)) return utcMidnight(value) / DAY_MS
  return Math.floor((Date.parse(value) + ZONE_OFFSET_MS) / DAY_MS)
}

function dayOfNumber(number: number): CalendarDay {
  const date = new Date(number * DAY_MS)
  if (Number.isNaN(date.getTime())) throw new RangeError('not a date')
  return `${four(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

/** The day that a `@db.Date` column holds, which Prisma reads as midnight UTC; null for an empty one. */
export function storedDay(column: Date): CalendarDay
export function storedDay(column: Date | null | undefined): CalendarDay | null
export function storedDay(column: Date | null | undefined): CalendarDay | null {
  return column?.toISOString().slice(0, 10) ?? null
}

/** A day as a `@db.Date` column takes it; null empties the column. The day must be real: a field's schema sees to it. */
export function dayToStore(day: CalendarDay): Date
export function dayToStore(day: CalendarDay | null | undefined): Date | null
export function dayToStore(day: CalendarDay | null | undefined): Date | null {
  return day == null ? null : new Date(`${day}T00:00:00Z`)
}

/** The day in Vietnam on which an instant falls. Throws RangeError for what is no date. */
export function calendarDay(instant: Date): CalendarDay {
  return dayOfNumber(dayNumber(instant))
}

/** The day `days` days after `day`; negative goes back. Throws RangeError for what is no date. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfNumber(dayNumber(day) + days)
}

/** Midnight in Vietnam at which the day begins. A deadline "by the end of day D" is before startOfDay(addDays(D, 1)). */
export function startOfDay(day: CalendarDay): Date {
  return new Date(dayNumber(day) * DAY_MS - ZONE_OFFSET_MS)
}

/** Calendar days in Vietnam from one to the other: 23:59 to 00:01 of the next day is 1; negative when `to` is earlier. */
export function daysBetween(from: Date | CalendarDay, to: Date | CalendarDay): number {
  return dayNumber(to) - dayNumber(from)
}

/** dd/MM/yyyy in Vietnam; '' for what is no date. Takes an instant, an ISO string, or a calendar day. */
export function printDate(value: Date | string): string {
  const number = dayNumber(value)
  if (Number.isNaN(number)) return ''
  return dayOfNumber(number).split('-').reverse().join('/')
}

/** HH:mm in Vietnam; '' for what is no date. A calendar day begins at 00:00. */
export function printTime(value: Date | string): string {
  const instant = typeof value === 'string' ? (isDay(value) ? startOfDay(value) : new Date(value)) : value
  const local = new Date(instant.getTime() + ZONE_OFFSET_MS)
  if (Number.isNaN(local.getTime())) return ''
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** dd/MM/yyyy HH:mm in Vietnam; '' for what is no date. */
export const printDateTime = (value: Date | string): string =>
  [printDate(value), printTime(value)].filter(Boolean).join(' ')

/**
 * "ngày 05 tháng 01 năm 2024", as papers write it: days below 10 and the months 1 and 2 with a leading 0 (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I). Without a day, room to write it by hand.
 */
export function dayInWords(day: CalendarDay | null, year: number | null = null): string {
  if (!day) return `ngày      tháng      năm ${year ?? '        '}`
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return `ngày ${two(d)} tháng ${m < 3 ? two(m) : m} năm ${y}`
}
