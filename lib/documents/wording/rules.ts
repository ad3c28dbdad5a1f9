import { calendarDay, type CalendarDay } from '@/lib/platform/dates'
import { capitalise, foldVietnamese, uncapitalise } from '@/lib/platform/vietnamese'

/** Counts below ten with a leading nought, as official papers write them: "07 đơn vị", "12 đơn vị". */
export const two = (count: number): string => (count < 10 ? `0${count}` : String(count))

/** "08 giờ 00 phút" of an instant, in Vietnam; dots where it is not known. */
export function hourInWords(moment: string | null): string {
  if (!moment) return '…… giờ …… phút'
  const local = new Date(Date.parse(moment) + 7 * 3_600_000)
  return `${two(local.getUTCHours())} giờ ${two(local.getUTCMinutes())} phút`
}

/** "08 giờ 00", where hours stand beside each other. */
export const clockOf = (moment: string): string => hourInWords(moment).replace(/ phút$/, '')

/** The calendar day of an instant, or null. */
export const dayOfMoment = (moment: string | null): CalendarDay | null =>
  moment ? calendarDay(new Date(moment)) : null

/** The last day for sending, of the instant at which a period is over. */
export const lastDayOf = (dueAt: string | null): CalendarDay | null =>
  dueAt ? calendarDay(new Date(Date.parse(dueAt) - 1)) : null

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** A count below a thousand in words: 7 → "bảy", 15 → "mười lăm", 21 → "hai mươi mốt", 104 → "một trăm linh bốn". */
export function countInWords(count: number): string {
  if (count < 10) return DIGITS[count]!
  if (count >= 100) {
    const rest = count % 100
    const head = `${DIGITS[Math.floor(count / 100)]} trăm`
    return rest === 0 ? head : `${head} ${rest < 10 ? `linh ${DIGITS[rest]}` : countInWords(rest)}`
  }
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (ones === 0) return head
  if (ones === 5) return `${head} lăm`
  if (ones === 1 && tens > 1) return `${head} mốt`
  return `${head} ${DIGITS[ones]}`
}

/** "A", "A và B", "A, B và C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`
}

/** Persons with their posts, whose commas would run together: "A, Chủ tịch; B, Phó Chủ tịch". */
export const persons = (words: readonly string[]): string => words.join('; ')

/** The text without what ends a sentence, ready to be joined to another: "Trồng cây xanh…" → "Trồng cây xanh". */
export const clause = (text: string): string => text.trim().replace(/[\s.;:,…]+$/u, '')

/** The text as one whole sentence: a capital first, one full stop last; a question or an exclamation keeps its own sign. */
export function sentence(text: string): string {
  const whole = text.trim()
  if (/[?!]$/.test(whole)) return capitalise(whole)
  const bare = clause(whole)
  return bare === '' ? '' : `${capitalise(bare)}.`
}

/** In the middle of a sentence: "Tăng cường …" → "tăng cường …". Abbreviations and the names of persons are the caller's care. */
export const inside = (text: string): string => clause(uncapitalise(text))

/** What a person wrote, one paragraph a line; empty lines and the marks of lists go. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-–+•*]\s+/u, '').trim())
    .filter(Boolean)

/**
 * Words of a source as a paper may print them: quotation marks as Vietnamese papers set them; a misprint that was set right in
 * brackets goes ("đá [đánh] giá" → "đánh giá"), a word that was supplied stays ("thiết [bị]" → "thiết bị").
 */
export function printed(text: string): string {
  // A list the source leaves off: three dots are one sign.
  return quoted(
    text
      .replaceAll('...', '…')
      .replaceAll(/(\S+) \[([^\]]+)\]/gu, (_, wrong: string, right: string) =>
        isMisprintOf(wrong, right) ? right : `${wrong} ${right}`,
      ),
  )
}

const isMisprintOf = (wrong: string, right: string) => {
  const [a, b] = [foldVietnamese(wrong), foldVietnamese(right)]
  return a === b || b.startsWith(a)
}

/** "…" → “…”, opened and closed in turn. */
function quoted(text: string): string {
  let open = false
  return text.replaceAll('"', () => {
    open = !open
    return open ? '“' : '”'
  })
}

/** "Cụm thi đua 10 tỉnh …" of the title of a cluster-year, which may lack the words. */
export const clusterName = (title: string): string =>
  /^cụm/i.test(title) ? capitalise(title) : `Cụm thi đua ${title}`

type Named = { name: string; kind?: string }

/** "Hội LHPN thành phố Đà Nẵng và Hội LHPN các tỉnh Đắk Lắk, Gia Lai", kinds in the order in which they come. */
export function unionsOf(units: readonly Named[]): string {
  const kinds = [...new Set(units.map(({ kind }) => kind ?? ''))]
  return kinds
    .map((kind) => {
      const names = units.filter((unit) => (unit.kind ?? '') === kind).map(({ name }) => name)
      return names.length === 1
        ? unionOf({ name: names[0]!, kind })
        : ['Hội LHPN các', kind || 'đơn vị', names.join(', ')].join(' ')
    })
    .join(' và ')
}

/** "Hội LHPN tỉnh Gia Lai". The kind is "tỉnh" or "thành phố"; without it the name stands alone. */
export const unionOf = (unit: Named): string => ['Hội LHPN', unit.kind, unit.name].filter(Boolean).join(' ')
