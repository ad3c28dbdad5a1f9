import { figureSpec } from '@/lib/indicators/rules'
import { roundDecimal, shiftDecimal } from '@/lib/platform/numbers/decimal'
import { moneyPlaces, printFigure } from '@/lib/platform/numbers/print'
import { MONEY_UNITS, type FigureValue } from '@/lib/platform/numbers/types'
import type { TableIndicator } from '../types'

/** What a figure of an indicator is printed by. */
export type Spec = Pick<
  TableIndicator,
  'kind' | 'measureUnit' | 'displayUnit' | 'decimals' | 'parts' | 'nature'
>

/** The unit that stands once in the column's heading rather than in every cell. */
export function columnUnit(indicator: Spec): string {
  return indicator.kind === 'MONEY'
    ? (indicator.displayUnit ?? indicator.measureUnit)
    : indicator.kind === 'TEXT' || indicator.kind === 'YES_NO'
      ? ''
      : indicator.measureUnit
}

/** A figure without the column's unit: "trên 3,6", "12/27", "82,6%". Money to three decimals of its unit. */
export function printCell(value: FigureValue, indicator: Spec): string {
  const unit = MONEY_UNITS.find((name) => name === columnUnit(indicator))
  if (value.kind !== 'MONEY' || value.amount === null || !unit)
    return printFigure(value, figureSpec(indicator))
  const places = moneyPlaces(unit)
  const rounded = shiftDecimal(roundDecimal(shiftDecimal(value.amount, -places), 3), places)
  const printed = printFigure({ ...value, amount: rounded }, figureSpec(indicator), { money: unit })
  return printed.slice(0, -unit.length - 1)
}
