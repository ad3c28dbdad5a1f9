import { escapeHtml } from '@/components/ui/html'
import { printedPercent } from '@/lib/indicators/rules'
import type { Completion } from '@/lib/indicators/types'
import { absoluteDecimal, shiftDecimal } from '@/lib/platform/numbers/decimal'
import { ratioPercent } from '@/lib/platform/numbers/sum'
import { moneyPlaces, printNumber } from '@/lib/platform/numbers/print'
import { MONEY_UNITS, type FigureValue } from '@/lib/platform/numbers/types'
import { columnUnit, printCell, type Spec } from '@/lib/summaries/cells/rules'
import { COMPLETION_MARKS } from '@/lib/summaries/labels'

/** A signed decimal as "+12" or "−3,5", in the column's unit. */
export function printDifference(difference: string, indicator: Spec): string {
  const unit = MONEY_UNITS.find((name) => name === columnUnit(indicator))
  const size = absoluteDecimal(difference)
  const shown = printNumber(
    indicator.kind === 'MONEY' && unit ? shiftDecimal(size, -moneyPlaces(unit)) : size,
  )
  return shown === '0' ? '0' : `${difference.startsWith('-') ? '−' : '+'}${shown}`
}

/** Class name of a cell's completion, with the tenth that its red outline is filled to. */
export function markClass(completion: Completion): string {
  if (!completion.class) return ''
  const mark = COMPLETION_MARKS[completion.class]
  return mark === 'chua' ? `chua r${Math.min(9, Math.floor(completion.share * 10))}` : mark
}

/** The woven mark itself; its word is there for readers who do not see it. */
export function markHtml(completion: Completion): string {
  if (!completion.class) return ''
  const label = escapeHtml(completion.label ?? '')
  return `<i title="${label}">${label}</i>`
}

/** "1.573 · 108%": the registered target and how far the result goes towards it. */
export function targetLine(target: FigureValue | null, completion: Completion | null, spec: Spec): string {
  if (!target) return ''
  const percent = completion ? printedPercent(completion) : ''
  return escapeHtml(percent ? `${printCell(target, spec)} · ${percent}` : printCell(target, spec))
}

/** A figure's length on a chart, in the column's unit (percent for a ratio); null for what has no length. */
export function drawnValue(value: FigureValue, indicator: Spec): number | null {
  if (value.kind === 'RATIO') {
    const percent = ratioPercent(value.numerator, value.denominator)
    return percent === null ? null : Number(percent)
  }
  if (!('amount' in value) || value.amount === null) return null
  const unit = MONEY_UNITS.find((name) => name === columnUnit(indicator))
  return Number(
    value.kind === 'MONEY' && unit ? shiftDecimal(value.amount, -moneyPlaces(unit)) : value.amount,
  )
}
