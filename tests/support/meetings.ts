import { randomUUID } from 'node:crypto'
import type { Actor, ActorFacts } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { accountActor } from './actors'

export type HallScene = {
  meetingId: string
  clusterYearId: string
  /** Member units, the head first and the deputy second. */
  units: string[]
  outsideUnit: string
  /** Seats with a vote, one a unit, nobody's account on them. */
  seats: string[]
}

/** An invited meeting of a cluster of `members` units with a seat for each. */
export async function writeMeeting(members = 6): Promise<HallScene> {
  const tag = randomUUID().slice(0, 8)
  const organiser = await prisma.organiser.create({ data: { slug: `tw-${tag}`, name: 'Trung ương Hội' } })
  const set = await prisma.clusterSet.create({
    data: { organiserId: organiser.id, slug: `bo-${tag}`, name: 'Bộ cụm thử' },
  })
  const cluster = await prisma.cluster.create({ data: { slug: `cum-${tag}`, name: 'Cụm thử' } })
  const year = await prisma.emulationYear.create({
    data: { organiserId: organiser.id, year: 2026, state: 'OPEN' },
  })
  const units: string[] = []
  for (let n = 0; n <= members; n++) {
    const { id } = await prisma.unit.create({
      data: { slug: `tinh-${n}-${tag}`, designations: { create: { name: `Tỉnh ${n + 1}`, kind: 'tỉnh' } } },
    })
    units.push(id)
  }
  const outsideUnit = units.pop()!
  const clusterYear = await prisma.clusterYear.create({
    data: {
      clusterId: cluster.id,
      setId: set.id,
      emulationYearId: year.id,
      year: 2026,
      title: 'Cụm thi đua thử',
      memberships: { create: units.map((unitId) => ({ unitId })) },
      headships: {
        create: [
          { unitId: units[0]!, role: 'HEAD' },
          { unitId: units[1]!, role: 'DEPUTY' },
        ],
      },
    },
  })
  const meeting = await prisma.meeting.create({
    data: {
      clusterYearId: clusterYear.id,
      kind: 'ANNUAL_REVIEW',
      title: 'Hội nghị tổng kết thử',
      state: 'INVITED',
      heldOn: new Date('2026-11-21'),
      place: 'Hội trường',
      checkInSecret: 'a secret that only this hall knows',
      agenda: {
        create: [
          { position: 1, title: 'Khai mạc', minutes: 10 },
          { position: 2, title: 'Báo cáo', minutes: 30 },
          { position: 3, title: 'Bình bầu', minutes: 60 },
        ],
      },
    },
  })
  const seats: string[] = []
  for (const unitId of units) {
    const { id } = await prisma.delegate.create({
      data: { meetingId: meeting.id, role: 'DELEGATE', unitId, name: 'Chủ tịch', votes: true },
    })
    seats.push(id)
  }
  return { meetingId: meeting.id, clusterYearId: clusterYear.id, units, outsideUnit, seats }
}

export const HALL_ROLES = [
  'head',
  'deputy',
  'centralStaff',
  'reviewer',
  'office',
  'secretary',
  'delegate',
  'memberOfficer',
  'outsider',
  'otherReviewer',
  'admin',
  'guest',
] as const
export type HallRole = (typeof HALL_ROLES)[number]

/** Somebody of each kind, with an account: the delegate and the secretary sit on the meeting's list. */
export async function hallActor(role: HallRole, scene: HallScene): Promise<Actor> {
  const { clusterYearId, units, meetingId } = scene
  const member = (at: number, more: Partial<ActorFacts> = {}) => ({
    leaderOf: [units[at]!],
    memberOf: [clusterYearId],
    ...more,
  })
  const facts: Record<HallRole, Partial<ActorFacts>> = {
    head: member(0, { headOf: [clusterYearId] }),
    deputy: member(1, { deputyOf: [clusterYearId] }),
    centralStaff: { centralStaffOf: [clusterYearId] },
    reviewer: { reviewerOf: [clusterYearId] },
    office: { isOffice: true },
    secretary: member(2),
    delegate: member(3),
    memberOfficer: { staffOf: [units[4]!], memberOf: [clusterYearId] },
    outsider: { leaderOf: [scene.outsideUnit] },
    otherReviewer: { reviewerOf: [randomUUID()] },
    admin: { isAdmin: true },
    guest: {},
  }
  const actor = await accountActor(facts[role])
  if (role === 'delegate')
    await prisma.delegate.update({ where: { id: scene.seats[3]! }, data: { accountId: actor.accountId } })
  if (role === 'secretary')
    await prisma.delegate.create({
      data: { meetingId, role: 'SECRETARY', unitId: units[2]!, accountId: actor.accountId, name: 'Thư ký' },
    })
  return actor
}
