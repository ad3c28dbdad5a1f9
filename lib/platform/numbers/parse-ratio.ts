import { quoteTyped } from './clean'
import { canonicalDecimal, compareDecimals, decimalPlaces, roundDecimal } from './decimal'
import { isSeveralNumbers, readLiteral, takeLiteral } from './literal'
import { ask, refuse, understand } from './outcome'
import { printPercent } from './print'
import { ratioPercent } from './sum'
import type { FigureSpec, FigureValue, ParseOutcome } from './types'
import { afterUnit, readLead, startsWithNumberWord } from './words'

/** "122/281", "16 cơ sở / 28 cơ sở", "16 trên tổng số 28". */
const BETWEEN = /^[^\p{N}/%]*?(?:\/|(?:trên|tren|trong)(?: (?:tổng|tong)(?: (?:số|so))?)?)\s*(?=[.,]?\d)/u
const STATED = /(\d[\d.,]*)\s*%/

/** `typed` is cleaned text. */
export function parseRatio(typed: string, spec: FigureSpec): ParseOutcome {
  const how = 'Hãy nhập tử số và mẫu số, ví dụ 122/281.'
  const lead = readLead(typed.toLowerCase())
  const numerator = takeLiteral(lead.rest)
  const between = numerator ? BETWEEN.exec(numerator.rest) : null
  const denominator = numerator && between ? takeLiteral(numerator.rest.slice(between[0].length)) : null
  if (!numerator || !denominator) return refuse(`${quoteTyped(typed)} chưa đủ hai số. ${how}`)
  if (lead.minus) return refuse(`Tử số và mẫu số không nhận số âm. ${how}`)
  if (lead.qualifiers.size > 0 || lead.below) {
    return refuse(`Chỉ tiêu này cần con số chính xác, không ghi “trên”, “gần” hay “khoảng”. ${how}`)
  }
  const sized = [numerator, denominator].some((side) => startsWithNumberWord(side.rest))
  if (sized && afterUnit(denominator.rest, spec.unit) === null) {
    return refuse(`${quoteTyped(typed)} có số viết bằng chữ. Hãy nhập cả hai số bằng chữ số, ví dụ 122/281.`)
  }
  const tail = afterUnit(denominator.rest, spec.unit) ?? denominator.rest
  const stated = STATED.exec(tail)
  const remainder = stated ? tail.replace(STATED, ' ') : tail
  if (
    /[\p{N}/%]/u.test(remainder) ||
    isSeveralNumbers(numerator.written) ||
    isSeveralNumbers(denominator.written)
  ) {
    return refuse(`${quoteTyped(typed)} có nhiều hơn hai con số. ${how}`)
  }

  const top = readSide(numerator.written, spec)
  const bottom = readSide(denominator.written, spec)
  const pairs = top.values.flatMap((n) => bottom.values.map((d) => ({ n, d })))
  if (pairs.length === 0) return refuse(`${quoteTyped(typed)} có số không rõ. ${how}`)
  const possible = pairs.filter(({ n, d }) => d !== '0' || n === '0')
  if (possible.length === 0) return refuse('Mẫu số không thể là 0 khi tử số khác 0.')
  const values = possible.map(({ n, d }): FigureValue => ({ kind: 'RATIO', numerator: n, denominator: d }))

  const [first] = possible
  const [value] = values
  if (!first || !value || !top.sure || !bottom.sure || lead.strange) return ask(typed, values, spec)
  const percent = ratioPercent(first.n, first.d)
  if (stated && percent !== null && !agrees(stated[1] ?? '', percent)) {
    const question = `${first.n}/${first.d} là ${printPercent(percent)}, không phải ${stated[0].replace(/ /g, '')}. Giữ tỷ số này?`
    return ask(typed, values, spec, question)
  }
  return understand(value, spec)
}

function readSide(written: string, spec: FigureSpec): { values: string[]; sure: boolean } {
  const fits = (decimal: string) => decimalPlaces(decimal) <= (spec.decimals ?? 0)
  const { standard, others } = readLiteral(written)
  if (standard !== null && fits(standard)) return { values: [standard], sure: true }
  return { values: others.filter(fits), sure: false }
}

/** Whether a percentage written beside a ratio is that ratio's, at the digits written; 100% only if it is exactly that. */
function agrees(written: string, percent: string): boolean {
  const decimal = written.replace(/[.,]+$/, '').replace(',', '.')
  if (!/^\d+(?:\.\d+)?$/.test(decimal)) return false
  const stated = canonicalDecimal(decimal)
  if (stated === '100') return percent === '100'
  const places = decimal.split('.')[1]?.length ?? 0
  return compareDecimals(roundDecimal(percent, places), stated) === 0
}
