import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { queryIn, readCells, toNarrative, type Run } from './cells/queries'
import { missingForPresenting, progressOf } from './figures/rules'
import { availableActs, canComment, canEnter, canRead, mayEnter } from './policy'
import { daysLeft } from './rules'
import { idSchema } from './schema'
import type { MissingItem, ReportDto, ReportFacts, ReportHeader } from './types'
import { FACTS, nameOf } from './workflow/queries'

type HeaderRow = ReportFacts & {
  id: string
  unitSlug: string
  unitName: string | null
  periodId: string
  periodKind: PeriodKind
  year: number
  dueAt: Date | null
  lockedAt: Date | null
  emulationYearId: string
  organiserId: string
  clusterId: string | null
  clusterSlug: string | null
  clusterTitle: string | null
  version: number
  dataVersion: number
  firstSentAt: Date | null
  sentAt: Date | null
  lateDays: number
  additionsDueAt: Date | null
  additionsReason: string | null
  handedBack: { at: string; reason: string | null } | null
  illustrative: boolean
  now: Date
}

/**
 * SQL of the report of a unit and a period, for a lateral join, its row's version beside its columns. Both are sought in
 * the index at once; left to itself the planner reads a unit's reports of all years and throws most away.
 */
export const reportOfSql = (unitId: string, periodId: string): string =>
  `(select o.*, o.xmin as row_version from reports o where o.unit_id = ${unitId} and o.period_id = ${periodId} offset 0)`

/** SQL: the report of an alias never left its unit. Such drafts are their unit's alone, in no total and no count. */
export const neverSentSql = (alias: string): string =>
  `(${alias}.first_sent_at is null and ${alias}.state in ('DRAFT', 'PRESENTED'))`

async function headerRow(run: Run, reportId: string): Promise<HeaderRow | null> {
  if (!idSchema.safeParse(reportId).success) return null
  const [row] = await run<HeaderRow>(
    `SELECT r.id, ${FACTS}, u.slug AS "unitSlug", ${nameOf('u.id', 'y.year')} AS "unitName",
            p.id AS "periodId", p.kind AS "periodKind", y.year, p.due_at AS "dueAt", p.locked_at AS "lockedAt",
            y.id AS "emulationYearId", y.organiser_id AS "organiserId", c.id AS "clusterId", c.slug AS "clusterSlug",
            cy.title AS "clusterTitle", r.version, r.data_version AS "dataVersion", r.first_sent_at AS "firstSentAt",
            r.sent_at AS "sentAt", r.late_days AS "lateDays", r.additions_due_at AS "additionsDueAt", r.illustrative,
            app_now() AS now,
            CASE WHEN r.state = 'ADDITIONS_REQUESTED' OR (r.state = 'PRESENTED' AND r.first_sent_at IS NOT NULL) THEN
              (SELECT e.reason FROM report_events e
                WHERE e.report_id = r.id AND e."to" = 'ADDITIONS_REQUESTED' AND e."from" <> 'PRESENTED'
                ORDER BY e.id DESC LIMIT 1) END AS "additionsReason",
            CASE WHEN r.state IN ('DRAFT', 'ADDITIONS_REQUESTED') THEN
              (SELECT CASE WHEN e."from" = 'PRESENTED' THEN jsonb_build_object('at', e.at, 'reason', e.reason) END
                 FROM report_events e WHERE e.report_id = r.id ORDER BY e.id DESC LIMIT 1) END AS "handedBack"
       FROM reports r
       JOIN units u ON u.id = r.unit_id
       JOIN reporting_periods p ON p.id = r.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id
       LEFT JOIN cluster_years cy ON cy.id = r.cluster_year_id
       LEFT JOIN clusters c ON c.id = cy.cluster_id
      WHERE r.id = $1`,
    [reportId],
  )
  return row ?? null
}

const iso = (date: Date | null) => date?.toISOString() ?? null

function toHeader(row: HeaderRow): ReportHeader {
  return {
    id: row.id,
    unit: { id: row.unitId, slug: row.unitSlug, name: row.unitName ?? row.unitSlug },
    period: {
      id: row.periodId,
      kind: row.periodKind,
      year: row.year,
      dueAt: iso(row.dueAt),
      lockedAt: iso(row.lockedAt),
    },
    clusterYear:
      row.clusterYearId && row.clusterSlug
        ? { id: row.clusterYearId, slug: row.clusterSlug, title: row.clusterTitle ?? '', year: row.year }
        : null,
    state: row.state,
    version: row.version,
    dataVersion: row.dataVersion,
    firstSentAt: iso(row.firstSentAt),
    sentAt: iso(row.sentAt),
    lateDays: row.lateDays,
    daysLeft: daysLeft(row.additionsDueAt ?? row.dueAt, row.now),
    additionsDueAt: iso(row.additionsDueAt),
    additionsReason: row.additionsReason,
    illustrative: row.illustrative,
  }
}

/**
 * A report for entry and review, in four statements; null when it does not exist or is not hers to read. `run` reads it
 * on a transaction's connection instead of the pool.
 */
export async function getReport(actor: Actor, reportId: string, run: Run = query): Promise<ReportDto | null> {
  const row = await headerRow(run, reportId)
  if (!row || !canRead(actor, row)) return null
  const { cells, side } = await readCells(run, actor, row)
  return {
    ...toHeader(row),
    cells,
    narrative: toNarrative(side),
    handedBack: mayEnter(actor, row) ? row.handedBack : null,
    acts: availableActs(actor, row),
    canEnter: canEnter(actor, row),
    canComment: canComment(actor, row),
    missing: missingForPresenting(cells, row.periodKind),
    progress: progressOf(cells, row.periodKind),
    seenDataVersion: side.seen,
  }
}

/** What keeps a report from being presented, read on the transaction's own connection. */
export async function missingIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
): Promise<MissingItem[]> {
  const run = queryIn(tx)
  const row = await headerRow(run, reportId)
  if (!row) return []
  const { cells } = await readCells(run, actor, row)
  return missingForPresenting(cells, row.periodKind)
}
