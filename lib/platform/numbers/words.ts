import { foldVietnamese } from '../vietnamese'
import type { SizedQualifier } from './types'

// Words are matched as written or wholly without diacritics; never folded, since "chức", "trạm", "tám" would then
// become "chục", "trăm", "tầm".

/** Alternatives for a regular expression, longest first, each with its form without diacritics. */
function anyOf(words: string[]): string {
  return [...new Set(words.flatMap((word) => [word, foldVietnamese(word)]))]
    .sort((a, b) => b.length - a.length)
    .join('|')
}

const END = '(?![\\p{L}\\p{M}])'

const QUALIFIERS: [SizedQualifier, RegExp][] = [
  [
    'ABOUT',
    new RegExp(
      `^(?:(?:${anyOf(['trên dưới', 'khoảng', 'khoảng chừng', 'ước khoảng', 'chừng', 'xấp xỉ', 'ước', 'ước đạt', 'ước tính', 'tầm'])})${END}|[~≈])`,
      'u',
    ),
  ],
  [
    'OVER',
    new RegExp(
      `^(?:(?:${anyOf(['trên', 'hơn', 'ít nhất', 'tối thiểu', 'không dưới'])})${END}|(?:>=|[>≥])(?=\\s*[.,]?\\d))`,
      'u',
    ),
  ],
  ['NEARLY', new RegExp(`^(?:${anyOf(['gần', 'ngót', 'gần bằng', 'gần đạt'])})${END}`, 'u')],
]

/** "dưới", "không quá": the figure lies below, which no qualifier says. */
const BELOW = new RegExp(
  `^(?:(?:${anyOf(['dưới', 'không quá', 'tối đa', 'chưa đến', 'chưa tới', 'không tới', 'nhỏ hơn', 'ít hơn'])})${END}|(?:<=|[<≤])(?=\\s*[.,]?\\d))`,
  'u',
)

const PASSING = new RegExp(
  `^(?:(?:${anyOf(['tăng', 'tăng thêm', 'thêm', 'đạt', 'được', 'có', 'tổng', 'tổng số', 'tổng cộng', 'tổng số tiền', 'số tiền', 'trị giá', 'thành tiền', 'là', 'với', 'đã', 'hoàn thành'])})${END}|[=:+])`,
  'u',
)
const DECREASE = new RegExp(`^(?:${anyOf(['giảm', 'giảm được'])})${END}`, 'u')
const MINUS = new RegExp(`^(?:-|(?:${anyOf(['âm'])})${END})`, 'u')

export type Lead = {
  qualifiers: Set<SizedQualifier>
  below: boolean
  decrease: boolean
  minus: boolean
  /** Words before the number that say nothing known; they make the reading a question. */
  strange: boolean
  /** From the number on. */
  rest: string
}

/** Reads what stands before the number. `text` is in lower case with single spaces. */
export function readLead(text: string): Lead {
  const lead: Lead = {
    qualifiers: new Set(),
    below: false,
    decrease: false,
    minus: false,
    strange: false,
    rest: text,
  }
  const take = (pattern: RegExp): boolean => {
    const match = pattern.exec(lead.rest)
    if (match) lead.rest = lead.rest.slice(match[0].length).trimStart()
    return match !== null
  }
  while (lead.rest && !/^[.,]?\d/.test(lead.rest)) {
    // "không dưới" is OVER and "ước đạt" ABOUT, so qualifiers go before BELOW and PASSING.
    const qualifier = QUALIFIERS.find(([, pattern]) => take(pattern))
    if (qualifier) lead.qualifiers.add(qualifier[0])
    else if (take(BELOW)) lead.below = true
    else if (take(DECREASE)) lead.decrease = true
    else if (!lead.minus && take(MINUS)) lead.minus = true
    else if (!take(PASSING)) {
      lead.strange = true
      take(/^[\p{L}\p{M}]+|^./su)
    }
  }
  return lead
}

const SCALES: [RegExp, number][] = [
  [/^(?:nghìn|ngàn|nghin|ngan|k)(?![\p{L}\p{M}])/u, 3],
  [/^(?:triệu|trieu|tr)(?![\p{L}\p{M}])/u, 6],
  [/^(?:tỷ|tỉ|ty|ti)(?![\p{L}\p{M}])/u, 9],
  [/^chục(?![\p{L}\p{M}])/u, 1],
  [/^trăm(?![\p{L}\p{M}])/u, 2],
  [/^vạn(?![\p{L}\p{M}])/u, 4],
]

/** "nghìn", "triệu", "nghìn tỷ" at the head of the text, as a power of ten (0 for none). */
export function readScale(text: string): { places: number; rest: string } {
  let rest = text
  let places = 0
  let last = 0
  for (;;) {
    const found = SCALES.find(([pattern]) => pattern.test(rest))
    // "nghìn tỷ" multiplies; "tỷ nghìn" is nothing anybody writes.
    if (!found || found[1] <= last) return { places, rest }
    rest = rest.replace(found[0], '').trimStart()
    places += found[1]
    last = found[1]
  }
}

/** "2 tỷ rưỡi" is 2,5 tỷ. */
export const AND_HALF = /^(?:rưỡi|rưởi|ruoi)(?![\p{L}\p{M}])/u

/** A number said in words or a further word of size where none can follow: "2 tỷ mốt", "350 triệu nghìn". */
const NUMBER_WORD = new RegExp(
  `^(?:(?:${['một', 'mốt', 'hai', 'ba', 'bốn', 'tư', 'năm', 'lăm', 'sáu', 'bảy', 'bẩy', 'tám', 'chín', 'mười', 'mươi', 'linh', 'lẻ'].join('|')})${END}|(?:rưỡi|rưởi|ruoi)${END})`,
  'u',
)

export function startsWithNumberWord(text: string): boolean {
  return NUMBER_WORD.test(text) || SCALES.some(([pattern]) => pattern.test(text))
}

/** "đồng", "đ", "VNĐ" at the head of the text; not "đồng chí", "đ/c", "đồng bào". */
export const CURRENCY = /^(?:đồng(?! (?:chí|bào))|dong(?! (?:chi|bao))|đ(?!\/)|vnđ|vnd|₫)(?![\p{L}\p{M}])/u

/** "hàng ngàn ngày công", "vài chục", "nhiều": a size that no number gives. */
export const UNKNOWN_SIZE = new RegExp(
  `^(?:${anyOf(['hàng nghìn', 'hàng ngàn', 'hàng vạn', 'hàng triệu', 'hàng tỷ', 'hàng tỉ', 'hàng trăm', 'hàng chục', 'hàng loạt', 'nhiều', 'rất nhiều', 'vô số', 'vài', 'mấy', 'một số'])})${END}`,
  'u',
)

export const YES = new RegExp(
  `^(?:${anyOf(['có', 'đạt', 'rồi', 'đã có', 'đã đạt', 'đã hoàn thành', 'hoàn thành', 'đúng', 'yes', 'x', '✓', '✔', '☑'])})$`,
  'u',
)
export const NO = new RegExp(
  `^(?:${anyOf(['không', 'ko', 'không có', 'không đạt', 'chưa', 'chưa có', 'chưa đạt', 'chưa hoàn thành', 'không hoàn thành', 'sai', 'no', '✗', '✘'])})$`,
  'u',
)

const SHORT_FORMS: [RegExp, string][] = [
  [/\bhtx\b/g, 'hop tac xa'],
  [/\btht\b/g, 'to hop tac'],
  [/\bhvpn\b/g, 'hoi vien phu nu'],
  [/\bhv\b/g, 'hoi vien'],
  [/\bpn\b/g, 'phu nu'],
  [/\bd\/c\b/g, 'dong chi'],
]

/** Folded, with the short forms the reports use written out. */
function plainUnit(text: string): string {
  return SHORT_FORMS.reduce((unit, [short, full]) => unit.replace(short, full), foldVietnamese(text))
}

const startsWithWord = (text: string, word: string) =>
  text.startsWith(word) && !/^[\p{L}\p{M}\d]/u.test(text.slice(word.length))

/**
 * What stands after the unit when the text begins with the unit ("hộ gia đình" for unit "hộ") or is a beginning of it
 * ("cơ sở" for unit "cơ sở Hội"); null when it speaks of something else.
 */
export function afterUnit(text: string, unit: string): string | null {
  const tail = plainUnit(text)
  const expected = plainUnit(unit)
  if (expected && startsWithWord(tail, expected)) return tail.slice(expected.length)
  if (tail && startsWithWord(expected, tail)) return ''
  return null
}
