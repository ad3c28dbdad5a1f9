import { describe, expect, it } from 'vitest'
import {
  addDays,
  calendarDay,
  daysBetween,
  dayToStore,
  isRealDay,
  printDate,
  printDateTime,
  printTime,
  startOfDay,
  storedDay,
} from '@/lib/platform/dates'

describe('the calendar of Vietnam', () => {
  it('prints instants at Vietnamese time', () => {
    expect(printDate(new Date('2023-11-20T17:00:00Z'))).toBe('21/11/2023')
    expect(printDate(new Date('2023-11-20T16:59:59Z'))).toBe('20/11/2023')
    expect(printDateTime(new Date('2019-03-15T01:52:00Z'))).toBe('15/03/2019 08:52')
    expect(printDateTime('2020-11-29T20:05:00Z')).toBe('30/11/2020 03:05')
    expect(printDate('2023-11-21')).toBe('21/11/2023')
    expect(printDateTime('2023-11-21')).toBe('21/11/2023 00:00')
    expect(printTime('2020-11-29T20:05:00Z')).toBe('03:05')
    expect(printTime('2023-11-21')).toBe('00:00')
  })
  it('prints nothing for what is no date', () => {
    for (const value of ['', 'abc', '2023-13-45', '2023-02-30', new Date(NaN)]) {
      expect(printDateTime(value)).toBe('')
      expect(printDate(value)).toBe('')
      expect(printTime(value)).toBe('')
    }
  })
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysBetween(new Date('2023-11-20T16:59:00Z'), new Date('2023-11-20T17:01:00Z'))).toBe(1)
    expect(daysBetween(new Date('2023-11-20T17:00:00Z'), new Date('2023-11-21T16:59:59Z'))).toBe(0)
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2025-07-01', '2025-06-30')).toBe(-1)
    expect(daysBetween('2023-11-21', new Date('2023-11-20T17:00:00Z'))).toBe(0)
  })
  it('reads and writes the days of date columns, which hold midnight UTC', () => {
    expect(dayToStore('2025-07-01').toISOString()).toBe('2025-07-01T00:00:00.000Z')
    expect(storedDay(new Date('2025-07-01T00:00:00Z'))).toBe('2025-07-01')
    expect(storedDay(dayToStore('1930-10-20'))).toBe('1930-10-20')
    for (const nothing of [null, undefined]) {
      expect(storedDay(nothing)).toBeNull()
      expect(dayToStore(nothing)).toBeNull()
    }
  })
  it('knows a day that exists from one that does not', () => {
    for (const day of ['2024-02-29', '2025-12-31']) expect(isRealDay(day)).toBe(true)
    for (const text of ['2023-02-29', '2024-04-31', '2024-13-01', '29/2/2024', '2024-2-29', ''])
      expect(isRealDay(text)).toBe(false)
  })
  it('moves over months and years', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(calendarDay(new Date('2023-12-31T17:00:00Z'))).toBe('2024-01-01')
    expect(startOfDay('2024-01-01').toISOString()).toBe('2023-12-31T17:00:00.000Z')
    expect(() => calendarDay(new Date(NaN))).toThrow(RangeError)
  })
})
