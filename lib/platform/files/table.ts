import { cellAddress, columnName } from './rules'
import type { Cell, ColumnTotal, Sheet, Table } from './types'
import { rowRange } from './xlsx'

const MARK = 'SỐ LIỆU MINH HỌA'

function totalFormula(total: ColumnTotal, column: number, from: number, to: number, at: number): string {
  if (total === 'SUM') return `SUM(${cellAddress(from, column)}:${cellAddress(to, column)})`
  if (total === 'MAXIMUM') return `MAX(${cellAddress(from, column)}:${cellAddress(to, column)})`
  // Σ numerators / Σ denominators, never an average of percentages.
  const over = cellAddress(at, total.denominator + 1)
  return `IF(${over}=0,"",${cellAddress(at, total.numerator + 1)}/${over})`
}

function totalCell(
  cell: Cell,
  total: ColumnTotal | undefined,
  column: number,
  span: [number, number],
  at: number,
): Cell {
  if (!total || cell === null || typeof cell === 'string' || !('number' in cell || 'percent' in cell))
    return typeof cell === 'string' ? { text: cell, look: 'total' } : cell
  const asPercent = 'percent' in cell
  return {
    formula: totalFormula(total, column, span[0], span[1], at),
    cached: 'percent' in cell ? cell.percent : cell.number,
    asPercent,
    look: 'total',
  }
}

/** A table as a sheet: title, notes, headings that stay and repeat, rows, totals as formulas. */
export function tableSheet(table: Table, footer: string): Sheet {
  const { columns } = table
  const rows: Cell[][] = [[{ text: table.title, look: 'title' }]]
  if (table.illustrative) rows.push([{ text: MARK, look: 'mark' }])
  for (const note of table.notes) rows.push([{ text: note, look: 'note' }])
  const merges: string[] = []
  const firstHead = rows.length + 1
  if (columns.some(({ group }) => group)) {
    // Only the corner of a merged cell holds its text.
    rows.push(
      columns.map(({ group }, index) => ({
        text: group && columns[index - 1]?.group !== group ? group : '',
        look: 'group',
      })),
    )
    merges.push(...groupMerges(table, firstHead))
  }
  rows.push(columns.map(({ head }) => ({ text: head, look: 'head' })))
  const headRow = rows.length
  const from = headRow + 1
  const to = headRow + table.rows.length
  const fill = (row: Cell[]) => columns.map((_, column) => row[column] ?? { text: '' })
  rows.push(...table.rows.map(fill))
  if (table.totals && table.rows.length > 0) {
    const at = to + 1
    rows.push(
      columns.map(({ total }, index) =>
        totalCell(table.totals?.[index] ?? { text: '', look: 'total' }, total, index + 1, [from, to], at),
      ),
    )
  }
  rows.push(...(table.after ?? []).map(fill))
  return {
    name: table.name,
    widths: columns.map(({ width }) => width ?? 12),
    rows,
    heights: { 0: 22 },
    freeze: { rows: headRow, columns: table.fixed ?? 1 },
    repeat: [firstHead, headRow],
    merges,
    filter:
      table.rows.length > 0
        ? `A${headRow}:${columnName(columns.length)}${to}`
        : rowRange(headRow, columns.length),
    footer,
  }
}

function groupMerges({ columns }: Table, row: number): string[] {
  const merges: string[] = []
  for (let start = 0; start < columns.length;) {
    let end = start
    while (columns[start]?.group && columns[end + 1]?.group === columns[start]?.group) end += 1
    if (end > start) merges.push(`${cellAddress(row, start + 1)}:${cellAddress(row, end + 1)}`)
    start = end + 1
  }
  return merges
}
