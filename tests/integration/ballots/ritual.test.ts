import { describe, expect, test } from 'vitest'
import { changeBallot, changeBallotRules, createBallot, setRegulation } from '@/lib/ballots/commands'
import { getBallotControl } from '@/lib/ballots/control/queries'
import { confirmCount, countElectronicPapers, enterCount, rejectCount } from '@/lib/ballots/count/commands'
import { handOutPapers, issueBallotPaper, recordLostDevice } from '@/lib/ballots/issue/commands'
import { announceResult, decideTie, openNextRound, sealBallot } from '@/lib/ballots/outcome/commands'
import { electedIn, getBallot, listBallots } from '@/lib/ballots/queries'
import {
  approveCommittee,
  closeCasting,
  closeIssue,
  openCasting,
  openCount,
  openIssue,
  readRules,
  recordConsensus,
  recordElectronicVote,
  reissue,
  voidBallot,
} from '@/lib/ballots/ritual/commands'
import { recordOpinion } from '@/lib/ballots/roll/commands'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { ballotSchema, newBallotSchema } from '@/lib/ballots/schema'
import type { LiveMethod } from '@/lib/ballots/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { accountActor } from '../../support/actors'
import {
  ALL_IN_FAVOUR,
  arrangeHall,
  at,
  bringTo,
  draftBallot,
  leave,
  must,
  stateOf,
  type Hall,
} from '../../support/ballots'
import { countRows, prisma } from '../../support/database'
import { runMatrix } from '../../support/matrix'

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

async function votesOf(ballotId: string, numbers: number[]): Promise<Record<string, number>> {
  const candidates = await prisma.ballotCandidate.findMany({
    where: { ballotId },
    orderBy: { position: 'asc' },
  })
  return Object.fromEntries(candidates.map(({ id }, index) => [id, numbers[index] ?? 0]))
}

const COUNT = { issued: 7, returned: 7, unreturned: 0, valid: 7, invalid: 0, blank: 0 }

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

const ROLES = ['runner', 'committee', 'voter', 'farHead', 'office', 'reviewer', 'admin', 'guest'] as const
type Role = (typeof ROLES)[number]
type Scene = { hall: Hall; ballotId: string; voterId: string; countId: string; blinded: Uint8Array }

function actorFor(role: Role, { hall }: Scene): Promise<Actor> | Actor {
  switch (role) {
    case 'runner':
      return hall.runner
    case 'committee':
      return hall.committee[1]!
    case 'voter':
      return hall.voters[5]!
    case 'farHead':
      return accountActor({ leaderOf: [crypto.randomUUID()], headOf: [crypto.randomUUID()] })
    case 'office':
      return accountActor({ isOffice: true })
    case 'reviewer':
      return accountActor({ reviewerOf: [hall.clusterYear.id] })
    case 'admin':
      return accountActor({ isAdmin: true })
    case 'guest':
      return accountActor()
  }
}

/** Where each command finds its ballot. */
const STANDS: Record<string, [LiveMethod, string]> = {
  createBallot: ['SECRET_PAPER', 'DRAFT'],
  changeBallot: ['SECRET_PAPER', 'DRAFT'],
  changeBallotRules: ['SECRET_PAPER', 'DRAFT'],
  setRegulation: ['SECRET_PAPER', 'DRAFT'],
  readRules: ['SECRET_PAPER', 'DRAFT'],
  approveCommittee: ['SECRET_PAPER', 'RULES_READ'],
  recordElectronicVote: ['SECRET_ELECTRONIC', 'COMMITTEE_APPROVED'],
  openIssue: ['SECRET_ELECTRONIC', 'COMMITTEE_APPROVED'],
  handOutPapers: ['SECRET_PAPER', 'ISSUING'],
  closeIssue: ['SECRET_PAPER', 'ISSUING'],
  reissue: ['SECRET_ELECTRONIC', 'ISSUING'],
  openCasting: ['SECRET_PAPER', 'ISSUE_CLOSED'],
  closeCasting: ['SECRET_PAPER', 'CASTING'],
  openCount: ['SHOW_OF_HANDS', 'COMMITTEE_APPROVED'],
  recordConsensus: ['CONSENSUS', 'RULES_READ'],
  enterCount: ['SECRET_PAPER', 'COUNTING'],
  confirmCount: ['SECRET_PAPER', 'COUNTING'],
  rejectCount: ['SECRET_PAPER', 'COUNTING'],
  countElectronicPapers: ['SECRET_ELECTRONIC', 'COUNTING'],
  recordLostDevice: ['SECRET_ELECTRONIC', 'CASTING'],
  announceResult: ['SECRET_PAPER', 'COUNTED'],
  sealBallot: ['SECRET_PAPER', 'ANNOUNCED'],
  voidBallot: ['SECRET_PAPER', 'ISSUING'],
}

async function arrange(command: string): Promise<Scene> {
  const hall = await arrangeHall(6)
  const [method, state] = STANDS[command] ?? ['SECRET_PAPER', 'DRAFT']
  const ballotId = await draftBallot(hall, { method })
  const scene: Scene = { hall, ballotId, voterId: '', countId: '', blinded: new Uint8Array() }
  if (state === 'DRAFT') return scene
  // The road itself is tested elsewhere: here the rows are put where the command expects them.
  const [headId = '', ...others] = hall.delegates.slice(1, 4)
  if (state !== 'RULES_READ')
    await prisma.countingMember.createMany({
      data: [headId, ...others].map((delegateId) => ({
        ballotId,
        delegateId,
        role: delegateId === headId ? ('HEAD' as const) : ('MEMBER' as const),
      })),
    })
  const frozen = !['RULES_READ', 'COMMITTEE_APPROVED'].includes(state)
  if (frozen)
    for (const { id: unitId, name: label } of hall.units) {
      const { id } = await prisma.ballotVoter.create({ data: { ballotId, unitId, label, issuedKey: 1 } })
      scene.voterId = id
    }
  await prisma.ballot.update({
    where: { id: ballotId },
    data: {
      state: state as 'COUNTING',
      keyNumber: frozen ? 1 : 0,
      rulesFrozenAt: frozen ? new Date() : null,
      electronicVote:
        method === 'SECRET_ELECTRONIC' && command !== 'recordElectronicVote' ? ALL_IN_FAVOUR : undefined,
    },
  })
  if (command === 'confirmCount' || command === 'rejectCount') {
    const votes = await votesOf(ballotId, [4, 3])
    const six = { issued: 6, returned: 6, unreturned: 0, valid: 6, invalid: 0, blank: 0 }
    const { countId } = must(await enterCount(hall.committee[2]!, { ...(await at(ballotId)), ...six, votes }))
    scene.countId = countId
  }
  return scene
}

test('T10 ballots: every command as every role', async () => {
  const fields = (hall: Hall) => ({
    purpose: 'FLAG',
    title: 'Cờ',
    method: 'SECRET_PAPER',
    choose: 1,
    quota: 1,
    unitIds: hall.units.map(({ id }) => id),
  })
  const ballot = async (scene: Scene) => at(scene.ballotId)
  const FOR_RUNNERS = {
    runner: 'ok',
    office: 'ok',
    reviewer: 'ok',
    admin: 'not_found',
    guest: 'not_found',
  } as const
  const FOR_LEADERS = FOR_RUNNERS
  const FOR_KEEPERS = { ...FOR_RUNNERS, committee: 'ok' } as const
  const FOR_COUNTERS = { committee: 'ok', admin: 'not_found', guest: 'not_found' } as const
  const line = <T>(
    command: string,
    expected: Partial<Record<Role, 'ok' | 'not_found'>>,
    run: (actor: Actor, scene: Scene) => Promise<T>,
  ) => ({ command, run, expected, otherwise: 'forbidden' as const })
  await runMatrix({ roles: ROLES, arrange, actorFor }, [
    line('createBallot', FOR_RUNNERS, (actor, { hall }) =>
      createBallot(actor, newBallotSchema.parse({ ...fields(hall), meetingId: hall.meeting.id })),
    ),
    line('changeBallot', FOR_RUNNERS, async (actor, scene) =>
      changeBallot(actor, ballotSchema.parse({ ...fields(scene.hall), ...(await ballot(scene)) })),
    ),
    line('changeBallotRules', FOR_RUNNERS, async (actor, scene) =>
      changeBallotRules(actor, { ...(await ballot(scene)), rules: DEFAULT_RULES }),
    ),
    line('setRegulation', { runner: 'ok', office: 'ok', reviewer: 'ok' }, (actor, { hall }) =>
      setRegulation(actor, {
        clusterYearId: hall.clusterYear.id,
        validFrom: '2026-01-01',
        rules: DEFAULT_RULES,
      }),
    ),
    line('readRules', FOR_RUNNERS, async (actor, scene) => readRules(actor, await ballot(scene))),
    line('approveCommittee', FOR_RUNNERS, async (actor, scene) => {
      const [headId = '', ...memberIds] = scene.hall.delegates.slice(1, 4)
      return approveCommittee(actor, { ...(await ballot(scene)), headId, memberIds, ...ALL_IN_FAVOUR })
    }),
    line('recordElectronicVote', FOR_RUNNERS, async (actor, scene) =>
      recordElectronicVote(actor, { ...(await ballot(scene)), ...ALL_IN_FAVOUR }),
    ),
    line('openIssue', FOR_LEADERS, async (actor, scene) => openIssue(actor, await ballot(scene))),
    line('handOutPapers', FOR_KEEPERS, async (actor, scene) =>
      handOutPapers(actor, { ...(await ballot(scene)), voterIds: [scene.voterId] }),
    ),
    line('closeIssue', FOR_LEADERS, async (actor, scene) => closeIssue(actor, await ballot(scene))),
    line('reissue', FOR_LEADERS, async (actor, scene) =>
      reissue(actor, { ...(await ballot(scene)), reason: 'Mất máy' }),
    ),
    line('openCasting', FOR_LEADERS, async (actor, scene) => openCasting(actor, await ballot(scene))),
    line('closeCasting', FOR_LEADERS, async (actor, scene) => closeCasting(actor, await ballot(scene))),
    line('openCount', FOR_LEADERS, async (actor, scene) => openCount(actor, await ballot(scene))),
    line('recordConsensus', FOR_RUNNERS, async (actor, scene) => {
      const [id = ''] = Object.keys(await votesOf(scene.ballotId, []))
      return recordConsensus(actor, { ...(await ballot(scene)), candidateIds: [id] })
    }),
    line('enterCount', FOR_COUNTERS, async (actor, scene) =>
      enterCount(actor, { ...(await ballot(scene)), ...COUNT, votes: await votesOf(scene.ballotId, [1]) }),
    ),
    line('confirmCount', FOR_COUNTERS, async (actor, scene) =>
      confirmCount(actor, { ...(await ballot(scene)), countId: scene.countId }),
    ),
    line('rejectCount', FOR_COUNTERS, async (actor, scene) =>
      rejectCount(actor, { ...(await ballot(scene)), countId: scene.countId }),
    ),
    line('countElectronicPapers', FOR_COUNTERS, async (actor, scene) =>
      countElectronicPapers(actor, await ballot(scene)),
    ),
    line('recordLostDevice', FOR_KEEPERS, async (actor, scene) =>
      recordLostDevice(actor, { ...(await ballot(scene)), voterId: scene.voterId, note: 'Hỏng' }),
    ),
    line('announceResult', FOR_LEADERS, async (actor, scene) => announceResult(actor, await ballot(scene))),
    line('sealBallot', FOR_LEADERS, async (actor, scene) => sealBallot(actor, await ballot(scene))),
    line('voidBallot', FOR_RUNNERS, async (actor, scene) =>
      voidBallot(actor, { ...(await ballot(scene)), reason: 'Nhầm' }),
    ),
  ])
}, 300_000)

test('T10 a ballot is hidden from the administration and from strangers; a stale version is a conflict', async () => {
  const hall = await arrangeHall()
  const ballotId = await draftBallot(hall)
  const [admin, stranger] = await Promise.all([accountActor({ isAdmin: true }), accountActor()])
  for (const actor of [admin, stranger]) {
    expect(await getBallot(actor, ballotId)).toBeNull()
    expect(await listBallots(actor, hall.meeting.id)).toEqual([])
    expect(await getBallotControl(actor, ballotId)).toBeNull()
  }
  expect(await getBallotControl(hall.voters[5]!, ballotId)).toBeNull()
  expect(await listBallots(hall.voters[5]!, hall.meeting.id)).toHaveLength(1)
  const stale = await at(ballotId)
  must(await readRules(hall.runner, stale))
  expect(await readRules(hall.runner, stale)).toMatchObject({ code: 'conflict' })
  const input = { keyNumber: 1, blinded: new Uint8Array(256) }
  expect(await issueBallotPaper(hall.voters[5]!, ballotId, input)).toMatchObject({ ok: false })
  expect(await issueBallotPaper(hall.voters[5]!, 'no-such', input)).toMatchObject({ code: 'not_found' })
})
