import { describe, expect, it } from 'vitest'
import { collects, latestWithData, openingPeriod } from '@/lib/periods/rules'
import type { PeriodKind } from '@/lib/periods/types'

const YEAR: readonly PeriodKind[] = ['REGISTRATION', 'SIX_MONTHS', 'YEAR_ESTIMATE', 'YEAR_FINAL']
const periods = (...withData: PeriodKind[]) =>
  YEAR.map((kind) => ({ kind, hasData: withData.includes(kind) }))

describe('the period a table opens with', () => {
  it('is the latest that anything is known of, in the order of the year', () => {
    expect(openingPeriod(periods('YEAR_ESTIMATE', 'SIX_MONTHS'))).toBe('YEAR_ESTIMATE')
    expect(openingPeriod(periods('SIX_MONTHS', 'YEAR_ESTIMATE').toReversed())).toBe('YEAR_ESTIMATE')
  })
  it('is the first that can be reported before anything is known', () => {
    expect(openingPeriod(periods())).toBe('SIX_MONTHS')
    expect(openingPeriod([{ kind: 'YEAR_ESTIMATE', hasData: false }])).toBe('YEAR_ESTIMATE')
  })
  it('is never the registration of targets', () => {
    expect(latestWithData(periods('REGISTRATION'))).toBeNull()
    expect(openingPeriod(periods('REGISTRATION'))).toBe('SIX_MONTHS')
    expect(openingPeriod([{ kind: 'REGISTRATION', hasData: true }])).toBe('YEAR_FINAL')
  })
})

describe('what is collected', () => {
  it('is a period with a deadline', () => {
    const year = [
      { kind: 'SIX_MONTHS', dueAt: '2026-06-30T16:59:59Z' },
      { kind: 'YEAR_FINAL', dueAt: null },
    ] as const
    expect(collects(year, 'SIX_MONTHS')).toBe(true)
    expect(collects(year, 'YEAR_FINAL')).toBe(false)
    expect(collects(year, 'NINE_MONTHS')).toBe(false)
  })
})
