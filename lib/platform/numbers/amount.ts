import { addDecimals, compareDecimals, decimalPlaces, shiftDecimal } from './decimal'
import { isSeveralNumbers, readLiteral, takeLiteral, type Literal } from './literal'
import type { FigureKind } from './types'
import { afterUnit, AND_HALF, CURRENCY, readScale, startsWithNumberWord } from './words'

export type Amount = {
  /** The one reading by the rule, if there is one; the unit's own scale is not yet applied. */
  standard: string | null
  others: string[]
  /** "triệu", "tỷ" or a currency word was written, so the amount says its own size. */
  sized: boolean
  currency: boolean
  /** The number as written, without unit words. */
  written: string
  rest: string
}

type Term = { literal: Literal; written: string; places: number }

/** Reads "13.577", "7,5 tỷ", "2 tỷ 350 triệu" at the head of the text; null when it holds two numbers or nonsense. */
export function readAmount(text: string, kind: FigureKind, unit: string): Amount | null {
  const terms: Term[] = []
  let rest = text
  for (;;) {
    const taken = takeLiteral(rest)
    if (!taken) break
    if (isSeveralNumbers(taken.written)) return null
    // A unit may itself begin with a word of size ("nghìn cây").
    const unitFirst = kind === 'COUNT' && unit !== '' && readScale(unit.toLowerCase()).places > 0
    const isUnit = unitFirst && afterUnit(taken.rest, unit) !== null && taken.rest !== ''
    const scale = isUnit ? { places: 0, rest: taken.rest } : readScale(taken.rest)
    terms.push({ literal: readLiteral(taken.written), written: taken.written, places: scale.places })
    rest = scale.rest
    if (scale.places === 0) break
    rest = rest.replace(/^và (?=\d)/, '')
  }
  const last = terms.at(-1)
  if (last && AND_HALF.test(rest)) {
    if (last.places === 0 || last.literal.standard === null) return null
    terms.push({ literal: readLiteral('5'), written: '', places: last.places - 1 })
    rest = rest.replace(AND_HALF, '').trimStart()
  }
  if (startsWithNumberWord(rest) && !(kind === 'COUNT' && unit !== '' && afterUnit(rest, unit) !== null))
    return null
  const currencyMatch = kind === 'MONEY' ? CURRENCY.exec(rest) : null
  if (currencyMatch) rest = rest.slice(currencyMatch[0].length).trimStart()
  const currency = currencyMatch !== null
  const sized = currency || terms.some((term) => term.places > 0)
  const common = { sized, currency, written: terms.map((term) => term.written).join(' '), rest }

  const [only] = terms
  if (!only) return null
  if (terms.length === 1) {
    const { standard, others } = only.literal
    return {
      ...common,
      standard: standard === null ? null : shiftDecimal(standard, only.places),
      others: others.map((other) => shiftDecimal(other, only.places)),
    }
  }
  const totals = addTerms(terms, kind, currency)
  if (!totals) return null
  const [total, ...more] = totals
  if (total !== undefined && more.length === 0) return { ...common, standard: total, others: [] }
  return { ...common, standard: null, others: totals }
}

/** Totals "2 tỷ 350 triệu" may mean: one, or several when the last number has no word of size ("2 tỷ 5"). */
function addTerms(terms: Term[], kind: FigureKind, currency: boolean): string[] | null {
  let total = '0'
  for (const [index, { literal, places, written }] of terms.entries()) {
    if (literal.standard === null || decimalPlaces(literal.standard) > 0) return null
    const above = terms[index - 1]
    if (above && places === 0)
      return lastWithoutSize(total, written, literal.standard, above.places, kind, currency)
    const part = shiftDecimal(literal.standard, places)
    if (above && compareDecimals(part, shiftDecimal('1', above.places)) >= 0) return null
    total = addDecimals(total, part)
  }
  return [total]
}

function lastWithoutSize(
  total: string,
  written: string,
  value: string,
  above: number,
  kind: FigureKind,
  currency: boolean,
): string[] | null {
  const parts: string[] = []
  const small = /^\d{1,3}$/.test(written)
  if (small && above >= 3) {
    // Spoken "hai tỷ rưỡi" style: "2 tỷ 5" is 2,5 tỷ; else the next size down.
    parts.push(shiftDecimal(value, above - written.length), shiftDecimal(value, above - 3))
  }
  if (kind === 'COUNT' || currency || !small) parts.push(value)
  const below = parts.filter((part) => compareDecimals(part, shiftDecimal('1', above)) < 0)
  const totals = [...new Set(below.map((part) => addDecimals(total, part)))]
  return totals.length > 0 ? totals : null
}
