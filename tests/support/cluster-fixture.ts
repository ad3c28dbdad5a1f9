import { prisma } from '@/lib/platform/db'
import type { ProjectionCells, ReportState } from '@/lib/reports/types'
import type { Prisma } from '@/prisma/generated/client'

const BANDS = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

const INDICATORS = [
  ['Xây dựng gia đình', 'ho-5-khong', 'Hộ đạt “5 không, 3 sạch”', 'COUNT', 'hộ', 'SUM'],
  ['Xây dựng gia đình', 'ho-thoat-ngheo', 'Hộ thoát nghèo, cận nghèo', 'COUNT', 'hộ', 'SUM'],
  ['Phát triển kinh tế', 'htx', 'HTX thành lập mới', 'COUNT', 'HTX', 'SUM'],
  ['Phát triển kinh tế', 'nguon-luc', 'Nguồn lực huy động', 'MONEY', 'đồng', 'SUM'],
  ['Xây dựng tổ chức Hội', 'hoi-vien-moi', 'Hội viên phát triển mới', 'COUNT', 'người', 'SUM'],
  [
    'Xây dựng tổ chức Hội',
    'co-so-60',
    'Xóa cơ sở có tỷ lệ tập hợp dưới 60%',
    'RATIO',
    'cơ sở',
    'RATIO_OF_SUMS',
  ],
  ['An sinh', 'do-dau', 'Trẻ mồ côi được đỡ đầu', 'COUNT', 'trẻ', 'SUM'],
  ['An sinh', 'quy-che', 'Có quy chế phối hợp', 'YES_NO', '', 'NONE'],
] as const

const UNITS = [
  ['da-nang', 'Đà Nẵng', 'thành phố', ['Quảng Nam'], 'CHECKED'],
  ['dak-lak', 'Đắk Lắk', 'tỉnh', ['Phú Yên'], 'CONFIRMED'],
  ['gia-lai', 'Gia Lai', 'tỉnh', ['Bình Định'], 'CONFIRMED'],
  ['khanh-hoa', 'Khánh Hòa', 'tỉnh', ['Ninh Thuận'], 'SENT'],
  ['lam-dong', 'Lâm Đồng', 'tỉnh', ['Đắk Nông', 'Bình Thuận'], 'DRAFT'],
  ['quang-ngai', 'Quảng Ngãi', 'tỉnh', ['Kon Tum'], 'CONFIRMED'],
] as const

const date = (day: string) => new Date(`${day}T00:00:00Z`)

export type ClusterFixture = {
  slug: string
  clusterYearId: string
  /** Unit ids by slug. */
  units: Record<string, string>
  /** Report ids of the final period by unit slug. */
  reports: Record<string, string>
  /** Indicator ids by code. */
  indicators: Record<string, string>
}

/**
 * One cluster of six units over 2023 (figures of the cluster alone, from a source), 2025 (all confirmed) and 2026 (all
 * states): enough for a reader to find, miss and be refused something.
 */
export async function writeClusterFixture(): Promise<ClusterFixture> {
  const source = await prisma.source.create({
    data: {
      slug: 'tong-ket-2023',
      letter: 'C',
      title: 'Cụm thi đua các tỉnh Duyên hải miền Trung và Tây Nguyên',
    },
  })
  const units: Record<string, string> = {}
  for (const [slug, name, kind, absorbed] of UNITS) {
    units[slug] = await writeUnit(slug, name, kind, '2025-07-01')
    const old = await writeUnit(`${slug}-cu`, name, kind, undefined, '2025-07-01')
    const others = await Promise.all(
      absorbed.map((other, index) =>
        writeUnit(`${slug}-cu-${index}`, other, 'tỉnh', undefined, '2025-07-01'),
      ),
    )
    await prisma.unitSuccession.createMany({
      data: [old, ...others].map((predecessorId) => ({
        predecessorId,
        successorId: units[slug]!,
        date: date('2025-07-01'),
      })),
    })
  }
  const organiser = await prisma.organiser.create({ data: { slug: 'trung-uong', name: 'Trung ương Hội' } })
  const set = await prisma.clusterSet.create({
    data: { organiserId: organiser.id, slug: 'bo-cum-2026', name: 'Bộ cụm minh họa', illustrative: true },
  })
  const cluster = await prisma.cluster.create({
    data: {
      slug: 'duyen-hai-mien-trung-tay-nguyen',
      name: 'Duyên hải miền Trung và Tây Nguyên',
      aliases: [],
    },
  })
  const scheme = await prisma.completionScheme.create({ data: { code: 'nam', name: 'Cả năm', bands: BANDS } })

  const made: { id: string; indicators: Record<string, string>; reports: Record<string, string> }[] = []
  for (const year of [2023, 2025, 2026]) {
    const emulationYear = await prisma.emulationYear.create({
      data: {
        organiserId: organiser.id,
        year,
        theme: `Chủ đề năm ${year}`,
        state: year === 2026 ? 'OPEN' : 'CLOSED',
        periods: {
          create: (['REGISTRATION', 'YEAR_ESTIMATE', 'YEAR_FINAL'] as const).map((kind) => ({
            kind,
            dueAt: year === 2023 ? null : new Date(`${year}-11-30T10:00:00Z`),
          })),
        },
      },
      include: { periods: true },
    })
    const clusterYear = await prisma.clusterYear.create({
      data: {
        clusterId: cluster.id,
        setId: set.id,
        emulationYearId: emulationYear.id,
        year,
        title: 'Cụm thi đua các tỉnh Duyên hải miền Trung và Tây Nguyên',
        illustrative: year !== 2023,
        memberships: { create: Object.values(units).map((unitId) => ({ unitId })) },
        headships: {
          create: [
            { unitId: units['khanh-hoa']!, role: 'HEAD' },
            { unitId: units['dak-lak']!, role: 'DEPUTY' },
          ],
        },
      },
    })
    const indicatorSet = await prisma.indicatorSet.create({
      data: {
        emulationYearId: emulationYear.id,
        scope: 'NATIONAL',
        name: `Bộ chỉ tiêu ${year}`,
        completionSchemeId: scheme.id,
      },
    })
    const indicators: Record<string, string> = {}
    const groups = new Map<string, string>()
    for (const [index, [group, code, name, kind, measureUnit, aggregation]] of INDICATORS.entries()) {
      if (!groups.has(group)) {
        const { id } = await prisma.indicatorGroup.create({
          data: { setId: indicatorSet.id, name: group, position: index },
        })
        groups.set(group, id)
      }
      const { id } = await prisma.indicator.create({
        data: {
          setId: indicatorSet.id,
          groupId: groups.get(group)!,
          code,
          name,
          shortName: name,
          kind,
          measureUnit,
          aggregation,
          displayUnit: kind === 'MONEY' ? 'tỷ đồng' : null,
          position: index,
        },
      })
      indicators[code] = id
    }
    const reports: Record<string, string> = {}
    if (year === 2023) {
      await prisma.clusterFigure.create({
        data: {
          clusterYearId: clusterYear.id,
          indicatorId: indicators['ho-5-khong']!,
          raw: '13.577 hộ',
          amount: '13577',
          sourceId: source.id,
          factId: 'C6',
        },
      })
    } else {
      const period = (kind: string) => emulationYear.periods.find((p) => p.kind === kind)!.id
      for (const [index, [slug, , , , state]] of UNITS.entries()) {
        const now: ReportState = year === 2025 ? 'CONFIRMED' : state
        reports[slug] = await writeReport(
          clusterYear.id,
          units[slug]!,
          period('YEAR_FINAL'),
          now,
          resultCells(indicators, index, year),
        )
        await writeReport(
          clusterYear.id,
          units[slug]!,
          period('REGISTRATION'),
          'CONFIRMED',
          targetCells(indicators, index, year),
        )
      }
    }
    made.push({ id: clusterYear.id, indicators, reports })
  }
  const open = made.at(-1)!
  return {
    slug: cluster.slug,
    clusterYearId: open.id,
    units,
    reports: open.reports,
    indicators: open.indicators,
  }
}

async function writeUnit(
  slug: string,
  name: string,
  kind: string,
  from?: string,
  to?: string,
): Promise<string> {
  const validFrom = from ? date(from) : undefined
  const validTo = to ? date(to) : undefined
  const { id } = await prisma.unit.create({
    data: { slug, validFrom, validTo, designations: { create: { name, kind, validFrom, validTo } } },
  })
  return id
}

async function writeReport(
  clusterYearId: string,
  unitId: string,
  periodId: string,
  state: ReportState,
  cells: ProjectionCells,
): Promise<string> {
  const sent = state === 'DRAFT' || state === 'PRESENTED' ? null : new Date('2026-11-20T03:00:00Z')
  const { id } = await prisma.report.create({
    data: {
      clusterYearId,
      unitId,
      periodId,
      state,
      illustrative: true,
      firstSentAt: sent,
      sentAt: sent,
      projection: { create: { cells: cells as Prisma.InputJsonValue } },
      figures: {
        create: Object.entries(cells).map(([indicatorId, { m }]) => ({
          indicatorId,
          raw: m?.w ?? (m?.d ? `${m.a}/${m.d}` : (m?.a ?? '')),
          amount: m?.a,
          denominator: m?.d,
          qualifier: m?.q ?? 'EXACT',
          yes: m?.y,
        })),
      },
    },
  })
  return id
}

function targetCells(ids: Record<string, string>, unit: number, year: number): ProjectionCells {
  const grow = year === 2026 ? 1 : 0
  return {
    [ids['ho-5-khong']!]: { m: { a: String(1200 + unit * 100 + grow * 60), v: 1 } },
    [ids['ho-thoat-ngheo']!]: { m: { a: String(620 + unit * 40), v: 1 } },
    [ids.htx!]: { m: { a: '5', v: 1 } },
    [ids['nguon-luc']!]: { m: { a: String(2_100_000_000 + unit * 200_000_000), v: 1 } },
    [ids['hoi-vien-moi']!]: { m: { a: String(5400 + unit * 210), v: 1 } },
    [ids['co-so-60']!]: { m: { a: '11', d: '27', v: 1 } },
    [ids['do-dau']!]: { m: { a: String(110 + unit * 9), v: 1 } },
    [ids['quy-che']!]: { m: { y: true, v: 1 } },
  }
}

function resultCells(ids: Record<string, string>, unit: number, year: number): ProjectionCells {
  const grow = year === 2026 ? 1 : 0
  return {
    [ids['ho-5-khong']!]: { m: { a: String(1200 + unit * 103 + grow * 60), v: 1 } },
    [ids['ho-thoat-ngheo']!]: { m: { a: String(620 + unit * 40 + (unit % 2) * 17), v: 1 } },
    [ids.htx!]: { m: { a: unit === 3 ? '3' : String(5 + (unit % 2)), v: 1 } },
    [ids['nguon-luc']!]: {
      m: {
        a: String(2_100_000_000 + unit * 200_000_000 + (unit % 2) * 300_000_000),
        ...(unit % 2 ? { q: 'OVER' } : {}),
        v: 1,
      },
    },
    [ids['hoi-vien-moi']!]: { m: { a: String(5400 + unit * 210 + unit * 13 * grow), v: 1 } },
    [ids['co-so-60']!]: { m: { a: unit === 4 ? '6' : String(11 + (unit % 3)), d: '27', v: 1 } },
    [ids['do-dau']!]: { m: unit === 5 ? { a: '76', v: 1 } : { a: String(110 + unit * 9 + unit), v: 1 } },
    [ids['quy-che']!]: { m: { y: true, v: 1 } },
  }
}
