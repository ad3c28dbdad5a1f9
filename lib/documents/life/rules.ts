import type { PaperPreset, SignaturePlace } from '@/lib/platform/files/paper'
import { PAPERS, type PaperKind } from '../types'
import type { DocumentAct, DocumentState, Signatory } from './types'

/** From which states an act leads where, and whether it owes a reason. */
export const DOCUMENT_TRANSITIONS: Record<
  DocumentAct,
  { from: readonly DocumentState[]; to: DocumentState; reason: boolean }
> = {
  PRESENT: { from: ['DRAFT'], to: 'PRESENTED', reason: false },
  RETURN: { from: ['PRESENTED'], to: 'DRAFT', reason: true },
  ISSUE: { from: ['PRESENTED'], to: 'ISSUED', reason: false },
  RECALL: { from: ['ISSUED'], to: 'RECALLED', reason: true },
  DISCARD: { from: ['DRAFT', 'PRESENTED'], to: 'DISCARDED', reason: true },
}

/** Whether it can still become an issued paper; a subject has at most one such of a kind. */
export const isUnderWay = (state: DocumentState): boolean => state === 'DRAFT' || state === 'PRESENTED'

/** Whether it left the house, recalled afterwards or not: its bytes are kept and its readers go on reading it. */
export const wasIssued = (state: DocumentState): boolean => state === 'ISSUED' || state === 'RECALLED'

/** "BC-CTĐ"; a công văn bears the issuer's letters alone, and what bears no number none. */
export function symbolOf(kind: PaperKind, abbreviation: string): string {
  const { symbol } = PAPERS[kind]
  if (symbol === '' || symbol === 'CV') return symbol && abbreviation
  return `${symbol}-${abbreviation}`
}

/** "TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"; in the Party's form T/M, K/T. */
export function signaturePlaceOf(signatory: Signatory, preset: PaperPreset): SignaturePlace {
  const { collective, authority, authorityOf, title, name } = signatory
  const mark = (letters: string) => (preset === 'DANG' ? [...letters].join('/') : `${letters}.`)
  const acting = authority === 'Q'
  return {
    lines: [
      ...(collective ? [`${mark('TM')} ${collective}`] : []),
      ...(authority && !acting && authorityOf ? [`${mark(authority)} ${authorityOf}`] : []),
      acting ? `${mark('Q')} ${title}` : title,
    ]
      .filter(Boolean)
      .map((line) => line.toLocaleUpperCase('vi')),
    name: name || null,
  }
}

export const DEPUTY_TITLE = 'Cụm phó'

/** Whose union a cluster's paper is headed by: the deputy's where she signs in the head's place. */
export const signingRole = ({ authority, title }: Signatory): 'HEAD' | 'DEPUTY' =>
  authority === 'KT' && /^(?:cụm phó|phó cụm|phó trưởng cụm)/iu.test(title.normalize('NFC'))
    ? 'DEPUTY'
    : 'HEAD'

/** "05/BC-CTĐ" */
export function numberedAs(number: string | null, symbol: string): string | null {
  if (!number) return null
  const shown = /^\d$/.test(number) ? `0${number}` : number
  return symbol ? `${shown}/${symbol}` : shown
}

/** "3 văn bản đã ban hành, 1 đang trình ký, 2 dự thảo." */
export function documentsSentence(documents: readonly { state: DocumentState }[]): string {
  const count = (state: DocumentState) => documents.filter((document) => document.state === state).length
  const parts = [
    [count('ISSUED'), 'đã ban hành'],
    [count('PRESENTED'), 'đang trình ký'],
    [count('DRAFT'), 'đang dự thảo'],
    [count('RECALLED'), 'đã thu hồi'],
  ].filter(([number]) => number !== 0)
  if (parts.length === 0) return 'Chưa có văn bản nào được lập.'
  return `${documents.length} văn bản: ${parts.map(([number, words]) => `${number} ${words}`).join(', ')}.`
}
