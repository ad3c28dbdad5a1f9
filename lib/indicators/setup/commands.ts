import 'server-only'
import { type Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { asJson, databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { slugOf } from '@/lib/platform/vietnamese'
import { cloneClusterYearsIn } from '@/lib/clusters/setup/commands'
import { cloneYearIn } from '@/lib/periods/commands'
import { canConfigure } from '@/lib/periods/policy'
import type {
  CloneYearInput,
  GroupInput,
  IndicatorInput,
  IndicatorMoveInput,
  NewSetInput,
  UnitIndicatorsInput,
} from './schema'

/**
 * Opens a year from an earlier one: periods, clusters with members and central people, and indicator sets (not frozen,
 * without the indicators retired since). Everything may be changed before the year starts.
 */
export function openYearFrom(
  actor: Actor,
  input: CloneYearInput,
  key?: string,
): Promise<Result<{ year: number }>> {
  return perform(actor, 'openYearFrom', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    const year = await cloneYearIn(tx, input.sourceYearId, input.year, input.theme || null)
    if (!year.ok) return year
    const { clusters } = await cloneClusterYearsIn(tx, input.sourceYearId, {
      id: year.value.id,
      year: input.year,
    })
    const sets = await cloneSetsIn(tx, input.sourceYearId, year.value.id)
    await recordAuditIn(tx, actor, {
      action: 'openYearFrom',
      entity: 'emulation_year',
      entityId: year.value.id,
      after: { year: input.year, from: input.sourceYearId, clusters, sets },
    })
    return ok({ year: input.year })
  })
}

async function cloneSetsIn(
  tx: Prisma.TransactionClient,
  fromYearId: string,
  toYearId: string,
): Promise<number> {
  const sets = await tx.indicatorSet.findMany({
    where: { emulationYearId: fromYearId },
    include: { groups: { include: { indicators: { where: { retiredAt: null } } } } },
  })
  for (const set of sets) {
    const copy = await tx.indicatorSet.create({
      data: {
        emulationYearId: toYearId,
        scope: set.scope,
        clusterId: set.clusterId,
        unitId: set.unitId,
        name: set.name,
        completionSchemeId: set.completionSchemeId,
        illustrative: set.illustrative,
      },
    })
    for (const group of set.groups) {
      const copied = await tx.indicatorGroup.create({
        data: { setId: copy.id, name: group.name, position: group.position },
      })
      await tx.indicator.createMany({
        data: group.indicators.map(({ id: _, ...indicator }) => ({
          ...indicator,
          setId: copy.id,
          groupId: copied.id,
        })),
      })
    }
  }
  return sets.length
}

/** Makes an empty set for the nation, a cluster or a unit; one of each a year. */
export function createSet(actor: Actor, input: NewSetInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'createSet', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    const year = await tx.emulationYear.findUnique({ where: { id: input.yearId } })
    if (!year) return fail('not_found')
    if (year.state === 'CLOSED') return fail('locked')
    const owner = {
      clusterId: input.scope === 'CLUSTER' ? input.ownerId : null,
      unitId: input.scope === 'UNIT' ? input.ownerId : null,
    }
    const where = { emulationYearId: year.id, scope: input.scope, ...owner }
    if (await tx.indicatorSet.findFirst({ where }))
      return wrongField('ownerId', 'Phạm vi này đã có bộ chỉ tiêu trong năm.')
    const scheme = await tx.completionScheme.findUniqueOrThrow({ where: { code: 'YEAR' } })
    const set = await tx.indicatorSet.create({
      data: { ...where, name: input.name, completionSchemeId: scheme.id },
    })
    await recordAuditIn(tx, actor, {
      action: 'createSet',
      entity: 'indicator_set',
      entityId: set.id,
      after: { name: input.name, scope: input.scope, ...owner },
    })
    return ok({ id: set.id })
  })
}

/** Adds a group at the end, or renames one. */
export function saveGroup(actor: Actor, input: GroupInput, key?: string): Promise<Result> {
  return changeSet(actor, 'saveGroup', input, key, async (tx, set) => {
    if (input.groupId) {
      const { count } = await tx.indicatorGroup.updateMany({
        where: { id: input.groupId, setId: set.id },
        data: { name: input.name },
      })
      return count === 1 ? ok() : fail('not_found')
    }
    await tx.indicatorGroup.create({
      data: { setId: set.id, name: input.name, position: set.groups.length + 1 },
    })
    return ok()
  })
}

/** Adds an indicator at the end of its group, or changes one. Once figures exist its kind and parts stay. */
export function saveIndicator(actor: Actor, input: IndicatorInput, key?: string): Promise<Result> {
  const { setId, version: _, reason: __, indicatorId, ...fields } = input
  const data = {
    ...fields,
    displayUnit: fields.displayUnit || null,
    definition: fields.definition || null,
    definitionSource: fields.definitionSource || null,
  }
  return changeSet(actor, 'saveIndicator', input, key, async (tx, set) => {
    const group = set.groups.find(({ id }) => id === input.groupId)
    if (!group) return wrongField('groupId', 'Nhóm này không còn.')
    if (!indicatorId) {
      const code = freeCode(input.shortName, set.indicators)
      await tx.indicator.create({
        data: { ...data, setId, code, position: lastPosition(set.indicators) + 1 },
      })
      return ok()
    }
    const earlier = set.indicators.find(({ id }) => id === indicatorId)
    if (!earlier) return fail('not_found')
    const shapeChanged = earlier.kind !== data.kind || earlier.parts.join('\n') !== data.parts.join('\n')
    if (shapeChanged && (await tx.figure.count({ where: { indicatorId } })) > 0)
      return wrongField(
        'kind',
        'Đã có số liệu theo loại này nên không đổi được. Hãy ngừng chỉ tiêu và thêm chỉ tiêu mới.',
      )
    await tx.indicator.update({ where: { id: indicatorId }, data })
    return ok()
  })
}

/** Moves an indicator within its group, retires it (its figures stay) or brings it back. */
export function moveIndicator(actor: Actor, input: IndicatorMoveInput, key?: string): Promise<Result> {
  return changeSet(actor, 'moveIndicator', input, key, async (tx, set) => {
    const indicator = set.indicators.find(({ id }) => id === input.indicatorId)
    if (!indicator) return fail('not_found')
    if (input.move === 'RETIRE' || input.move === 'RESTORE') {
      const retiredAt = input.move === 'RETIRE' ? await databaseNow(tx) : null
      await tx.indicator.update({ where: { id: indicator.id }, data: { retiredAt } })
      return ok()
    }
    const group = set.indicators
      .filter(({ groupId }) => groupId === indicator.groupId)
      .toSorted((a, b) => a.position - b.position)
    const other = group[group.indexOf(indicator) + (input.move === 'UP' ? -1 : 1)]
    if (!other) return ok()
    await tx.indicator.update({ where: { id: indicator.id }, data: { position: other.position } })
    await tx.indicator.update({ where: { id: other.id }, data: { position: indicator.position } })
    return ok()
  })
}

/** Saves what holds for one unit: not assigned, TW giao, theo nghị quyết tỉnh. Targets are kept in the words written. */
export function saveUnitIndicators(actor: Actor, input: UnitIndicatorsInput, key?: string): Promise<Result> {
  return perform(actor, 'saveUnitIndicators', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    const set = await tx.indicatorSet.findUnique({
      where: { id: input.setId },
      include: { indicators: true, emulationYear: true },
    })
    if (!set || !(await tx.unit.findUnique({ where: { id: input.unitId } }))) return fail('not_found')
    if (set.emulationYear.state === 'CLOSED') return fail('locked')
    const fields: Record<string, string> = {}
    for (const row of input.rows) {
      const indicator = set.indicators.find(({ id }) => id === row.indicatorId)
      if (!indicator) return fail('not_found')
      for (const name of ['assignedTarget', 'provincialTarget'] as const) {
        const outcome = parseFigure(row[name], { ...indicator, unit: indicator.measureUnit })
        if (outcome.status === 'ask') fields[`${name}.${row.indicatorId}`] = outcome.question
        if (outcome.status === 'refused') fields[`${name}.${row.indicatorId}`] = outcome.message
      }
    }
    if (Object.keys(fields).length > 0) return fail('invalid', undefined, { fields })
    const before = await tx.unitIndicator.findMany({
      where: { unitId: input.unitId, indicator: { setId: set.id } },
    })
    for (const { indicatorId, ...row } of input.rows) {
      const data = {
        notAssigned: row.notAssigned,
        assignedTarget: row.assignedTarget || null,
        provincialTarget: row.provincialTarget || null,
      }
      await tx.unitIndicator.upsert({
        where: { indicatorId_unitId: { indicatorId, unitId: input.unitId } },
        create: { indicatorId, unitId: input.unitId, ...data },
        update: data,
      })
    }
    await recordAuditIn(tx, actor, {
      action: 'saveUnitIndicators',
      entity: 'indicator_set',
      entityId: set.id,
      unitId: input.unitId,
      before,
      after: input.rows,
    })
    return ok()
  })
}

type LoadedSet = Prisma.IndicatorSetGetPayload<{ include: { groups: true; indicators: true } }>

/**
 * The frame of every change to a set: locks it, asks the policy, keeps the whole earlier version with the reason when the
 * set is frozen, bumps the version.
 */
function changeSet(
  actor: Actor,
  action: string,
  input: { setId: string; version: number; reason: string },
  key: string | undefined,
  change: (tx: Prisma.TransactionClient, set: LoadedSet) => Promise<Result>,
): Promise<Result> {
  return perform(actor, action, key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    await tx.$queryRaw`select 1 from indicator_sets where id = ${input.setId}::uuid for update`
    const set = await tx.indicatorSet.findUnique({
      where: { id: input.setId },
      include: { groups: true, indicators: true, emulationYear: { select: { state: true } } },
    })
    if (!set) return fail('not_found')
    if (set.version !== input.version) return fail('conflict')
    if (set.emulationYear.state === 'CLOSED') return fail('locked', 'Năm này đã khép, không sửa được nữa.')
    if (set.frozenAt && !input.reason)
      return wrongField('reason', 'Bộ chỉ tiêu đã chốt từ lần đăng ký đầu tiên: hãy ghi lý do thay đổi.')
    if (set.frozenAt) {
      await tx.indicatorSetVersion.create({
        data: {
          setId: set.id,
          version: set.version,
          snapshot: asJson({ name: set.name, groups: set.groups, indicators: set.indicators }),
          reason: input.reason,
          byId: actor.accountId,
        },
      })
    }
    const result = await change(tx, set)
    if (!result.ok) return result
    await tx.indicatorSet.update({ where: { id: set.id }, data: { version: { increment: 1 } } })
    const { setId: _, version: __, reason, ...after } = input
    await recordAuditIn(tx, actor, {
      action,
      entity: 'indicator_set',
      entityId: set.id,
      reason: reason || null,
      before: { version: set.version },
      after: asJson(after),
    })
    return ok()
  })
}

function lastPosition(indicators: { position: number }[]): number {
  return indicators.reduce((last, { position }) => Math.max(last, position), 0)
}

/** The short name as a code, with a number where it is taken: "ho-thoat-ngheo", "ho-thoat-ngheo-2". */
function freeCode(shortName: string, taken: { code: string }[]): string {
  const base = slugOf(shortName) || 'chi-tieu'
  const codes = new Set(taken.map(({ code }) => code))
  let code = base
  for (let n = 2; codes.has(code); n++) code = `${base}-${n}`
  return code
}
