import { quoteTyped } from './clean'
import { echoFigure, printFigure } from './print'
import type { FigureChoice, FigureSpec, FigureValue, ParseOutcome } from './types'

const MOST_CHOICES = 4

export const refuse = (message: string): ParseOutcome => ({ status: 'refused', message })

export function understand(value: FigureValue, spec: FigureSpec): ParseOutcome {
  return { status: 'understood', value, echo: echoFigure(value, spec) }
}

/**
 * Asks which of the values was meant; the question is made from the choices unless given. It says money in its largest
 * unit, "1,4 tỷ đồng", where zeros are not to be counted; the choices say it in full.
 */
export function ask(typed: string, values: FigureValue[], spec: FigureSpec, question?: string): ParseOutcome {
  const choices: FigureChoice[] = []
  for (const value of values) {
    const label = echoFigure(value, spec)
    if (choices.length < MOST_CHOICES && !choices.some((choice) => choice.label === label)) {
      choices.push({ label, value })
    }
  }
  const labels = choices.map(({ value }) =>
    printFigure(value, spec, { unit: true, percent: true, money: 'auto' }),
  )
  const meant =
    labels.length === 1
      ? `${quoteTyped(typed)} có phải là ${labels[0]} không?`
      : `${quoteTyped(typed)} là ${labels.slice(0, -1).join(', ')} hay ${labels.at(-1)}?`
  return { status: 'ask', question: question ?? meant, choices }
}
