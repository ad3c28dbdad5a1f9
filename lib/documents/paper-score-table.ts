import { fail, ok } from '@/lib/platform/errors'
import type { Annex, Block, Cell, Column, Paper, TableRow } from '@/lib/platform/files/paper'
import { printNumber } from '@/lib/platform/numbers/print'
import { STAGE_LABELS } from '@/lib/scoring/labels'
import { getScoreBoard } from '@/lib/scoring/rubric/queries'
import { inReadingOrder } from '@/lib/scoring/rules'
import { getSheet } from '@/lib/scoring/sheets/queries'
import type { ScoreStage, SheetDto } from '@/lib/scoring/types'
import { added, illustrativeNote, para, markOf } from './blocks/rules'
import { gatherCluster } from './gathering/queries'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clusterName, unionOf } from './wording/rules'

type ScoreLine = {
  unit: string
  union: string
  subGroup: string | null
  /** Totals by stage as far as the reader may see them: '' for what she may not, or what is not there yet. */
  totals: Record<ScoreStage, string>
  rank: string
  className: string
}

type ScoreFacts = {
  cluster: string
  year: number
  rubric: { name: string; total: string; bonusCap: string; penaltyCap: string }
  published: boolean
  lines: ScoreLine[]
  /** Criteria in reading order with each unit's points at its furthest visible stage. */
  criteria: { text: string; max: string; group: boolean; points: string[] }[]
  illustrative: boolean
}

const SLOTS: readonly PaperSlot[] = [{ key: 'remarks', label: 'Ghi chú', lines: 3 }]
const STAGES: readonly ScoreStage[] = ['SELF', 'CROSS', 'APPRAISED', 'FINAL']

/** Bảng điểm thi đua của cụm: totals, places and classes, with the points of each criterion as an annex in landscape. */
export const makeScoreTable: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  const board = clusterYear && (await getScoreBoard(actor, clusterYear.id))
  if (!clusterYear || !board) return fail('not_found')
  const { rubric, rows } = board
  if (!rubric) return fail('invalid', 'Cụm chưa có bảng tiêu chí chấm điểm năm này.')
  const sheets = await Promise.all(rows.map(({ unit }) => getSheet(actor, clusterYear.id, unit.slug)))
  const facts: ScoreFacts = {
    cluster: clusterName(clusterYear.title),
    year: clusterYear.year,
    rubric: {
      name: rubric.name,
      total: printNumber(rubric.total),
      bonusCap: printNumber(rubric.bonusCap),
      penaltyCap: printNumber(rubric.penaltyCap),
    },
    published: rubric.state === 'PUBLISHED',
    lines: rows.map(({ unit, subGroup, provisional, result }, index) => {
      const totals = totalsOf(sheets[index] ?? null)
      if (provisional && totals[provisional.stage] === '')
        totals[provisional.stage] = printNumber(provisional.total)
      if (result) totals.FINAL = printNumber(result.total)
      return {
        unit: unit.name,
        union: unionOf(clusterYear.members.find(({ id }) => id === unit.id) ?? unit),
        subGroup,
        totals,
        rank: result ? String(result.rank) : '',
        className: result?.className ?? '',
      }
    }),
    criteria: criteriaOf(sheets),
    illustrative: rubric.illustrative || clusterYear.illustrative,
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutScoreTable(facts, frame, texts) })
}

/** A stage counts once it is finished; what is still being entered is nobody's to print. */
function totalsOf(sheet: SheetDto | null): Record<ScoreStage, string> {
  const done: Record<ScoreStage, string | null> = {
    SELF: sheet?.selfSentAt ?? null,
    CROSS: sheet?.crossDoneAt ?? null,
    APPRAISED: sheet?.appraisedAt ?? null,
    FINAL: sheet?.finalAt ?? null,
  }
  const text = (stage: ScoreStage) => {
    const total = done[stage] ? sheet?.totals[stage]?.total : undefined
    return total ? printNumber(total) : ''
  }
  return { SELF: text('SELF'), CROSS: text('CROSS'), APPRAISED: text('APPRAISED'), FINAL: text('FINAL') }
}

function criteriaOf(sheets: readonly (SheetDto | null)[]): ScoreFacts['criteria'] {
  const known = sheets.find((sheet) => sheet !== null)
  if (!known) return []
  const stages = STAGES.toReversed()
  return inReadingOrder(known.rows.map(({ criterion }) => criterion)).map(({ id, text, max, kind }) => ({
    text: kind === 'BONUS' ? `${text} (điểm thưởng)` : kind === 'PENALTY' ? `${text} (điểm trừ)` : text,
    max: printNumber(max),
    group: kind === 'GROUP',
    points: sheets.map((sheet) => {
      const row = sheet?.rows.find(({ criterion }) => criterion.id === id)
      const stage = stages.find((one) => row?.scores[one])
      if (row?.computed?.leftOut) return 'không giao'
      return row && stage ? printNumber(row.scores[stage]!.points) : ''
    }),
  }))
}

function layOutScoreTable(facts: ScoreFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, rubric, published, illustrative, criteria } = facts
  const summary = `Chấm điểm thi đua năm ${year} của ${cluster}`
  return {
    title: `Bảng điểm thi đua năm ${year} của ${cluster}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'BẢNG ĐIỂM',
      summary,
      notes: published ? [] : ['(Điểm chưa công bố, chưa xếp hạng)'],
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      para(
        `Theo ${rubric.name}: tổng điểm ${rubric.total}, điểm thưởng không quá ${rubric.bonusCap}, điểm trừ không quá ${rubric.penaltyCap}.`,
      ),
      totalsTable(facts),
      ...(published
        ? []
        : [{ kind: 'note', text: 'Ô trống: bước chấm chưa xong hoặc chưa công bố.' } as const]),
      ...added(texts, 'remarks'),
    ],
    signatures: [frame.signatory],
    recipients: ['Các đơn vị thành viên Cụm', 'Lưu: VT'],
    annexes: criteria.length > 0 ? [criteriaAnnex(facts)] : [],
  }
}

function totalsTable({ lines, published }: ScoreFacts): Block {
  const grouped = lines.some(({ subGroup }) => subGroup !== null)
  const stages = STAGES.filter(
    (stage) => stage === 'FINAL' || lines.some(({ totals }) => totals[stage] !== ''),
  )
  const narrow: Column = { width: 24, align: 'center' }
  return {
    kind: 'table',
    columns: [
      { width: 12, align: 'center' },
      { width: 62 },
      ...(grouped ? [narrow] : []),
      ...stages.map(() => narrow),
      ...(published ? [{ width: 18, align: 'center' } as const, narrow] : []),
    ],
    head: [
      [
        'TT',
        'Đơn vị',
        ...(grouped ? ['Nhóm'] : []),
        ...stages.map((stage) => STAGE_LABELS[stage]),
        ...(published ? ['Xếp hạng', 'Xếp loại'] : []),
      ],
    ],
    rows: lines.map(({ union, subGroup, totals, rank, className }, index): TableRow => [
      String(index + 1),
      union,
      ...(grouped ? [subGroup ?? ''] : []),
      ...stages.map((stage) => totals[stage]),
      ...(published ? [rank, className] : []),
    ]),
  }
}

function criteriaAnnex({ cluster, year, lines, criteria, illustrative }: ScoreFacts): Annex {
  const columns: Column[] = [
    { width: 90 },
    { width: 20, align: 'center' },
    ...lines.map((): Column => ({ width: 20, align: 'center' })),
  ]
  return {
    label: 'Phụ lục',
    title: 'ĐIỂM TỪNG TIÊU CHÍ',
    note: `(Kèm theo Bảng điểm thi đua năm ${year} của ${cluster}; mỗi ô là điểm ở bước chấm gần nhất)`,
    landscape: true,
    blocks: [
      ...illustrativeNote(illustrative),
      {
        kind: 'table',
        size: lines.length > 7 ? 9 : 10,
        columns,
        head: [['Tiêu chí', 'Điểm tối đa', ...lines.map(({ unit }) => unit)]],
        rows: criteria.map(({ text, max, group, points }): TableRow => {
          const cells: Cell[] = [text, max, ...(group ? points.map(() => '') : points)]
          return group ? { bold: true, cells } : cells
        }),
      },
    ],
  }
}
