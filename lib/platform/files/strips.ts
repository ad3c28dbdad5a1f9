import { widthOf } from './metrics.ts'
import { LINE_HEIGHT, mmToPoints } from './form.ts'
import { breakLines, type Line, type Piece } from './lines.ts'
import {
  cellWidth,
  coveredColumns,
  placedCells,
  type SetItem,
  type SetParagraph,
  type SetRow,
  type SetRule,
  type SetTable,
} from './shapes.ts'

type Document = PDFKit.PDFDocument

/** What is never torn between two pages: a line of text, a row of a table, a space. Points. */
export type Strip = {
  height: number
  draw(document: Document, x: number, y: number): void
  /** Stands on the page of the next strip. */
  keep: boolean
  /** A mere space, dropped at the top of a page. */
  gap?: true
  /** Drawn again above it where a page begins with it: the head of its table. */
  head?: Strip
  /** Two strips of which the first is at most so high, where it does not fit on any page. */
  split?(height: number): [Strip, Strip] | null
  /** Nothing follows on this page. */
  ends?: true
}

const nothing = () => {}
const gap = (height: number, keep: boolean): Strip[] =>
  height > 0 ? [{ height, draw: nothing, keep, gap: true }] : []

/** Items of a column `width` points wide as strips, from the top. */
export function stripsOf(items: readonly SetItem[], width: number): Strip[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'paragraph':
        return paragraphStrips(item, width)
      case 'rule':
        return [ruleStrip(item, width)]
      case 'table':
        return tableStrips(item)
      case 'break':
        return [{ height: 0, draw: nothing, keep: false, ends: true as const }]
    }
  })
}

const sumOf = (strips: readonly Strip[]) => strips.reduce((sum, strip) => sum + strip.height, 0)

function paragraphStrips(set: SetParagraph, width: number): Strip[] {
  const left = mmToPoints(set.left)
  const first = mmToPoints(set.first)
  const lines = breakLines(set.runs, set.size, width - left, first)
  const height = set.size * LINE_HEIGHT * set.leading
  return [
    ...gap(set.before, true),
    ...lines.map((line, index) => ({
      height,
      // No line of a paragraph stands alone at the foot or at the top of a page.
      keep: set.keep || (lines.length > 1 && (index === 0 || index === lines.length - 2)),
      draw: (document: Document, x: number, y: number) =>
        drawLine(document, line, set, {
          x: x + left + (index === 0 ? first : 0),
          baseline: y + height - set.size * 0.237,
          width: width - left - (index === 0 ? first : 0),
        }),
    })),
    ...gap(set.after, set.keep),
  ]
}

function drawLine(
  document: Document,
  line: Line,
  { align, size }: SetParagraph,
  { x, baseline, width }: { x: number; baseline: number; width: number },
): void {
  document.fontSize(size)
  const gaps = line.pieces.filter(({ spaces }) => spaces > 0).length
  const stretch = align === 'justify' && !line.last && gaps > 0 ? (width - line.width) / gaps : 0
  let at = x
  if (align === 'right') at += width - line.width
  if (align === 'center') at += (width - line.width) / 2
  const put = (text: string, face: Piece['face']) =>
    document.font(face).text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
  for (const [index, piece] of line.pieces.entries()) {
    if (piece.spaces > 0) at += piece.spaces * widthOf(' ', piece.spaceFace, size) + stretch
    // The space is drawn with the word before it, so that what is copied or searched has it.
    const spaces = line.pieces[index + 1]?.spaces ?? (line.last ? 0 : 1)
    put(piece.text + ' '.repeat(spaces), piece.face)
    at += widthOf(piece.text, piece.face, size)
  }
}

function ruleStrip(set: SetRule, width: number): Strip {
  const longest = Math.max(...set.under.map((text) => widthOf(text, set.bold ? 'bold' : 'regular', set.size)))
  const length = Math.min(longest, width) * set.share
  return {
    height: set.before + set.after + 1,
    keep: true,
    draw: (document, x, y) => {
      const from = x + (width - length) / 2
      document
        .lineWidth(0.75)
        .moveTo(from, y + set.before)
        .lineTo(from + length, y + set.before)
        .stroke()
    },
  }
}

/** Rows that a cell covers together stay together: each such band is one strip. */
function tableStrips(set: SetTable): Strip[] {
  const covered = coveredColumns(set.rows)
  const bands: Strip[] = []
  let from = 0
  for (let index = 1; index <= set.rows.length; index++) {
    const joined =
      index < set.rows.length && (covered[index]!.size > 0 || (index < set.headRows && from < set.headRows))
    if (joined) continue
    bands.push(bandOf(set, set.rows.slice(from, index), covered.slice(from, index)))
    from = index
  }
  const head = set.headRows > 0 ? bands[0] : undefined
  return [
    ...gap(set.before, true),
    ...bands.map((band, index) => ({
      ...band,
      keep: (index < bands.length - 1 && (set.together || band.keep)) || band === head,
      ...(head && band !== head ? { head } : {}),
    })),
    ...gap(set.after, false),
  ]
}

type Placed = { row: number; rows: number; x: number; width: number; middle: boolean; strips: Strip[] }

function bandOf(set: SetTable, rows: readonly SetRow[], covered: readonly Set<number>[]): Strip {
  const padding = mmToPoints(set.padding)
  const placed: Placed[] = rows.flatMap((row, index) =>
    placedCells(row, covered[index]!).map(({ at, cell: one }) => {
      const width = mmToPoints(cellWidth(set, at, one.columns))
      return {
        row: index,
        rows: Math.min(one.rows, rows.length - index),
        x: mmToPoints(cellWidth(set, 0, at)),
        width,
        middle: one.middle,
        strips: stripsOf(one.content, width - 2 * padding),
      }
    }),
  )
  const strip = cellsStrip(
    set,
    placed,
    rows.map((row) => mmToPoints(row.height)),
  )
  return { ...strip, keep: rows.every(keepsNext) }
}

const keepsNext = ({ cells }: SetRow): boolean =>
  cells.every(({ content }) => content.every((item) => item.kind === 'paragraph' && item.keep))

function cellsStrip(set: SetTable, placed: readonly Placed[], least: readonly number[]): Strip {
  const heights = [...least]
  for (const one of [...placed].sort((a, b) => a.rows - b.rows)) {
    const last = one.row + one.rows - 1
    const above = heights.slice(one.row, last).reduce((sum, height) => sum + height, 0)
    heights[last] = Math.max(heights[last]!, sumOf(one.strips) - above)
  }
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const height = heights.reduce((sum, one) => sum + one, 0)
  return {
    height,
    keep: false,
    draw: (document, x, y) => {
      for (const one of placed) {
        const top = y + tops[one.row]!
        const room = heights.slice(one.row, one.row + one.rows).reduce((sum, row) => sum + row, 0)
        frame(document, set, x + one.x, top, one.width, room)
        let at = top + (one.middle ? (room - sumOf(one.strips)) / 2 : 0)
        for (const strip of one.strips) {
          strip.draw(document, x + one.x + mmToPoints(set.padding), at)
          at += strip.height
        }
      }
    },
    split: (available) => {
      if (heights.length !== 1) return null
      const parts = placed.map((one) => {
        let fits = 0
        let used = 0
        while (fits < one.strips.length && used + one.strips[fits]!.height <= available)
          used += one.strips[fits++]!.height
        return [one.strips.slice(0, fits), one.strips.slice(fits)] as const
      })
      if (parts.every(([first]) => first.length === 0)) return null
      const part = (which: 0 | 1) =>
        cellsStrip(
          set,
          placed.map((one, index) => ({ ...one, middle: false, strips: [...parts[index]![which]] })),
          [0],
        )
      return [part(0), part(1)]
    },
  }
}

function frame(
  document: Document,
  { borders }: SetTable,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  if (borders === 'none') return
  document.lineWidth(0.5)
  if (borders === 'cut') document.dash(3, { space: 3 }).strokeColor('#7f7f7f')
  document.rect(x, y, width, height).stroke()
  if (borders === 'cut') document.undash().strokeColor('black')
}
