import { printDate, printDateTime } from '@/lib/platform/dates'

/** A moment (with `clock`, to the minute) or a day, readable by machines too. */
export function Time({ value, clock = false }: { value: Date | string; clock?: boolean }) {
  const machine = typeof value === 'string' ? value : value.toISOString()
  return <time dateTime={machine}>{clock ? printDateTime(value) : printDate(value)}</time>
}
