import { expect, test } from 'vitest'
import { changeBallot, changeBallotRules, createBallot, setRegulation } from '@/lib/ballots/commands'
import { getBallotControl } from '@/lib/ballots/control/queries'
import { confirmCount, countElectronicPapers, enterCount, rejectCount } from '@/lib/ballots/count/commands'
import { handOutPapers, issueBallotPaper, recordLostDevice } from '@/lib/ballots/issue/commands'
import { announceResult, sealBallot } from '@/lib/ballots/outcome/commands'
import { getBallot, listBallots } from '@/lib/ballots/queries'
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
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { ballotSchema, newBallotSchema } from '@/lib/ballots/schema'
import type { LiveMethod } from '@/lib/ballots/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { accountActor } from '../../support/actors'
import { ALL_IN_FAVOUR, arrangeHall, at, COUNT, draftBallot, votesOf, type Hall } from '../../support/ballots'
import { must } from '../../support/must'
import { prisma } from '../../support/database'
import { runMatrix } from '../../support/matrix'

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
    line('openIssue', FOR_RUNNERS, async (actor, scene) => openIssue(actor, await ballot(scene))),
    line('handOutPapers', FOR_KEEPERS, async (actor, scene) =>
      handOutPapers(actor, { ...(await ballot(scene)), voterIds: [scene.voterId] }),
    ),
    line('closeIssue', FOR_RUNNERS, async (actor, scene) => closeIssue(actor, await ballot(scene))),
    line('reissue', FOR_RUNNERS, async (actor, scene) =>
      reissue(actor, { ...(await ballot(scene)), reason: 'Mất máy' }),
    ),
    line('openCasting', FOR_RUNNERS, async (actor, scene) => openCasting(actor, await ballot(scene))),
    line('closeCasting', FOR_RUNNERS, async (actor, scene) => closeCasting(actor, await ballot(scene))),
    line('openCount', FOR_RUNNERS, async (actor, scene) => openCount(actor, await ballot(scene))),
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
    line('announceResult', FOR_RUNNERS, async (actor, scene) => announceResult(actor, await ballot(scene))),
    line('sealBallot', FOR_RUNNERS, async (actor, scene) => sealBallot(actor, await ballot(scene))),
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
