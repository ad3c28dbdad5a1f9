import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureValue } from '@/lib/platform/numbers/types'
import {
  checkFigure,
  fits,
  fromColumns,
  fromProjection,
  missingForPresenting,
  progressOf,
  toColumns,
  toProjection,
} from '@/lib/reports/figures/rules'
import { daysLeft, lateDays, reminderText } from '@/lib/reports/rules'
import type { FigureDto, ReportCell } from '@/lib/reports/types'
import { indicatorWith } from '@/tests/support/indicator'

const indicator = indicatorWith()
const count = (amount: string): FigureValue => ({ kind: 'COUNT', amount, qualifier: 'EXACT' })
const ratio = (numerator: string, denominator: string): FigureValue => ({
  kind: 'RATIO',
  numerator,
  denominator,
})
const entry = (value: FigureValue | null, more: Partial<FigureDto> = {}) => ({
  value,
  breakdown: null,
  blankReason: null,
  note: null,
  ...more,
})
const beside = { indicator, period: 'NINE_MONTHS' as const, lastYear: null, earlier: [] }
const codes = (...args: Parameters<typeof checkFigure>) => checkFigure(...args).map((remark) => remark.code)

describe('checking a figure', () => {
  test('a breakdown that does not sum says by how much', () => {
    const levels = { ...indicator, breakdown: ['tỉnh', 'huyện', 'cơ sở'] }
    const parts = (...amounts: string[]) =>
      amounts.map((amount, i) => ({ label: levels.breakdown[i] ?? '', amount }))
    const check = (...amounts: string[]) =>
      checkFigure(entry(count('745'), { breakdown: parts(...amounts) }), { ...beside, indicator: levels })
    expect(check('2', '38', '705')).toEqual([])
    expect(check('2', '38', '700')).toMatchObject([
      { level: 'error', message: expect.stringContaining('thiếu 5 ') },
    ])
    expect(check('2', '38', '1.705'.replace('.', ''))).toMatchObject([
      { message: expect.stringContaining('thừa 1.000 ') },
    ])
    expect(check('2', '38')).toMatchObject([{ code: 'BREAKDOWN_PARTS' }])
  })

  test('a numerator stays below its denominator unless it may pass', () => {
    const share = { ...indicator, kind: 'RATIO' as const }
    expect(codes(entry(ratio('282', '281')), { ...beside, indicator: share })).toEqual(['NUMERATOR'])
    expect(codes(entry(ratio('281', '281')), { ...beside, indicator: share })).toEqual([])
    expect(
      codes(entry(ratio('282', '281')), { ...beside, indicator: { ...share, numeratorMayPass: true } }),
    ).toEqual([])
  })

  test('a share stays below 100% unless it may pass', () => {
    const share = { ...indicator, kind: 'PERCENTAGE' as const }
    const percent = (amount: string) => ({ kind: 'PERCENTAGE' as const, amount, qualifier: 'EXACT' as const })
    expect(checkFigure(entry(percent('105.5')), { ...beside, indicator: share })).toMatchObject([
      { level: 'error', code: 'PERCENT_RANGE', message: '105,5% lớn hơn 100%. Hãy xem lại số liệu.' },
    ])
    expect(codes(entry(percent('100')), { ...beside, indicator: share })).toEqual([])
    expect(
      codes(entry(percent('105.5')), { ...beside, indicator: { ...share, numeratorMayPass: true } }),
    ).toEqual([])
  })

  test('a jump over last year and a falling cumulative figure ask for a note', () => {
    const lastYear = { year: 2025, raw: '100', value: count('100') }
    const at = (amount: string, note: string | null = null) =>
      codes(entry(count(amount), { note }), { ...beside, lastYear })
    expect(at('150')).toEqual([])
    expect(at('151')).toEqual(['JUMP'])
    expect(at('50')).toEqual([])
    expect(at('49')).toEqual(['JUMP'])
    expect(at('300', 'gộp hai tỉnh')).toEqual([])
    const earlier = [
      { period: 'SIX_MONTHS' as const, measure: 'MAIN' as const, raw: '80', value: count('80') },
    ]
    expect(codes(entry(count('79')), { ...beside, earlier })).toEqual(['FALLING'])
    expect(codes(entry(count('80')), { ...beside, earlier })).toEqual([])
    expect(
      codes(entry(count('79')), { ...beside, earlier, indicator: { ...indicator, cumulative: false } }),
    ).toEqual([])
    expect(codes(entry(count('1')), { ...beside, period: 'REGISTRATION', lastYear })).toEqual([])
    const estimate = { ...beside, period: 'YEAR_ESTIMATE' as const, toDate: count('560') }
    expect(codes(entry(count('559')), estimate)).toEqual(['TO_DATE'])
    expect(codes(entry(count('559'), { note: 'hai xã đã chuyển đi' }), estimate)).toEqual([])
    expect(codes(entry(count('560')), estimate)).toEqual([])
    expect(codes(entry(count('559')), { ...estimate, toDate: null })).toEqual([])
  })

  test('a blank needs "không phát sinh" or a reason in words', () => {
    expect(codes(entry(null, { blankReason: 'NOT_ARISEN' }), beside)).toEqual([])
    expect(codes(entry(null, { blankReason: 'OTHER' }), beside)).toEqual(['BLANK_NOTE'])
    expect(codes(entry(null, { blankReason: 'OTHER', note: 'chưa có số' }), beside)).toEqual([])
  })
})

const cell = (
  more: Partial<ReportCell> = {},
  value: FigureValue | null | undefined = count('5'),
): ReportCell => ({
  indicator,
  notAssigned: false,
  figure:
    value === undefined
      ? null
      : {
          ...entry(value),
          indicatorId: 'i',
          measure: 'MAIN',
          raw: '',
          version: 1,
          updatedAt: '',
          updatedBy: null,
        },
  toDate: null,
  lastYear: null,
  earlier: [],
  registeredTarget: null,
  assignedTarget: null,
  provincialTarget: null,
  evidenceCount: 0,
  openComments: 0,
  duties: [],
  ...more,
})

describe('presenting', () => {
  test('needs every assigned indicator, and proof where it is required', () => {
    expect(missingForPresenting([cell(), cell({ notAssigned: true, figure: null })], 'SIX_MONTHS')).toEqual(
      [],
    )
    expect(missingForPresenting([cell({ figure: null }), cell({}, null)], 'SIX_MONTHS')).toHaveLength(2)
    expect(missingForPresenting([], 'SIX_MONTHS')).toHaveLength(1)
    const proven = { indicator: { ...indicator, evidenceRequired: true } }
    expect(missingForPresenting([cell(proven)], 'SIX_MONTHS')).toMatchObject([{ code: 'EVIDENCE' }])
    expect(missingForPresenting([cell(proven)], 'REGISTRATION')).toEqual([])
    expect(missingForPresenting([cell({ ...proven, evidenceCount: 1 })], 'SIX_MONTHS')).toEqual([])
    expect(progressOf([cell(), cell({ figure: null }), cell({ notAssigned: true })], 'SIX_MONTHS')).toEqual({
      assigned: 2,
      filled: 1,
      blank: 0,
      empty: 1,
      toMend: 0,
    })
  })
})

describe('deadlines', () => {
  test('days late are calendar days in Vietnam', () => {
    const due = new Date('2026-06-30T17:00:00Z') // the end of 30/6 in Vietnam
    expect(lateDays(due, new Date('2026-06-30T16:59:59Z'))).toBe(0)
    expect(lateDays(due, new Date('2026-06-30T17:00:01Z'))).toBe(1)
    expect(lateDays(due, new Date('2026-07-02T16:59:00Z'))).toBe(2)
    expect(lateDays(null, new Date())).toBe(0)
    expect(daysLeft(due, new Date('2026-06-30T10:00:00Z'))).toBe(0)
    expect(daysLeft(due, new Date('2026-06-28T10:00:00Z'))).toBe(2)
    expect(daysLeft(due, new Date('2026-07-02T10:00:00Z'))).toBe(-2)
  })

  test('the reminder names who has not sent, and who is late', () => {
    const unit = (name: string) => ({ id: name, slug: name, name })
    const period = { kind: 'SIX_MONTHS' as const, year: 2026, dueAt: '2026-06-30T17:00:00Z' }
    const rows = [
      { unit: unit('Lai Châu'), sent: false, lateDays: 3 },
      { unit: unit('Sơn La'), sent: false, lateDays: 0 },
      { unit: unit('Lào Cai'), sent: true, lateDays: 2 },
    ]
    const text = reminderText(rows, period)
    expect(text).toContain('Lai Châu (3 ngày)')
    expect(text).toContain('báo cáo 6 tháng năm 2026')
    expect(text).toContain('Hạn gửi: 30/06/2026')
    expect(text).not.toContain('Lào Cai')
    expect(reminderText(rows.slice(2), period)).toBeNull()
  })
})

describe('stored columns', () => {
  const decimal = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String)
  const figure: fc.Arbitrary<FigureValue> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('COUNT' as const, 'MONEY' as const, 'PERCENTAGE' as const),
      amount: decimal,
      qualifier: fc.constantFrom('EXACT' as const, 'OVER' as const, 'NEARLY' as const, 'ABOUT' as const),
    }),
    fc.record({
      kind: fc.constantFrom('COUNT' as const, 'MONEY' as const),
      amount: fc.constant(null),
      qualifier: fc.constant('UNKNOWN_SIZE' as const),
      words: fc.string({ minLength: 1 }),
    }),
    fc.record({ kind: fc.constant('RATIO' as const), numerator: decimal, denominator: decimal }),
    fc.record({ kind: fc.constant('YES_NO' as const), yes: fc.boolean() }),
    fc.record({ kind: fc.constant('TEXT' as const), text: fc.string({ minLength: 1 }) }),
    fc.record({
      kind: fc.constant('COMPOSITE' as const),
      parts: fc.array(decimal, { minLength: 1, maxLength: 4 }),
    }),
  )

  test('and projections give back the figure they were made from', () => {
    fc.assert(
      fc.property(figure, (value) => {
        expect(fromColumns(value.kind, toColumns(value))).toEqual(value)
        expect(fromProjection(value.kind, { ...toProjection(toColumns(value), null), v: 1 })).toEqual(value)
        expect(fits(value)).toBe(true)
      }),
    )
    expect(fromColumns('COUNT', toColumns(null))).toBeNull()
    expect(fits(count('9'.repeat(35)))).toBe(false)
    expect(fits(count('0.1234567'))).toBe(false)
  })
})
