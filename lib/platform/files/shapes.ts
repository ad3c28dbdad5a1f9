import { runsOf, type Align, type Text } from './paper.ts'
import type { Form } from './form.ts'

/*
 * A paper set in type: the few shapes that every renderer draws, with every size, indent and distance decided, so that DOCX,
 * PDF and preview cannot differ in form. Distances between lines in points, widths and indents in millimetres.
 */

export type SetRun = { text: string; bold: boolean; italic: boolean }
export type SetParagraph = {
  kind: 'paragraph'
  runs: SetRun[]
  size: number
  align: Align
  /** Indent of the first line and of the whole paragraph, millimetres. */
  first: number
  left: number
  /** Points. */
  before: number
  after: number
  /** Line spacing, times single. */
  leading: number
  /** Stays on the page of what follows. */
  keep: boolean
}
/** A thin line, as wide as a share of the widest of the texts that it stands under. */
export type SetRule = {
  kind: 'rule'
  under: string[]
  bold: boolean
  size: number
  share: number
  before: number
  after: number
}
export type SetCell = {
  columns: number
  rows: number
  middle: boolean
  content: SetItem[]
}
export type SetRow = {
  cells: SetCell[]
  /** Least height, millimetres. */
  height: number
}
export type SetTable = {
  kind: 'table'
  /** Millimetres. */
  widths: number[]
  rows: SetRow[]
  /** Rows repeated on every page. */
  headRows: number
  borders: 'all' | 'cut' | 'none'
  /** Room inside each cell to left and right, millimetres. */
  padding: number
  /** The whole table stays on one page. */
  together: boolean
  before: number
  after: number
}
export type SetBreak = { kind: 'break' }
export type SetItem = SetParagraph | SetRule | SetTable | SetBreak

export type SetSection = {
  landscape: boolean
  margins: Form['margins']
  /** Page numbers from the second page on, counted anew in each section; null for none. Points. */
  pageNumber: number | null
  /** Printed at the foot of every page; null for none. */
  mark: string | null
  items: SetItem[]
}

/** NFC, without what neither XML nor a font can carry. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\ufeff\ufffe\uffff]/g, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

/** A paragraph of `size` points, to the left and without indents unless told. */
export function paragraph(
  text: Text,
  size: number,
  more: Partial<SetParagraph & { bold: boolean; italic: boolean }> = {},
): SetParagraph {
  const { bold = false, italic = false, ...rest } = more
  return {
    kind: 'paragraph',
    runs: runsOf(text).map((run) => ({
      text: printable(run.text),
      bold: run.bold ?? bold,
      italic: run.italic ?? italic,
    })),
    size,
    align: 'left',
    first: 0,
    left: 0,
    before: 0,
    after: 0,
    leading: 1,
    keep: false,
    ...rest,
  }
}

/** A line under the words of `under`, as long as `share` of the longest of them set bold at `size` points. */
export function rule(under: string[], size: number, share: number, more: Partial<SetRule> = {}): SetRule {
  return { kind: 'rule', under: under.map(printable), bold: true, size, share, before: 2, after: 0, ...more }
}

/** A table without borders, for things side by side; `widths` in mm. */
export function plainTable(widths: number[], rows: SetRow[], more: Partial<SetTable> = {}): SetTable {
  return {
    kind: 'table',
    widths,
    rows,
    headRows: 0,
    borders: 'none',
    padding: 0,
    together: true,
    before: 0,
    after: 0,
    ...more,
  }
}

/** A cell of one column and one row unless told. */
export const cell = (content: SetItem[], more: Partial<SetCell> = {}): SetCell => ({
  columns: 1,
  rows: 1,
  middle: false,
  content,
  ...more,
})

/** For each row the columns that cells of rows above reach down into. */
export function coveredColumns(rows: readonly SetRow[]): Set<number>[] {
  let down = new Map<number, number>()
  return rows.map((row) => {
    const covered = new Set(down.keys())
    const next = new Map(
      [...down].flatMap(([column, left]) => (left > 1 ? [[column, left - 1] as const] : [])),
    )
    for (const { at, cell: one } of placedCells(row, covered))
      if (one.rows > 1)
        for (let column = at; column < at + one.columns; column++) next.set(column, one.rows - 1)
    down = next
    return covered
  })
}

/** The cells of a row with the column each begins at. */
export function placedCells(row: SetRow, covered: ReadonlySet<number>): { at: number; cell: SetCell }[] {
  let at = 0
  return row.cells.map((one) => {
    while (covered.has(at)) at++
    const placed = { at, cell: one }
    at += one.columns
    return placed
  })
}

/** Width of a cell that begins at column `at`, millimetres. */
export function cellWidth({ widths }: SetTable, at: number, columns: number): number {
  return widths.slice(at, at + columns).reduce((sum, column) => sum + column, 0)
}
