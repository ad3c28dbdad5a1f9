import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore, storedDay } from '@/lib/platform/dates'
import { databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { FROM_SOURCE } from '@/lib/sources/labels'
import { runsClusterYear } from '../policy'
import { clusterYearFactsIn } from '../queries'
import type { ClusterYearFacts } from '../types'
import { mayManageActivity } from './policy'
import { mayBecome, readMoney } from './rules'
import type { ActivityInput, ActivityStateInput, FundingInput } from './schema'

const YEAR_CLOSED = 'Năm này đã khép, hoạt động chung không thay đổi nữa.'
export type LockedActivity = {
  activity: Prisma.JointActivityGetPayload<object>
  facts: ClusterYearFacts
}

/** The activity, held until the transaction ends, for those who manage it while its year is open. */
export async function lockActivityIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  activityId: string,
): Promise<Result<LockedActivity>> {
  await tx.$queryRaw`SELECT id FROM joint_activities WHERE id = ${activityId}::uuid FOR UPDATE`
  const activity = await tx.jointActivity.findUnique({ where: { id: activityId } })
  const facts = activity && (await clusterYearFactsIn(tx, activity.clusterYearId))
  if (!activity || !facts) return fail('not_found')
  if (!mayManageActivity(actor, facts, activity.unitId)) return fail('forbidden')
  if (facts.closed) return fail('locked', YEAR_CLOSED)
  if (activity.sourceId) return fail('locked', FROM_SOURCE)
  return ok({ activity, facts })
}

const facetsOf = (activity: Prisma.JointActivityGetPayload<object>) => ({
  title: activity.title,
  description: activity.description,
  place: activity.place,
  unitId: activity.unitId,
  value: activity.value?.toFixed(0) ?? null,
  valueRaw: activity.valueRaw,
  quantity: activity.quantity,
  heldOn: storedDay(activity.heldOn),
})

/** Writes a joint activity of a cluster-year, or mends one. */
export function saveActivity(
  actor: Actor,
  { clusterYearId, activityId, version, ...input }: ActivityInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveActivity', key, async (tx) => {
    const facts = await clusterYearFactsIn(tx, clusterYearId)
    if (!facts) return fail('not_found')
    const locked = activityId ? await lockActivityIn(tx, actor, activityId) : null
    if (locked && !locked.ok) return locked
    const earlier = locked?.value.activity ?? null
    if (earlier && earlier.clusterYearId !== clusterYearId) return fail('not_found')
    if (!mayManageActivity(actor, facts, input.unitId)) return fail('forbidden')
    if (facts.closed) return fail('locked', YEAR_CLOSED)
    if (input.unitId && !facts.memberIds.includes(input.unitId))
      return wrongField('unitId', 'Đơn vị này không thuộc cụm.')
    if (earlier && earlier.version !== version) return fail('conflict')
    const value = readMoney('valueRaw', input.valueRaw)
    if (!value.ok) return value
    const data = {
      title: input.title,
      description: input.description,
      place: input.place || null,
      unitId: input.unitId,
      value: value.value,
      valueRaw: input.valueRaw || null,
      quantity: input.quantity,
      heldOn: dayToStore(input.heldOn),
    }
    const saved = earlier
      ? await tx.jointActivity.update({
          where: { id: earlier.id },
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.jointActivity.create({ data: { ...data, clusterYearId } })
    await recordAuditIn(tx, actor, {
      action: 'saveActivity',
      entity: 'joint_activity',
      entityId: saved.id,
      unitId: saved.unitId,
      clusterYearId,
      before: earlier && facetsOf(earlier),
      after: facetsOf(saved),
    })
    return ok({ id: saved.id })
  })
}

/** Takes the activity a step on; handing over needs its day, which has come. */
export function moveActivity(actor: Actor, input: ActivityStateInput, key?: string): Promise<Result> {
  return perform(actor, 'moveActivity', key, async (tx) => {
    const locked = await lockActivityIn(tx, actor, input.activityId)
    if (!locked.ok) return locked
    const { activity } = locked.value
    if (activity.version !== input.version) return fail('conflict')
    if (!mayBecome(activity.state, input.state))
      return fail('conflict', 'Hoạt động không chuyển sang trạng thái này được.')
    const over = input.state === 'HANDED_OVER'
    const wrong = (message: string) => wrongField('handedOverOn', message)
    if (over && !input.handedOverOn) return wrong('Hãy ghi ngày bàn giao.')
    if (over && input.handedOverOn && input.handedOverOn > (await databaseToday(tx)))
      return wrong('Ngày bàn giao chưa tới.')
    const handedOverOn = over ? input.handedOverOn : null
    await tx.jointActivity.update({
      where: { id: activity.id },
      data: { state: input.state, handedOverOn: dayToStore(handedOverOn), version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'moveActivity',
      entity: 'joint_activity',
      entityId: activity.id,
      unitId: activity.unitId,
      clusterYearId: activity.clusterYearId,
      before: { state: activity.state },
      after: { state: input.state, handedOverOn },
    })
    return ok()
  })
}

/** Adds one line to the funding ledger. What is listed may fall short of the value, or pass it: the page says so. */
export function addFunding(actor: Actor, input: FundingInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'addFunding', key, async (tx) => {
    const locked = await lockActivityIn(tx, actor, input.activityId)
    if (!locked.ok) return locked
    const { activity } = locked.value
    const amount = readMoney('raw', input.raw)
    if (!amount.ok) return amount
    const isMoney = input.kind === 'MONEY' || input.kind === 'LOAN'
    if (isMoney && amount.value === null) return wrongField('raw', 'Hãy ghi số tiền, ví dụ 50 triệu.')
    if (!isMoney && amount.value === null && input.note === '')
      return wrongField('note', 'Hãy ghi đã góp gì, ví dụ nhà vệ sinh, 30 ngày công.')
    const data = {
      giver: input.giver,
      kind: input.kind,
      amount: amount.value,
      raw: input.raw || null,
      note: input.note || null,
    }
    const position = await tx.fundingEntry.count({ where: { activityId: activity.id } })
    const entry = await tx.fundingEntry.create({ data: { ...data, activityId: activity.id, position } })
    await tx.jointActivity.update({ where: { id: activity.id }, data: { version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'addFunding',
      entity: 'joint_activity',
      entityId: activity.id,
      unitId: activity.unitId,
      clusterYearId: activity.clusterYearId,
      after: data,
    })
    return ok({ id: entry.id })
  })
}

/** Takes a line off the ledger; the trail keeps it. */
export function removeFunding(
  actor: Actor,
  { fundingId }: { fundingId: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'removeFunding', key, async (tx) => {
    const entry = await tx.fundingEntry.findUnique({ where: { id: fundingId } })
    if (!entry) return fail('not_found')
    const locked = await lockActivityIn(tx, actor, entry.activityId)
    if (!locked.ok) return locked
    const { activity } = locked.value
    const { count } = await tx.fundingEntry.deleteMany({ where: { id: fundingId } })
    if (count === 0) return fail('not_found')
    await tx.jointActivity.update({ where: { id: activity.id }, data: { version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'removeFunding',
      entity: 'joint_activity',
      entityId: activity.id,
      unitId: activity.unitId,
      clusterYearId: activity.clusterYearId,
      before: {
        giver: entry.giver,
        kind: entry.kind,
        amount: entry.amount?.toFixed(0) ?? null,
        raw: entry.raw,
        note: entry.note,
      },
    })
    return ok()
  })
}

/** Takes a planned activity away, as long as nothing was given or received. */
export function removeActivity(
  actor: Actor,
  { activityId, version }: { activityId: string; version: number },
  key?: string,
): Promise<Result> {
  return perform(actor, 'removeActivity', key, async (tx) => {
    const locked = await lockActivityIn(tx, actor, activityId)
    if (!locked.ok) return locked
    const { activity, facts } = locked.value
    if (!runsClusterYear(actor, facts)) return fail('forbidden')
    if (activity.version !== version) return fail('conflict')
    const used =
      (await tx.fundingEntry.count({ where: { activityId } })) +
      (await tx.beneficiary.count({ where: { activityId } })) +
      (await tx.evidenceFile.count({ where: { ownerKind: 'activity', ownerId: activityId } }))
    if (used > 0 || activity.state !== 'PLANNED')
      return fail('conflict', 'Hoạt động đã có người thụ hưởng, khoản hỗ trợ hoặc tệp; không xóa được.')
    await tx.jointActivity.delete({ where: { id: activityId } })
    await recordAuditIn(tx, actor, {
      action: 'removeActivity',
      entity: 'joint_activity',
      entityId: activityId,
      unitId: activity.unitId,
      clusterYearId: activity.clusterYearId,
      before: facetsOf(activity),
    })
    return ok()
  })
}
