import { canReadMeeting, canRunMeeting } from '@/lib/meetings/policy'
import type { MeetingFacts } from '@/lib/meetings/types'
import { mayFollow, transitionOf } from './rules'
import {
  BALLOT_ACTS,
  type BallotAct,
  type BallotCapacity,
  type BallotMethod,
  type BallotState,
} from './types'

type Who = Parameters<typeof canRunMeeting>[0]

/** What policy asks about a ballot. */
export type BallotFacts = {
  meeting: Pick<MeetingFacts, 'clusterYearId' | 'alsoFor' | 'officers' | 'participants'>
  committee: readonly { accountId: string | null; role: 'HEAD' | 'MEMBER' }[]
}

/** The administration of the system gives no sight of ballots. */
const asReader = (actor: Who): Who => ({ ...actor, isAdmin: false })

export const canReadBallots = (actor: Who, meeting: Pick<MeetingFacts, 'participants'>): boolean =>
  canReadMeeting(asReader(actor), meeting)

/** Prepares ballots, their candidates and rules: who runs the meeting. */
export const canPrepareBallot = (actor: Who, meeting: BallotFacts['meeting']): boolean =>
  canRunMeeting(asReader(actor), meeting)

export function capacitiesOf(actor: Who, { meeting, committee }: BallotFacts): BallotCapacity[] {
  const seat = committee.find(({ accountId }) => accountId === actor.accountId)
  return [
    ...(canPrepareBallot(actor, meeting) ? (['RUNNER'] as const) : []),
    ...(seat ? (['COMMITTEE'] as const) : []),
    ...(seat?.role === 'HEAD' ? (['COMMITTEE_HEAD'] as const) : []),
  ]
}

/** Whether she may do the act at all, whatever state the ballot is in. */
export function canAct(actor: Who, act: BallotAct, facts: BallotFacts): boolean {
  const mine = capacitiesOf(actor, facts)
  return transitionOf(act).who.some((capacity) => mine.includes(capacity))
}

/** Acts that she may do and the ritual allows now. */
export function availableActs(
  actor: Who,
  facts: BallotFacts & { method: BallotMethod; state: BallotState },
): BallotAct[] {
  return BALLOT_ACTS.filter((act) => mayFollow(act, facts.method, facts.state) && canAct(actor, act, facts))
}

/** Hands out papers, notes written opinions and lost devices: who runs the meeting and the committee. */
export const canKeepRoll = (actor: Who, facts: BallotFacts): boolean => capacitiesOf(actor, facts).length > 0

/** Counts are entered and confirmed by the committee alone. */
export const canCount = (actor: Who, facts: BallotFacts): boolean =>
  capacitiesOf(actor, facts).includes('COMMITTEE')
