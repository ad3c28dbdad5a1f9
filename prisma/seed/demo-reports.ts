import { addDays, startOfDay, type CalendarDay } from '@/lib/platform/dates'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureMeasure, ReportState } from '@/lib/reports/types'
import {
  ADDITIONS_REASON,
  BLANKS,
  CORRECTED,
  CORRECTION_REASON,
  DEMO_CLUSTERS,
  LATE,
  NARRATIVE,
  NOT_YET_ENTERED,
  type DemoCluster,
} from './data/demo-clusters'
import {
  DEMO_FIGURES,
  ESTIMATE,
  LAST,
  LAST_REGISTERED,
  NINE_MONTHS,
  NOT_ASSIGNED,
  REGISTERED,
  SIX_MONTHS,
  TO_DATE,
} from './data/demo-figures'
import { DEMO_INDICATORS } from './data/demo-indicators'
import { NARRATIVE_SECTIONS } from '@/lib/reports/types'
import { demoReportKey, indicatorIdOf, type DemoContext, type DemoPeriod } from './demo-context'
import { readFigure, specOf } from './figures'
import { writeReports, type EventDraft, type FigureDraft, type ReportDraft } from './reports'
import { at, type Tx } from './write'

/** Which of a unit's figures a period holds. */
const COLUMN: Record<string, number> = {
  '2025/REGISTRATION': LAST_REGISTERED,
  '2025/YEAR_ESTIMATE': LAST,
  '2025/YEAR_FINAL': LAST,
  '2026/REGISTRATION': REGISTERED,
  '2026/SIX_MONTHS': SIX_MONTHS,
  '2026/NINE_MONTHS': NINE_MONTHS,
  '2026/YEAR_ESTIMATE': ESTIMATE,
}

/**
 * Reports of every member for every period of 2025 and 2026 but the final one of 2026, which is not open yet. Returns
 * the keys of those it wrote.
 */
export async function seedDemoReports(tx: Tx, context: DemoContext): Promise<Set<string>> {
  const { periodIds } = context
  const known = await tx.report.findMany({
    where: { periodId: { in: [...periodIds.ids.values()] } },
    select: { unitId: true, periodId: true },
  })
  const taken = new Set(known.map(({ unitId, periodId }) => `${unitId} ${periodId}`))
  const drafts = DEMO_CLUSTERS.flatMap((cluster) =>
    cluster.members.flatMap((unit) =>
      context.periods
        .filter(({ year, kind }) => `${year}/${kind}` in COLUMN)
        .map((period) => draftReport(context, cluster, unit, period)),
    ),
  ).filter(({ unitId, periodId }) => !taken.has(`${unitId} ${periodId}`))
  await writeReports(tx, drafts)
  return new Set(drafts.map(({ key }) => key))
}

function draftReport(
  context: DemoContext,
  cluster: DemoCluster,
  unit: string,
  period: DemoPeriod,
): ReportDraft {
  const { year, kind } = period
  const isOpen = year === 2026 && kind === 'YEAR_ESTIMATE'
  const state = isOpen ? (cluster.states[unit] ?? 'DRAFT') : period.lockedOn ? 'LOCKED' : 'CONFIRMED'
  const late = year === 2026 && !isOpen ? (LATE[unit]?.[kind as 'SIX_MONTHS'] ?? 0) : 0
  const days = isOpen
    ? {
        start: addDays(context.today, -14),
        sent: addDays(context.today, -5),
        seen: addDays(context.today, -3),
        confirmed: addDays(context.today, -1),
      }
    : {
        start: addDays(period.dueOn, -10),
        sent: addDays(period.dueOn, late || -2),
        seen: addDays(period.dueOn, late + 3),
        confirmed: addDays(period.dueOn, late + 7),
      }
  const events = eventsUpTo(context, cluster, unit, state, days, period.lockedOn)
  const corrected = isOpen && unit in CORRECTED ? correctedOn(context, cluster) : undefined
  if (corrected) events.splice(3, 0, ...returnOf(context, cluster, unit, corrected.seenAt, corrected.at))
  const sendings = events.filter(({ to }) => to === 'SENT')
  const figures = draftFigures(context, unit, year, kind)
  return {
    key: demoReportKey(unit, year, kind),
    unitId: context.reference.units.id(unit),
    periodId: context.periodIds.id(`${year}/${kind}`),
    clusterYearId: context.clusterYears.id(`${cluster.slug}/${year}`),
    state,
    illustrative: true,
    firstSentAt: sendings[0]?.at,
    sentAt: sendings.at(-1)?.at,
    corrected,
    lateDays: late,
    additionsDueAt: state === 'ADDITIONS_REQUESTED' ? startOfDay(addDays(context.today, 4)) : undefined,
    createdAt: at(days.start, 8),
    figures,
    enteredById: context.accounts.id(`staff.${unit}`),
    enteredAt: at(days.start, 14.5),
    events,
    narrative: kind === 'REGISTRATION' || figures.length === 0 ? {} : narrativeOf(unit, state),
  }
}

/** Asked for additions in the morning of the day after it was sent, mended and sent again in the afternoon. */
function correctedOn({ today, accounts }: DemoContext, cluster: DemoCluster): ReportDraft['corrected'] {
  const day = addDays(today, -4)
  const readers = [`leader.${cluster.head}`, `reviewer.${cluster.account}`]
  return { seenAt: at(day, 9), at: at(day, 14), seenBy: readers.map((reader) => accounts.id(reader)) }
}

function returnOf(
  { accounts }: DemoContext,
  cluster: DemoCluster,
  unit: string,
  asked: Date,
  mended: Date,
): EventDraft[] {
  const after = (minutes: number) => new Date(mended.getTime() + minutes * 60_000)
  return [
    {
      from: 'SENT',
      to: 'ADDITIONS_REQUESTED',
      byId: accounts.id(`leader.${cluster.head}`),
      capacity: 'HEAD',
      reason: CORRECTION_REASON,
      at: asked,
    },
    {
      from: 'ADDITIONS_REQUESTED',
      to: 'PRESENTED',
      byId: accounts.id(`staff.${unit}`),
      capacity: 'OFFICER',
      at: after(20),
    },
    { from: 'PRESENTED', to: 'SENT', byId: accounts.id(`leader.${unit}`), capacity: 'LEADER', at: after(90) },
  ]
}

/** A draft has begun with the first two sections; what was sent has them all but the party committee's opinion. */
function narrativeOf(unit: string, state: ReportState): Record<string, string> {
  const sections = NARRATIVE_SECTIONS.filter((section) => section in NARRATIVE)
  const model = DEMO_FIGURES[unit]?.['mo-hinh-tieu-bieu']?.[ESTIMATE] ?? ''
  return Object.fromEntries(
    (state === 'DRAFT' ? sections.slice(0, 2) : sections).map((section) => [
      section,
      section === 'GOOD_PRACTICES' ? `${model}. ${NARRATIVE[section]}` : (NARRATIVE[section] ?? ''),
    ]),
  )
}

type Days = { start: CalendarDay; sent: CalendarDay; seen: CalendarDay; confirmed: CalendarDay }

/** The changes of state that lead to `state`, each by whoever has the right. */
function eventsUpTo(
  { accounts }: DemoContext,
  cluster: DemoCluster,
  unit: string,
  state: ReportState,
  days: Days,
  lockedOn?: CalendarDay,
): EventDraft[] {
  const officer = accounts.id(`staff.${unit}`)
  const isHead = unit === cluster.head
  const checker = accounts.id(`leader.${isHead ? cluster.deputy : cluster.head}`)
  const capacity = isHead ? 'DEPUTY' : 'HEAD'
  const chain: EventDraft[] = [
    {
      from: 'DRAFT',
      to: 'PRESENTED',
      byId: officer,
      capacity: 'OFFICER',
      at: at(addDays(days.sent, -1), 16),
    },
    {
      from: 'PRESENTED',
      to: 'SENT',
      byId: accounts.id(`leader.${unit}`),
      capacity: 'LEADER',
      at: at(days.sent, 9.5),
    },
    { from: 'SENT', to: 'CHECKED', byId: checker, capacity, at: at(days.seen, 10) },
    {
      from: 'CHECKED',
      to: 'CONFIRMED',
      byId: accounts.id(`reviewer.${cluster.account}`),
      capacity: 'REVIEWER',
      at: at(days.confirmed, 8.25),
    },
    {
      from: 'CONFIRMED',
      to: 'LOCKED',
      byId: accounts.id('central-office'),
      capacity: 'OFFICE',
      at: at(lockedOn ?? days.confirmed, 9),
    },
  ]
  const begun: EventDraft = {
    from: null,
    to: 'DRAFT',
    byId: officer,
    capacity: 'OFFICER',
    at: at(days.start, 8),
  }
  if (state === 'DRAFT') return [begun]
  if (state === 'ADDITIONS_REQUESTED') {
    const request: EventDraft = {
      from: 'SENT',
      to: state,
      byId: checker,
      capacity,
      reason: ADDITIONS_REASON,
      at: at(days.seen, 15),
    }
    return [begun, ...chain.slice(0, 2), request]
  }
  return [begun, ...chain.slice(0, chain.findIndex(({ to }) => to === state) + 1)]
}

function draftFigures(context: DemoContext, unit: string, year: number, kind: PeriodKind): FigureDraft[] {
  const isOpen = year === 2026 && kind === 'YEAR_ESTIMATE'
  const missing = isOpen ? NOT_YET_ENTERED[unit] : undefined
  if (missing === 'all') return []
  return DEMO_INDICATORS.flatMap((row): FigureDraft[] => {
    if (missing?.includes(row.code)) return []
    if (year === 2026 && NOT_ASSIGNED[unit]?.includes(row.code)) return []
    const figure = (raw: string, measure: FigureMeasure): FigureDraft => {
      const where = `${unit}/${year}/${kind}/${row.code}`
      const value = readFigure(raw, specOf(row), where)
      return { indicatorId: indicatorIdOf(context, year, row.code), measure, raw, value, breakdown: null }
    }
    const cells = DEMO_FIGURES[unit]?.[row.code]
    const raw = cells?.[COLUMN[`${year}/${kind}`] ?? -1]
    if (!cells || raw === undefined) throw new Error(`No figure for ${unit}, ${row.code}.`)
    const blank = isOpen ? BLANKS[unit]?.[row.code] : undefined
    if (blank)
      return [
        {
          indicatorId: indicatorIdOf(context, year, row.code),
          measure: 'MAIN',
          raw: '',
          value: null,
          blankReason: blank.reason,
          note: blank.note,
        },
      ]
    const main = figure(raw, 'MAIN')
    const former = isOpen ? CORRECTED[unit]?.[row.code] : undefined
    if (former) main.former = { raw: former, value: readFigure(former, specOf(row), row.code) }
    if (row.breakdown && kind !== 'REGISTRATION') main.breakdown = breakdownOf(row.breakdown, main)
    return isOpen ? [main, figure(cells[TO_DATE], 'TO_DATE')] : [main]
  })
}

/** Two works of the province itself, the others of its communes. */
function breakdownOf([province = '', commune = '']: string[], figure: FigureDraft) {
  const total = Number(figure.value && 'amount' in figure.value ? figure.value.amount : 0)
  return [
    { label: province, amount: '2' },
    { label: commune, amount: String(total - 2) },
  ]
}
