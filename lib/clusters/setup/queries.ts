import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { databaseNow, prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { canConfigure } from '@/lib/periods/policy'
import { nameInYear } from '@/lib/units/rules'
import type { ClusterRow, ClusterSetDto, ClusterYearChoices, ClusterYearSetup } from './types'

/** Cluster sets of every organiser, newest first. */
export async function listClusterSets(actor: Actor): Promise<ClusterSetDto[]> {
  if (!canConfigure(actor)) return []
  const sets = await prisma.clusterSet.findMany({
    include: { organiser: true, predecessor: true, _count: { select: { years: true } } },
    orderBy: [{ validFrom: { sort: 'desc', nulls: 'last' } }, { name: 'asc' }],
  })
  return sets.map((set) => ({
    id: set.id,
    slug: set.slug,
    name: set.name,
    organiser: set.organiser.name,
    validFrom: storedDay(set.validFrom),
    validTo: storedDay(set.validTo),
    predecessor: set.predecessor?.name ?? null,
    illustrative: set.illustrative,
    note: set.note,
    version: set.version,
    clusterYears: set._count.years,
  }))
}

/** Clusters with the years they existed in. */
export async function listClusterRows(actor: Actor): Promise<ClusterRow[]> {
  if (!canConfigure(actor)) return []
  const clusters = await prisma.cluster.findMany({
    include: { years: { select: { year: true }, orderBy: { year: 'asc' } } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
  })
  return clusters.map(({ years, ...cluster }) => ({
    id: cluster.id,
    slug: cluster.slug,
    name: cluster.name,
    aliases: cluster.aliases,
    note: cluster.note,
    version: cluster.version,
    years: years.map(({ year }) => year),
  }))
}

const setupShape = {
  cluster: true,
  set: true,
  emulationYear: { select: { state: true } },
  memberships: { include: { unit: { include: { designations: true } } } },
  headships: { include: { unit: { include: { designations: true } } } },
  grants: { where: { revokedAt: null, role: { in: ['CENTRAL_STAFF', 'CENTRAL_REVIEWER'] } } },
  reports: { where: { state: { not: 'DRAFT' } }, select: { unitId: true } },
} satisfies Prisma.ClusterYearInclude

function toSetup(row: Prisma.ClusterYearGetPayload<{ include: typeof setupShape }>): ClusterYearSetup {
  const started = new Set(row.reports.map((report) => report.unitId))
  const holders = (role: string) =>
    row.grants.filter((grant) => grant.role === role).map((grant) => grant.accountId)
  return {
    id: row.id,
    clusterSlug: row.cluster.slug,
    clusterName: row.cluster.name,
    setName: row.set.name,
    year: row.year,
    closed: row.emulationYear.state === 'CLOSED',
    title: row.title,
    motto: row.motto,
    illustrative: row.illustrative,
    version: row.version,
    members: row.memberships
      .map(({ unit }) => ({
        unitId: unit.id,
        name: nameInYear(unit.designations, row.year),
        slug: unit.slug,
        started: started.has(unit.id),
      }))
      .toSorted((a, b) => compareVietnamese(a.name, b.name)),
    headships: row.headships
      .map((headship) => ({
        id: headship.id,
        role: headship.role,
        unitId: headship.unitId,
        unitName: nameInYear(headship.unit.designations, row.year),
        startsOn: storedDay(headship.startsOn),
        endsOn: storedDay(headship.endsOn),
        note: headship.note,
      }))
      .toSorted((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? '')),
    centralStaff: holders('CENTRAL_STAFF'),
    reviewers: holders('CENTRAL_REVIEWER'),
  }
}

/** Every cluster-year of a year as the office edits it, in the clusters' order. */
export async function listClusterYearSetups(actor: Actor, year: number): Promise<ClusterYearSetup[]> {
  if (!canConfigure(actor)) return []
  const rows = await prisma.clusterYear.findMany({
    where: { year },
    include: setupShape,
    orderBy: { cluster: { position: 'asc' } },
  })
  return rows.map(toSetup)
}

/** One cluster-year as the office edits it. */
export async function getClusterYearSetup(
  actor: Actor,
  slug: string,
  year: number,
): Promise<ClusterYearSetup | null> {
  if (!canConfigure(actor)) return null
  const row = await prisma.clusterYear.findFirst({ where: { cluster: { slug }, year }, include: setupShape })
  return row && toSetup(row)
}

/** Units that existed in the year (with the cluster that has them already) and central people who may be assigned. */
export async function getClusterYearChoices(
  actor: Actor,
  clusterYear: { id: string; year: number },
): Promise<ClusterYearChoices> {
  if (!canConfigure(actor)) return { units: [], centralStaff: [], reviewers: [] }
  const first = new Date(Date.UTC(clusterYear.year, 0, 1))
  const last = new Date(Date.UTC(clusterYear.year, 11, 31))
  const [units, accounts, now] = await Promise.all([
    prisma.unit.findMany({
      where: {
        level: 'PROVINCE',
        OR: [{ validFrom: null }, { validFrom: { lte: last } }],
        AND: { OR: [{ validTo: null }, { validTo: { gt: first } }] },
      },
      include: {
        designations: true,
        memberships: {
          where: { clusterYear: { year: clusterYear.year, id: { not: clusterYear.id } } },
          include: { clusterYear: { select: { title: true } } },
        },
      },
    }),
    prisma.account.findMany({
      where: {
        disabledAt: null,
        grants: { some: { role: { in: ['CENTRAL_STAFF', 'CENTRAL_REVIEWER'] }, revokedAt: null } },
      },
      include: { grants: { where: { revokedAt: null } } },
      orderBy: { name: 'asc' },
    }),
    databaseNow(),
  ])
  const ended = (validTo: Date | null) => validTo !== null && validTo <= now
  const people = (role: string) =>
    accounts
      .filter((account) => account.grants.some((grant) => grant.role === role))
      .map(({ id, name, email }) => ({ id, name, email }))
  return {
    units: units
      .map((unit) => ({
        id: unit.id,
        name: `${nameInYear(unit.designations, clusterYear.year)}${ended(unit.validTo) ? ' (trước sắp xếp)' : ''}`,
        takenBy: unit.memberships[0]?.clusterYear.title ?? null,
      }))
      .toSorted((a, b) => compareVietnamese(a.name, b.name)),
    centralStaff: people('CENTRAL_STAFF'),
    reviewers: people('CENTRAL_REVIEWER'),
  }
}
