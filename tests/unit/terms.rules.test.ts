import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompletionBand } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { congressLabel, roman, termOwner, termTitle } from '@/lib/terms/labels'
import { figuresOf, type Feed } from '@/lib/terms/progress/rules'
import { countClasses, reviewSentence } from '@/lib/terms/reviews/rules'
import { printTargetFigure, progressOf, targetValue, yearsOfTerm } from '@/lib/terms/rules'
import type { TargetShape, YearFigure } from '@/lib/terms/types'

const MIDTERM: CompletionBand[] = [
  { class: 'EXCEEDED', label: 'Vượt kế hoạch', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt 100%', from: '100', inclusive: true },
  { class: 'HALF', label: 'Đạt trên 50%', from: '50', inclusive: false },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]
const YEARS = [2021, 2022, 2023, 2024, 2025]

const shape = (more: Partial<TargetShape> = {}): TargetShape => ({
  kind: 'COUNT',
  measureUnit: 'hộ',
  displayUnit: null,
  decimals: 0,
  direction: 'HIGHER_IS_BETTER',
  manner: 'CUMULATIVE',
  ...more,
})

function progress(
  target: TargetShape & { plan: string; base?: string; milestones?: [number, string][] },
  results: Record<number, string>,
  partial: number[] = [],
  units: { units: number; of: number | null } = { units: 1, of: null },
) {
  const figures = Object.entries(results).map(([year, raw]): YearFigure => {
    const value = targetValue(raw, target)
    if (!value) throw new Error(raw)
    return {
      year: Number(year),
      raw,
      value,
      illustrative: false,
      partial: partial.includes(Number(year)),
      origin: { kind: 'INDICATOR', period: 'YEAR_FINAL', state: 'CONFIRMED', ...units },
    }
  })
  const plan = {
    ...target,
    planValue: targetValue(target.plan, target),
    baseValue: targetValue(target.base ?? null, target),
    milestones: (target.milestones ?? []).map(([year, text]) => ({ year, value: targetValue(text, target) })),
  }
  return progressOf(plan, YEARS, figures, MIDTERM)
}
const text = (value: FigureValue | null, target = shape()) => printTargetFigure(value, target)

describe('the years of a term', () => {
  it('are those before the next congress', () => {
    expect(yearsOfTerm({ startYear: 2021, endYear: 2026 })).toEqual(YEARS)
    expect(yearsOfTerm({ startYear: null, endYear: null })).toEqual([])
  })
})

describe('a target that adds up over the term', () => {
  const target = { ...shape(), plan: '1.000' }

  it('is classed by its share of the whole plan; exactly half is not above half', () => {
    expect(progress(target, { 2021: '200', 2022: '300' }).completion).toMatchObject({
      class: 'NOT_MET',
      percent: '50',
    })
    expect(progress(target, { 2021: '200', 2022: '301' }).completion).toMatchObject({ class: 'HALF' })
    expect(progress(target, { 2021: '400', 2022: '600' }).completion).toMatchObject({ class: 'MET' })
    expect(progress(target, { 2021: '400', 2022: '601' }).completion).toMatchObject({ class: 'EXCEEDED' })
  })

  it('has an even path unless the resolution states one', () => {
    const even = progress(target, { 2021: '200' })
    expect(even.years.map(({ expected }) => text(expected))).toEqual([
      '200 hộ',
      '400 hộ',
      '600 hộ',
      '800 hộ',
      '1.000 hộ',
    ])
    expect(even.years.map(({ expectedStated }) => expectedStated)).toEqual([false, false, false, false, true])
    expect(even.pace).toBe('ON_PATH')
    const stated = progress({ ...target, milestones: [[2021, '350']] }, { 2021: '200' })
    expect(stated.years[0]).toMatchObject({ expectedStated: true })
    expect(stated.pace).toBe('BEHIND')
  })

  it('is forecast by the mean of its complete years, and no longer once the last year is known', () => {
    const two = progress(target, { 2021: '100', 2022: '300', 2023: '40' }, [2023])
    expect(text(two.result)).toBe('440 hộ')
    expect(text(two.forecast?.value ?? null)).toBe('1.000 hộ')
    expect(two.forecast?.from).toEqual([2021, 2022])
    expect(progress(target, { 2021: '1', 2025: '2' }).forecast).toBeNull()
    expect(progress(target, { 2021: '1' }, [2021]).forecast).toBeNull()
  })

  it('keeps the qualifier that is still true of the sum', () => {
    const { result, completion } = progress(target, { 2021: 'trên 500', 2022: '500' })
    expect(text(result)).toBe('trên 1.000 hộ')
    expect(completion.class).toBe('EXCEEDED')
  })

  it('grows with every year that brings something', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }), (results) => {
        const entered = Object.fromEntries(results.map((value, index) => [2021 + index, String(value)]))
        const { result } = progress(target, entered)
        const sum = results.reduce((total, value) => total + value, 0)
        expect(result).toMatchObject({ amount: String(sum) })
      }),
    )
  })
})

describe('a target of every year', () => {
  const target = { ...shape({ manner: 'YEARLY' }), plan: '450' }

  it('is as good as its weakest complete year', () => {
    const { completion, decidedBy } = progress(target, { 2021: '500', 2022: '440', 2023: '10' }, [2023])
    expect(completion.class).toBe('HALF')
    expect(decidedBy).toBe(2022)
    expect(progress(target, { 2021: '500' }).pace).toBeNull()
    expect(progress(target, { 2021: '450', 2022: '451' }).completion.class).toBe('MET')
  })
})

describe('a level to reach', () => {
  const target = {
    ...shape({ manner: 'LEVEL', kind: 'RATIO', measureUnit: 'cơ sở' }),
    plan: '80%',
    base: '40%',
  }

  it('compares a ratio with a planned percentage, on a path from where it began', () => {
    const result = progress(target, { 2021: '24/50', 2022: '28/50' })
    expect(result.completion).toMatchObject({ class: 'HALF', percent: '70' })
    expect(result.years.map(({ expected }) => text(expected, target))).toEqual([
      '48%',
      '56%',
      '64%',
      '72%',
      '80%',
    ])
    expect(result.pace).toBe('ON_PATH')
    expect(text(result.forecast?.value ?? null, target)).toBe('80%')
  })

  it('has no path without a starting level', () => {
    const { years, forecast } = progress({ ...target, base: undefined }, { 2021: '24/50' })
    expect(years.map(({ expected }) => expected === null)).toEqual([true, true, true, true, false])
    expect(forecast).toBeNull()
  })
})

describe('figures of a target', () => {
  const feed = (more: Partial<Feed>): Feed => ({
    code: 'ho',
    year: 2023,
    period: 'YEAR_FINAL',
    state: 'CONFIRMED',
    illustrative: false,
    unitId: 'a',
    raw: '5',
    value: { kind: 'COUNT', amount: '5', qualifier: 'EXACT' },
    aggregation: 'SUM',
    unitsOfYear: null,
    ...more,
  })
  const target = { ...shape(), codes: ['ho'] }

  it('come from the final report before the estimate, and add up over units', () => {
    const [figure] = figuresOf(
      target,
      YEARS,
      [feed({}), feed({ unitId: 'b' }), feed({ period: 'YEAR_ESTIMATE', raw: '9' })],
      [],
      null,
    )
    expect(figure).toMatchObject({
      year: 2023,
      value: { amount: '10' },
      origin: { period: 'YEAR_FINAL', units: 2 },
    })
  })

  it('stop at the day of a review: six months are known in July, the year is not', () => {
    const feeds = [
      feed({}),
      feed({ period: 'SIX_MONTHS', raw: '2', value: { kind: 'COUNT', amount: '2', qualifier: 'EXACT' } }),
    ]
    expect(figuresOf(target, YEARS, feeds, [], '2023-07-10')).toMatchObject([
      { partial: true, value: { amount: '2' } },
    ])
    expect(figuresOf(target, YEARS, feeds, [], '2023-06-29')).toEqual([])
    expect(figuresOf(target, YEARS, feeds, [], '2023-12-31')).toMatchObject([{ partial: false }])
  })

  it('are entered by hand only where no indicator gives one', () => {
    const manual = {
      kind: 'MANUAL' as const,
      id: 'x',
      origin: 'Báo cáo',
      asOf: null,
      note: null,
      source: null,
      version: 1,
    }
    const entered = [2022, 2023].map((year) => ({ ...feed({}), year, raw: '99', origin: manual }))
    const figures = figuresOf(target, YEARS, [feed({})], entered, null)
    expect(figures.map(({ year, origin }) => [year, origin.kind])).toEqual([
      [2022, 'MANUAL'],
      [2023, 'INDICATOR'],
    ])
  })
})

describe('the nation of which some units are missing', () => {
  const some = { units: 13, of: 34 }

  it('has no class, pace or forecast while those missing could bring a sum to its plan', () => {
    const yearly = progress({ ...shape({ manner: 'YEARLY' }), plan: '33.500' }, { 2023: '8.938' }, [], some)
    expect(yearly).toMatchObject({ short: some, decidedBy: null, pace: null, forecast: null })
    expect(yearly.completion.class).toBeNull()
    const sum = progress({ ...shape(), plan: '350' }, { 2022: '53', 2023: '38' }, [2023], some)
    expect(sum).toMatchObject({ short: some, pace: null, forecast: null })
    expect(sum.completion.class).toBeNull()
  })

  it('keeps the class of a sum that has its plan already, and of one that nobody is missing from', () => {
    const reached = progress({ ...shape(), plan: '80' }, { 2022: '53', 2023: '38' }, [], some)
    expect(reached).toMatchObject({ short: null, completion: { class: 'EXCEEDED' } })
    const whole = progress({ ...shape(), plan: '350' }, { 2022: '53' }, [], { units: 34, of: 34 })
    expect(whole).toMatchObject({ short: null, completion: { class: 'NOT_MET' } })
  })

  it('does not take a share of some for the share of all', () => {
    const share = progress(
      { ...shape({ kind: 'PERCENTAGE', manner: 'LEVEL', measureUnit: '%' }), plan: '80%' },
      { 2023: '90%' },
      [],
      some,
    )
    expect(share.completion.class).toBeNull()
  })
})

describe('words', () => {
  it('number congresses in Roman figures', () => {
    expect([1, 4, 9, 14, 18, 40, 99].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XVIII', 'XL', 'XCIX'])
    expect(congressLabel({ congressNumber: 18 })).toBe('Đại hội lần thứ XVIII')
    expect(termTitle({ startYear: null, endYear: null, congressNumber: 1 })).toBe(
      'Nhiệm kỳ Đại hội lần thứ I',
    )
  })

  it('H2 tell two units of one name apart', () => {
    const unit = { id: '1', slug: 'lao-cai', name: 'Lào Cai', kind: 'tỉnh', validTo: null }
    expect(termOwner(unit)).toBe('Hội LHPN tỉnh Lào Cai')
    expect(termOwner({ ...unit, slug: 'lao-cai-cu', validTo: '2025-07-01' })).toBe(
      'Hội LHPN tỉnh Lào Cai (trước 1/7/2025)',
    )
    expect(termOwner(null)).toBe('Hội LHPN Việt Nam')
  })

  it('H1 count classes as document D does', () => {
    const classes = [
      ...Array.from({ length: 7 }, () => 'EXCEEDED' as const),
      ...Array.from({ length: 7 }, () => 'MET' as const),
      ...Array.from({ length: 6 }, () => 'HALF' as const),
      'NOT_MET' as const,
    ].map((name) => ({ class: name }))
    expect(reviewSentence(countClasses(classes, MIDTERM), 0)).toBe(
      '21 tiêu chí: 7 vượt kế hoạch, 7 đạt 100%, 6 đạt trên 50%, 1 chưa đạt.',
    )
    expect(reviewSentence(countClasses([], MIDTERM), 3)).toBe('3 tiêu chí: 3 chưa đủ số liệu để xét.')
  })
})
