import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { cellAddress, fitsNumber } from '@/lib/platform/files/rules'
import type { ReadCell } from '@/lib/platform/files/types'
import { canonicalDecimal, shiftDecimal } from '@/lib/platform/numbers/decimal'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { moneyPlaces, printFigure, printNumber } from '@/lib/platform/numbers/print'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import { entryOf, inputOf, readInput, sameInput } from '@/lib/reports/entry/rules'
import type { FigureInput } from '@/lib/reports/entry/types'
import { checkFigure } from '@/lib/reports/figures/rules'
import type { BlankReason, FigureDto, FigureMeasure, ReportCell, ReportDto } from '@/lib/reports/types'
import { BLANK_CHOICES, QUALIFIER_CHOICES } from './labels'
import {
  FORM_COLUMNS,
  NUMBER_MARK,
  PERCENT_MARK,
  type ImportItem,
  type RowCells,
  type UploadedRow,
} from './types'

const QUALIFIER_WORDS: Record<SizedQualifier, string> = {
  EXACT: '',
  OVER: QUALIFIER_CHOICES[0],
  NEARLY: QUALIFIER_CHOICES[1],
  ABOUT: QUALIFIER_CHOICES[2],
}

/** A figure as the cells of qualifier and result: a number where a spreadsheet can hold it whole, words otherwise. */
function resultCells(
  value: FigureValue | null,
  indicator: IndicatorDto,
): Pick<RowCells, 'qualifier' | 'result'> {
  if (!value) return { qualifier: '', result: '' }
  const spec = figureSpec(indicator)
  if ('amount' in value && value.amount !== null) {
    const places = value.kind === 'MONEY' ? moneyPlaces(spec.unit) : 0
    const number = shiftDecimal(canonicalDecimal(value.amount), -places)
    return fitsNumber(number)
      ? { qualifier: QUALIFIER_WORDS[value.qualifier], result: NUMBER_MARK + number }
      : { qualifier: '', result: printFigure(value, spec) }
  }
  return { qualifier: '', result: trimmed(printFigure(value, spec)) }
}

const trimmed = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .trim()

/** The cells of a stored figure, as the form shows them. */
export function cellsOf(figure: FigureDto | null, indicator: IndicatorDto, measure: FigureMeasure): RowCells {
  const main = measure === 'MAIN'
  return {
    ...resultCells(figure?.value ?? null, indicator),
    blank: main && figure?.blankReason ? BLANK_CHOICES[figure.blankReason] : '',
    note: main ? trimmed(figure?.note ?? '') : '',
    parts: main
      ? indicator.breakdown.map((label) => {
          const part = figure?.breakdown?.find((stored) => stored.label === label)
          if (!part) return ''
          const places = indicator.kind === 'MONEY' ? moneyPlaces(figureSpec(indicator).unit) : 0
          const number = shiftDecimal(canonicalDecimal(part.amount), -places)
          return fitsNumber(number) ? NUMBER_MARK + number : printNumber(part.amount)
        })
      : [],
  }
}

/** What is signed of a row's cells. */
export const rowText = ({ qualifier, result, blank, note, parts }: RowCells): string =>
  JSON.stringify([qualifier, result, blank, note, ...parts])

/** The comparable form of a cell that was read. */
export function comparable(cell: ReadCell | null): string {
  if (!cell) return ''
  if (cell.kind === 'number') return NUMBER_MARK + canonicalDecimal(cell.value)
  if (cell.kind === 'percent') return PERCENT_MARK + canonicalDecimal(cell.value)
  return cell.kind === 'text' ? trimmed(cell.value) : `${cell.kind}:${cell.value}`
}

type Written = { ok: true; text: string } | { ok: false; reason: string }
const refused = (reason: string): Written => ({ ok: false, reason })

/** What a person would have typed to mean the cell. */
export function writtenOf(cell: ReadCell | null, indicator: Pick<IndicatorDto, 'kind'>): Written {
  if (!cell) return { ok: true, text: '' }
  switch (cell.kind) {
    case 'text':
      return { ok: true, text: trimmed(cell.value) }
    case 'number':
      return { ok: true, text: printNumber(cell.value) }
    case 'percent':
      return indicator.kind === 'PERCENTAGE'
        ? { ok: true, text: `${printNumber(shiftDecimal(cell.value, 2))}%` }
        : refused('Ô đang ở dạng phần trăm, mà chỉ tiêu này không tính bằng phần trăm.')
    case 'boolean':
      return indicator.kind === 'YES_NO'
        ? { ok: true, text: cell.value === '1' ? 'Có' : 'Không' }
        : refused('Ô là đúng/sai, không phải con số.')
    case 'date':
      return refused('Excel đã đổi ô này thành ngày. Hãy đặt ô ở dạng chữ (Text) rồi gõ lại.')
    case 'error':
      return refused('Ô đang báo lỗi công thức. Hãy gõ lại con số.')
  }
}

const LEADS: Record<string, SizedQualifier> = { tren: 'OVER', hon: 'OVER', gan: 'NEARLY', khoang: 'ABOUT' }

/** Qualifier and result together, as one would type them. */
function withQualifier(word: string, text: string, indicator: IndicatorDto): Written {
  if (!word) return { ok: true, text }
  const asked = LEADS[foldVietnamese(word)]
  if (!asked) return refused(`Cột Mức chỉ nhận ${QUALIFIER_CHOICES.join(', ')}.`)
  if (!text) return refused('Đã chọn mức nhưng chưa có kết quả.')
  const alone = parseFigure(text, figureSpec(indicator))
  const own = alone.status === 'understood' && 'qualifier' in alone.value ? alone.value.qualifier : 'EXACT'
  if (own === asked) return { ok: true, text }
  if (own !== 'EXACT') return refused(`Cột Mức ghi “${word}” nhưng kết quả ghi “${text}”.`)
  return { ok: true, text: `${QUALIFIER_WORDS[asked]} ${text}` }
}

/** A bare amount of money is kept with its unit, once it is clear what it means. */
function withUnit(text: string, cell: ReadCell | null, indicator: IndicatorDto): string {
  const spec = figureSpec(indicator)
  const clear = parseFigure(text, spec).status === 'understood'
  return indicator.kind === 'MONEY' && cell?.kind === 'number' && clear ? `${text} ${spec.unit}` : text
}

function blankOf(word: string): { ok: true; reason: BlankReason | null } | { ok: false; reason: string } {
  if (!word) return { ok: true, reason: null }
  const folded = foldVietnamese(word)
  if (folded === foldVietnamese(BLANK_CHOICES.NOT_ARISEN)) return { ok: true, reason: 'NOT_ARISEN' }
  if (folded.includes('ly do')) return { ok: true, reason: 'OTHER' }
  return {
    ok: false,
    reason: `Cột Để trống chỉ nhận “${BLANK_CHOICES.NOT_ARISEN}” hoặc “${BLANK_CHOICES.OTHER}”.`,
  }
}

type Read = { ok: true; input: FigureInput } | { ok: false; reason: string; row: number; column: number }

/** The row as the boxes of the entry page would hold it. What was not touched keeps its words as stored. */
function readRow(
  upload: UploadedRow,
  current: FigureDto | null,
  indicator: IndicatorDto,
  measure: FigureMeasure,
): Read {
  const stored = inputOf(current, indicator)
  const shown = cellsOf(current, indicator, measure)
  const { cells } = upload
  const no = (reason: string, column: number, row = upload.row): Read => ({ ok: false, reason, row, column })
  let raw = stored.raw
  if (cells.result !== shown.result || cells.qualifier !== shown.qualifier) {
    const written = writtenOf(upload.result, indicator)
    if (!written.ok) return no(written.reason, FORM_COLUMNS.result)
    const whole = withQualifier(cells.qualifier, withUnit(written.text, upload.result, indicator), indicator)
    if (!whole.ok) return no(whole.reason, FORM_COLUMNS.qualifier)
    raw = whole.text
  }
  const blank = blankOf(cells.blank)
  if (!blank.ok) return no(blank.reason, FORM_COLUMNS.blank)
  const breakdown: string[] = []
  for (const [index] of (measure === 'MAIN' ? indicator.breakdown : []).entries()) {
    if (cells.parts[index] === shown.parts[index]) {
      breakdown.push(stored.breakdown[index] ?? '')
      continue
    }
    const part = writtenOf(upload.parts[index] ?? null, { kind: 'COUNT' })
    if (!part.ok) return no(part.reason, FORM_COLUMNS.result, upload.partRows[index])
    const unit = figureSpec(indicator).unit
    const money = indicator.kind === 'MONEY' && upload.parts[index]?.kind === 'number'
    breakdown.push(money ? `${part.text} ${unit}` : part.text)
  }
  const note = measure === 'MAIN' ? cells.note : ''
  return { ok: true, input: { raw, breakdown, note, blankReason: blank.reason } }
}

const sayInput = (input: FigureInput, indicator: IndicatorDto): string => {
  const parts = input.breakdown.filter(Boolean).length > 0 ? ` (${input.breakdown.join(' + ')})` : ''
  const value = input.raw
    ? `${input.raw}${parts}`
    : input.blankReason
      ? BLANK_CHOICES[input.blankReason]
      : 'trống'
  const unit =
    input.raw && /^[\d.,]+$/.test(input.raw) && indicator.kind !== 'RATIO'
      ? (indicator.displayUnit ?? indicator.measureUnit)
      : ''
  return [`${value}${unit && unit !== '%' ? ` ${unit}` : ''}`, input.note ? `ghi chú: ${input.note}` : '']
    .filter(Boolean)
    .join('; ')
}

/** Why the input cannot be taken over; null when it can. */
function problemOf(input: FigureInput, indicator: IndicatorDto): string | null {
  const { outcome, partProblem } = readInput(input, indicator)
  if (outcome.status === 'ask') return outcome.question
  if (outcome.status === 'refused') return outcome.message
  if (partProblem) return partProblem
  if (outcome.status === 'understood' && input.blankReason)
    return 'Đã có số liệu thì không chọn lý do để trống.'
  if (outcome.status === 'empty' && input.breakdown.some(Boolean))
    return 'Có phần chi tiết nhưng chưa có kết quả chung.'
  return null
}

type RowPlan = {
  cell: ReportCell
  measure: FigureMeasure
  /** Version of the figure when the form was made. */
  stamped: number
  untouched: boolean
  upload: UploadedRow
}

/** What one uploaded row would do to the report as it is now. Nothing newer is ever overwritten. */
export function planRow({ cell, measure, stamped, untouched, upload }: RowPlan): ImportItem {
  const { indicator } = cell
  const current = measure === 'MAIN' ? cell.figure : cell.toDate
  const version = current?.version ?? 0
  const shared = {
    indicatorId: indicator.id,
    measure,
    code: indicator.code,
    name: measure === 'MAIN' ? indicator.name : `${indicator.name} (lũy kế đến nay)`,
    before: sayInput(inputOf(current, indicator), indicator),
    remarks: [],
    version,
  }
  const address = cellAddress(upload.row, FORM_COLUMNS.result)
  const unchanged = (): ImportItem => ({
    ...shared,
    status: 'UNCHANGED',
    address,
    after: shared.before,
    reason: null,
    input: null,
  })
  const refuse = (reason: string, at = address, after = upload.cells.result): ImportItem => ({
    ...shared,
    status: 'REFUSED',
    address: at,
    after: after.replace(/^[\u0001\u0002]/, ''),
    reason,
    input: null,
  })
  if (upload.formulaAt)
    return refuse('Ô chứa công thức. Hãy dán thành giá trị rồi tải lên lại.', upload.formulaAt, '')
  if (untouched || rowText(upload.cells) === rowText(cellsOf(current, indicator, measure))) return unchanged()
  const read = readRow(upload, current, indicator, measure)
  if (!read.ok) return refuse(read.reason, cellAddress(read.row, read.column))
  const { input } = read
  if (sameInput(input, inputOf(current, indicator))) return unchanged()
  const problem = problemOf(input, indicator)
  if (problem) return refuse(problem)
  const after = sayInput(input, indicator)
  if (version !== stamped) {
    const by = current?.updatedBy ? `${current.updatedBy} đã` : 'Đã'
    return {
      ...shared,
      status: 'CONFLICT',
      address,
      after,
      reason: `${by} sửa ô này sau khi bạn tải biểu. Số mới hơn được giữ; muốn đổi hãy sửa trên trang nhập.`,
      input: null,
    }
  }
  const empty = !current || (current.value === null && current.blankReason === null && !current.note)
  return { ...shared, status: empty ? 'NEW' : 'CHANGED', address, after, reason: null, input }
}

/** What presenting will ask of a row once the form is taken over; nothing of one that stays as it is. */
export function remarksOn(
  items: readonly ImportItem[],
  cell: ReportCell,
  period: ReportDto['period']['kind'],
): string[] {
  const { indicator, lastYear, earlier } = cell
  const inputFor = (measure: FigureMeasure) =>
    items.find((item) => item.indicatorId === indicator.id && item.measure === measure)?.input ?? null
  const [main, toDate] = [inputFor('MAIN'), inputFor('TO_DATE')]
  if (!main && !toDate) return []
  const entry = entryOf(main ?? inputOf(cell.figure, indicator), indicator)
  return checkFigure(entry, {
    indicator,
    period,
    lastYear,
    earlier,
    toDate: toDate ? readInput(toDate, indicator).value : cell.toDate?.value,
  }).map(({ message }) => message)
}
