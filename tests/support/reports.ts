import type { Actor, ActorFacts } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import type { PeriodKind, ReportState } from '@/prisma/generated/client'
import { accountActor } from './actors'

const YEAR_BANDS = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

export type ReportScene = Awaited<ReturnType<typeof arrangeReports>>

async function createUnit(slug: string, name: string) {
  return prisma.unit.create({ data: { slug, designations: { create: { name, kind: 'tỉnh' } } } })
}

/**
 * An open year with two clusters: `north` (head Hà Giang, deputy Lai Châu, member Sơn La) and `south` (head Gia Lai), a
 * national set of four indicators, and every period due in a month.
 */
export async function arrangeReports() {
  const organiser = await prisma.organiser.create({ data: { slug: 'trung-uong', name: 'Trung ương Hội' } })
  const year = await prisma.emulationYear.create({
    data: { organiserId: organiser.id, year: 2026, state: 'OPEN' },
  })
  const set = await prisma.clusterSet.create({
    data: { organiserId: organiser.id, slug: 'cum-2026', name: 'Cụm 2026' },
  })
  const [head, deputy, member, stranger, southMember] = await Promise.all([
    createUnit('ha-giang', 'Hà Giang'),
    createUnit('lai-chau', 'Lai Châu'),
    createUnit('son-la', 'Sơn La'),
    createUnit('gia-lai', 'Gia Lai'),
    createUnit('dak-lak', 'Đắk Lắk'),
  ])
  const clusterYear = async (slug: string, units: { id: string }[], headId: string, deputyId?: string) => {
    const cluster = await prisma.cluster.create({ data: { slug, name: slug } })
    return prisma.clusterYear.create({
      data: {
        clusterId: cluster.id,
        setId: set.id,
        emulationYearId: year.id,
        year: 2026,
        title: `Cụm ${slug}`,
        memberships: { create: units.map(({ id }) => ({ unitId: id })) },
        headships: {
          create: [
            { unitId: headId, role: 'HEAD' },
            ...(deputyId ? [{ unitId: deputyId, role: 'DEPUTY' as const }] : []),
          ],
        },
      },
    })
  }
  const north = await clusterYear('phia-bac', [head, deputy, member], head.id, deputy.id)
  const south = await clusterYear('tay-nguyen', [stranger, southMember], stranger.id)
  const dueAt = new Date(Date.now() + 30 * 86_400_000)
  const periods = {} as Record<PeriodKind, string>
  for (const kind of ['REGISTRATION', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR_ESTIMATE', 'YEAR_FINAL'] as const) {
    const period = await prisma.reportingPeriod.create({ data: { emulationYearId: year.id, kind, dueAt } })
    periods[kind] = period.id
  }
  const scheme = await prisma.completionScheme.create({
    data: { code: 'YEAR', name: 'Năm', bands: YEAR_BANDS },
  })
  const indicatorSet = await prisma.indicatorSet.create({
    data: { emulationYearId: year.id, scope: 'NATIONAL', name: 'Bộ chỉ tiêu', completionSchemeId: scheme.id },
  })
  const group = await prisma.indicatorGroup.create({
    data: { setId: indicatorSet.id, name: 'Nhóm 1', position: 1 },
  })
  const indicator = (code: string, position: number, more: object) =>
    prisma.indicator.create({
      data: {
        setId: indicatorSet.id,
        groupId: group.id,
        code,
        name: `Chỉ tiêu ${code}`,
        shortName: code,
        measureUnit: 'hộ',
        aggregation: 'SUM',
        kind: 'COUNT',
        position,
        ...more,
      },
    })
  const count = await indicator('ho', 1, {})
  const money = await indicator('tien', 2, { kind: 'MONEY', measureUnit: 'đồng', displayUnit: 'tỷ đồng' })
  const ratio = await indicator('co-so', 3, {
    kind: 'RATIO',
    measureUnit: 'cơ sở',
    aggregation: 'RATIO_OF_SUMS',
  })
  const breakdown = await indicator('hanh-dong', 4, { breakdown: ['cấp tỉnh', 'cấp huyện', 'cấp cơ sở'] })
  return {
    organiser,
    year,
    periods,
    north,
    south,
    units: { head, deputy, member, stranger, southMember },
    indicatorSet,
    indicators: { count, money, ratio, breakdown },
  }
}

export const PEOPLE = [
  'officer',
  'leader',
  'otherOfficer',
  'otherLeader',
  'head',
  'deputy',
  'staff',
  'reviewer',
  'farOfficer',
  'farLeader',
  'farHead',
  'farStaff',
  'farReviewer',
  'office',
  'admin',
  'guest',
] as const
export type Person = (typeof PEOPLE)[number]

/**
 * The people of a scene, as their sessions would make them. The unit in question is `unit` (the member unless said);
 * `head` and `deputy` are officers of those units; far people belong to the other cluster.
 */
export function factsOf(
  person: Person,
  scene: ReportScene,
  unit: { id: string } = scene.units.member,
): Partial<ActorFacts> {
  const { north, south, units } = scene
  const inNorth = { memberOf: [north.id] }
  const other = unit.id === units.member.id ? units.deputy : units.member
  switch (person) {
    case 'officer':
      return { ...inNorth, staffOf: [unit.id], ...headship(scene, unit.id) }
    case 'leader':
      return { ...inNorth, leaderOf: [unit.id], ...headship(scene, unit.id) }
    case 'otherOfficer':
      return { ...inNorth, staffOf: [other.id], ...headship(scene, other.id) }
    case 'otherLeader':
      return { ...inNorth, leaderOf: [other.id], ...headship(scene, other.id) }
    case 'head':
      return { ...inNorth, staffOf: [units.head.id], headOf: [north.id] }
    case 'deputy':
      return { ...inNorth, staffOf: [units.deputy.id], deputyOf: [north.id] }
    case 'staff':
      return { centralStaffOf: [north.id] }
    case 'reviewer':
      return { reviewerOf: [north.id] }
    case 'farOfficer':
      return { staffOf: [units.southMember.id], memberOf: [south.id] }
    case 'farLeader':
      return { leaderOf: [units.southMember.id], memberOf: [south.id] }
    case 'farHead':
      return { leaderOf: [units.stranger.id], memberOf: [south.id], headOf: [south.id] }
    case 'farStaff':
      return { centralStaffOf: [south.id] }
    case 'farReviewer':
      return { reviewerOf: [south.id] }
    case 'office':
      return { isOffice: true }
    case 'admin':
      return { isAdmin: true }
    case 'guest':
      return {}
  }
}

function headship({ north, units }: ReportScene, unitId: string): Partial<ActorFacts> {
  if (unitId === units.head.id) return { headOf: [north.id] }
  return unitId === units.deputy.id ? { deputyOf: [north.id] } : {}
}

export function actorOf(person: Person, scene: ReportScene, unit?: { id: string }): Promise<Actor> {
  return accountActor(factsOf(person, scene, unit))
}

/** A report in a state, complete: every indicator has a figure. */
export async function createReport(
  scene: ReportScene,
  {
    unit = scene.units.member,
    kind = 'SIX_MONTHS',
    state = 'DRAFT',
    clusterYearId = scene.north.id,
    filled = true,
    sentBefore = false,
  }: {
    unit?: { id: string }
    kind?: PeriodKind
    state?: ReportState
    clusterYearId?: string | null
    filled?: boolean
    sentBefore?: boolean
  } = {},
) {
  const { count, money, ratio, breakdown } = scene.indicators
  return prisma.report.create({
    data: {
      unitId: unit.id,
      periodId: scene.periods[kind],
      clusterYearId,
      state,
      firstSentAt: sentBefore ? new Date() : null,
      figures: filled
        ? {
            create: [
              { indicatorId: count.id, raw: '1.520', amount: '1520' },
              { indicatorId: money.id, raw: '7,5 tỷ', amount: '7500000000' },
              { indicatorId: ratio.id, raw: '16/28', amount: '16', denominator: '28' },
              { indicatorId: breakdown.id, raw: '745', amount: '745' },
            ],
          }
        : undefined,
    },
  })
}

/** A change of a target that a unit has asked for, from 1.520 to 1.400. */
export function requestedAdjustment(reportId: string, indicatorId: string, requestedById: string) {
  return prisma.targetAdjustment.create({
    data: {
      reportId,
      indicatorId,
      oldRaw: '1.520',
      newRaw: '1.400',
      reason: 'Bão',
      paper: 'Công văn 12',
      requestedById,
    },
  })
}
