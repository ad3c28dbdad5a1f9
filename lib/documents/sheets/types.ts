import type { ReadCell } from '@/lib/platform/files/types'
import type { FigureMeasure } from '@/lib/reports/types'
import type { FigureInput } from '@/lib/reports/entry/types'

/** Bytes an uploaded form may have: one request. */
export const FORM_MAX_BYTES = 1024 * 1024

/** Columns of the form that is filled in offline, from 1. The first is hidden and names the row. */
export const FORM_COLUMNS = {
  key: 1,
  code: 2,
  name: 3,
  unit: 4,
  lastYear: 5,
  registered: 6,
  assigned: 7,
  qualifier: 8,
  result: 9,
  blank: 10,
  note: 11,
} as const

/** What the hidden, signed part of a form says: whose it is and what its figures were when it was made. */
export type FormStamp = {
  format: 1
  reportId: string
  unitId: string
  periodId: string
  year: number
  /** "set id:version", sorted. */
  sets: string[]
  madeAt: string
  /** Indicator, measure, version of the figure, print of the row's cells. */
  rows: [indicatorId: string, measure: FigureMeasure, version: number, print: string][]
}

/** Begins a number, a percentage in a comparable cell: no text that a spreadsheet holds begins so. */
export const NUMBER_MARK = '\u0001'
export const PERCENT_MARK = '\u0002'

/** The cells of one figure in a comparable form: numbers behind NUMBER_MARK, words as they are, '' for nothing. */
export type RowCells = { qualifier: string; result: string; blank: string; note: string; parts: string[] }

/** A figure's cells as they stand in an upload. */
export type UploadedRow = {
  /** Row of the sheet, from 1, for addresses. */
  row: number
  partRows: number[]
  cells: RowCells
  /** The result and the parts as read, for what only their type says. */
  result: ReadCell | null
  parts: (ReadCell | null)[]
  /** First cell that holds a formula, as an address. */
  formulaAt: string | null
}

export const IMPORT_STATUSES = ['NEW', 'CHANGED', 'CONFLICT', 'REFUSED', 'UNCHANGED'] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

/** What an upload would do to one figure. `before` and `after` are words for people. */
export type ImportItem = {
  status: ImportStatus
  indicatorId: string
  measure: FigureMeasure
  code: string
  name: string
  /** "I12" */
  address: string
  before: string
  after: string
  /** Why it is refused or in conflict. */
  reason: string | null
  /** What the checks will ask about it later. */
  remarks: string[]
  /** Version of the figure it was compared with. */
  version: number
  input: FigureInput | null
}

/** The full preview of an upload. `plan` names it: only what was shown is applied. */
export type ImportPreview = {
  plan: string
  fileName: string
  items: ImportItem[]
  counts: Record<ImportStatus, number>
}

export type ImportOutcome = { saved: number; left: number }
