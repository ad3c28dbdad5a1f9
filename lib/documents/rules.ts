import type { CalendarDay } from '@/lib/platform/dates'
import type { PaperHeading } from '@/lib/platform/files/paper'
import type { PaperFrame } from './types'

/** The heading of a paper: what the frame says, with the paper's own name and summary. */
export function headingOf(
  { superior, issuer, number, symbol, place, day, year }: PaperFrame,
  own: Pick<PaperHeading, 'typeName' | 'summary' | 'notes' | 'to'>,
): PaperHeading {
  return { superior, issuer, number, symbol, place, day, year, ...own }
}

const two = (n: number) => String(n).padStart(2, '0')

/**
 * "ngày 05 tháng 01 năm 2024": days below 10 and the months 1 and 2 with a leading 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 * Without a day, room to write it by hand.
 */
export function dayInWords(day: CalendarDay | null, year: number | null = null): string {
  if (!day) return `ngày      tháng      năm ${year ?? '          '}`
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  return `ngày ${two(d)} tháng ${m < 3 ? two(m) : m} năm ${y}`
}
