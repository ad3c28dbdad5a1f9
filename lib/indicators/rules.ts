import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  shiftDecimal,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import { groupThousands, printPercent } from '@/lib/platform/numbers/print'
import { maximumFigure, ratioPercent, sumFigures } from '@/lib/platform/numbers/sum'
import type { FigureKind, FigureSpec, FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import {
  type Aggregation,
  COMPLETION_CLASSES,
  type Completion,
  type CompletionBand,
  type CompletionClass,
  type IndicatorDto,
  type Total,
} from './types'

type CompletionFacts = Pick<IndicatorDto, 'direction' | 'bands'>

/** A non-negative fraction; kept as two decimals so that comparisons are exact. */
type Fraction = { n: string; d: string }
/** What a figure may be: the figure as stated, and the least and greatest value its qualifier allows. */
type Range = {
  stated: Fraction
  low: Fraction
  high: Fraction
  lowOpen: boolean
  highOpen: boolean
  qualifier: SizedQualifier
}

const NOTHING: Completion = { percent: null, qualifier: 'EXACT', class: null, label: null, share: 0 }

/** How the numbers module reads and prints an indicator's figures. */
export function figureSpec(
  indicator: Pick<IndicatorDto, 'kind' | 'measureUnit' | 'displayUnit' | 'decimals' | 'parts' | 'nature'>,
): FigureSpec {
  return {
    kind: indicator.kind,
    unit:
      indicator.kind === 'MONEY' ? (indicator.displayUnit ?? indicator.measureUnit) : indicator.measureUnit,
    decimals: indicator.decimals,
    parts: indicator.parts,
    allowNegative: indicator.nature === 'INCREASE',
  }
}

const times = (a: Fraction, n: string, d = '1'): Fraction => ({
  n: multiplyDecimals(a.n, n),
  d: multiplyDecimals(a.d, d),
})
const compare = (a: Fraction, b: Fraction) =>
  compareDecimals(multiplyDecimals(a.n, b.d), multiplyDecimals(b.n, a.d))
/** a / b; null when b is zero. */
const over = (a: Fraction, b: Fraction): Fraction | null =>
  compareDecimals(b.n, '0') === 0 ? null : { n: multiplyDecimals(a.n, b.d), d: multiplyDecimals(a.d, b.n) }

function exactly(n: string, d = '1'): Range | null {
  if (compareDecimals(d, '0') <= 0) return null
  const stated = { n, d }
  return { stated, low: stated, high: stated, lowOpen: false, highOpen: false, qualifier: 'EXACT' }
}

/** "trên", "gần" and "khoảng" are taken to reach one tenth beyond the stated amount, and never to be the amount itself. */
function qualified(amount: string, qualifier: SizedQualifier): Range | null {
  const range = exactly(amount)
  if (!range || qualifier === 'EXACT') return range
  const negative = compareDecimals(amount, '0') < 0
  const less = times(range.stated, negative ? '11' : '9', '10')
  const more = times(range.stated, negative ? '9' : '11', '10')
  switch (qualifier) {
    case 'OVER':
      return { ...range, high: more, lowOpen: true, qualifier }
    case 'NEARLY':
      return { ...range, low: less, highOpen: true, qualifier }
    case 'ABOUT':
      return { ...range, low: less, high: more, qualifier }
  }
}

function rangeOf(value: FigureValue): Range | null {
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      if (value.amount === null) return null
      return qualified(
        value.kind === 'PERCENTAGE' ? shiftDecimal(value.amount, -2) : value.amount,
        value.qualifier,
      )
    case 'RATIO':
      return exactly(value.numerator, value.denominator)
    case 'YES_NO':
    case 'TEXT':
    case 'COMPOSITE':
      return null
  }
}

/**
 * The band that a share of the target reaches; below every bound, the last one. An open end of a range lies just above
 * or just below its bound.
 */
function bandOf(share: Fraction, bands: CompletionBand[], beside?: 'above' | 'below'): CompletionBand | null {
  const percent = times(share, '100')
  const reached = bands.find(({ from, inclusive }) => {
    const order = compare(percent, { n: from, d: '1' })
    return order > 0 || (order === 0 && (beside ? beside === 'above' : inclusive))
  })
  return reached ?? bands.at(-1) ?? null
}

const worse = (a: CompletionClass | null, b: CompletionClass | null) =>
  a !== null && b !== null && COMPLETION_CLASSES.indexOf(a) < COMPLETION_CLASSES.indexOf(b)

function shareOf(percent: string | null): number {
  return percent === null ? 0 : Math.min(1, Math.max(0, Number(percent) / 100))
}

function percentQualifier(result: Range, target: Range, lower: boolean): SizedQualifier {
  if (target.qualifier !== 'EXACT')
    return result.qualifier === 'EXACT' ? inverse(target.qualifier, !lower) : 'ABOUT'
  return inverse(result.qualifier, lower)
}

function inverse(qualifier: SizedQualifier, when: boolean): SizedQualifier {
  if (!when) return qualifier
  return qualifier === 'OVER' ? 'NEARLY' : qualifier === 'NEARLY' ? 'OVER' : qualifier
}

function compareRanges(result: Range, target: Range, { direction, bands }: CompletionFacts): Completion {
  if (compareDecimals(target.stated.n, '0') <= 0) return NOTHING
  const lower = direction === 'LOWER_IS_BETTER'
  // Lower is better: half the target is twice the completion, and none at all is better than any percentage.
  const best = lower ? target : result
  const worst = lower ? result : target
  const stated = over(best.stated, worst.stated)
  if (!stated) {
    const first = bands[0] ?? null
    return { ...NOTHING, class: first?.class ?? null, label: first?.label ?? null, share: 1 }
  }
  const percent = ratioPercent(stated.n, stated.d)
  const base = { percent, qualifier: percentQualifier(result, target, lower), share: shareOf(percent) }
  if (best.low === best.high && worst.low === worst.high) {
    const band = bandOf(stated, bands)
    return { ...base, class: band?.class ?? null, label: band?.label ?? null }
  }
  const low = over(best.low, worst.high)
  const high = over(best.high, worst.low)
  if (!low || !high) return { ...NOTHING, ...base }
  const lowOpen = best.lowOpen || worst.highOpen
  const highOpen = best.highOpen || worst.lowOpen
  const from = bandOf(low, bands, lowOpen ? 'above' : undefined)
  const to = bandOf(high, bands, highOpen ? 'below' : undefined)
  return from && from === to ? { ...base, class: from.class, label: from.label } : { ...NOTHING, ...base }
}

function compareAnswers(result: boolean, target: boolean, { direction, bands }: CompletionFacts): Completion {
  // "Không" is no target to work towards, unless lower is better.
  if (target !== (direction === 'HIGHER_IS_BETTER')) return NOTHING
  const percent = result === target ? '100' : '0'
  const band = bandOf({ n: percent, d: '100' }, bands)
  return {
    ...NOTHING,
    percent,
    class: band?.class ?? null,
    label: band?.label ?? null,
    share: shareOf(percent),
  }
}

function worstPart(result: string[], target: string[], facts: CompletionFacts): Completion {
  const parts = target.flatMap((wanted, index) => {
    const done = exactly(result[index] ?? '0')
    const aim = exactly(wanted)
    return done && aim && compareDecimals(wanted, '0') > 0 ? [compareRanges(done, aim, facts)] : []
  })
  const [first, ...rest] = parts
  if (!first || result.length !== target.length) return NOTHING
  return rest.reduce((worst, part) => {
    if (worse(part.class, worst.class)) return part
    if (worse(worst.class, part.class) || part.percent === null) return worst
    return worst.percent === null || compareDecimals(part.percent, worst.percent) < 0 ? part : worst
  }, first)
}

/**
 * mức hoàn thành of a result against its target. Comparisons are exact: 16/41 against 16/41 is 100%, and only what is
 * exactly 100% is "đạt". Nothing is capped. No class where the target is missing, zero or unlike the result, and where a
 * qualifier leaves it open ("khoảng 100" against 100).
 */
export function completionOf(
  result: FigureValue | null,
  target: FigureValue | null,
  indicator: CompletionFacts,
): Completion {
  if (!result || !target) return NOTHING
  if (result.kind === 'YES_NO')
    return target.kind === 'YES_NO' ? compareAnswers(result.yes, target.yes, indicator) : NOTHING
  if (result.kind === 'COMPOSITE')
    return target.kind === 'COMPOSITE' ? worstPart(result.parts, target.parts, indicator) : NOTHING
  if (!alike(result, target)) return NOTHING
  const done = rangeOf(result)
  const aim = rangeOf(target)
  return done && aim ? compareRanges(done, aim, indicator) : NOTHING
}

const isShare = (value: FigureValue) => value.kind === 'RATIO' || value.kind === 'PERCENTAGE'
const alike = (a: FigureValue, b: FigureValue) => a.kind === b.kind || (isShare(a) && isShare(b))

const QUALIFIER_WORDS: Record<SizedQualifier, string> = {
  EXACT: '',
  OVER: 'trên ',
  NEARLY: 'gần ',
  ABOUT: 'khoảng ',
}

/** "98,5%", "trên 100%", "530%"; '' where there is no percentage. Never "100%" for 99,96 or 100,02. */
export function printedPercent(completion: Pick<Completion, 'percent' | 'qualifier'>): string {
  if (completion.percent === null) return ''
  const shown = printPercent(completion.percent)
  // From five digits on the thousands are grouped: nothing that long is read as a decimal.
  const grouped = shown.replace(/^-?\d{5,}/, groupThousands)
  return QUALIFIER_WORDS[completion.qualifier] + grouped
}

/** The figures of several units as one, by the indicator's own aggregation, with the qualifier still true of it. */
export function totalOf(values: FigureValue[], indicator: Pick<IndicatorDto, 'aggregation'>): Total {
  if (values.length === 0) return { value: null, reason: 'NO_FIGURES' }
  const total = aggregate(values, indicator.aggregation)
  if (total === 'NOT_AGGREGATED') return { value: null, reason: total }
  return total ? { value: total, reason: null } : { value: null, reason: 'NOT_SUMMABLE' }
}

function aggregate(values: FigureValue[], aggregation: IndicatorDto['aggregation']) {
  switch (aggregation) {
    case 'SUM':
    case 'RATIO_OF_SUMS':
      return sumFigures(values)
    case 'MAXIMUM':
      return maximumFigure(values)
    case 'NONE':
      return 'NOT_AGGREGATED' as const
  }
}

/** How figures of a kind are added up over units where nobody has said otherwise. */
export const USUAL_AGGREGATIONS: Readonly<Record<FigureKind, Aggregation>> = {
  COUNT: 'SUM',
  MONEY: 'SUM',
  RATIO: 'RATIO_OF_SUMS',
  PERCENTAGE: 'NONE',
  YES_NO: 'NONE',
  TEXT: 'NONE',
  COMPOSITE: 'SUM',
}

/** By how much the parts of a breakdown pass their total (negative: fall short). */
export function breakdownDifference(parts: readonly string[], total: string): string {
  return subtractDecimals(parts.reduce(addDecimals, '0'), total)
}
