import { completionOf, totalOf } from '@/lib/indicators/rules'
import { RESULT_PERIOD_KINDS, type PeriodKind } from '@/lib/periods/types'
import { divideDecimals, shiftDecimal } from '@/lib/platform/numbers/decimal'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { fromProjection } from '@/lib/reports/figures/rules'
import { unitLabel } from '@/lib/units/labels'
import { existedIn, unitOfYear } from '@/lib/units/rules'
import { isInterim, onTheWay } from '../rules'
import { placeNow, placeThen, unitsOfToday } from '../territory/rules'
import type { LineageUnit, PlacedFigure, UnitFigure } from '../territory/types'
import { readTotal } from '../totals/rules'
import type { ClusterTotal, ClusterYearTotals } from '../totals/types'
import type {
  ComparableIndicator,
  ComparedFigure,
  ComparedRow,
  ComparedUnit,
  Comparison,
  ComparisonAsk,
  ComparisonChoices,
  Resolved,
  UnitCell,
} from './types'

/** So many cells of units are read at most; beyond it a comparison keeps to its last two years. */
export const MOST_CELLS = 8000

/** The question with its gaps filled from what there is; null where nothing can be compared. */
export function resolve(
  ask: ComparisonAsk,
  choices: ComparisonChoices,
): { ask: Resolved; indicator: ComparableIndicator; years: number[] } | null {
  const readable = new Set(choices.periods.filter((period) => period.readable).map(({ year }) => year))
  const latest = (one: ComparableIndicator) =>
    Math.max(...one.years.filter((year) => readable.has(year)), -Infinity)
  const wanted = choices.indicators.find(({ code }) => code === ask.code)
  const newest = Math.max(...choices.indicators.map(latest), -Infinity)
  const indicator =
    wanted ?? choices.indicators.find((one) => latest(one) === newest) ?? choices.indicators[0]
  if (!indicator) return null
  const all = [...indicator.years].sort((a, b) => a - b)
  const fallback = Number.isFinite(latest(indicator)) ? latest(indicator) : all.at(-1)!
  const to = ask.to === null ? fallback : (all.findLast((year) => year <= ask.to!) ?? all[0]!)
  const from = Math.min(to, ask.from ?? to - 19)
  const years = all.filter((year) => year >= from && year <= to)
  const kinds = choices.periods.filter(({ year }) => year === to)
  const period =
    kinds.find(({ kind }) => kind === ask.period)?.kind ??
    RESULT_PERIOD_KINDS.findLast((kind) => kinds.some((one) => one.kind === kind && one.readable)) ??
    'YEAR_FINAL'
  const cluster = choices.clusters.some(({ slug }) => slug === ask.cluster) ? ask.cluster : null
  return {
    ask: { ...ask, code: indicator.code, period, from: years[0] ?? to, to, cluster },
    indicator,
    years,
  }
}

/** A figure as a length, for drawing, ranking and finding what stands out; a ratio in percent; null for what has none. */
export function magnitude(value: FigureValue | null): number | null {
  if (!value) return null
  if (value.kind === 'RATIO') {
    const share = Number(value.numerator) / Number(value.denominator)
    return Number.isFinite(share) ? share * 100 : null
  }
  return 'amount' in value && value.amount !== null ? Number(value.amount) : null
}

const figureOf = (
  placed: PlacedFigure,
  judge: (completion: PlacedFigure['completion']) => PlacedFigure['completion'],
  more: Pick<ComparedFigure, 'unconfirmed' | 'draft' | 'closed' | 'reportId'>,
  nameOf: (id: string) => string,
): ComparedFigure => ({
  value: placed.value,
  target: placed.target,
  completion: judge(placed.completion),
  illustrative: placed.illustrative,
  from: placed.from.map(nameOf),
  reason: placed.reason,
  missing: placed.missing.map(nameOf),
  qualified: placed.qualified,
  units: null,
  reported: false,
  ...more,
})

const NO_FIGURE: Omit<ComparedFigure, 'completion'> = {
  value: null,
  target: null,
  illustrative: false,
  unconfirmed: false,
  draft: false,
  closed: false,
  reportId: null,
  from: [],
  reason: null,
  missing: [],
  qualified: false,
  units: null,
  reported: false,
}

/**
 * Units over years in either boundary mode: rows, their total, and what could not be carried over; `closed` are reports
 * that exist and the reader may not open.
 */
export function compareUnits(
  question: { ask: Resolved; indicator: ComparableIndicator; years: number[]; shortened: boolean },
  units: readonly ComparedUnit[],
  cells: readonly UnitCell[],
  closed: readonly { unitId: string; year: number }[] = [],
): Comparison {
  const { ask, indicator, years } = question
  const lineage = new Map<string, LineageUnit>(units.map((unit) => [unit.id, unit]))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const names = new Map(
    units.map((unit) => [unit.id, unitLabel({ ...unit, namesake: hasNamesake(unit, byId) })]),
  )
  const nameOf = (id: string) => names.get(id) ?? ''
  const today = unitsOfToday(lineage)
  const judge = judgeFor(ask.period, indicator)
  const rows = new Map<string, (ComparedFigure | null)[]>()
  const left: Comparison['left'] = []
  const inScope = scopeOf(ask, units, today, cells)
  // On today's territory a closed report is closed wherever its unit's land lies now.
  const placesOf = (id: string) => [id, ...(ask.boundary === 'NOW' ? (today.get(id) ?? []) : [])]
  const shut = new Set(closed.flatMap(({ unitId, year }) => placesOf(unitId).map((id) => `${id} ${year}`)))
  const isClosed = (id: string, year: number) => shut.has(`${id} ${year}`)
  years.forEach((year, index) => {
    const own = new Map(cells.filter((cell) => cell.year === year).map((cell) => [cell.unitId, cell]))
    const figures = [...own.values()].map((cell): UnitFigure => ({
      unitId: cell.unitId,
      value: fromProjection(indicator.kind, cell.cell),
      target: fromProjection(indicator.kind, cell.target ?? undefined),
      illustrative: cell.illustrative,
    }))
    const { placed, left: behind } =
      ask.boundary === 'NOW'
        ? placeNow(figures, year, indicator, lineage, today)
        : { placed: placeThen(figures, indicator), left: [] }
    for (const one of behind) {
      const unit = byId.get(one.unitId)
      const stands = (today.get(one.unitId) ?? []).some((id) => inScope.has(id))
      if (unit && stands) left.push({ ...one, year, unit: { ...unit, name: nameOf(unit.id) } })
    }
    const found = new Map(placed.map((one) => [one.unitId, one]))
    for (const id of inScope) {
      const line = rows.get(id) ?? years.map(() => null)
      const one = found.get(id)
      const single = one && one.from.length === 0 ? own.get(id) : undefined
      const parts = one && one.from.length > 0 ? one.from : [id]
      line[index] = one
        ? figureOf(
            one,
            judge,
            {
              unconfirmed: parts.some((part) => own.get(part)?.confirmed === false),
              draft: parts.some((part) => own.get(part)?.draft),
              closed: one.value === null && isClosed(id, year),
              reportId: single?.reportId ?? null,
            },
            nameOf,
          )
        : expected(id, year, ask, byId, today)
          ? { ...NO_FIGURE, closed: isClosed(id, year), completion: completionOf(null, null, indicator) }
          : null
      rows.set(id, line)
    }
  })
  const compared = [...rows]
    .map(([id, figures]): ComparedRow => ({
      key: byId.get(id)!.slug,
      name: nameOf(id),
      href: (year) => addressOf(byId.get(id)!, year, byId),
      figures,
    }))
    .filter(({ figures }) => figures.some((figure) => figure !== null))
    .sort((a, b) => compareVietnamese(a.name, b.name))
  return finish(question, compared, left)
}

/** Its page of the year where there was one, or the one of the unit it came from; else its own, never its successor's. */
function addressOf(unit: ComparedUnit, year: number, byId: ReadonlyMap<string, ComparedUnit>): string {
  const before = unit.predecessors.flatMap((id) => byId.get(id) ?? [])
  return unitOfYear(unit, before, [], year) ? `/units/${unit.slug}/${year}` : `/units/${unit.slug}`
}

const hasNamesake = (unit: ComparedUnit, byId: ReadonlyMap<string, ComparedUnit>) =>
  [...unit.successors, ...unit.predecessors].some((id) => byId.get(id)?.name === unit.name)

/** In the app's own words a class waits while the year is under way. */
const judgeFor =
  (period: PeriodKind, indicator: ComparableIndicator) =>
  (completion: PlacedFigure['completion']): PlacedFigure['completion'] =>
    isInterim(period) ? onTheWay(completion, indicator) : completion

/** The units that have a row: those of the time, or those of today that cover them. */
function scopeOf(
  ask: Resolved,
  units: readonly ComparedUnit[],
  today: ReadonlyMap<string, string[]>,
  cells: readonly UnitCell[],
): Set<string> {
  const reporting = new Set(ask.cluster ? [] : cells.map(({ unitId }) => unitId))
  const chosen = units.filter(({ id, memberIn }) => memberIn.length > 0 || reporting.has(id))
  return new Set(
    ask.boundary === 'NOW' ? chosen.flatMap(({ id }) => today.get(id) ?? []) : chosen.map(({ id }) => id),
  )
}

/** Whether the row should have a figure in the year, so that a blank there is something missing. */
function expected(
  id: string,
  year: number,
  ask: Resolved,
  byId: ReadonlyMap<string, ComparedUnit>,
  today: ReadonlyMap<string, string[]>,
): boolean {
  if (ask.boundary === 'THEN') return byId.get(id)?.memberIn.includes(year) ?? false
  return [...byId.values()].some(
    (unit) => today.get(unit.id)?.includes(id) && unit.memberIn.includes(year) && existedIn(unit, year),
  )
}

/** Clusters over years: totals of their units as each year had them, or what the cluster itself reported. */
export function compareClusters(
  question: { ask: Resolved; indicator: ComparableIndicator; years: number[] },
  clusters: ComparisonChoices['clusters'],
  totals: readonly ClusterYearTotals[],
  ids: readonly { year: number; id: string; isBase: boolean }[],
  reported: readonly { clusterId: string; year: number; cell: UnitCell['cell'] }[],
): Comparison {
  const { ask, indicator, years } = question
  const judge = judgeFor(ask.period, indicator)
  const at = new Map(totals.map((one) => [`${one.clusterId} ${one.year}`, one]))
  const own = new Map(reported.map((one) => [`${one.clusterId} ${one.year}`, one.cell]))
  const idsOf = (isBase: boolean) =>
    years.map((year) => ids.flatMap((one) => (one.year === year && one.isBase === isBase ? one.id : [])))
  const [figureIds, baseIds] = [idsOf(false), idsOf(true)]
  const rows = clusters.map((cluster): ComparedRow => {
    const figures = years.map((year, index): ComparedFigure | null => {
      const key = `${cluster.id} ${year}`
      const found = at.get(key)
      if (!found) return null
      const total = firstOf(found.totals, figureIds[index]!)
      const read = total ? readTotal(indicator.kind, total) : null
      const stated = read?.value ? undefined : own.get(key)
      const members = firstOf(found.totals, baseIds[index]!)
      const base = members ? readTotal('COUNT', members).value : null
      const value = read?.value
        ? perBase(read.value, ask, read.units, base)
        : stated && ask.base === 'TOTAL'
          ? fromProjection(indicator.kind, stated)
          : null
      const target = read?.target ? perBase(read.target, ask, read.units, base) : null
      return {
        ...NO_FIGURE,
        value,
        target: stated ? null : target,
        completion: judge(completionOf(value, stated ? null : target, indicator)),
        illustrative: !stated && found.illustrative && value !== null,
        units: stated ? null : { withFigure: read?.units ?? 0, all: found.members },
        reported: stated !== undefined && value !== null,
      }
    })
    return {
      key: cluster.slug,
      name: cluster.name,
      href: (year) => `/clusters/${cluster.slug}/${year}`,
      figures,
    }
  })
  const compared = rows.filter(({ figures }) => figures.some((figure) => figure !== null))
  return finish({ ...question, shortened: false }, compared, [])
}

function firstOf(totals: ClusterYearTotals['totals'], ids: readonly string[]): ClusterTotal | undefined {
  for (const id of ids) if (totals[id]) return totals[id]
  return undefined
}

/** A total divided by its base; a ratio or percentage is a share already. Null where there is no base. */
function perBase(
  value: FigureValue,
  { base }: Pick<Resolved, 'base'>,
  units: number,
  members: FigureValue | null,
): FigureValue | null {
  if (base === 'TOTAL' || value.kind === 'RATIO' || value.kind === 'PERCENTAGE') return value
  if ((value.kind !== 'COUNT' && value.kind !== 'MONEY') || value.amount === null) return null
  const size = members && 'amount' in members ? members.amount : null
  const amount =
    base === 'PER_UNIT'
      ? divideDecimals(value.amount, String(units), 1)
      : size === null
        ? null
        : divideDecimals(shiftDecimal(value.amount, 3), size, 2)
  return amount === null ? null : { ...value, amount }
}

function finish(
  question: { ask: Resolved; indicator: ComparableIndicator; years: number[]; shortened: boolean },
  rows: ComparedRow[],
  left: Comparison['left'],
): Comparison {
  const { ask, indicator, years } = question
  const judge = judgeFor(ask.period, indicator)
  const total = years.map((_, index): ComparedFigure | null => {
    const here = rows.flatMap(({ figures }) => figures[index] ?? [])
    const within = here.filter(({ value, draft }) => value !== null && !draft)
    if (within.length === 0 || ask.base !== 'TOTAL') return null
    const value = totalOf(
      within.flatMap((figure) => figure.value ?? []),
      indicator,
    ).value
    const targets = within.flatMap((figure) => figure.target ?? [])
    const target = value && targets.length === within.length ? totalOf(targets, indicator).value : null
    return {
      ...NO_FIGURE,
      value,
      target,
      completion: judge(completionOf(value, target, indicator)),
      units: { withFigure: within.length, all: here.length },
    }
  })
  return {
    ...question,
    rows,
    total,
    left,
    illustrative: rows.some(({ figures }) =>
      figures.some((figure) => figure?.illustrative && figure.value !== null),
    ),
  }
}
