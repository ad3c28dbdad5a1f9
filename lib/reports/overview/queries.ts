import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { canSeeCompleteness, readableReportsSql } from '../policy'
import { byUrgency, daysLeft, lateDays } from '../rules'
import { neverSentSql } from '../queries'
import { idSchema } from '../schema'
import type { AwaitedReports, Completeness, CompletenessRow, ReportState, WorkItem, WorkKind } from '../types'
import { nameOf, onDuty } from '../workflow/queries'

/** Whether report r has been appraised as it stands. */
const APPRAISED = `EXISTS (SELECT FROM report_appraisals a
  WHERE a.report_id = r.id AND a.data_version = r.data_version)`

/**
 * A unit owes a period when it exists on the day it is due, or has begun its report in the cluster: after a merger in the
 * year the new unit owes what comes, the old ones what was left to them. Over the tables r, p and u.
 */
const OWES = `(r.cluster_year_id IS NOT NULL OR p.due_at IS NULL
  OR (coalesce(u.valid_to, 'infinity') > p.due_at::date AND coalesce(u.valid_from, '-infinity') <= p.due_at::date))`

/** Every cluster-year that she follows in any way. */
const FOLLOWED = `($3::uuid[] || $4::uuid[] || $5::uuid[] || $6::uuid[])`

/** Cluster-years with a sent report and without a head or a deputy today: there the office may have to check. */
const WITHOUT_DUTY = `ARRAY(SELECT r.cluster_year_id
  FROM (SELECT DISTINCT s.cluster_year_id FROM reports s WHERE s.state = 'SENT' AND s.cluster_year_id IS NOT NULL) r
  WHERE NOT (${onDuty('HEAD')} AND ${onDuty('DEPUTY')}))`

/**
 * Sent reports that wait for a check, an appraisal or a review. `scope` bounds the cluster-years by what the index of
 * waiting reports knows: who does what is asked of these alone, not of every sent report of the nation.
 */
const sentWork = (scope: string) => `
  SELECT CASE WHEN r.state = 'SENT' THEN 'CHECK'
              WHEN r.cluster_year_id = ANY($6::uuid[]) OR r.cluster_year_id IS NULL THEN 'REVIEW' ELSE 'APPRAISE' END,
         r.id, r.unit_id, r.period_id, r.cluster_year_id, r.state, p.due_at
    FROM reports r JOIN reporting_periods p ON p.id = r.period_id AND p.locked_at IS NULL
   WHERE r.state IN ('SENT', 'CHECKED') AND ${scope} AND NOT r.unit_id = ANY($1::uuid[] || $2::uuid[])
     AND (r.state = 'SENT' OR r.cluster_year_id IS NULL OR r.cluster_year_id = ANY($6::uuid[]) OR NOT ${APPRAISED})
     AND CASE WHEN r.state = 'CHECKED' THEN
           r.cluster_year_id = ANY($5::uuid[] || $6::uuid[]) OR ($7::boolean AND r.cluster_year_id IS NULL)
         WHEN r.cluster_year_id IS NULL THEN $7::boolean
         WHEN ${onDuty('HEAD', 'AND h.unit_id = r.unit_id')} THEN
           r.cluster_year_id = ANY($4::uuid[]) OR ($7::boolean AND NOT ${onDuty('DEPUTY')})
         ELSE r.cluster_year_id = ANY($3::uuid[]) OR ($7::boolean AND NOT ${onDuty('HEAD')}) END`

/**
 * What waits for a person, one row an item, over six parameters: her units as officer, as leader, her cluster-years as
 * head, deputy, central officer and reviewer; $7 says whether she is of the office. Nobody checks her own unit.
 */
const WORK = `
  SELECT CASE r.state WHEN 'ADDITIONS_REQUESTED' THEN 'MEND' ELSE 'ENTER' END AS kind, r.id AS report_id,
         m.unit_id, p.id AS period_id, m.cluster_year_id, r.state, coalesce(r.additions_due_at, p.due_at) AS due_at
    FROM cluster_memberships m
    JOIN cluster_years cy ON cy.id = m.cluster_year_id
    JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.state = 'OPEN'
    JOIN reporting_periods p ON p.emulation_year_id = y.id AND p.locked_at IS NULL
         AND (p.opens_at IS NULL OR p.opens_at <= app_now())
    JOIN units u ON u.id = m.unit_id
    LEFT JOIN reports r ON r.unit_id = m.unit_id AND r.period_id = p.id
   WHERE m.unit_id = ANY($1::uuid[]) AND ${OWES} AND (r.id IS NULL OR r.state IN ('DRAFT', 'ADDITIONS_REQUESTED'))
  UNION ALL
  SELECT 'PRESENTED', r.id, r.unit_id, r.period_id, r.cluster_year_id, r.state, coalesce(r.additions_due_at, p.due_at)
    FROM reports r JOIN reporting_periods p ON p.id = r.period_id AND p.locked_at IS NULL
   WHERE r.unit_id = ANY($2::uuid[]) AND r.state = 'PRESENTED'
  UNION ALL ${sentWork(`r.cluster_year_id = ANY(${FOLLOWED})`)}
  UNION ALL ${sentWork(`$7::boolean AND r.cluster_year_id IS NULL`)}
  UNION ALL ${sentWork(`$7::boolean AND r.cluster_year_id = ANY(${WITHOUT_DUTY}) AND NOT r.cluster_year_id = ANY(${FOLLOWED})`)}
  UNION ALL
  SELECT 'DECIDE_ADJUSTMENT', r.id, r.unit_id, r.period_id, r.cluster_year_id, r.state, NULL
    FROM target_adjustments t JOIN reports r ON r.id = t.report_id
    JOIN reporting_periods p ON p.id = r.period_id
   WHERE t.state = 'REQUESTED' AND NOT r.unit_id = ANY($1::uuid[] || $2::uuid[])
     AND (r.cluster_year_id = ANY($6::uuid[]) OR ($7::boolean AND r.cluster_year_id IS NULL))`

const workParams = (actor: Actor) => [
  actor.staffOf,
  actor.leaderOf,
  actor.headOf,
  actor.deputyOf,
  actor.centralStaffOf,
  actor.reviewerOf,
  actor.isOffice,
]

type WorkRow = {
  kind: WorkKind
  reportId: string | null
  unitId: string
  unitSlug: string
  unitName: string | null
  periodId: string
  periodKind: PeriodKind
  year: number
  clusterSlug: string | null
  clusterTitle: string | null
  state: ReportState | null
  dueAt: Date | null
  now: Date
  filled: number
  assigned: number
  reason: string | null
  appraised: boolean
  illustrative: boolean
}

/** What waits for her, the nearest deadline first. */
export async function listMyWork(actor: Actor): Promise<WorkItem[]> {
  const rows = await query<WorkRow>(
    `SELECT w.kind, w.report_id AS "reportId", w.unit_id AS "unitId", u.slug AS "unitSlug",
            ${nameOf('u.id', 'y.year')} AS "unitName", p.id AS "periodId", p.kind AS "periodKind", y.year,
            c.slug AS "clusterSlug", cy.title AS "clusterTitle", w.state, w.due_at AS "dueAt", app_now() AS now,
            (SELECT count(*)::int FROM figures f WHERE f.report_id = w.report_id AND f.measure = 'MAIN'
                AND (f.raw <> '' OR f.blank_reason IS NOT NULL)) AS filled,
            (SELECT count(*)::int FROM indicator_sets s JOIN indicators i ON i.set_id = s.id AND i.retired_at IS NULL
              WHERE s.emulation_year_id = y.id
                AND (s.scope = 'NATIONAL' OR (s.scope = 'CLUSTER' AND s.cluster_id = cy.cluster_id)
                     OR (s.scope = 'UNIT' AND s.unit_id = w.unit_id))
                AND NOT EXISTS (SELECT FROM unit_indicators x
                     WHERE x.indicator_id = i.id AND x.unit_id = w.unit_id AND x.not_assigned)) AS assigned,
            CASE WHEN w.kind = 'MEND' THEN
              (SELECT e.reason FROM report_events e WHERE e.report_id = w.report_id AND e."to" = 'ADDITIONS_REQUESTED'
                  AND e."from" <> 'PRESENTED' ORDER BY e.id DESC LIMIT 1) END AS reason,
            ${APPRAISED} AS appraised, coalesce(r.illustrative, cy.illustrative, false) AS illustrative
       FROM (${WORK}) w
       JOIN units u ON u.id = w.unit_id
       JOIN reporting_periods p ON p.id = w.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id
       LEFT JOIN reports r ON r.id = w.report_id
       LEFT JOIN cluster_years cy ON cy.id = w.cluster_year_id
       LEFT JOIN clusters c ON c.id = cy.cluster_id
      ORDER BY w.due_at NULLS LAST, p.kind, ${nameOf('u.id', 'y.year')} COLLATE vn`,
    workParams(actor),
  )
  return rows.map((row) => ({
    kind: row.kind,
    reportId: row.reportId,
    unit: { id: row.unitId, slug: row.unitSlug, name: row.unitName ?? row.unitSlug },
    period: { id: row.periodId, kind: row.periodKind, year: row.year },
    clusterYear: row.clusterSlug
      ? { slug: row.clusterSlug, title: row.clusterTitle ?? '', year: row.year }
      : null,
    state: row.state,
    dueAt: row.dueAt?.toISOString() ?? null,
    daysLeft: daysLeft(row.dueAt, row.now),
    filled: row.filled,
    assigned: row.assigned,
    reason: row.reason,
    appraised: row.appraised,
    illustrative: row.illustrative,
  }))
}

/** How many reports wait for her, for the badge on every page. */
export async function countMyWork(actor: Actor): Promise<number> {
  const [row] = await query<{ n: number }>(`SELECT count(*)::int AS n FROM (${WORK}) w`, workParams(actor))
  return row?.n ?? 0
}

/**
 * Periods with a deadline within so many days, or behind and not locked, in which units of a cluster that hers heads or
 * assists have not sent; her own unit's report is her own work and not counted. The nearest deadline first.
 */
export async function listAwaitedReports(actor: Actor, days: number): Promise<AwaitedReports[]> {
  const years = [...actor.headOf, ...actor.deputyOf]
  if (years.length === 0) return []
  const rows = await query<Omit<AwaitedReports, 'dueAt' | 'daysLeft'> & { dueAt: Date; now: Date }>(
    `SELECT c.slug AS "clusterSlug", c.name AS "clusterName", cy.year, p.kind, p.due_at AS "dueAt", app_now() AS now,
            count(*)::int AS unsent
       FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
       JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.state = 'OPEN'
       JOIN reporting_periods p ON p.emulation_year_id = y.id AND p.locked_at IS NULL
            AND (p.opens_at IS NULL OR p.opens_at <= app_now()) AND p.due_at < app_now() + make_interval(days => $2)
       JOIN cluster_memberships m ON m.cluster_year_id = cy.id JOIN units u ON u.id = m.unit_id
       LEFT JOIN reports r ON r.unit_id = m.unit_id AND r.period_id = p.id
      WHERE cy.id = ANY($1::uuid[]) AND ${OWES} AND (r.id IS NULL OR ${neverSentSql('r')})
        AND NOT m.unit_id = ANY($3::uuid[])
      GROUP BY c.slug, c.name, cy.year, p.kind, p.due_at ORDER BY p.due_at, c.slug`,
    [years, days, [...actor.staffOf, ...actor.leaderOf]],
  )
  return rows.map(({ now, dueAt, ...row }) => ({
    ...row,
    dueAt: dueAt.toISOString(),
    daysLeft: daysLeft(dueAt, now) ?? 0,
  }))
}

type CompletenessSource = {
  periodId: string
  unitId: string
  unitSlug: string
  unitName: string | null
  clusterYearId: string
  clusterSlug: string
  clusterTitle: string
  reportId: string | null
  readable: boolean
  state: ReportState | null
  firstSentAt: Date | null
  sentAt: Date | null
  storedLateDays: number | null
}

const SENT_STATES: readonly (ReportState | null)[] = ['SENT', 'CHECKED', 'CONFIRMED', 'LOCKED']

function toRow(row: CompletenessSource, dueAt: Date | null, now: Date): CompletenessRow {
  const sent = row.firstSentAt !== null || SENT_STATES.includes(row.state)
  return {
    unit: { id: row.unitId, slug: row.unitSlug, name: row.unitName ?? row.unitSlug },
    clusterYear: { id: row.clusterYearId, slug: row.clusterSlug, title: row.clusterTitle },
    reportId: row.readable ? row.reportId : null,
    readable: row.readable,
    state: row.state,
    sentAt: row.sentAt?.toISOString() ?? null,
    lateDays: sent ? (row.storedLateDays ?? 0) : lateDays(dueAt, now),
    sent,
    mending: sent && !SENT_STATES.includes(row.state),
  }
}

type PeriodRow = { id: string; kind: PeriodKind; year: number; dueAt: Date | null; now: Date }

/**
 * Who has sent, who is late and by how many days, a table a period in the order of the year: of a cluster-year for those
 * who belong to it or follow it, of all clusters of the period's year for the office. Empty when it is not hers to see;
 * unknown periods are left out. Two statements, however many the periods.
 */
export async function getCompleteness(
  actor: Actor,
  scope: { clusterYearId: string } | { national: true },
  periodIds: string[],
): Promise<Completeness[]> {
  const clusterYearId = 'clusterYearId' in scope ? scope.clusterYearId : null
  const ids = periodIds.filter((id) => idSchema.safeParse(id).success)
  if (ids.length === 0) return []
  if (clusterYearId !== null && !idSchema.safeParse(clusterYearId).success) return []
  if (!canSeeCompleteness(actor, scope)) return []
  const readable = readableReportsSql(actor, 'r', 3)
  const [periods, rows] = await Promise.all([
    query<PeriodRow>(
      `SELECT p.id, p.kind, y.year, p.due_at AS "dueAt", app_now() AS now FROM reporting_periods p
         JOIN emulation_years y ON y.id = p.emulation_year_id WHERE p.id = ANY($1::uuid[]) ORDER BY y.year, p.kind`,
      [ids],
    ),
    query<CompletenessSource>(
      `SELECT p.id AS "periodId", m.unit_id AS "unitId", u.slug AS "unitSlug", ${nameOf('u.id', 'cy.year')} AS "unitName",
              cy.id AS "clusterYearId", c.slug AS "clusterSlug", cy.title AS "clusterTitle", r.id AS "reportId",
              coalesce(${readable.sql}, false) AS readable, r.state, r.first_sent_at AS "firstSentAt",
              r.sent_at AS "sentAt", r.late_days AS "storedLateDays"
         FROM reporting_periods p
         JOIN cluster_years cy ON cy.emulation_year_id = p.emulation_year_id AND ($2::uuid IS NULL OR cy.id = $2)
         JOIN clusters c ON c.id = cy.cluster_id
         JOIN cluster_memberships m ON m.cluster_year_id = cy.id
         JOIN units u ON u.id = m.unit_id
         LEFT JOIN reports r ON r.unit_id = m.unit_id AND r.period_id = p.id
        WHERE p.id = ANY($1::uuid[]) AND ${OWES}
        ORDER BY c.position, cy.title COLLATE vn, ${nameOf('u.id', 'cy.year')} COLLATE vn`,
      [ids, clusterYearId, ...readable.params],
    ),
  ])
  return periods.map((period) =>
    toCompleteness(
      period,
      rows.filter(({ periodId }) => periodId === period.id),
    ),
  )
}

function toCompleteness({ now, ...period }: PeriodRow, rows: CompletenessSource[]): Completeness {
  const table = rows.map((row) => toRow(row, period.dueAt, now)).sort(byUrgency)
  const sent = table.filter((row) => row.sent).length
  return {
    period: { ...period, dueAt: period.dueAt?.toISOString() ?? null },
    rows: table,
    counts: {
      units: table.length,
      sent,
      unsent: table.length - sent,
      late: table.filter((row) => row.lateDays > 0).length,
      confirmed: table.filter((row) => row.state === 'CONFIRMED' || row.state === 'LOCKED').length,
    },
  }
}
