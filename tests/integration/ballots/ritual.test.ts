import { describe, expect, test } from 'vitest'
import { changeBallotRules, setRegulation } from '@/lib/ballots/commands'
import { getBallotControl } from '@/lib/ballots/control/queries'
import { confirmCount, enterCount, rejectCount } from '@/lib/ballots/count/commands'
import { handOutPapers } from '@/lib/ballots/issue/commands'
import { announceResult, decideTie, openNextRound, sealBallot } from '@/lib/ballots/outcome/commands'
import { electedIn, getBallot } from '@/lib/ballots/queries'
import { openCount, openIssue, readRules, recordConsensus } from '@/lib/ballots/ritual/commands'
import { recordOpinion } from '@/lib/ballots/roll/commands'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import {
  arrangeHall,
  at,
  bringTo,
  COUNT,
  draftBallot,
  leave,
  stateOf,
  votesOf,
  type Hall,
} from '../../support/ballots'
import { must } from '../../support/must'
import { countRows, prisma } from '../../support/database'

async function handToAll(hall: Hall, ballotId: string) {
  const lines = await prisma.ballotVoter.findMany({ where: { ballotId } })
  const voterIds = lines.map(({ id }) => id)
  return handOutPapers(hall.runner, { ...(await at(ballotId)), voterIds })
}

async function paperTo(hall: Hall, ballotId: string, state: 'ISSUE_CLOSED' | 'CASTING' | 'COUNTING') {
  await bringTo(hall, ballotId, 'ISSUING')
  must(await handToAll(hall, ballotId))
  await bringTo(hall, ballotId, state)
}

async function countTo(hall: Hall, ballotId: string, numbers: number[], figures: Partial<typeof COUNT> = {}) {
  const votes = await votesOf(ballotId, numbers)
  const { countId } = must(
    await enterCount(hall.committee[1]!, { ...(await at(ballotId)), ...COUNT, ...figures, votes }),
  )
  return confirmCount(hall.committee[2]!, { ...(await at(ballotId)), countId })
}

describe('T6 counts of paper', () => {
  test('T6 a count that does not balance cannot be confirmed and says by how much; two different people are required', async () => {
    const hall = await arrangeHall()
    const ballotId = await draftBallot(hall, { method: 'SECRET_PAPER' })
    await paperTo(hall, ballotId, 'COUNTING')
    const wrong = await countTo(hall, ballotId, [6, 5, 3], { returned: 5, valid: 5 })
    expect(wrong).toMatchObject({ code: 'invalid' })
    expect(wrong.ok || wrong.message).toContain('2 phiếu')
    expect(wrong.ok || wrong.message).toContain('4 lượt')
    expect(await stateOf(ballotId)).toBe('COUNTING')

    const votes = await votesOf(ballotId, [6, 5, 3])
    const { countId } = must(
      await enterCount(hall.committee[1]!, { ...(await at(ballotId)), ...COUNT, votes }),
    )
    expect(await confirmCount(hall.committee[1]!, { ...(await at(ballotId)), countId })).toMatchObject({
      code: 'forbidden',
    })
    expect(await confirmCount(hall.voters[5]!, { ...(await at(ballotId)), countId })).toMatchObject({
      code: 'forbidden',
    })
    expect((await getBallotControl(hall.committee[2]!, ballotId))?.count?.imbalances).toEqual([])
    expect((await getBallotControl(hall.runner, ballotId))?.count).toBeNull()
    must(await confirmCount(hall.committee[2]!, { ...(await at(ballotId)), countId }))
    expect(await stateOf(ballotId)).toBe('COUNTED')
    expect(await electedIn(prisma, ballotId)).toEqual([])
    must(await announceResult(hall.committee[0]!, await at(ballotId)))
    expect((await electedIn(prisma, ballotId)).map(({ label, votes: n }) => [label, n])).toEqual([
      ['Tỉnh 01', 6],
      ['Tỉnh 02', 5],
    ])
    must(await sealBallot(hall.runner, await at(ballotId)))
    const control = await getBallotControl(hall.runner, ballotId)
    expect(control?.events.at(-1)?.note).toMatch(/^SHA-256 [0-9a-f]{64}$/)
  }, 60_000)

  test('T6 a count sent back is counted again; papers only go to those present', async () => {
    const hall = await arrangeHall()
    const ballotId = await draftBallot(hall, { method: 'SECRET_PAPER' })
    await leave(hall, 6)
    await bringTo(hall, ballotId, 'ISSUING')
    expect(await handToAll(hall, ballotId)).toMatchObject({ code: 'invalid' })
    const lines = await prisma.ballotVoter.findMany({ where: { ballotId, label: { not: 'Tỉnh 07' } } })
    const voterIds = lines.map(({ id }) => id)
    must(await handOutPapers(hall.committee[1]!, { ...(await at(ballotId)), voterIds }))
    await bringTo(hall, ballotId, 'COUNTING')
    const votes = await votesOf(ballotId, [6, 5])
    const figures = { ...COUNT, issued: 6, returned: 6, valid: 6, votes }
    const { countId } = must(await enterCount(hall.committee[0]!, { ...(await at(ballotId)), ...figures }))
    must(await rejectCount(hall.committee[1]!, { ...(await at(ballotId)), countId }))
    expect(await confirmCount(hall.committee[1]!, { ...(await at(ballotId)), countId })).toMatchObject({
      code: 'not_found',
    })
    must(await countTo(hall, ballotId, [6, 5], { issued: 6, returned: 6, valid: 6 }))
  }, 60_000)
})

describe('T7 rules in force', () => {
  test('T7 quorum lost → the ballot cannot open', async () => {
    const hall = await arrangeHall()
    const ballotId = await draftBallot(hall)
    await bringTo(hall, ballotId, 'COMMITTEE_APPROVED')
    for (const index of [4, 5, 6]) await leave(hall, index)
    const refused = await openIssue(hall.runner, await at(ballotId))
    expect(refused).toMatchObject({ code: 'conflict' })
    expect(refused.ok || refused.message).toContain('có 4 trong 7, cần ít nhất 5')
    expect(await countRows('ballot_voters')).toBe(0)
    expect((await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })).privateKey).toBeNull()
  }, 60_000)

  test('T7 a tie leads to a second round among the tied; a tie again is decided by head and deputy', async () => {
    const hall = await arrangeHall()
    const first = await draftBallot(hall, { method: 'SECRET_PAPER' })
    await paperTo(hall, first, 'COUNTING')
    must(await countTo(hall, first, [6, 4, 4]))
    must(await announceResult(hall.runner, await at(first)))
    expect((await electedIn(prisma, first)).map(({ label }) => label)).toEqual(['Tỉnh 01'])
    const { ballotId: second } = must(await openNextRound(hall.runner, await at(first)))
    expect(await openNextRound(hall.runner, await at(first))).toMatchObject({ ok: false })
    const row = await getBallot(hall.runner, second)
    expect(row).toMatchObject({ round: 2, quota: 1, choose: 1, previousId: first })
    expect(row?.candidates.map(({ label }) => label)).toEqual(['Tỉnh 02', 'Tỉnh 03'])
    await paperTo(hall, second, 'COUNTING')
    must(await countTo(hall, second, [3, 3], { valid: 6, blank: 1 }))
    expect(await announceResult(hall.runner, await at(second))).toMatchObject({ code: 'invalid' })
    const chosen = row!.candidates[1]!.id
    const decision = { candidateIds: [chosen], note: 'Cụm trưởng và cụm phó thống nhất' }
    expect(await decideTie(hall.voters[5]!, { ...(await at(second)), ...decision })).toMatchObject({
      code: 'forbidden',
    })
    must(await decideTie(hall.runner, { ...(await at(second)), ...decision }))
    must(await announceResult(hall.runner, await at(second)))
    expect((await electedIn(prisma, second)).map(({ label }) => label)).toEqual(['Tỉnh 03'])
  }, 60_000)

  test('T7 threshold not met → not elected', async () => {
    const hall = await arrangeHall()
    const rules = { threshold: { percent: 80, of: 'MEMBERS' as const, exceeds: false }, rounds: 1 }
    const ballotId = await draftBallot(hall, { method: 'SECRET_PAPER', rules })
    await paperTo(hall, ballotId, 'COUNTING')
    must(await countTo(hall, ballotId, [6, 5]))
    must(await announceResult(hall.runner, await at(ballotId)))
    expect((await electedIn(prisma, ballotId)).map(({ label }) => label)).toEqual(['Tỉnh 01'])
    expect((await getBallotControl(hall.runner, ballotId))?.nextRound).toBeNull()
  }, 60_000)

  test('T7 written opinions of the absent are counted beside and kept apart; who is present gives none', async () => {
    const hall = await arrangeHall()
    await leave(hall, 6)
    const ballotId = await draftBallot(hall, { method: 'SECRET_PAPER' })
    await bringTo(hall, ballotId, 'ISSUING')
    const { candidates } = (await getBallot(hall.runner, ballotId))!
    const opinion = { candidateIds: [candidates[1]!.id], paper: 'Số 15/BTV ngày 20/11/2026' }
    const by = async (index: number) =>
      recordOpinion(hall.runner, { ...(await at(ballotId)), memberId: hall.units[index]!.id, ...opinion })
    expect(await by(5)).toMatchObject({ code: 'invalid' })
    must(await by(6))
    expect(await by(6)).toMatchObject({ code: 'conflict' })
    await prisma.presenceEvent.create({
      data: { delegateId: hall.delegates[6]!, kind: 'ARRIVED', bySelf: true },
    })
    expect(await handToAll(hall, ballotId)).toMatchObject({ code: 'invalid' })
    const lines = await prisma.ballotVoter.findMany({ where: { ballotId, label: { not: 'Tỉnh 07' } } })
    must(await handOutPapers(hall.runner, { ...(await at(ballotId)), voterIds: lines.map(({ id }) => id) }))
    await bringTo(hall, ballotId, 'COUNTING')
    must(await countTo(hall, ballotId, [4, 4, 3], { issued: 6, returned: 6, valid: 6 }))
    must(await announceResult(hall.runner, await at(ballotId)))
    const result = (await getBallot(hall.voters[6]!, ballotId))?.result
    expect(result).toMatchObject({ opinions: 1, papers: { valid: 6 } })
    expect(result?.tally.outcomes[0]).toMatchObject({
      id: candidates[1]!.id,
      votes: 4,
      opinions: 1,
      total: 5,
    })
  }, 60_000)

  test('T7 rules of the regulation in force are taken, and nothing changes once they have been read', async () => {
    const hall = await arrangeHall()
    const rules = { ...DEFAULT_RULES, rounds: 3, source: 'Quy chế cụm, Điều 7' }
    const input = { clusterYearId: hall.clusterYear.id, validFrom: '2026-01-01', rules }
    must(await setRegulation(hall.runner, input))
    must(
      await setRegulation(hall.runner, { ...input, validFrom: '2027-01-01', rules: { ...rules, rounds: 5 } }),
    )
    const ballotId = await draftBallot(hall)
    expect((await getBallot(hall.runner, ballotId))?.rules).toEqual(rules)
    must(await readRules(hall.runner, await at(ballotId)))
    expect(await changeBallotRules(hall.runner, { ...(await at(ballotId)), rules })).toMatchObject({
      code: 'locked',
    })
  }, 60_000)

  test('hands are counted a candidate at a time, consensus without numbers; both as what they were', async () => {
    const hall = await arrangeHall()
    const hands = await draftBallot(hall, { method: 'SHOW_OF_HANDS', choose: 1, quota: 1 })
    await bringTo(hall, hands, 'COMMITTEE_APPROVED')
    must(await openCount(hall.runner, await at(hands)))
    must(await countTo(hall, hands, [2, 5]))
    must(await announceResult(hall.runner, await at(hands)))
    expect((await electedIn(prisma, hands)).map(({ label }) => label)).toEqual(['Tỉnh 02'])
    const agreed = await draftBallot(hall, { method: 'CONSENSUS', choose: 1, quota: 1 })
    await bringTo(hall, agreed, 'RULES_READ')
    const { candidates } = (await getBallot(hall.runner, agreed))!
    const candidateIds = [candidates[3]!.id]
    must(await recordConsensus(hall.runner, { ...(await at(agreed)), candidateIds }))
    must(await announceResult(hall.runner, await at(agreed)))
    expect(await electedIn(prisma, agreed)).toMatchObject([{ label: 'Tỉnh 04', votes: null }])
  }, 60_000)
})
