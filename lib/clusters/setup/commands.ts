import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, dayToStore } from '@/lib/platform/dates'
import { databaseNow, databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canConfigure } from '@/lib/periods/policy'
import type {
  CentralPeopleInput,
  ClusterInput,
  ClusterYearInput,
  HeadshipInput,
  NewClusterYearInput,
  NextSetInput,
} from './schema'

/** Makes a cluster, or renames one. The slug, once given, never changes: links point to it. */
export function saveCluster(
  actor: Actor,
  input: ClusterInput,
  key?: string,
): Promise<Result<{ slug: string }>> {
  return perform(actor, 'saveCluster', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    const data = { name: input.name, aliases: input.aliases, note: input.note || null }
    const earlier = input.clusterId ? await tx.cluster.findUnique({ where: { id: input.clusterId } }) : null
    if (input.clusterId && !earlier) return fail('not_found')
    if (earlier && earlier.version !== input.version) return fail('conflict')
    if (!earlier && (await tx.cluster.findUnique({ where: { slug: input.slug } })))
      return wrongField('slug', 'Đường dẫn này đã có cụm khác dùng.')
    const saved = earlier
      ? await tx.cluster.update({ where: { id: earlier.id }, data: { ...data, version: { increment: 1 } } })
      : await tx.cluster.create({ data: { ...data, slug: input.slug, position: await tx.cluster.count() } })
    await recordAuditIn(tx, actor, {
      action: 'saveCluster',
      entity: 'cluster',
      entityId: saved.id,
      before: earlier && { name: earlier.name, aliases: earlier.aliases, note: earlier.note },
      after: { ...data, slug: saved.slug },
    })
    return ok({ slug: saved.slug })
  })
}

/** Ends a cluster set on a date and opens the next one of the same organiser. History keeps the old set. */
export function openNextSet(
  actor: Actor,
  input: NextSetInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'openNextSet', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    await tx.$queryRaw`select 1 from cluster_sets where id = ${input.setId}::uuid for update`
    const set = await tx.clusterSet.findUnique({ where: { id: input.setId } })
    if (!set) return fail('not_found')
    if (set.version !== input.version) return fail('conflict')
    if (set.validTo) return fail('conflict', 'Bộ phân cụm này đã khép rồi.')
    if (set.validFrom && dayToStore(input.validFrom) <= set.validFrom)
      return wrongField('validFrom', 'Ngày mở bộ mới phải sau ngày mở bộ cũ.')
    await tx.clusterSet.update({
      where: { id: set.id },
      data: { validTo: dayToStore(input.validFrom), version: { increment: 1 } },
    })
    const next = await tx.clusterSet.create({
      data: {
        organiserId: set.organiserId,
        slug: `${set.slug.replace(/-tu-\d{4}-\d{2}-\d{2}$/, '')}-tu-${input.validFrom}`,
        name: input.name,
        validFrom: dayToStore(input.validFrom),
        predecessorId: set.id,
        note: input.note || null,
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'openNextSet',
      entity: 'cluster_set',
      entityId: next.id,
      before: { set: set.name, validTo: null },
      after: { set: input.name, validFrom: input.validFrom },
    })
    return ok({ id: next.id })
  })
}

/** Adds a cluster to a year, with no members yet. */
export function createClusterYear(
  actor: Actor,
  input: NewClusterYearInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'createClusterYear', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    const year = await tx.emulationYear.findUnique({ where: { id: input.yearId } })
    const cluster = await tx.cluster.findUnique({ where: { id: input.clusterId } })
    const set = await tx.clusterSet.findUnique({ where: { id: input.setId } })
    if (!year || !cluster || !set) return fail('not_found')
    if (year.state === 'CLOSED') return fail('locked')
    const place = { clusterId: cluster.id, emulationYearId: year.id }
    if (await tx.clusterYear.findUnique({ where: { clusterId_emulationYearId: place } }))
      return wrongField('clusterId', `Cụm này đã có trong năm ${year.year}.`)
    const created = await tx.clusterYear.create({
      data: { ...place, setId: set.id, year: year.year, title: input.title },
    })
    await recordAuditIn(tx, actor, {
      action: 'createClusterYear',
      entity: 'cluster_year',
      entityId: created.id,
      clusterYearId: created.id,
      after: { title: input.title, year: year.year, set: set.name },
    })
    return ok({ id: created.id })
  })
}

/** Saves title, motto and members. A unit that has presented or sent something in the year stays a member. */
export function updateClusterYear(actor: Actor, input: ClusterYearInput, key?: string): Promise<Result> {
  return perform(actor, 'updateClusterYear', key, async (tx) => {
    const found = await editableClusterYearIn(tx, actor, input.clusterYearId)
    if (!found.ok) return found
    const row = found.value
    if (row.version !== input.version) return fail('conflict')
    const had = row.memberships.map((member) => member.unitId)
    const leaving = had.filter((id) => !input.unitIds.includes(id))
    const bound = await tx.report.findFirst({
      where: { clusterYearId: row.id, unitId: { in: leaving }, state: { not: 'DRAFT' } },
      include: { unit: { include: { designations: true } } },
    })
    if (bound) {
      const name = bound.unit.designations.at(-1)?.name ?? ''
      return wrongField('unitIds', `${name} đã gửi báo cáo của năm này nên không rời cụm được.`)
    }
    const heading = row.headships.find((headship) => !headship.endsOn && leaving.includes(headship.unitId))
    if (heading)
      return wrongField(
        'unitIds',
        'Đơn vị đang làm cụm trưởng hoặc cụm phó không rời cụm được. Hãy bàn giao trước.',
      )
    await tx.clusterMembership.deleteMany({ where: { clusterYearId: row.id, unitId: { in: leaving } } })
    await tx.report.updateMany({
      where: { clusterYearId: row.id, unitId: { in: leaving } },
      data: { clusterYearId: null },
    })
    await tx.clusterMembership.createMany({
      data: input.unitIds
        .filter((id) => !had.includes(id))
        .map((unitId) => ({ clusterYearId: row.id, unitId })),
    })
    const data = { title: input.title, motto: input.motto || null }
    await tx.clusterYear.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'updateClusterYear',
      entity: 'cluster_year',
      entityId: row.id,
      clusterYearId: row.id,
      before: { title: row.title, motto: row.motto, unitIds: had },
      after: { ...data, unitIds: input.unitIds },
    })
    return ok()
  })
}

/**
 * Gives the headship to a member unit from a day on; who held it until then holds it to the day before. Rights follow at
 * the next request, since they are derived from these rows.
 */
export function setHeadship(actor: Actor, input: HeadshipInput, key?: string): Promise<Result> {
  return perform(actor, 'setHeadship', key, async (tx) => {
    if (!canConfigure(actor)) return fail('forbidden')
    return setHeadshipIn(tx, actor, input)
  })
}

/** `setHeadship` inside the caller's transaction, for a caller who has asked policy whether the actor may do it. */
export async function setHeadshipIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  input: HeadshipInput,
): Promise<Result> {
  const found = await openClusterYearIn(tx, input.clusterYearId)
  if (!found.ok) return found
  const row = found.value
  if (!row.memberships.some((member) => member.unitId === input.unitId))
    return wrongField('unitId', 'Chỉ đơn vị thành viên mới làm cụm trưởng, cụm phó.')
  const inForce = row.headships.filter((headship) => !headship.endsOn)
  if (inForce.some((headship) => headship.unitId === input.unitId))
    return wrongField('unitId', 'Đơn vị này đang giữ vai trò trong cụm rồi.')
  const holder = inForce.find((headship) => headship.role === input.role)
  const startsOn = input.startsOn ?? (holder ? await databaseToday(tx) : null)
  if (holder && startsOn) {
    const ended = await endHeadshipIn(tx, holder, startsOn)
    if (!ended.ok) return ended
  }
  const created = await tx.headship.create({
    data: {
      clusterYearId: row.id,
      unitId: input.unitId,
      role: input.role,
      startsOn: dayToStore(startsOn),
      note: input.note || null,
    },
  })
  await recordAuditIn(tx, actor, {
    action: 'setHeadship',
    entity: 'headship',
    entityId: created.id,
    clusterYearId: row.id,
    unitId: input.unitId,
    before: holder ? { role: input.role, unitId: holder.unitId } : null,
    after: { role: input.role, unitId: input.unitId, startsOn },
  })
  return ok()
}

/** Ends a headship on the day before `nextStartsOn`, inside the caller's transaction. */
export async function endHeadshipIn(
  tx: Prisma.TransactionClient,
  holder: { id: string; startsOn: Date | null },
  nextStartsOn: string,
): Promise<Result> {
  if (holder.startsOn && dayToStore(nextStartsOn) <= holder.startsOn)
    return wrongField('startsOn', 'Ngày nhận phải sau ngày đơn vị trước nhận.')
  await tx.headship.update({
    where: { id: holder.id },
    data: { endsOn: dayToStore(addDays(nextStartsOn, -1)) },
  })
  return ok()
}

/** Assigns exactly these central officers or vice-chairs to a cluster-year. */
export function assignCentralPeople(actor: Actor, input: CentralPeopleInput, key?: string): Promise<Result> {
  return perform(actor, 'assignCentralPeople', key, async (tx) => {
    const found = await editableClusterYearIn(tx, actor, input.clusterYearId)
    if (!found.ok) return found
    const { role } = input
    const eligible = await tx.account.count({
      where: { id: { in: input.accountIds }, disabledAt: null, grants: { some: { role, revokedAt: null } } },
    })
    if (eligible !== input.accountIds.length)
      return wrongField('accountIds', 'Có tài khoản không còn giữ vai trò này.')
    const where = { clusterYearId: input.clusterYearId, role, revokedAt: null }
    const had = (await tx.roleGrant.findMany({ where })).map((grant) => grant.accountId)
    await tx.roleGrant.updateMany({
      where: { ...where, accountId: { notIn: input.accountIds } },
      data: { revokedAt: await databaseNow(tx) },
    })
    await tx.roleGrant.createMany({
      data: input.accountIds
        .filter((id) => !had.includes(id))
        .map((accountId) => ({ accountId, role, clusterYearId: input.clusterYearId })),
    })
    await recordAuditIn(tx, actor, {
      action: 'assignCentralPeople',
      entity: 'cluster_year',
      entityId: input.clusterYearId,
      clusterYearId: input.clusterYearId,
      before: { role, accountIds: had },
      after: { role, accountIds: input.accountIds },
    })
    return ok()
  })
}

/**
 * Copies the cluster-years of one year into another inside the caller's transaction: title, motto, members and central
 * people. The headship is not copied: it rotates and is decided by the cluster.
 */
export async function cloneClusterYearsIn(
  tx: Prisma.TransactionClient,
  fromYearId: string,
  to: { id: string; year: number },
): Promise<{ clusters: number }> {
  const sources = await tx.clusterYear.findMany({
    where: { emulationYearId: fromYearId },
    include: {
      memberships: true,
      grants: { where: { revokedAt: null, role: { in: ['CENTRAL_STAFF', 'CENTRAL_REVIEWER'] } } },
    },
  })
  for (const source of sources) {
    await tx.clusterYear.create({
      data: {
        clusterId: source.clusterId,
        setId: source.setId,
        emulationYearId: to.id,
        year: to.year,
        title: source.title,
        motto: source.motto,
        illustrative: source.illustrative,
        memberships: { create: source.memberships.map(({ unitId }) => ({ unitId })) },
        grants: { create: source.grants.map(({ accountId, role }) => ({ accountId, role })) },
      },
    })
  }
  return { clusters: sources.length }
}

async function editableClusterYearIn(tx: Prisma.TransactionClient, actor: Actor, id: string) {
  return canConfigure(actor) ? openClusterYearIn(tx, id) : fail('forbidden')
}

async function openClusterYearIn(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`select 1 from cluster_years where id = ${id}::uuid for update`
  const row = await tx.clusterYear.findUnique({
    where: { id },
    include: { memberships: true, headships: true, emulationYear: { select: { state: true } } },
  })
  if (!row) return fail('not_found')
  return row.emulationYear.state === 'CLOSED'
    ? fail('locked', 'Năm này đã khép, không sửa được nữa.')
    : ok(row)
}
