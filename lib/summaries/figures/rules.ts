import { citationLabel } from '@/lib/clusters/labels'
import { fileSizeLabel } from '@/lib/evidence/labels'
import { completionOf, figureSpec, printedPercent } from '@/lib/indicators/rules'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { echoFigure, printFigure, printNumber } from '@/lib/platform/numbers/print'
import type { FigureSpec, FigureValue } from '@/lib/platform/numbers/types'
import { fromColumns } from '@/lib/reports/figures/rules'
import { BLANK_LABELS, STATE_LABELS } from '@/lib/reports/labels'
import { COMPLETION_MARKS } from '../labels'
import type { FigureDetail, FigureWords, StoredWords } from './types'

const sameWords = (a: string, b: string): boolean =>
  a.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase() ===
  b.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** What was typed; a bare number takes the unit it was understood in. */
const withUnit = (raw: string, value: FigureValue | null, spec: FigureSpec): string =>
  value && sameWords(printFigure(value, spec), raw) ? echoFigure(value, spec) : raw

const toldApart = (understood: string, raw: string): string => (sameWords(understood, raw) ? '' : understood)

/** The words of a figure with what was understood, where that says more: "7,5 tỷ (7.500.000.000 đồng)". */
function inWords(detail: FigureDetail, stored: StoredWords): string {
  const value = fromColumns(detail.indicator.kind, stored)
  const understood = value ? echoFigure(value, figureSpec(detail.indicator)) : ''
  if (!understood || sameWords(understood, stored.raw)) return stored.raw
  return understood.startsWith(stored.raw) ? understood : `${stored.raw} (${understood})`
}

const fact = (label: string, text: string | null | undefined) => (text ? [{ label, text }] : [])

/** What the dialog behind a figure of the table says. */
export function describeFigure(detail: FigureDetail): FigureWords {
  const { figure, indicator, target, last } = detail
  const value = figure ? fromColumns(indicator.kind, figure) : null
  const goal = target ? fromColumns(indicator.kind, target) : null
  const completion = completionOf(value, goal, indicator)
  const percent = printedPercent(completion)
  return {
    title: indicator.name,
    unit: detail.unit.name,
    unitHref: `/units/${detail.unit.slug}/${detail.year}`,
    about: `${PERIOD_LABELS[detail.period]} ${detail.year}`,
    state: STATE_LABELS[detail.state],
    illustrative: detail.illustrative,
    raw: withUnit(figure?.raw ?? '', value, figureSpec(indicator)),
    understood:
      value && figure
        ? toldApart(
            echoFigure(value, figureSpec(indicator)),
            withUnit(figure.raw, value, figureSpec(indicator)),
          )
        : '',
    completion:
      completion.class && completion.label
        ? {
            mark: COMPLETION_MARKS[completion.class],
            words: `${completion.label}: ${percent} chỉ tiêu đăng ký`,
          }
        : percent
          ? { mark: '', words: `${percent} chỉ tiêu đăng ký` }
          : null,
    facts: [
      ...fact('Chỉ tiêu đăng ký', target ? inWords(detail, target) : null),
      ...fact('TW giao', detail.assignedTarget),
      ...fact('Theo nghị quyết tỉnh', detail.provincialTarget),
      ...fact(`Cùng kỳ năm ${detail.year - 1}`, last ? inWords(detail, last) : null),
      ...fact('Lũy kế đến nay', detail.toDate ? inWords(detail, detail.toDate) : null),
      ...fact('Số tại ngày', figure?.asOf ? printDate(figure.asOf) : null),
      ...fact('Để trống vì', figure?.blankReason ? BLANK_LABELS[figure.blankReason] : null),
      ...fact('Ghi chú', figure?.note),
      ...fact('Cách tính', indicator.definition),
      ...fact('Căn cứ', indicator.definitionSource),
      ...fact(
        'Cập nhật',
        figure ? [printDateTime(figure.updatedAt), figure.updatedBy].filter(Boolean).join(', ') : null,
      ),
    ],
    breakdown: (figure?.breakdown ?? []).map(({ label, amount }) => ({ label, text: printNumber(amount) })),
    source: detail.source
      ? { href: `/sources/${detail.source.slug}`, label: citationLabel(detail.source) }
      : null,
    evidence: detail.evidence.map((file) => ({
      href: `/api/app/v1/evidence/${file.id}`,
      name: file.name,
      size: fileSizeLabel(file.size),
    })),
    historyHref: `/reports/${detail.reportId}/history`,
  }
}
