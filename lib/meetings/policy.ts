import type { Actor } from '@/lib/platform/auth/actor'
import type { Prisma } from '@/prisma/generated/client'
import type { MeetingFacts } from './types'

type Who = Pick<
  Actor,
  | 'accountId'
  | 'staffOf'
  | 'leaderOf'
  | 'centralStaffOf'
  | 'reviewerOf'
  | 'headOf'
  | 'deputyOf'
  | 'memberOf'
  | 'isOffice'
  | 'isAdmin'
>
type Facts = Pick<MeetingFacts, 'clusterYearId' | 'alsoFor' | 'officers' | 'participants'>

const years = (meeting: Pick<Facts, 'clusterYearId' | 'alsoFor'>) => [
  meeting.clusterYearId,
  ...meeting.alsoFor,
]
const overlaps = (mine: readonly string[], theirs: readonly string[]) =>
  theirs.some((id) => mine.includes(id))

/** People who work in the system: meetings and what they decided are theirs to read. */
const works = (actor: Who) =>
  actor.isOffice ||
  actor.isAdmin ||
  [actor.staffOf, actor.leaderOf, actor.centralStaffOf, actor.reviewerOf].some((list) => list.length > 0)

export function canReadMeeting(actor: Who, meeting: Pick<Facts, 'participants'>): boolean {
  return works(actor) || meeting.participants.includes(actor.accountId)
}

/** `canReadMeeting` as a filter of Prisma. */
export function readableMeetings(actor: Who): Prisma.MeetingWhereInput {
  return works(actor) ? {} : { delegates: { some: { accountId: actor.accountId, removedAt: null } } }
}

/** Head and deputy of the cluster-year, those who follow it from the centre, and the office prepare its meetings. */
export function canPlanMeeting(actor: Who, clusterYearId: string): boolean {
  return (
    actor.isOffice ||
    [actor.headOf, actor.deputyOf, actor.centralStaffOf, actor.reviewerOf].some((list) =>
      list.includes(clusterYearId),
    )
  )
}

/** Runs the meeting from the control screen: who prepares it, and its chair and secretary. */
export function canRunMeeting(
  actor: Who,
  meeting: Pick<Facts, 'clusterYearId' | 'alsoFor' | 'officers'>,
): boolean {
  return years(meeting).some((id) => canPlanMeeting(actor, id)) || meeting.officers.includes(actor.accountId)
}

/** Follows the meeting in the hall, checks in, asks to speak: its delegates and the people of its member units. */
export function canAttendMeeting(
  actor: Who,
  meeting: Pick<Facts, 'clusterYearId' | 'alsoFor' | 'participants'>,
): boolean {
  return meeting.participants.includes(actor.accountId) || overlaps(actor.memberOf, years(meeting))
}

/** The conclusion is the vice-chair's own. */
export function canConclude(actor: Who, meeting: Pick<Facts, 'clusterYearId' | 'alsoFor'>): boolean {
  return overlaps(actor.reviewerOf, years(meeting))
}

/** Follow-up of a task: the unit it was given to, and those who run the cluster. A task of the whole cluster is the runners'. */
export function canFollowUp(
  actor: Who,
  meeting: Pick<Facts, 'clusterYearId' | 'alsoFor' | 'officers'>,
  unitId: string | null,
): boolean {
  const own = unitId !== null && (actor.staffOf.includes(unitId) || actor.leaderOf.includes(unitId))
  return own || canRunMeeting(actor, meeting)
}
