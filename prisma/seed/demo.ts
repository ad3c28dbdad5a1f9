import { addDays, calendarDay, startOfDay, type CalendarDay } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { seedDemoAccounts } from './accounts'
import { seedDemoActivities } from './activities'
import { seedDemoMeetings } from './meetings'
import { DEMO_CLUSTERS, DEMO_SET } from './data/demo-clusters'
import {
  ASSIGNED,
  ASSIGNED_ALIKE,
  DEMO_FIGURES,
  NOT_ASSIGNED,
  PROVINCIAL,
  REGISTERED,
} from './data/demo-figures'
import { DEMO_INDICATORS } from './data/demo-indicators'
import type { DemoPeriod } from './demo-context'
import { seedDemoExtras } from './demo-extras'
import { seedDemoReports } from './demo-reports'
import { seedIndicatorSet, type SeededSet } from './indicators'
import type { Reference } from './reference'
import { seedDemoScoring } from './scoring'
import { at, date, keep, stableId, type Kept, type Tx } from './write'
import { OLD_SET } from './data/clusters'

/** 2026 counts from the day of seeding, so that something is always due; 2025 is past. */
function demoPeriods(today: CalendarDay): DemoPeriod[] {
  const day = (offset: number) => addDays(today, offset)
  return [
    { year: 2025, kind: 'REGISTRATION', opensOn: '2025-07-15', dueOn: '2025-08-08', lockedOn: '2026-01-30' },
    { year: 2025, kind: 'YEAR_ESTIMATE', opensOn: '2025-10-20', dueOn: '2025-11-10', lockedOn: '2026-01-30' },
    { year: 2025, kind: 'YEAR_FINAL', opensOn: '2025-12-20', dueOn: '2026-01-15', lockedOn: '2026-01-30' },
    { year: 2026, kind: 'REGISTRATION', opensOn: day(-290), dueOn: day(-260) },
    { year: 2026, kind: 'SIX_MONTHS', opensOn: day(-165), dueOn: day(-140), lockedOn: day(-115) },
    { year: 2026, kind: 'NINE_MONTHS', opensOn: day(-72), dueOn: day(-47) },
    { year: 2026, kind: 'YEAR_ESTIMATE', opensOn: day(-16), dueOn: day(5) },
    { year: 2026, kind: 'YEAR_FINAL', opensOn: day(36), dueOn: day(60) },
  ]
}

/** Illustrative clusters, indicators and reports of 2025 and 2026, and the demo accounts that work in them. */
export async function seedDemo(tx: Tx, reference: Reference): Promise<void> {
  const today = calendarDay(await databaseNow(tx))
  await openYear(tx, reference)
  const clusterYears = await seedClusterYears(tx, reference)
  const accounts = await seedDemoAccounts(tx, reference, clusterYears)
  const sets = new Map<number, SeededSet>()
  for (const year of [2025, 2026]) sets.set(year, await seedSet(tx, reference, year, today))
  const periods = demoPeriods(today)
  const periodIds = await seedPeriods(tx, reference, periods)
  const context = { today, reference, clusterYears, accounts, sets, periods, periodIds }
  const written = await seedDemoReports(tx, context)
  await seedDemoExtras(tx, context, written)
  await seedDemoActivities(tx, context)
  await seedDemoScoring(tx, context)
  await seedDemoMeetings(tx, context)
}

/** Opens 2026, unless the office has touched it. */
async function openYear(tx: Tx, reference: Reference): Promise<void> {
  await tx.emulationYear.updateMany({
    where: { id: reference.years.id('2026'), state: 'PREPARING', version: 1 },
    data: { state: 'OPEN' },
  })
}

async function seedClusterYears(tx: Tx, reference: Reference): Promise<Kept> {
  const set = await keep(
    [
      {
        key: DEMO_SET.slug,
        row: {
          id: stableId('cluster-set', DEMO_SET.slug),
          organiserId: reference.organiserId,
          slug: DEMO_SET.slug,
          name: DEMO_SET.name,
          validFrom: date(DEMO_SET.validFrom),
          predecessorId: reference.sets.id(OLD_SET.slug),
          illustrative: true,
          note: DEMO_SET.note,
        },
      },
    ],
    (await tx.clusterSet.findMany()).map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.clusterSet.createMany({ data }),
  )
  const rows = DEMO_CLUSTERS.flatMap((cluster) =>
    [2025, 2026].map((year) => ({ cluster, year, key: `${cluster.slug}/${year}` })),
  )
  const existing = await tx.clusterYear.findMany({
    select: { id: true, year: true, cluster: { select: { slug: true } } },
  })
  const kept = await keep(
    rows.map(({ cluster, year, key }) => ({
      key,
      row: {
        id: stableId('cluster-year', cluster.slug, year),
        clusterId: reference.clusters.id(cluster.slug),
        setId: set.id(DEMO_SET.slug),
        emulationYearId: reference.years.id(String(year)),
        year,
        title: cluster.title,
        illustrative: true,
      },
    })),
    existing.map(({ id, year, cluster }) => ({ key: `${cluster.slug}/${year}`, id })),
    (data) => tx.clusterYear.createMany({ data }),
  )
  const fresh = rows.filter(({ key }) => kept.added.has(key))
  await tx.clusterMembership.createMany({
    data: fresh.flatMap(({ cluster, key }) =>
      cluster.members.map((unit) => ({ clusterYearId: kept.id(key), unitId: reference.units.id(unit) })),
    ),
  })
  await tx.headship.createMany({
    data: fresh.flatMap(({ cluster, year, key }) =>
      (['HEAD', 'DEPUTY'] as const).map((role) => {
        const thisYear = role === 'HEAD' ? cluster.head : cluster.deputy
        const lastYear = role === 'HEAD' ? cluster.lastHead : cluster.lastDeputy
        return {
          id: stableId('headship', cluster.slug, year, role),
          clusterYearId: kept.id(key),
          unitId: reference.units.id(year === 2026 ? thisYear : lastYear),
          role,
          startsOn: date(year === 2026 ? '2026-01-01' : DEMO_SET.validFrom),
          endsOn: year === 2026 ? null : date('2025-12-31'),
          note: 'Minh họa',
        }
      }),
    ),
  })
  return kept
}

async function seedSet(tx: Tx, reference: Reference, year: number, today: CalendarDay): Promise<SeededSet> {
  const set = await seedIndicatorSet(
    tx,
    {
      key: `minh-hoa/${year}`,
      scope: 'NATIONAL',
      name: `Bộ chỉ tiêu minh họa năm ${year}`,
      emulationYearId: reference.years.id(String(year)),
      completionSchemeId: reference.schemes.id('YEAR'),
      illustrative: true,
      frozenAt: year === 2026 ? at(addDays(today, -280), 8) : at('2025-07-20', 8),
    },
    DEMO_INDICATORS,
  )
  if (!set.added || year !== 2026) return set
  const indicatorId = (code: string) => set.indicatorIds.get(code) ?? ''
  await tx.unitIndicator.createMany({
    data: Object.keys(DEMO_FIGURES).flatMap((unit) =>
      DEMO_INDICATORS.map(({ code }) => ({
        indicatorId: indicatorId(code),
        unitId: reference.units.id(unit),
        notAssigned: NOT_ASSIGNED[unit]?.includes(code) ?? false,
        assignedTarget: assignedTarget(unit, code),
        provincialTarget: PROVINCIAL[unit]?.[code],
      })).filter((row) => row.notAssigned || row.assignedTarget || row.provincialTarget),
    ),
  })
  return set
}

function assignedTarget(unit: string, code: string): string | undefined {
  const share = ASSIGNED.find((row) => row.code === code)
  if (!share) return ASSIGNED_ALIKE[code]
  const registered = Number(DEMO_FIGURES[unit]?.[code]?.[REGISTERED].replaceAll('.', ''))
  return String(Math.floor((registered * share.percent) / 1000) * 10).replace(/\B(?=(\d{3})+$)/g, '.')
}

async function seedPeriods(tx: Tx, reference: Reference, periods: DemoPeriod[]): Promise<Kept> {
  const existing = await tx.reportingPeriod.findMany({
    select: { id: true, kind: true, emulationYear: { select: { year: true, organiserId: true } } },
    where: { emulationYear: { organiserId: reference.organiserId } },
  })
  return keep(
    periods.map(({ year, kind, opensOn, dueOn, lockedOn }) => ({
      key: `${year}/${kind}`,
      row: {
        id: stableId('period', year, kind),
        emulationYearId: reference.years.id(String(year)),
        kind,
        opensAt: startOfDay(opensOn),
        dueAt: startOfDay(addDays(dueOn, 1)),
        lockedAt: lockedOn ? at(lockedOn, 9) : null,
      },
    })),
    existing.map(({ id, kind, emulationYear }) => ({ key: `${emulationYear.year}/${kind}`, id })),
    (data) => tx.reportingPeriod.createMany({ data }),
  )
}
