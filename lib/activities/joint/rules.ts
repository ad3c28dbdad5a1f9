import { ok, wrongField, type Result } from '@/lib/platform/errors'
import { addDecimals, compareDecimals, subtractDecimals } from '@/lib/platform/numbers/decimal'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { printMoney } from '@/lib/platform/numbers/print'
import type { ActivityState, Ledger } from './types'

/** The road of an activity; handing over needs its day. */
const ACTIVITY_TRANSITIONS = [
  { from: 'PLANNED', to: 'UNDER_WAY' },
  { from: 'PLANNED', to: 'HANDED_OVER' },
  { from: 'UNDER_WAY', to: 'HANDED_OVER' },
] as const satisfies readonly { from: ActivityState; to: ActivityState }[]

export const mayBecome = (from: ActivityState, to: ActivityState): boolean =>
  ACTIVITY_TRANSITIONS.some((transition) => transition.from === from && transition.to === to)

/** What the listed sums come to, and what of the value they leave unexplained. */
export function ledgerOf(value: string | null, funding: readonly { amount: string | null }[]): Ledger {
  const listed = funding.reduce((sum, { amount }) => (amount === null ? sum : addDecimals(sum, amount)), '0')
  if (value === null) return { listed, rest: null }
  return { listed, rest: subtractDecimals(value, listed) }
}

/** The ledger in one sentence; what is unexplained is said, never filled in. Null where there is nothing to say. */
export function ledgerSentence(value: string | null, { listed, rest }: Ledger): string | null {
  const money = (amount: string) => printMoney(amount, 'auto')
  if (rest === null || value === null)
    return compareDecimals(listed, '0') === 0
      ? null
      : `Các khoản nêu ra cộng lại là ${money(listed)}; nguồn không nêu tổng trị giá.`
  const left = compareDecimals(rest, '0')
  if (compareDecimals(listed, '0') === 0) return `Trị giá ${money(value)}; chưa nêu nguồn.`
  if (left === 0) return `Các khoản nêu ra cộng lại vừa đủ ${money(value)}.`
  if (left > 0)
    return `Các khoản nêu ra cộng lại là ${money(listed)} trong ${money(value)}; còn ${money(rest)} chưa nêu nguồn.`
  return `Các khoản nêu ra cộng lại là ${money(listed)}, nhiều hơn trị giá ${money(value)} là ${money(rest.replace('-', ''))}.`
}

/** Money as typed, in đồng: "130 triệu" → "130000000"; '' → null. What is ambiguous is asked about. */
export function readMoney(field: string, raw: string): Result<string | null> {
  const wrong = (message: string) => wrongField(field, message)
  const parsed = parseFigure(raw, { kind: 'MONEY', unit: 'đồng' })
  switch (parsed.status) {
    case 'empty':
      return ok(null)
    case 'ask':
      return wrong(parsed.question)
    case 'refused':
      return wrong(parsed.message)
    case 'understood': {
      const { value } = parsed
      if (value.kind !== 'MONEY' || value.amount === null)
        return wrong('Hãy ghi một số tiền, ví dụ 50 triệu.')
      const [whole = '', fraction] = value.amount.split('.')
      return whole.length > 18 || fraction ? wrong('Số tiền này không hợp lý.') : ok(value.amount)
    }
  }
}

/** A file may show any of them: it is open only when each has consented. */
export const filesAreOpen = (beneficiaries: readonly { consent: string | null }[]): boolean =>
  beneficiaries.every(({ consent }) => consent !== null)
