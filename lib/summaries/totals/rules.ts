import { completionOf, totalOf } from '@/lib/indicators/rules'
import { COMPLETION_CLASSES } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { fromProjection, toColumns, toProjection } from '@/lib/reports/figures/rules'
import type { ProjectionCell } from '@/lib/reports/types'
import { noCounts, onTheWay } from '../rules'
import type { ClusterTotal, IndicatorTotal, SummedIndicator, SummedReport } from './types'

const stored = (value: FigureValue | null): ProjectionCell | undefined =>
  value ? { ...toProjection(toColumns(value), null), v: 1 } : undefined

/** The totals of one cluster-year and period over the given reports; indicators without any figure are left out. */
export function sumUp(
  indicators: readonly SummedIndicator[],
  reports: readonly Pick<SummedReport, 'cells' | 'targets' | 'notAssigned'>[],
  interim: boolean,
): Record<string, ClusterTotal> {
  const totals: Record<string, ClusterTotal> = {}
  for (const indicator of indicators) {
    const values: FigureValue[] = []
    const targets: FigureValue[] = []
    const classes: ClusterTotal['c'] = [0, 0, 0, 0]
    for (const report of reports) {
      const value = fromProjection(indicator.kind, report.cells[indicator.id]?.m)
      if (!value) continue
      const target = report.notAssigned.includes(indicator.id)
        ? null
        : fromProjection(indicator.kind, report.targets[indicator.id]?.m)
      values.push(value)
      if (target) targets.push(target)
      const completion = completionOf(value, target, indicator)
      const judged = (interim ? onTheWay(completion, indicator) : completion).class
      if (judged) classes[COMPLETION_CLASSES.indexOf(judged)]! += 1
    }
    if (values.length === 0) continue
    const total = totalOf(values, indicator).value
    const target = total && targets.length === values.length ? totalOf(targets, indicator).value : null
    const [v, t] = [stored(total), stored(target)]
    totals[indicator.id] = { n: values.length, c: classes, ...(v && { v }), ...(t && { t }) }
  }
  return totals
}

/** A kept total as figures and counts of classes. */
export function readTotal(kind: SummedIndicator['kind'], total: ClusterTotal): IndicatorTotal {
  const counts = noCounts()
  COMPLETION_CLASSES.forEach((one, index) => (counts[one] = total.c[index] ?? 0))
  return {
    units: total.n,
    value: fromProjection(kind, total.v),
    target: fromProjection(kind, total.t),
    counts,
  }
}

/** Several clusters as one, by the indicator's own rule: adding up totals is adding up what they are made of. */
export function addTotals(
  parts: readonly IndicatorTotal[],
  indicator: Pick<SummedIndicator, 'aggregation'>,
): IndicatorTotal {
  const within = parts.filter(({ units }) => units > 0)
  const values = within.flatMap(({ value }) => value ?? [])
  const targets = within.flatMap(({ target }) => target ?? [])
  const counts = noCounts()
  for (const part of within) for (const one of COMPLETION_CLASSES) counts[one] += part.counts[one]
  const value = values.length === within.length ? totalOf(values, indicator).value : null
  return {
    units: within.reduce((sum, { units }) => sum + units, 0),
    value,
    target: value && targets.length === within.length ? totalOf(targets, indicator).value : null,
    counts,
  }
}
