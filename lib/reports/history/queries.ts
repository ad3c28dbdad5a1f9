import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { fromColumns, type StoredFigure } from '../figures/rules'
import { readableReportsSql } from '../policy'
import { idSchema } from '../schema'
import type {
  FigureMeasure,
  FigureRevisionDto,
  FigureSnapshot,
  ReportChanges,
  ReportEventDto,
} from '../types'

/** Changes of state, latest first; empty when the report is not hers to read. */
export async function getReportHistory(actor: Actor, reportId: string): Promise<ReportEventDto[]> {
  if (!idSchema.safeParse(reportId).success) return []
  const readable = readableReportsSql(actor, 'r', 2)
  const rows = await query<Omit<ReportEventDto, 'at'> & { at: Date }>(
    `SELECT e."from", e."to", b.name AS "by", o.name AS "onBehalfOf", e.capacity, e.reason,
            e.data_version AS "dataVersion", e.at
       FROM report_events e JOIN reports r ON r.id = e.report_id
       LEFT JOIN accounts b ON b.id = e.by_id LEFT JOIN accounts o ON o.id = e.on_behalf_of_id
      WHERE e.report_id = $1 AND ${readable.sql}
      ORDER BY e.id DESC`,
    [reportId, ...readable.params],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type RevisionRow = {
  indicatorId: string
  kind: FigureKind
  code: string
  name: string
  measure: FigureMeasure
  dataVersion: number
  before: StoredFigure | null
  after: StoredFigure
  by: string | null
  at: Date
}

/** A stored revision as the figure it was. */
function toSnapshot(stored: StoredFigure | null, kind: FigureKind): FigureSnapshot | null {
  if (!stored) return null
  return {
    raw: stored.raw,
    value: fromColumns(kind, stored),
    breakdown: stored.breakdown,
    blankReason: stored.blankReason,
    note: stored.note,
  }
}

function revisionRows(
  actor: Actor,
  reportId: string,
  since: number,
  indicatorId: string | null,
): Promise<RevisionRow[]> {
  const readable = readableReportsSql(actor, 'r', 4)
  return query<RevisionRow>(
    `SELECT v.indicator_id AS "indicatorId", i.kind, i.code, i.short_name AS name, v.measure,
            v.data_version AS "dataVersion", v.before, v.after, a.name AS "by", v.at
       FROM figure_revisions v JOIN reports r ON r.id = v.report_id JOIN indicators i ON i.id = v.indicator_id
       LEFT JOIN accounts a ON a.id = v.by_id
      WHERE v.report_id = $1 AND v.data_version > $2 AND ($3::uuid IS NULL OR v.indicator_id = $3) AND ${readable.sql}
      ORDER BY v.id`,
    [reportId, since, indicatorId, ...readable.params],
  )
}

/** Every saved value of an indicator in a report, latest first; empty when the report is not hers to read. */
export async function getFigureHistory(
  actor: Actor,
  reportId: string,
  indicatorId: string,
): Promise<FigureRevisionDto[]> {
  if (!idSchema.safeParse(reportId).success || !idSchema.safeParse(indicatorId).success) return []
  const rows = await revisionRows(actor, reportId, -1, indicatorId)
  return rows.reverse().flatMap(({ kind, before, after, at, ...row }) => {
    const now = toSnapshot(after, kind)
    return now
      ? [
          {
            indicatorId: row.indicatorId,
            measure: row.measure,
            dataVersion: row.dataVersion,
            before: toSnapshot(before, kind),
            after: now,
            by: row.by,
            at: at.toISOString(),
          },
        ]
      : []
  })
}

/** What was entered, as opposed to how it is stored. */
const content = (figure: FigureSnapshot | null) => JSON.stringify(figure)

/**
 * What changed since a data version, one entry a figure: as it stood then and as it stands now. Changed and changed
 * back is no change. null when the report is not hers to read.
 */
export async function getChangesSince(
  actor: Actor,
  reportId: string,
  dataVersion: number,
): Promise<ReportChanges | null> {
  if (!idSchema.safeParse(reportId).success) return null
  const since = Number.isSafeInteger(dataVersion) ? Math.min(Math.max(dataVersion, 0), 2_147_483_647) : 0
  const readable = readableReportsSql(actor, 'r', 2)
  const [[report], rows] = await Promise.all([
    query<{ now: number }>(
      `SELECT r.data_version AS now FROM reports r WHERE r.id = $1 AND ${readable.sql}`,
      [reportId, ...readable.params],
    ),
    revisionRows(actor, reportId, since, null),
  ])
  if (!report) return null
  const changes = new Map<string, ReportChanges['figures'][number]>()
  for (const row of rows) {
    const after = toSnapshot(row.after, row.kind)
    if (!after) continue
    const key = `${row.indicatorId} ${row.measure}`
    changes.set(key, {
      indicatorId: row.indicatorId,
      code: row.code,
      name: row.name,
      measure: row.measure,
      before: changes.has(key) ? (changes.get(key)?.before ?? null) : toSnapshot(row.before, row.kind),
      after,
      by: row.by,
      at: row.at.toISOString(),
    })
  }
  const figures = [...changes.values()].filter((change) => content(change.before) !== content(change.after))
  return { since, now: report.now, figures }
}
