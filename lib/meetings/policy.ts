import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, overseenYears, worksHere, type Standing } from '@/lib/platform/auth/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { MeetingFacts } from './types'

type Who = Standing & Pick<Actor, 'accountId'>
type Facts = Pick<MeetingFacts, 'clusterYearId' | 'alsoFor' | 'officers' | 'participants'>

const years = (meeting: Pick<Facts, 'clusterYearId' | 'alsoFor'>) => [
  meeting.clusterYearId,
  ...meeting.alsoFor,
]
const overlaps = (mine: readonly string[], theirs: readonly string[]) =>
  theirs.some((id) => mine.includes(id))

/** Meetings and what they decided are read by all who work here and by their own delegates. */
export function canReadMeeting(actor: Who, meeting: Pick<Facts, 'participants'>): boolean {
  return worksHere(actor) || meeting.participants.includes(actor.accountId)
}

/** `canReadMeeting` as a filter of Prisma. */
export function readableMeetings(actor: Who): Prisma.MeetingWhereInput {
  return worksHere(actor) ? {} : { delegates: { some: { accountId: actor.accountId, removedAt: null } } }
}

/** Head and deputy of the cluster-year, those who follow it from the centre, and the office prepare its meetings. */
export function canPlanMeeting(actor: Who, clusterYearId: string): boolean {
  return actor.isOffice || overseenYears(actor).includes(clusterYearId)
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
  return belongsTo(actor, unitId) || canRunMeeting(actor, meeting)
}
