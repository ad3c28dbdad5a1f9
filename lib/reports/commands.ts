import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { STATE_LABELS } from './labels'
import { canRead, isEditable, mayEnter } from './policy'
import type { SaveNarrativeInput } from './schema'
import type { NarrativeConflict, NarrativeSectionKey, SavedNarrative } from './types'
import { lockReportIn, reportFactsIn } from './workflow/queries'

type OpenablePeriod = {
  open: boolean
  clusterYearId: string | null
  illustrative: boolean | null
  existing: boolean
}

/**
 * The report of a unit for a period, begun at the first visit; visits at the same moment begin one. Only a unit that
 * exists in the period's year begins one, once the year is open and the period has begun.
 */
export function openReport(
  actor: Actor,
  input: { unitId: string; periodId: string },
): Promise<Result<{ reportId: string }>> {
  return perform(actor, 'openReport', undefined, async (tx) => {
    if (!mayEnter(actor, input)) return fail('forbidden')
    const found = await findIn(tx, input)
    if (found) return ok({ reportId: found })
    const [period] = await tx.$queryRaw<OpenablePeriod[]>`
      SELECT y.state = 'OPEN' AND p.locked_at IS NULL AND (p.opens_at IS NULL OR p.opens_at <= app_now()) AS open,
             (u.valid_from IS NULL OR u.valid_from <= make_date(y.year, 12, 31))
               AND (u.valid_to IS NULL OR u.valid_to > make_date(y.year, 1, 1)) AS existing,
             cy.id AS "clusterYearId", cy.illustrative
        FROM reporting_periods p
        JOIN emulation_years y ON y.id = p.emulation_year_id
        JOIN units u ON u.id = ${input.unitId}::uuid
        LEFT JOIN LATERAL (
          SELECT c.id, c.illustrative FROM cluster_years c JOIN cluster_memberships m ON m.cluster_year_id = c.id
           WHERE c.emulation_year_id = y.id AND m.unit_id = u.id ORDER BY c.id LIMIT 1) cy ON true
       WHERE p.id = ${input.periodId}::uuid`
    if (!period) return fail('not_found')
    if (!period.existing) return fail('not_found', 'Đơn vị không có trong năm này.')
    if (!period.open) return fail('locked', 'Kỳ báo cáo này chưa mở hoặc đã chốt số liệu.')
    const [begun] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO reports (unit_id, period_id, cluster_year_id, illustrative)
      VALUES (${input.unitId}::uuid, ${input.periodId}::uuid, ${period.clusterYearId}::uuid, ${period.illustrative ?? false})
      ON CONFLICT (unit_id, period_id) DO NOTHING RETURNING id`
    const reportId = begun?.id ?? (await findIn(tx, input))
    if (!reportId) return fail('unavailable')
    if (begun) await recordBeginningIn(tx, actor, reportId, input.unitId, period.clusterYearId)
    return ok({ reportId })
  })
}

async function findIn(
  tx: Prisma.TransactionClient,
  { unitId, periodId }: { unitId: string; periodId: string },
): Promise<string | null> {
  const report = await tx.report.findUnique({
    where: { unitId_periodId: { unitId, periodId } },
    select: { id: true },
  })
  return report?.id ?? null
}

async function recordBeginningIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
  unitId: string,
  clusterYearId: string | null,
): Promise<void> {
  const capacity = actor.staffOf.includes(unitId) ? 'OFFICER' : 'LEADER'
  await tx.reportEvent.create({
    data: { reportId, from: null, to: 'DRAFT', byId: actor.accountId, capacity, dataVersion: 0 },
  })
  await recordAuditIn(tx, actor, {
    action: 'openReport',
    entity: 'report',
    entityId: reportId,
    unitId,
    clusterYearId,
    after: { state: 'DRAFT' },
  })
}

/** Saves one section of the narrative; `conflict` carries the text as the database holds it, whose and when. */
export function saveNarrative(
  actor: Actor,
  reportId: string,
  section: NarrativeSectionKey,
  input: SaveNarrativeInput,
): Promise<Result<SavedNarrative>> {
  return perform(actor, 'saveNarrative', input.idempotencyKey, async (tx) => {
    const report = await lockReportIn(tx, reportId)
    if (!report) return fail('not_found')
    if (!mayEnter(actor, report)) return fail('forbidden')
    if (!isEditable(report))
      return fail('locked', `Báo cáo đang ở trạng thái “${STATE_LABELS[report.state]}”, không sửa được.`)
    const where = { reportId_section: { reportId, section } }
    const earlier = await tx.narrativeSection.findUnique({ where })
    if ((earlier?.version ?? 0) !== input.version) {
      const by = earlier?.updatedById
        ? await tx.account.findUnique({ where: { id: earlier.updatedById }, select: { name: true } })
        : null
      const current: NarrativeConflict = {
        mine: input.text,
        text: earlier?.text ?? '',
        version: earlier?.version ?? 0,
        updatedBy: by?.name ?? null,
        updatedAt: earlier?.updatedAt.toISOString() ?? null,
      }
      return fail('conflict', undefined, { current })
    }
    const version = input.version + 1
    await tx.$executeRaw`
      INSERT INTO narrative_sections (report_id, section, text, version, updated_by_id)
      VALUES (${reportId}::uuid, ${section}, ${input.text}, ${version}, ${actor.accountId}::uuid)
      ON CONFLICT (report_id, section) DO UPDATE
         SET text = excluded.text, version = excluded.version, updated_by_id = excluded.updated_by_id,
             updated_at = app_now()`
    await tx.$executeRaw`UPDATE reports SET data_version = data_version + 1 WHERE id = ${reportId}::uuid`
    await recordAuditIn(tx, actor, {
      action: 'saveNarrative',
      entity: 'narrative',
      entityId: `${reportId}/${section}`,
      unitId: report.unitId,
      clusterYearId: report.clusterYearId,
      before: earlier && { text: earlier.text },
      after: { text: input.text },
    })
    return ok({ section, version, dataVersion: report.dataVersion + 1 })
  })
}

/** Remembers the data version she has seen; never goes back. */
export function markSeen(actor: Actor, input: { reportId: string; dataVersion: number }): Promise<Result> {
  return perform(actor, 'markSeen', undefined, async (tx) => {
    const facts = await reportFactsIn(tx, input.reportId)
    if (!facts) return fail('not_found')
    if (!canRead(actor, facts)) return fail('forbidden')
    await tx.$executeRaw`
      INSERT INTO report_views AS v (account_id, report_id, data_version)
      SELECT ${actor.accountId}::uuid, r.id, least(r.data_version, ${input.dataVersion}::int)
        FROM reports r WHERE r.id = ${input.reportId}::uuid
      ON CONFLICT (account_id, report_id) DO UPDATE
         SET data_version = greatest(v.data_version, excluded.data_version), at = app_now()`
    return ok()
  })
}

/**
 * Makes the projections of these reports anew from their figures, for seeds and imports that write figures past
 * `saveFigure`. Keys as in ProjectionCell.
 */
export async function refreshProjectionsIn(tx: Prisma.TransactionClient, reportIds: string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO report_projections (report_id, cells)
    SELECT r.id, coalesce(p.cells, '{}')
      FROM unnest(${reportIds}::uuid[]) AS r(id)
      LEFT JOIN LATERAL (
        SELECT jsonb_object_agg(c.indicator_id, c.cell) AS cells FROM (
          SELECT f.indicator_id, jsonb_object_agg(CASE f.measure WHEN 'MAIN' THEN 'm' ELSE 't' END,
                   jsonb_strip_nulls(jsonb_build_object(
                     'a', trim_scale(f.amount)::text, 'd', trim_scale(f.denominator)::text,
                     'q', nullif(f.qualifier, 'EXACT'), 'w', f.words, 'y', f.yes,
                     'p', CASE WHEN cardinality(f.parts) > 0
                            THEN (SELECT jsonb_agg(trim_scale(part)::text ORDER BY n)
                                    FROM unnest(f.parts) WITH ORDINALITY AS t(part, n)) END,
                     'b', f.blank_reason, 'v', f.version))) AS cell
            FROM figures f WHERE f.report_id = r.id GROUP BY f.indicator_id) c) p ON true
    ON CONFLICT (report_id) DO UPDATE SET cells = excluded.cells`
}
