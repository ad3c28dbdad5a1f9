import { expect, test, vi } from 'vitest'
import { countElectronicPapers } from '@/lib/ballots/count/commands'
import { castBallotPaper } from '@/lib/ballots/paper/commands'
import { decodePaper, encodePaper } from '@/lib/ballots/paper/rules'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { signBlinded } from '@/lib/ballots/signing/commands'
import type { BallotResult } from '@/lib/ballots/types'
import { logger } from '@/lib/platform/logger'
import { arrangeHall, at, type Hall } from '../../support/ballots'
import { must } from '../../support/must'
import { blindVoter, seededChoice, SIMULATION_KEY } from '../../support/blind-voters'
import { prisma, sql } from '../../support/database'

const BALLOTS = process.env.FULL === '1' ? 1000 : 100
const LANES = 4
const CANDIDATES = 5
const CHOOSE = 2
const privateKey = Buffer.from(SIMULATION_KEY.privateKey, 'base64')

type Truth = { votes: number[]; tokenOf: Map<string, string> }

/** One ballot in the worst case: everyone is issued in order, each in a transaction of her own, and casts in that order. */
async function holdBallot(
  hall: Hall,
  meetingId: string,
  name: string,
  voters: number,
): Promise<[string, Truth]> {
  const { id: ballotId } = await prisma.ballot.create({
    data: {
      ...{ meetingId, purpose: 'FLAG', title: name, method: 'SECRET_ELECTRONIC', state: 'CASTING' },
      ...{ choose: CHOOSE, quota: CHOOSE, rules: DEFAULT_RULES, keyNumber: 1 },
      publicKey: SIMULATION_KEY.publicKey,
      candidates: {
        create: Array.from({ length: CANDIDATES }, (_, position) => ({
          label: `Ứng viên ${position}`,
          position,
        })),
      },
      committee: {
        create: hall.delegates.slice(1, 4).map((delegateId, index) => ({
          delegateId,
          role: index === 0 ? ('HEAD' as const) : ('MEMBER' as const),
        })),
      },
      papers: { create: { papers: [] } },
    },
  })
  const truth: Truth = { votes: Array.from({ length: CANDIDATES }, () => 0), tokenOf: new Map() }
  const papers: Uint8Array[] = []
  for (let index = 0; index < voters; index += 1) {
    const voter = blindVoter(`${name}:${index}`)
    const signature = signBlinded(privateKey, voter.blinded)!
    const label = String(index).padStart(2, '0')
    await sql(
      `insert into ballot_voters (ballot_id, label, issued_key, blinded_hash, blind_signature)
       values ($1, $2, 1, sha256($3), $4)`,
      [ballotId, label, voter.blinded, signature],
    )
    const choices = seededChoice(`${name}:${index}`, CANDIDATES, CHOOSE)
    for (const choice of choices) truth.votes[choice]! += 1
    truth.tokenOf.set(label, Buffer.from(voter.token).toString('hex'))
    papers.push(encodePaper({ token: voter.token, choices, signature: voter.finish(signature) }))
  }
  for (const paper of papers) must(await castBallotPaper(ballotId, paper))
  return [ballotId, truth]
}

/** Orders in which somebody with the whole database might lay the voters beside the papers. */
const ORDERS = [
  'ctid',
  'xmin::text::bigint',
  'label',
  'blinded_hash',
  'blind_signature',
  'md5(blind_signature)',
]

/** How many voters each order links with their papers. */
async function attack(ballotId: string, truth: Truth): Promise<number[]> {
  const [row] = await sql<{ papers: Buffer[] }>('select papers from ballot_papers where ballot_id = $1', [
    ballotId,
  ])
  const tokens = row!.papers.map((paper) => Buffer.from(decodePaper(paper)!.token).toString('hex'))
  const hits: number[] = []
  for (const order of ORDERS) {
    const voters = await sql<{ label: string }>(
      `select label from ballot_voters where ballot_id = $1 order by ${order}`,
      [ballotId],
    )
    hits.push(voters.filter(({ label }, index) => truth.tokenOf.get(label) === tokens[index]).length)
  }
  return hits
}

test.each([30, 7])(
  'T4 T5 %i voters who cast in the order of issue: links no better than chance, every recount equals the result',
  async (voters) => {
    // On fresh files rows stand in the order in which they were written: the most that an attacker could hope for.
    await sql('truncate ballot_voters, ballot_papers cascade')
    const hall = await arrangeHall(5)
    const meetings = [hall.meeting.id]
    while (meetings.length < LANES) {
      const { id: _, ...same } = hall.meeting
      const { projector: __, ...fields } = same
      meetings.push((await prisma.meeting.create({ data: fields })).id)
    }
    const lines = (['debug', 'info', 'warn', 'error', 'fatal'] as const).map((level) =>
      vi.spyOn(logger, level),
    )
    const sums = ORDERS.map(() => 0)
    let equal = 0
    await Promise.all(
      meetings.map(async (meetingId, lane) => {
        for (let index = lane; index < BALLOTS; index += LANES) {
          const [ballotId, truth] = await holdBallot(hall, meetingId, `${voters}-${index}`, voters)
          const hits = await attack(ballotId, truth)
          for (const [order, count] of hits.entries()) sums[order]! += count
          await prisma.ballot.update({
            where: { id: ballotId },
            data: { state: 'COUNTING', meetingId: hall.meeting.id },
          })
          must(await countElectronicPapers(hall.committee[1]!, await at(ballotId)))
          const row = await prisma.ballot.findUniqueOrThrow({
            where: { id: ballotId },
            include: { candidates: { orderBy: { position: 'asc' } } },
          })
          const result = row.result as BallotResult
          const counted = row.candidates.map(
            ({ id }) => result.tally.outcomes.find((outcome) => outcome.id === id)?.votes,
          )
          if (JSON.stringify(counted) === JSON.stringify(truth.votes)) equal += 1
        }
      }),
    )
    expect(equal).toBe(BALLOTS)
    for (const spy of lines) expect(spy).not.toHaveBeenCalled()
    // Chance links one voter a ballot, with a variance of one, however many there are.
    const standardError = 1 / Math.sqrt(BALLOTS)
    for (const [index, sum] of sums.entries())
      expect(Math.abs(sum / BALLOTS - 1), `order by ${ORDERS[index]}`).toBeLessThan(3 * standardError)
  },
  900_000,
)

test('T4 one row holds all papers of a ballot, and its system columns speak of the last one alone', async () => {
  const hall = await arrangeHall(5)
  const [ballotId] = await holdBallot(hall, hall.meeting.id, 'system columns', 7)
  const rows = await sql('select ctid, xmin, xmax, cmin, * from ballot_papers where ballot_id = $1', [
    ballotId,
  ])
  expect(rows).toHaveLength(1)
  expect(Object.keys(rows[0]!).sort()).toEqual(['ballot_id', 'cmin', 'ctid', 'papers', 'xmax', 'xmin'])
}, 60_000)
