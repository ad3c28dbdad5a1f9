import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { canDecideAdjustment, readableReportsSql } from '../policy'
import { idSchema } from '../schema'
import type { TargetAdjustmentDto } from '../types'
import { nameOf } from '../workflow/queries'

type Row = Omit<TargetAdjustmentDto, 'unit' | 'requestedAt' | 'decidedAt' | 'canDecide'> & {
  unitId: string
  unitSlug: string
  unitName: string | null
  clusterYearId: string | null
  requestedAt: Date
  decidedAt: Date | null
}

/** Adjustments asked for in a unit's registration, latest first; empty when the registration is not hers to read. */
export async function listTargetAdjustments(actor: Actor, reportId: string): Promise<TargetAdjustmentDto[]> {
  if (!idSchema.safeParse(reportId).success) return []
  const readable = readableReportsSql(actor, 'r', 2)
  const rows = await query<Row>(
    `SELECT t.id, t.report_id AS "reportId", t.indicator_id AS "indicatorId", i.short_name AS "indicatorName",
            u.id AS "unitId", u.slug AS "unitSlug", ${nameOf('u.id', 'y.year')} AS "unitName",
            r.cluster_year_id AS "clusterYearId", t.old_raw AS "oldRaw", t.new_raw AS "newRaw", t.reason, t.paper,
            t.paper_file_id AS "paperFileId", t.state, a.name AS "requestedBy", t.requested_at AS "requestedAt",
            b.name AS "decidedBy", t.decided_at AS "decidedAt", t.decision_note AS "decisionNote"
       FROM target_adjustments t
       JOIN reports r ON r.id = t.report_id
       JOIN units u ON u.id = r.unit_id
       JOIN reporting_periods p ON p.id = r.period_id
       JOIN emulation_years y ON y.id = p.emulation_year_id
       JOIN indicators i ON i.id = t.indicator_id
       LEFT JOIN accounts a ON a.id = t.requested_by_id
       LEFT JOIN accounts b ON b.id = t.decided_by_id
      WHERE t.report_id = $1 AND ${readable.sql}
      ORDER BY t.requested_at DESC, t.id`,
    [reportId, ...readable.params],
  )
  return rows.map(({ unitId, unitSlug, unitName, clusterYearId, requestedAt, decidedAt, ...row }) => ({
    ...row,
    unit: { id: unitId, slug: unitSlug, name: unitName ?? unitSlug },
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    canDecide: row.state === 'REQUESTED' && canDecideAdjustment(actor, { unitId, clusterYearId }),
  }))
}
