import { drawnValue, markClass } from '@/components/summaries/cell'
import { printedPercent } from '@/lib/indicators/rules'
import { printCell } from '@/lib/summaries/cells/rules'
import { COMPLETION_MARKS } from '@/lib/summaries/labels'
import type { ComparedFigure, ComparisonAsk } from '@/lib/summaries/compare/types'
import type { TableIndicator } from '@/lib/summaries/types'
import { NOT_CARRIED_SHORT } from '@/lib/summaries/territory/labels'
import type { PrintedCell } from './printed'

type Spec = Omit<TableIndicator, 'id' | 'lastId'>

/** A figure of a comparison in words, with its length; `href` is where its year is told in full. */
export function printCompared(
  figure: ComparedFigure | null,
  spec: Spec,
  ask: Pick<ComparisonAsk, 'base'>,
  href: string,
): PrintedCell | null {
  if (!figure) return null
  const { value, target, completion } = figure
  // An average has decimals where what it is made of has none.
  const shown = ask.base === 'TOTAL' ? spec : { ...spec, decimals: 2 }
  return {
    n: value ? drawnValue(value, spec) : null,
    text: value
      ? printCell(value, shown)
      : figure.reason
        ? NOT_CARRIED_SHORT[figure.reason]
        : figure.closed
          ? ''
          : '–',
    ...(value === null && SAID.blank),
    target: target ? drawnValue(target, spec) : null,
    targetText: target ? printCell(target, shown) : '',
    percent: printedPercent(completion),
    rawPercent: completion.percent,
    mark: completion.class ? COMPLETION_MARKS[completion.class] : '',
    markClass: markClass(completion),
    label: completion.label ?? '',
    note: noteOf(figure),
    ...(figure.illustrative && SAID.illustrative),
    ...(figure.unconfirmed && SAID.unconfirmed),
    ...(figure.draft && SAID.draft),
    ...(figure.closed && SAID.closed),
    href,
  }
}

/** What is true of few cells is said of them alone: thousands of cells travel. */
const SAID = {
  blank: { blank: true },
  illustrative: { illustrative: true },
  unconfirmed: { unconfirmed: true },
  draft: { draft: true },
  closed: { closed: true },
} as const

const CLOSED = 'chưa mở cho bạn xem'

function noteOf(figure: ComparedFigure): string {
  const notes = [
    figure.from.length > 0 ? `gộp ${figure.from.join(', ')}` : '',
    figure.missing.length > 0 ? `thiếu ${figure.missing.join(', ')}` : '',
    figure.closed ? CLOSED : '',
    figure.reported ? 'cụm báo cáo' : '',
    figure.units && figure.value && figure.units.withFigure < figure.units.all
      ? `${figure.units.withFigure}/${figure.units.all} đơn vị`
      : '',
    figure.value && figure.draft ? 'bản nháp, không tính vào tổng' : '',
    figure.value && figure.unconfirmed && !figure.draft ? 'chưa xác nhận' : '',
  ]
  return notes.filter(Boolean).join('; ')
}
