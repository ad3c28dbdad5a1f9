import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import { printFigure, printNumber, printPercent } from '@/lib/platform/numbers/print'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import type {
  BlankReason,
  BreakdownPart,
  FigureDto,
  FigureRemark,
  MissingItem,
  ProjectionCell,
  ReportCell,
  ReportProgress,
  WrittenFigure,
} from '../types'

type Entry = Pick<FigureDto, 'value' | 'breakdown' | 'blankReason' | 'note'>
type Beside = {
  indicator: IndicatorDto
  period: PeriodKind
  lastYear: (WrittenFigure & { year: number }) | null
  earlier: ReportCell['earlier']
  /** What the same report says was reached to date. */
  toDate?: FigureValue | null
}

/** The number a figure is compared by: an amount, or a ratio as numerator over denominator. */
function sizeOf(value: FigureValue | null): { n: string; d: string; qualifier: SizedQualifier } | null {
  if (!value) return null
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      return value.amount === null ? null : { n: value.amount, d: '1', qualifier: value.qualifier }
    case 'RATIO':
      return compareDecimals(value.denominator, '0') > 0
        ? { n: value.numerator, d: value.denominator, qualifier: 'EXACT' }
        : null
    case 'YES_NO':
    case 'TEXT':
    case 'COMPOSITE':
      return null
  }
}

const cross = (a: { n: string; d: string }, b: { n: string; d: string }): [string, string] => [
  multiplyDecimals(a.n, b.d),
  multiplyDecimals(b.n, a.d),
]
const distance = (a: string, b: string) => absoluteDecimal(subtractDecimals(a, b))

/** More than half of last year's figure away from it. */
function jumps(value: FigureValue, before: FigureValue): boolean {
  const [now, then] = [sizeOf(value), sizeOf(before)]
  if (!now || !then || compareDecimals(then.n, '0') === 0) return false
  const [a, b] = cross(now, then)
  return compareDecimals(multiplyDecimals(distance(a, b), '2'), absoluteDecimal(b)) > 0
}

function falls(value: FigureValue, earlier: FigureValue): boolean {
  if (value.kind === 'COMPOSITE' && earlier.kind === 'COMPOSITE')
    return value.parts.some((part, index) => compareDecimals(part, earlier.parts[index] ?? '0') < 0)
  if (value.kind === 'RATIO' && earlier.kind === 'RATIO')
    return compareDecimals(value.numerator, earlier.numerator) < 0
  const [now, then] = [sizeOf(value), sizeOf(earlier)]
  return now !== null && then !== null && compareDecimals(now.n, then.n) < 0
}

function checkBreakdown(value: FigureValue, parts: BreakdownPart[], indicator: IndicatorDto): FigureRemark[] {
  const total = value.kind === 'RATIO' ? value.numerator : 'amount' in value ? value.amount : null
  if (total === null || parts.length === 0) return []
  if (parts.length < indicator.breakdown.length)
    return [
      {
        level: 'error',
        code: 'BREAKDOWN_PARTS',
        message: 'Phần chi tiết còn thiếu. Chỗ không có thì ghi 0.',
      },
    ]
  const sum = parts.reduce((acc, part) => addDecimals(acc, part.amount), '0')
  const order = compareDecimals(sum, total)
  if (order === 0) return []
  const by = printNumber(distance(sum, total))
  return [
    {
      level: 'error',
      code: 'BREAKDOWN',
      message: `Cộng chi tiết được ${printNumber(sum)}, ${order > 0 ? 'thừa' : 'thiếu'} ${by} so với tổng ${printNumber(total)}.`,
    },
  ]
}

/**
 * What is to be said of an entry: errors (a breakdown that does not sum, a numerator above its denominator, a blank
 * without the promised note) and questions that a note answers (a jump over last year, a falling cumulative figure, more reached to date
 * than is expected of the whole year).
 */
export function checkFigure(entry: Entry, beside: Beside): FigureRemark[] {
  const { value, blankReason, note } = entry
  const { indicator, lastYear } = beside
  if (!value) {
    return blankReason === 'OTHER' && !note?.trim()
      ? [{ level: 'error', code: 'BLANK_NOTE', message: 'Hãy ghi lý do để trống vào phần ghi chú.' }]
      : []
  }
  const remarks = entry.breakdown ? checkBreakdown(value, entry.breakdown, indicator) : []
  if (
    value.kind === 'RATIO' &&
    !indicator.numeratorMayPass &&
    compareDecimals(value.numerator, value.denominator) > 0
  ) {
    remarks.push({
      level: 'error',
      code: 'NUMERATOR',
      message: `Tử số ${printNumber(value.numerator)} lớn hơn mẫu số ${printNumber(value.denominator)}.`,
    })
  }
  if (
    value.kind === 'PERCENTAGE' &&
    value.amount !== null &&
    !indicator.numeratorMayPass &&
    compareDecimals(value.amount, '100') > 0
  ) {
    remarks.push({
      level: 'error',
      code: 'PERCENT_RANGE',
      message: `${printPercent(value.amount, Infinity)} lớn hơn 100%. Hãy xem lại số liệu.`,
    })
  }
  if (note?.trim()) return remarks
  const spec = figureSpec(indicator)
  if (beside.period !== 'REGISTRATION' && lastYear?.value && jumps(value, lastYear.value)) {
    remarks.push({
      level: 'question',
      code: 'JUMP',
      message: `Chênh hơn một nửa so với năm ${lastYear.year} (${printFigure(lastYear.value, spec)}). Nếu đúng, hãy ghi chú vì sao.`,
    })
  }
  const higher = indicator.cumulative
    ? beside.earlier.findLast((earlier) => earlier.value !== null && falls(value, earlier.value))
    : undefined
  if (higher?.value) {
    const when =
      higher.measure === 'TO_DATE' ? 'lũy kế đã báo cáo' : `kỳ ${PERIOD_LABELS[higher.period].toLowerCase()}`
    remarks.push({
      level: 'question',
      code: 'FALLING',
      message: `Thấp hơn ${when} (${printFigure(higher.value, spec)}) dù là số lũy kế. Nếu đúng, hãy ghi chú vì sao.`,
    })
  }
  if (indicator.cumulative && beside.toDate && falls(value, beside.toDate)) {
    remarks.push({
      level: 'question',
      code: 'TO_DATE',
      message: `Ước cả năm thấp hơn lũy kế đến nay (${printFigure(beside.toDate, spec)}). Nếu đúng, hãy ghi chú vì sao.`,
    })
  }
  return remarks
}

const hasEntry = (figure: Pick<FigureDto, 'value' | 'blankReason'> | null) =>
  figure !== null && (figure.value !== null || figure.blankReason !== null)

type CheckedCell = Pick<
  ReportCell,
  'indicator' | 'notAssigned' | 'figure' | 'toDate' | 'lastYear' | 'earlier' | 'evidenceCount'
>

/** What keeps one row from being presented. */
export function missingInCell(cell: CheckedCell, period: PeriodKind): MissingItem[] {
  if (cell.notAssigned) return []
  const { indicator, figure } = cell
  const item = (code: string, message: string): MissingItem => ({
    indicatorId: indicator.id,
    code,
    name: indicator.shortName,
    message,
  })
  if (!figure || !hasEntry(figure))
    return [item('EMPTY', 'Chưa nhập. Nếu không có, hãy mở “Ghi chú, để trống” và chọn “Không phát sinh”.')]
  const items = checkFigure(figure, {
    indicator,
    period,
    lastYear: cell.lastYear,
    earlier: cell.earlier,
    toDate: cell.toDate?.value,
  }).map(({ code, message }) => item(code, message))
  if (period !== 'REGISTRATION' && indicator.evidenceRequired && figure.value && cell.evidenceCount === 0)
    items.push(item('EVIDENCE', 'Chỉ tiêu này cần minh chứng.'))
  return items
}

/** What keeps a report from being presented to the leader; empty when it is complete. */
export function missingForPresenting(cells: readonly CheckedCell[], period: PeriodKind): MissingItem[] {
  if (cells.length === 0)
    return [{ indicatorId: null, code: 'NO_INDICATORS', name: '', message: 'Năm này chưa có bộ chỉ tiêu.' }]
  return cells.flatMap((cell) => missingInCell(cell, period))
}

/** Counts over the assigned indicators; "toMend" counts rows with an error or an unanswered question. */
export function progressOf(cells: readonly CheckedCell[], period: PeriodKind): ReportProgress {
  const progress: ReportProgress = { assigned: 0, filled: 0, blank: 0, empty: 0, toMend: 0 }
  for (const cell of cells) {
    if (cell.notAssigned) continue
    progress.assigned += 1
    if (!hasEntry(cell.figure)) progress.empty += 1
    else {
      if (cell.figure?.value) progress.filled += 1
      else progress.blank += 1
      if (missingInCell(cell, period).length > 0) progress.toMend += 1
    }
  }
  return progress
}

/** The columns of a stored figure that hold its value. */
export type ValueColumns = {
  amount: string | null
  denominator: string | null
  qualifier: string
  yes: boolean | null
  words: string | null
  parts: string[]
}

/** A figure as kept in its history. */
export type StoredFigure = ValueColumns & Pick<FigureDto, 'raw' | 'breakdown' | 'blankReason' | 'note'>

const NO_VALUE: ValueColumns = {
  amount: null,
  denominator: null,
  qualifier: 'EXACT',
  yes: null,
  words: null,
  parts: [],
}

export function toColumns(value: FigureValue | null): ValueColumns {
  if (!value) return NO_VALUE
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      return value.amount === null
        ? { ...NO_VALUE, qualifier: value.qualifier, words: value.words }
        : { ...NO_VALUE, amount: value.amount, qualifier: value.qualifier }
    case 'RATIO':
      return { ...NO_VALUE, amount: value.numerator, denominator: value.denominator }
    case 'YES_NO':
      return { ...NO_VALUE, yes: value.yes }
    case 'TEXT':
      return { ...NO_VALUE, words: value.text }
    case 'COMPOSITE':
      return { ...NO_VALUE, parts: value.parts }
  }
}

/** Whether the database can hold it unrounded: 34 digits before the decimal mark, 6 after. */
export function fits(value: FigureValue): boolean {
  const { amount, denominator, parts } = toColumns(value)
  return [amount, denominator, ...parts].every((decimal) => {
    const [whole = '', fraction = ''] = (decimal ?? '0').replace('-', '').split('.')
    return whole.length <= 34 && fraction.length <= 6
  })
}

const SIZED: readonly string[] = ['EXACT', 'OVER', 'NEARLY', 'ABOUT']
const sized = (qualifier: string): SizedQualifier =>
  SIZED.includes(qualifier) ? (qualifier as SizedQualifier) : 'EXACT'

/** The value that stored columns mean for an indicator of a kind; null for a blank. */
export function fromColumns(kind: IndicatorDto['kind'], columns: ValueColumns): FigureValue | null {
  const { amount, denominator, qualifier, yes, words, parts } = columns
  switch (kind) {
    case 'COUNT':
    case 'MONEY':
      if (amount !== null) return { kind, amount, qualifier: sized(qualifier) }
      return words === null ? null : { kind, amount: null, qualifier: 'UNKNOWN_SIZE', words }
    case 'PERCENTAGE':
      return amount === null ? null : { kind, amount, qualifier: sized(qualifier) }
    case 'RATIO':
      return amount === null || denominator === null ? null : { kind, numerator: amount, denominator }
    case 'YES_NO':
      return yes === null ? null : { kind, yes }
    case 'TEXT':
      return words === null ? null : { kind, text: words }
    case 'COMPOSITE':
      return parts.length === 0 ? null : { kind, parts }
  }
}

/** A cell of the projection from what is stored, with its short keys. */
export function toProjection(
  columns: ValueColumns,
  blankReason: BlankReason | null,
): Omit<ProjectionCell, 'v'> {
  return {
    ...(columns.amount !== null && { a: columns.amount }),
    ...(columns.denominator !== null && { d: columns.denominator }),
    ...(columns.qualifier !== 'EXACT' && { q: columns.qualifier }),
    ...(columns.words !== null && { w: columns.words }),
    ...(columns.yes !== null && { y: columns.yes }),
    ...(columns.parts.length > 0 && { p: columns.parts }),
    ...(blankReason !== null && { b: blankReason }),
  }
}

/** The value of a projection's cell. */
export function fromProjection(
  kind: IndicatorDto['kind'],
  cell: ProjectionCell | undefined,
): FigureValue | null {
  if (!cell) return null
  return fromColumns(kind, {
    amount: cell.a ?? null,
    denominator: cell.d ?? null,
    qualifier: cell.q ?? 'EXACT',
    yes: cell.y ?? null,
    words: cell.w ?? null,
    parts: cell.p ?? [],
  })
}
