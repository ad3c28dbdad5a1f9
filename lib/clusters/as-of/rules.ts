import type { HeadshipRole } from '../types'
import type { DatedHeadship } from './types'

/**
 * Who held a role on a day (yyyy-MM-dd), or null where no source says. A headship without a first day begins with its
 * year, one without a last day ends with it; on the day of a handover it is the one who received.
 */
export function holderOn(
  headships: readonly DatedHeadship[],
  role: HeadshipRole,
  day: string,
): DatedHeadship | null {
  const start = (headship: DatedHeadship) => headship.startsOn ?? `${headship.year}-01-01`
  const end = (headship: DatedHeadship) => headship.endsOn ?? `${headship.year}-12-31`
  const holders = headships.filter(
    (headship) => headship.role === role && start(headship) <= day && end(headship) >= day,
  )
  return holders.toSorted((a, b) => (start(a) < start(b) ? 1 : -1))[0] ?? null
}
