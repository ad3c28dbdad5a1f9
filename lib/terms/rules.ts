import { completionOf, figureSpec } from '@/lib/indicators/rules'
import type { Completion, CompletionBand } from '@/lib/indicators/types'
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { printFigure } from '@/lib/platform/numbers/print'
import { ratioPercent, sumFigures } from '@/lib/platform/numbers/sum'
import type { FigureSpec, FigureValue, ParseOutcome } from '@/lib/platform/numbers/types'
import type { Forecast, Pace, TargetProgress, TargetShape, YearFigure, YearPoint } from './types'

const NO_COMPLETION: Completion = { percent: null, qualifier: 'EXACT', class: null, label: null, share: 0 }

/**
 * The years a term counts. A congress in 2021 opens a term that the congress of 2026 closes: five years, 2021 to 2025;
 * the last number is already the next term's first year.
 */
export function yearsOfTerm(term: { startYear: number | null; endYear: number | null }): number[] {
  const { startYear, endYear } = term
  if (startYear === null || endYear === null) return []
  const count = Math.max(1, endYear - startYear)
  return Array.from({ length: count }, (_, index) => startYear + index)
}

/** How the numbers module reads and prints a target's figures. A target of a ratio may be planned as a percentage. */
function targetSpec(shape: TargetShape, text = ''): FigureSpec {
  const spec = figureSpec({ ...shape, parts: [], nature: 'FLOW' })
  return shape.kind === 'RATIO' && text.includes('%') ? { ...spec, kind: 'PERCENTAGE' } : spec
}

/** What a figure as typed means for a target. */
export const readTargetFigure = (text: string, shape: TargetShape): ParseOutcome =>
  parseFigure(text, targetSpec(shape, text))

/** The value of words known to be readable; null for anything else. */
export function targetValue(text: string | null, shape: TargetShape): FigureValue | null {
  if (!text) return null
  const outcome = readTargetFigure(text, shape)
  return outcome.status === 'understood' ? outcome.value : null
}

/** "33.500 hộ", "7,5 tỷ đồng", "122/281 cơ sở (43,4%)", "80%". */
export function printTargetFigure(value: FigureValue | null, shape: TargetShape): string {
  if (!value) return ''
  return printFigure(value, targetSpec(shape), { unit: true, percent: true, money: 'auto' })
}

/** A figure as one number on the scale of its plan: an amount, or a ratio in percent; null where there is none. */
export function sizeOf(value: FigureValue | null): string | null {
  if (!value) return null
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE':
      return value.amount
    case 'RATIO':
      return ratioPercent(value.numerator, value.denominator)
    case 'YES_NO':
    case 'TEXT':
    case 'COMPOSITE':
      return null
  }
}

function share(amount: string, part: number, whole: number): string {
  return divideDecimals(multiplyDecimals(amount, String(part)), String(whole), 6) ?? '0'
}

/** A number on a target's scale as a figure of the target's kind. Counts are whole; a ratio becomes a percentage. */
function figureOf(amount: string, shape: TargetShape): FigureValue | null {
  switch (shape.kind) {
    case 'COUNT':
      return { kind: 'COUNT', amount: rounded(amount, shape.decimals), qualifier: 'EXACT' }
    case 'MONEY':
      return { kind: 'MONEY', amount: rounded(amount, 0), qualifier: 'EXACT' }
    case 'PERCENTAGE':
    case 'RATIO':
      return { kind: 'PERCENTAGE', amount: rounded(amount, 1), qualifier: 'EXACT' }
    case 'YES_NO':
      return null
  }
}

const rounded = (amount: string, decimals: number) => divideDecimals(amount, '1', decimals) ?? amount

type Plan = TargetShape & {
  planValue: FigureValue | null
  baseValue: FigureValue | null
  milestones: { year: number; value: FigureValue | null }[]
}

/**
 * What the plan expects by the end of a year: the milestone where one is written; else the yearly amount, the share of
 * the term's sum that the years so far make up, or the point between the starting level and the level to reach.
 */
function expectedBy(
  plan: Plan,
  year: number,
  years: number[],
): { value: FigureValue | null; stated: boolean } {
  const milestone = plan.milestones.find((step) => step.year === year)
  if (milestone?.value) return { value: milestone.value, stated: true }
  const last = years.at(-1)
  if (plan.manner === 'YEARLY' || year === last) return { value: plan.planValue, stated: true }
  const aim = sizeOf(plan.planValue)
  const done = years.indexOf(year) + 1
  if (aim === null || done === 0) return { value: null, stated: false }
  if (plan.manner === 'CUMULATIVE')
    return { value: figureOf(share(aim, done, years.length), plan), stated: false }
  const base = sizeOf(plan.baseValue)
  if (base === null) return { value: null, stated: false }
  return {
    value: figureOf(addDecimals(base, share(subtractDecimals(aim, base), done, years.length)), plan),
    stated: false,
  }
}

function reachedBy(manner: TargetShape['manner'], figures: YearFigure[], year: number): FigureValue | null {
  const here = figures.find((figure) => figure.year === year)
  if (!here) return null
  if (manner !== 'CUMULATIVE') return here.value
  return sumFigures(figures.filter((figure) => figure.year <= year).map(({ value }) => value))
}

/** A yearly target has no path to be ahead of: each year stands for itself. */
function paceOf(points: YearPoint[], plan: Plan): Pace | null {
  if (plan.manner === 'YEARLY') return null
  const last = points.findLast(({ figure }) => figure !== null && !figure.partial)
  if (points.some(({ figure }) => figure && missingUnits(figure))) return null
  const [reached, expected] = [sizeOf(last?.reached ?? null), sizeOf(last?.expected ?? null)]
  if (reached === null || expected === null) return null
  const order = compareDecimals(reached, expected) * (plan.direction === 'HIGHER_IS_BETTER' ? 1 : -1)
  return order > 0 ? 'AHEAD' : order < 0 ? 'BEHIND' : 'ON_PATH'
}

/**
 * Plain extrapolation, nothing more: the mean of the complete years carried on to the end of the term (CUMULATIVE,
 * YEARLY), or the mean yearly change of the level carried on from its last figure (LEVEL). Null where there is too
 * little to draw from, and once the term's last year has its figure.
 */
function forecastOf(
  plan: Plan,
  years: number[],
  figures: YearFigure[],
  bands: CompletionBand[],
): Forecast | null {
  const full = figures.filter((figure) => !figure.partial && !missingUnits(figure))
  const sized = full.flatMap(({ year, value }) => {
    const size = sizeOf(value)
    return size === null ? [] : [{ year, size }]
  })
  const last = years.at(-1)
  if (sized.length === 0 || last === undefined || full.some(({ year }) => year === last)) return null
  const amount = extrapolate(plan, sized, years)
  const value = amount === null ? null : figureOf(amount, plan)
  if (!value) return null
  return {
    value,
    completion: completionOf(value, plan.planValue, { direction: plan.direction, bands }),
    from: sized.map(({ year }) => year),
  }
}

function extrapolate(plan: Plan, sized: { year: number; size: string }[], years: number[]): string | null {
  const first = sized[0]!
  const last = sized.at(-1)!
  if (plan.manner === 'LEVEL') {
    const base = sizeOf(plan.baseValue)
    const from = base === null ? first : { year: years[0]! - 1, size: base }
    const steps = last.year - from.year
    if (steps <= 0) return null
    return addDecimals(
      last.size,
      share(subtractDecimals(last.size, from.size), years.at(-1)! - last.year, steps),
    )
  }
  // Percentages of different years have no sum to carry on.
  if (plan.kind === 'RATIO' || plan.kind === 'PERCENTAGE') return null
  const total = sized.map(({ size }) => size).reduce(addDecimals, '0')
  return share(total, plan.manner === 'CUMULATIVE' ? years.length : 1, sized.length)
}

/** The units a figure is made of, where not all there are; null for a whole one. */
function missingUnits({ origin }: YearFigure): TargetProgress['short'] {
  if (origin.kind !== 'INDICATOR' || origin.of === null || origin.units >= origin.of) return null
  return { units: origin.units, of: origin.of }
}

/** A sum that has its plan already keeps its class: further units can only add to it. Any other must wait for them. */
const standsWithout = (plan: Plan, { class: of }: Completion): boolean =>
  plan.direction === 'HIGHER_IS_BETTER' &&
  (plan.kind === 'COUNT' || plan.kind === 'MONEY') &&
  (of === 'MET' || of === 'EXCEEDED')

function judge(
  plan: Plan,
  figures: YearFigure[],
  result: FigureValue | null,
  bands: CompletionBand[],
): Pick<TargetProgress, 'completion' | 'decidedBy' | 'short'> {
  const facts = { direction: plan.direction, bands }
  if (plan.manner !== 'YEARLY') {
    const completion = completionOf(result, plan.planValue, facts)
    const counted = plan.manner === 'CUMULATIVE' ? figures : figures.slice(-1)
    const short = counted.map(missingUnits).findLast((one) => one !== null) ?? null
    return short && !standsWithout(plan, completion)
      ? { completion: NO_COMPLETION, decidedBy: null, short }
      : { completion, decidedBy: null, short: null }
  }
  let short: TargetProgress['short'] = null
  let weakest: { completion: Completion; year: number } | null = null
  for (const figure of figures) {
    const { year, value, partial } = figure
    if (partial) continue
    const aim = plan.milestones.find((step) => step.year === year)?.value ?? plan.planValue
    const completion = completionOf(value, aim, facts)
    const missing = missingUnits(figure)
    if (missing && !standsWithout(plan, completion)) {
      short = missing
      continue
    }
    if (completion.percent === null) continue
    if (!weakest || compareDecimals(completion.percent, weakest.completion.percent ?? '0') < 0)
      weakest = { completion, year }
  }
  // A year that fell short with every unit in it decides whatever the others may still bring.
  const decided = weakest && !(short && standsWithout(plan, weakest.completion)) ? weakest : null
  return decided
    ? { completion: decided.completion, decidedBy: decided.year, short: null }
    : { completion: NO_COMPLETION, decidedBy: null, short }
}

/**
 * A target's path, class and forecast from the figures of its years. The class is the share of the whole term's plan
 * reached so far ("đạt trên 50%" is more than half of it); a yearly target is as good as its weakest complete year.
 */
export function progressOf(
  plan: Plan,
  years: number[],
  figures: readonly YearFigure[],
  bands: CompletionBand[],
): TargetProgress {
  const known = figures.filter(({ year }) => years.includes(year)).toSorted((a, b) => a.year - b.year)
  const points = years.map((year): YearPoint => {
    const expected = expectedBy(plan, year, years)
    return {
      year,
      figure: known.find((figure) => figure.year === year) ?? null,
      expected: expected.value,
      expectedStated: expected.stated,
      reached: reachedBy(plan.manner, known, year),
    }
  })
  const latest = points.findLast(({ reached }) => reached !== null)
  const result = latest?.reached ?? null
  return {
    years: points,
    result,
    ...judge(plan, known, result, bands),
    pace: paceOf(points, plan),
    forecast: forecastOf(plan, years, known, bands),
  }
}
