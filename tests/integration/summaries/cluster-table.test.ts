import { beforeAll, describe, expect, it } from 'vitest'
import { getClusterHistory, getClusterYear, listClusters } from '@/lib/clusters/queries'
import { getFigureDetail } from '@/lib/summaries/figures/queries'
import { describeFigure } from '@/lib/summaries/figures/rules'
import { getNationalTable, getNationalYear } from '@/lib/summaries/national/queries'
import { getClusterTable } from '@/lib/summaries/queries'
import { rowStatus } from '@/lib/summaries/rules'
import { getTrend } from '@/lib/summaries/trends/queries'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { findUnitOfYear, getUnit, listUnits } from '@/lib/units/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { actorWith } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { countStatements, keepRowsBetweenTests } from '../../support/database'

let fixture: ClusterFixture
keepRowsBetweenTests()
beforeAll(async () => {
  fixture = await writeClusterFixture()
})

/** What a reader sees of each unit in the final period of 2026. */
async function seenBy(actor: Actor): Promise<Record<string, { status: string; figures: number }>> {
  const clusterYear = (await getClusterYear(actor, fixture.slug, 2026))!
  const table = await getClusterTable(actor, clusterYear, 'YEAR_FINAL')
  const bySlug = Object.fromEntries(Object.entries(fixture.units).map(([slug, id]) => [id, slug]))
  return Object.fromEntries(
    table.reports.map((report) => [
      bySlug[report.unitId] ?? '',
      { status: rowStatus(report, true), figures: Object.keys(report.cells).length },
    ]),
  )
}

describe('the cluster table', () => {
  it('takes two statements beside the session, and one for the dialog behind a figure', async () => {
    const actor = actorWith({ reviewerOf: [fixture.clusterYearId] })
    const table = await countStatements(async () => {
      const clusterYear = await getClusterYear(actor, fixture.slug, 2026)
      await getClusterTable(actor, clusterYear!, 'YEAR_FINAL')
    })
    expect(table).toBe(2)
    const dialog = await countStatements(() =>
      getFigureDetail(actor, fixture.reports['gia-lai']!, fixture.indicators['ho-5-khong']!),
    )
    expect(dialog).toBe(1)
  })

  it('shows those who follow the cluster what was sent, and no draft', async () => {
    const id = fixture.clusterYearId
    for (const actor of [
      actorWith({ reviewerOf: [id] }),
      actorWith({ centralStaffOf: [id] }),
      actorWith({ headOf: [id], memberOf: [id], leaderOf: [fixture.units['khanh-hoa']!] }),
      actorWith({ memberOf: [id], staffOf: [fixture.units['gia-lai']!] }),
      actorWith({ isOffice: true }),
    ]) {
      const seen = await seenBy(actor)
      expect(seen['da-nang']).toEqual({ status: 'CHECKED', figures: 8 })
      expect(seen['khanh-hoa']).toEqual({ status: 'SENT', figures: 8 })
      expect(seen['lam-dong']).toEqual({ status: 'NOT_SENT', figures: 0 })
    }
  })

  it('shows a unit its own draft', async () => {
    const actor = actorWith({ memberOf: [fixture.clusterYearId], staffOf: [fixture.units['lam-dong']!] })
    expect((await seenBy(actor))['lam-dong']).toEqual({ status: 'DRAFT', figures: 8 })
  })

  it('shows others what is confirmed and says that the rest is not', async () => {
    const elsewhere = actorWith({ staffOf: ['00000000-0000-4000-8000-000000000000'] })
    for (const actor of [elsewhere, actorWith({ isAdmin: true })]) {
      const seen = await seenBy(actor)
      expect(seen['gia-lai']).toEqual({ status: 'CONFIRMED', figures: 8 })
      expect(seen['da-nang']).toEqual({ status: 'CLOSED_TO_READER', figures: 0 })
      expect(seen['lam-dong']).toEqual({ status: 'NOT_SENT', figures: 0 })
    }
    const guest = await seenBy(actorWith())
    expect(Object.values(guest).every(({ figures }) => figures === 0)).toBe(true)
  })

  it('brings last year beside this one, by the code of the indicator', async () => {
    const actor = actorWith({ isOffice: true })
    const clusterYear = (await getClusterYear(actor, fixture.slug, 2026))!
    const table = await getClusterTable(actor, clusterYear, 'YEAR_FINAL')
    const indicator = table.indicators.find(({ code }) => code === 'ho-5-khong')!
    const row = table.reports.find(({ unitId }) => unitId === fixture.units['gia-lai'])!
    expect(row.last[indicator.lastId!]?.m?.a).toBe('1406')
    expect(clusterYear.members.find(({ slug }) => slug === 'lam-dong')?.includes).toEqual([
      'Bình Thuận',
      'Đắk Nông',
    ])
  })

  it("gives the cluster's own figures with their source where units have none (C6)", async () => {
    const actor = actorWith({ isOffice: true })
    const clusterYear = (await getClusterYear(actor, fixture.slug, 2023))!
    const { reported } = await getClusterTable(actor, clusterYear, 'YEAR_FINAL')
    expect(reported).toMatchObject([
      { raw: '13.577 hộ', value: { amount: '13577' }, source: { letter: 'C', factId: 'C6' } },
    ])
  })
})

describe('what stands behind a figure', () => {
  it('is refused where the report is not the reader’s', async () => {
    const other = actorWith({ isAdmin: true })
    const ids = [fixture.reports['da-nang']!, fixture.indicators['ho-5-khong']!] as const
    expect(await getFigureDetail(other, ...ids)).toBeNull()
    expect(await getFigureDetail(other, 'garbage', ids[1])).toBeNull()
    expect(await getFigureDetail(other, ids[0], "'; drop table reports; --")).toBeNull()
  })
  it('says words, target, last year and state', async () => {
    const actor = actorWith({ isOffice: true })
    const detail = await getFigureDetail(actor, fixture.reports['khanh-hoa']!, fixture.indicators.htx!)
    const words = describeFigure(detail!)
    expect(words).toMatchObject({
      unit: 'Khánh Hòa',
      raw: '3 HTX',
      understood: '',
      completion: { mark: 'chua' },
    })
    expect(words.completion?.words).toBe('Chưa đạt: 60% chỉ tiêu đăng ký')
    expect(words.facts).toContainEqual({ label: 'Chỉ tiêu đăng ký', text: '5 HTX' })
    expect(words.facts).toContainEqual({ label: 'Cùng kỳ năm 2025', text: '3 HTX' })
  })
})

describe('units, clusters and the nation', () => {
  it('leads a link to the unit of its time', async () => {
    const actor = actorWith()
    expect((await findUnitOfYear(actor, 'gia-lai', 2020))?.slug).toBe('gia-lai-cu')
    expect((await findUnitOfYear(actor, 'gia-lai', 2026))?.slug).toBe('gia-lai')
    expect((await findUnitOfYear(actor, 'gia-lai-cu', 2026))?.slug).toBe('gia-lai')
    expect(await findUnitOfYear(actor, 'khong-co', 2026)).toBeNull()
    expect(await findUnitOfYear(actor, 'gia-lai', 1800)).toBeNull()
    expect(await findUnitOfYear(actor, 'gia-lai', 9999)).toBeNull()
  })
  it('lists units of all times with their lineage in one statement', async () => {
    const actor = actorWith()
    expect(await countStatements(() => listUnits(actor))).toBe(1)
    const unit = await getUnit(actor, 'lam-dong')
    expect(unit?.predecessorsFull.map(({ name }) => name).sort()).toEqual([
      'Bình Thuận',
      'Lâm Đồng',
      'Đắk Nông',
    ])
    expect(unit?.namesake).toBe(true)
    expect(await getUnit(actor, 'khong-co')).toBeNull()
  })
  it('lists clusters and their rotation', async () => {
    const actor = actorWith()
    const [cluster] = await listClusters(actor)
    expect(cluster).toMatchObject({ slug: fixture.slug, year: 2026, years: [2026, 2025, 2023] })
    expect(cluster?.head?.name).toBe('Khánh Hòa')
    const history = await getClusterHistory(actor, fixture.slug)
    expect(history?.years.map(({ year }) => year)).toEqual([2026, 2025, 2023])
    expect(await getClusterHistory(actor, 'khong-co')).toBeNull()
  })
  it("keeps a unit's draft from others on its own page too", async () => {
    const unitId = fixture.units['lam-dong']!
    const of = async (actor: Actor) =>
      (await getUnitYear(actor, unitId, 2026)).reports.map(({ state }) => state)
    expect(await of(actorWith({ isOffice: true }))).toEqual(['CONFIRMED'])
    expect(await of(actorWith({ staffOf: [unitId] }))).toEqual(['CONFIRMED', 'DRAFT'])
  })
  it('follows an indicator over the years, the cluster’s own figure where units have none', async () => {
    const actor = actorWith({ isOffice: true })
    const { cluster } = (await getClusterYear(actor, fixture.slug, 2026))!
    const trend = await getTrend(actor, cluster.id, 'ho-5-khong', 'YEAR_FINAL')
    expect(trend.map(({ year, figures }) => [year, figures.length])).toEqual([
      [2023, 0],
      [2025, 6],
      [2026, 5],
    ])
    expect(trend[0]?.reported).toMatchObject({ amount: '13577' })
  })
  it('reads the nation in one statement', async () => {
    const actor = actorWith({ isOffice: true })
    const national = (await getNationalYear(actor, null))!
    expect(national.year).toBe(2026)
    const count = await countStatements(() => getNationalTable(actor, national.emulationYearId, 'YEAR_FINAL'))
    expect(count).toBe(1)
    expect(await getNationalYear(actor, 1990)).toBeNull()
  })
})
