import type { ClusterYearDto } from '@/lib/clusters/types'
import { figureSpec } from '@/lib/indicators/rules'
import type { Completion } from '@/lib/indicators/types'
import { compareDecimals } from '@/lib/platform/numbers/decimal'
import { printFigure } from '@/lib/platform/numbers/print'
import { MONEY_UNITS, type FigureValue } from '@/lib/platform/numbers/types'
import { sourceCitation } from '@/lib/sources/labels'
import { reached } from '@/lib/summaries/rules'
import type { NationalCluster, NationalYear } from '@/lib/summaries/national/types'
import type {
  CellSummary,
  ClusterSummary,
  ColumnSummary,
  RowSummary,
  TableIndicator,
} from '@/lib/summaries/types'
import type { UnitYearSummary } from '@/lib/summaries/unit-years/rules'
import type { UnitYear, UnitYearReport } from '@/lib/summaries/unit-years/types'
import type { Figure, IndicatorItem, NationalSummary, Summary, UnitReport } from '../types'

export const toIndicator = (indicator: TableIndicator): IndicatorItem => ({
  code: indicator.code,
  name: indicator.name,
  shortName: indicator.shortName,
  group: indicator.group.name,
  kind: indicator.kind,
  measureUnit: indicator.measureUnit,
  direction: indicator.direction,
  aggregation: indicator.aggregation,
  nature: indicator.nature,
})

type Spec = Pick<TableIndicator, 'kind' | 'measureUnit' | 'displayUnit' | 'decimals' | 'parts' | 'nature'>

/** A figure in words and in numbers; money in đồng, its words in the indicator's own unit. */
export function toFigure(value: FigureValue | null, indicator: Spec): Figure | null {
  if (!value) return null
  const money = MONEY_UNITS.find((unit) => unit === (indicator.displayUnit ?? indicator.measureUnit))
  const figure: Figure = {
    text: printFigure(value, figureSpec(indicator), money ? { money } : {}),
    amount: null,
    denominator: null,
    qualifier: 'EXACT',
    parts: null,
  }
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      return { ...figure, amount: value.amount, qualifier: value.qualifier }
    case 'RATIO':
      return { ...figure, amount: value.numerator, denominator: value.denominator }
    case 'COMPOSITE':
      return { ...figure, parts: value.parts }
    case 'YES_NO':
    case 'TEXT':
      return figure
  }
}

const toCompletion = (
  target: FigureValue | null,
  completion: Completion | null,
  indicator: TableIndicator,
) => ({
  target: toFigure(target, indicator),
  percent: completion?.percent ?? null,
  class: completion?.class ?? null,
})

/** Places from best to worst, equals sharing the better one (1, 2, 2, 4); null where there is nothing to compare. */
export function placesOf<T>(items: T[], compare: (a: T, b: T) => number, counts: (item: T) => boolean) {
  const sorted = items.filter(counts).sort(compare)
  const places = new Map<T, number>()
  sorted.forEach((item, index) => {
    const before = sorted[index - 1]
    const equal = before !== undefined && compare(before, item) === 0
    places.set(item, equal ? places.get(before)! : index + 1)
  })
  return items.map((item) => places.get(item) ?? null)
}

/** No percentage and yet a class above all: nothing of what there should be little of. */
const beyondPercent = ({ percent, class: reachedClass, share }: Completion) =>
  percent === null && reachedClass !== null && share === 1

const byPercent = (a: CellSummary, b: CellSummary): number => {
  const [best, other] = [beyondPercent(a.completion), beyondPercent(b.completion)]
  if (best || other) return Number(other) - Number(best)
  return compareDecimals(b.completion.percent!, a.completion.percent!)
}

const comparable = ({ completion }: CellSummary) => completion.percent !== null || beyondPercent(completion)

type Head = Pick<ClusterYearDto, 'cluster' | 'year' | 'title' | 'theme' | 'illustrative'>
type Codes = ReadonlyMap<string, string | null>
type Cell = NationalSummary['units'][number]['cells'][number]

/** What was written of the cells of a report, beside them: a table in which one report changed writes that one anew. */
const written = new WeakMap<readonly CellSummary[], { indicators: TableIndicator[]; cells: Cell[] }>()

function toCells(cells: readonly CellSummary[], indicators: TableIndicator[]): Cell[] {
  const known = written.get(cells)
  if (known?.indicators === indicators) return known.cells
  const all = cells.map((cell, index): Cell => {
    const indicator = indicators[index]!
    return {
      indicator: indicator.code,
      assigned: !cell.notAssigned,
      value: toFigure(cell.value, indicator),
      blank: cell.blank,
      ...toCompletion(cell.target, cell.completion, indicator),
    }
  })
  written.set(cells, { indicators, cells: all })
  return all
}

const toStanding = ({ unit, status, illustrative, cells }: RowSummary, codes: Codes) => ({
  unit: { slug: unit.slug, code: codes.get(unit.id) ?? null, name: unit.name },
  status,
  illustrative,
  met: cells.filter(({ completion }) => reached(completion.class)).length,
  judged: cells.filter(({ completion }) => completion.class !== null).length,
})

const toTotal = (column: ColumnSummary, indicator: TableIndicator) => ({
  indicator: indicator.code,
  value: toFigure(column.value, indicator),
  units: column.units,
  ...toCompletion(column.target, column.completion, indicator),
})

/** The cluster table as the API gives it. `codes` are the units' official codes at the end of the year. */
export function toSummary(
  head: Head,
  period: Summary['period'],
  summary: ClusterSummary,
  codes: Codes,
): Summary {
  const { indicators, rows } = summary
  const ranks = indicators.map((_, index) =>
    placesOf(
      rows.map((row) => row.cells[index]!),
      byPercent,
      comparable,
    ),
  )
  const standings = rows.map((row) => toStanding(row, codes))
  const places = placesOf(
    standings,
    (a, b) => b.met - a.met,
    ({ judged }) => judged > 0,
  )
  return {
    cluster: { slug: head.cluster.slug, name: head.cluster.name },
    year: head.year,
    title: head.title,
    theme: head.theme,
    period,
    illustrative: head.illustrative || summary.illustrative,
    indicators: indicators.map(toIndicator),
    units: rows.map((row, place) => ({
      ...standings[place]!,
      rank: places[place]!,
      cells: toCells(row.cells, indicators).map((cell, index) => ({ ...cell, rank: ranks[index]![place]! })),
    })),
    totals: summary.columns.map((column, index) => {
      const indicator = indicators[index]!
      return {
        ...toTotal(column, indicator),
        reported: toFigure(column.reported?.value ?? null, indicator),
        difference: column.difference,
      }
    }),
  }
}

type Nation = {
  head: Pick<NationalYear, 'year' | 'theme'>
  period: NationalSummary['period']
  /** Of every unit once; a unit's row stands with its cluster. */
  summary: ClusterSummary
  rows: { cluster: Pick<NationalCluster, 'slug' | 'name'>; row: RowSummary }[]
  next: string | null
  illustrative: boolean
}

/** The national table as the API gives it: the rows of one page and the totals of all. */
export function toNationalSummary(nation: Nation, codes: Codes): NationalSummary {
  const { head, period, summary, rows, next, illustrative } = nation
  return {
    year: head.year,
    theme: head.theme,
    period,
    illustrative: illustrative || summary.illustrative,
    indicators: summary.indicators.map(toIndicator),
    units: rows.map(({ cluster, row }) => ({
      cluster: { slug: cluster.slug, name: cluster.name },
      ...toStanding(row, codes),
      cells: toCells(row.cells, summary.indicators),
    })),
    totals: summary.columns.map((column, index) => toTotal(column, summary.indicators[index]!)),
    next,
  }
}

type ReportPart = UnitReport['reports'][number]

function toReport(report: UnitYearReport, cells: CellSummary[], indicators: TableIndicator[]): ReportPart {
  return {
    period: report.period,
    state: report.state,
    sentAt: report.sentAt,
    dueAt: report.dueAt,
    lateDays: report.lateDays,
    illustrative: report.illustrative,
    source: report.source ? sourceCitation(report.source) : null,
    figures: indicators.map((indicator, index) => {
      const cell = cells[index]!
      const written = report.written[indicator.id]
      return {
        indicator: toIndicator(indicator),
        assigned: !cell.notAssigned,
        value: toFigure(cell.value, indicator),
        raw: written?.raw ?? null,
        blank: cell.blank,
        note: written?.note ?? null,
        ...toCompletion(cell.target, cell.completion, indicator),
      }
    }),
    narrative: report.narrative,
  }
}

/** A unit's year as the API gives it: its registration and its reports, in the order of the year. */
export function toUnitReport(
  unit: UnitReport['unit'],
  year: number,
  unitYear: UnitYear,
  summary: UnitYearSummary,
  period: ReportPart['period'] | undefined,
): UnitReport {
  const reports = [
    ...(summary.registration ? [toReport(summary.registration, summary.targets, summary.indicators)] : []),
    ...summary.results.map(({ report, row }) => toReport(report, row.cells, summary.indicators)),
  ]
  return {
    unit,
    year,
    clusters: unitYear.clusters.map(({ slug, name }) => ({ slug, name })),
    reports: reports.filter((report) => period === undefined || report.period === period),
  }
}
