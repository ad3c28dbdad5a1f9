import { describe, expect, it } from 'vitest'
import { maximumFigure, ratioPercent, sumFigures } from '@/lib/platform/numbers/sum'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'

const count = (amount: string, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'COUNT',
  amount,
  qualifier,
})
const unsized = (words: string): FigureValue => ({
  kind: 'COUNT',
  amount: null,
  qualifier: 'UNKNOWN_SIZE',
  words,
})
const ratio = (numerator: string, denominator: string): FigureValue => ({
  kind: 'RATIO',
  numerator,
  denominator,
})
const percent = (amount: string): FigureValue => ({ kind: 'PERCENTAGE', amount, qualifier: 'EXACT' })

describe('a total carries the qualifier still true of it', () => {
  it.each([
    ['EXACT', 'EXACT', 'EXACT'],
    ['EXACT', 'OVER', 'OVER'],
    ['EXACT', 'NEARLY', 'NEARLY'],
    ['EXACT', 'ABOUT', 'ABOUT'],
    ['OVER', 'OVER', 'OVER'],
    ['NEARLY', 'NEARLY', 'NEARLY'],
    ['OVER', 'NEARLY', 'ABOUT'],
    ['OVER', 'ABOUT', 'ABOUT'],
    ['NEARLY', 'ABOUT', 'ABOUT'],
  ] as [SizedQualifier, SizedQualifier, SizedQualifier][])('%s + %s = %s', (a, b, total) => {
    expect(sumFigures([count('2', a), count('3', b)])).toEqual(count('5', total))
    expect(sumFigures([count('3', b), count('2', a)])).toEqual(count('5', total))
  })
  it('is at least the rest when one part has no size', () => {
    expect(sumFigures([count('2'), unsized('hàng ngàn')])).toEqual(count('2', 'OVER'))
    expect(sumFigures([count('2', 'NEARLY'), unsized('hàng ngàn')])).toEqual(count('2', 'ABOUT'))
    expect(sumFigures([unsized('hàng ngàn'), unsized('hàng ngàn'), unsized('nhiều')])).toEqual(
      unsized('hàng ngàn, nhiều'),
    )
  })
})

describe('totals by kind', () => {
  it('the breakdown of E: 02 + 38 + 705 = 745', () => {
    expect(sumFigures([count('2'), count('38'), count('705')])).toEqual(count('745'))
  })
  it('ratios: sums of both sides', () => {
    expect(sumFigures([ratio('1', '2'), ratio('121', '279')])).toEqual(ratio('122', '281'))
  })
  it('composites part by part', () => {
    const parts = (...values: string[]): FigureValue => ({ kind: 'COMPOSITE', parts: values })
    expect(sumFigures([parts('1', '2', '3'), parts('10', '20', '30')])).toEqual(parts('11', '22', '33'))
    expect(sumFigures([parts('1', '2'), parts('1')])).toBeNull()
  })
  it('beyond what floats can hold', () => {
    expect(sumFigures([count('1000000000000000000000'), count('0.1'), count('0.2')])).toEqual(
      count('1000000000000000000000.3'),
    )
  })
  it('none for percentages, mixed kinds and nothing', () => {
    expect(sumFigures([percent('50'), percent('60')])).toBeNull()
    expect(sumFigures([count('1'), ratio('1', '2')])).toBeNull()
    expect(sumFigures([])).toBeNull()
  })
})

describe('maximum', () => {
  it('by size', () => {
    expect(maximumFigure([count('9'), count('10', 'OVER'), count('-3')])).toEqual(count('10', 'OVER'))
    expect(maximumFigure([count('10'), count('10', 'OVER'), count('10', 'NEARLY')])).toEqual(
      count('10', 'OVER'),
    )
    expect(maximumFigure([percent('99.9'), percent('100')])).toEqual(percent('100'))
    expect(maximumFigure([ratio('1', '2'), ratio('2', '3'), ratio('0', '0')])).toEqual(ratio('2', '3'))
    expect(maximumFigure([count('9'), unsized('nhiều')])).toEqual(count('9', 'OVER'))
    expect(maximumFigure([])).toBeNull()
  })
})

describe('percentage of a ratio', () => {
  it.each([
    ['209', '209', '100'],
    ['1', '2', '50'],
    ['1', '0', null],
    ['0', '0', null],
    ['106', '20', '530'],
    ['2.5', '5', '50'],
  ])('%s/%s', (numerator, denominator, percent) => {
    expect(ratioPercent(numerator, denominator)).toBe(percent)
  })
  it('is never rounded to 100', () => {
    expect(ratioPercent('999999999999', '1000000000000')).not.toBe('100')
    expect(ratioPercent('745', '746')).toMatch(/^99\.86/)
  })
})
