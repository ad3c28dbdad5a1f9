import { canonicalDecimal } from './decimal'

export type Literal = {
  /** The reading by the Vietnamese rule (dots group thousands, the comma is the decimal mark), if it is written so. */
  standard: string | null
  /** Other readings a person may have meant, likeliest first. */
  others: string[]
}

const STANDARD = [
  /^\d+(?:,\d+)?$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/,
  /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/,
]
const ENGLISH = [/^\d+(?:\.\d+)?$/, /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/]

/** The number at the head of the text; null when it does not begin with one. */
export function takeLiteral(text: string): { written: string; rest: string } | null {
  const match = /^[.,]?\d(?:[\d.,']| (?=\d))*/.exec(text)
  if (!match) return null
  const written = match[0].replace(/[.,']+$/, '')
  return { written, rest: text.slice(written.length).trimStart() }
}

/** Two numbers beside each other ("16 28") rather than one with spaced thousands. */
export function isSeveralNumbers(written: string): boolean {
  return / (?!\d{3}(?!\d))/.test(written)
}

export function readLiteral(written: string): Literal {
  const standard = STANDARD.some((pattern) => pattern.test(written))
    ? canonicalDecimal(written.replace(/[. ]/g, '').replace(',', '.'))
    : null
  const found: string[] = []
  const offer = (decimal: string) => {
    const value = canonicalDecimal(decimal)
    if (value !== standard && !found.includes(value)) found.push(value)
  }
  const digits = written.replace(/\D/g, '')
  const separators = written.replace(/\d/g, '')
  const fraction = /[.,](\d+)$/.exec(written)?.[1]

  if (ENGLISH.some((pattern) => pattern.test(written))) offer(written.replace(/,/g, ''))
  if (fraction !== undefined && new Set(separators).size <= 2 && !/^0\d/.test(written)) {
    offer(`${digits.slice(0, -fraction.length) || '0'}.${fraction}`)
  }
  // "1.5" for 1.500: zeros at the end left out, as spreadsheets do.
  if (fraction !== undefined && fraction.length < 3 && /^[1-9]/.test(written) && separators.length === 1) {
    offer(digits + '0'.repeat(3 - fraction.length))
  }
  if (separators && !(separators.length === 1 && (fraction?.length ?? 0) < 2)) offer(digits)
  return { standard, others: found }
}
