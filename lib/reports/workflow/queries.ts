import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { PeriodKind } from '@/lib/periods/types'
import type { ReportFacts } from '../types'

/** Name of unit `unitId` (an SQL expression) as it was called at the end of year `year`. */
export const nameOf = (unitId: string, year: string) =>
  `(SELECT d.name FROM unit_designations d
     WHERE d.unit_id = ${unitId} AND (d.valid_from IS NULL OR d.valid_from <= make_date(${year}, 12, 31))
     ORDER BY d.valid_from DESC NULLS LAST LIMIT 1)`

/** Whether the cluster-year of reports r has a head or deputy today. */
export const onDuty = (role: 'HEAD' | 'DEPUTY', more = '') =>
  `EXISTS (SELECT FROM headships h
     WHERE h.cluster_year_id = r.cluster_year_id AND h.role = '${role}' ${more}
       AND (h.starts_on IS NULL OR h.starts_on <= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
       AND (h.ends_on IS NULL OR h.ends_on >= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))`

/** Columns of ReportFacts over reports r, reporting_periods p, emulation_years y. */
export const FACTS = `r.unit_id AS "unitId", r.cluster_year_id AS "clusterYearId", r.state,
  r.first_sent_at IS NOT NULL AS "sentBefore", (p.locked_at IS NOT NULL OR y.state = 'CLOSED') AS "periodLocked",
  ${onDuty('HEAD')} AS "hasHead", ${onDuty('DEPUTY')} AS "hasDeputy",
  ${onDuty('HEAD', 'AND h.unit_id = r.unit_id')} AS "unitIsHead"`

/** Facts for policy, or null when there is no such report. Inside a transaction pass its client; lock the row before. */
export async function reportFactsIn(
  db: Prisma.TransactionClient,
  reportId: string,
): Promise<ReportFacts | null> {
  const rows = await db.$queryRawUnsafe<ReportFacts[]>(
    `SELECT ${FACTS} FROM reports r JOIN reporting_periods p ON p.id = r.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id WHERE r.id = $1::uuid`,
    reportId,
  )
  return rows[0] ?? null
}

/** A row of figures f as StoredFigure: what its history keeps. */
export const STORED_FIGURE = `jsonb_build_object('raw', f.raw, 'amount', trim_scale(f.amount)::text,
  'denominator', trim_scale(f.denominator)::text, 'qualifier', f.qualifier, 'yes', f.yes, 'words', f.words,
  'parts', ARRAY(SELECT trim_scale(part)::text FROM unnest(f.parts) part), 'breakdown', f.breakdown,
  'blankReason', f.blank_reason, 'note', f.note)`

export type LockedReport = ReportFacts & {
  id: string
  version: number
  dataVersion: number
  periodId: string
  periodKind: PeriodKind
  dueAt: Date | null
  emulationYearId: string
  clusterId: string | null
}

/** Locks a report's row until the transaction ends, then reads what a command needs to know of it. */
export async function lockReportIn(
  tx: Prisma.TransactionClient,
  reportId: string,
): Promise<LockedReport | null> {
  await tx.$queryRaw`SELECT id FROM reports WHERE id = ${reportId}::uuid FOR NO KEY UPDATE`
  const rows = await tx.$queryRawUnsafe<LockedReport[]>(
    `SELECT r.id, r.version, r.data_version AS "dataVersion", p.id AS "periodId", p.kind AS "periodKind",
            p.due_at AS "dueAt", y.id AS "emulationYearId", cy.cluster_id AS "clusterId", ${FACTS}
       FROM reports r JOIN reporting_periods p ON p.id = r.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id
       LEFT JOIN cluster_years cy ON cy.id = r.cluster_year_id
      WHERE r.id = $1::uuid`,
    reportId,
  )
  return rows[0] ?? null
}
