import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { DATA_LABELS } from '../labels'
import { mayChangeTerritory } from '../policy'
import type { RevertInput } from '../schema'
import type { TerritoryTrace } from '../types'
import { digestIn, lockTerritoryIn } from './queries'

type Tx = Prisma.TransactionClient

/** Undoes a change: removes what it wrote and puts back what it replaced. Refused once anything new names the new units. */
export function revertTerritoryChange(actor: Actor, input: RevertInput, key?: string): Promise<Result> {
  return perform(actor, 'revertTerritoryChange', key, async (tx) => {
    if (!mayChangeTerritory(actor)) return fail('forbidden')
    await lockTerritoryIn(tx)
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
