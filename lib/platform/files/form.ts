import type { PaperPreset } from './paper.ts'

/** Millimetres. */
type Margins = { top: number; bottom: number; left: number; right: number }

/** Sizes of a preset in points, margins in millimetres. */
export type Form = {
  margins: Margins
  /** Of the national heading, or of the Party's. */
  motto: { nation: number; words: number }
  superior: number
  issuer: number
  number: number
  place: number
  typeName: number
  summary: number
  /** "V/v …" of a công văn, under its number. */
  subject: number
  body: number
  authority: number
  signer: number
  recipientsTitle: number
  recipients: number
  annexLabel: number
  annexTitle: number
  pageNumber: number
}

export const A4 = { width: 210, height: 297 }
/** First line of a paragraph, millimetres. */
export const FIRST_LINE = 12.7
/** Between paragraphs, points: at least 6. */
export const PARAGRAPH_GAP = 6
/** Of the body, times single: between 1 and 1.5. */
export const LEADING = 1.1
/** Height of a single line of Times New Roman and of every font that shares its metrics, times its size. */
export const LINE_HEIGHT = 1.15
/** Points of the mark at the foot of a page. */
export const MARK_SIZE = 10
export const FONT_NAME = 'Times New Roman'

/**
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I: margins 20–25, 20–25, 30–35, 15–20 mm; sizes where the decree gives a range chosen
 * so that a long issuer stands beside the national heading.
 */
const ND30: Form = {
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  motto: { nation: 12, words: 13 },
  superior: 12,
  issuer: 12,
  number: 13,
  place: 13,
  typeName: 14,
  summary: 14,
  subject: 12,
  body: 14,
  authority: 14,
  signer: 14,
  recipientsTitle: 12,
  recipients: 11,
  annexLabel: 14,
  annexTitle: 14,
  pageNumber: 13,
}

export const FORMS: Record<PaperPreset, Form> = {
  ND30,
  /** The Union's own heading: no national motto, the sizes of the decree. */
  HOI: ND30,
  /** Hướng dẫn 36-HD/VPTW, 3/4/2018. */
  DANG: {
    ...ND30,
    motto: { nation: 15, words: 15 },
    superior: 14,
    issuer: 14,
    number: 14,
    place: 14,
    typeName: 16,
    summary: 14,
    recipientsTitle: 14,
    recipients: 12,
    pageNumber: 14,
  },
}

/** Points, of which an inch has 72. */
export const mmToPoints = (mm: number) => (mm * 72) / 25.4
/** Twentieths of a point, whole, as Word counts. */
export const mmToTwips = (mm: number) => Math.round((mm * 1440) / 25.4)
