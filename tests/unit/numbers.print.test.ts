import { describe, expect, it } from 'vitest'
import { printFigure, printMoney, printNumber, printPercent } from '@/lib/platform/numbers/print'

describe('numbers', () => {
  it.each([
    ['1234.5', undefined, '1.234,5'],
    ['0', undefined, '0'],
    ['-1234567.89', undefined, '-1.234.567,89'],
    ['999', undefined, '999'],
    ['1000', undefined, '1.000'],
    ['12.500000', undefined, '12,5'],
    ['1e+21', undefined, '1.000.000.000.000.000.000.000'],
    ['1.25', 1, '1,3'],
    ['-1.25', 1, '-1,3'],
    ['0.04', 1, '0'],
    ['999.96', 1, '1.000'],
  ])('%s with %s decimals', (decimal, decimals, printed) => {
    expect(printNumber(decimal, decimals)).toBe(printed)
  })
})

describe('money', () => {
  it.each([
    ['2350000000', 'auto', undefined, '2,35 tỷ đồng'],
    ['107200000', 'auto', undefined, '107,2 triệu đồng'],
    ['3152000000000', 'auto', undefined, '3.152 tỷ đồng'],
    ['2350500000', 'auto', undefined, '2.350,5 triệu đồng'],
    ['25123456', 'auto', undefined, '25.123.456 đồng'],
    ['0', 'auto', undefined, '0 đồng'],
    ['25123456789', 'auto', 1, '25,1 tỷ đồng'],
    ['7500000000', 'triệu đồng', undefined, '7.500 triệu đồng'],
    ['500000', 'nghìn đồng', undefined, '500 nghìn đồng'],
    ['1', 'tỷ đồng', undefined, '0,000000001 tỷ đồng'],
    ['1000000000000000000001', 'đồng', undefined, '1.000.000.000.000.000.000.001 đồng'],
  ] as const)('%s in %s', (amount, unit, decimals, printed) => {
    expect(printMoney(amount, unit, decimals)).toBe(printed)
  })
})

describe('percentages', () => {
  it.each([
    ['82.6', undefined, '82,6%'],
    ['100', undefined, '100%'],
    ['99.6', 0, '99,6%'],
    ['100.2', 0, '100,2%'],
    ['99.96', undefined, '99,96%'],
    ['100.04', undefined, '100,04%'],
    ['99.999996', undefined, '99,999996%'],
    ['50.04', undefined, '50,04%'],
    ['49.98', undefined, '49,98%'],
    ['0.04', undefined, '0,04%'],
    ['0', undefined, '0%'],
    ['530', undefined, '530%'],
    ['1250', undefined, '1250%'],
    ['57.142857', undefined, '57,1%'],
  ])('%s with %s decimals', (percent, decimals, printed) => {
    expect(printPercent(percent, decimals)).toBe(printed)
  })
  it('takes the thresholds of another scheme', () => {
    expect(printPercent('79.99', 1, ['80'])).toBe('79,99%')
  })
})

describe('figures', () => {
  it('in their styles', () => {
    const ratio = { kind: 'RATIO', numerator: '16', denominator: '28' } as const
    const spec = { kind: 'RATIO', unit: 'cơ sở' } as const
    expect(printFigure(ratio, spec)).toBe('16/28')
    expect(printFigure(ratio, spec, { percent: true })).toBe('16/28 (57,1%)')
    expect(printFigure(ratio, spec, { unit: true, percent: true })).toBe('16/28 cơ sở (57,1%)')
    const money = { kind: 'MONEY', amount: '25000000000', qualifier: 'OVER' } as const
    expect(printFigure(money, { kind: 'MONEY', unit: 'đồng' }, { money: 'auto' })).toBe('trên 25 tỷ đồng')
    const count = { kind: 'COUNT', amount: '1520', qualifier: 'NEARLY' } as const
    expect(printFigure(count, { kind: 'COUNT', unit: 'hộ' })).toBe('gần 1.520')
  })
})
