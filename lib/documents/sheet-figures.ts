import { figureSpec, printedPercent } from '@/lib/indicators/rules'
import type { Aggregation, Completion } from '@/lib/indicators/types'
import type { Cell, ColumnTotal, TableColumn } from '@/lib/platform/files/types'
import { fitsNumber } from '@/lib/platform/files/rules'
import { canonicalDecimal, shiftDecimal } from '@/lib/platform/numbers/decimal'
import { moneyPlaces, printFigure, printPercent } from '@/lib/platform/numbers/print'
import { ratioPercent } from '@/lib/platform/numbers/sum'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { TableIndicator } from '@/lib/summaries/types'

/** How the figures of one indicator stand in a sheet: their columns, and the cells of one figure in them. */
export type FigureColumns = {
  columns: TableColumn[]
  /** `instead` says why there is no figure. `words` are those it was written with. */
  cells: (value: FigureValue | null, instead?: string, words?: string) => Cell[]
}

const unitOf = (indicator: TableIndicator) => figureSpec(indicator).unit
const places = (indicator: TableIndicator) =>
  indicator.kind === 'MONEY' ? moneyPlaces(unitOf(indicator)) : 0

/** A figure in words, money in the unit of the table. */
export const figureWords = (value: FigureValue | null, indicator: TableIndicator): string =>
  value ? printFigure(value, figureSpec(indicator), indicator.kind === 'MONEY' ? { money: 'auto' } : {}) : ''

const isPlain = (value: FigureValue | null) =>
  value === null || !('qualifier' in value) || (value.qualifier === 'EXACT' && fitsNumber(value.amount))

const TOTALS: Record<Aggregation, ColumnTotal | undefined> = {
  SUM: 'SUM',
  RATIO_OF_SUMS: 'SUM',
  MAXIMUM: 'MAXIMUM',
  NONE: undefined,
}

const text = (words = ''): Cell => ({ text: words })

/** "Đăng ký (tỷ đồng)": the unit of the numbers that `targetCell` gives. */
export function targetHead(indicator: TableIndicator): string {
  const unit = isAmount(indicator) ? unitOf(indicator) : ''
  return unit ? `Đăng ký (${unit})` : 'Đăng ký'
}

const isAmount = ({ kind }: TableIndicator) => kind === 'COUNT' || kind === 'MONEY' || kind === 'PERCENTAGE'

/** A registered target that can be added up: a number in the indicator's unit where it is exact, its words otherwise. */
export function targetCell(value: FigureValue | null, indicator: TableIndicator): Cell {
  if (value && 'amount' in value && value.amount !== null && value.qualifier === 'EXACT') {
    const number = shiftDecimal(canonicalDecimal(value.amount), -places(indicator))
    if (fitsNumber(number)) return { number }
  }
  return text(figureWords(value, indicator))
}

/** At most two decimals, but never rounded to a figure that decides a class. */
const shortPercent = (percent: string) => printPercent(percent, 2).slice(0, -1).replace(',', '.')

/** How far a figure came, as a number of at most two decimals; in words where the figure itself is not exact. */
export function percentCell(completion: Completion | null): Cell {
  if (!completion?.percent) return text(completion?.label ?? '')
  return completion.qualifier === 'EXACT'
    ? { percent: shortPercent(completion.percent) }
    : text(printedPercent(completion))
}

/**
 * Columns for the figures of an indicator, from position `first` on. A number that is more than its digits ("trên 600
 * nghìn", "hàng ngàn ngày công") has its words in a column beside it, where any figure of `values` needs one, or always
 * with `asWritten`. A ratio has numerator, denominator and percentage; its total is a ratio of sums.
 */
export function figureColumns(
  indicator: TableIndicator,
  values: readonly (FigureValue | null)[],
  {
    first,
    group,
    head = 'Kết quả',
    asWritten = false,
  }: { first: number; group?: string; head?: string; asWritten?: boolean },
): FigureColumns {
  const total = TOTALS[indicator.aggregation]
  const beside: TableColumn[] =
    asWritten || !values.every(isPlain) ? [{ head: `${head}, ghi là`, group, width: 20 }] : []
  const wordsOf = (value: FigureValue | null, words?: string): Cell[] =>
    beside.length > 0
      ? [text(words ?? (asWritten || !isPlain(value) ? figureWords(value, indicator) : ''))]
      : []
  switch (indicator.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE': {
      const unit = unitOf(indicator)
      return {
        columns: [{ head: unit ? `${head} (${unit})` : head, group, width: 14, total }, ...beside],
        cells: (value, instead, words) => [
          value && 'amount' in value && value.amount !== null
            ? { number: shiftDecimal(canonicalDecimal(value.amount), -places(indicator)) }
            : text(value ? '' : instead),
          ...wordsOf(value, words),
        ],
      }
    }
    case 'RATIO':
      return {
        columns: [
          { head: `${head}: đạt`, group, width: 10, total },
          { head: 'trên tổng', group, width: 10, total },
          {
            head: 'tỷ lệ',
            group,
            width: 10,
            total: total === 'SUM' ? { numerator: first, denominator: first + 1 } : undefined,
          },
          ...beside,
        ],
        cells: (value, instead, words) => {
          if (value?.kind !== 'RATIO') return [text(instead), text(''), text(''), ...wordsOf(value, words)]
          const percent = ratioPercent(value.numerator, value.denominator)
          return [
            { number: value.numerator },
            { number: value.denominator },
            percent === null ? text('') : { percent: shortPercent(percent) },
            ...wordsOf(value, words),
          ]
        },
      }
    case 'COMPOSITE': {
      const parts = indicator.parts.length > 0 ? indicator.parts : ['Phần 1']
      return {
        columns: [
          ...parts.map((part): TableColumn => ({ head: `${head}: ${part}`, group, width: 12, total })),
          ...beside,
        ],
        cells: (value, instead, words) => [
          ...parts.map((_, index): Cell => {
            const part = value?.kind === 'COMPOSITE' ? value.parts[index] : undefined
            return part === undefined ? text(index === 0 ? instead : '') : { number: part }
          }),
          ...wordsOf(value, words),
        ],
      }
    }
    case 'YES_NO':
    case 'TEXT':
      return {
        columns: [{ head, group, width: indicator.kind === 'TEXT' ? 40 : 10 }, ...beside],
        cells: (value, instead, words) => [
          text(value ? figureWords(value, indicator) : instead),
          ...wordsOf(value, words),
        ],
      }
  }
}
