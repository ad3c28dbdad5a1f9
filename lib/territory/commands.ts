import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { figureSpec } from '@/lib/indicators/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, dayToStore } from '@/lib/platform/dates'
import { asJson } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { toColumns } from '@/lib/reports/figures/rules'
import { planChangeIn } from './plan/queries'
import { mayChangeTerritory } from './policy'
import { digestIn, lockTerritoryIn, traceIn } from './reversal/queries'
import type { ChangeInput } from './schema'
import type { CarriedReport, TerritoryPlan, TerritoryTrace } from './types'

type Tx = Prisma.TransactionClient

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
    await lockTerritoryIn(tx)
    await tx.$queryRaw`SELECT id FROM units WHERE id = ANY(${input.predecessorIds}::uuid[]) ORDER BY id FOR UPDATE`
    await tx.$queryRaw`SELECT id FROM reports WHERE unit_id = ANY(${input.predecessorIds}::uuid[]) ORDER BY id FOR UPDATE`
    const planned = await planChangeIn(tx, actor, input)
    if (!planned.ok) return planned
    const plan = planned.value
    const trace = await traceIn(tx, plan)
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
        plan: asJson(plan),
        trace: asJson(trace),
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
