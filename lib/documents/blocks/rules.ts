import { ledgerSentence } from '@/lib/activities/joint/rules'
import { FUNDING_LABELS } from '@/lib/activities/joint/labels'
import type { ActivityDto } from '@/lib/activities/joint/types'
import type { Block, ListMarker, SignaturePlace, TableRow, Text } from '@/lib/platform/files/paper'
import { printMoney } from '@/lib/platform/numbers/print'
import { printDate } from '@/lib/platform/dates'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import type { StatementSection } from '@/lib/sources/types'
import type { Statement } from '../cluster-report/types'
import { roman } from '@/lib/terms/labels'
import type { AddedTexts } from '../types'
import { clause, paragraphsOf, printed, sentence } from '../wording/rules'

/** The mark of figures that no document states. */
export const ILLUSTRATIVE = 'SỐ LIỆU MINH HỌA'

/** The mark of a paper whose figures are illustrative, for the foot of every page. */
export const markOf = (illustrative: boolean): { mark?: string } =>
  illustrative ? { mark: ILLUSTRATIVE } : {}

/** The mark as a line of its own; nothing where the figures are those of a document. */
export const illustrativeNote = (illustrative: boolean): Block[] =>
  illustrative ? [{ kind: 'note', text: [{ text: ILLUSTRATIVE, bold: true }] }] : []

/** One paragraph of the running text. */
export const para = (text: Text, more: { keepWithNext?: boolean } = {}): Block => ({
  kind: 'paragraph',
  text,
  ...more,
})

/** A paragraph of each text; what says nothing makes none. */
export const paras = (texts: readonly string[]): Block[] =>
  texts.filter((text) => text.trim() !== '').map((text) => para(text))

/** A bold lead and what follows it in one paragraph: "Thời gian: 08 giờ 00 …". */
export const labelled = (label: string, text: string): Block =>
  para([{ text: `${label}: `, bold: true }, { text }])

/** A list, or nothing without items. */
export const list = (items: readonly Text[], marker: ListMarker = 'dash'): Block[] =>
  items.length > 0 ? [{ kind: 'list', marker, items }] : []

/** A list whose items end as one sentence does: ";" after each but the last. */
export const running = (items: readonly string[], marker: ListMarker = 'dash'): Block[] =>
  list(
    items
      .map(clause)
      .filter(Boolean)
      .map((item, index, all) => `${item}${index === all.length - 1 ? '.' : ';'}`),
    marker,
  )

/** What a person added in a slot, a paragraph a line; nothing where she added nothing. */
export const added = (texts: AddedTexts, key: string): Block[] => paras(paragraphsOf(texts[key] ?? ''))

/** What a person added, or else what stands there without her. */
export function addedOr(texts: AddedTexts, key: string, otherwise: readonly Block[]): readonly Block[] {
  const own = added(texts, key)
  return own.length > 0 ? own : otherwise
}

export type Part = {
  title: string
  blocks: readonly Block[]
  /** Figures in it are illustrative: the mark stands under its title. */
  illustrative?: boolean
}

const filled = (parts: readonly Part[]) => parts.filter(({ blocks }) => blocks.length > 0)

/** Parts of a paper under Roman numerals: "I. TÊN PHẦN"; a part with nothing to say is left out. */
export const sections = (parts: readonly Part[]): Block[] =>
  filled(parts).flatMap(({ title, blocks, illustrative = false }, index): Block[] => [
    { kind: 'section', number: roman(index + 1), title: title.toLocaleUpperCase('vi') },
    ...illustrativeNote(illustrative),
    ...blocks,
  ])

/** Parts of a section under Arabic numerals, each title in bold; a part with nothing to say is left out. */
export const clauses = (parts: readonly Part[]): Block[] =>
  filled(parts).flatMap(({ title, blocks, illustrative = false }, index): Block[] => [
    { kind: 'clause', number: String(index + 1), title },
    ...illustrativeNote(illustrative),
    ...blocks,
  ])

/** Articles of a regulation, numbered on from `first`. */
export const articles = (parts: readonly Part[], first = 1): Block[] =>
  filled(parts).flatMap(({ title, blocks }, index): Block[] => [
    { kind: 'article', number: first + index, title },
    ...blocks,
  ])

/** Statements of sources as sentences of a paper, readings of ours marked so. */
export const statementSentences = (statements: readonly Pick<Statement, 'text' | 'inferred'>[]): string[] =>
  statements.map(({ text, inferred }) => {
    const words = sentence(printed(text))
    return inferred ? `${clause(words)} (suy ra từ tài liệu).` : words
  })

/** Stated sentences of a section as paragraphs; what the source leaves open as notes after them. */
export function told(statements: readonly Statement[], section: StatementSection): Block[] {
  const own = statements.filter((statement) => statement.section === section)
  return [
    ...paras(statementSentences(own.filter(({ notStated }) => !notStated))),
    ...own
      .filter(({ notStated }) => notStated)
      .map(({ text }): Block => ({ kind: 'note', text: sentence(printed(text)) })),
  ]
}

/** Whether a source says who presided, so that the paper need not say it is not stated. */
export const presidedIn = (statements: readonly Statement[]): boolean =>
  statements.some(({ section, text }) => section === 'meeting' && text.includes('chủ trì'))

/** Where the figures and words of a year before the app come from. */
export function sourceNote(sources: readonly { letter: string | null; title: string }[]): Block[] {
  const named = [
    ...new Set(sources.map(({ letter, title }) => (letter ? `Tài liệu ${letter}: “${title}”` : title))),
  ]
  return named.length > 0 ? [{ kind: 'note', text: `Nguồn: ${named.join('; ')}.` }] : []
}

/** A joint activity: what it was, and its ledger with what the listed sums leave unexplained. */
export function activityBlocks(activity: ActivityDto): Block[] {
  const { title, description, place, value, valueRaw, funding, ledger, beneficiaries } = activity
  const worth = value && inDong(valueRaw, value)
  const whom = beneficiaries.map(inWhole).join('; ')
  // What the description tells in the same words is not told again.
  const unlessTold = (label: string, text: string | null) =>
    text && !foldVietnamese(description).includes(foldVietnamese(text)) ? `${label}: ${clause(text)}.` : ''
  const told = [
    description ? sentence(printed(description)) : '',
    unlessTold('Địa điểm', place),
    unlessTold('Đối tượng hỗ trợ', whom),
    activity.handedOverOn ? `Ngày bàn giao: ${printDate(activity.handedOverOn)}.` : '',
    unlessTold('Tổng trị giá', worth),
  ].filter(Boolean)
  const ledgerWords = funding.length > 1 ? ledgerSentence(value, ledger) : null
  return [
    para([{ text: `${clause(printed(title))}. `, bold: true }, { text: told.join(' ') }]),
    ...illustrativeNote(activity.illustrative),
    ...(funding.length > 1 ? [fundingTable(activity)] : []),
    ...(ledgerWords ? [para(ledgerWords)] : []),
  ]
}

/** An amount in the words it was given in; a paper names the currency where they do not. */
const inDong = (raw: string | null, amount: string) =>
  raw === null ? printMoney(amount, 'auto') : foldVietnamese(raw).includes('dong') ? raw : `${raw} đồng`

const inWhole = ({ shown, address }: { shown: string; address: string | null }) =>
  address ? `${shown}, ${address}` : shown

function fundingTable({ funding, ledger }: ActivityDto): Block {
  const rows = funding.map(({ giver, kind, amount, raw, note }, index): TableRow => [
    String(index + 1),
    giver,
    FUNDING_LABELS[kind],
    amount ? inDong(raw, amount) : (raw ?? ''),
    note ?? '',
  ])
  return {
    kind: 'table',
    columns: [
      { width: 11, align: 'center' },
      { width: 34 },
      { width: 20 },
      { width: 28, align: 'right' },
      { width: 60 },
    ],
    head: [['TT', 'Nguồn', 'Hình thức', 'Số tiền', 'Ghi chú']],
    rows: [
      ...rows,
      {
        bold: true,
        cells: ['', { text: 'Cộng các khoản', columns: 2 }, printMoney(ledger.listed, 'auto'), ''],
      },
    ],
  }
}

/** The two who sign minutes: who kept them to the left, who presided to the right. */
export const minutesSignatures = (secretary: string | null, chair: string | null): SignaturePlace[] => [
  { lines: ['THƯ KÝ'], note: '(Ký, ghi rõ họ tên)', name: secretary },
  { lines: ['CHỦ TRÌ'], note: '(Ký, ghi rõ họ tên)', name: chair },
]
