import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { printFigure, printNumber } from '@/lib/platform/numbers/print'
import type { FigureSpec, FigureValue, ParseOutcome } from '@/lib/platform/numbers/types'
import type { BreakdownPart, FigureDto, FigureMeasure } from '../types'
import type { EntryInput, FigureInput, SavedFigureDto, SlotKey } from './types'

export const figureKey = (indicatorId: string, measure: FigureMeasure): SlotKey =>
  `f:${indicatorId}:${measure}`

export function partsOfKey(key: SlotKey): { indicatorId: string; measure: FigureMeasure } | null {
  const [kind, indicatorId, measure] = key.split(':')
  return kind === 'f' && indicatorId
    ? { indicatorId, measure: measure === 'TO_DATE' ? 'TO_DATE' : 'MAIN' }
    : null
}

const breakdownSpec = (indicator: IndicatorDto): FigureSpec => ({
  ...figureSpec(indicator),
  kind: indicator.kind === 'MONEY' ? 'MONEY' : 'COUNT',
})

/** What the boxes of a stored figure show. */
export function inputOf(figure: SavedFigureDto | null, indicator: IndicatorDto): FigureInput {
  const spec = breakdownSpec(indicator)
  return {
    raw: figure?.raw ?? '',
    breakdown: indicator.breakdown.map((label) => {
      const part = figure?.breakdown?.find((stored) => stored.label === label)
      if (!part) return ''
      return spec.kind === 'MONEY'
        ? printFigure({ kind: 'MONEY', amount: part.amount, qualifier: 'EXACT' }, spec)
        : printNumber(part.amount)
    }),
    note: figure?.note ?? '',
    blankReason: figure?.blankReason ?? null,
  }
}

/** Space around the words and an empty breakdown make no difference worth a save. */
function normal(input: EntryInput): string {
  if ('text' in input) return input.text
  const breakdown = input.breakdown.map((part) => part.trim())
  return JSON.stringify([
    input.raw.trim(),
    input.raw.trim() && breakdown.some(Boolean) ? breakdown : null,
    input.note.trim(),
    input.blankReason,
  ])
}

export const sameInput = (a: EntryInput | null, b: EntryInput | null): boolean =>
  a === b || (a !== null && b !== null && normal(a) === normal(b))

export type Reading = {
  outcome: ParseOutcome
  value: FigureValue | null
  breakdown: BreakdownPart[] | null
  /** Sentence about a part of the breakdown that cannot be read. */
  partProblem: string | null
}

/** What is understood of a figure as it stands in its boxes: the same reading as the server's. */
export function readInput(input: FigureInput, indicator: IndicatorDto): Reading {
  const outcome = parseFigure(input.raw, figureSpec(indicator))
  const value = outcome.status === 'understood' ? outcome.value : null
  const parts: BreakdownPart[] = []
  let partProblem: string | null = null
  if (value) {
    const spec = breakdownSpec(indicator)
    for (const [index, label] of indicator.breakdown.entries()) {
      const part = parseFigure(input.breakdown[index] ?? '', spec)
      if (part.status === 'empty') continue
      if (
        part.status === 'understood' &&
        'amount' in part.value &&
        part.value.amount !== null &&
        part.value.qualifier === 'EXACT'
      )
        parts.push({ label, amount: part.value.amount })
      else partProblem ??= `Phần “${label}” ${sayWhy(part)}`
    }
  }
  return { outcome, value, breakdown: parts.length > 0 ? parts : null, partProblem }
}

function sayWhy(part: ParseOutcome): string {
  if (part.status === 'ask') return `chưa rõ: ${part.question}`
  if (part.status === 'refused') return `chưa đúng: ${part.message}`
  return 'cần là một con số chính xác.'
}

/** Whether it may be sent: a question first wants its answer. */
export function isClear(input: FigureInput, indicator: IndicatorDto): boolean {
  const { outcome, partProblem } = readInput(input, indicator)
  if (outcome.status === 'ask' || outcome.status === 'refused') return false
  return partProblem === null && !(outcome.status === 'understood' && input.blankReason !== null)
}

/** A figure as the checks want it, from what stands in the boxes. */
export function entryOf(
  input: FigureInput,
  indicator: IndicatorDto,
): Pick<FigureDto, 'value' | 'breakdown' | 'blankReason' | 'note'> {
  const { value, breakdown } = readInput(input, indicator)
  return { value, breakdown, blankReason: value ? null : input.blankReason, note: input.note || null }
}

const MOST_ROWS = 500

/**
 * Lines of a column copied from a spreadsheet, or null when it is an ordinary text. A line keeps its cells apart by tabs;
 * the line break at the end is not a row.
 */
export function pastedColumn(text: string): string[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  if (lines.length < 2) return null
  return lines.slice(0, MOST_ROWS).map((line) => line.replace(/^"(.*)"$/, '$1').trim())
}

/** "Một ô cần xem lại.", "2 ô cần xem lại." */
export const cellsToMend = (count: number): string => `${count === 1 ? 'Một' : count} ô cần xem lại.`

/** "còn 5 ngày", "hạn là hôm nay", "quá hạn 2 ngày". */
export function daysInWords(days: number): string {
  if (days === 0) return 'hạn là hôm nay'
  return days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`
}
