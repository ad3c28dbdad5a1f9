import { figureSpec, totalOf } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { printFigure } from '@/lib/platform/numbers/print'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { ReportState } from '@/lib/reports/types'
import type { UnitRef } from '@/lib/units/types'
import type { CarriedFigure, NotCarriedReason, OldUnit } from './types'

/** States in which a report is still with its own unit. */
const WITH_UNIT: readonly ReportState[] = ['DRAFT', 'PRESENTED']
const FINISHED: readonly ReportState[] = ['CONFIRMED', 'LOCKED']

/** Nothing of the report is left to be done. */
export const isFinished = (state: ReportState): boolean => FINISHED.includes(state)

/** A period can go on under the new unit only while no old unit has sent it: what others have read keeps its name. */
export const canCarry = (reports: readonly { state: ReportState; sentBefore: boolean }[]): boolean =>
  reports.length > 0 && reports.every(({ state, sentBefore }) => WITH_UNIT.includes(state) && !sentBefore)

/** An old unit under the last name it bore. */
export const refOf = ({ id, slug, designations }: OldUnit): UnitRef => ({
  id,
  slug,
  name: designations.at(-1)?.name ?? slug,
})

export type Part = { unit: string; value: FigureValue | null; notAssigned: boolean }

/**
 * What a merged unit's figure comes to, by the indicator's own aggregation: a sum with the qualifier still true of it,
 * Σ numerators / Σ denominators, or the largest. Left blank, with the reason, where an old unit has no figure or the
 * indicator is not aggregated. Units to which it is not assigned leave the sum.
 */
export function carryFigure(
  indicator: Pick<
    IndicatorDto,
    | 'id'
    | 'name'
    | 'scope'
    | 'aggregation'
    | 'kind'
    | 'measureUnit'
    | 'displayUnit'
    | 'decimals'
    | 'parts'
    | 'nature'
  >,
  parts: readonly Part[],
): CarriedFigure {
  const blank = (reason: NotCarriedReason): CarriedFigure => ({
    indicatorId: indicator.id,
    name: indicator.name,
    raw: '',
    note: '',
    reason,
  })
  if (indicator.scope === 'UNIT') return blank('OWN_SET')
  const assigned = parts.filter(({ notAssigned }) => !notAssigned)
  const values = assigned.flatMap(({ value }) => (value ? [value] : []))
  if (values.length < assigned.length || values.length === 0) return blank('MISSING')
  const total = totalOf(values, indicator)
  if (!total.value) return blank(total.reason === 'NOT_AGGREGATED' ? 'NOT_AGGREGATED' : 'NOT_SUMMABLE')
  const spec = figureSpec(indicator)
  const each = assigned.map(({ unit, value }) => `${unit} ${value ? printFigure(value, spec) : ''}`)
  return {
    indicatorId: indicator.id,
    name: indicator.name,
    raw: printFigure(total.value, spec),
    note: `Cộng từ các đơn vị cũ: ${each.join('; ')}`,
    reason: null,
  }
}
