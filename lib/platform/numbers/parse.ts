import { cleanFigureText, cleanFreeText, quoteTyped } from './clean'
import { ask, refuse, understand } from './outcome'
import { parseAmount } from './parse-amount'
import { parseRatio } from './parse-ratio'
import type { FigureSpec, FigureValue, ParseOutcome } from './types'
import { foldVietnamese } from '../vietnamese'
import { NO, YES } from './words'

const LONGEST_FIGURE = 1000
const LONGEST_TEXT = 500

/**
 * Reads a figure the way people write it. Never throws and never guesses: what can be read in more than one way is
 * asked about. Dots group thousands and the comma is the decimal mark; "tỷ", "triệu", "nghìn" and qualifiers
 * ("trên", "gần", "khoảng", "hàng ngàn") are understood with and without diacritics.
 */
export function parseFigure(text: string, spec: FigureSpec): ParseOutcome {
  if (spec.kind === 'TEXT') {
    const written = cleanFreeText(text)
    if (written.length > LONGEST_TEXT)
      return refuse(
        `Tối đa ${LONGEST_TEXT} ký tự, hiện có ${written.length}. Phần còn lại hãy viết vào mục mô hình, cách làm hay.`,
      )
    return written === '' ? { status: 'empty' } : understand({ kind: 'TEXT', text: written }, spec)
  }
  if (text.length > LONGEST_FIGURE)
    return refuse('Nội dung quá dài cho một con số. Phần giải thích ghi vào ghi chú.')
  const typed = cleanFigureText(text)
  if (typed === '') {
    return /\S/.test(text.replace(/\p{C}/gu, ''))
      ? refuse('Không thấy con số nào. Hãy nhập kết quả, hoặc để trống nếu chưa có.')
      : { status: 'empty' }
  }
  switch (spec.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      return parseAmount(typed, { ...spec, kind: spec.kind })
    case 'RATIO':
      return parseRatio(typed, spec)
    case 'YES_NO':
      return parseYesNo(typed, spec)
    case 'COMPOSITE':
      return parseComposite(text, spec)
  }
}

function parseYesNo(typed: string, spec: FigureSpec): ParseOutcome {
  const text = typed.toLowerCase()
  if (YES.test(text)) return understand({ kind: 'YES_NO', yes: true }, spec)
  if (NO.test(text)) return understand({ kind: 'YES_NO', yes: false }, spec)
  if (text === '1' || text === '0') return ask(typed, [{ kind: 'YES_NO', yes: text === '1' }], spec)
  return refuse(`${quoteTyped(typed)} chưa rõ là có hay không. Hãy nhập “Có” hoặc “Không”.`)
}

function parseComposite(text: string, spec: FigureSpec): ParseOutcome {
  const labels = spec.parts ?? []
  const pieces = text.split(/[;；\t\r\n|]+/)
  while (pieces.length > labels.length && pieces.at(-1)?.trim() === '') pieces.pop()
  if (labels.length > 0 ? pieces.length !== labels.length : pieces.length < 2) {
    const expected = labels.length > 0 ? ` ${labels.length} số (${labels.join('; ')})` : ' các số'
    return refuse(`Hãy nhập đủ${expected}, cách nhau bằng dấu chấm phẩy, ví dụ 33.500; 17.000; 350.`)
  }

  let combinations: string[][] = [[]]
  let sure = true
  for (const [index, piece] of pieces.entries()) {
    const name = labels[index] ?? `số thứ ${index + 1}`
    const outcome = parseFigure(withoutLabel(piece, labels[index]), { ...spec, kind: 'COUNT' })
    if (outcome.status === 'refused') return refuse(`${name}: ${outcome.message}`)
    if (outcome.status === 'empty') return refuse(`Còn thiếu ${name}. Hãy nhập đủ ${pieces.length} số.`)
    const values = outcome.status === 'ask' ? outcome.choices.map((choice) => choice.value) : [outcome.value]
    const amounts = values.flatMap(exactAmount)
    if (amounts.length === 0) {
      return refuse(`${name}: hãy nhập con số chính xác, không ghi “trên”, “gần”, “khoảng”.`)
    }
    sure &&= outcome.status === 'understood'
    combinations = combinations.flatMap((parts) => amounts.map((amount) => [...parts, amount])).slice(0, 4)
  }
  const values = combinations.map((parts): FigureValue => ({ kind: 'COMPOSITE', parts }))
  const [only] = values
  return sure && only ? understand(only, spec) : ask(text.trim(), values, spec)
}

function exactAmount(value: FigureValue): string[] {
  return 'amount' in value && value.amount !== null && value.qualifier === 'EXACT' ? [value.amount] : []
}

/** "Nhiệm kỳ: 350" → "350". */
function withoutLabel(piece: string, label: string | undefined): string {
  const colon = piece.lastIndexOf(':')
  const isLabel = label && colon >= 0 && foldVietnamese(piece.slice(0, colon)) === foldVietnamese(label)
  return isLabel ? piece.slice(colon + 1) : piece
}
