import type { CalendarDay } from '../dates.ts'

/*
 * An official paper as data, from which the DOCX, the PDF and the preview are drawn alike. Sizes, margins and rules under
 * headings are the preset's, not the paper's (see form.ts). Texts are NFC. Lengths are millimetres.
 */

/** Form of the heading: Nghị định 30/2020/NĐ-CP, the Union's own, Hướng dẫn 36-HD/VPTW of the Party. */
export const PAPER_PRESETS = ['ND30', 'HOI', 'DANG'] as const
export type PaperPreset = (typeof PAPER_PRESETS)[number]

export type Run = { text: string; bold?: boolean; italic?: boolean }
/** One upright run, or several; "\n" breaks the line within the paragraph. */
export type Text = string | readonly Run[]

export type Align = 'left' | 'center' | 'right' | 'justify'

/** What stands above the text on the first page. */
export type PaperHeading = {
  /** cơ quan chủ quản, as it shall be printed, without line breaks; null for none. */
  superior: string | null
  /** cơ quan ban hành: "CỤM THI ĐUA …"; broken over lines where it is long, or at "\n". */
  issuer: string
  /** null leaves the number to be written by hand: "Số:      /BC-…". */
  number: string | null
  /** What follows the number: "BC-CTĐ"; empty for a paper without number. */
  symbol: string
  place: string | null
  /** null leaves day and month to be written by hand; the year then comes from `year`. */
  day: CalendarDay | null
  /** Printed where the day is not known yet; null leaves it open too. */
  year: number | null
  /** "BÁO CÁO"; null for a công văn, whose summary then stands under the number as "V/v …". */
  typeName: string | null
  /** trích yếu; null for none. */
  summary: Text | null
  /** Further lines under the summary, in italics: "(Dự thảo)". */
  notes?: readonly string[]
  /** Kính gửi: one stands in the line, several become a list. */
  to?: readonly string[]
}

export type ListMarker = 'dash' | 'plus' | 'number' | 'letter' | 'none'

export type Column = {
  /** Share of the width; shares need not add up to anything. */
  width: number
  align?: Align
}

export type Cell =
  | Text
  | {
      text: Text
      align?: Align
      /** Columns it covers, 1 unless told. */
      columns?: number
      /** Rows it covers, in the head of a table alone. */
      rows?: number
    }

export type TableRow = readonly Cell[] | { cells: readonly Cell[]; bold: true }

/** Where one of several parties signs. */
export type SignaturePlace = {
  /** "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH": one line each, in capitals as they shall be printed. */
  lines: readonly string[]
  /** In italics below the lines: "(Ký, ghi rõ họ tên)". */
  note?: string
  /** null leaves the name to be written by hand. */
  name: string | null
}

/** One printed slip of which four fit on A4. */
export type Slip = {
  /** In capitals above the title: the meeting, the cluster. */
  heading: readonly string[]
  title: string
  subtitle: string | null
  /** How to mark it. */
  instruction: string | null
  columns: readonly Column[]
  head: readonly Cell[]
  rows: readonly (readonly Cell[])[]
  foot: string | null
}

export type Block =
  /** Phần, Chương: number on a line of its own, title in capitals, both centred and bold. */
  | { kind: 'part'; number: string; title: string }
  /** "I. KẾT QUẢ …": bold, in capitals as given. */
  | { kind: 'section'; number: string | null; title: string }
  /** khoản with a title: "1. Công tác chỉ đạo": bold; `level` 2 is bold italic ("1.1."). */
  | { kind: 'clause'; number: string | null; title: string; level?: 1 | 2 }
  /** "Điều 1. Phạm vi": word and title bold. */
  | { kind: 'article'; number: number; title: string }
  | {
      kind: 'paragraph'
      text: Text
      align?: Align
      /** First line 1,27 cm in; true unless the paragraph is centred or right. */
      indent?: boolean
      keepWithNext?: boolean
    }
  /** căn cứ: italic, each line ended by ";", the last by "." */
  | { kind: 'basis'; items: readonly string[] }
  | { kind: 'list'; marker: ListMarker; items: readonly Text[]; start?: number }
  | {
      kind: 'table'
      columns: readonly Column[]
      /** Repeated on every page. */
      head: readonly (readonly Cell[])[]
      rows: readonly TableRow[]
      /** Points; 12 unless told, at least 9. */
      size?: number
      /** Above the table, in italics and to the right: "Đơn vị tính: đồng". */
      caption?: string
    }
  /** Places for many parties, in rows of `columns`. */
  | { kind: 'signatures'; places: readonly SignaturePlace[]; columns: 2 | 3 }
  /** Where something comes from or what is illustrative: small italics. */
  | { kind: 'note'; text: Text }
  | { kind: 'page-break' }
  /** `copies` of a slip, four on a page; nothing else may stand on these pages. */
  | { kind: 'slips'; slip: Slip; copies: number }

export type Annex = {
  /** "Phụ lục", "Phụ lục I". */
  label: string
  /** In capitals as given. */
  title: string
  /** "(Kèm theo Báo cáo số …)": italics. */
  note: string | null
  landscape: boolean
  blocks: readonly Block[]
}

export type Paper = {
  /** Of the file's metadata: "Báo cáo tổng kết Cụm thi đua … năm 2023". */
  title: string
  preset: PaperPreset
  /** At the foot of every page: "SỐ LIỆU MINH HỌA". */
  mark?: string
  /** null for what carries no heading of a paper: phiếu bầu. */
  heading: PaperHeading | null
  blocks: readonly Block[]
  /** None; one to the right of "Nơi nhận"; two side by side (biên bản), "Nơi nhận" below them. */
  signatures: readonly SignaturePlace[]
  /** Without dash and final mark: "Như trên", "Lưu: VT, …". */
  recipients: readonly string[]
  annexes: readonly Annex[]
}

/** The runs of a text; an empty text has none. */
export function runsOf(text: Text): readonly Run[] {
  if (typeof text === 'string') return text === '' ? [] : [{ text }]
  return text.filter((run) => run.text !== '')
}

/** The text without its marks. */
export const plain = (text: Text): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('')

/** A cell with everything said. */
export function cellOf(cell: Cell): { text: Text; align?: Align; columns: number; rows: number } {
  if (typeof cell === 'string' || !('text' in cell)) return { text: cell, columns: 1, rows: 1 }
  return { text: cell.text, align: cell.align, columns: cell.columns ?? 1, rows: cell.rows ?? 1 }
}

/** The cells of a row, and whether the row is bold. */
export function rowOf(row: TableRow): { cells: readonly Cell[]; bold: boolean } {
  return 'cells' in row ? row : { cells: row, bold: false }
}
