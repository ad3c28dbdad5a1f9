import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import { databaseNow, prisma, query } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { canAttendMeeting, canReadMeeting, canRunMeeting } from '../policy'
import { checkInCode, codeExpiresAt, guestToken, hashOfLink, presenceIn } from '../presence/queries'
import { factsIn, readMeetingIn } from '../queries'
import { nextItem } from '../rules'
import type { DelegateDto, MeetingDto, MeetingScene } from '../types'

/** The live version and the business clock: what a screen compares and sets its clocks by. */
export type Pulse = { version: number; now: string }

/**
 * For a screen of somebody signed in; null where she may not read the meeting. One statement: every screen in the hall
 * asks it at the same moment.
 */
export async function getPulse(actor: Actor, meetingId: string): Promise<Pulse | null> {
  const [row] = await query<{ version: number; now: Date; attends: boolean }>(
    `select live_version as version, app_now() as now, exists (select from delegates d
        where d.meeting_id = m.id and d.account_id = $2 and d.removed_at is null) as attends
     from meetings m where id = $1`,
    [meetingId, actor.accountId],
  )
  if (!row || !canReadMeeting(actor, { participants: row.attends ? [actor.accountId] : [] })) return null
  return { version: row.version, now: row.now.toISOString() }
}

/** The meeting a guest's link leads to, while she is on the list. The link is all she has: there is no account. */
export async function findMeetingByLink(token: string): Promise<{ meetingId: string; guest: string } | null> {
  const [row] = await query<{ meetingId: string; guest: string }>(
    'select meeting_id as "meetingId", name as guest from delegates where link_hash = $1 and removed_at is null',
    [hashOfLink(token)],
  )
  return row ?? null
}

/** For callers who have asked policy, or hold a guest's link. */
export async function readPulse(meetingId: string): Promise<Pulse | null> {
  const [row] = await query<{ version: number; now: Date }>(
    'select live_version as version, app_now() as now from meetings where id = $1',
    [meetingId],
  )
  return row ? { version: row.version, now: row.now.toISOString() } : null
}

/** What the hall sees, for callers who have asked policy. */
export async function readScene(meetingId: string): Promise<{ scene: MeetingScene; meeting: MeetingDto }> {
  const meeting = await readMeetingIn(prisma, meetingId)
  return { scene: sceneFrom(meeting), meeting }
}

function sceneFrom(meeting: MeetingDto): MeetingScene {
  const { agenda, projector } = meeting
  const expected = meeting.delegates.filter(({ role, id }) => {
    const replaced = meeting.delegates.some(({ substitutesFor }) => substitutesFor?.id === id)
    return role !== 'GUEST' && !replaced
  })
  const current = agenda.find(({ id }) => id === meeting.currentItemId) ?? null
  const next = meeting.state === 'CLOSED' ? null : nextItem(agenda, meeting.currentItemId)
  const tops = agenda.filter(({ number }) => !number.includes('.'))
  const speaking = meeting.speakers.find(({ state }) => state === 'SPEAKING')
  const decision = projector.kind === 'DECISION' ? projector.decisionId : null
  const shown = meeting.decisions.find(({ id }) => id === decision)
  return {
    meetingId: meeting.id,
    title: meeting.title,
    place: meeting.place,
    state: meeting.state,
    illustrative: meeting.illustrative,
    scene: projector,
    presence: {
      present: meeting.delegates.filter(({ role, present }) => role !== 'GUEST' && present).length,
      expected: expected.length,
      quorum: meeting.quorum,
    },
    item: current && {
      number: current.number,
      title: current.title,
      responsible: current.responsible,
      ...timed(current),
    },
    next: next && { number: next.number, title: next.title },
    progress: current && {
      at: tops.findIndex(({ number }) => number === current.number.split('.')[0]) + 1,
      of: tops.length,
    },
    agenda: agenda.map((item) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      depth: item.number.split('.').length - 1,
      ...timed(item),
    })),
    speaker: speaking ? { name: speaking.name, topic: speaking.topic, ...timed(speaking) } : null,
    waiting: meeting.speakers
      .filter(({ state }) => state === 'WAITING')
      .map(({ name, topic }) => ({ name, topic })),
    decision: shown
      ? {
          text: shown.text,
          method: shown.method,
          inFavour: shown.inFavour,
          against: shown.against,
          abstained: shown.abstained,
        }
      : null,
  }
}

const timed = ({
  startedAt,
  endedAt,
  minutes,
}: MeetingScene['agenda'][number] | MeetingDto['speakers'][number] | MeetingDto['agenda'][number]) => ({
  startedAt,
  endedAt,
  minutes,
})

/** The code shown in the hall now, for those who run the meeting. */
export async function getCheckInCode(
  actor: Actor,
  meetingId: string,
): Promise<Result<{ code: string; expiresAt: string; now: string }>> {
  const meeting = await factsIn(prisma, meetingId)
  if (!meeting) return fail('not_found')
  if (!canRunMeeting(actor, meeting)) return fail('forbidden')
  const secret = await prisma.meeting.findUnique({
    where: { id: meetingId },
    select: { checkInSecret: true },
  })
  if (!secret?.checkInSecret) return fail('not_found', 'Hội nghị này chưa mở điểm danh.')
  const now = await databaseNow()
  return ok({
    code: checkInCode(secret.checkInSecret, now),
    expiresAt: codeExpiresAt(now).toISOString(),
    now: now.toISOString(),
  })
}

/** Which delegates she may check in as: herself, else those of her unit whom no account stands for yet. */
export async function listOwnSeats(actor: Actor, meetingId: string): Promise<DelegateDto[]> {
  const meeting = await factsIn(prisma, meetingId)
  if (!meeting || !canAttendMeeting(actor, meeting)) return []
  const delegates = await presenceIn(prisma, meetingId)
  const own = delegates.filter(({ accountId }) => accountId === actor.accountId)
  if (own.length > 0) return own
  return delegates.filter(
    ({ accountId, unit, role }) =>
      accountId === null && unit !== null && belongsTo(actor, unit.id) && role !== 'GUEST',
  )
}

/** The read-only links of a meeting's guests, for those who run it. */
export async function listGuestLinks(actor: Actor, meetingId: string): Promise<Map<string, string>> {
  const meeting = await factsIn(prisma, meetingId)
  if (!meeting || !canRunMeeting(actor, meeting)) return new Map()
  const guests = await prisma.delegate.findMany({
    where: { meetingId, role: 'GUEST', removedAt: null, linkHash: { not: null } },
    select: { id: true },
  })
  return new Map(guests.map(({ id }) => [id, `/m/${guestToken(id)}`]))
}
