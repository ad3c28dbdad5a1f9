import { createHash } from 'node:crypto'
import { cellAddress } from '@/lib/platform/files/rules'
import { READ_PROBLEM_LABELS } from '@/lib/platform/files/labels'
import { readWorkbook } from '@/lib/platform/files/read'
import type { ReadCell, ReadSheet } from '@/lib/platform/files/types'
import { fail, ok, type Result } from '@/lib/platform/errors'
import type { ReportDto } from '@/lib/reports/types'
import { countStatuses } from './rules'
import { printOf, readStamp } from './sheet-stamp'
import { NOT_OUR_FORM } from './sheets/labels'
import { comparable, planRow, remarksOn, rowText } from './sheets/rules'
import {
  FORM_COLUMNS,
  IMPORT_STATUSES,
  type FormStamp,
  type ImportItem,
  type ImportPreview,
  type RowCells,
  type UploadedRow,
} from './sheets/types'

export type UploadedForm = { stamp: FormStamp; sheet: ReadSheet; print: string }

/** A form that was filled in, read apart; refused unless it is one of ours with its stamp whole. */
export async function readForm(bytes: Uint8Array): Promise<Result<UploadedForm>> {
  const read = await readWorkbook(bytes)
  if (!read.ok) return fail('invalid', READ_PROBLEM_LABELS[read.problem])
  const stamp = readStamp(read.sheets)
  const sheet = read.sheets.find(({ cells }) =>
    cells.some(({ column, value }) => column === FORM_COLUMNS.key && value === 'f0'),
  )
  if (!stamp || !sheet) return fail('invalid', NOT_OUR_FORM)
  return ok({ stamp, sheet, print: createHash('sha256').update(bytes).digest('hex') })
}

/** Why a form is not of this report, in one sentence; null when it is. */
function mismatch({ stamp }: UploadedForm, report: ReportDto, sets: readonly string[]): string | null {
  const { unit, period } = report
  if (stamp.unitId !== unit.id) return `Biểu này là của đơn vị khác, không phải của ${unit.name}.`
  if (stamp.year !== period.year)
    return `Biểu này là của năm ${stamp.year}, báo cáo đang mở là của năm ${period.year}.`
  if (stamp.periodId !== period.id || stamp.reportId !== report.id) return 'Biểu này là của kỳ báo cáo khác.'
  if (stamp.sets.join() !== sets.join())
    return 'Bộ chỉ tiêu đã thay đổi sau khi bạn tải biểu. Hãy tải biểu mới rồi chép số sang.'
  return null
}

function rowsByKey({ cells }: ReadSheet) {
  const keys = new Map<string, number>()
  const doubled = new Set<string>()
  const rows = new Map<number, Map<number, ReadCell>>()
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, ReadCell>()
    rows.set(cell.row, row.set(cell.column, cell))
    if (cell.column !== FORM_COLUMNS.key || !/^[fp]\d/.test(cell.value)) continue
    if (keys.has(cell.value)) doubled.add(cell.value)
    keys.set(cell.value, cell.row)
  }
  return { keys, doubled, at: (row: number, column: number) => rows.get(row)?.get(column) ?? null }
}

/** What the form would do to the report as it is now, figure by figure; refused as a whole when it is of another report. */
export function planForm(
  form: UploadedForm,
  report: ReportDto,
  sets: readonly string[],
  fileName: string,
): Result<ImportPreview> {
  const wrong = mismatch(form, report, sets)
  if (wrong) return fail('invalid', wrong)
  const { keys, doubled, at } = rowsByKey(form.sheet)
  const items: ImportItem[] = []
  for (const [position, [indicatorId, measure, stamped, print]] of form.stamp.rows.entries()) {
    const cell = report.cells.find(({ indicator }) => indicator.id === indicatorId)
    if (!cell || cell.notAssigned) continue
    const row = keys.get(`f${position}`)
    const partRows = cell.indicator.breakdown.map((_, index) => keys.get(`p${position}.${index}`) ?? 0)
    if (row === undefined || doubled.has(`f${position}`)) {
      items.push(missingRow(cell.indicator, measure, row === undefined ? 'không còn' : 'có hai lần'))
      continue
    }
    const main = measure === 'MAIN'
    const parts = main ? partRows.map((partRow) => at(partRow, FORM_COLUMNS.result)) : []
    const result = at(row, FORM_COLUMNS.result)
    const beside = (column: number) => comparable(at(row, column))
    const cells: RowCells = {
      qualifier: beside(FORM_COLUMNS.qualifier),
      result: comparable(result),
      blank: main ? beside(FORM_COLUMNS.blank) : '',
      note: main ? noteText(at(row, FORM_COLUMNS.note)) : '',
      parts: parts.map(comparable),
    }
    const typed = [
      ...[FORM_COLUMNS.qualifier, FORM_COLUMNS.result, FORM_COLUMNS.blank, FORM_COLUMNS.note].map((column) =>
        at(row, column),
      ),
      ...parts,
    ]
    const formula = typed.find((found) => found?.formula)
    const upload: UploadedRow = {
      row,
      partRows,
      cells,
      result,
      parts,
      formulaAt: formula ? cellAddress(formula.row, formula.column) : null,
    }
    const untouched = printOf(rowText(cells)) === print
    items.push(planRow({ cell, measure, stamped, untouched, upload }))
  }
  for (const item of items) {
    const cell = report.cells.find(({ indicator }) => indicator.id === item.indicatorId)
    if (cell && item.measure === 'MAIN') item.remarks = remarksOn(items, cell, report.period.kind)
  }
  const counts = countStatuses(IMPORT_STATUSES, items)
  const plan = createHash('sha256')
    .update(
      JSON.stringify([
        form.print,
        report.id,
        items.map(({ status, version, input }) => [status, version, input]),
      ]),
    )
    .digest('base64url')
  return ok({ plan, fileName, items, counts })
}

/** A number in a note is words all the same. */
function noteText(cell: ReadCell | null): string {
  const text = comparable(cell)
  return cell?.kind === 'number' ? text.slice(1).replace('.', ',') : text
}

function missingRow(
  indicator: { id: string; code: string; name: string },
  measure: ImportItem['measure'],
  how: string,
): ImportItem {
  return {
    status: 'REFUSED',
    indicatorId: indicator.id,
    measure,
    code: indicator.code,
    name: indicator.name,
    address: '',
    before: '',
    after: '',
    reason: `Dòng của chỉ tiêu này ${how} trong biểu. Hãy tải biểu mới.`,
    remarks: [],
    version: 0,
    input: null,
  }
}
