import { beforeAll, describe, expect, it } from 'vitest'
import { completionOf, totalOf } from '@/lib/indicators/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { compareClusters, compareUnits, resolve } from '@/lib/summaries/compare/rules'
import {
  getComparisonChoices,
  listComparedUnits,
  listIndicatorIds,
  listReportedFigures,
  listUnitCells,
} from '@/lib/summaries/compare/queries'
import { readComparison } from '@/lib/summaries/compare/schema'
import { listHeadshipStandings } from '@/lib/summaries/honours/queries'
import { getNationalYear } from '@/lib/summaries/national/queries'
import { listNationalProgress } from '@/lib/summaries/overview/queries'
import { listClusterTotals } from '@/lib/summaries/totals/queries'
import { actorWith } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { countStatements, keepRowsBetweenTests, prisma } from '../../support/database'

let fixture: ClusterFixture
keepRowsBetweenTests()
beforeAll(async () => {
  fixture = await writeClusterFixture()
  await writeYearBeforeMerger()
})

/** Figures of 2024 for the units that became today's Gia Lai, Lâm Đồng and Đà Nẵng: a count, money "trên" and a ratio. */
const BEFORE: Record<
  string,
  [unit: string, count: string, money: string, over: boolean, ratio: [string, string]][]
> = {
  'gia-lai': [
    ['gia-lai-cu', '1577', '25000000000', true, ['122', '281']],
    ['gia-lai-cu-0', '2310', '13000000000', false, ['40', '40']],
  ],
  'lam-dong': [
    ['lam-dong-cu', '800', '1000000000', false, ['5', '9']],
    ['lam-dong-cu-0', '120', '500000000', false, ['3', '7']],
    ['lam-dong-cu-1', '310', '700000000', false, ['1', '8']],
  ],
  // Of Đà Nẵng only one of two units reported.
  'da-nang': [['da-nang-cu', '99', '100000000', false, ['1', '2']]],
}

async function writeYearBeforeMerger(): Promise<void> {
  const organiser = await prisma.organiser.findFirstOrThrow()
  const set = await prisma.clusterSet.findFirstOrThrow()
  const cluster = await prisma.cluster.findFirstOrThrow()
  const scheme = await prisma.completionScheme.findFirstOrThrow()
  const old = await prisma.unit.findMany({ where: { validTo: { not: null } } })
  const year = await prisma.emulationYear.create({
    data: {
      organiserId: organiser.id,
      year: 2024,
      state: 'CLOSED',
      periods: { create: [{ kind: 'REGISTRATION' }, { kind: 'YEAR_FINAL' }] },
    },
    include: { periods: true },
  })
  const clusterYear = await prisma.clusterYear.create({
    data: {
      clusterId: cluster.id,
      setId: set.id,
      emulationYearId: year.id,
      year: 2024,
      title: 'Cụm năm 2024',
      memberships: { create: old.map(({ id }) => ({ unitId: id })) },
    },
  })
  const indicatorSet = await prisma.indicatorSet.create({
    data: {
      emulationYearId: year.id,
      scope: 'NATIONAL',
      name: 'Bộ 2024',
      completionSchemeId: scheme.id,
      groups: { create: { name: 'Nhóm', position: 0 } },
    },
    include: { groups: true },
  })
  const ids: Record<string, string> = {}
  for (const [code, kind, aggregation] of [
    ['ho-5-khong', 'COUNT', 'SUM'],
    ['nguon-luc', 'MONEY', 'SUM'],
    ['co-so-60', 'RATIO', 'RATIO_OF_SUMS'],
  ] as const) {
    const { id } = await prisma.indicator.create({
      data: {
        setId: indicatorSet.id,
        groupId: indicatorSet.groups[0]!.id,
        code,
        name: code,
        shortName: code,
        kind,
        aggregation,
        measureUnit: 'hộ',
        position: 0,
      },
    })
    ids[code] = id
  }
  const period = year.periods.find(({ kind }) => kind === 'YEAR_FINAL')!.id
  for (const [slug, count, money, over, [n, d]] of Object.values(BEFORE).flat()) {
    await prisma.report.create({
      data: {
        unitId: old.find((unit) => unit.slug === slug)!.id,
        periodId: period,
        clusterYearId: clusterYear.id,
        state: 'LOCKED',
        projection: {
          create: {
            cells: {
              [ids['ho-5-khong']!]: { m: { a: count, v: 1 } },
              [ids['nguon-luc']!]: { m: { a: money, v: 1, ...(over ? { q: 'OVER' } : {}) } },
              [ids['co-so-60']!]: { m: { a: n, d, v: 1 } },
            },
          },
        },
      },
    })
  }
}

const office = actorWith({ isOffice: true })

async function compared(search: Record<string, string>, actor: Actor = office) {
  const choices = await getComparisonChoices(actor)
  const question = resolve(readComparison(search), choices)!
  const { ask, years, indicator } = question
  const units = await listComparedUnits(actor, { from: ask.from, to: ask.to, clusterId: null })
  const cells = await listUnitCells(actor, {
    unitIds: units.map(({ id }) => id),
    years,
    period: ask.period,
    code: indicator.code,
  })
  return compareUnits({ ...question, shortened: false }, units, cells)
}

const at2024 = (comparison: Awaited<ReturnType<typeof compared>>) =>
  Object.fromEntries(
    comparison.rows.flatMap(({ key, figures }) => {
      const value = figures[comparison.years.indexOf(2024)]?.value
      return value ? [[key, value]] : []
    }),
  )

describe('H3 the history of merged units in both boundary modes', () => {
  const ask = { tu: '2024', den: '2024', ky: 'chinh-thuc' }

  it('H3 shows each figure with the unit of its time', async () => {
    const then = await compared({ ...ask, 'chi-tieu': 'ho-5-khong' })
    expect(at2024(then)).toEqual(
      Object.fromEntries(
        Object.values(BEFORE)
          .flat()
          .map(([slug, amount]) => [slug, { kind: 'COUNT', amount, qualifier: 'EXACT' }]),
      ),
    )
    expect(then.left).toEqual([])
    expect(then.total[0]?.value).toEqual({ kind: 'COUNT', amount: '5216', qualifier: 'EXACT' })
  })

  it.each([
    [
      'ho-5-khong',
      { kind: 'COUNT', amount: '3887', qualifier: 'EXACT' },
      { kind: 'COUNT', amount: '1230', qualifier: 'EXACT' },
    ],
    [
      'nguon-luc',
      { kind: 'MONEY', amount: '38000000000', qualifier: 'OVER' },
      { kind: 'MONEY', amount: '2200000000', qualifier: 'EXACT' },
    ],
    [
      'co-so-60',
      { kind: 'RATIO', numerator: '162', denominator: '321' },
      { kind: 'RATIO', numerator: '9', denominator: '24' },
    ],
  ])(
    'H3 recomputes %s onto today’s Gia Lai and Lâm Đồng as a table by hand does',
    async (code, giaLai, lamDong) => {
      const now = await compared({ ...ask, 'chi-tieu': code, 'dia-gioi': 'hien-nay' })
      expect(at2024(now)).toEqual({ 'gia-lai': giaLai, 'lam-dong': lamDong })
      const daNang = now.rows.find(({ key }) => key === 'da-nang')!.figures[0]!
      expect(daNang).toMatchObject({ value: null, reason: 'MISSING', missing: ['Quảng Nam'] })
      expect(now.left.map(({ unit, reason }) => [unit.slug, reason])).toEqual([['da-nang-cu', 'MISSING']])
    },
  )

  it('H3 attributes headships to the unit of their time', async () => {
    const before = await prisma.unit.findFirstOrThrow({ where: { slug: 'gia-lai-cu' } })
    const { id } = await prisma.clusterYear.findFirstOrThrow({ where: { year: 2024 } })
    await prisma.headship.create({ data: { clusterYearId: id, unitId: before.id, role: 'HEAD' } })
    const year = (await getNationalYear(office, 2026))!
    const standings = await listHeadshipStandings(office, year.emulationYearId)
    const giaLai = standings.find(({ unit }) => unit.slug === 'gia-lai')!
    expect(giaLai.own).toEqual([])
    expect(giaLai.before).toEqual([{ year: 2024, unit: 'Gia Lai' }])
    expect(standings.find(({ unit }) => unit.slug === 'khanh-hoa')!.own).toEqual([2026, 2025, 2023])
  })
})

describe('who sees what in a comparison', () => {
  it('a stranger compares confirmed figures alone, a guest none', async () => {
    const figures = async (actor: Actor) => {
      const { rows } = await compared(
        { 'chi-tieu': 'ho-5-khong', tu: '2026', den: '2026', ky: 'chinh-thuc' },
        actor,
      )
      return rows.filter(({ figures: [figure] }) => figure?.value).map(({ key }) => key)
    }
    const stranger = actorWith({ staffOf: ['00000000-0000-4000-8000-000000000000'] })
    expect(await figures(stranger)).toEqual(['dak-lak', 'gia-lai', 'quang-ngai'])
    expect(await figures(office)).toEqual(['da-nang', 'dak-lak', 'gia-lai', 'khanh-hoa', 'quang-ngai'])
    expect(await figures(actorWith())).toEqual([])
  })

  it('the nation’s progress is the office’s to see, counted in one statement', async () => {
    const { emulationYearId } = (await getNationalYear(office, 2026))!
    expect(await listNationalProgress(actorWith({ isAdmin: true }), emulationYearId)).toEqual([])
    const statements = await countStatements(async () => {
      const progress = await listNationalProgress(office, emulationYearId)
      const final = progress.find(({ kind }) => kind === 'YEAR_FINAL')!
      expect(final.clusters).toMatchObject([{ members: 6, sent: 5, confirmed: 3 }])
    })
    expect(statements).toBe(1)
  })
})

const scope = (code: string | null = null) => ({
  from: 2026,
  to: 2026,
  period: 'YEAR_FINAL' as const,
  clusterIds: null,
  indicatorIds: code ? [fixture.indicators[code]!] : null,
})
const totalOfHouses = async (actor: Actor) => {
  const [cluster] = await listClusterTotals(actor, scope('ho-5-khong'))
  return { reports: cluster!.reports, amount: cluster!.totals[fixture.indicators['ho-5-khong']!]?.v?.a }
}

describe('totals of clusters', () => {
  it('are read from summaries once they were added up, in one statement', async () => {
    await listClusterTotals(office, scope())
    expect(await countStatements(() => listClusterTotals(office, scope()))).toBe(1)
  })

  it('are those of the reports a reader may see', async () => {
    const stranger = actorWith({ staffOf: ['00000000-0000-4000-8000-000000000000'] })
    const follower = actorWith({ reviewerOf: [fixture.clusterYearId] })
    // 1.260 + 103 a unit in the order of the fixture; Lâm Đồng is a draft, Đà Nẵng and Khánh Hòa await confirmation.
    expect(await totalOfHouses(office)).toEqual({
      reports: 5,
      amount: String(1260 * 5 + 103 * (0 + 1 + 2 + 3 + 5)),
    })
    expect(await totalOfHouses(follower)).toEqual(await totalOfHouses(office))
    expect(await totalOfHouses(stranger)).toEqual({
      reports: 3,
      amount: String(1260 * 3 + 103 * (1 + 2 + 5)),
    })
    expect(await listClusterTotals(actorWith(), scope())).toEqual([])
  })

  const change = (work: () => Promise<unknown>) => async (): Promise<string | undefined> => {
    await work()
    return (await totalOfHouses(office)).amount
  }
  const setFigure = async (slug: string, amount: string) => {
    const reportId = fixture.reports[slug]!
    const { cells } = await prisma.reportProjection.findUniqueOrThrow({ where: { reportId } })
    const next = { ...(cells as object), [fixture.indicators['ho-5-khong']!]: { m: { a: amount, v: 2 } } }
    await prisma.$transaction([
      prisma.reportProjection.update({ where: { reportId }, data: { cells: next } }),
      prisma.report.update({ where: { id: reportId }, data: { dataVersion: { increment: 1 } } }),
    ])
  }

  it('are never stale: a changed figure, a state, a report and a rule all show at once', async () => {
    const before = Number((await totalOfHouses(office)).amount)
    expect(await change(() => setFigure('khanh-hoa', '1'))()).toBe(String(before - 1260 - 309 + 1))
    const sent = { firstSentAt: new Date(), state: 'SENT' as const }
    expect(
      await change(() => prisma.report.update({ where: { id: fixture.reports['lam-dong']! }, data: sent }))(),
    ).toBe(String(before - 1568 + 1260 + 412))
    const stranger = actorWith({ staffOf: ['00000000-0000-4000-8000-000000000000'] })
    const confirmed = Number((await totalOfHouses(stranger)).amount)
    await prisma.report.update({ where: { id: fixture.reports['khanh-hoa']! }, data: { state: 'CONFIRMED' } })
    expect((await totalOfHouses(stranger)).amount).toBe(String(confirmed + 1))
    await prisma.indicator.update({
      where: { id: fixture.indicators['ho-5-khong']! },
      data: { aggregation: 'MAXIMUM' },
    })
    expect((await totalOfHouses(office)).amount).toBe(String(1260 + 515))
    await prisma.indicator.update({
      where: { id: fixture.indicators['ho-5-khong']! },
      data: { aggregation: 'SUM' },
    })
  })

  it('saving a draft that was never sent raises no generation', async () => {
    const draft = await prisma.report.findFirstOrThrow({ where: { clusterYearId: fixture.clusterYearId } })
    const { id } = await prisma.report.create({
      data: {
        unitId: (await prisma.unit.findFirstOrThrow({ where: { slug: 'da-nang-cu' } })).id,
        periodId: draft.periodId,
        clusterYearId: fixture.clusterYearId,
        state: 'DRAFT',
      },
    })
    const generation = () =>
      prisma.summaryGeneration.findUnique({ where: { clusterYearId: fixture.clusterYearId } })
    const before = await generation()
    await prisma.report.update({ where: { id }, data: { dataVersion: { increment: 1 } } })
    expect(await generation()).toEqual(before)
    await prisma.report.delete({ where: { id } })
  })

  it('a summary added up from an older moment never replaces a later one', async () => {
    const readers = await Promise.all(
      Array.from({ length: 8 }, async (_, turn) => {
        await setFigure('khanh-hoa', String(100 + turn))
        return totalOfHouses(office)
      }),
    )
    expect(readers).toHaveLength(8)
    await setFigure('khanh-hoa', '7')
    const rows = await prisma.reportProjection.findMany({
      where: {
        report: {
          clusterYearId: fixture.clusterYearId,
          id: { in: Object.values(fixture.reports) },
          firstSentAt: { not: null },
        },
      },
    })
    const values = rows.map(({ cells }) => {
      const cell = (cells as Record<string, { m: { a: string } }>)[fixture.indicators['ho-5-khong']!]
      return { kind: 'COUNT' as const, amount: cell!.m.a, qualifier: 'EXACT' as const }
    })
    const total = totalOf(values, { aggregation: 'SUM' }).value
    expect((await totalOfHouses(office)).amount).toBe(total && 'amount' in total ? total.amount : '')
  })

  it('stand for clusters in a comparison, and the cluster’s own figure where there are none', async () => {
    const choices = await getComparisonChoices(office)
    const question = resolve(
      readComparison({ theo: 'cum', 'chi-tieu': 'ho-5-khong', tu: '2023', den: '2026', ky: 'chinh-thuc' }),
      choices,
    )!
    const span = { from: 2023, to: 2026, code: 'ho-5-khong' }
    const ids = await listIndicatorIds(office, span)
    const totals = await listClusterTotals(office, {
      ...span,
      period: 'YEAR_FINAL',
      clusterIds: null,
      indicatorIds: ids.map(({ id }) => id),
    })
    const reported = await listReportedFigures(office, { ...span, period: 'YEAR_FINAL' })
    const { rows, years } = compareClusters(question, choices.clusters, totals, ids, reported)
    const figure = (year: number) => rows[0]!.figures[years.indexOf(year)]
    expect(figure(2023)).toMatchObject({ reported: true, value: { amount: '13577' }, units: null })
    expect(figure(2025)).toMatchObject({ reported: false, units: { withFigure: 6, all: 6 } })
    const { value, target, completion } = figure(2025)!
    expect(completion.percent).toBe(completionOf(value, target, question.indicator).percent)
    const perUnit = compareClusters(
      { ...question, ask: { ...question.ask, base: 'PER_UNIT' } },
      choices.clusters,
      totals,
      ids,
      reported,
    )
    expect(perUnit.rows[0]!.figures[years.indexOf(2025)]!.value).toMatchObject({ amount: '1457.5' })
    expect(perUnit.rows[0]!.figures[years.indexOf(2023)]!.value).toBeNull()
  })
})
