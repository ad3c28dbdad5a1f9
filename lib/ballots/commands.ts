import 'server-only'
import { type Prisma } from '@/prisma/generated/client'
import { announceIn } from '@/lib/meetings/commands'
import { canPlanMeeting } from '@/lib/meetings/policy'
import { factsIn } from '@/lib/meetings/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow, databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { canAct, canPrepareBallot, canReadBallots } from './policy'
import { loadBallotIn, type LoadedBallot } from './queries'
import { memberUnitsIn } from './roll/queries'
import { DEFAULT_RULES, isDraft, mayFollow, transitionOf } from './rules'
import type { ActInput, BallotInput, NewBallotInput } from './schema'
import { STATE_LABELS } from './labels'
import type { BallotAct, BallotRules, BallotState } from './types'

/** The ballot, held still until the transaction ends, for one who may see it. */
export async function lockBallotIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  input: ActInput,
): Promise<Result<LoadedBallot>> {
  await tx.$queryRaw`select 1 from ballots where id = ${input.ballotId}::uuid for update`
  const loaded = await loadBallotIn(tx, input.ballotId)
  if (!loaded || !canReadBallots(actor, loaded.meeting)) return fail('not_found')
  return ok(loaded)
}

export const notNow = (state: BallotState): Failure =>
  fail('conflict', `Lần bỏ phiếu này đang ở bước “${STATE_LABELS[state]}”, không làm việc này được.`, {
    current: { state },
  })

/** The ballot, held still, for an act of the ritual: right, version and state are asked in this order. */
export async function lockForActIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  act: BallotAct,
  input: ActInput,
): Promise<Result<LoadedBallot>> {
  const locked = await lockBallotIn(tx, actor, input)
  if (!locked.ok) return locked
  const { row, facts } = locked.value
  if (!canAct(actor, act, facts)) return fail('forbidden')
  if (row.version !== input.version) return fail('conflict')
  if (!mayFollow(act, row.method, row.state)) return notNow(row.state)
  return locked
}

export type Moved = { state: BallotState; version: number }

/** Moves the ballot on: its new state and what changes with it, the event, the trail, the screens. */
export async function moveIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { row, meeting }: Pick<LoadedBallot, 'row' | 'meeting'>,
  to: BallotState,
  more: { command: string; note?: string | null; data?: Prisma.BallotUncheckedUpdateInput },
): Promise<Moved> {
  const { version } = await tx.ballot.update({
    where: { id: row.id },
    data: { ...more.data, state: to, version: { increment: 1 } },
    select: { version: true },
  })
  await tx.ballotEvent.create({
    data: { ballotId: row.id, from: row.state, to, byId: actor.accountId, note: more.note },
  })
  await concludeIn(tx, actor, { row, meeting }, more.command, {
    before: { state: row.state },
    after: { state: to },
    reason: more.note,
  })
  return { state: to, version }
}

/** The trail and the announcement of a change that leaves the state as it is. */
export async function concludeIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { row, meeting }: { row: { id: string; meetingId: string }; meeting: { clusterYearId: string } },
  action: string,
  change: { before?: Prisma.InputJsonValue; after?: Prisma.InputJsonValue; reason?: string | null } = {},
): Promise<void> {
  await recordAuditIn(tx, actor, {
    action,
    entity: 'ballot',
    entityId: row.id,
    clusterYearId: meeting.clusterYearId,
    ...change,
  })
  await announceIn(tx, row.meetingId)
}

/** `transitionOf(act).to`, done without more ado. */
export function simpleAct(actor: Actor, act: BallotAct, command: string, input: ActInput, key?: string) {
  return perform(actor, command, key, async (tx) => {
    const locked = await lockForActIn(tx, actor, act, input)
    if (!locked.ok) return locked
    return ok(await moveIn(tx, actor, locked.value, transitionOf(act).to, { command }))
  })
}

/** The regulation in force on the day of the meeting, or the defaults that say they are none. */
async function rulesInForceIn(tx: Prisma.TransactionClient, meetingId: string): Promise<BallotRules> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { heldOn: true, clusterYear: { select: { clusterId: true } } },
  })
  const day = meeting.heldOn ?? dayToStore(await databaseToday(tx))
  const regulation = await tx.ballotRegulation.findFirst({
    where: { clusterId: meeting.clusterYear.clusterId, validFrom: { lte: day } },
    orderBy: { validFrom: 'desc' },
  })
  return (regulation?.rules as BallotRules | undefined) ?? DEFAULT_RULES
}

type CandidateFields = Pick<BallotInput, 'unitIds' | 'others' | 'preferredUnitIds' | 'choose' | 'quota'>

/** Candidates in the order of the paper: units by name, then others as written. Every member may be a candidate. */
async function candidatesIn(
  tx: Prisma.TransactionClient,
  meetingId: string,
  input: CandidateFields,
): Promise<Result<{ unitId: string | null; label: string; position: number; preferred: boolean }[]>> {
  const members = await memberUnitsIn(tx, meetingId)
  const units = members.filter(({ id }) => input.unitIds.includes(id))
  if (units.length !== new Set(input.unitIds).size)
    return wrongField('unitIds', 'Chỉ chọn đơn vị của cụm trong năm này.')
  const named = units.map(({ id, name }) => ({
    unitId: id,
    label: name,
    preferred: input.preferredUnitIds.includes(id),
  }))
  const others = [...new Set(input.others)].map((label) => ({ unitId: null, label, preferred: false }))
  const candidates = [...named, ...others].map((candidate, position) => ({ ...candidate, position }))
  if (candidates.length === 0) return wrongField('unitIds', 'Hãy chọn ít nhất một đơn vị để bầu.')
  if (input.choose > candidates.length) return wrongField('choose', `Chỉ có ${candidates.length} lựa chọn.`)
  return ok(candidates)
}

/** Prepares a ballot with the rules of the cluster's regulation. */
export function createBallot(
  actor: Actor,
  input: NewBallotInput,
  key?: string,
): Promise<Result<{ ballotId: string }>> {
  return perform(actor, 'createBallot', key, async (tx) => {
    const meeting = await factsIn(tx, input.meetingId)
    if (!meeting || !canReadBallots(actor, meeting)) return fail('not_found')
    if (!canPrepareBallot(actor, meeting)) return fail('forbidden')
    if (meeting.state === 'CLOSED') return fail('locked', 'Hội nghị đã bế mạc.')
    const candidates = await candidatesIn(tx, input.meetingId, input)
    if (!candidates.ok) return candidates
    const { illustrative } = await tx.meeting.findUniqueOrThrow({ where: { id: input.meetingId } })
    const { agendaItemId, purpose, title, method, choose, quota } = input
    const { id } = await tx.ballot.create({
      data: {
        ...{ meetingId: input.meetingId, agendaItemId, purpose, title, method, choose, quota, illustrative },
        rules: await rulesInForceIn(tx, input.meetingId),
        candidates: { create: candidates.value },
        events: { create: { to: 'DRAFT', byId: actor.accountId } },
      },
      select: { id: true },
    })
    await concludeIn(tx, actor, { row: { id, meetingId: input.meetingId }, meeting }, 'createBallot', {
      after: { purpose, title, method, choose, quota, candidates: candidates.value.length },
    })
    return ok({ ballotId: id })
  })
}

async function draftIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  input: ActInput,
): Promise<Result<LoadedBallot>> {
  const locked = await lockBallotIn(tx, actor, input)
  if (!locked.ok) return locked
  const { row, meeting } = locked.value
  if (!canPrepareBallot(actor, meeting)) return fail('forbidden')
  if (row.version !== input.version) return fail('conflict')
  if (!isDraft(row.state))
    return fail('locked', 'Thể lệ đã đọc, không sửa được nữa. Muốn đổi thì hủy lần này.')
  return locked
}

/** Changes what is voted on, how and among whom, until the rules have been read out. */
export function changeBallot(actor: Actor, input: BallotInput, key?: string): Promise<Result> {
  return perform(actor, 'changeBallot', key, async (tx) => {
    const draft = await draftIn(tx, actor, input)
    if (!draft.ok) return draft
    const { row } = draft.value
    if (row.round > 1 && input.method !== row.method)
      return wrongField('method', 'Vòng sau giữ hình thức của vòng trước.')
    const candidates = await candidatesIn(tx, row.meetingId, input)
    if (!candidates.ok) return candidates
    await tx.ballotCandidate.deleteMany({ where: { ballotId: row.id } })
    const { purpose, title, method, choose, quota } = input
    await tx.ballot.update({
      where: { id: row.id },
      data: {
        ...{ purpose, title, method, choose, quota },
        version: { increment: 1 },
        candidates: { create: candidates.value },
      },
    })
    await concludeIn(tx, actor, draft.value, 'changeBallot', {
      before: { title: row.title, method: row.method, choose: row.choose, quota: row.quota },
      after: { title, method, choose, quota, candidates: candidates.value.length },
    })
    return ok()
  })
}

/** Sets the rules of one ballot, until they have been read out. */
export function changeBallotRules(
  actor: Actor,
  input: ActInput & { rules: BallotRules },
  key?: string,
): Promise<Result> {
  return perform(actor, 'changeBallotRules', key, async (tx) => {
    const draft = await draftIn(tx, actor, input)
    if (!draft.ok) return draft
    await tx.ballot.update({
      where: { id: input.ballotId },
      data: { rules: input.rules, version: { increment: 1 } },
    })
    await concludeIn(tx, actor, draft.value, 'changeBallotRules', {
      before: draft.value.rules,
      after: input.rules,
    })
    return ok()
  })
}

/** Enters the voting rules of a cluster's regulation from a day on; ballots prepared later take them. */
export function setRegulation(
  actor: Actor,
  input: { clusterYearId: string; validFrom: string; rules: BallotRules },
  key?: string,
): Promise<Result> {
  return perform(actor, 'setRegulation', key, async (tx) => {
    if (!canPlanMeeting(actor, input.clusterYearId)) return fail('forbidden')
    const year = await tx.clusterYear.findUnique({ where: { id: input.clusterYearId } })
    if (!year) return fail('not_found')
    const validFrom = dayToStore(input.validFrom)
    const where = { clusterId_validFrom: { clusterId: year.clusterId, validFrom } }
    const before = await tx.ballotRegulation.findUnique({ where })
    const regulation = await tx.ballotRegulation.upsert({
      where,
      create: { clusterId: year.clusterId, validFrom, rules: input.rules, setById: actor.accountId },
      update: { rules: input.rules, setById: actor.accountId, setAt: await databaseNow(tx) },
    })
    await recordAuditIn(tx, actor, {
      action: 'setRegulation',
      entity: 'ballot_regulation',
      entityId: regulation.id,
      clusterYearId: input.clusterYearId,
      before: (before?.rules as BallotRules | undefined) ?? null,
      after: input.rules,
    })
    return ok()
  })
}
