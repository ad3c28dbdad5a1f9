import { beforeAll, describe, expect, it } from 'vitest'
import { getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { getNationalTable, getNationalYear } from '@/lib/summaries/national/queries'
import { findClusterTable } from '@/lib/summaries/queries'
import { actorWith } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { keepRowsBetweenTests, prisma } from '../../support/database'

let fixture: ClusterFixture
let clusterYear: ClusterYearDto
let emulationYearId: string
let office: Actor
keepRowsBetweenTests()
beforeAll(async () => {
  fixture = await writeClusterFixture()
  office = actorWith({ isOffice: true })
  clusterYear = (await getClusterYear(office, fixture.slug, 2026))!
  emulationYearId = (await getNationalYear(office, 2026))!.emulationYearId
})

const cluster = async (actor: Actor = office, known: string[] = []) => {
  const table = (await findClusterTable(actor, fixture.slug, 2026, 'YEAR_FINAL', known))!
  return { key: table.key, rows: table.input(clusterYear)?.reports.length ?? 0 }
}
const nation = async (known: string[] = []) => {
  const { key, table } = await getNationalTable(office, emulationYearId, 'YEAR_FINAL', known)
  return { key, rows: table().reports.length }
}

const reportOf = async (unit: string, year: number, kind: 'YEAR_FINAL' | 'REGISTRATION') =>
  (await prisma.report.findFirstOrThrow({
    where: { unitId: fixture.units[unit]!, clusterYear: { year }, period: { kind } },
    include: { projection: true },
  }))!

/** Writes the same cells again, as a save does: a new version of the row. */
async function touchCells(unit: string, year: number, kind: 'YEAR_FINAL' | 'REGISTRATION') {
  const { id } = await reportOf(unit, year, kind)
  await prisma.$executeRaw`UPDATE report_projections SET cells = cells || '{}' WHERE report_id = ${id}::uuid`
}

describe('the key of a table', () => {
  it('stays while nothing changes, and what is known does not travel again', async () => {
    const first = await cluster()
    expect(first.rows).toBe(6)
    expect(await cluster(office, ['other', first.key])).toEqual({ key: first.key, rows: 0 })
    expect(await cluster(office, ['other'])).toEqual(first)
    const all = await nation()
    expect(all.rows).toBe(6)
    expect(await nation([all.key])).toEqual({ key: all.key, rows: 0 })
  })

  it('differs between readers who see different things', async () => {
    const own = actorWith({ staffOf: [fixture.units['lam-dong']!], memberOf: [fixture.clusterYearId] })
    const other = actorWith({ staffOf: [fixture.units['gia-lai']!], memberOf: [fixture.clusterYearId] })
    const keys = [
      await cluster(),
      await cluster(own),
      await cluster(actorWith({ isAdmin: true })),
      await cluster(actorWith()),
    ]
    expect(new Set(keys.map(({ key }) => key)).size).toBe(4)
    expect((await cluster(other)).key).toBe(keys[0]!.key)
  })

  it('leaves a reader alone when a draft that she may not read changes', async () => {
    const before = await cluster()
    const officer = actorWith({ staffOf: [fixture.units['lam-dong']!], memberOf: [fixture.clusterYearId] })
    const own = await cluster(officer)
    await touchCells('lam-dong', 2026, 'YEAR_FINAL')
    expect((await cluster()).key).toBe(before.key)
    expect((await cluster(officer)).key).not.toBe(own.key)
  })

  const indicator = (change: object) =>
    prisma.indicator.update({ where: { id: fixture.indicators.htx! }, data: change })
  const changes: [string, 'both' | 'cluster', () => Promise<unknown>][] = [
    ['a figure', 'both', () => touchCells('gia-lai', 2026, 'YEAR_FINAL')],
    ['a target', 'both', () => touchCells('gia-lai', 2026, 'REGISTRATION')],
    ['a figure of the year before', 'cluster', () => touchCells('gia-lai', 2025, 'YEAR_FINAL')],
    [
      'a state',
      'both',
      async () => {
        const { id } = await reportOf('khanh-hoa', 2026, 'YEAR_FINAL')
        await prisma.report.update({ where: { id }, data: { state: 'CHECKED' } })
      },
    ],
    ['the name of an indicator', 'both', () => indicator({ name: 'Tên khác' })],
    ['an indicator taken out', 'both', () => indicator({ retiredAt: new Date() })],
    ['the name of a group', 'both', () => prisma.indicatorGroup.updateMany({ data: { name: 'Nhóm khác' } })],
    ['the bands of completion', 'both', () => prisma.completionScheme.updateMany({ data: { name: 'Khác' } })],
    [
      'an indicator that a unit does not have',
      'both',
      () =>
        prisma.unitIndicator.create({
          data: {
            indicatorId: fixture.indicators['do-dau']!,
            unitId: fixture.units['gia-lai']!,
            notAssigned: true,
          },
        }),
    ],
    [
      'a figure of the cluster itself',
      'cluster',
      () =>
        prisma.clusterFigure.create({
          data: {
            clusterYearId: fixture.clusterYearId,
            indicatorId: fixture.indicators['do-dau']!,
            raw: '700',
            amount: '700',
          },
        }),
    ],
  ]
  for (const [what, where, change] of changes) {
    it(`changes with ${what}`, async () => {
      const [before, all] = [await cluster(), await nation()]
      await change()
      const after = await cluster(office, [before.key])
      expect(after.key).not.toBe(before.key)
      expect(after.rows).toBe(6)
      if (where === 'both') expect((await nation([all.key])).rows).toBe(6)
    })
  }
})
