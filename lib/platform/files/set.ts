import { A4, FIRST_LINE, FORMS, LEADING, PARAGRAPH_GAP, type Form } from './form.ts'
import {
  cellOf,
  rowOf,
  runsOf,
  type Annex,
  type Block,
  type Cell,
  type Column,
  type ListMarker,
  type Paper,
} from './paper.ts'
import { setHeading } from './set-heading.ts'
import { setEnd, setPlaces } from './set-signatures.ts'
import {
  cell,
  paragraph,
  plainTable,
  type SetItem,
  type SetRow,
  type SetSection,
  type SetTable,
} from './shapes.ts'

/** Letters of điểm in their Vietnamese order. */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy']

function markOf(marker: ListMarker, index: number): string {
  switch (marker) {
    case 'dash':
      return '- '
    case 'plus':
      return '+ '
    case 'number':
      return `${index + 1}. `
    case 'letter':
      return `${LETTERS[index % LETTERS.length]}) `
    case 'none':
      return ''
  }
}

/** Sets a paper: its main part, pages of slips, each annex in sections of their own. */
export function setPaper(paper: Paper): SetSection[] {
  const form = FORMS[paper.preset]
  const width = A4.width - form.margins.left - form.margins.right
  const main: SetItem[] = [
    ...(paper.heading ? setHeading(paper.heading, paper.preset, width) : []),
    ...withLastKept(setBlocks(paper.blocks, form, width)),
    ...setEnd(paper, form, width),
  ]
  const slips = paper.blocks.filter((block) => block.kind === 'slips')
  const mark = paper.mark ?? null
  const section = { landscape: false, margins: form.margins, pageNumber: form.pageNumber, mark }
  return [
    ...(main.length > 0 ? [{ ...section, items: main }] : []),
    ...slips.map((block) => setSlips(block)),
    ...paper.annexes.map((annex) => setAnnex(annex, form, mark)),
  ]
}

/** No signature stands alone on a page: the last paragraph goes with it. */
function withLastKept(items: SetItem[]): SetItem[] {
  return items.map((item, index) =>
    index === items.length - 1 && item.kind === 'paragraph' ? { ...item, keep: true } : item,
  )
}

function setAnnex(annex: Annex, form: Form, mark: string | null): SetSection {
  const width = (annex.landscape ? A4.height : A4.width) - form.margins.left - form.margins.right
  const centred = { align: 'center', keep: true } as const
  return {
    landscape: annex.landscape,
    margins: form.margins,
    pageNumber: form.pageNumber,
    mark,
    items: [
      paragraph(annex.label, form.annexLabel, { ...centred, bold: true }),
      paragraph(annex.title, form.annexTitle, { ...centred, bold: true }),
      ...(annex.note ? [paragraph(annex.note, form.body, { ...centred, italic: true })] : []),
      paragraph('', 6, { keep: true }),
      ...setBlocks(annex.blocks, form, width),
    ],
  }
}

const TITLES: ReadonlySet<Block['kind']> = new Set(['part', 'section', 'clause', 'article'])

function setBlocks(blocks: readonly Block[], form: Form, width: number): SetItem[] {
  const titled = (index: number) => TITLES.has(blocks[index - 1]?.kind ?? 'note')
  return blocks.flatMap((block, index) =>
    // What is said of a whole section stands with its title, and both with what follows.
    block.kind === 'note' && titled(index)
      ? withLastKept(setBlock(block, form, width))
      : setBlock(block, form, width),
  )
}

function setBlock(block: Block, form: Form, width: number): SetItem[] {
  const gap = { before: 0, after: PARAGRAPH_GAP, leading: LEADING }
  const title = { ...gap, before: PARAGRAPH_GAP, bold: true, keep: true }
  switch (block.kind) {
    case 'part':
      return [
        paragraph(block.number, form.body, { ...title, after: 0, align: 'center' }),
        paragraph(block.title, form.body, { ...title, before: 0, align: 'center' }),
      ]
    case 'section':
      return [
        paragraph(numbered(block.number, block.title), form.body, {
          ...title,
          first: FIRST_LINE,
          align: 'justify',
        }),
      ]
    case 'clause':
      return [
        paragraph(numbered(block.number, block.title), form.body, {
          ...title,
          before: 0,
          italic: block.level === 2,
          first: FIRST_LINE,
          align: 'justify',
        }),
      ]
    case 'article':
      return [
        paragraph(`Điều ${block.number}. ${block.title}`, form.body, {
          ...title,
          first: FIRST_LINE,
          align: 'justify',
        }),
      ]
    case 'paragraph': {
      const align = block.align ?? 'justify'
      const indent = block.indent ?? (align === 'justify' || align === 'left')
      return [
        paragraph(block.text, form.body, {
          ...gap,
          align,
          first: indent ? FIRST_LINE : 0,
          keep: block.keepWithNext ?? false,
        }),
      ]
    }
    case 'basis':
      return block.items.map((item, index) =>
        paragraph(
          `${item.trim().replace(/[;.]+$/, '')}${index === block.items.length - 1 ? '.' : ';'}`,
          form.body,
          {
            ...gap,
            italic: true,
            first: FIRST_LINE,
            align: 'justify',
          },
        ),
      )
    case 'list':
      return block.items.map((item, index) => {
        const mark = markOf(block.marker, index + (block.start ?? 1) - 1)
        return paragraph(mark ? [{ text: mark }, ...runsOf(item)] : item, form.body, {
          ...gap,
          first: FIRST_LINE,
          align: 'justify',
        })
      })
    case 'table':
      return [
        ...(block.caption
          ? [
              paragraph(block.caption, Math.min(form.body, 12), {
                align: 'right',
                italic: true,
                keep: true,
                after: 3,
              }),
            ]
          : []),
        setDataTable(block.columns, block.head, block.rows, Math.max(9, block.size ?? 12), width),
      ]
    case 'signatures':
      return setPlaces(block.places, block.columns, form, width)
    case 'note':
      return [paragraph(block.text, 11, { italic: true, before: 3, after: 3, align: 'justify' })]
    case 'page-break':
      return [{ kind: 'break' }]
    case 'slips':
      return []
  }
}

const numbered = (number: string | null, title: string) =>
  number ? `${number.replace(/\.$/, '')}. ${title}` : title

/** Widths in whole hundredths of a millimetre that fill the line. */
function widthsOf(columns: readonly Column[], width: number): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  return columns.map((column) => Math.round((column.width / sum) * width * 100) / 100)
}

function setDataTable(
  columns: readonly Column[],
  head: readonly (readonly Cell[])[],
  rows: Extract<Block, { kind: 'table' }>['rows'],
  size: number,
  width: number,
  gap = 2,
): SetTable {
  const setCells = (cells: readonly Cell[], bold: boolean, isHead: boolean): SetRow => {
    let at = 0
    // A line that names a group of rows stands above the first of them.
    const keep = bold && !isHead && cells.length < columns.length
    return {
      height: 0,
      cells: cells.map((entry) => {
        const { text, align, columns: span, rows: down } = cellOf(entry)
        const own = columns[at]?.align ?? 'left'
        at += span
        return cell(
          [
            paragraph(text, size, {
              align: align ?? (isHead ? 'center' : own),
              bold: bold || isHead,
              before: gap,
              after: gap,
              keep,
            }),
          ],
          { columns: span, rows: down, middle: true },
        )
      }),
    }
  }
  return plainTable(
    widthsOf(columns, width),
    [
      ...head.map((cells) => setCells(cells, true, true)),
      ...rows.map((row) => {
        const { cells, bold } = rowOf(row)
        return setCells(cells, bold, false)
      }),
    ],
    { headRows: head.length, borders: 'all', padding: 1.5, together: false, before: 3, after: 9 },
  )
}

const SLIP_MARGIN = 8
const SLIP_PADDING = 6

/** Four slips a page, to be cut along the dashed lines. */
function setSlips({ slip, copies }: Extract<Block, { kind: 'slips' }>): SetSection {
  const half = (A4.width - 2 * SLIP_MARGIN) / 2
  // A paragraph must follow a table in a DOCX: a millimetre and a half are left for it.
  const height = Math.floor((A4.height - 2 * SLIP_MARGIN - 3) / 2)
  const centred = { align: 'center' } as const
  const content = (): SetItem[] => [
    ...slip.heading.map((line) => paragraph(line, 11, { ...centred, before: 3, bold: true })),
    paragraph(slip.title, 14, { ...centred, bold: true, before: 6 }),
    ...(slip.subtitle ? [paragraph(slip.subtitle, 12, { ...centred, bold: true, after: 3 })] : []),
    ...(slip.instruction ? [paragraph(slip.instruction, 11, { ...centred, italic: true, after: 3 })] : []),
    // Many candidates stand closer.
    setDataTable(
      slip.columns,
      [slip.head],
      slip.rows,
      slip.rows.length > 10 ? 10 : 12,
      half - 2 * SLIP_PADDING,
      slip.rows.length > 8 ? 1 : 2,
    ),
    ...(slip.foot ? [paragraph(slip.foot, 11, { ...centred, italic: true })] : []),
  ]
  const items: SetItem[] = []
  for (let printed = 0; printed < copies; printed += 4) {
    const rows: SetRow[] = []
    for (let at = printed; at < Math.min(copies, printed + 4); at += 2) {
      const pair = at + 1 < copies ? [content(), content()] : [content(), []]
      rows.push({ height, cells: pair.map((one) => cell(one)) })
    }
    if (printed > 0) items.push({ kind: 'break' })
    items.push(plainTable([half, half], rows, { borders: 'cut', padding: SLIP_PADDING }))
  }
  return {
    landscape: false,
    margins: { top: SLIP_MARGIN, bottom: SLIP_MARGIN, left: SLIP_MARGIN, right: SLIP_MARGIN },
    pageNumber: null,
    mark: null,
    items,
  }
}
