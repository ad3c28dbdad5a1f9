import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '@/components/charts/export'
import { compareUnits } from '@/lib/summaries/compare/rules'
import { comparisonQuery, readComparison } from '@/lib/summaries/compare/schema'
import {
  BASES,
  COMPARED,
  COMPARISON_VIEWS,
  type ComparedUnit,
  type ComparisonAsk,
  type Resolved,
  type UnitCell,
} from '@/lib/summaries/compare/types'
import { remarksOn } from '@/lib/summaries/remarks/rules'
import type { RemarkRow } from '@/lib/summaries/remarks/types'
import { BOUNDARY_MODES } from '@/lib/summaries/territory/types'
import { indicator } from '../../support/table-input'

const year = fc.option(fc.integer({ min: 1990, max: 2100 }), { nil: null })
const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/)
const asks: fc.Arbitrary<ComparisonAsk> = fc
  .record({
    code: fc.option(slug, { nil: null }),
    period: fc.constantFrom(null, 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR_ESTIMATE', 'YEAR_FINAL'),
    compared: fc.constantFrom(...COMPARED),
    boundary: fc.constantFrom(...BOUNDARY_MODES),
    base: fc.constantFrom(...BASES),
    view: fc.constantFrom(...COMPARISON_VIEWS),
    from: year,
    to: year,
    cluster: fc.option(slug, { nil: null }),
    picked: fc.uniqueArray(slug, { maxLength: 12 }),
  })
  .map((ask) =>
    ask.from !== null && ask.to !== null && ask.from > ask.to ? { ...ask, from: ask.to, to: ask.from } : ask,
  )

describe('the address of a comparison', () => {
  it('says the whole question, and is read back as it was asked', () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const query = comparisonQuery(ask)
        expect(readComparison(Object.fromEntries(new URLSearchParams(query)))).toEqual(ask)
      }),
    )
  })

  it('M9 takes any junk for a question not asked', () => {
    expect(comparisonQuery(readComparison({}))).toBe('')
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'chi-tieu',
            'ky',
            'theo',
            'dia-gioi',
            'tinh-theo',
            'xem',
            'tu',
            'den',
            'cum',
            'chon',
          ),
          fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined)),
        ),
        (search) => {
          const ask = readComparison(search)
          expect(readComparison(Object.fromEntries(new URLSearchParams(comparisonQuery(ask))))).toEqual(ask)
        },
      ),
    )
  })
})

describe('units compared', () => {
  const unit = (id: string, more: Partial<ComparedUnit> = {}): ComparedUnit => ({
    id,
    slug: id,
    name: `Tỉnh ${id}`,
    validFrom: null,
    validTo: null,
    successors: [],
    predecessors: [],
    memberIn: [2025, 2026],
    ...more,
  })
  const cell = (unitId: string, year: number, amount: string, more: Partial<UnitCell> = {}): UnitCell => ({
    year,
    unitId,
    code: 'c0',
    reportId: `r-${unitId}`,
    illustrative: false,
    confirmed: true,
    draft: false,
    cell: { a: amount, v: 1 },
    target: null,
    ...more,
  })
  const { id: _, lastId: __, ...spec } = indicator(0)
  const ask: Resolved = {
    ...readComparison({}),
    code: 'c0',
    period: 'YEAR_FINAL',
    from: 2025,
    to: 2026,
  }
  const compare = (
    units: ComparedUnit[],
    cells: UnitCell[],
    closed: { unitId: string; year: number }[] = [],
  ) =>
    compareUnits(
      { ask, indicator: { ...spec, years: [2025, 2026] }, years: [2025, 2026], shortened: false },
      units,
      cells,
      closed,
    )

  it('a draft that was never sent stands in its row and in no total', () => {
    const { rows, total } = compare(
      [unit('a'), unit('b')],
      [cell('a', 2026, '10'), cell('b', 2026, '5', { confirmed: false, draft: true })],
    )
    expect(rows.map(({ figures }) => figures[1]?.draft)).toEqual([false, true])
    expect(total[1]).toMatchObject({ value: { amount: '10' }, units: { withFigure: 1, all: 2 } })
  })

  it('a report that is closed to the reader is no missing figure', () => {
    const { rows } = compare([unit('a'), unit('b')], [cell('a', 2026, '10')], [{ unitId: 'b', year: 2026 }])
    expect(rows.find(({ key }) => key === 'b')?.figures.map((figure) => figure?.closed)).toEqual([
      false,
      true,
    ])
  })

  it('a unit that ended leads to its own page in the years after it, not to its successor', () => {
    const old = unit('cu', { validTo: '2025-07-01', successors: ['moi'], memberIn: [2025] })
    const fresh = unit('moi', { validFrom: '2025-07-01', predecessors: ['cu'], memberIn: [2026] })
    const { rows } = compare([old, fresh], [cell('cu', 2025, '4'), cell('moi', 2026, '6')])
    const gone = rows.find(({ key }) => key === 'cu')!
    expect([gone.href(2025), gone.href(2026)]).toEqual(['/units/cu/2025', '/units/cu'])
  })
})

const row = (key: string, more: Partial<RemarkRow>): RemarkRow => ({
  key,
  now: null,
  before: null,
  percent: null,
  expected: true,
  ...more,
})

describe('what is remarkable', () => {
  it('movers by percent, or by points where figures are shares; nothing moves from nothing', () => {
    const rows = [
      row('a', { now: 150, before: 100 }),
      row('b', { now: 10, before: 100 }),
      row('c', { now: 5, before: 0 }),
      row('d', { now: 7, before: null }),
      row('e', { now: 9, before: 9 }),
    ]
    expect(remarksOn(rows, false).changes).toEqual([
      { key: 'b', change: -90 },
      { key: 'a', change: 50 },
    ])
    expect(remarksOn(rows, true).changes.map(({ key, change }) => [key, change])).toEqual([
      ['b', -90],
      ['a', 50],
      ['c', 5],
    ])
  })

  it('laggards are below 50%, exactly 50% is not', () => {
    const rows = [row('a', { percent: '50' }), row('b', { percent: '49.999' }), row('c', { percent: '3' })]
    expect(remarksOn(rows, false).belowHalf).toEqual(['c', 'b'])
  })

  it('outliers are far from the middle; few rows have none', () => {
    const rows = [10, 11, 12, 13, 14, 90].map((now, index) => row(String(index), { now }))
    expect(remarksOn(rows, false).outliers).toEqual([{ key: '5', above: true }])
    expect(remarksOn(rows.slice(2), false).outliers).toEqual([])
  })

  it('missing is what was expected and is not there', () => {
    const rows = [row('a', {}), row('b', { expected: false }), row('c', { now: 0 })]
    expect(remarksOn(rows, false).missing).toEqual(['a'])
  })
})

describe('CSV', () => {
  it('keeps figures as they are, quotes what would break a row, and lets no cell run as a formula', () => {
    expect(
      csvOf([
        ['Đơn vị', '2026'],
        ['A; "B"', '1.234,5'],
        ['=1+1', '-3,5%'],
        ['@x', '−5'],
      ]),
    ).toBe('\ufeffĐơn vị;2026\r\n"A; ""B""";1.234,5\r\n\'=1+1;-3,5%\r\n\'@x;−5\r\n')
  })
})
