import type { Aggregation } from '@/lib/indicators/types'
import { totalOf } from '@/lib/indicators/rules'
import type { PeriodKind } from '@/lib/periods/types'
import { sumFigures } from '@/lib/platform/numbers/sum'
import type { FigureKind, FigureValue } from '@/lib/platform/numbers/types'
import { REPORT_STATES, type ReportState } from '@/lib/reports/types'
import type { FigureOrigin, TargetShape, YearFigure } from '../types'

/** One figure of a yearly report that may feed a target. */
export type Feed = {
  code: string
  year: number
  period: PeriodKind
  state: ReportState
  illustrative: boolean
  unitId: string
  raw: string
  value: FigureValue
  aggregation: Aggregation
  /** Units that there are at the period's end, where the nation's are added up; null for a unit's own figure. */
  unitsOfYear: number | null
}

/** A hand entry as stored and read. */
export type Entered = Omit<YearFigure, 'partial' | 'origin'> & {
  origin: Extract<FigureOrigin, { kind: 'MANUAL' }>
}

const PERIOD_ENDS: Record<Exclude<PeriodKind, 'REGISTRATION'>, string> = {
  SIX_MONTHS: '06-30',
  NINE_MONTHS: '09-30',
  YEAR_ESTIMATE: '12-31',
  YEAR_FINAL: '12-31',
}

/** The best a year has, best first: final figures, then the estimate for the year, then what is done so far. */
const PREFERENCE: PeriodKind[] = ['YEAR_FINAL', 'YEAR_ESTIMATE', 'NINE_MONTHS', 'SIX_MONTHS']
const PARTIAL: PeriodKind[] = ['NINE_MONTHS', 'SIX_MONTHS']

const isShare = (kind: FigureKind) => kind === 'RATIO' || kind === 'PERCENTAGE'
const fitting = (value: FigureValue, shape: TargetShape) =>
  value.kind === shape.kind || (isShare(value.kind) && isShare(shape.kind))

/** Whether a period's figures lie before or on a day; all do where the day is open. */
function endsBy(feed: Pick<Feed, 'period' | 'year'>, asOf: string | null): boolean {
  if (feed.period === 'REGISTRATION') return false
  return asOf === null || `${feed.year}-${PERIOD_ENDS[feed.period]}` <= asOf
}

/** The figures of one code in one year, of the best period: of the one that most units have reported, where several count. */
function bestPeriod(feeds: Feed[]): Feed[] {
  const units = (period: PeriodKind) =>
    new Set(feeds.filter((feed) => feed.period === period).map(({ unitId }) => unitId)).size
  const best = PREFERENCE.toSorted(
    (a, b) => units(b) - units(a) || PREFERENCE.indexOf(a) - PREFERENCE.indexOf(b),
  )[0]!
  const seen = new Set<string>()
  return feeds.filter(({ period, unitId }) => {
    if (period !== best || seen.has(unitId)) return false
    seen.add(unitId)
    return true
  })
}

const lowestState = (feeds: Feed[]): ReportState =>
  feeds
    .map(({ state }) => state)
    .reduce((low, state) => (REPORT_STATES.indexOf(state) < REPORT_STATES.indexOf(low) ? state : low))

/** What the indicators of a target say of a year: each code added up over units by its own rule, then the codes together. */
function fedYear(shape: TargetShape, codes: string[], year: number, feeds: Feed[]): YearFigure | null {
  const used = codes.map((code) =>
    bestPeriod(feeds.filter((feed) => feed.code === code && feed.year === year)),
  )
  const parts = used.flatMap((figures) => {
    const [first] = figures
    if (!first) return []
    const total =
      figures.length === 1
        ? first.value
        : totalOf(
            figures.map(({ value }) => value),
            first,
          ).value
    return total && fitting(total, shape) ? [total] : []
  })
  const value = parts.length === 1 ? parts[0]! : sumFigures(parts)
  const figures = used.flat()
  const [first] = figures
  if (!value || !first) return null
  return {
    year,
    raw: figures.length === 1 ? first.raw : '',
    value,
    illustrative: figures.some(({ illustrative }) => illustrative),
    partial: figures.some(({ period }) => PARTIAL.includes(period)),
    origin: {
      kind: 'INDICATOR',
      period: first.period,
      state: lowestState(figures),
      units: new Set(figures.map(({ unitId }) => unitId)).size,
      of: first.unitsOfYear,
    },
  }
}

/**
 * The figures of a target's years up to `asOf` (a day, or null for all there is): of its indicators where they have one,
 * else as entered by hand.
 */
export function figuresOf(
  target: TargetShape & { codes: string[] },
  years: number[],
  feeds: Feed[],
  entered: Entered[],
  asOf: string | null,
): YearFigure[] {
  const usable = feeds.filter((feed) => endsBy(feed, asOf))
  return years.flatMap((year): YearFigure[] => {
    const fed = fedYear(target, target.codes, year, usable)
    if (fed) return [fed]
    const own = entered.find((entry) => entry.year === year)
    if (!own || (asOf !== null && (own.origin.asOf ?? `${year}-01-01`) > asOf)) return []
    // A figure "as of" a day before the year's end tells of a year that is not over.
    const partial = own.origin.asOf !== null && own.origin.asOf < `${year}-12-01`
    return [{ ...own, partial }]
  })
}
