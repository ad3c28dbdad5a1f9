import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completionOf, printedPercent, totalOf } from '@/lib/indicators/rules'
import type { CompletionBand, IndicatorDto } from '@/lib/indicators/types'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'

const YEAR: CompletionBand[] = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]
const MIDTERM: CompletionBand[] = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt 100%', from: '100', inclusive: true },
  { class: 'HALF', label: 'Đạt trên 50%', from: '50', inclusive: false },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]
const year = { direction: 'HIGHER_IS_BETTER', bands: YEAR } as const
const midterm = { direction: 'HIGHER_IS_BETTER', bands: MIDTERM } as const
const lower = { direction: 'LOWER_IS_BETTER', bands: YEAR } as const
type Facts = Pick<IndicatorDto, 'direction' | 'bands'>

const count = (amount: string, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'COUNT',
  amount,
  qualifier,
})
const money = (amount: string, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'MONEY',
  amount,
  qualifier,
})
const ratio = (numerator: string, denominator: string): FigureValue => ({
  kind: 'RATIO',
  numerator,
  denominator,
})
const composite = (...parts: string[]): FigureValue => ({ kind: 'COMPOSITE', parts })
const classOf = (r: FigureValue | null, t: FigureValue | null, facts: Facts = year) =>
  completionOf(r, t, facts).class

describe('completion of a year', () => {
  test('exactly 100% is met, more exceeds, less falls short', () => {
    expect(completionOf(count('100'), count('100'), year)).toMatchObject({
      percent: '100',
      class: 'MET',
      label: 'Đạt',
    })
    expect(classOf(count('101'), count('100'))).toBe('EXCEEDED')
    expect(classOf(count('99'), count('100'))).toBe('NOT_MET')
    expect(classOf(count('0'), count('100'))).toBe('NOT_MET')
  })
  test('nothing is capped but the drawing', () => {
    const done = completionOf(count('530'), count('100'), year)
    expect(done).toMatchObject({ percent: '530', class: 'EXCEEDED', share: 1 })
    expect(printedPercent(done)).toBe('530%')
  })
  test('ratios are compared as ratios', () => {
    expect(completionOf(ratio('16', '41'), ratio('16', '41'), year)).toMatchObject({
      percent: '100',
      class: 'MET',
    })
    expect(completionOf(ratio('32', '82'), ratio('16', '41'), year)).toMatchObject({
      percent: '100',
      class: 'MET',
    })
    expect(classOf(ratio('16', '42'), ratio('16', '41'))).toBe('NOT_MET')
    expect(classOf(ratio('4', '5'), { kind: 'PERCENTAGE', amount: '80', qualifier: 'EXACT' })).toBe('MET')
    expect(classOf(ratio('0', '0'), ratio('16', '41'))).toBeNull()
  })
  test('qualifiers are taken at their word', () => {
    expect(classOf(money('3600000000', 'OVER'), money('3600000000'))).toBe('EXCEEDED')
    expect(printedPercent(completionOf(money('3600000000', 'OVER'), money('3600000000'), year))).toBe(
      'trên 100%',
    )
    expect(classOf(money('3600000000', 'NEARLY'), money('3600000000'))).toBe('NOT_MET')
    expect(classOf(money('3600000000', 'ABOUT'), money('3600000000'))).toBeNull()
    expect(classOf(money('3550000000', 'OVER'), money('3600000000'))).toBeNull()
    expect(classOf(money('3000000000', 'OVER'), money('3600000000'))).toBe('NOT_MET')
    expect(classOf(money('13000000000', 'NEARLY'), money('10000000000'))).toBe('EXCEEDED')
    expect(classOf(money('25000000000'), money('25000000000', 'OVER'))).toBe('NOT_MET')
    expect(
      classOf({ kind: 'COUNT', amount: null, qualifier: 'UNKNOWN_SIZE', words: 'hàng ngàn' }, count('100')),
    ).toBeNull()
  })
  test('no class without a target, with a zero target or an unlike one', () => {
    expect(completionOf(count('5'), null, year)).toMatchObject({ percent: null, class: null, label: null })
    expect(completionOf(null, count('5'), year).class).toBeNull()
    expect(completionOf(count('5'), count('0'), year)).toMatchObject({ percent: null, class: null })
    expect(classOf(count('5'), money('5'))).toBeNull()
    expect(classOf({ kind: 'TEXT', text: 'có' }, { kind: 'TEXT', text: 'có' })).toBeNull()
  })
  test('lower is better', () => {
    expect(completionOf(count('50'), count('100'), lower)).toMatchObject({
      percent: '200',
      class: 'EXCEEDED',
    })
    expect(classOf(count('100'), count('100'), lower)).toBe('MET')
    expect(classOf(count('200'), count('100'), lower)).toBe('NOT_MET')
    expect(completionOf(count('0'), count('100'), lower)).toMatchObject({
      percent: null,
      class: 'EXCEEDED',
      share: 1,
    })
    expect(classOf(count('100', 'OVER'), count('100'), lower)).toBe('NOT_MET')
    expect(classOf(count('100', 'NEARLY'), count('100'), lower)).toBe('EXCEEDED')
  })
  test('yes and no', () => {
    const yes: FigureValue = { kind: 'YES_NO', yes: true }
    const no: FigureValue = { kind: 'YES_NO', yes: false }
    expect(classOf(yes, yes)).toBe('MET')
    expect(classOf(no, yes)).toBe('NOT_MET')
    expect(classOf(yes, no)).toBeNull()
    expect(classOf(no, no, lower)).toBe('MET')
  })
  test('a composite is as good as its worst part', () => {
    expect(completionOf(composite('120', '90', '5'), composite('100', '100', '5'), year)).toMatchObject({
      percent: '90',
      class: 'NOT_MET',
    })
    expect(classOf(composite('100', '5'), composite('100', '0'))).toBe('MET')
    expect(classOf(composite('100'), composite('100', '5'))).toBeNull()
  })
})

describe('completion at mid-term', () => {
  test('exactly 50% is not "trên 50%"', () => {
    expect(classOf(count('50'), count('100'), midterm)).toBe('NOT_MET')
    expect(classOf(count('51'), count('100'), midterm)).toBe('HALF')
    expect(classOf(count('50', 'OVER'), count('100'), midterm)).toBe('HALF')
    expect(completionOf(count('100'), count('100'), midterm).label).toBe('Đạt 100%')
  })
})

describe('printed percentage', () => {
  test('never says 100% for what is not', () => {
    expect(printedPercent(completionOf(count('996'), count('1000'), year))).toBe('99,6%')
    expect(printedPercent(completionOf(count('9996'), count('10000'), year))).toBe('99,96%')
    expect(printedPercent(completionOf(count('10002'), count('10000'), year))).toBe('100,02%')
    expect(printedPercent({ percent: null, qualifier: 'EXACT' })).toBe('')
  })
  test('says 100% exactly when the result is exactly the target', () => {
    const natural = fc.integer({ min: 1, max: 10_000_000 }).map(String)
    fc.assert(
      fc.property(natural, natural, (result, target) => {
        const done = completionOf(count(result), count(target), year)
        expect(printedPercent(done) === '100%').toBe(result === target)
        expect(done.class).toBe(
          BigInt(result) > BigInt(target) ? 'EXCEEDED' : result === target ? 'MET' : 'NOT_MET',
        )
      }),
    )
    fc.assert(
      fc.property(natural, natural, natural, natural, (a, b, c, d) => {
        const done = completionOf(ratio(a, b), ratio(c, d), year)
        const [left, right] = [BigInt(a) * BigInt(d), BigInt(c) * BigInt(b)]
        expect(done.class).toBe(left > right ? 'EXCEEDED' : left === right ? 'MET' : 'NOT_MET')
        expect(printedPercent(done) === '100%').toBe(left === right)
      }),
    )
  })
  test('scaling result and target alike changes nothing', () => {
    const natural = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(natural, natural, fc.integer({ min: 1, max: 1000 }), (result, target, by) => {
        expect(completionOf(count(`${result * by}`), count(`${target * by}`), midterm).class).toBe(
          completionOf(count(`${result}`), count(`${target}`), midterm).class,
        )
      }),
    )
  })
})

describe('totals', () => {
  test('carry the qualifier still true of them, or say why there is none', () => {
    expect(totalOf([count('3'), count('4', 'OVER')], { aggregation: 'SUM' })).toEqual({
      value: count('7', 'OVER'),
      reason: null,
    })
    expect(totalOf([ratio('1', '2'), ratio('3', '4')], { aggregation: 'RATIO_OF_SUMS' }).value).toEqual(
      ratio('4', '6'),
    )
    expect(totalOf([count('3'), count('4')], { aggregation: 'MAXIMUM' }).value).toEqual(count('4'))
    expect(totalOf([count('3')], { aggregation: 'NONE' }).reason).toBe('NOT_AGGREGATED')
    expect(totalOf([], { aggregation: 'SUM' }).reason).toBe('NO_FIGURES')
    expect(totalOf([count('3'), money('4')], { aggregation: 'SUM' }).reason).toBe('NOT_SUMMABLE')
  })
})
