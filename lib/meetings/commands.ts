import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { recordAuditIn } from '@/lib/platform/audit'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { notifyIn } from '@/lib/platform/live'
import { canPlanMeeting, canRunMeeting } from './policy'
import { factsIn } from './queries'
import { nextState } from './rules'
import type { ChangeMeetingInput, MeetingFields, PlanMeetingInput } from './schema'
import type { MeetingAct, MeetingFacts, MeetingState } from './types'

/** Tells every screen that follows the meeting, on whatever instance, that there is something new. */
export async function announceIn(tx: Prisma.TransactionClient, meetingId: string): Promise<void> {
  const { liveVersion } = await tx.meeting.update({
    where: { id: meetingId },
    data: { liveVersion: { increment: 1 } },
    select: { liveVersion: true },
  })
  await notifyIn(tx, meetingId, liveVersion)
}

/** Holds the meeting still until the transaction ends: what happens in one hall happens one after another. */
export async function lockMeetingIn(
  tx: Prisma.TransactionClient,
  meetingId: string,
): Promise<MeetingFacts | null> {
  await tx.$queryRaw`select 1 from meetings where id = ${meetingId}::uuid for update`
  return factsIn(tx, meetingId)
}

const WRONG_STATE: Record<MeetingState, string> = {
  PLANNED: 'Hội nghị chưa khai mạc.',
  INVITED: 'Hội nghị chưa khai mạc.',
  OPEN: 'Hội nghị đang họp, không làm được việc này.',
  CLOSED: 'Hội nghị đã bế mạc, không sửa được nữa.',
}

/** The meeting, held still, for one who runs it while it is in one of these states. */
export async function runnableIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  meetingId: string,
  states: readonly MeetingState[] = ['PLANNED', 'INVITED', 'OPEN'],
): Promise<Result<MeetingFacts>> {
  const meeting = await lockMeetingIn(tx, meetingId)
  if (!meeting) return fail('not_found')
  if (!canRunMeeting(actor, meeting)) return fail('forbidden')
  if (!states.includes(meeting.state)) return fail('locked', WRONG_STATE[meeting.state])
  return ok(meeting)
}

/** The trail and the announcement that end every command of a meeting. */
export async function recordAndAnnounceIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  meeting: Pick<MeetingFacts, 'id' | 'clusterYearId'>,
  action: string,
  change: {
    entity?: string
    entityId?: string
    unitId?: string | null
    before?: Prisma.InputJsonValue | null
    after?: Prisma.InputJsonValue | null
    reason?: string | null
  } = {},
): Promise<void> {
  await recordAuditIn(tx, actor, {
    action,
    entity: 'meeting',
    entityId: meeting.id,
    clusterYearId: meeting.clusterYearId,
    ...change,
  })
  await announceIn(tx, meeting.id)
}

const newSecret = () => randomBytes(24).toString('base64url')

const columns = (fields: MeetingFields) => ({
  kind: fields.kind,
  title: fields.title,
  form: fields.form,
  heldOn: dayToStore(fields.heldOn),
  startsAt:
    fields.heldOn && fields.startsAt ? new Date(`${fields.heldOn}T${fields.startsAt}:00+07:00`) : null,
  place: fields.place || null,
  hostUnitId: fields.hostUnitId,
  programme: fields.programme,
  quorumShare: fields.quorumShare,
  quorumOf: fields.quorumOf,
  quorumBasis: fields.quorumBasis || null,
})

/**
 * The cluster-years a joint meeting serves beside its own. Whoever adds or takes off one must be able to plan its meetings,
 * since its head and deputy run the meeting too; the others stay as they were.
 */
async function joinedIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  ownYearId: string,
  before: readonly string[],
  wanted: readonly string[],
): Promise<Result<string[]>> {
  const foreign = before.filter((id) => !canPlanMeeting(actor, id))
  const joined = [...new Set([...foreign, ...wanted])].filter((id) => id !== ownYearId)
  const added = joined.filter((id) => !before.includes(id))
  if (added.some((id) => !canPlanMeeting(actor, id)))
    return fail('forbidden', 'Chỉ ghép được cụm mà bạn cũng được lên lịch hội nghị.')
  const known = await tx.clusterYear.count({ where: { id: { in: added } } })
  return known === added.length ? ok(joined) : fail('not_found')
}

/** Puts a meeting on the year's plan. */
export function planMeeting(
  actor: Actor,
  input: PlanMeetingInput,
  key?: string,
): Promise<Result<{ meetingId: string }>> {
  return perform(actor, 'planMeeting', key, async (tx) => {
    if (!canPlanMeeting(actor, input.clusterYearId)) return fail('forbidden')
    const year = await tx.clusterYear.findUnique({
      where: { id: input.clusterYearId },
      select: { illustrative: true },
    })
    if (!year) return fail('not_found')
    const alsoFor = await joinedIn(tx, actor, input.clusterYearId, [], input.alsoFor)
    if (!alsoFor.ok) return alsoFor
    const { id } = await tx.meeting.create({
      data: {
        ...columns(input),
        alsoFor: { create: alsoFor.value.map((clusterYearId) => ({ clusterYearId })) },
        clusterYearId: input.clusterYearId,
        illustrative: year.illustrative,
        checkInSecret: newSecret(),
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'planMeeting',
      entity: 'meeting',
      entityId: id,
      clusterYearId: input.clusterYearId,
      after: { kind: input.kind, title: input.title, heldOn: input.heldOn, alsoFor: alsoFor.value },
    })
    return ok({ meetingId: id })
  })
}

/** Changes date, place, programme, quorum rule or invitation of a meeting that has not begun. */
export function changeMeeting(actor: Actor, input: ChangeMeetingInput, key?: string): Promise<Result> {
  return perform(actor, 'changeMeeting', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId, ['PLANNED', 'INVITED'])
    if (!meeting.ok) return meeting
    const before = await tx.meeting.findUniqueOrThrow({ where: { id: input.meetingId } })
    if (before.version !== input.version) return fail('conflict')
    const { clusterYearId, alsoFor: served } = meeting.value
    const alsoFor = await joinedIn(tx, actor, clusterYearId, served, input.alsoFor)
    if (!alsoFor.ok) return alsoFor
    const data = columns(input)
    await tx.meeting.update({
      where: { id: input.meetingId },
      data: {
        ...data,
        invitation: input.invitation,
        version: { increment: 1 },
        alsoFor: { deleteMany: {}, create: alsoFor.value.map((id) => ({ clusterYearId: id })) },
      },
    })
    const told = (row: typeof data) => ({
      title: row.title,
      heldOn: row.heldOn?.toISOString() ?? null,
      startsAt: row.startsAt?.toISOString() ?? null,
      place: row.place,
      quorum: `${row.quorumShare}/${row.quorumOf}`,
    })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'changeMeeting', {
      before: { ...told(before), alsoFor: served },
      after: { ...told(data), alsoFor: alsoFor.value },
    })
    return ok()
  })
}

/** Sends out the invitation: from now on delegates find the meeting among what awaits them. */
export function inviteToMeeting(actor: Actor, input: { meetingId: string }, key?: string): Promise<Result> {
  return act(actor, input.meetingId, 'INVITE', 'inviteToMeeting', key, async (tx, now) => {
    const row = await tx.meeting.findUniqueOrThrow({ where: { id: input.meetingId } })
    if (!row.heldOn || !row.place)
      return fail('invalid', 'Giấy mời cần có ngày và địa điểm. Hãy ghi đủ rồi mời.')
    return ok({ invitedAt: now, checkInSecret: row.checkInSecret ?? newSecret() })
  })
}

/** Opens the meeting. Without a quorum it may open, and says so; ballots may not. */
export function openMeeting(actor: Actor, input: { meetingId: string }, key?: string): Promise<Result> {
  return act(actor, input.meetingId, 'OPEN', 'openMeeting', key, async (tx, now) => {
    const row = await tx.meeting.findUniqueOrThrow({ where: { id: input.meetingId } })
    return ok({ openedAt: now, checkInSecret: row.checkInSecret ?? newSecret() })
  })
}

/** Closes the meeting: what is under way ends now. */
export function closeMeeting(actor: Actor, input: { meetingId: string }, key?: string): Promise<Result> {
  return act(actor, input.meetingId, 'CLOSE', 'closeMeeting', key, async (tx, now) => {
    const { meetingId } = input
    await tx.agendaItem.updateMany({
      where: { meetingId, startedAt: { not: null }, endedAt: null },
      data: { endedAt: now },
    })
    await tx.speaker.updateMany({
      where: { meetingId, state: 'SPEAKING' },
      data: { state: 'DONE', endedAt: now },
    })
    await tx.speaker.updateMany({ where: { meetingId, state: 'WAITING' }, data: { state: 'CANCELLED' } })
    return ok({ closedAt: now, currentItemId: null, projector: { kind: 'WELCOME' } })
  })
}

function act(
  actor: Actor,
  meetingId: string,
  name: MeetingAct,
  action: string,
  key: string | undefined,
  prepare: (tx: Prisma.TransactionClient, now: Date) => Promise<Result<Prisma.MeetingUncheckedUpdateInput>>,
): Promise<Result> {
  return perform(actor, action, key, async (tx) => {
    const meeting = await runnableIn(tx, actor, meetingId, ['PLANNED', 'INVITED', 'OPEN', 'CLOSED'])
    if (!meeting.ok) return meeting
    const to = nextState(name, meeting.value.state)
    if (!to) return fail('locked', WRONG_STATE[meeting.value.state])
    const data = await prepare(tx, await databaseNow(tx))
    if (!data.ok) return data
    await tx.meeting.update({
      where: { id: meetingId },
      data: { ...data.value, state: to, version: { increment: 1 } },
    })
    await recordAndAnnounceIn(tx, actor, meeting.value, action, {
      before: { state: meeting.value.state },
      after: { state: to },
    })
    return ok()
  })
}
