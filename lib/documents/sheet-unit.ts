import { figureSpec } from '@/lib/indicators/rules'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import type { Cell, Table } from '@/lib/platform/files/types'
import { BLANK_LABELS, STATE_LABELS } from '@/lib/reports/labels'
import type { UnitYearSummary } from '@/lib/summaries/unit-years/rules'
import { figureColumns, figureWords, percentCell, targetCell } from './sheet-figures'

/**
 * A unit's year in long form: one line an indicator and period, since kinds differ from line to line. The number stands
 * in its own column where the figure is one, the words as written always beside it.
 */
export function unitTable(
  unitName: string,
  year: number,
  summary: UnitYearSummary,
  about: { notes: string[]; illustrative: boolean },
): Table {
  const rows: Cell[][] = summary.results.flatMap(({ report, row }) =>
    summary.indicators.map((indicator, index): Cell[] => {
      const cell = row.cells[index]!
      const written = report.written[indicator.id]
      const target = summary.targets[index]
      const whole = figureColumns(indicator, [], { first: 0 }).cells(cell.value)
      const single =
        indicator.kind === 'COUNT' || indicator.kind === 'MONEY' || indicator.kind === 'PERCENTAGE'
      const ratio = indicator.kind === 'RATIO' && cell.value !== null
      const instead = cell.notAssigned
        ? 'không giao'
        : cell.blank
          ? BLANK_LABELS[cell.blank].toLowerCase()
          : ''
      return [
        indicator.code,
        indicator.name,
        indicator.group.name,
        PERIOD_LABELS[report.period],
        STATE_LABELS[report.state],
        (single || ratio) && whole[0] ? whole[0] : { text: '' },
        ratio && whole[1] ? whole[1] : { text: '' },
        figureSpec(indicator).unit,
        written?.raw || figureWords(cell.value, indicator) || instead,
        targetCell(target?.value ?? null, indicator),
        cell.completion.percent === null ? { text: '' } : percentCell(cell.completion),
        cell.completion.label ?? '',
        (written?.breakdown ?? [])
          .map(({ label, amount }) => `${label}: ${amount.replace('.', ',')}`)
          .join('; '),
        written?.note ?? '',
      ]
    }),
  )
  return {
    name: `${unitName} ${year}`,
    title: `Báo cáo của ${unitName}, năm ${year}`,
    notes: about.notes,
    illustrative: about.illustrative,
    columns: [
      { head: 'Mã', width: 12 },
      { head: 'Chỉ tiêu', width: 44 },
      { head: 'Nhóm', width: 24 },
      { head: 'Kỳ', width: 16 },
      { head: 'Trạng thái', width: 18 },
      { head: 'Kết quả', width: 14 },
      { head: 'Trên tổng', width: 12 },
      { head: 'Đơn vị tính', width: 12 },
      { head: 'Ghi là', width: 26 },
      { head: 'Chỉ tiêu đăng ký', width: 20 },
      { head: '% đăng ký', width: 12 },
      { head: 'Mức hoàn thành', width: 16 },
      { head: 'Chi tiết', width: 30 },
      { head: 'Ghi chú', width: 36 },
    ],
    fixed: 2,
    rows,
  }
}
