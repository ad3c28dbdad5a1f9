import { completionOf, totalOf } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { existedIn } from '@/lib/units/rules'
import type { LineageUnit, NotCarried, NotCarriedReason, PlacedFigure, UnitFigure } from './types'

type Rule = Pick<IndicatorDto, 'aggregation' | 'kind' | 'direction' | 'bands'>

const QUALIFIED = ['OVER', 'NEARLY', 'ABOUT']

const isQualified = (value: FigureValue | null): boolean =>
  value !== null && 'qualifier' in value && QUALIFIED.includes(value.qualifier)
const isUnsized = (value: FigureValue): boolean => 'amount' in value && value.amount === null

/** The units of today that the territory of each unit lies in, however many changes between; itself while it exists. */
export function unitsOfToday(lineage: ReadonlyMap<string, LineageUnit>): Map<string, string[]> {
  const known = new Map<string, string[]>()
  const trace = (id: string, way: ReadonlySet<string>): string[] => {
    const found = known.get(id)
    if (found) return found
    const unit = lineage.get(id)
    if (!unit || way.has(id)) return []
    const here =
      unit.validTo === null
        ? [id]
        : [...new Set(unit.successors.flatMap((next) => trace(next, new Set([...way, id]))))]
    known.set(id, here)
    return here
  }
  for (const id of lineage.keys()) trace(id, new Set())
  return known
}

/** Figures of a year as they were: each with the unit of its time. */
export function placeThen(figures: readonly UnitFigure[], rule: Rule): PlacedFigure[] {
  return figures.map((figure) => ({
    ...figure,
    completion: completionOf(figure.value, figure.target, rule),
    from: [],
    reason: null,
    qualified: isQualified(figure.value),
    missing: [],
  }))
}

/**
 * Figures of a year on the territory of today, by the indicator's own aggregation rule. A unit that reported under its
 * own name keeps its figure. Where it is made of several, all that existed in the year must have a figure: a sum of some
 * would read as the whole. A unit that only changed its name carries any figure over. `left` lists the figures that
 * stand in no unit of today, with the reason.
 */
export function placeNow(
  figures: readonly UnitFigure[],
  year: number,
  rule: Rule,
  lineage: ReadonlyMap<string, LineageUnit>,
  today: ReadonlyMap<string, string[]> = unitsOfToday(lineage),
): { placed: PlacedFigure[]; left: NotCarried[] } {
  const byUnit = new Map(figures.map((figure) => [figure.unitId, figure]))
  const left: NotCarried[] = []
  const ids = new Set<string>()
  for (const { unitId, value } of figures) {
    const places = today.get(unitId) ?? []
    if (places.length !== 1 && value) left.push({ unitId, reason: 'SPLIT' })
    for (const id of places) ids.add(id)
  }
  const placed: PlacedFigure[] = []
  for (const id of ids) {
    const own = byUnit.get(id)
    const { parts, missing } = own?.value ? { parts: [], missing: [] } : gather(id, year, byUnit, lineage)
    if (parts.length === 0) {
      if (own) placed.push(...placeThen([own], rule))
      continue
    }
    const figure = combine(id, parts, missing, rule, today)
    placed.push(figure)
    if (figure.reason && figure.reason !== 'SPLIT')
      for (const { unitId } of parts) left.push({ unitId, reason: figure.reason })
  }
  return { placed, left }
}

type Gathered = { parts: UnitFigure[]; missing: string[] }

/** The figures of the year that make up a unit: of those it came from, each its own or, failing that, made up likewise. */
function gather(
  id: string,
  year: number,
  byUnit: ReadonlyMap<string, UnitFigure>,
  lineage: ReadonlyMap<string, LineageUnit>,
  way: ReadonlySet<string> = new Set(),
): Gathered {
  const origins = (lineage.get(id)?.predecessors ?? []).filter((origin) => !way.has(origin))
  const found = origins.map((origin): Gathered => {
    const figure = byUnit.get(origin)
    if (figure?.value) return { parts: [figure], missing: [] }
    const earlier = gather(origin, year, byUnit, lineage, new Set([...way, id]))
    const unit = lineage.get(origin)
    if (earlier.parts.length > 0 || !unit || !existedIn(unit, year)) return earlier
    return { parts: [], missing: [origin] }
  })
  return {
    parts: found.flatMap(({ parts }) => parts),
    missing: found.flatMap(({ missing }) => missing),
  }
}

function combine(
  unitId: string,
  parts: UnitFigure[],
  missing: string[],
  rule: Rule,
  today: ReadonlyMap<string, string[]>,
): PlacedFigure {
  const values = parts.flatMap(({ value }) => (value ? [value] : []))
  const split = parts.some((part) => today.get(part.unitId)?.length !== 1)
  const alone = parts.length === 1 && missing.length === 0
  const reason = split ? 'SPLIT' : alone ? null : whyNotCarried(values, missing, rule)
  const value = reason ? null : alone ? values[0]! : totalOf(values, rule).value
  const targets = parts.flatMap((part) => (part.target ? [part.target] : []))
  const target =
    value && targets.length === parts.length ? (alone ? targets[0]! : totalOf(targets, rule).value) : null
  return {
    unitId,
    value,
    target,
    completion: completionOf(value, target, rule),
    illustrative: parts.some(({ illustrative }) => illustrative),
    from: parts.map((part) => part.unitId),
    reason: reason ?? (value ? null : 'NOT_SUMMABLE'),
    qualified: isQualified(value),
    missing,
  }
}

/** Why figures of several units make no figure of one; null where they do. */
function whyNotCarried(values: FigureValue[], missing: string[], rule: Rule): NotCarriedReason | null {
  if (rule.kind === 'PERCENTAGE' && rule.aggregation !== 'MAXIMUM') return 'PERCENTAGE'
  if (rule.aggregation === 'NONE') return 'NOT_AGGREGATED'
  if (missing.length > 0) return 'MISSING'
  if (values.some(isUnsized)) return 'UNSIZED'
  return null
}
