import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { factsIn } from '@/lib/meetings/queries'
import { storedDay } from '@/lib/platform/dates'
import { databaseNow, prisma } from '@/lib/platform/db'
import { isRowId } from '@/lib/platform/fields'
import {
  availableActs,
  canCount,
  canKeepRoll,
  canPrepareBallot,
  canReadBallots,
  capacitiesOf,
} from '../policy'
import { listBallots, loadBallotIn, toBallotIn, type LoadedBallot } from '../queries'
import { attendantsIn, memberUnitsIn, rollIn } from '../roll/queries'
import { DEFAULT_RULES, imbalancesOf, nextRoundOf, tieToDecide } from '../rules'
import type {
  BallotControlDto,
  BallotListItem,
  BallotResult,
  BallotRules,
  BallotVoterDto,
  PaperCountDto,
  Votes,
} from '../types'

/**
 * A ballot with all that those who run it or count need; null for everybody else. Papers, and a count that is not
 * confirmed, are for the committee alone.
 */
export async function getBallotControl(actor: Actor, ballotId: string): Promise<BallotControlDto | null> {
  const loaded = await loadBallotIn(prisma, ballotId)
  if (!loaded || !canReadBallots(actor, loaded.meeting) || !canKeepRoll(actor, loaded.facts)) return null
  const { row, rules, facts } = loaded
  const capacities = capacitiesOf(actor, facts)
  const ballot = await toBallotIn(prisma, loaded, true)
  const people = await attendantsIn(prisma, row.meetingId)
  const events = await prisma.ballotEvent.findMany({ where: { ballotId }, orderBy: { id: 'asc' } })
  const count = canCount(actor, facts) ? await pendingCount(loaded) : null
  const names = await accountNamesIn(prisma, [...events.map(({ byId }) => byId), count?.enteredById ?? null])
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  const opinions = await prisma.writtenOpinion.findMany({ where: { ballotId }, orderBy: { at: 'asc' } })
  const roll = await rollFor(loaded, opinions)
  const result = row.result as BallotResult | null
  const open = result && !result.decided && (row.state === 'ANNOUNCED' || row.state === 'SEALED')
  return {
    ...ballot,
    capacities,
    acts: availableActs(actor, { ...facts, method: row.method, state: row.state }),
    roll,
    opinions: opinions.map(({ id, unitId, delegateId, candidateIds, paper }) => ({
      ...{ id, candidateIds, paper },
      label:
        roll.find((line) => (delegateId ? line.delegateId === delegateId : line.unitId === unitId))?.label ??
        '',
    })),
    delegates: people
      .filter(({ isGuest }) => !isGuest)
      .map(({ id, accountId, name }) => ({ delegateId: id, accountId, name, unit: null })),
    count: count && { ...count, enteredBy: nameOf(count.enteredById) ?? '' },
    canEnterCount: canCount(actor, facts) && row.state === 'COUNTING' && row.method !== 'SECRET_ELECTRONIC',
    canConfirmCount: canCount(actor, facts) && count !== null && count.enteredById !== actor.accountId,
    nextRound: open && row.next.length === 0 ? nextRoundOf(result.tally, rules, row.round) : null,
    tieToDecide: result && row.state === 'COUNTED' ? tieToDecide(result, rules, row.round) : null,
    events: events.map(({ from, to, byId, note, at }) => ({
      ...{ from, to, note },
      by: nameOf(byId),
      at: at.toISOString(),
    })),
  }
}

async function pendingCount({ row }: LoadedBallot): Promise<PaperCountDto | null> {
  if (row.state !== 'COUNTING') return null
  const count = await prisma.paperCount.findFirst({
    where: { ballotId: row.id, confirmedAt: null, rejectedAt: null },
    orderBy: { enteredAt: 'desc' },
  })
  if (!count) return null
  const { id, issued, returned, unreturned, valid, invalid, blank, enteredById, enteredAt } = count
  const figures = { issued, returned, unreturned, valid, invalid, blank, votes: count.votes as Votes }
  const onRoll = row.roll.filter(({ issuedKey }) => issuedKey !== null).length
  return {
    ...{ id, enteredById, ...figures },
    enteredBy: '',
    enteredAt: enteredAt.toISOString(),
    imbalances: imbalancesOf(figures, onRoll, row.choose),
  }
}

/** The frozen roll, or the one that would be frozen now. */
async function rollFor(
  { row, rules }: LoadedBallot,
  opinions: { unitId: string | null; delegateId: string | null }[],
): Promise<BallotVoterDto[]> {
  const now = await rollIn(prisma, row.meetingId, rules)
  const gave = (line: { unitId: string | null; delegateId: string | null }) =>
    opinions.some((one) =>
      rules.roll === 'UNIT' ? one.unitId === line.unitId : one.delegateId === line.delegateId,
    )
  const isPresent = (line: { unitId: string | null; delegateId: string | null }) =>
    now.some(
      (one) =>
        one.present &&
        (rules.roll === 'UNIT' ? one.unitId === line.unitId : one.delegateId === line.delegateId),
    )
  const frozen = await prisma.ballotVoter.findMany({ where: { ballotId: row.id }, orderBy: { label: 'asc' } })
  if (frozen.length === 0)
    return now.map((line) => ({
      ...line,
      id: line.unitId ?? line.delegateId ?? '',
      memberId: (rules.roll === 'UNIT' ? line.unitId : line.delegateId) ?? '',
      issued: false,
      lost: false,
      gaveOpinion: gave(line),
    }))
  return frozen.map(({ id, unitId, delegateId, label, issuedKey, lostAt }) => ({
    ...{ id, unitId, delegateId, label },
    memberId: (rules.roll === 'UNIT' ? unitId : delegateId) ?? '',
    present: isPresent({ unitId, delegateId }),
    issued: issuedKey !== null,
    lost: lostAt !== null && issuedKey !== null && row.state !== 'ISSUING',
    gaveOpinion: gave({ unitId, delegateId }),
  }))
}

export type BallotDesk = {
  meeting: { id: string; title: string; liveVersion: number; illustrative: boolean; clusterYearId: string }
  ballots: BallotListItem[]
  /** What preparing a ballot needs; null for who may not. */
  prepare: {
    units: { id: string; name: string }[]
    regulation: { validFrom: string | null; rules: BallotRules }
  } | null
}

/** The ballots of a meeting, and for those who run it what a new one is made of. Null where there is nothing to see. */
export async function getBallotDesk(actor: Actor, meetingId: string): Promise<BallotDesk | null> {
  if (!isRowId(meetingId)) return null
  const facts = await factsIn(prisma, meetingId)
  if (!facts || !canReadBallots(actor, facts)) return null
  const { clusterYear, ...meeting } = await prisma.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      id: true,
      title: true,
      liveVersion: true,
      illustrative: true,
      clusterYearId: true,
      clusterYear: { select: { clusterId: true } },
    },
  })
  const ballots = await listBallots(actor, meetingId)
  if (!canPrepareBallot(actor, facts) || facts.state === 'CLOSED') return { meeting, ballots, prepare: null }
  const regulation = await prisma.ballotRegulation.findFirst({
    where: { clusterId: clusterYear.clusterId, validFrom: { lte: await databaseNow() } },
    orderBy: { validFrom: 'desc' },
  })
  return {
    meeting,
    ballots,
    prepare: {
      units: await memberUnitsIn(prisma, meetingId),
      regulation: {
        validFrom: storedDay(regulation?.validFrom),
        rules: (regulation?.rules as BallotRules | undefined) ?? DEFAULT_RULES,
      },
    },
  }
}
