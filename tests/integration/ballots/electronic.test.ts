import { describe, expect, test } from 'vitest'
import { makePaper, prepareToken, receiptFor, unblind, type HeldToken } from '@/lib/ballots/client'
import { countElectronicPapers } from '@/lib/ballots/count/commands'
import { issueBallotPaper, recordLostDevice } from '@/lib/ballots/issue/commands'
import { castBallotPaper } from '@/lib/ballots/paper/commands'
import { readPublishedPapers } from '@/lib/ballots/paper/queries'
import { getBallotControl, getBallotDesk } from '@/lib/ballots/control/queries'
import { listBallotDuties } from '@/lib/ballots/duties/queries'
import { getBallot, listBallots, readBallotScene } from '@/lib/ballots/queries'
import { findBallotOnHand, getVoterPage } from '@/lib/ballots/voter/queries'
import { announceResult } from '@/lib/ballots/outcome/commands'
import { closeIssue, openCasting, openIssue, reissue } from '@/lib/ballots/ritual/commands'
import { getMeeting } from '@/lib/meetings/queries'
import { getMinutes } from '@/lib/minutes/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { accountActor } from '../../support/actors'
import { countRows, prisma, sql, tableChecksums } from '../../support/database'
import { arrangeHall, at, bringTo, draftBallot, stateOf } from '../../support/ballots'
import { must } from '../../support/must'

async function keyOf(ballotId: string) {
  const { publicKey, keyNumber } = await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })
  return { publicKey: publicKey ?? '', keyNumber }
}

/** What a voter's browser does to receive her paper. */
async function receive(voter: Actor, ballotId: string): Promise<HeldToken> {
  const { publicKey, keyNumber } = await keyOf(ballotId)
  const pending = await prepareToken(publicKey, keyNumber)
  const { signature } = must(await issueBallotPaper(voter, ballotId, pending))
  return unblind(pending, Uint8Array.from(Buffer.from(signature, 'base64')))
}

async function papersOf(ballotId: string): Promise<Uint8Array[]> {
  return (await prisma.ballotPapers.findUniqueOrThrow({ where: { ballotId } })).papers
}

const codeOf = async (result: Promise<{ ok: true } | { ok: false; code: string }>) => {
  const outcome = await result
  return outcome.ok ? 'ok' : outcome.code
}

describe('T3 electronic ballot', () => {
  test('T3 30 voters × 8 parallel casts of the same paper: exactly 30 papers, one receipt each', async () => {
    const hall = await arrangeHall(30)
    const ballotId = await draftBallot(hall, { choose: 4, quota: 4 })
    await bringTo(hall, ballotId, 'ISSUING')
    const began = performance.now()
    const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
    expect(performance.now() - began).toBeLessThan(15_000)
    await bringTo(hall, ballotId, 'CASTING')
    const papers = held.map((token, index) => makePaper(token, [index % 30, (index + 7) % 30]))
    const answers = await Promise.all(
      papers.flatMap((paper) => Array.from({ length: 8 }, () => castBallotPaper(ballotId, paper))),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(new Set(answers.map((answer) => answer.ok && answer.value.receipt)).size).toBe(30)
    const stored = await papersOf(ballotId)
    expect(stored).toHaveLength(30)
    const hex = stored.map((paper) => Buffer.from(paper).toString('hex'))
    expect(hex).toEqual(hex.toSorted())
    expect(new Set(stored.map((paper) => paper.length)).size).toBe(1)
    expect(must(await castBallotPaper(ballotId, papers[0]!)).receipt).toBe(await receiptFor(papers[0]!))
  }, 60_000)

  test('T3 lost acknowledgements: each paper sent again stays a single one', async () => {
    const lost = process.env.FULL === '1' ? 100 : 10
    const hall = await arrangeHall(10)
    for (let done = 0; done < lost; done += 10) {
      const ballotId = await draftBallot(hall)
      await bringTo(hall, ballotId, 'ISSUING')
      const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
      await bringTo(hall, ballotId, 'CASTING')
      for (const token of held) {
        const paper = makePaper(token, [1])
        const first = await castBallotPaper(ballotId, paper)
        expect(await castBallotPaper(ballotId, paper)).toEqual(first)
      }
      expect(await papersOf(ballotId)).toHaveLength(10)
    }
  }, 120_000)

  test('T3 casting is refused before issue closes, after close, forged, foreign or with a used token', async () => {
    const hall = await arrangeHall(5)
    const ballotId = await draftBallot(hall)
    const other = await draftBallot(hall)
    for (const id of [ballotId, other]) await bringTo(hall, id, 'ISSUING')
    const [first, second, foreign] = await Promise.all([
      receive(hall.voters[0]!, ballotId),
      receive(hall.voters[1]!, ballotId),
      receive(hall.voters[0]!, other),
    ])
    const cast = (token: HeldToken, choices: number[]) =>
      codeOf(castBallotPaper(ballotId, makePaper(token, choices)))
    expect(await cast(first!, [0])).toBe('conflict')
    await bringTo(hall, ballotId, 'ISSUE_CLOSED')
    expect(await cast(first!, [0])).toBe('conflict')
    await bringTo(hall, ballotId, 'CASTING')
    expect(await cast(foreign!, [0])).toBe('forbidden')
    expect(await cast({ ...first!, signature: second!.signature }, [0])).toBe('forbidden')
    const forged = { ...first!, token: crypto.getRandomValues(new Uint8Array(32)) }
    expect(await cast(forged, [0])).toBe('forbidden')
    expect(await cast(first!, [0, 1, 2])).toBe('invalid')
    expect(await cast(first!, [9])).toBe('invalid')
    expect(await cast(first!, [0])).toBe('ok')
    expect(await cast(first!, [1])).toBe('conflict')
    expect(await papersOf(ballotId)).toHaveLength(1)
    await bringTo(hall, ballotId, 'COUNTING')
    expect(await cast(second!, [0])).toBe('locked')
    expect(await cast(first!, [0])).toBe('ok')
    expect(await papersOf(ballotId)).toHaveLength(1)
  }, 60_000)

  test('T3 one signature a voter: the same request again gets the same, another is refused, strangers get none', async () => {
    const hall = await arrangeHall(5)
    const ballotId = await draftBallot(hall)
    await bringTo(hall, ballotId, 'ISSUING')
    const { publicKey, keyNumber } = await keyOf(ballotId)
    const pending = await prepareToken(publicKey, keyNumber)
    const [voter] = hall.voters
    const same = await Promise.all(
      Array.from({ length: 6 }, () => issueBallotPaper(voter!, ballotId, pending)),
    )
    expect(new Set(same.map((answer) => answer.ok && answer.value.signature)).size).toBe(1)
    const another = await prepareToken(publicKey, keyNumber)
    expect(await codeOf(issueBallotPaper(voter!, ballotId, another))).toBe('conflict')
    await prisma.presenceEvent.create({
      data: { delegateId: hall.delegates[4]!, kind: 'LEFT', bySelf: false },
    })
    expect(await codeOf(issueBallotPaper(hall.voters[4]!, ballotId, another))).toBe('forbidden')
    expect(await countRows('ballot_voters', 'issued_key is not null')).toBe(1)
  }, 60_000)

  test('T3 a device lost before casting voids the issue; lost afterwards the paper is issued and not returned', async () => {
    const hall = await arrangeHall(5)
    const ballotId = await draftBallot(hall)
    await bringTo(hall, ballotId, 'ISSUING')
    const old = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
    await bringTo(hall, ballotId, 'ISSUE_CLOSED')
    expect((await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })).privateKey).toBeNull()
    const voters = await prisma.ballotVoter.findMany({ where: { ballotId } })
    const before = await keyOf(ballotId)
    must(await reissue(hall.runner, { ...(await at(ballotId)), reason: 'Mất máy', voterId: voters[0]!.id }))
    const after = await keyOf(ballotId)
    expect(after.keyNumber).toBe(2)
    expect(after.publicKey).not.toBe(before.publicKey)
    expect(await countRows('ballot_voters', 'issued_key is not null')).toBe(0)
    const stale = await prepareToken(before.publicKey, before.keyNumber)
    expect(await codeOf(issueBallotPaper(hall.voters[0]!, ballotId, stale))).toBe('conflict')
    const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
    await bringTo(hall, ballotId, 'CASTING')
    expect(await codeOf(castBallotPaper(ballotId, makePaper(old[0]!, [0])))).toBe('forbidden')
    for (const token of held.slice(1)) must(await castBallotPaper(ballotId, makePaper(token, [0])))
    const lost = voters.find(({ label }) => label === 'Tỉnh 01')!
    must(await recordLostDevice(hall.runner, { ...(await at(ballotId)), voterId: lost.id, note: 'Hỏng máy' }))
    expect(
      await codeOf(issueBallotPaper(hall.voters[0]!, ballotId, await prepareToken(after.publicKey, 2))),
    ).toBe('conflict')
    await bringTo(hall, ballotId, 'COUNTING')
    must(await countElectronicPapers(hall.committee[1]!, await at(ballotId)))
    must(await announceResult(hall.committee[0]!, await at(ballotId)))
    expect((await getBallot(hall.voters[4]!, ballotId))?.result).toMatchObject({
      papers: { issued: 5, returned: 4, unreturned: 1, valid: 4, invalid: 0, blank: 0 },
    })
  }, 60_000)

  test('T3 issue needs a show of hands for the electronic way, and phases cannot overlap', async () => {
    const hall = await arrangeHall(5)
    const ballotId = await draftBallot(hall)
    await bringTo(hall, ballotId, 'COMMITTEE_APPROVED')
    await sql('update ballots set electronic_vote = null')
    expect(await openIssue(hall.runner, await at(ballotId))).toMatchObject({ code: 'invalid' })
    await sql(`update ballots set electronic_vote = '{"inFavour":5,"against":0,"abstained":0}'`)
    expect(await openCasting(hall.runner, await at(ballotId))).toMatchObject({ code: 'conflict' })
    must(await openIssue(hall.runner, await at(ballotId)))
    expect(await openCasting(hall.runner, await at(ballotId))).toMatchObject({ code: 'conflict' })
    expect(await closeIssue(hall.runner, await at(ballotId))).toMatchObject({ code: 'invalid' })
  }, 60_000)

  test('T3 more papers than signatures void the round', async () => {
    const hall = await arrangeHall(5)
    const ballotId = await draftBallot(hall)
    await bringTo(hall, ballotId, 'ISSUING')
    const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
    await bringTo(hall, ballotId, 'CASTING')
    for (const token of held) must(await castBallotPaper(ballotId, makePaper(token, [0])))
    await prisma.ballotVoter.updateMany({ where: { label: 'Tỉnh 01' }, data: { issuedKey: null } })
    await bringTo(hall, ballotId, 'COUNTING')
    must(await countElectronicPapers(hall.committee[1]!, await at(ballotId)))
    expect(await stateOf(ballotId)).toBe('VOID')
  }, 60_000)
})

test('T4 casting writes the papers and the live version of the meeting, and nothing else', async () => {
  const hall = await arrangeHall(5)
  const ballotId = await draftBallot(hall)
  await bringTo(hall, ballotId, 'ISSUING')
  const token = await receive(hall.voters[0]!, ballotId)
  await bringTo(hall, ballotId, 'CASTING')
  const before = await tableChecksums()
  must(await castBallotPaper(ballotId, makePaper(token, [0])))
  const after = await tableChecksums()
  const written = Object.keys(after).filter((name) => after[name] !== before[name])
  expect(written.toSorted()).toEqual(['ballot_papers', 'meetings'])
}, 60_000)

test('T5 no partial result before close; afterwards the published list gives the result again', async () => {
  const hall = await arrangeHall(5)
  const ballotId = await draftBallot(hall)
  await bringTo(hall, ballotId, 'ISSUING')
  const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
  await bringTo(hall, ballotId, 'CASTING')
  const papers = held.map((token, index) => makePaper(token, index === 4 ? [] : [0, 1 + (index % 3)]))
  for (const paper of papers.slice(0, 3)) must(await castBallotPaper(ballotId, paper))
  const readers = [...hall.voters]
  for (const reader of readers) {
    const seen = await getBallot(reader, ballotId)
    expect(seen).toMatchObject({ result: null, stated: null, progress: { cast: 3, issued: 5 } })
    expect(await readPublishedPapers(reader, ballotId)).toBeNull()
  }
  for (const paper of papers.slice(3)) must(await castBallotPaper(ballotId, paper))
  await bringTo(hall, ballotId, 'COUNTING')
  expect(await readPublishedPapers(hall.committee[0]!, ballotId)).toBeNull()
  expect((await getBallot(hall.committee[0]!, ballotId))?.result).toBeNull()
  must(await countElectronicPapers(hall.committee[1]!, await at(ballotId)))
  expect((await getBallot(hall.committee[0]!, ballotId))?.result).not.toBeNull()
  expect((await getBallot(hall.voters[4]!, ballotId))?.result).toBeNull()
  expect(await readPublishedPapers(hall.voters[4]!, ballotId)).toBeNull()
  must(await announceResult(hall.committee[0]!, await at(ballotId)))
  const list = await readPublishedPapers(hall.voters[4]!, ballotId)
  const receipts = await Promise.all(papers.map((paper) => receiptFor(paper)))
  expect(list?.papers.map(({ receipt }) => receipt).toSorted()).toEqual(receipts.toSorted())
  const result = (await getBallot(hall.voters[4]!, ballotId))?.result
  expect(result?.papers).toMatchObject({ valid: 4, blank: 1 })
  expect(result?.tally.outcomes[0]).toMatchObject({ votes: 4, elected: true })
}, 60_000)

/** As it leaves the server, but for the moment at which minutes that nobody wrote yet were put together. */
const asSent = (answers: unknown): unknown =>
  JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === 'updatedAt' ? undefined : value)))

test('T5 before the count nothing that any role reads depends on what was chosen', async () => {
  const hall = await arrangeHall(5)
  const ballotId = await draftBallot(hall)
  await bringTo(hall, ballotId, 'ISSUING')
  const held = await Promise.all(hall.voters.map((voter) => receive(voter, ballotId)))
  await bringTo(hall, ballotId, 'CASTING')
  const chosen = held.slice(0, 3).map((token) => makePaper(token, [0, 1]))
  for (const paper of chosen) must(await castBallotPaper(ballotId, paper))
  const year = hall.clusterYear.id
  const readers = [
    ...hall.voters,
    await accountActor({ leaderOf: [hall.units[1]!.id], memberOf: [year], deputyOf: [year] }),
    await accountActor({ centralStaffOf: [year] }),
    await accountActor({ reviewerOf: [year] }),
    await accountActor({ isOffice: true }),
    await accountActor({ isAdmin: true }),
    await accountActor(),
  ]
  const told = async () =>
    asSent([
      await readBallotScene(ballotId),
      ...(await Promise.all(
        readers.map((reader) =>
          Promise.all([
            getBallot(reader, ballotId),
            listBallots(reader, hall.meeting.id),
            getBallotControl(reader, ballotId),
            getBallotDesk(reader, hall.meeting.id),
            getVoterPage(reader, ballotId),
            findBallotOnHand(reader, hall.meeting.id),
            readPublishedPapers(reader, ballotId),
            listBallotDuties(reader),
            getMeeting(reader, hall.meeting.id),
            getMinutes(reader, hall.meeting.id),
          ]),
        ),
      )),
    ])
  // The same tokens with other choices, put where the cast papers lie.
  const swap = async (papers: Uint8Array[]) =>
    prisma.ballotPapers.update({
      where: { ballotId },
      data: { papers: papers.toSorted((a, b) => Buffer.compare(a, b)).map((paper) => Buffer.from(paper)) },
    })
  for (const state of ['CASTING', 'COUNTING'] as const) {
    await bringTo(hall, ballotId, state)
    await swap(chosen)
    const before = await told()
    expect(JSON.stringify(before)).toContain('"cast":3')
    await swap(held.slice(0, 3).map((token) => makePaper(token, [3, 4])))
    expect(await told(), state).toEqual(before)
  }
  must(await countElectronicPapers(hall.committee[1]!, await at(ballotId)))
  expect(JSON.stringify(await told()), 'the committee reads what it counted').toContain('"votes":3')
}, 60_000)
