import { completionOf } from '@/lib/indicators/rules'
import type { Completion } from '@/lib/indicators/types'
import type { FigureSnapshot, ReportCell, ReportChanges } from '../types'

/** What a reviewer may narrow the table to, as the address says it. */
export const REVIEW_FILTERS = ['tat-ca', 'can-xem', 'da-doi', 'trao-doi'] as const
export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

export type ReviewRow = {
  cell: ReportCell
  completion: Completion
  /** The figure as she last saw it, where it has changed since; `undefined` where it has not. */
  before: FigureSnapshot | null | undefined
  filters: ReviewFilter[]
}

/** Each assigned indicator with its completion and what changed since the reviewer last looked. */
export function reviewRows(cells: readonly ReportCell[], changes: ReportChanges | null): ReviewRow[] {
  return cells
    .filter((cell) => !cell.notAssigned)
    .map((cell) => {
      const change = changes?.figures.find(
        (figure) => figure.indicatorId === cell.indicator.id && figure.measure === 'MAIN',
      )
      const completion = completionOf(
        cell.figure?.value ?? null,
        cell.registeredTarget?.value ?? null,
        cell.indicator,
      )
      const filters: ReviewFilter[] = []
      if (change || cell.openComments > 0 || needsLook(cell, completion)) filters.push('can-xem')
      if (change) filters.push('da-doi')
      if (cell.openComments > 0) filters.push('trao-doi')
      return { cell, completion, before: change && change.before, filters }
    })
}

/** Not reached, blank, or explained by a note: with what changed or is talked about, what a reviewer reads first. */
function needsLook(cell: ReportCell, completion: Completion): boolean {
  const behind = completion.class === 'NOT_MET' || completion.class === 'HALF'
  return behind || !cell.figure?.value || Boolean(cell.figure.note)
}
