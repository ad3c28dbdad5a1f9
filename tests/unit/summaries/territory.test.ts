import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalOf } from '@/lib/indicators/rules'
import type { Aggregation } from '@/lib/indicators/types'
import type { FigureKind, FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import { placeNow, placeThen, unitsOfToday } from '@/lib/summaries/territory/rules'
import type { LineageUnit, UnitFigure } from '@/lib/summaries/territory/types'

const MERGED_ON = '2025-07-01'
const bands = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
] as const
const rule = (kind: FigureKind, aggregation: Aggregation) => ({
  kind,
  aggregation,
  direction: 'HIGHER_IS_BETTER' as const,
  bands: [...bands],
})

/** Units of today, each with those it came from on 1/7/2025. */
function merged(from: Record<string, string[]>): Map<string, LineageUnit> {
  const unit = (id: string, more: Partial<LineageUnit>): LineageUnit => ({
    id,
    slug: id,
    name: id,
    validFrom: null,
    validTo: null,
    successors: [],
    predecessors: [],
    ...more,
  })
  return new Map(
    Object.entries(from).flatMap(([id, predecessors]) => [
      [id, unit(id, { validFrom: predecessors.length > 0 ? MERGED_ON : null, predecessors })] as const,
      ...predecessors.map((old) => [old, unit(old, { validTo: MERGED_ON, successors: [id] })] as const),
    ]),
  )
}

const count = (amount: number, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'COUNT',
  amount: String(amount),
  qualifier,
})
const money = (dong: string, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'MONEY',
  amount: dong,
  qualifier,
})
const ratio = (numerator: number, denominator: number): FigureValue => ({
  kind: 'RATIO',
  numerator: String(numerator),
  denominator: String(denominator),
})
const figure = (
  unitId: string,
  value: FigureValue | null,
  target: FigureValue | null = null,
): UnitFigure => ({ unitId, value, target, illustrative: false })

const TODAY = merged({
  'lao-cai': ['yen-bai', 'lao-cai-cu'],
  'gia-lai': ['binh-dinh', 'gia-lai-cu'],
  'lam-dong': ['dak-nong', 'binh-thuan', 'lam-dong-cu'],
  'lai-chau': [],
})

describe('H3 figures of merged units on both boundaries', () => {
  it('H3 equal a table computed by hand: a count, a ratio and a qualified sum of money', () => {
    const houses = [
      figure('yen-bai', count(1200), count(1000)),
      figure('lao-cai-cu', count(845), count(900)),
      figure('binh-dinh', count(2310), count(2310)),
      figure('gia-lai-cu', count(1577), count(1500)),
    ]
    const branches = [
      figure('yen-bai', ratio(5, 19)),
      figure('lao-cai-cu', ratio(11, 12)),
      figure('binh-dinh', ratio(40, 40)),
      figure('gia-lai-cu', ratio(122, 281)),
    ]
    const raised = [
      figure('yen-bai', money('3600000000', 'OVER')),
      figure('lao-cai-cu', money('2400000000')),
      figure('binh-dinh', money('13000000000', 'NEARLY')),
      figure('gia-lai-cu', money('25000000000', 'OVER')),
    ]
    const table = (figures: UnitFigure[], kind: FigureKind, aggregation: Aggregation) => {
      const facts = rule(kind, aggregation)
      const { placed, left } = placeNow(figures, 2024, facts, TODAY)
      expect(left).toEqual([])
      const then = placeThen(figures, facts)
      expect(then.map(({ unitId, value }) => [unitId, value])).toEqual(
        figures.map(({ unitId, value }) => [unitId, value]),
      )
      return {
        now: Object.fromEntries(placed.map(({ unitId, value }) => [unitId, value])),
        then: totalOf(
          then.flatMap(({ value }) => value ?? []),
          facts,
        ).value,
        total: totalOf(
          placed.flatMap(({ value }) => value ?? []),
          facts,
        ).value,
        completion: Object.fromEntries(placed.map(({ unitId, completion }) => [unitId, completion.percent])),
      }
    }
    expect(table(houses, 'COUNT', 'SUM')).toEqual({
      now: { 'lao-cai': count(2045), 'gia-lai': count(3887) },
      then: count(5932),
      total: count(5932),
      // 2.045/1.900 and 3.887/3.810
      completion: { 'lao-cai': '107.631579', 'gia-lai': '102.020997' },
    })
    expect(table(branches, 'RATIO', 'RATIO_OF_SUMS')).toMatchObject({
      // 16/31, never the mean of 26,3% and 91,7%
      now: { 'lao-cai': ratio(16, 31), 'gia-lai': ratio(162, 321) },
      then: ratio(178, 352),
      total: ratio(178, 352),
    })
    expect(table(raised, 'MONEY', 'SUM')).toMatchObject({
      now: { 'lao-cai': money('6000000000', 'OVER'), 'gia-lai': money('38000000000', 'ABOUT') },
      then: money('44000000000', 'ABOUT'),
      total: money('44000000000', 'ABOUT'),
    })
  })

  it('H3 name what could not be carried over, and never take a part for the whole', () => {
    const facts = rule('COUNT', 'SUM')
    const { placed, left } = placeNow(
      [figure('dak-nong', count(10)), figure('lam-dong-cu', count(20)), figure('lai-chau', count(7))],
      2024,
      facts,
      TODAY,
    )
    expect(placed.find(({ unitId }) => unitId === 'lam-dong')).toMatchObject({
      value: null,
      reason: 'MISSING',
      missing: ['binh-thuan'],
      from: ['dak-nong', 'lam-dong-cu'],
    })
    expect(placed.find(({ unitId }) => unitId === 'lai-chau')).toMatchObject({ value: count(7), from: [] })
    expect(left).toEqual([
      { unitId: 'dak-nong', reason: 'MISSING' },
      { unitId: 'lam-dong-cu', reason: 'MISSING' },
    ])
    const unsized: FigureValue = {
      kind: 'COUNT',
      amount: null,
      qualifier: 'UNKNOWN_SIZE',
      words: 'hàng ngàn',
    }
    const words = placeNow([figure('yen-bai', unsized), figure('lao-cai-cu', count(3))], 2024, facts, TODAY)
    expect(words.placed[0]).toMatchObject({ value: null, reason: 'UNSIZED' })
    const percent: FigureValue = { kind: 'PERCENTAGE', amount: '82.6', qualifier: 'EXACT' }
    const shares = placeNow(
      [figure('yen-bai', percent), figure('lao-cai-cu', percent)],
      2024,
      rule('PERCENTAGE', 'NONE'),
      TODAY,
    )
    expect(shares.left.map(({ reason }) => reason)).toEqual(['PERCENTAGE', 'PERCENTAGE'])
  })

  it('H3 keep the figure a unit reported under its own name, also in the year of the merger', () => {
    const { placed } = placeNow(
      [figure('lao-cai', count(50)), figure('yen-bai', count(9)), figure('lao-cai-cu', count(8))],
      2025,
      rule('COUNT', 'SUM'),
      TODAY,
    )
    expect(placed).toHaveLength(1)
    expect(placed[0]).toMatchObject({ unitId: 'lao-cai', value: count(50), from: [] })
  })

  it('H3 divide nothing that no source divides', () => {
    const lineage = merged({ a: ['x'], b: [] })
    lineage.get('x')!.successors.push('b')
    lineage.get('b')!.predecessors.push('x')
    const { placed, left } = placeNow([figure('x', count(9))], 2024, rule('COUNT', 'SUM'), lineage)
    expect(placed.every(({ value }) => value === null)).toBe(true)
    expect(left).toEqual([{ unitId: 'x', reason: 'SPLIT' }])
  })

  it('H3 follow a territory through several changes', () => {
    const lineage = merged({ z: ['y'] })
    lineage.get('y')!.predecessors.push('v', 'w')
    lineage.get('y')!.validFrom = '2024-07-01'
    for (const id of ['v', 'w'])
      lineage.set(id, {
        id,
        slug: id,
        name: id,
        validFrom: null,
        validTo: '2024-07-01',
        successors: ['y'],
        predecessors: [],
      })
    expect(unitsOfToday(lineage).get('v')).toEqual(['z'])
    const { placed } = placeNow(
      [figure('v', count(2)), figure('w', count(3))],
      2023,
      rule('COUNT', 'SUM'),
      lineage,
    )
    expect(placed[0]).toMatchObject({ unitId: 'z', value: count(5), from: ['v', 'w'] })
  })
})

const qualifier = fc.constantFrom<SizedQualifier>('EXACT', 'EXACT', 'OVER', 'NEARLY', 'ABOUT')
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String)
const CASES = [
  {
    name: 'sums',
    rule: rule('MONEY', 'SUM'),
    value: fc.tuple(amount, qualifier).map(([a, q]): FigureValue => money(a, q)),
  },
  {
    name: 'ratios of sums',
    rule: rule('RATIO', 'RATIO_OF_SUMS'),
    value: fc
      .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
      .map(([n, d]): FigureValue => ratio(n, d)),
  },
  {
    name: 'maxima',
    rule: rule('PERCENTAGE', 'MAXIMUM'),
    value: fc
      .tuple(fc.nat(1000), qualifier)
      .map(([a, q]): FigureValue => ({ kind: 'PERCENTAGE', amount: String(a), qualifier: q })),
  },
] as const

/** Old units laid into today's in groups of one to four, each with a figure. */
const nations = (value: fc.Arbitrary<FigureValue>) =>
  fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })

describe('H7 old boundaries carried to new ones', () => {
  it.each(CASES)(
    'H7 $name: carrying first and adding up then is adding up directly',
    ({ rule: facts, value }) => {
      fc.assert(
        fc.property(nations(value), (groups) => {
          const from = Object.fromEntries(
            groups.map((group, index) => [`now-${index}`, group.map((_, part) => `old-${index}-${part}`)]),
          )
          const figures = groups.flatMap((group, index) =>
            group.map((one, part) => figure(`old-${index}-${part}`, one)),
          )
          const { placed, left } = placeNow(figures, 2024, facts, merged(from))
          expect(left).toEqual([])
          expect(placed).toHaveLength(groups.length)
          const direct = totalOf(
            figures.flatMap((one) => one.value ?? []),
            facts,
          ).value
          const carried = totalOf(
            placed.flatMap((one) => one.value ?? []),
            facts,
          ).value
          expect(carried).toEqual(direct)
        }),
        { numRuns: 500 },
      )
    },
  )

  it('H7 a figure is carried or refused with its reason, never dropped', () => {
    const value = fc.oneof(CASES[0].value, fc.constant(null))
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<Aggregation>('SUM', 'MAXIMUM', 'NONE'),
        (groups, aggregation) => {
          const from = Object.fromEntries(
            groups.map((group, index) => [`now-${index}`, group.map((_, part) => `old-${index}-${part}`)]),
          )
          const figures = groups.flatMap((group, index) =>
            group.map((one, part) => figure(`old-${index}-${part}`, one)),
          )
          const { placed, left } = placeNow(figures, 2024, rule('MONEY', aggregation), merged(from))
          const carried = placed.flatMap((one) => (one.value ? one.from : []))
          const all = figures.filter((one) => one.value !== null).map((one) => one.unitId)
          expect([...carried, ...left.map(({ unitId }) => unitId)].sort()).toEqual(all.sort())
        },
      ),
      { numRuns: 500 },
    )
  })

  it('H7 "none" is refused with its reason, except for a unit that only changed its name', () => {
    const facts = rule('COUNT', 'NONE')
    const { placed, left } = placeNow(
      [figure('yen-bai', count(1)), figure('lao-cai-cu', count(2))],
      2024,
      facts,
      TODAY,
    )
    expect(placed[0]).toMatchObject({ value: null, reason: 'NOT_AGGREGATED' })
    expect(left.map(({ reason }) => reason)).toEqual(['NOT_AGGREGATED', 'NOT_AGGREGATED'])
    const renamed = placeNow([figure('old', count(4))], 2024, facts, merged({ renamed: ['old'] }))
    expect(renamed.placed[0]).toMatchObject({ unitId: 'renamed', value: count(4), reason: null })
  })
})
