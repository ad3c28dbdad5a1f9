import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals, compareDecimals, decimalPlaces } from '@/lib/platform/numbers/decimal'
import {
  classOf,
  inReadingOrder,
  isOrdinary,
  maximaWarnings,
  missingAtStage,
  openStage,
  pointsOfCompletion,
  pointsOfPieces,
  rankOf,
  readScore,
  sumOfMaxima,
  totalOfSheet,
} from '@/lib/scoring/rules'
import { criterionSchema, readPoints, rubricSchema, scoresSchema } from '@/lib/scoring/schema'
import type { CriterionDto, CriterionKind } from '@/lib/scoring/types'

const hundredths = (most: number) => fc.integer({ min: 0, max: most }).map((n) => (n / 100).toFixed(2))
const exactSum = (values: string[]) => {
  const cents = values.reduce((sum, value) => sum + BigInt(Math.round(Number(value) * 100)), 0n)
  return Number(cents) / 100
}

const criterion = (
  id: string,
  kind: CriterionKind,
  max: string,
  more: Partial<CriterionDto> = {},
): CriterionDto => ({
  id,
  kind,
  max,
  parentId: null,
  position: 1,
  text: id,
  perPiece: null,
  indicatorCode: null,
  guidance: null,
  ...more,
})

const sheets = fc
  .array(
    fc.record({
      kind: fc.constantFrom<CriterionKind>(
        'MANUAL',
        'YES_NO',
        'COUNT_POINTS',
        'COMPLETION',
        'BONUS',
        'PENALTY',
      ),
      max: hundredths(5000),
      share: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) => ({
    criteria: rows.map(({ kind, max }, index) => criterion(String(index), kind, max)),
    points: new Map(
      rows.flatMap(({ share, max }, index): [string, string][] =>
        share === null ? [] : [[String(index), (Math.floor(Number(max) * share) / 100).toFixed(2)]],
      ),
    ),
  }))

describe('T12 sums', () => {
  it('adds ordinary points exactly, bonus and penalty up to their caps, in any order', () => {
    fc.assert(
      fc.property(
        sheets,
        hundredths(2000),
        hundredths(2000),
        ({ criteria, points }, bonusCap, penaltyCap) => {
          const total = totalOfSheet({ bonusCap, penaltyCap }, criteria, points)
          const of = (wanted: (kind: CriterionKind) => boolean) =>
            exactSum(criteria.filter(({ kind }) => wanted(kind)).flatMap(({ id }) => points.get(id) ?? []))
          if (points.size === 0) {
            expect(total).toBeNull()
            return
          }
          const bonus = Math.min(
            of((kind) => kind === 'BONUS'),
            Number(bonusCap),
          )
          const penalty = Math.min(
            of((kind) => kind === 'PENALTY'),
            Number(penaltyCap),
          )
          expect(Number(total?.base)).toBe(of(isOrdinary))
          expect(Number(total?.bonus)).toBe(bonus)
          expect(Number(total?.penalty)).toBe(penalty)
          expect(Number(total?.total)).toBeCloseTo(of(isOrdinary) + bonus - penalty, 6)
          expect(decimalPlaces(total?.total ?? '0')).toBeLessThanOrEqual(2)
          expect(totalOfSheet({ bonusCap, penaltyCap }, criteria.toReversed(), points)?.total).toBe(
            total?.total,
          )
        },
      ),
    )
  })

  it('never passes the sum of maxima and the bonus cap', () => {
    fc.assert(
      fc.property(sheets, hundredths(2000), ({ criteria, points }, bonusCap) => {
        const total = totalOfSheet({ bonusCap, penaltyCap: '0' }, criteria, points)?.total ?? '0'
        const most = addDecimals(sumOfMaxima(criteria), bonusCap)
        expect(compareDecimals(total, most)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('tells a 0 from a blank', () => {
    const criteria = [criterion('a', 'MANUAL', '10'), criterion('b', 'MANUAL', '10')]
    const caps = { bonusCap: '0', penaltyCap: '0' }
    expect(totalOfSheet(caps, criteria, new Map())).toBeNull()
    expect(totalOfSheet(caps, criteria, new Map([['a', '0']]))).toMatchObject({ total: '0', blank: ['b'] })
    expect(
      totalOfSheet(
        caps,
        criteria,
        new Map([
          ['a', '0'],
          ['b', '0'],
        ]),
      ),
    ).toMatchObject({ total: '0', blank: [] })
  })

  it('takes what is not assigned out of the denominator', () => {
    const criteria = [criterion('a', 'MANUAL', '60'), criterion('b', 'COMPLETION', '40')]
    const caps = { bonusCap: '5', penaltyCap: '5' }
    const total = totalOfSheet(caps, criteria, new Map([['a', '45']]), new Set(['b']))
    expect(total).toMatchObject({ base: '75', total: '75', blank: [] })
  })

  it('works with any total: 90, 100, 1.000', () => {
    for (const total of ['90', '100', '1000'])
      expect(maximaWarnings(total, [criterion('a', 'MANUAL', total), criterion('b', 'BONUS', '5')])).toEqual(
        [],
      )
  })

  it('warns where maxima do not add up to the total or to their group', () => {
    const criteria = [
      criterion('g', 'GROUP', '50'),
      criterion('a', 'MANUAL', '30', { parentId: 'g' }),
      criterion('b', 'MANUAL', '15.5', { parentId: 'g' }),
    ]
    expect(maximaWarnings('100', criteria)).toEqual([
      { text: null, stated: '100', summed: '45.5' },
      { text: 'g', stated: '50', summed: '45.5' },
    ])
    expect(inReadingOrder(criteria).map(({ id, depth }) => `${id}${depth}`)).toEqual(['g0', 'a1', 'b1'])
  })
})

describe('T12 points computed from completion', () => {
  it.each([
    ['10', '80', '150', '4'],
    ['10', '100', '150', '5'],
    ['10', '125', '150', '7.5'],
    ['10', '150', '150', '10'],
    ['10', '0', '150', '0'],
    ['10', '530', '530', '10'],
    ['7', '99.96', '100', '3.5'],
  ])('%s points at %s%% with the best at %s%% → %s', (max, percent, best, points) => {
    expect(pointsOfCompletion(max, percent, best)).toBe(points)
  })

  it('grows with completion, stays within the maximum, gives the best unit all of it', () => {
    fc.assert(
      fc.property(
        hundredths(10_000),
        fc.array(hundredths(60_000), { minLength: 2, maxLength: 12 }),
        (max, percents) => {
          const sorted = percents.toSorted(compareDecimals)
          const best = sorted.at(-1) ?? '0'
          const points = sorted.map((percent) => pointsOfCompletion(max, percent, best))
          for (const [index, value] of points.entries()) {
            expect(compareDecimals(value, points[index - 1] ?? '0')).toBeGreaterThanOrEqual(0)
            expect(Number(value)).toBeLessThanOrEqual(Number(max))
            expect(decimalPlaces(value)).toBeLessThanOrEqual(2)
          }
          if (compareDecimals(best, '100') > 0) expect(Number(points.at(-1))).toBe(Number(max))
        },
      ),
    )
  })

  it('counts pieces up to the cap', () => {
    expect(pointsOfPieces(3, '0.75', '5')).toBe('2.25')
    expect(pointsOfPieces(30, '0.75', '5')).toBe('5')
    expect(pointsOfPieces(0, '0.75', '5')).toBe('0')
  })
})

describe('T12 ranks', () => {
  const groups = fc.constantFrom(null, 'đồng bằng', 'miền núi')
  const rows = fc
    .array(fc.record({ subGroup: groups, total: hundredths(1000) }), { minLength: 1, maxLength: 34 })
    .map((list) => list.map((row, index) => ({ ...row, id: String(index) })))

  it('gives the same place to the same total and skips the next, within each sub-group', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const ranks = rankOf(list)
        for (const row of list) {
          const peers = list.filter(({ subGroup }) => subGroup === row.subGroup)
          const above = peers.filter(({ total }) => Number(total) > Number(row.total)).length
          expect(ranks.get(row.id)).toBe(above + 1)
        }
      }),
    )
  })

  it('writes 90 and 90,00 as the same place', () => {
    const row = (id: string, total: string) => ({ id, subGroup: null, total })
    const ranks = rankOf([row('a', '90'), row('b', '90.00'), row('c', '89.99'), row('d', '91')])
    expect(Object.fromEntries(ranks)).toEqual({ d: 1, a: 2, b: 2, c: 4 })
  })

  it('classifies by bands with their bounds inclusive', () => {
    const bands = [
      { label: 'Tiên tiến', from: '80' },
      { label: 'Xuất sắc', from: '90' },
    ]
    expect(classOf('90', bands)).toBe('Xuất sắc')
    expect(classOf('89.99', bands)).toBe('Tiên tiến')
    expect(classOf('79.99', bands)).toBeNull()
  })
})

describe('what is typed', () => {
  const at = (stage: 'SELF' | 'CROSS', before: string | null = null, uncomputed = false) => ({
    stage,
    before,
    uncomputed,
  })

  it('T12 takes 0 as a score and nothing as a blank', () => {
    const manual = criterion('a', 'MANUAL', '10')
    expect(readScore(manual, '0', '', readPoints, at('SELF'))).toEqual({
      score: { points: '0', pieces: null, reason: null },
    })
    expect(readScore(manual, ' ', '', readPoints, at('SELF'))).toEqual({ score: null })
    expect(readScore(criterion('b', 'YES_NO', '5'), 'no', '', readPoints, at('SELF'))).toMatchObject({
      score: { points: '0' },
    })
    expect(
      readScore(criterion('c', 'COUNT_POINTS', '5', { perPiece: '2' }), '0', '', readPoints, at('SELF')),
    ).toMatchObject({ score: { points: '0', pieces: 0 } })
  })

  it('asks for a reason where a stage differs from the one before', () => {
    const manual = criterion('a', 'MANUAL', '10')
    expect(readScore(manual, '8,75', '', readPoints, at('CROSS', '8.75'))).toHaveProperty('score')
    expect(readScore(manual, '0', '', readPoints, at('CROSS', '8.75'))).toMatchObject({ field: 'r' })
    expect(readScore(manual, '0', 'Thiếu minh chứng', readPoints, at('CROSS', '8.75'))).toHaveProperty(
      'score',
    )
  })

  it.each(['10,01', '-1', '8,755', 'trên 8', 'tám'])('refuses %s of 10 points', (typed) => {
    expect(readScore(criterion('a', 'MANUAL', '10'), typed, '', readPoints, at('SELF'))).toMatchObject({
      field: 'p',
    })
  })

  it('names what keeps a stage from ending', () => {
    const criteria = [
      criterion('g', 'GROUP', '10'),
      criterion('a', 'MANUAL', '10'),
      criterion('c', 'COMPLETION', '10'),
      criterion('x', 'BONUS', '2'),
    ]
    const computed = new Map([['c', { points: '5' }]])
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    expect(ids(missingAtStage('SELF', criteria, new Map(), new Set(), computed))).toEqual(['a'])
    const scores = new Map([
      ['a', { SELF: { points: '1' }, CROSS: { points: '1' } }],
      ['x', { SELF: { points: '2' } }],
    ])
    expect(ids(missingAtStage('CROSS', criteria, scores, new Set(['c']), computed))).toEqual(['x'])
  })

  it('reads a rubric, a criterion and a sheet as forms post them', () => {
    const id = '0197f0a4-0000-7000-8000-000000000001'
    expect(
      rubricSchema.parse({
        clusterYearId: id,
        version: '0',
        name: 'Bảng',
        total: '1.000',
        bonusCap: '20',
        penaltyCap: '12,5',
        bands: 'Tiên tiến: 800\nXuất sắc: từ 900',
      }),
    ).toMatchObject({ total: '1000', penaltyCap: '12.5', bands: [{ from: '900' }, { from: '800' }] })
    const typed = { rubricId: id, version: '1', text: 'Mô hình', kind: 'COUNT_POINTS', max: '5' }
    expect(criterionSchema.safeParse(typed).success).toBe(false)
    expect(criterionSchema.parse({ ...typed, perPiece: '0,5' })).toMatchObject({ perPiece: '0.5' })
    expect(
      scoresSchema.parse({ sheetId: id, version: '1', stage: 'SELF', 'p.a': '0', 'r.a': 'vì', 'p.b': '' })
        .typed,
    ).toEqual([
      { criterionId: 'a', value: '0', reason: 'vì' },
      { criterionId: 'b', value: '', reason: '' },
    ])
  })

  it('opens the stages one after the other', () => {
    const day = new Date()
    const sheet = {
      state: 'OPEN' as const,
      checkingUnitIds: ['u'],
      selfSentAt: null,
      crossDoneAt: null,
      appraisedAt: null,
      finalAt: null,
    }
    expect(openStage({ ...sheet, state: 'DRAFT' })).toBeNull()
    expect(openStage(sheet)).toBe('SELF')
    expect(openStage({ ...sheet, selfSentAt: day })).toBe('CROSS')
    expect(openStage({ ...sheet, selfSentAt: day, checkingUnitIds: [] })).toBe('APPRAISED')
    expect(openStage({ ...sheet, selfSentAt: day, crossDoneAt: day })).toBe('APPRAISED')
    expect(openStage({ ...sheet, selfSentAt: day, crossDoneAt: day, appraisedAt: day })).toBe('FINAL')
    expect(openStage({ ...sheet, selfSentAt: day, appraisedAt: day, finalAt: day })).toBeNull()
  })
})
