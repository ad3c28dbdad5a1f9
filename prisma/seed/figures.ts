import type { FigureSpec, FigureValue } from '@/lib/platform/numbers/types'
import { parseFigure } from '@/lib/platform/numbers/parse'
import type { IndicatorRow } from './data/indicator-row'

export function specOf(row: IndicatorRow): FigureSpec {
  return { kind: row.kind, unit: row.unit, parts: row.parts }
}

/** What the product understands by the words. Throws for words it would ask about or refuse. */
export function readFigure(raw: string, spec: FigureSpec, where: string): FigureValue {
  const outcome = parseFigure(raw, spec)
  if (outcome.status === 'understood') return outcome.value
  const reason =
    outcome.status === 'ask' ? outcome.question : outcome.status === 'refused' ? outcome.message : 'trống'
  throw new Error(`The seed's figure “${raw}” (${where}) is not understood: ${reason}`)
}
