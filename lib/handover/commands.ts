import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { electedIn } from '@/lib/ballots/queries'
import { endHeadshipIn, setHeadshipIn } from '@/lib/clusters/setup/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canHandOver } from './policy'
import type { HandoverInput } from './schema'

type Tx = Prisma.TransactionClient

/** Gives head and, if named, deputy of a cluster-year from the day of the handover; who held both is done the day before. */
async function passOnIn(
  tx: Tx,
  actor: Actor,
  clusterYearId: string,
  input: HandoverInput,
  note: string,
): Promise<Result> {
  const incoming = [input.receiverUnitId, input.deputyUnitId]
  const inForce = await tx.headship.findMany({ where: { clusterYearId, endsOn: null } })
  for (const holder of inForce) {
    const same = holder.unitId === (holder.role === 'HEAD' ? input.receiverUnitId : input.deputyUnitId)
    // A unit that moves from one role to the other leaves the first.
    if (!same && incoming.includes(holder.unitId)) {
      const ended = await endHeadshipIn(tx, holder, input.heldOn)
      if (!ended.ok) return ended
    }
  }
  for (const [role, unitId] of [
    ['HEAD', input.receiverUnitId],
    ['DEPUTY', input.deputyUnitId],
  ] as const) {
    if (!unitId || inForce.some((holder) => holder.role === role && holder.unitId === unitId)) continue
    const set = await setHeadshipIn(tx, actor, { clusterYearId, role, unitId, startsOn: input.heldOn, note })
    if (!set.ok) return inForm(set, role)
  }
  return ok()
}

/** Puts the sentence beside the field of this form. */
function inForm(failure: Extract<Result, { ok: false }>, role: 'HEAD' | 'DEPUTY') {
  const { unitId, startsOn } = failure.fields ?? {}
  const fields: Record<string, string> = {}
  if (unitId) fields[role === 'HEAD' ? 'receiverUnitId' : 'deputyUnitId'] = unitId
  if (startsOn) fields.heldOn = startsOn
  return { ...failure, fields }
}

/**
 * Hands the headship over: keeps the act and gives the new head (and deputy) the next cluster-year from that day. Rights
 * are derived from these rows, so they hold at the next request. The next cluster-year must exist: it is never made here.
 */
export function handOverHeadship(
  actor: Actor,
  input: HandoverInput,
  key?: string,
): Promise<Result<{ handoverId: string; toYear: number }>> {
  return perform(actor, 'handOverHeadship', key, async (tx) => {
    if (!canHandOver(actor, input.clusterYearId)) return fail('forbidden')
    await tx.$queryRaw`select 1 from cluster_years where id = ${input.clusterYearId}::uuid for update`
    const from = await tx.clusterYear.findUnique({
      where: { id: input.clusterYearId },
      include: { headships: true, emulationYear: { select: { state: true } } },
    })
    if (!from) return fail('not_found')
    if (await tx.handoverAct.findFirst({ where: { fromClusterYearId: from.id } }))
      return fail('conflict', `Cụm trưởng năm ${from.year} đã bàn giao rồi.`)
    if (input.heldOn > (await databaseToday(tx)))
      return wrongField('heldOn', 'Ngày bàn giao không thể sau hôm nay.')
    const to = await tx.clusterYear.findFirst({ where: { clusterId: from.clusterId, year: from.year + 1 } })
    if (!to)
      return fail(
        'invalid',
        `Chưa có cụm thi đua năm ${from.year + 1}. Thường trực thi đua Trung ương mở năm ${from.year + 1} trước, rồi bàn giao.`,
      )
    const ballot = await chosenByIn(tx, from.id, input)
    if (!ballot.ok) return ballot
    const head = from.headships.find(({ role, endsOn }) => role === 'HEAD' && !endsOn)
    const note = `Nhận bàn giao ngày ${input.heldOn.split('-').reverse().join('/')}`
    const passed = await passOnIn(tx, actor, to.id, input, note)
    if (!passed.ok) return passed
    if (input.restOfYear === 'RECEIVER' && from.emulationYear.state !== 'CLOSED') {
      const rest = await passOnIn(tx, actor, from.id, input, note)
      if (!rest.ok) return rest
    }
    const { clusterYearId, heldOn, restOfYear, method, ...words } = input
    const act = await tx.handoverAct.create({
      data: {
        ...words,
        fromClusterYearId: clusterYearId,
        toClusterYearId: to.id,
        heldOn: dayToStore(heldOn),
        giverUnitId: head?.unitId ?? null,
        meetingId: ballot.value?.meetingId ?? null,
        ballotId: ballot.value?.id ?? null,
        chosenBy: ballot.value?.method ?? 'CONSENSUS',
        illustrative: to.illustrative,
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'handOverHeadship',
      entity: 'handover_act',
      entityId: act.id,
      clusterYearId: to.id,
      unitId: input.receiverUnitId,
      before: { year: from.year, unitId: head?.unitId ?? null },
      after: {
        year: to.year,
        unitId: input.receiverUnitId,
        deputyUnitId: input.deputyUnitId,
        heldOn,
        method,
        restOfYear,
      },
    })
    return ok({ handoverId: act.id, toYear: to.year })
  })
}

/** The ballot named must be of this cluster-year, announced, and have elected the unit. */
async function chosenByIn(tx: Tx, clusterYearId: string, input: HandoverInput) {
  if (input.method !== 'BALLOT') return ok(null)
  const ballot = await tx.ballot.findFirst({
    where: {
      id: input.ballotId!,
      purpose: 'HEAD',
      meeting: { OR: [{ clusterYearId }, { alsoFor: { some: { clusterYearId } } }] },
    },
    select: { id: true, method: true, meetingId: true },
  })
  if (!ballot) return fail('not_found')
  const elected = await electedIn(tx, ballot.id)
  return elected.some(({ unitId }) => unitId === input.receiverUnitId)
    ? ok(ballot)
    : wrongField('receiverUnitId', 'Lần bỏ phiếu này chưa công bố, hoặc không chọn đơn vị này.')
}
