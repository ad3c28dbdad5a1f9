import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { figureSpec } from '@/lib/indicators/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, dayToStore, storedDay } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { toColumns } from '@/lib/reports/figures/rules'
import { DATA_LABELS } from './labels'
import { planChangeIn } from './plan/queries'
import { mayChangeTerritory } from './policy'
import type { ChangeInput, RevertInput } from './schema'
import type { CarriedReport, TerritoryPlan, TerritoryTrace } from './types'

type Tx = Prisma.TransactionClient

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

/** One change of territory at a time: two that share a unit would undo each other's addresses and members. */
const lockTerritory = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('territory'))`

/**
 * Carries out a merger or a split in one transaction: new units with their lineage, dated names and codes; clusters,
 * headships, open reports and people follow as the preview said. Every old row stays; what is replaced is kept to be
 * put back.
 */
export function changeTerritory(
  actor: Actor,
  input: ChangeInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  const action = input.kind === 'MERGER' ? 'mergeUnits' : 'splitUnit'
  return perform(actor, action, key, async (tx) => {
    if (!mayChangeTerritory(actor)) return fail('forbidden')
    await lockTerritory(tx)
    await tx.$queryRaw`SELECT id FROM units WHERE id = ANY(${input.predecessorIds}::uuid[]) ORDER BY id FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM reports WHERE unit_id = ANY(${input.predecessorIds}::uuid[]) ORDER BY id FOR UPDATE`
    const planned = await planChangeIn(tx, actor, input)
    if (!planned.ok) return planned
    const plan = planned.value
    const trace = await traceOf(tx, plan)
    await endPredecessorsIn(tx, plan)
    trace.units = await createSuccessorsIn(tx, plan)
    await moveClustersIn(tx, plan, trace)
    await moveReportsIn(tx, actor, plan, trace)
    await movePeopleIn(tx, plan, trace)
    const change = await tx.territoryChange.create({
      data: {
        kind: plan.kind,
        effectiveOn: dayToStore(plan.effectiveOn),
        decision: plan.decision,
        predecessorIds: plan.predecessors.map(({ id }) => id),
        successorIds: trace.units,
        plan: json(plan),
        trace: json(trace),
        digest: JSON.stringify(await digestIn(tx, trace.units)),
        appliedById: actor.accountId,
      },
    })
    await recordAuditIn(tx, actor, {
      action,
      entity: 'territory_change',
      entityId: change.id,
      before: { units: plan.predecessors.map(({ name }) => name) },
      after: {
        units: plan.successors.map(({ name }) => name),
        effectiveOn: plan.effectiveOn,
        decision: plan.decision,
      },
    })
    return ok({ id: change.id })
  })
}

/** Everything the change is about to replace, as it stands. */
async function traceOf(tx: Tx, plan: TerritoryPlan): Promise<TerritoryTrace> {
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

async function endPredecessorsIn(tx: Tx, plan: TerritoryPlan): Promise<void> {
  const validTo = dayToStore(plan.effectiveOn)
  for (const { id } of plan.predecessors) {
    const renamed = plan.renamed.find((unit) => unit.id === id)
    await tx.unit.update({
      where: { id },
      data: { validTo, version: { increment: 1 }, ...(renamed && { slug: renamed.to }) },
    })
    await tx.unitDesignation.updateMany({ where: { unitId: id, validTo: null }, data: { validTo } })
  }
}

async function createSuccessorsIn(tx: Tx, plan: TerritoryPlan): Promise<string[]> {
  const validFrom = dayToStore(plan.effectiveOn)
  const ids: string[] = []
  for (const { name, kind, code, slug } of plan.successors) {
    const namesake = plan.predecessors.find((unit) => unit.name === name)
    const aliases = namesake ? await tx.unitAlias.findMany({ where: { unitId: namesake.id } }) : []
    const unit = await tx.unit.create({
      data: {
        slug,
        validFrom,
        designations: { create: { name, kind, code, validFrom, source: plan.decision } },
        aliases: { create: aliases.map(({ alias, folded }) => ({ alias, folded })) },
        predecessors: {
          create: plan.predecessors.map(({ id }) => ({
            predecessorId: id,
            date: validFrom,
            decision: plan.decision,
          })),
        },
      },
    })
    ids.push(unit.id)
  }
  return ids
}

async function moveClustersIn(tx: Tx, plan: TerritoryPlan, trace: TerritoryTrace): Promise<void> {
  const startsOn = dayToStore(plan.effectiveOn)
  for (const { clusterYearId, joins, leaves, headships } of plan.clusters) {
    if (joins) trace.memberships.push(...trace.units.map((unitId) => ({ clusterYearId, unitId })))
    await tx.clusterMembership.deleteMany({
      where: { clusterYearId, unitId: { in: leaves.map(({ id }) => id) } },
    })
    for (const { id, role, passes } of headships) {
      await tx.headship.update({ where: { id }, data: { endsOn: dayToStore(addDays(plan.effectiveOn, -1)) } })
      if (!passes) continue
      const [unitId] = trace.units
      const note = `Tiếp nhận từ đơn vị cũ theo ${plan.decision}`
      const created = await tx.headship.create({
        data: { clusterYearId, unitId: unitId!, role, startsOn, note },
      })
      trace.headships.push(created.id)
    }
  }
  await tx.clusterMembership.createMany({ data: trace.memberships })
}

async function moveReportsIn(
  tx: Tx,
  actor: Actor,
  plan: TerritoryPlan,
  trace: TerritoryTrace,
): Promise<void> {
  await tx.report.updateMany({
    where: { id: { in: trace.before.reports.map(({ id }) => id) } },
    data: { clusterYearId: null },
  })
  const [unitId] = trace.units
  for (const carried of plan.carried) trace.reports.push(await carryReportIn(tx, actor, carried, unitId!))
  await refreshProjectionsIn(tx, trace.reports)
}

async function carryReportIn(tx: Tx, actor: Actor, carried: CarriedReport, unitId: string): Promise<string> {
  const { periodId, clusterYearId, illustrative } = carried
  const report = await tx.report.create({ data: { unitId, periodId, clusterYearId, illustrative } })
  const filled = carried.figures.filter(({ raw }) => raw !== '')
  const indicators = await tx.indicator.findMany({
    where: { id: { in: filled.map(({ indicatorId }) => indicatorId) } },
  })
  await tx.figure.createMany({
    data: filled.flatMap(({ indicatorId, raw, note }) => {
      const indicator = indicators.find(({ id }) => id === indicatorId)
      const reading = indicator && parseFigure(raw, figureSpec(indicator))
      if (reading?.status !== 'understood') return []
      const value = { ...toColumns(reading.value) }
      return [{ ...value, reportId: report.id, indicatorId, raw, note, updatedById: actor.accountId }]
    }),
  })
  return report.id
}

async function movePeopleIn(tx: Tx, plan: TerritoryPlan, trace: TerritoryTrace): Promise<void> {
  const startsOn = dayToStore(plan.effectiveOn)
  const given = new Set<string>()
  for (const { grantId, accountId, role, to, ends } of plan.accounts) {
    const unitId = trace.units[to]!
    if (ends)
      await tx.roleGrant.update({
        where: { id: grantId },
        data: { endsOn: dayToStore(addDays(plan.effectiveOn, -1)) },
      })
    if (given.has(`${accountId}/${role}/${unitId}`)) continue
    given.add(`${accountId}/${role}/${unitId}`)
    const grant = await tx.roleGrant.create({ data: { accountId, role, unitId, startsOn } })
    trace.grants.push(grant.id)
  }
}

/**
 * A digest of every row that names the new units, by table: of each table with a key to units, and of what hangs on
 * their reports. A report's own versions tell of its figures and narrative.
 */
async function digestIn(tx: Tx, unitIds: string[]): Promise<Record<string, string>> {
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

/** Undoes a change: removes what it wrote and puts back what it replaced. Refused once anything new names the new units. */
export function revertTerritoryChange(actor: Actor, input: RevertInput, key?: string): Promise<Result> {
  return perform(actor, 'revertTerritoryChange', key, async (tx) => {
    if (!mayChangeTerritory(actor)) return fail('forbidden')
    await lockTerritory(tx)
    const change = await tx.territoryChange.findUnique({ where: { id: input.changeId } })
    if (!change) return fail('not_found')
    if (change.version !== input.version || change.revertedAt) return fail('conflict')
    await tx.$queryRaw`SELECT id FROM units WHERE id = ANY(${change.successorIds}::uuid[]) ORDER BY id FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM reports WHERE unit_id = ANY(${change.successorIds}::uuid[]) ORDER BY id FOR UPDATE`
    const changed = differing(
      JSON.parse(change.digest) as Record<string, string>,
      await digestIn(tx, change.successorIds),
    )
    if (changed.length > 0)
      return fail(
        'locked',
        `Đơn vị mới đã có dữ liệu mới (${changed.join(', ')}) nên không hoàn lại được nữa.`,
      )
    const trace = change.trace as unknown as TerritoryTrace
    await removeCreatedIn(tx, trace)
    await restoreIn(tx, trace)
    await tx.territoryChange.update({
      where: { id: change.id },
      data: { revertedAt: await databaseNow(tx), revertedById: actor.accountId, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'revertTerritoryChange',
      entity: 'territory_change',
      entityId: change.id,
      reason: input.reason,
    })
    return ok()
  })
}

function differing(before: Record<string, string>, now: Record<string, string>): string[] {
  const places = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (place) => before[place] !== now[place],
  )
  return [...new Set(places.map((place) => DATA_LABELS[place.split('.')[0] ?? ''] ?? 'dữ liệu khác'))]
}

async function removeCreatedIn(tx: Tx, trace: TerritoryTrace): Promise<void> {
  const reportId = { in: trace.reports }
  await tx.reportView.deleteMany({ where: { reportId } })
  await tx.figure.deleteMany({ where: { reportId } })
  await tx.reportProjection.deleteMany({ where: { reportId } })
  await tx.report.deleteMany({ where: { id: reportId } })
  await tx.headship.deleteMany({ where: { id: { in: trace.headships } } })
  await tx.roleGrant.deleteMany({ where: { id: { in: trace.grants } } })
  const unitId = { in: trace.units }
  await tx.clusterMembership.deleteMany({ where: { unitId } })
  await tx.unitSuccession.deleteMany({ where: { successorId: unitId } })
  await tx.unitAlias.deleteMany({ where: { unitId } })
  await tx.unitDesignation.deleteMany({ where: { unitId } })
  await tx.unit.deleteMany({ where: { id: unitId } })
}

async function restoreIn(tx: Tx, { before }: TerritoryTrace): Promise<void> {
  for (const { id, slug, validTo, version } of before.units)
    await tx.unit.update({ where: { id }, data: { slug, validTo: dayToStore(validTo), version } })
  for (const { id, validTo } of before.designations)
    await tx.unitDesignation.update({ where: { id }, data: { validTo: dayToStore(validTo) } })
  await tx.clusterMembership.createMany({ data: before.memberships })
  for (const { id, endsOn } of before.headships)
    await tx.headship.update({ where: { id }, data: { endsOn: dayToStore(endsOn) } })
  for (const { id, endsOn } of before.grants)
    await tx.roleGrant.update({ where: { id }, data: { endsOn: dayToStore(endsOn) } })
  for (const { id, clusterYearId } of before.reports)
    await tx.report.update({ where: { id }, data: { clusterYearId } })
}
