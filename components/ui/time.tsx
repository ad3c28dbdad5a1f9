const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** `dd/MM/yyyy` in Vietnam's time. A plain day (`yyyy-MM-dd`) has no time zone and is printed as it is. */
export function formatDate(value: Date | string): string {
  const day = typeof value === 'string' ? DAY.exec(value) : null
  return day ? `${day[3]}/${day[2]}/${day[1]}` : DATE.format(new Date(value))
}

/** `HH:mm dd/MM/yyyy` in Vietnam's time. */
export function formatDateTime(value: Date | string): string {
  return `${CLOCK.format(new Date(value))} ${formatDate(value)}`
}

/** A moment or a day, readable by machines too. */
export function Time({ value, clock = false }: { value: Date | string; clock?: boolean }) {
  const machine = typeof value === 'string' ? value : value.toISOString()
  return <time dateTime={machine}>{clock ? formatDateTime(value) : formatDate(value)}</time>
}
