import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { listIndicators } from '@/lib/indicators/queries'
import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { query } from '@/lib/platform/db'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { fromColumns, type ValueColumns } from '../figures/rules'
import { readableReportsSql } from '../policy'
import {
  NARRATIVE_SECTIONS,
  type BlankReason,
  type BreakdownPart,
  type FigureDto,
  type FigureMeasure,
  type NarrativeDto,
  type ReportCell,
  type ReportState,
  type TargetDto,
  type WrittenFigure,
} from '../types'

/** `query`, or the same inside a transaction. */
export type Run = typeof query

/** `query` on the transaction's own connection. */
export const queryIn =
  (tx: Prisma.TransactionClient): Run =>
  (text, params = []) =>
    tx.$queryRawUnsafe(text, ...params)

/** What of a report decides its rows. */
type ReportContext = {
  id: string
  unitId: string
  periodKind: PeriodKind
  year: number
  emulationYearId: string
  organiserId: string
  clusterId: string | null
}

type FigureRow = ValueColumns & {
  reportId: string
  state: ReportState
  period: PeriodKind
  year: number
  indicatorId: string
  code: string
  measure: FigureMeasure
  raw: string
  breakdown: BreakdownPart[] | null
  blankReason: BlankReason | null
  note: string | null
  version: number
  updatedAt: Date
  updatedBy: string | null
}

/** Figures of the unit's reports that bear on this one: its own, the year's other periods, last year's same period. */
function figureRows(run: Run, actor: Actor, row: ReportContext): Promise<FigureRow[]> {
  const readable = readableReportsSql(actor, 'r', 6)
  return run<FigureRow>(
    `SELECT r.id AS "reportId", r.state, p.kind AS period, y.year, f.indicator_id AS "indicatorId", i.code, f.measure,
            f.raw, trim_scale(f.amount)::text AS amount, trim_scale(f.denominator)::text AS denominator, f.qualifier,
            f.yes, f.words, ARRAY(SELECT trim_scale(part)::text FROM unnest(f.parts) part) AS parts, f.breakdown,
            f.blank_reason AS "blankReason", f.note, f.version, f.updated_at AS "updatedAt", a.name AS "updatedBy"
       FROM reports r
       JOIN reporting_periods p ON p.id = r.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id
       JOIN figures f ON f.report_id = r.id
       JOIN indicators i ON i.id = f.indicator_id
       LEFT JOIN accounts a ON a.id = f.updated_by_id
      WHERE r.unit_id = $1 AND y.organiser_id = $2
        AND (r.id = $5 OR y.year = $3 OR (y.year = $3 - 1 AND p.kind::text = $4))
        AND (r.id = $5 OR ${readable.sql})
      ORDER BY p.kind, f.measure`,
    [row.unitId, row.organiserId, row.year, row.periodKind, row.id, ...readable.params],
  )
}

type SideRow = {
  settings: Record<string, { notAssigned: boolean; assigned: string | null; provincial: string | null }>
  evidence: Record<string, number>
  comments: Record<string, number>
  duties: Record<string, { accountId: string; name: string }[]>
  narrative: { section: string; text: string; version: number; updatedAt: string; updatedBy: string | null }[]
  replaced: Record<string, TargetDto['replaced']>
  seen: number | null
}

/** Everything beside the figures, in one statement. */
async function sideRow(run: Run, actor: Actor, row: ReportContext): Promise<SideRow> {
  const [side] = await run<SideRow>(
    `SELECT
      (SELECT coalesce(jsonb_object_agg(s.indicator_id, jsonb_build_object(
          'notAssigned', s.not_assigned, 'assigned', s.assigned_target, 'provincial', s.provincial_target)), '{}')
         FROM unit_indicators s JOIN indicators i ON i.id = s.indicator_id JOIN indicator_sets t ON t.id = i.set_id
        WHERE s.unit_id = $2 AND t.emulation_year_id = $3) AS settings,
      (SELECT coalesce(jsonb_object_agg(k, n), '{}') FROM (
          SELECT coalesce(e.indicator_id::text, e.section, '') AS k, count(*) AS n FROM evidence_files e
           WHERE e.report_id = $1 AND e.completed_at IS NOT NULL AND e.removed_at IS NULL GROUP BY 1) t) AS evidence,
      (SELECT coalesce(jsonb_object_agg(k, n), '{}') FROM (
          SELECT c.indicator_id AS k, count(*) AS n FROM figure_comments c
           WHERE c.report_id = $1 AND c.resolved_at IS NULL GROUP BY 1) t) AS comments,
      (SELECT coalesce(jsonb_object_agg(k, v), '{}') FROM (
          SELECT d.indicator_id AS k, jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name) ORDER BY a.name) AS v
            FROM indicator_duties d JOIN accounts a ON a.id = d.account_id
           WHERE d.unit_id = $2 AND d.ends_at IS NULL GROUP BY 1) t) AS duties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('section', n.section, 'text', n.text, 'version', n.version,
          'updatedAt', n.updated_at, 'updatedBy', a.name)), '[]')
         FROM narrative_sections n LEFT JOIN accounts a ON a.id = n.updated_by_id WHERE n.report_id = $1) AS narrative,
      (SELECT coalesce(jsonb_object_agg(k, v), '{}') FROM (
          SELECT t.indicator_id AS k, jsonb_agg(jsonb_build_object('raw', t.old_raw, 'reason', t.reason, 'paper', t.paper,
                 'decidedAt', t.decided_at) ORDER BY t.decided_at) AS v
            FROM target_adjustments t JOIN reports r ON r.id = t.report_id JOIN reporting_periods p ON p.id = r.period_id
           WHERE r.unit_id = $2 AND p.emulation_year_id = $3 AND t.state = 'APPROVED' GROUP BY 1) t) AS replaced,
      (SELECT v.data_version FROM report_views v WHERE v.account_id = $4 AND v.report_id = $1) AS seen`,
    [row.id, row.unitId, row.emulationYearId, actor.accountId],
  )
  if (!side) throw new Error('a select of scalars returned no row')
  return side
}

function toFigure(row: FigureRow, kind: IndicatorDto['kind']): FigureDto {
  return {
    indicatorId: row.indicatorId,
    measure: row.measure,
    raw: row.raw,
    value: fromColumns(kind, row),
    breakdown: row.breakdown,
    blankReason: row.blankReason,
    note: row.note,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
  }
}

/** A target kept as words, read on the spot; unreadable words keep no value. */
function written(raw: string | null | undefined, indicator: IndicatorDto): WrittenFigure | null {
  if (!raw) return null
  const parsed = parseFigure(raw, figureSpec(indicator))
  return { raw, value: parsed.status === 'understood' ? parsed.value : null }
}

const RANK: Record<PeriodKind, number> = {
  REGISTRATION: 0,
  SIX_MONTHS: 1,
  NINE_MONTHS: 2,
  YEAR_ESTIMATE: 3,
  YEAR_FINAL: 4,
}

/** Whether a figure counts towards what a later one may not fall below: never an estimate, which is not done yet. */
const countsAsDone = (figure: FigureRow) =>
  figure.period !== 'REGISTRATION' && (figure.period !== 'YEAR_ESTIMATE' || figure.measure === 'TO_DATE')

function toCell(
  indicator: IndicatorDto,
  row: ReportContext,
  figures: FigureRow[],
  side: SideRow,
): ReportCell {
  const settings = side.settings[indicator.id]
  const own = figures.filter((f) => f.reportId === row.id && f.indicatorId === indicator.id)
  const sameYear = figures.filter((f) => f.year === row.year && f.indicatorId === indicator.id)
  const last = figures.find(
    (f) => f.year === row.year - 1 && f.code === indicator.code && f.measure === 'MAIN',
  )
  const target = sameYear.find((f) => f.period === 'REGISTRATION')
  const main = own.find((f) => f.measure === 'MAIN')
  const toDate = own.find((f) => f.measure === 'TO_DATE')
  const value = (f: FigureRow) => fromColumns(indicator.kind, f)
  return {
    indicator,
    notAssigned: settings?.notAssigned ?? false,
    figure: main ? toFigure(main, indicator.kind) : null,
    toDate: toDate ? toFigure(toDate, indicator.kind) : null,
    lastYear: last ? { year: last.year, raw: last.raw, value: value(last) } : null,
    earlier: sameYear
      .filter((f) => countsAsDone(f) && RANK[f.period] < RANK[row.periodKind] && value(f) !== null)
      .map((f) => ({ period: f.period, measure: f.measure, raw: f.raw, value: value(f) })),
    registeredTarget:
      target && row.periodKind !== 'REGISTRATION'
        ? {
            raw: target.raw,
            value: value(target),
            state: target.state,
            replaced: side.replaced[indicator.id] ?? [],
          }
        : null,
    assignedTarget: written(settings?.assigned, indicator),
    provincialTarget: written(settings?.provincial, indicator),
    evidenceCount: side.evidence[indicator.id] ?? 0,
    openComments: side.comments[indicator.id] ?? 0,
    duties: side.duties[indicator.id] ?? [],
  }
}

export function toNarrative(side: SideRow): NarrativeDto[] {
  return NARRATIVE_SECTIONS.map((section) => {
    const stored = side.narrative.find((n) => n.section === section)
    return {
      section,
      text: stored?.text ?? '',
      version: stored?.version ?? 0,
      updatedAt: stored ? new Date(stored.updatedAt).toISOString() : null,
      updatedBy: stored?.updatedBy ?? null,
      evidenceCount: side.evidence[section] ?? 0,
    }
  })
}

/** The rows of a report and what stands beside them, in three statements. */
export async function readCells(run: Run, actor: Actor, row: ReportContext) {
  const reach = { emulationYearId: row.emulationYearId, clusterId: row.clusterId, unitId: row.unitId }
  const [indicators, figures, side] = await Promise.all([
    listIndicators(actor, reach, run),
    figureRows(run, actor, row),
    sideRow(run, actor, row),
  ])
  return { cells: indicators.map((indicator) => toCell(indicator, row, figures, side)), side }
}
