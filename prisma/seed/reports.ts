import type { FigureValue } from '@/lib/platform/numbers/types'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { toColumns } from '@/lib/reports/figures/rules'
import type { BlankReason, BreakdownPart, Capacity, FigureMeasure, ReportState } from '@/lib/reports/types'
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
  /** What it said before additions were asked for. */
  former?: { raw: string; value: FigureValue }
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
  /** When figures that have a former value were corrected, and who had read them before. */
  corrected?: { at: Date; seenBy: string[]; seenAt: Date }
}

const blankOf = (figure: FigureDraft) => figure.blankReason ?? null

/** Writes reports that do not exist yet, with figures, history and the projection that tables are read from. */
export async function writeReports(tx: Tx, drafts: ReportDraft[]): Promise<void> {
  const figures: Prisma.FigureCreateManyInput[] = []
  const revisions: Prisma.FigureRevisionCreateManyInput[] = []
  const events: Prisma.ReportEventCreateManyInput[] = []
  const views: Prisma.ReportViewCreateManyInput[] = []
  const narrative: Prisma.NarrativeSectionCreateManyInput[] = []
  const reports = drafts.map((draft): Prisma.ReportCreateManyInput => {
    const id = stableId('report', draft.key)
    const texts = Object.entries(draft.narrative ?? {})
    const firstVersion = draft.figures.length + texts.length
    const corrections = draft.figures.filter(({ former }) => former)
    const dataVersion = firstVersion + corrections.length
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
        version: figure.former ? 2 : 1,
        updatedById: draft.enteredById,
        updatedAt: (figure.former && draft.corrected?.at) ?? draft.enteredAt,
      })
      if (!draft.enteredById) return
      const shared = { reportId: id, indicatorId, measure, byId: draft.enteredById }
      const rest = { breakdown, blankReason: blankOf(figure), note: note ?? null }
      const now = { ...columns, raw, ...rest }
      const before = figure.former && { ...toColumns(figure.former.value), raw: figure.former.raw, ...rest }
      revisions.push({ ...shared, dataVersion: index + 1, after: before ?? now, at: draft.enteredAt })
      if (before) {
        const version = firstVersion + corrections.indexOf(figure) + 1
        revisions.push({ ...shared, dataVersion: version, before, after: now, at: draft.corrected?.at })
      }
    })
    for (const event of draft.events ?? []) {
      const before = draft.corrected && event.at < draft.corrected.at
      events.push({
        ...event,
        reportId: id,
        dataVersion: event.from === null ? 0 : before ? firstVersion : dataVersion,
      })
    }
    for (const accountId of draft.corrected?.seenBy ?? [])
      views.push({ accountId, reportId: id, dataVersion: firstVersion, at: draft.corrected?.seenAt })
    for (const [section, text] of texts)
      narrative.push({
        reportId: id,
        section,
        text,
        updatedById: draft.enteredById,
        updatedAt: draft.enteredAt,
      })
    return {
      id,
      unitId: draft.unitId,
      periodId: draft.periodId,
      clusterYearId: draft.clusterYearId,
      state: draft.state,
      version: Math.max(1, draft.events?.length ?? 1),
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
  await tx.reportView.createMany({ data: views })
  await tx.narrativeSection.createMany({ data: narrative })
  await refreshProjectionsIn(
    tx,
    drafts.map(({ key }) => stableId('report', key)),
  )
}
