import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import { factsIn } from '@/lib/meetings/queries'
import type { MeetingFacts } from '@/lib/meetings/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, query } from '@/lib/platform/db'
import { isRowId } from '@/lib/platform/fields'
import { capacitiesOf, canReadBallots, type BallotFacts } from './policy'
import { electedOf, isResultOpen } from './rules'
import { rollIn } from './roll/queries'
import { keyPrintOf } from './signing/queries'
import type { BallotDto, BallotListItem, BallotResult, BallotRules, ShowOfHands } from './types'

type Db = Pick<
  Prisma.TransactionClient,
  '$queryRawUnsafe' | 'ballot' | 'meeting' | 'delegate' | 'ballotVoter' | 'writtenOpinion'
>

/** Never the papers, never the private key. */
const SHAPE = {
  omit: { privateKey: true },
  include: {
    meeting: { select: { title: true, liveVersion: true } },
    candidates: { orderBy: { position: 'asc' } },
    committee: true,
    roll: { select: { issuedKey: true } },
    next: { select: { id: true }, where: { state: { not: 'VOID' } } },
    source: { select: { slug: true, letter: true, title: true } },
  },
} satisfies Prisma.BallotDefaultArgs

export type BallotRow = Prisma.BallotGetPayload<typeof SHAPE>

export type LoadedBallot = {
  row: BallotRow
  rules: BallotRules
  meeting: MeetingFacts
  facts: BallotFacts
  people: { id: string; accountId: string | null; name: string; unitId: string | null }[]
}

/** A ballot with what policy asks about it, for the caller's transaction; null where there is none. */
export async function loadBallotIn(db: Db, ballotId: string): Promise<LoadedBallot | null> {
  const row = isRowId(ballotId) ? await db.ballot.findUnique({ where: { id: ballotId }, ...SHAPE }) : null
  const meeting = row && (await factsIn(db, row.meetingId))
  if (!row || !meeting) return null
  const people = await db.delegate.findMany({
    where: { id: { in: row.committee.map(({ delegateId }) => delegateId) } },
    select: { id: true, accountId: true, name: true, unitId: true },
  })
  const committee = row.committee.map(({ delegateId, role }) => ({
    role,
    accountId: people.find(({ id }) => id === delegateId)?.accountId ?? null,
  }))
  return { row, rules: row.rules as BallotRules, meeting, facts: { meeting, committee }, people }
}

/** The ballot as everyone who follows the meeting may see it; totals only once announced, or counted for those who count. */
export async function toBallotIn(db: Db, loaded: LoadedBallot, counts: boolean): Promise<BallotDto> {
  const { row, rules, people } = loaded
  const open = isResultOpen(row.state, counts)
  const frozen = row.rulesFrozenAt !== null
  const lines = frozen || row.method === 'NOT_STATED' ? null : await rollIn(db, row.meetingId, rules)
  const [cast] = await db.$queryRawUnsafe<{ n: number }[]>(
    `select coalesce(cardinality(papers), 0)::int as n from ballot_papers where ballot_id = $1::uuid`,
    row.id,
  )
  const issued = row.roll.filter(({ issuedKey }) => issuedKey !== null).length
  const result = open ? (row.result as BallotResult | null) : null
  return {
    id: row.id,
    meetingId: row.meetingId,
    meetingTitle: row.meeting.title,
    liveVersion: row.meeting.liveVersion,
    purpose: row.purpose,
    title: row.title,
    method: row.method,
    state: row.state,
    choose: row.choose,
    quota: row.quota,
    round: row.round,
    previousId: row.previousId,
    nextId: row.next[0]?.id ?? null,
    rules,
    frozen,
    unnamed: row.unnamed,
    publicKey: row.publicKey,
    keyPrint: row.publicKey && keyPrintOf(row.publicKey),
    keyNumber: row.keyNumber,
    electronicVote: row.electronicVote as ShowOfHands | null,
    committeeVote: row.committeeVote as ShowOfHands | null,
    illustrative: row.illustrative,
    source: citationOf(row.source, row.factId),
    version: row.version,
    candidates: row.candidates.map(({ id, unitId, label, position, preferred }) => ({
      ...{ id, unitId, label, position, preferred },
    })),
    committee: row.committee
      .map(({ delegateId, role }) => {
        const person = people.find(({ id }) => id === delegateId)
        return {
          delegateId,
          role,
          accountId: person?.accountId ?? null,
          name: person?.name ?? '',
          unit: null,
        }
      })
      .sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name)),
    progress: {
      members: lines?.length ?? row.roll.length,
      present: lines?.filter(({ present }) => present).length ?? issued,
      issued,
      cast: cast?.n ?? 0,
    },
    result,
    stated: open && !result ? row.candidates.map(({ id, votes, elected }) => ({ id, votes, elected })) : null,
  }
}

/** One ballot for one who follows its meeting; null where there is none or she may not see it. */
export async function getBallot(actor: Actor, ballotId: string): Promise<BallotDto | null> {
  const loaded = await loadBallotIn(prisma, ballotId)
  if (!loaded || !canReadBallots(actor, loaded.meeting)) return null
  return toBallotIn(prisma, loaded, capacitiesOf(actor, loaded.facts).length > 0)
}

/** Ballots of a meeting in the order they were prepared; none for who may not see them. */
export async function listBallots(actor: Actor, meetingId: string): Promise<BallotListItem[]> {
  const meeting = isRowId(meetingId) ? await factsIn(prisma, meetingId) : null
  if (!meeting || !canReadBallots(actor, meeting)) return []
  return query<BallotListItem>(
    `select b.id, b.purpose::text, b.title, b.method::text, b.state::text, b.round, b.choose, b.quota,
        b.previous_id as "previousId", b.illustrative, b.unnamed, b.source_id is not null as "fromSource",
        (select count(*)::int from ballot_candidates c where c.ballot_id = b.id) as candidates
       from ballots b where b.meeting_id = $1
      order by (select min(e.id) from ballot_events e where e.ballot_id = b.id) nulls first, b.round, b.title`,
    [meetingId],
  )
}

/**
 * What the projector shows of a ballot: no more than anybody in the hall may know. For callers who have asked policy about
 * the meeting.
 */
export async function readBallotScene(ballotId: string): Promise<BallotDto | null> {
  const loaded = await loadBallotIn(prisma, ballotId)
  return loaded && toBallotIn(prisma, loaded, false)
}

/** Who was chosen, once the result has been announced: for nominations and headship. Empty before, and where nobody is named. */
export async function electedIn(
  db: Pick<Prisma.TransactionClient, 'ballot'>,
  ballotId: string,
): Promise<{ id: string; unitId: string | null; label: string; votes: number | null }[]> {
  const ballot = await db.ballot.findUnique({
    where: { id: ballotId },
    select: { state: true, result: true, candidates: { orderBy: { position: 'asc' } } },
  })
  if (!ballot || !isResultOpen(ballot.state, false)) return []
  const result = ballot.result as BallotResult | null
  const chosen = result ? electedOf(result) : null
  return ballot.candidates
    .filter(({ id, elected }) => (chosen ? chosen.includes(id) : elected === true))
    .map(({ id, unitId, label, votes }) => ({ id, unitId, label, votes }))
}
