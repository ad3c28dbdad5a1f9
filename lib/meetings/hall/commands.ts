import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { announceIn, lockMeetingIn, recordAndAnnounceIn, runnableIn } from '../commands'
import { canAttendMeeting } from '../policy'
import { presenceIn } from '../presence/queries'
import type { ProjectorScene } from '../types'
import type { AddSpeakerInput } from './schema'

/** Turns the projector inside the caller's transaction, for what shows itself as it happens. The caller announces. */
export async function showSceneIn(
  tx: Prisma.TransactionClient,
  meetingId: string,
  scene: ProjectorScene,
): Promise<void> {
  await tx.meeting.update({ where: { id: meetingId }, data: { projector: scene } })
}

/** Chooses what the projector shows. Nothing of substance changes, so it leaves no trail. */
export function showScene(
  actor: Actor,
  input: { meetingId: string; scene: ProjectorScene },
  key?: string,
): Promise<Result> {
  return perform(actor, 'showScene', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId)
    if (!meeting.ok) return meeting
    await showSceneIn(tx, input.meetingId, input.scene)
    await announceIn(tx, input.meetingId)
    return ok()
  })
}

/** Puts somebody on the speakers' list: a delegate, or a name. */
export function addSpeaker(
  actor: Actor,
  input: AddSpeakerInput,
  key?: string,
): Promise<Result<{ speakerId: string }>> {
  return perform(actor, 'addSpeaker', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId)
    if (!meeting.ok) return meeting
    const delegate = input.delegateId
      ? (await presenceIn(tx, input.meetingId)).find(({ id }) => id === input.delegateId)
      : undefined
    if (input.delegateId && !delegate) return fail('not_found')
    const name = delegate ? speakerName(delegate) : input.name
    if (!name) return wrongField('name', 'Hãy chọn đại biểu hoặc ghi tên người phát biểu.')
    const id = await enlistIn(tx, { ...input, delegateId: delegate?.id ?? null, name })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'addSpeaker', {
      entity: 'speaker',
      entityId: id,
      after: { name },
    })
    return ok({ speakerId: id })
  })
}

/** A delegate who is present asks to speak. */
export function askToSpeak(
  actor: Actor,
  input: { meetingId: string; topic: string },
  key?: string,
): Promise<Result<{ speakerId: string }>> {
  return perform(actor, 'askToSpeak', key, async (tx) => {
    const meeting = await lockMeetingIn(tx, input.meetingId)
    if (!meeting) return fail('not_found')
    if (!canAttendMeeting(actor, meeting)) return fail('forbidden')
    if (meeting.state !== 'OPEN') return fail('locked', 'Chỉ đăng ký phát biểu khi hội nghị đang họp.')
    const own = (await presenceIn(tx, meeting.id)).find(
      ({ accountId, present, role }) => accountId === actor.accountId && present && role !== 'GUEST',
    )
    if (!own) return fail('forbidden', 'Hãy điểm danh trước khi đăng ký phát biểu.')
    const waiting = await tx.speaker.findFirst({ where: { delegateId: own.id, state: 'WAITING' } })
    if (waiting) return fail('invalid', 'Bạn đã đăng ký phát biểu và đang chờ tới lượt.')
    const id = await enlistIn(tx, {
      meetingId: meeting.id,
      delegateId: own.id,
      name: speakerName(own),
      topic: input.topic,
      minutes: null,
    })
    await recordAndAnnounceIn(tx, actor, meeting, 'askToSpeak', { entity: 'speaker', entityId: id })
    return ok({ speakerId: id })
  })
}

const speakerName = (delegate: { name: string; unit: { name: string } | null }) =>
  delegate.unit && !delegate.name.includes(delegate.unit.name)
    ? `${delegate.name}, ${delegate.unit.name}`
    : delegate.name

async function enlistIn(tx: Prisma.TransactionClient, input: AddSpeakerInput): Promise<string> {
  const last = await tx.speaker.aggregate({ where: { meetingId: input.meetingId }, _max: { position: true } })
  const { id } = await tx.speaker.create({
    data: {
      meetingId: input.meetingId,
      delegateId: input.delegateId,
      name: input.name,
      topic: input.topic || null,
      minutes: input.minutes,
      position: (last._max.position ?? 0) + 1,
    },
  })
  return id
}

/** Gives somebody the floor: whoever had it has finished, and the projector shows the new speaker's clock. */
export function startSpeaker(actor: Actor, input: { speakerId: string }, key?: string): Promise<Result> {
  return changeSpeaker(actor, input.speakerId, 'startSpeaker', key, async (tx, speaker, now) => {
    if (speaker.state === 'SPEAKING') return fail('conflict', 'Người này đang phát biểu.')
    await tx.speaker.updateMany({
      where: { meetingId: speaker.meetingId, state: 'SPEAKING' },
      data: { state: 'DONE', endedAt: now },
    })
    await tx.speaker.update({
      where: { id: speaker.id },
      data: { state: 'SPEAKING', startedAt: now, endedAt: null },
    })
    await showSceneIn(tx, speaker.meetingId, { kind: 'SPEAKER' })
    return ok()
  })
}

/** The speaker has finished; the projector goes back to the item. */
export function finishSpeaker(actor: Actor, input: { speakerId: string }, key?: string): Promise<Result> {
  return changeSpeaker(actor, input.speakerId, 'finishSpeaker', key, async (tx, speaker, now) => {
    if (speaker.state !== 'SPEAKING') return fail('conflict', 'Người này không đang phát biểu.')
    await tx.speaker.update({ where: { id: speaker.id }, data: { state: 'DONE', endedAt: now } })
    await showSceneIn(tx, speaker.meetingId, { kind: 'ITEM' })
    return ok()
  })
}

/** Takes a waiting speaker off the list. */
export function cancelSpeaker(actor: Actor, input: { speakerId: string }, key?: string): Promise<Result> {
  return changeSpeaker(actor, input.speakerId, 'cancelSpeaker', key, async (tx, speaker) => {
    if (speaker.state !== 'WAITING') return fail('conflict', 'Người này không còn chờ phát biểu.')
    await tx.speaker.update({ where: { id: speaker.id }, data: { state: 'CANCELLED' } })
    return ok()
  })
}

/** Notes what a speaker said, for the minutes. */
export function summariseSpeaker(
  actor: Actor,
  input: { speakerId: string; summary: string },
  key?: string,
): Promise<Result> {
  return changeSpeaker(actor, input.speakerId, 'summariseSpeaker', key, async (tx, speaker) => {
    await tx.speaker.update({ where: { id: speaker.id }, data: { summary: input.summary || null } })
    return ok()
  })
}

type SpeakerRow = Prisma.SpeakerGetPayload<object>

function changeSpeaker(
  actor: Actor,
  speakerId: string,
  action: string,
  key: string | undefined,
  change: (tx: Prisma.TransactionClient, speaker: SpeakerRow, now: Date) => Promise<Result>,
): Promise<Result> {
  return perform(actor, action, key, async (tx) => {
    const found = await tx.speaker.findUnique({ where: { id: speakerId }, select: { meetingId: true } })
    if (!found) return fail('not_found')
    // What was said may still be noted after the meeting has closed.
    const meeting = await runnableIn(
      tx,
      actor,
      found.meetingId,
      action === 'summariseSpeaker' ? ['OPEN', 'CLOSED'] : ['OPEN'],
    )
    if (!meeting.ok) return meeting
    const speaker = await tx.speaker.findUniqueOrThrow({ where: { id: speakerId } })
    const result = await change(tx, speaker, await databaseNow(tx))
    if (!result.ok) return result
    await recordAndAnnounceIn(tx, actor, meeting.value, action, {
      entity: 'speaker',
      entityId: speakerId,
      before: { state: speaker.state },
    })
    return ok()
  })
}
