import type { PaperHeading } from '@/lib/platform/files/paper'
import type { PaperFrame } from './types'

/** The heading of a paper: what the frame says, with the paper's own name and summary. */
export function headingOf(
  { superior, issuer, number, symbol, place, day, year }: PaperFrame,
  own: Pick<PaperHeading, 'typeName' | 'summary' | 'notes' | 'to'>,
): PaperHeading {
  return { superior, issuer, number, symbol, place, day, year, ...own }
}

/** How many items of a preview stand at each status. */
export const countStatuses = <S extends string>(
  statuses: readonly S[],
  items: readonly { status: S }[],
): Record<S, number> =>
  Object.fromEntries(
    statuses.map((status) => [status, items.filter((item) => item.status === status).length]),
  ) as Record<S, number>
