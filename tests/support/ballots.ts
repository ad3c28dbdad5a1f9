import { prisma } from '@/lib/platform/db'
import type { Actor, ActorFacts } from '@/lib/platform/auth/actor'
import type { BallotRules, BallotState, LiveMethod } from '@/lib/ballots/types'
import { createBallot } from '@/lib/ballots/commands'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { newBallotSchema } from '@/lib/ballots/schema'
import {
  approveCommittee,
  closeCasting,
  closeIssue,
  openCasting,
  openIssue,
  readRules,
  recordElectronicVote,
} from '@/lib/ballots/ritual/commands'
import { accountActor } from './actors'
import { must } from './must'

export type Hall = Awaited<ReturnType<typeof arrangeHall>>

/**
 * An open meeting of a cluster of `size` units. Each has one delegate with an account and the vote, all present;
 * unit 0 is the head and runs the meeting, delegates 1 to 3 will count.
 */
export async function arrangeHall(size = 7) {
  const organiser = await prisma.organiser.create({ data: { slug: 'trung-uong', name: 'Trung ương Hội' } })
  const year = await prisma.emulationYear.create({
    data: { organiserId: organiser.id, year: 2026, state: 'OPEN' },
  })
  const set = await prisma.clusterSet.create({
    data: { organiserId: organiser.id, slug: 'cum-2026', name: 'Cụm 2026' },
  })
  const cluster = await prisma.cluster.create({ data: { slug: 'phia-bac', name: 'Phía Bắc' } })
  const units: { id: string; name: string }[] = []
  for (let index = 0; index < size; index += 1) {
    const name = `Tỉnh ${String(index + 1).padStart(2, '0')}`
    const unit = await prisma.unit.create({
      data: { slug: `tinh-${index + 1}`, designations: { create: { name, kind: 'tỉnh' } } },
    })
    units.push({ id: unit.id, name })
  }
  const clusterYear = await prisma.clusterYear.create({
    data: {
      clusterId: cluster.id,
      setId: set.id,
      emulationYearId: year.id,
      year: 2026,
      title: 'Cụm phía Bắc',
      memberships: { create: units.map(({ id }) => ({ unitId: id })) },
      headships: { create: [{ unitId: units[0]!.id, role: 'HEAD' }] },
    },
  })
  const meeting = await prisma.meeting.create({
    data: {
      clusterYearId: clusterYear.id,
      kind: 'ANNUAL_REVIEW',
      title: 'Hội nghị tổng kết năm 2026',
      state: 'OPEN',
      heldOn: new Date('2026-11-22T00:00:00Z'),
    },
  })
  const voters: Actor[] = []
  const delegates: string[] = []
  for (const [index, unit] of units.entries()) {
    const facts: Partial<ActorFacts> = { staffOf: [unit.id], memberOf: [clusterYear.id] }
    const actor = await accountActor(index === 0 ? { ...facts, headOf: [clusterYear.id] } : facts)
    const delegate = await prisma.delegate.create({
      data: {
        meetingId: meeting.id,
        role: 'DELEGATE',
        unitId: unit.id,
        accountId: actor.accountId,
        name: `Đại biểu ${unit.name}`,
        votes: true,
        presence: { create: { kind: 'ARRIVED', bySelf: true } },
      },
    })
    voters.push(actor)
    delegates.push(delegate.id)
  }
  return {
    clusterYear,
    meeting,
    units,
    voters,
    delegates,
    runner: voters[0]!,
    /** Head of the committee, then two members. */
    committee: voters.slice(1, 4),
  }
}

export async function leave(hall: Hall, index: number): Promise<void> {
  await prisma.presenceEvent.create({
    data: { delegateId: hall.delegates[index]!, kind: 'LEFT', bySelf: false },
  })
}

export async function draftBallot(
  hall: Hall,
  {
    method = 'SECRET_ELECTRONIC',
    choose = 2,
    quota = 2,
    rules,
    candidates = hall.units.length,
  }: {
    method?: LiveMethod
    choose?: number
    quota?: number
    rules?: Partial<BallotRules>
    candidates?: number
  } = {},
): Promise<string> {
  const input = newBallotSchema.parse({
    meetingId: hall.meeting.id,
    purpose: 'FLAG',
    title: 'Đề nghị tặng Cờ thi đua',
    method,
    choose,
    quota,
    unitIds: hall.units.slice(0, candidates).map(({ id }) => id),
  })
  const { ballotId } = must(await createBallot(hall.runner, input))
  if (rules)
    await prisma.ballot.update({ where: { id: ballotId }, data: { rules: { ...DEFAULT_RULES, ...rules } } })
  return ballotId
}

/** The ballot's row as a form would name it. */
export async function at(ballotId: string): Promise<{ ballotId: string; version: number }> {
  const { version } = await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })
  return { ballotId, version }
}

export const ALL_IN_FAVOUR = { inFavour: 7, against: 0, abstained: 0 }

const STEPS = {
  RULES_READ: async (hall: Hall, id: string) => must(await readRules(hall.runner, await at(id))),
  COMMITTEE_APPROVED: async (hall: Hall, id: string) => {
    const [headId = '', ...memberIds] = hall.delegates.slice(1, 4)
    must(await approveCommittee(hall.runner, { ...(await at(id)), headId, memberIds, ...ALL_IN_FAVOUR }))
    const { method } = await prisma.ballot.findUniqueOrThrow({ where: { id } })
    if (method === 'SECRET_ELECTRONIC')
      must(await recordElectronicVote(hall.runner, { ...(await at(id)), ...ALL_IN_FAVOUR }))
  },
  ISSUING: async (hall: Hall, id: string) => must(await openIssue(hall.runner, await at(id))),
  ISSUE_CLOSED: async (hall: Hall, id: string) => must(await closeIssue(hall.runner, await at(id))),
  CASTING: async (hall: Hall, id: string) => must(await openCasting(hall.runner, await at(id))),
  COUNTING: async (hall: Hall, id: string) => must(await closeCasting(hall.runner, await at(id))),
} as const

const ROAD = Object.keys(STEPS) as (keyof typeof STEPS)[]

/** Takes a ballot along the ritual, from where it stands to `state`. */
export async function bringTo(hall: Hall, ballotId: string, state: keyof typeof STEPS): Promise<void> {
  const { state: now } = await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })
  const from = ROAD.indexOf(now as keyof typeof STEPS)
  for (const step of ROAD.slice(from + 1, ROAD.indexOf(state) + 1)) await STEPS[step](hall, ballotId)
}

export async function stateOf(ballotId: string): Promise<BallotState> {
  return (await prisma.ballot.findUniqueOrThrow({ where: { id: ballotId } })).state
}

/** Votes by candidate, in the order of the paper; none for those past the numbers given. */
export async function votesOf(ballotId: string, numbers: number[]): Promise<Record<string, number>> {
  const candidates = await prisma.ballotCandidate.findMany({
    where: { ballotId },
    orderBy: { position: 'asc' },
  })
  return Object.fromEntries(candidates.map(({ id }, index) => [id, numbers[index] ?? 0]))
}

/** A count of paper that balances among seven. */
export const COUNT = { issued: 7, returned: 7, unreturned: 0, valid: 7, invalid: 0, blank: 0 }
