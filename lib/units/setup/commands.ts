import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import { canKeepUnits } from './policy'
import type { AliasInput, DesignationInput, RemoveAliasInput } from './schema'

/** Adds a name under which documents and spreadsheets mean this unit. */
export function addAlias(actor: Actor, input: AliasInput, key?: string): Promise<Result> {
  return perform(actor, 'addAlias', key, async (tx) => {
    const unit = await editableUnitIn(tx, actor, input)
    if (!unit.ok) return unit
    const folded = foldVietnamese(input.alias)
    if (unit.value.aliases.some((alias) => alias.alias === input.alias))
      return wrongField('alias', 'Đơn vị đã có tên gọi này.')
    await tx.unitAlias.create({ data: { unitId: input.unitId, alias: input.alias, folded } })
    return recordUnitChangeIn(tx, actor, 'addAlias', input.unitId, null, { alias: input.alias })
  })
}

/** Takes an alias off. */
export function removeAlias(actor: Actor, input: RemoveAliasInput, key?: string): Promise<Result> {
  return perform(actor, 'removeAlias', key, async (tx) => {
    const unit = await editableUnitIn(tx, actor, input)
    if (!unit.ok) return unit
    const alias = unit.value.aliases.find(({ id }) => id === input.aliasId)
    if (!alias) return fail('not_found')
    await tx.unitAlias.delete({ where: { id: alias.id } })
    return recordUnitChangeIn(tx, actor, 'removeAlias', input.unitId, { alias: alias.alias }, null)
  })
}

/** Gives a unit another name, kind or code from a day on; what held before ends on that day and stays in the record. */
export function addDesignation(actor: Actor, input: DesignationInput, key?: string): Promise<Result> {
  return perform(actor, 'addDesignation', key, async (tx) => {
    const unit = await editableUnitIn(tx, actor, input)
    if (!unit.ok) return unit
    if (unit.value.validTo) return fail('locked', 'Đơn vị này đã kết thúc, không đổi tên được nữa.')
    const current = unit.value.designations.find((designation) => !designation.validTo)
    const validFrom = dayToStore(input.validFrom)
    if (current?.validFrom && validFrom <= current.validFrom)
      return wrongField('validFrom', 'Ngày áp dụng phải sau lần thay đổi trước.')
    const holder = await tx.unitDesignation.findFirst({
      where: { code: input.code, validTo: null, unitId: { not: input.unitId } },
    })
    if (holder) return wrongField('code', `Mã ${input.code} đang là mã của ${holder.name}.`)
    if (current) await tx.unitDesignation.update({ where: { id: current.id }, data: { validTo: validFrom } })
    const { name, kind, code, source, unitId } = input
    await tx.unitDesignation.create({ data: { unitId, name, kind, code, source, validFrom } })
    return recordUnitChangeIn(
      tx,
      actor,
      'addDesignation',
      unitId,
      current ? { name: current.name, kind: current.kind, code: current.code } : null,
      { name, kind, code, validFrom: input.validFrom, source },
    )
  })
}

async function editableUnitIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { unitId, version }: { unitId: string; version: number },
) {
  if (!canKeepUnits(actor)) return fail('forbidden')
  await tx.$queryRaw`select 1 from units where id = ${unitId}::uuid for update`
  const unit = await tx.unit.findUnique({
    where: { id: unitId },
    include: { aliases: true, designations: true },
  })
  if (!unit) return fail('not_found')
  return unit.version === version ? ok(unit) : fail('conflict')
}

async function recordUnitChangeIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: string,
  unitId: string,
  before: Prisma.InputJsonValue | null,
  after: Prisma.InputJsonValue | null,
): Promise<Result> {
  await tx.unit.update({ where: { id: unitId }, data: { version: { increment: 1 } } })
  await recordAuditIn(tx, actor, { action, entity: 'unit', entityId: unitId, unitId, before, after })
  return ok()
}
