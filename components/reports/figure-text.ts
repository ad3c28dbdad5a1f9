import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { printFigure } from '@/lib/platform/numbers/print'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { BLANK_LABELS } from '@/lib/reports/labels'
import type { BlankReason } from '@/lib/reports/types'

type Shown = { raw: string; value: FigureValue | null; blankReason?: BlankReason | null }

/** A figure as tables print it; a blank says why it is blank, never 0. */
export function figureText(figure: Shown | null, indicator: IndicatorDto): string {
  if (!figure) return '—'
  if (figure.value) {
    const money = indicator.displayUnit === 'tỷ đồng' || indicator.displayUnit === 'triệu đồng'
    return printFigure(figure.value, figureSpec(indicator), money ? { money: 'auto' } : {})
  }
  if (figure.blankReason) return BLANK_LABELS[figure.blankReason]
  return figure.raw || '—'
}
