/**
 * Cells of a spreadsheet as we write them. Text is always text: nothing that a person typed can become a formula.
 * `number` and `percent` are decimal text ("82.6" as `percent` shows 82,6%).
 */
export type Cell =
  | null
  | string
  | { text: string; look?: Look }
  | { number: string; look?: Look }
  | { percent: string; look?: Look }
  /** `formula` without its equals sign, made by our code alone; `cached` is what it comes to. */
  | { formula: string; cached: string | null; asPercent?: boolean; look?: Look }
  /** yyyy-MM-dd */
  | { date: string; look?: Look }
  /** A cell to be filled in where a sheet is protected: `text` keeps what is typed as text. */
  | { input: string | null; as: 'text' | 'number' | 'note' }

export const LOOKS = [
  'plain',
  'title',
  'note',
  'mark',
  'head',
  'group',
  'total',
  'wrap',
  'label',
  'small',
] as const
export type Look = (typeof LOOKS)[number]

/** A list to choose from in a range ("G5:G40"); anything else is refused by the spreadsheet with `message`. */
export type Choice = { range: string; values: string[]; message: string }

export type Sheet = {
  name: string
  /** Widths in characters; a column without one is 12 wide. `0` hides it. */
  widths: number[]
  rows: Cell[][]
  /** Heights in points by row index, where a row is not as high as its text. */
  heights?: Record<number, number>
  /** Rows and columns that stay while scrolling. */
  freeze?: { rows: number; columns: number }
  /** First and last row, from 1, repeated on every printed page. */
  repeat?: [number, number]
  portrait?: boolean
  merges?: string[]
  /** "A6:K20" gets the arrows of a filter. */
  filter?: string
  choices?: Choice[]
  /** Only cells of kind `input` can be changed. */
  locked?: boolean
  /** Not even listed among the hidden sheets. */
  hidden?: boolean
  /** Printed at the foot of each page, left; page numbers stand right. */
  footer?: string
}

export type Book = { title: string; /** ISO moment of making. */ madeAt: string; sheets: Sheet[] }

/** How a column of a table adds up: by positions of the columns that hold numerator and denominator for a ratio. */
export type ColumnTotal = 'SUM' | 'MAXIMUM' | { numerator: number; denominator: number }

export type TableColumn = {
  head: string
  /** What several columns beside each other have in common, written once above them. */
  group?: string
  width?: number
  total?: ColumnTotal
}

/** A table as it is given out: as a sheet with its totals as formulas, or as CSV. */
export type Table = {
  /** Name of the sheet, and first column of a CSV that holds several tables. */
  name: string
  title: string
  /** Lines under the title: what it shows, source, day. */
  notes: string[]
  /** Figures in it that are no real ones. */
  illustrative: boolean
  columns: TableColumn[]
  rows: Cell[][]
  /** Cells of the line of totals; those of columns with a `total` become formulas, with the cell's number kept as known value. */
  totals?: Cell[]
  /** Lines after the totals ("Cụm báo cáo"), not counted in them. */
  after?: Cell[][]
  /** Columns that stay while scrolling. */
  fixed?: number
}

/** What an upload came to. `cells` are sparse: row and column from 1. */
export type ReadCell = {
  row: number
  column: number
  /** As the spreadsheet keeps it: numbers as decimal text. */
  value: string
  kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error'
  formula?: true
}
export type ReadSheet = {
  name: string
  hidden: boolean
  cells: ReadCell[]
  /** Merged ranges: first row, first column, last row, last column. */
  merges: [number, number, number, number][]
}

export const READ_PROBLEMS = [
  'EMPTY',
  'TOO_BIG',
  'OLD_FORMAT',
  'NOT_XLSX',
  'BROKEN',
  'ENCRYPTED',
  'MACROS',
  'EXTERNAL',
  'ACTIVE_FORMULA',
  'UNPACKS_TOO_BIG',
  'TOO_MANY_ROWS',
  'TOO_MANY_CELLS',
  'TOO_SLOW',
] as const
export type ReadProblem = (typeof READ_PROBLEMS)[number]
