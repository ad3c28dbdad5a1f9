import type { FigureValue } from '@/lib/platform/numbers/types'
import { toColumns, toProjection } from '@/lib/reports/figures/rules'
import type {
  BlankReason,
  BreakdownPart,
  Capacity,
  FigureMeasure,
  ProjectionCells,
  ReportState,
} from '@/lib/reports/types'
import type { Prisma } from '@/prisma/generated/client'
import { stableId, type Tx } from './write'

export type FigureDraft = {
  indicatorId: string
  measure: FigureMeasure
  raw: string
  value: FigureValue | null
  breakdown?: BreakdownPart[] | null
  blankReason?: BlankReason
  note?: string
  factId?: string
}

export type EventDraft = {
  from: ReportState | null
  to: ReportState
  byId: string
  capacity: Capacity
  reason?: string
  at: Date
}

export type ReportDraft = {
  /** Names the report at every seeding. */
  key: string
  unitId: string
  periodId: string
  clusterYearId: string | null
  state: ReportState
  illustrative: boolean
  sourceId?: string
  firstSentAt?: Date
  sentAt?: Date
  lateDays?: number
  additionsDueAt?: Date
  createdAt?: Date
  figures: FigureDraft[]
  /** Who typed the figures, and when; given for reports that keep a history. */
  enteredById?: string
  enteredAt?: Date
  events?: EventDraft[]
  narrative?: Record<string, string>
}

const blankOf = (figure: FigureDraft) => figure.blankReason ?? null

/** Writes reports that do not exist yet, with figures, history and the projection that tables are read from. */
export async function writeReports(tx: Tx, drafts: ReportDraft[]): Promise<void> {
  const figures: Prisma.FigureCreateManyInput[] = []
  const revisions: Prisma.FigureRevisionCreateManyInput[] = []
  const events: Prisma.ReportEventCreateManyInput[] = []
  const narrative: Prisma.NarrativeSectionCreateManyInput[] = []
  const projections: Prisma.ReportProjectionCreateManyInput[] = []
  const reports = drafts.map((draft): Prisma.ReportCreateManyInput => {
    const id = stableId('report', draft.key)
    const texts = Object.entries(draft.narrative ?? {})
    const dataVersion = draft.figures.length + texts.length
    const cells: ProjectionCells = {}
    draft.figures.forEach((figure, index) => {
      const { indicatorId, measure, raw, factId, note } = figure
      const columns = toColumns(figure.value)
      const breakdown = figure.breakdown ?? null
      figures.push({
        ...columns,
        id: stableId('figure', draft.key, indicatorId, measure),
        reportId: id,
        indicatorId,
        measure,
        raw,
        breakdown: breakdown ?? undefined,
        blankReason: blankOf(figure),
        note,
        factId,
        updatedById: draft.enteredById,
        updatedAt: draft.enteredAt,
      })
      if (draft.enteredById)
        revisions.push({
          reportId: id,
          indicatorId,
          measure,
          dataVersion: index + 1,
          after: { ...columns, raw, breakdown, blankReason: blankOf(figure), note: note ?? null },
          byId: draft.enteredById,
          at: draft.enteredAt,
        })
      const cell = { ...toProjection(columns, blankOf(figure)), v: 1 }
      cells[indicatorId] = { ...cells[indicatorId], [measure === 'MAIN' ? 'm' : 't']: cell }
    })
    for (const event of draft.events ?? []) events.push({ ...event, reportId: id, dataVersion })
    for (const [section, text] of texts)
      narrative.push({
        reportId: id,
        section,
        text,
        updatedById: draft.enteredById,
        updatedAt: draft.enteredAt,
      })
    projections.push({ reportId: id, cells })
    return {
      id,
      unitId: draft.unitId,
      periodId: draft.periodId,
      clusterYearId: draft.clusterYearId,
      state: draft.state,
      version: 1 + (draft.events?.length ?? 0),
      dataVersion,
      firstSentAt: draft.firstSentAt,
      sentAt: draft.sentAt,
      lateDays: draft.lateDays,
      additionsDueAt: draft.additionsDueAt,
      illustrative: draft.illustrative,
      sourceId: draft.sourceId,
      createdAt: draft.createdAt,
    }
  })
  await tx.report.createMany({ data: reports })
  await tx.figure.createMany({ data: figures })
  await tx.figureRevision.createMany({ data: revisions })
  await tx.reportEvent.createMany({ data: events })
  await tx.narrativeSection.createMany({ data: narrative })
  await tx.reportProjection.createMany({ data: projections })
}
