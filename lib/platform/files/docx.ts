import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeightRule,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ISectionOptions,
} from 'docx'
import { widthOf } from './metrics.ts'
import { A4, FONT_NAME, FORMS, MARK_SIZE, mmToTwips } from './form.ts'
import { plain, type Align, type Paper } from './paper.ts'
import { setPaper } from './set.ts'
import {
  cellWidth,
  coveredColumns,
  placedCells,
  type SetRow,
  type SetItem,
  type SetParagraph,
  type SetRule,
  type SetRun,
  type SetSection,
  type SetTable,
} from './shapes.ts'

const TWIPS_PER_POINT = 20
const ALIGN: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
}

/** The paper as a Word document that people go on editing: Times New Roman, A4, Vietnamese as its language. */
export function renderDocx(paper: Paper): Promise<Buffer> {
  const { body } = FORMS[paper.preset]
  const document = new Document({
    title: plain(paper.title),
    creator: paper.heading?.issuer.replaceAll('\n', ' ') ?? '',
    compatabilityModeVersion: 15,
    styles: {
      default: {
        document: {
          run: { font: FONT_NAME, size: body * 2, language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
        },
      },
    },
    sections: setPaper(paper).map(section),
  })
  return Packer.toBuffer(document)
}

function section(set: SetSection): ISectionOptions {
  const { margins, landscape, pageNumber, mark } = set
  const width = (landscape ? A4.height : A4.width) - margins.left - margins.right
  const number = (size: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: size * 2 })],
    })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: pageNumber !== null,
      page: {
        // The library turns width and height round itself for a landscape page.
        size: {
          width: mmToTwips(A4.width),
          height: mmToTwips(A4.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: mmToTwips(margins.top),
          bottom: mmToTwips(margins.bottom),
          left: mmToTwips(margins.left),
          right: mmToTwips(margins.right),
          header: mmToTwips(margins.top / 2),
          footer: mmToTwips(margins.bottom / 2),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers:
      pageNumber === null
        ? undefined
        : {
            default: new Header({ children: [number(pageNumber)] }),
            first: new Header({ children: [new Paragraph({})] }),
          },
    footers: mark === null ? undefined : { default: footer(mark), first: footer(mark) },
    children: flow(set.items, width),
  }
}

const footer = (mark: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: mark, bold: true, size: MARK_SIZE * 2 })],
      }),
    ],
  })

/** Items one below the other in a column `width` millimetres wide. */
function flow(items: readonly SetItem[], width: number): (Paragraph | Table)[] {
  return items.flatMap((item, index) => {
    switch (item.kind) {
      case 'paragraph':
        return [paragraph(item)]
      case 'rule':
        return [rule(item, width)]
      case 'break':
        return [new Paragraph({ ...spacer(1), children: [new PageBreak()] })]
      case 'table': {
        const next = items[index + 1]
        // Two tables would become one, and a cell may not end with a table, without a paragraph in between.
        const after = next && next.kind !== 'table' ? item.after : Math.max(1, item.after)
        return [
          ...(item.before > 0 ? [new Paragraph(spacer(item.before, true))] : []),
          table(item),
          ...(after > 0 ? [new Paragraph(spacer(after))] : []),
        ]
      }
    }
  })
}

/** An empty line exactly so many points high. */
const spacer = (points: number, keep = false) => ({
  keepNext: keep,
  spacing: { line: Math.round(points * TWIPS_PER_POINT), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
  run: { size: 2 },
})

function paragraph(set: SetParagraph): Paragraph {
  return new Paragraph({
    alignment: ALIGN[set.align],
    keepNext: set.keep,
    indent: { left: mmToTwips(set.left), firstLine: mmToTwips(set.first) },
    spacing: {
      before: set.before * TWIPS_PER_POINT,
      after: set.after * TWIPS_PER_POINT,
      line: Math.round(set.leading * 240),
      lineRule: LineRuleType.AUTO,
    },
    run: { size: set.size * 2 },
    children: set.runs.flatMap((run) => textRuns(run, set.size)),
  })
}

function textRuns({ text, bold, italic }: SetRun, size: number): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        bold: bold || undefined,
        italics: italic || undefined,
        size: size * 2,
        break: index > 0 ? 1 : undefined,
      }),
  )
}

/** A line drawn as the border of an empty paragraph: it stays with its text when people edit, unlike a drawing. */
function rule(set: SetRule, width: number): Paragraph {
  const longest = Math.max(...set.under.map((text) => widthOf(text, set.bold ? 'bold' : 'regular', set.size)))
  const column = (width * 72) / 25.4
  const side = Math.round(((column - Math.min(longest, column) * set.share) / 2) * TWIPS_PER_POINT)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: {
      before: 0,
      after: set.after * TWIPS_PER_POINT,
      line: Math.max(2, set.before) * TWIPS_PER_POINT,
      lineRule: LineRuleType.EXACT,
    },
    run: { size: 2 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  })
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = {
  all: { style: BorderStyle.SINGLE, size: 4, color: '000000' },
  cut: { style: BorderStyle.DASHED, size: 4, color: '7F7F7F' },
  none: NONE,
}

function table(set: SetTable): Table {
  const widths = set.widths.map(mmToTwips)
  const line = BORDERS[set.borders]
  const covered = coveredColumns(set.rows)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: mmToTwips(set.padding), right: mmToTwips(set.padding), top: 0, bottom: 0 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: set.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < set.headRows,
          cantSplit: true,
          height: row.height > 0 ? { value: mmToTwips(row.height), rule: HeightRule.ATLEAST } : undefined,
          children: cells(set, row, covered[index]!, set.together && index < set.rows.length - 1),
        }),
    ),
  })
}

function cells(set: SetTable, row: SetRow, covered: ReadonlySet<number>, together: boolean): TableCell[] {
  return placedCells(row, covered).map(({ at, cell: one }) => {
    const width = cellWidth(set, at, one.columns)
    const content = one.content.map((item) =>
      together && item.kind === 'paragraph' ? { ...item, keep: true } : item,
    )
    const children = flow(content, width - 2 * set.padding)
    return new TableCell({
      columnSpan: one.columns,
      rowSpan: one.rows,
      width: { size: mmToTwips(width), type: WidthType.DXA },
      verticalAlign: one.middle ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: children.length > 0 ? children : [new Paragraph(spacer(1, together))],
    })
  })
}
