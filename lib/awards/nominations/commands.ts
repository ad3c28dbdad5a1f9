import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { electedIn } from '@/lib/ballots/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow, databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { NOMINATION_STATE_LABELS, obstacleSentence, overQuotaSentence } from '../labels'
import {
  canActOnNomination,
  canImportBallot,
  canKeepDossier,
  canPropose,
  readableNominations,
} from '../policy'
import { nominationFactsIn } from './queries'
import {
  dossierItemsFor,
  nominationStateAfter,
  obstaclesOf,
  placesLacking,
  placesTaken,
  takesPlace,
} from '../rules'
import type {
  DossierInput,
  ImportBallotInput,
  NominationActInput,
  NominationInput,
  OpenNoticeInput,
  ReasonedActInput,
} from '../schema'
import { UNSPECIFIED_TYPES, type NominationAct, type NominationFacts } from '../types'

type Tx = Prisma.TransactionClient

/** A cluster-year locked against rivals for its quotas. */
async function lockedYearIn(tx: Tx, clusterYearId: string) {
  await tx.$queryRaw`select 1 from cluster_years where id = ${clusterYearId}::uuid for update`
  return tx.clusterYear.findUnique({
    where: { id: clusterYearId },
    include: {
      memberships: { include: { unit: { include: { designations: true } } } },
      emulationYear: { select: { state: true } },
    },
  })
}
type LockedYear = NonNullable<Awaited<ReturnType<typeof lockedYearIn>>>

async function overQuotaIn(
  tx: Tx,
  year: LockedYear,
  type: { id: string; name: string },
  wanted: number,
): Promise<Failure | null> {
  const quota = await tx.awardQuota.findUnique({
    where: { clusterYearId_awardTypeId: { clusterYearId: year.id, awardTypeId: type.id } },
  })
  const present = await tx.nomination.findMany({
    where: { clusterYearId: year.id, awardTypeId: type.id },
    include: { _count: { select: { named: true } } },
  })
  const taken = placesTaken(present.map((one) => ({ ...one, named: one._count.named })))
  return placesLacking(quota?.quota ?? null, taken, wanted) > 0
    ? fail('invalid', overQuotaSentence(type.name, year.year, quota!.quota, taken, wanted))
    : null
}

async function createIn(
  tx: Tx,
  actor: Actor,
  data: Prisma.NominationUncheckedCreateInput,
  action: string,
): Promise<string> {
  const { id } = await tx.nomination.create({
    data: { ...data, events: { create: { to: 'PROPOSED', byId: actor.accountId } } },
  })
  await recordAuditIn(tx, actor, {
    action,
    entity: 'nomination',
    entityId: id,
    unitId: data.unitId,
    clusterYearId: data.clusterYearId,
    after: {
      awardTypeId: data.awardTypeId,
      year: data.year,
      recipient: data.recipient ?? null,
      unnamed: data.unnamed ?? null,
      ballotId: data.ballotId ?? null,
    },
  })
  return id
}

/** Enters a nomination, within the quota of its cluster-year and award. */
export function proposeNomination(
  actor: Actor,
  input: NominationInput,
  key?: string,
): Promise<Result<{ nominationId: string }>> {
  return perform(actor, 'proposeNomination', key, async (tx) => {
    const year = input.clusterYearId ? await lockedYearIn(tx, input.clusterYearId) : null
    if (input.clusterYearId && !year) return fail('not_found')
    const place = {
      clusterYearId: input.clusterYearId,
      unitId: input.unitId,
      yearClosed: year?.emulationYear.state === 'CLOSED',
    }
    if (!canPropose(actor, place)) return fail(place.yearClosed ? 'locked' : 'forbidden')
    const type = await tx.awardType.findUnique({ where: { id: input.awardTypeId } })
    if (!type || UNSPECIFIED_TYPES.includes(type.code)) return fail('not_found')
    if (!type.recipientKinds.includes(input.recipientKind))
      return wrongField('recipientKind', `${type.name} không tặng cho đối tượng này.`)
    if (input.unitId && !year && !(await tx.unit.findUnique({ where: { id: input.unitId } })))
      return fail('not_found')
    if (year && input.unitId && !year.memberships.some(({ unitId }) => unitId === input.unitId))
      return wrongField('unitId', 'Đơn vị này không thuộc cụm trong năm.')
    if (year && year.year !== input.year) return wrongField('year', `Cụm thi đua này của năm ${year.year}.`)
    if (input.recipientKind === 'UNIT' && input.unitId) {
      const rivals = await tx.nomination.findMany({
        where: {
          awardTypeId: type.id,
          year: input.year,
          unitId: input.unitId,
          recipientKind: 'UNIT',
          clusterYearId: input.clusterYearId,
        },
      })
      if (rivals.some(({ state }) => takesPlace(state)))
        return wrongField('unitId', 'Đơn vị này đã được đề nghị loại khen thưởng này trong năm.')
    }
    const over = year && (await overQuotaIn(tx, year, type, input.unnamed ?? 1))
    if (over) return over
    const nominationId = await createIn(
      tx,
      actor,
      { ...input, illustrative: year?.illustrative ?? false },
      'proposeNomination',
    )
    return ok({ nominationId })
  })
}

/** Makes nominations of those whom an announced ballot elected; who is nominated already is left as she is. */
export function importElected(
  actor: Actor,
  input: ImportBallotInput,
  key?: string,
): Promise<Result<{ count: number }>> {
  return perform(actor, 'importElected', key, async (tx) => {
    const year = await lockedYearIn(tx, input.clusterYearId)
    if (!year) return fail('not_found')
    const place = { clusterYearId: year.id, yearClosed: year.emulationYear.state === 'CLOSED' }
    if (!canImportBallot(actor, place)) return fail(place.yearClosed ? 'locked' : 'forbidden')
    const type = await tx.awardType.findUnique({ where: { id: input.awardTypeId } })
    const ballot = await tx.ballot.findFirst({
      where: {
        id: input.ballotId,
        purpose: { in: ['FLAG', 'MERIT'] },
        meeting: {
          OR: [{ clusterYearId: year.id }, { alsoFor: { some: { clusterYearId: year.id } } }],
        },
      },
    })
    if (!type || !ballot) return fail('not_found')
    if (!type.recipientKinds.includes('UNIT') || type.isFlag !== (ballot.purpose === 'FLAG'))
      return wrongField('awardTypeId', 'Loại khen thưởng này không phải nội dung của lần bỏ phiếu.')
    const elected = await electedIn(tx, ballot.id)
    if (elected.length === 0)
      return fail('invalid', 'Lần bỏ phiếu này chưa công bố kết quả, hoặc không đơn vị nào trúng cử.')
    const present = await tx.nomination.findMany({
      where: { clusterYearId: year.id, awardTypeId: type.id, recipientKind: 'UNIT' },
    })
    const already = new Set(present.filter(({ state }) => takesPlace(state)).map(({ unitId }) => unitId))
    const members = new Set(year.memberships.map(({ unitId }) => unitId))
    const fresh = elected.filter(({ unitId }) => unitId && members.has(unitId) && !already.has(unitId))
    if (fresh.length === 0) return fail('conflict', 'Các đơn vị trúng cử đều đã có đề nghị này rồi.')
    const over = await overQuotaIn(tx, year, type, fresh.length)
    if (over) return over
    for (const { unitId } of fresh)
      await createIn(
        tx,
        actor,
        {
          awardTypeId: type.id,
          year: year.year,
          clusterYearId: year.id,
          recipientKind: 'UNIT',
          unitId,
          ballotId: ballot.id,
          illustrative: year.illustrative || ballot.illustrative,
        },
        'importElected',
      )
    return ok({ count: fresh.length })
  })
}

/** The nomination locked, with what policy asks about it; 'not_found' for those who may not read it. */
export async function lockedNominationIn(
  tx: Tx,
  actor: Actor,
  nominationId: string,
): Promise<Result<{ facts: NominationFacts; row: LockedNomination }>> {
  await tx.$queryRaw`select 1 from nominations where id = ${nominationId}::uuid for update`
  const row = await readIn(tx, actor, nominationId)
  const facts = row && (await nominationFactsIn(tx, nominationId))
  return row && facts ? ok({ row, facts }) : fail('not_found')
}
const readIn = (tx: Tx, actor: Actor, id: string) =>
  tx.nomination.findFirst({
    where: { AND: [{ id }, readableNominations(actor)] },
    include: { awardType: true, unit: { include: { designations: true } } },
  })
export type LockedNomination = NonNullable<Awaited<ReturnType<typeof readIn>>>

/**
 * One change of state inside the caller's transaction: right, version, state, obstacles, then the row, its event and the
 * trail.
 */
export async function changeStateIn(
  tx: Tx,
  actor: Actor,
  act: NominationAct,
  { nominationId, version }: NominationActInput,
  { note, data }: { note?: string; data?: Prisma.NominationUncheckedUpdateInput } = {},
): Promise<Result<{ facts: NominationFacts; row: LockedNomination }>> {
  const found = await lockedNominationIn(tx, actor, nominationId)
  if (!found.ok) return found
  const { facts, row } = found.value
  if (!canActOnNomination(actor, act, facts)) return fail('forbidden')
  if (row.version !== version) return fail('conflict')
  const to = nominationStateAfter(act, facts.state)
  if (!to) return fail('conflict', `Đề nghị này đang ở trạng thái “${NOMINATION_STATE_LABELS[facts.state]}”.`)
  const [obstacle] = obstaclesOf(act, facts, await databaseToday(tx))
  if (obstacle) return fail('invalid', obstacleSentence(obstacle, facts, row.awardType.isFlag))
  await tx.nomination.update({
    where: { id: row.id },
    data: { ...data, state: to, version: { increment: 1 } },
  })
  await tx.nominationEvent.create({
    data: { nominationId: row.id, from: facts.state, to, byId: actor.accountId, note },
  })
  await recordAuditIn(tx, actor, {
    action: ACTIONS[act],
    entity: 'nomination',
    entityId: row.id,
    unitId: row.unitId,
    clusterYearId: row.clusterYearId,
    reason: note,
    before: { state: facts.state },
    after: { state: to },
  })
  return found
}

const ACTIONS: Record<NominationAct, string> = {
  OPEN_NOTICE: 'openNotice',
  SEND_TO_CENTRAL: 'sendNomination',
  RETURN: 'returnNomination',
  REFUSE: 'refuseNomination',
  DECIDE: 'decideNomination',
  WITHDRAW: 'withdrawNomination',
}

const plainAct =
  (act: NominationAct) =>
  (actor: Actor, input: NominationActInput & { reason?: string }, key?: string): Promise<Result> =>
    perform(actor, ACTIONS[act], key, async (tx) => {
      const done = await changeStateIn(tx, actor, act, input, { note: input.reason })
      return done.ok ? ok() : done
    })

/** Sends a nomination to the central union once the notice is over, objections answered, the dossier whole. */
export const sendNomination: (actor: Actor, input: NominationActInput, key?: string) => Promise<Result> =
  plainAct('SEND_TO_CENTRAL')
type Reasoned = (actor: Actor, input: ReasonedActInput, key?: string) => Promise<Result>
/** Takes a nomination back; its place in the quota is free again. */
export const withdrawNomination: Reasoned = plainAct('WITHDRAW')
/** The central union asks for additions: the nomination begins again, public notice included. */
export const returnNomination: Reasoned = plainAct('RETURN')
export const refuseNomination: Reasoned = plainAct('REFUSE')

/** Opens the public notice from a day to a day, both included. */
export function openNotice(actor: Actor, input: OpenNoticeInput, key?: string): Promise<Result> {
  return perform(actor, 'openNotice', key, async (tx) => {
    const today = await databaseToday(tx)
    if (input.noticeTo < today) return wrongField('noticeTo', 'Ngày cuối phải từ hôm nay trở đi.')
    const done = await changeStateIn(tx, actor, 'OPEN_NOTICE', input, {
      data: { noticeFrom: dayToStore(input.noticeFrom), noticeTo: dayToStore(input.noticeTo) },
    })
    return done.ok ? ok() : done
  })
}

/** Ticks a part of the dossier off, or takes the tick back. */
export function markDossier(actor: Actor, input: DossierInput, key?: string): Promise<Result> {
  return perform(actor, 'markDossier', key, async (tx) => {
    const found = await lockedNominationIn(tx, actor, input.nominationId)
    if (!found.ok) return found
    const { row, facts } = found.value
    if (!canKeepDossier(actor, facts)) return fail('forbidden')
    if (!dossierItemsFor(row.awardType.code).includes(input.code)) return fail('not_found')
    const done = input.done === 'on'
    const data = {
      doneAt: done ? await databaseNow(tx) : null,
      doneById: done ? actor.accountId : null,
      note: input.note,
    }
    const where = { nominationId_code: { nominationId: row.id, code: input.code } }
    await tx.dossierItem.upsert({
      where,
      create: { nominationId: row.id, code: input.code, ...data },
      update: data,
    })
    await recordAuditIn(tx, actor, {
      action: 'markDossier',
      entity: 'nomination',
      entityId: row.id,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
      after: { code: input.code, done, note: input.note },
    })
    return ok()
  })
}
