import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { storedDay } from '@/lib/platform/dates'
import type { TerritoryPlan, TerritoryTrace } from '../types'

type Tx = Prisma.TransactionClient

/** One change of territory at a time: two that share a unit would undo each other's addresses and members. */
export const lockTerritoryIn = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('territory'))`

/** Everything the change is about to replace, as it stands. */
export async function traceIn(tx: Tx, plan: TerritoryPlan): Promise<TerritoryTrace> {
  const unitIds = plan.predecessors.map(({ id }) => id)
  const units = await tx.unit.findMany({ where: { id: { in: unitIds } } })
  const designations = await tx.unitDesignation.findMany({
    where: { unitId: { in: unitIds }, validTo: null },
  })
  const leaving = plan.clusters.flatMap(({ clusterYearId, leaves }) =>
    leaves.map((unit) => ({ clusterYearId, unitId: unit.id })),
  )
  const memberships = await tx.clusterMembership.findMany({ where: { OR: leaving } })
  const headshipIds = plan.clusters.flatMap(({ headships }) => headships.map(({ id }) => id))
  const headships = await tx.headship.findMany({ where: { id: { in: headshipIds } } })
  const grants = await tx.roleGrant.findMany({
    where: { id: { in: plan.accounts.map(({ grantId }) => grantId) } },
  })
  const moved = plan.reports.filter(({ handling }) => handling === 'CARRIED').map(({ id }) => id)
  const reports = await tx.report.findMany({ where: { id: { in: moved } } })
  return {
    units: [],
    reports: [],
    grants: [],
    headships: [],
    memberships: [],
    before: {
      units: units.map(({ id, slug, validTo, version }) => ({
        id,
        slug,
        validTo: storedDay(validTo),
        version,
      })),
      designations: designations.map(({ id, validTo }) => ({ id, validTo: storedDay(validTo) })),
      memberships: leaving.length > 0 ? memberships : [],
      headships: headships.map(({ id, endsOn }) => ({ id, endsOn: storedDay(endsOn) })),
      grants: grants.map(({ id, endsOn }) => ({ id, endsOn: storedDay(endsOn) })),
      reports: reports.map(({ id, clusterYearId }) => ({ id, clusterYearId })),
    },
  }
}

/**
 * A digest of every row that names the new units, by table: of each table with a key to units, and of what hangs on
 * their reports. A report's own versions tell of its figures and narrative.
 */
export async function digestIn(tx: Tx, unitIds: string[]): Promise<Record<string, string>> {
  const keys = await tx.$queryRaw<{ table: string; column: string }[]>`
    SELECT t.relname AS table, a.attname AS column
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.confrelid = 'units'::regclass AND c.contype = 'f' ORDER BY 1, 2`
  const ofReports = ['evidence_files', 'figure_comments'].map((table) => ({ table, column: 'report_id' }))
  const digests: Record<string, string> = {}
  for (const { table, column } of [...keys, ...ofReports]) {
    const wanted =
      column === 'report_id'
        ? '(SELECT r.id FROM reports r WHERE r.unit_id = ANY($1::uuid[]))'
        : '($1::uuid[])'
    const [row] = await tx.$queryRawUnsafe<{ digest: string | null }[]>(
      `SELECT string_agg(md5(t::text), ',' ORDER BY md5(t::text)) AS digest FROM "${table}" t
        WHERE t."${column}" = ANY${wanted}`,
      unitIds,
    )
    if (row?.digest) digests[`${table}.${column}`] = createHash('sha256').update(row.digest).digest('hex')
  }
  return digests
}
