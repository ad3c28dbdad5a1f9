import { seed } from '@/prisma/seed/main'
import type { PaperFrame, PaperMaker, PaperSubject, AddedTexts } from '@/lib/documents/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { cellOf, plain, rowOf, type Block, type Cell, type Paper } from '@/lib/platform/files/paper'
import { prisma } from '@/lib/platform/db'

/** A frame without number, day and names: what is not known stays open. */
const FRAME: PaperFrame = {
  preset: 'ND30',
  superior: 'HỘI LIÊN HIỆP PHỤ NỮ TỈNH GIA LAI',
  issuer: 'CỤM THI ĐUA',
  number: null,
  symbol: 'CTĐ',
  place: 'Gia Lai',
  day: null,
  year: 2023,
  signatory: { lines: ['CỤM TRƯỞNG'], name: null },
}

const cellText = (cell: Cell) => plain(cellOf(cell).text)

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'part':
      return [`${block.number} ${block.title}`]
    case 'section':
    case 'clause':
      return [`${block.number ?? ''}. ${block.title}`]
    case 'article':
      return [`Điều ${block.number}. ${block.title}`]
    case 'paragraph':
    case 'note':
      return [plain(block.text)]
    case 'basis':
      return [...block.items]
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`)
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...block.head.map((row) => row.map(cellText).join(' | ')),
        ...block.rows.map((row) => rowOf(row).cells.map(cellText).join(' | ')),
      ]
    case 'signatures':
      return block.places.map(({ lines, name }) => [...lines, name ?? ''].join(' '))
    case 'page-break':
      return []
    case 'slips': {
      const { heading, title, subtitle, instruction, head, rows, foot } = block.slip
      return [
        ...heading,
        title,
        subtitle ?? '',
        instruction ?? '',
        ...[head, ...rows].map((row) => row.map(cellText).join(' | ')),
        foot ?? '',
      ]
    }
  }
}

/** Every word of a paper, a line a paragraph or row. */
export function textOf(paper: Paper): string {
  const { heading } = paper
  return [
    paper.title,
    ...(heading
      ? [
          heading.typeName ?? '',
          plain(heading.summary ?? ''),
          ...(heading.notes ?? []),
          ...(heading.to ?? []),
        ]
      : []),
    ...paper.blocks.flatMap(blockText),
    ...paper.signatures.flatMap(({ lines, name }) => [...lines, name ?? '']),
    ...paper.recipients,
    ...paper.annexes.flatMap(({ label, title, note, blocks }) => [
      label,
      title,
      note ?? '',
      ...blocks.flatMap(blockText),
    ]),
  ].join('\n')
}

/** Columns a row covers, for the check that every row of a table is as wide as its columns. */
const covered = (cells: readonly Cell[]) => cells.reduce((sum, cell) => sum + cellOf(cell).columns, 0)

/** What would look wrong on paper: double marks, empty paragraphs, headings over nothing, rows that do not fit. */
export function faultsOf(paper: Paper): string[] {
  const blocks = [...paper.blocks, ...paper.annexes.flatMap((annex) => annex.blocks)]
  const lines = textOf(paper).split('\n')
  return [
    ...lines.filter((line) =>
      /[.;:,]{2}|\.\s\.|\s[.,;:]|\bundefined\b|\bnull\b|: ?\.$|\(\)/u.test(line.replaceAll(/…+/g, 'x')),
    ),
    ...blocks.flatMap((block, index) => {
      const next = blocks[index + 1]
      if (block.kind === 'paragraph' && plain(block.text).trim() === '') return ['an empty paragraph']
      if (block.kind === 'list' && block.items.length === 0) return ['an empty list']
      if ((block.kind === 'section' || block.kind === 'clause') && (!next || next.kind === 'section'))
        return [`nothing under ${block.title}`]
      if (block.kind !== 'table') return []
      return block.rows
        .map((row) => rowOf(row).cells)
        .filter((cells) => covered(cells) !== block.columns.length)
        .map(
          (cells) =>
            `a row of ${covered(cells)} in a table of ${block.columns.length}: ${cells.map(cellText).join(' | ')}`,
        )
    }),
  ]
}

export async function clusterYearId(slug: string, year: number): Promise<string> {
  const row = await prisma.clusterYear.findFirstOrThrow({ where: { year, cluster: { slug } } })
  return row.id
}

/** The demonstration as everybody gets it. */
export const seedDemonstration = () => seed({ demo: true })

/** A paper made with the eyes of the actor; throws where there is none. */
export async function makePaper(
  maker: PaperMaker,
  actor: Actor,
  subject: Partial<PaperSubject> & Pick<PaperSubject, 'kind' | 'id'>,
  texts: AddedTexts = {},
  frame: Partial<PaperFrame> = {},
): Promise<Paper> {
  const made = await maker(actor, { clusterYearId: null, unitId: null, ...subject })
  if (!made.ok) throw new Error(`no paper: ${made.code}`)
  return made.value.layOut({ ...FRAME, ...frame }, texts)
}
