import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import { foldEmail } from '@/lib/platform/auth/rules'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { recordAndAnnounceIn, lockMeetingIn, runnableIn } from '../commands'
import { canAttendMeeting } from '../policy'
import type { MeetingFacts } from '../types'
import { codeFits, guestToken, hashOfLink } from './queries'
import type { AddDelegateInput, AddSubstituteInput, CheckInInput, NotePresenceInput } from './schema'

async function accountByEmail(tx: Prisma.TransactionClient, email: string): Promise<Result<string | null>> {
  if (email === '') return ok(null)
  const account = await tx.account.findUnique({ where: { email: foldEmail(email) }, select: { id: true } })
  return account ? ok(account.id) : wrongField('email', 'Không có tài khoản nào dùng email này.')
}

/** Puts a person (or a seat, by its title) on the list of delegates; a guest gets her own read-only link. */
export function addDelegate(
  actor: Actor,
  input: AddDelegateInput,
  key?: string,
): Promise<Result<{ delegateId: string }>> {
  return perform(actor, 'addDelegate', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId)
    if (!meeting.ok) return meeting
    const guest = input.role === 'GUEST'
    if (!guest && input.role === 'DELEGATE' && !input.unitId)
      return wrongField('unitId', 'Đại biểu thuộc đơn vị nào?')
    if (input.unitId && !(await isMemberIn(tx, meeting.value, input.unitId)))
      return wrongField('unitId', 'Đơn vị này không thuộc cụm năm nay.')
    const account = await accountByEmail(tx, input.email)
    if (!account.ok) return account
    if (account.value && meeting.value.participants.includes(account.value))
      return wrongField('email', 'Người này đã có trong danh sách.')
    const { id } = await tx.delegate.create({
      data: {
        meetingId: input.meetingId,
        role: input.role,
        unitId: input.unitId,
        accountId: account.value,
        name: input.name,
        title: input.title || null,
        votes: input.votes && !guest && input.unitId !== null,
      },
    })
    if (guest) await tx.delegate.update({ where: { id }, data: { linkHash: hashOfLink(guestToken(id)) } })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'addDelegate', {
      entity: 'delegate',
      entityId: id,
      unitId: input.unitId,
      after: { role: input.role, name: input.name, votes: input.votes },
    })
    return ok({ delegateId: id })
  })
}

async function isMemberIn(tx: Prisma.TransactionClient, meeting: MeetingFacts, unitId: string) {
  const found = await tx.clusterMembership.findFirst({
    where: { unitId, clusterYearId: { in: [meeting.clusterYearId, ...meeting.alsoFor] } },
  })
  return found !== null
}

/** Names who comes in a delegate's place, with the paper that authorises her; the vote goes with the seat. */
export function addSubstitute(
  actor: Actor,
  input: AddSubstituteInput,
  key?: string,
): Promise<Result<{ delegateId: string }>> {
  return perform(actor, 'addSubstitute', key, async (tx) => {
    const seat = await seatIn(tx, actor, input.delegateId)
    if (!seat.ok) return seat
    const { delegate, meeting } = seat.value
    if (delegate.role === 'GUEST') return fail('invalid', 'Khách mời không cần ủy quyền.')
    const account = await accountByEmail(tx, input.email)
    if (!account.ok) return account
    if (account.value && meeting.participants.includes(account.value))
      return wrongField('email', 'Người này đã có trong danh sách.')
    const { id } = await tx.delegate.create({
      data: {
        meetingId: meeting.id,
        role: delegate.role,
        unitId: delegate.unitId,
        accountId: account.value,
        name: input.name,
        title: input.title || null,
        votes: delegate.votes,
        substitutesForId: delegate.id,
        authorisation: input.authorisation,
      },
    })
    await tx.delegate.update({ where: { id: delegate.id }, data: { votes: false } })
    await recordAndAnnounceIn(tx, actor, meeting, 'addSubstitute', {
      entity: 'delegate',
      entityId: id,
      unitId: delegate.unitId,
      reason: input.authorisation,
      after: { name: input.name, substitutesFor: delegate.name },
    })
    return ok({ delegateId: id })
  })
}

/** Takes a person off the list; a substitute's vote goes back to the seat, a guest's link stops working. */
export function removeDelegate(actor: Actor, input: { delegateId: string }, key?: string): Promise<Result> {
  return perform(actor, 'removeDelegate', key, async (tx) => {
    const seat = await seatIn(tx, actor, input.delegateId)
    if (!seat.ok) return seat
    const { delegate, meeting } = seat.value
    const substitutes = await tx.delegate.count({
      where: { substitutesForId: delegate.id, removedAt: null },
    })
    if (substitutes > 0) return fail('invalid', 'Đã có người được ủy quyền đi thay. Hãy gỡ người đó trước.')
    const now = await databaseNow(tx)
    await tx.delegate.update({ where: { id: delegate.id }, data: { removedAt: now, linkHash: null } })
    if (delegate.substitutesForId && delegate.votes)
      await tx.delegate.update({ where: { id: delegate.substitutesForId }, data: { votes: true } })
    await recordAndAnnounceIn(tx, actor, meeting, 'removeDelegate', {
      entity: 'delegate',
      entityId: delegate.id,
      unitId: delegate.unitId,
      before: { name: delegate.name, role: delegate.role },
    })
    return ok()
  })
}

/** The secretary notes that somebody has come or has left. Noting what already holds changes nothing. */
export function notePresence(actor: Actor, input: NotePresenceInput, key?: string): Promise<Result> {
  return perform(actor, 'notePresence', key, async (tx) => {
    const seat = await seatIn(tx, actor, input.delegateId)
    if (!seat.ok) return seat
    const { delegate, meeting } = seat.value
    if (meeting.state === 'PLANNED') return fail('invalid', 'Hãy mời họp trước khi điểm danh.')
    await moveIn(tx, actor, meeting, delegate, input.kind, false)
    return ok()
  })
}

/**
 * A delegate checks herself in with the code shown in the hall. A seat of her unit that nobody's account stands for
 * becomes hers.
 */
export function checkIn(
  actor: Actor,
  input: CheckInInput,
  key?: string,
): Promise<Result<{ delegateId: string }>> {
  return perform(actor, 'checkIn', key, async (tx) => {
    const meeting = await lockMeetingIn(tx, input.meetingId)
    if (!meeting) return fail('not_found')
    if (!canAttendMeeting(actor, meeting)) return fail('forbidden')
    const delegate = await tx.delegate.findFirst({
      where: { id: input.delegateId, meetingId: input.meetingId, removedAt: null },
    })
    if (!delegate) return fail('not_found')
    if (!maySit(actor, delegate, meeting)) return fail('forbidden')
    if (meeting.state === 'CLOSED') return fail('locked', 'Hội nghị đã bế mạc.')
    const { checkInSecret } = await tx.meeting.findUniqueOrThrow({ where: { id: input.meetingId } })
    if (!checkInSecret || !codeFits(checkInSecret, input.code, await databaseNow(tx)))
      return wrongField('code', 'Mã không đúng hoặc đã đổi. Hãy nhập mã đang hiện trên màn chiếu.')
    if (delegate.accountId === null)
      await tx.delegate.update({ where: { id: delegate.id }, data: { accountId: actor.accountId } })
    await moveIn(tx, actor, meeting, delegate, 'ARRIVED', true)
    return ok({ delegateId: delegate.id })
  })
}

type Seat = { id: string; role: string; accountId: string | null; unitId: string | null; name: string }

function maySit(actor: Actor, delegate: Seat, meeting: MeetingFacts): boolean {
  if (delegate.accountId !== null) return delegate.accountId === actor.accountId
  const taken = meeting.participants.includes(actor.accountId)
  const own = belongsTo(actor, delegate.unitId)
  return own && !taken && delegate.role !== 'GUEST'
}

async function moveIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  meeting: MeetingFacts,
  delegate: Seat,
  kind: 'ARRIVED' | 'LEFT',
  bySelf: boolean,
): Promise<void> {
  const last = await tx.presenceEvent.findFirst({
    where: { delegateId: delegate.id },
    orderBy: { id: 'desc' },
  })
  if ((last?.kind ?? 'LEFT') === kind) return
  await tx.presenceEvent.create({
    data: { delegateId: delegate.id, kind, bySelf, byId: actor.accountId },
  })
  await recordAndAnnounceIn(tx, actor, meeting, bySelf ? 'checkIn' : 'notePresence', {
    entity: 'delegate',
    entityId: delegate.id,
    unitId: delegate.unitId,
    after: { presence: kind },
  })
}

async function seatIn(tx: Prisma.TransactionClient, actor: Actor, delegateId: string) {
  const found = await tx.delegate.findUnique({ where: { id: delegateId }, select: { meetingId: true } })
  if (!found) return fail('not_found')
  const meeting = await runnableIn(tx, actor, found.meetingId)
  if (!meeting.ok) return meeting
  const delegate = await tx.delegate.findUniqueOrThrow({ where: { id: delegateId } })
  return delegate.removedAt ? fail('not_found') : ok({ delegate, meeting: meeting.value })
}
