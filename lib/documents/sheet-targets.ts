import type { RegisteredTargets } from '@/lib/activities/pledge/types'
import type { Cell, Table, TableColumn } from '@/lib/platform/files/types'
import { totalOf } from '@/lib/indicators/rules'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { STATE_LABELS } from '@/lib/reports/labels'
import type { UnitRef } from '@/lib/units/types'
import { figureColumns } from './sheet-figures'

/** Each unit's registered targets, units down and indicators across, with totals by each indicator's own aggregation. */
export function targetTable(
  { indicators, units }: RegisteredTargets,
  members: readonly UnitRef[],
  { title, notes }: { title: string; notes: string[] },
): Table {
  const rows = members.flatMap((member) => {
    const row = units.find(({ unitId }) => unitId === member.id)
    return row ? [{ ...row, name: member.name }] : []
  })
  const columns: TableColumn[] = [
    { head: 'Đơn vị', width: 24 },
    { head: 'Tình trạng', width: 18 },
  ]
  const blocks = indicators.map((indicator) => {
    const values = rows.map((row) => row.values[indicator.id] ?? null)
    const total = totalOf(
      values.filter((value): value is FigureValue => value !== null),
      indicator,
    ).value
    const shown = { ...indicator, lastId: null }
    const figures = figureColumns(shown, [...values, total], {
      first: columns.length,
      group: indicator.shortName,
      head: 'Đăng ký',
    })
    columns.push(...figures.columns)
    return { indicator, figures, total }
  })
  return {
    name: 'Chỉ tiêu đăng ký',
    title,
    notes,
    illustrative: rows.some(({ illustrative }) => illustrative),
    columns,
    rows: rows.map((row) => [
      row.name,
      STATE_LABELS[row.state],
      ...blocks.flatMap(({ indicator, figures }) => figures.cells(row.values[indicator.id] ?? null)),
    ]),
    totals: ['Tổng', { text: '' } as Cell, ...blocks.flatMap(({ figures, total }) => figures.cells(total))],
  }
}
