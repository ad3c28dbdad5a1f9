import { type Amount, readAmount } from './amount'
import { quoteTyped } from './clean'
import { compareDecimals, decimalPlaces, shiftDecimal } from './decimal'
import { ask, refuse, understand } from './outcome'
import type { FigureSpec, FigureValue, ParseOutcome, SizedQualifier } from './types'
import { afterUnit, CURRENCY, readLead, readScale, UNKNOWN_SIZE } from './words'

type AmountKind = 'COUNT' | 'MONEY' | 'PERCENTAGE'

const NAMES: Record<AmountKind, string> = {
  COUNT: 'một số, ví dụ 1.520',
  MONEY: 'một số tiền, ví dụ 7,5 tỷ đồng',
  PERCENTAGE: 'một tỷ lệ phần trăm, ví dụ 82,6%',
}

/** "7,5 tỷ", "nghìn tỷ": nobody counts people or places so; "5 công ty" is another word. */
const BILLIONS = /\d\s*(?:(?:nghìn|ngàn|nghin|ngan|triệu|trieu)\s+)?(?:tỷ|tỉ|ty|ti)(?![\p{L}\p{M}])/u
const MONEY_UNIT = /đồng|tiền|vnđ|tỷ|tỉ|ty|ti/u

const COMPARISON = /\s*\(?\s*(?:so với|so voi)(?![\p{L}\p{M}]).*$/u
const OF_YEAR = /\s*(?:trong )?(?:năm|nam) (?:19|20)\d\d$/
const FOREIGN = /[$€£¥]|(?<!\p{L})(?:usd|eur|đô la|đô)(?!\p{L})/u
const AND_MORE = /\s*(?<!\p{L})(?:trở lên|tro len|hơn)$/u

/** COUNT, MONEY and PERCENTAGE. `typed` is cleaned text. */
export function parseAmount(typed: string, spec: FigureSpec & { kind: AmountKind }): ParseOutcome {
  const { kind } = spec
  const text = typed.toLowerCase()
  if (!/\p{Nd}/u.test(text)) return parseWithoutDigits(typed, text, spec)

  if (kind === 'MONEY' && FOREIGN.test(text)) {
    return refuse('Số tiền ghi bằng đồng Việt Nam. Hãy quy đổi rồi nhập lại, ví dụ 7,5 triệu đồng.')
  }
  if (kind === 'COUNT' && BILLIONS.test(text) && !MONEY_UNIT.test(spec.unit.toLowerCase())) {
    return refuse(
      `${quoteTyped(typed)} là số tiền, mà chỉ tiêu này tính bằng ${spec.unit || 'con số'}. Hãy nhập ${NAMES.COUNT}.`,
    )
  }
  const lead = readLead(text.replace(COMPARISON, '').replace(OF_YEAR, ''))
  const amount = readAmount(lead.rest, kind, spec.unit)
  if (!amount) return refuse(`${quoteTyped(typed)} không phải ${NAMES[kind]}. Hãy nhập đúng một con số.`)
  if (lead.below) {
    return refuse(
      `${quoteTyped(typed)} chỉ nói mức trên. Hãy nhập con số đã đạt, ví dụ “gần 100” hoặc “khoảng 100”.`,
    )
  }

  let tail = amount.rest
  if (AND_MORE.test(tail)) {
    lead.qualifiers.add('OVER')
    tail = tail.replace(AND_MORE, '')
  }
  const read = readTail(typed, tail, amount, spec)
  if ('status' in read) return read

  const { standard, others } = toSpecScale(amount, spec)
  const negative = lead.minus
  const isValid = (decimal: string) =>
    kind === 'PERCENTAGE' || decimalPlaces(decimal) <= (kind === 'COUNT' ? (spec.decimals ?? 0) : 0)
  const sure = standard.filter(isValid)
  const amounts = [...sure, ...others.filter(isValid)]
  if (amounts.length === 0) return refuse(notValidMessage(typed, kind, spec))
  if (negative && !spec.allowNegative && amounts.some((decimal) => compareDecimals(decimal, '0') !== 0)) {
    return refuse('Chỉ tiêu này không nhận số âm. Hãy nhập số từ 0 trở lên.')
  }

  const qualifiers: SizedQualifier[] = lead.qualifiers.size > 0 ? [...lead.qualifiers] : ['EXACT']
  const signs = lead.decrease && spec.allowNegative && !negative ? ['-', ''] : negative ? ['-'] : ['']
  const settled = sure.length === 1 && others.length === 0 && qualifiers.length === 1
  const certain = settled && read.unitKnown && !lead.strange && !lead.decrease
  const pool = sure.length === 1 && others.length === 0 ? sure : amounts
  const values = pool.flatMap((decimal) =>
    signs.flatMap((sign) => qualifiers.map((qualifier) => sizedValue(kind, sign, decimal, qualifier))),
  )
  const [only] = values
  return certain && only ? understand(only, spec) : ask(typed, values, spec)
}

function sizedValue(kind: AmountKind, sign: string, decimal: string, qualifier: SizedQualifier): FigureValue {
  return { kind, amount: decimal === '0' ? '0' : sign + decimal, qualifier }
}

function parseWithoutDigits(
  typed: string,
  text: string,
  spec: FigureSpec & { kind: AmountKind },
): ParseOutcome {
  const { kind } = spec
  if (kind !== 'PERCENTAGE' && UNKNOWN_SIZE.test(text) && !/\p{N}/u.test(text)) {
    return understand({ kind, amount: null, qualifier: 'UNKNOWN_SIZE', words: typed }, spec)
  }
  if (/^(?:-+|không|khong|không có|khong co|không phát sinh|khong phat sinh)$/.test(text)) {
    return refuse('Nếu kết quả là không thì nhập 0; nếu chưa có số liệu thì để trống.')
  }
  return refuse(`${quoteTyped(typed)} không có con số nào. Hãy nhập bằng chữ số ${NAMES[kind]}.`)
}

/** Judges the words after the number. */
function readTail(
  typed: string,
  tail: string,
  amount: Amount,
  spec: FigureSpec & { kind: AmountKind },
): ParseOutcome | { unitKnown: boolean } {
  const { kind, unit } = spec
  if (/^(?:-|~|đến|den|tới|toi)\s*\p{Nd}/u.test(tail)) {
    return refuse(`${quoteTyped(typed)} là một khoảng. Hãy nhập một con số; phần còn lại ghi vào ghi chú.`)
  }
  if (/^\/\s*\p{Nd}/u.test(tail)) {
    return refuse(`Chỉ tiêu này là ${NAMES[kind]}, không phải tỷ số. Hãy chỉ nhập kết quả.`)
  }
  const isPercent = /^(?:%|phần trăm|phan tram)/.exec(tail)
  if (kind === 'PERCENTAGE') {
    const words = isPercent ? tail.slice(isPercent[0].length) : tail
    if (amount.sized || /\p{N}|%/u.test(words)) return refuse(severalMessage(typed))
    return { unitKnown: isPercent !== null || words === '' || afterUnit(words, unit) !== null }
  }
  if (isPercent) {
    return refuse(
      `Chỉ tiêu này tính bằng ${unit || 'con số'}, không nhập phần trăm. Hãy nhập ${NAMES[kind]}.`,
    )
  }
  if (kind === 'MONEY') {
    if (/\p{N}|%/u.test(tail)) return refuse(severalMessage(typed))
    if (tail !== '' && !amount.sized) {
      return refuse(`${quoteTyped(typed)} không phải số tiền. Hãy nhập kèm đơn vị, ví dụ 7,5 tỷ đồng.`)
    }
    return { unitKnown: true }
  }
  const after = tail === '' ? '' : afterUnit(tail, unit)
  if (after === null && CURRENCY.test(tail)) {
    return refuse(`Chỉ tiêu này tính bằng ${unit || 'con số'}, không phải tiền. Hãy nhập ${NAMES.COUNT}.`)
  }
  if (/\p{N}|%/u.test(after ?? tail)) return refuse(severalMessage(typed))
  return { unitKnown: after !== null || unit === '' }
}

const severalMessage = (typed: string) =>
  `${quoteTyped(typed)} có nhiều hơn một con số. Hãy nhập một con số; phần còn lại ghi vào ghi chú.`

function notValidMessage(typed: string, kind: AmountKind, spec: FigureSpec): string {
  if (kind === 'MONEY') return `${quoteTyped(typed)} có phần lẻ dưới một đồng. Hãy nhập số tiền tròn đồng.`
  const decimals = spec.decimals ?? 0
  return decimals === 0
    ? `Chỉ tiêu này là số nguyên. Hãy nhập ${quoteTyped(typed)} thành số không có phần thập phân.`
    : `Chỉ tiêu này có nhiều nhất ${decimals} chữ số sau dấu phẩy. Hãy nhập lại ${quoteTyped(typed)}.`
}

const MILLION = '1000000'
/** Below this a bare number of đồng is asked about: "25" or "3.152" is rather said in triệu or tỷ. */
const HARDLY_MONEY = '10000'

/** Applies the scale of a bare number, and doubts readings that are legal but hardly meant. */
function toSpecScale(
  amount: Amount,
  spec: FigureSpec & { kind: AmountKind },
): { standard: string[]; others: string[] } {
  const standard = amount.standard === null ? [] : [amount.standard]
  const { others } = amount
  const value = amount.standard

  if (spec.kind === 'PERCENTAGE') {
    // Padding and dropping separators make no percentage anybody reports; "99.125%" is 99,125% more often than 99125%.
    if (value === null) return { standard, others: others.slice(0, 1) }
    if (/\./.test(amount.written) && !amount.written.includes(',')) {
      return { standard: [], others: [...others.slice(0, 1), value] }
    }
    // A spreadsheet's 0,826 without the sign is 82,6%.
    const fraction = compareDecimals(value, '0') > 0 && compareDecimals(value, '1') < 0
    if (fraction && !amount.rest.startsWith('%')) return { standard, others: [shiftDecimal(value, 2)] }
    return { standard, others: [] }
  }
  if (spec.kind === 'COUNT') {
    // "1,2345 nghìn" has its comma for certain; a bare "13,577" may be 13.577.
    const clear = value !== null && (amount.sized || decimalPlaces(value) <= (spec.decimals ?? 0))
    return { standard, others: clear ? [] : others }
  }
  if (amount.sized) return { standard, others: value === null ? others : [] }

  const places = readScale(spec.unit.toLowerCase()).places
  if (places > 0) {
    if (value === null) return { standard, others: others.map((other) => shiftDecimal(other, places)) }
    const doubtful = compareDecimals(value, MILLION) >= 0 && decimalPlaces(value) === 0
    // Millions of "tỷ đồng" are hardly ever meant; the same digits in đồng are.
    if (doubtful) return { standard: [], others: [value, shiftDecimal(value, places)] }
    return { standard: [shiftDecimal(value, places)], others: [] }
  }
  const whole = value !== null && decimalPlaces(value) === 0
  if (whole && (value === '0' || compareDecimals(value, HARDLY_MONEY) >= 0)) return { standard, others: [] }
  const readings = whole ? standard : [...standard, ...others]
  const inLargerUnits = readings
    .filter((reading) => compareDecimals(reading, whole ? HARDLY_MONEY : '1000') < 0)
    .flatMap((reading) => [shiftDecimal(reading, 6), shiftDecimal(reading, 9)])
  return { standard: [], others: [...inLargerUnits, ...readings] }
}
