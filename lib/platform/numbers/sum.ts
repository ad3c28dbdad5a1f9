import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimalPlaces,
  divideDecimals,
  multiplyDecimals,
  shiftDecimal,
} from './decimal'
import type { FigureValue, SizedQualifier } from './types'

type Sized = Extract<FigureValue, { amount: string }>
type Unsized = Extract<FigureValue, { amount: null }>
type Ratio = Extract<FigureValue, { kind: 'RATIO' }>
type Composite = Extract<FigureValue, { kind: 'COMPOSITE' }>

/** What is still true of a total: over + over is over; over + nearly only about. */
function combineQualifiers(a: SizedQualifier, b: SizedQualifier): SizedQualifier {
  if (a === b || b === 'EXACT') return a
  if (a === 'EXACT') return b
  return 'ABOUT'
}

const isSized = (value: FigureValue): value is Sized => 'amount' in value && value.amount !== null
const isUnsized = (value: FigureValue): value is Unsized => 'amount' in value && value.amount === null

function splitAmounts(values: FigureValue[]): { sized: Sized[]; unsized: Unsized[] } {
  return { sized: values.filter(isSized), unsized: values.filter(isUnsized) }
}

function mergeUnsized(kind: Unsized['kind'], unsized: Unsized[]): Unsized {
  const words = [...new Set(unsized.map((value) => value.words))].join(', ')
  return { kind, amount: null, qualifier: 'UNKNOWN_SIZE', words }
}

/** A figure of unknown size adds something: beside it a total is "at least". */
function withUnsized(qualifier: SizedQualifier, unsized: Unsized[]): SizedQualifier {
  return unsized.length > 0 ? combineQualifiers(qualifier, 'OVER') : qualifier
}

/**
 * The total of figures of one kind. COUNT and MONEY add up and carry the qualifier still true of the total; RATIO is
 * Σ numerators / Σ denominators; COMPOSITE adds part by part. null for no values, for mixed kinds, for COMPOSITE of
 * different lengths, and for PERCENTAGE, YES_NO and TEXT, which have no total.
 */
export function sumFigures(values: FigureValue[]): FigureValue | null {
  const kind = values[0]?.kind
  if (!kind || values.some((value) => value.kind !== kind)) return null
  switch (kind) {
    case 'COUNT':
    case 'MONEY': {
      const { sized, unsized } = splitAmounts(values)
      if (sized.length === 0) return mergeUnsized(kind, unsized)
      return {
        kind,
        amount: sized.map((value) => value.amount).reduce(addDecimals, '0'),
        qualifier: withUnsized(sized.map((value) => value.qualifier).reduce(combineQualifiers), unsized),
      }
    }
    case 'RATIO': {
      const ratios = values as Ratio[]
      return {
        kind,
        numerator: ratios.map((value) => value.numerator).reduce(addDecimals, '0'),
        denominator: ratios.map((value) => value.denominator).reduce(addDecimals, '0'),
      }
    }
    case 'COMPOSITE': {
      const [first, ...rest] = values as Composite[]
      if (!first || rest.some((value) => value.parts.length !== first.parts.length)) return null
      return {
        kind,
        parts: first.parts.map((part, index) =>
          rest.reduce((total, value) => addDecimals(total, value.parts[index] ?? '0'), part),
        ),
      }
    }
    case 'PERCENTAGE':
    case 'YES_NO':
    case 'TEXT':
      return null
  }
}

function largerAmount(a: Sized, b: Sized): Sized {
  const order = compareDecimals(a.amount, b.amount)
  if (order !== 0) return order > 0 ? a : b
  // Of equal amounts the larger is the one said to lie higher.
  const rank: SizedQualifier[] = ['NEARLY', 'ABOUT', 'EXACT', 'OVER']
  return rank.indexOf(a.qualifier) >= rank.indexOf(b.qualifier) ? a : b
}

function largerRatio(a: Ratio, b: Ratio): Ratio {
  if (compareDecimals(b.denominator, '0') === 0) return a
  if (compareDecimals(a.denominator, '0') === 0) return b
  const order = compareDecimals(
    multiplyDecimals(a.numerator, b.denominator),
    multiplyDecimals(b.numerator, a.denominator),
  )
  return order >= 0 ? a : b
}

/** The largest of figures of one kind. null for no values, mixed kinds, and YES_NO, TEXT and COMPOSITE. */
export function maximumFigure(values: FigureValue[]): FigureValue | null {
  const kind = values[0]?.kind
  if (!kind || values.some((value) => value.kind !== kind)) return null
  switch (kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE': {
      const { sized, unsized } = splitAmounts(values)
      if (sized.length === 0) return kind === 'PERCENTAGE' ? null : mergeUnsized(kind, unsized)
      const largest = sized.reduce(largerAmount)
      return { ...largest, qualifier: withUnsized(largest.qualifier, unsized) }
    }
    case 'RATIO':
      return (values as Ratio[]).reduce(largerRatio)
    case 'YES_NO':
    case 'TEXT':
    case 'COMPOSITE':
      return null
  }
}

/** numerator / denominator in percent as a decimal string, or null when the denominator is zero. 100 only if equal. */
export function ratioPercent(numerator: string, denominator: string): string | null {
  if (compareDecimals(denominator, '0') === 0) return null
  const shifted = shiftDecimal(numerator, 2)
  // Enough digits that a part of any denominator never rounds to a landmark it is not.
  const digits = Math.max(6, canonicalDecimal(denominator).length + decimalPlaces(numerator) + 1)
  return divideDecimals(shifted, denominator, digits)
}
