import { canonicalDecimal } from '../numbers/decimal'
import { looksLikeFormula } from './formula'
import type { Cell, Table } from './types'

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Text that cannot run: an apostrophe goes before what would be read as a formula. */
function harmless(text: string): string {
  const clean = text.replaceAll('\0', '')
  return quoted(looksLikeFormula(clean) ? `'${clean}` : clean)
}

/** 13577,5 — no grouping, a decimal comma: a number for Excel with Vietnamese settings. */
const plain = (decimal: string) => canonicalDecimal(decimal).replace('.', ',')

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell === '' ? '' : harmless(cell)
  if ('text' in cell) return cell.text === '' ? '' : harmless(cell.text)
  if ('number' in cell) return plain(cell.number)
  if ('percent' in cell) return `${plain(cell.percent)}%`
  if ('formula' in cell) return cell.cached === null ? '' : plain(cell.cached) + (cell.asPercent ? '%' : '')
  if ('date' in cell) return cell.date.split('-').reverse().join('/')
  if ('input' in cell) return cell.input ? harmless(cell.input) : ''
  return ''
}

const line = (fields: string[]) => `${fields.join(';')}\r\n`

/**
 * Tables as one CSV (RFC 4180 with semicolons, UTF-8 with a byte order mark): in Vietnamese the comma is the decimal mark, so that Excel
 * separates fields by the semicolon. One line of headings, so that Power Query and formulas find columns; several tables
 * stand under each other with their name in the first column.
 */
export function writeCsv(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const several = tables.length > 1
  const first = tables[0]
  let out = '\ufeff'
  for (const [position, table] of tables.entries()) {
    const named = (cells: string[]) => (several ? [harmless(table.name), ...cells] : cells)
    if (position === 0 || !sameColumns(table, first)) {
      const heads = table.columns.map(({ head, group }) => harmless(group ? `${group}: ${head}` : head))
      out += line(several ? [harmless('Bảng'), ...heads] : heads)
    }
    for (const row of [...table.rows, ...(table.totals ? [table.totals] : []), ...(table.after ?? [])])
      out += line(named(table.columns.map((_, column) => field(row[column] ?? null))))
  }
  // What the sheet says above its table a CSV says below it: the first line has to be the headings.
  for (const note of [first?.title ?? '', ...(first?.notes ?? [])]) if (note) out += line([harmless(note)])
  if (tables.some(({ illustrative }) => illustrative)) out += line([harmless('SỐ LIỆU MINH HỌA')])
  return new TextEncoder().encode(out)
}

const sameColumns = (a: Table, b: Table | undefined) =>
  b !== undefined &&
  JSON.stringify(a.columns.map(({ head, group }) => [group, head])) ===
    JSON.stringify(b.columns.map(({ head, group }) => [group, head]))

/** A value that a program reads: decimal text marked as a number stays one. */
export type DataCell = string | number | boolean | null | { number: string | null }

function dataField(cell: DataCell): string {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return String(cell ?? '')
  if (typeof cell === 'string') return cell === '' ? '' : harmless(cell)
  return cell.number === null ? '' : canonicalDecimal(cell.number)
}

/** Rows as programs read them anywhere: RFC 4180 with commas and decimal points, UTF-8 with a byte order mark. */
export function writeDataCsv(rows: readonly (readonly DataCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(dataField).join(',')}\r\n`).join('')}`
}
