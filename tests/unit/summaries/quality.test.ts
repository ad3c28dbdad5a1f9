import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import {
  contradict,
  disagree,
  reportedIssue,
  sourcesIssue,
  staleIssue,
  suspectIssues,
} from '@/lib/summaries/quality/rules'
import { readQualityFilter } from '@/lib/summaries/quality/schema'
import type {
  QualityIndicator,
  ReportedBeside,
  StatedDto,
  SuspectFigure,
  WaitingReport,
} from '@/lib/summaries/quality/types'
import { indicatorWith } from '@/tests/support/indicator'

const count = (amount: string, qualifier: SizedQualifier = 'EXACT'): FigureValue => ({
  kind: 'COUNT',
  amount,
  qualifier,
})
const cluster = { id: 'cy', slug: 'cum-1', name: 'Cụm 1', year: 2026, illustrative: false }
const unit = { slug: 'gia-lai', name: 'Gia Lai' }
const indicator: QualityIndicator = indicatorWith({
  name: 'Hộ đạt “5 không, 3 sạch”',
  shortName: 'Hộ 5 không, 3 sạch',
  breakdown: ['tỉnh', 'xã'],
})
const suspect = (facts: Partial<SuspectFigure>): SuspectFigure => ({
  cluster,
  unit,
  reportId: 'r',
  period: 'YEAR_FINAL',
  illustrative: false,
  indicator,
  figure: { value: count('745'), breakdown: null, blankReason: null, note: null },
  lastYear: null,
  earlier: [],
  ...facts,
})
const figure = (value: FigureValue, extra: Partial<SuspectFigure['figure']> = {}) => ({
  value,
  breakdown: null,
  blankReason: null,
  note: null,
  ...extra,
})

describe('H9 what a stored figure says against itself and its neighbours', () => {
  test('a breakdown that does not add up says by how much', () => {
    const [issue] = suspectIssues(
      suspect({
        figure: figure(count('745'), {
          breakdown: [
            { label: 'tỉnh', amount: '40' },
            { label: 'xã', amount: '700' },
          ],
        }),
      }),
    )
    expect(issue).toMatchObject({ kind: 'BREAKDOWN', href: '/reports/r/review#chi-tieu-i' })
    expect(issue!.sentence).toBe('Cộng chi tiết được 740, thiếu 5 so với tổng 745.')
  })

  test('a numerator above its denominator, unless the indicator allows it', () => {
    const ratio = { kind: 'RATIO', numerator: '12', denominator: '10' } as const
    const one = (numeratorMayPass: boolean) =>
      suspectIssues(
        suspect({ indicator: { ...indicator, kind: 'RATIO', numeratorMayPass }, figure: figure(ratio) }),
      )
    expect(one(false).map(({ kind }) => kind)).toEqual(['NUMERATOR'])
    expect(one(true)).toEqual([])
  })

  test('a jump and a fall ask, and a note answers them', () => {
    const beside = {
      lastYear: { year: 2025, raw: '100', value: count('100') },
      earlier: [
        { period: 'NINE_MONTHS' as const, measure: 'MAIN' as const, raw: '800', value: count('800') },
      ],
    }
    const kinds = (note: string | null) =>
      suspectIssues(suspect({ ...beside, figure: figure(count('745'), { note }) })).map(({ kind }) => kind)
    expect(kinds(null)).toEqual(['JUMP', 'FALLING'])
    expect(kinds('Đã rà soát lại')).toEqual([])
  })
})

describe("H9 the cluster's figure beside the sum of its units", () => {
  const beside = (facts: Partial<ReportedBeside>): ReportedBeside => ({
    cluster,
    period: 'YEAR_FINAL',
    indicator,
    figureId: 'f',
    reported: count('100'),
    units: [count('40'), count('50')],
    members: 2,
    illustrative: false,
    ...facts,
  })

  test('says by how much, and of how many units', () => {
    expect(reportedIssue(beside({}))!.sentence).toBe(
      'Cụm báo cáo 100 hộ, cao hơn 10 hộ so với tổng của 2 đơn vị (90 hộ).',
    )
  })

  test.each([
    ['the sum agrees', { reported: count('90') }],
    ['"trên 80" is true of 90', { reported: count('80', 'OVER') }],
    ['units are missing and the sum is below', { members: 3 }],
    ['no unit has a figure', { units: [] }],
    ['it cannot be summed', { indicator: { ...indicator, aggregation: 'NONE' as const } }],
  ])('is silent where %s', (_, facts) => {
    expect(reportedIssue(beside(facts))).toBeNull()
  })

  test('units are missing, yet the sum has passed it already', () => {
    expect(reportedIssue(beside({ reported: count('80'), members: 3 }))!.sentence).toContain('2/3 đơn vị')
  })
})

describe('H9 sources that contradict each other', () => {
  test.each([
    [count('13577'), count('13577'), false],
    [count('13577'), count('13500'), true],
    [count('13500', 'OVER'), count('13577'), false],
    [count('13600', 'OVER'), count('13577'), true],
    [count('13577', 'OVER'), count('13577'), true],
    [count('13600', 'NEARLY'), count('13577'), false],
    [count('13500', 'NEARLY'), count('13577'), true],
    [count('100', 'OVER'), count('100', 'NEARLY'), true],
    [count('100', 'OVER'), count('200', 'OVER'), false],
    [count('100', 'ABOUT'), count('105'), false],
    [count('100', 'ABOUT'), count('200'), true],
    [count('100', 'ABOUT'), count('50', 'OVER'), false],
    [
      { kind: 'RATIO', numerator: '1', denominator: '2' } as const,
      { kind: 'RATIO', numerator: '2', denominator: '4' } as const,
      true,
    ],
    [
      { kind: 'COUNT', amount: null, qualifier: 'UNKNOWN_SIZE', words: 'hàng ngàn' } as const,
      count('5'),
      false,
    ],
  ] satisfies [FigureValue, FigureValue, boolean][])('%j and %j: %s', (a, b, wanted) => {
    expect(contradict(a, b)).toBe(wanted)
  })

  const sized = fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom('EXACT', 'OVER', 'NEARLY', 'ABOUT'))
    .map(([amount, qualifier]) => count(String(amount), qualifier as SizedQualifier))

  test('nobody contradicts herself, and of two each contradicts the other', () => {
    fc.assert(
      fc.property(sized, sized, (a, b) => {
        expect(contradict(a, a)).toBe(false)
        expect(contradict(a, b)).toBe(contradict(b, a))
      }),
    )
  })

  const said = (id: string, raw: string, value: FigureValue | null, letter: string): StatedDto => ({
    id,
    raw,
    value,
    source: { slug: letter.toLowerCase(), letter, title: `Tài liệu ${letter}` },
    statedOn: '2023-11-22',
    factId: null,
    note: null,
  })
  const two = [said('1', '13.577 hộ', count('13577'), 'C'), said('2', '13.500 hộ', count('13500'), 'B')]
  const figures = {
    cluster,
    period: 'YEAR_FINAL' as const,
    indicator,
    figureId: 'f',
    mayChoose: true,
    choice: null,
  }

  test('both are named with their dates and how far apart they are', () => {
    expect(sourcesIssue({ ...figures, stated: two })).toMatchObject({
      kind: 'SOURCES',
      settled: false,
      sentence: 'Tài liệu C (22/11/2023) nêu 13.577 hộ; Tài liệu B (22/11/2023) nêu 13.500 hộ: chênh 77 hộ.',
    })
  })

  test('a choice settles it until another source is recorded', () => {
    const choice = { id: '1', statedId: '1', reason: 'x', by: 'y', at: '2026-01-01T00:00:00Z' }
    expect(sourcesIssue({ ...figures, stated: two, choice: { ...choice, weighedAll: true } })!.settled).toBe(
      true,
    )
    expect(sourcesIssue({ ...figures, stated: two, choice: { ...choice, weighedAll: false } })!.settled).toBe(
      false,
    )
  })

  test('those that agree are no matter', () => {
    expect(sourcesIssue({ ...figures, stated: [two[0]!, { ...two[0]!, id: '3' }] })).toBeNull()
    expect(disagree([said('1', 'a', null, 'A'), said('2', 'a', null, 'B')])).toBe(false)
    expect(disagree([said('1', 'a', null, 'A'), said('2', 'b', null, 'B')])).toBe(false)
  })
})

describe('drafts that wait', () => {
  const waiting: WaitingReport = {
    cluster,
    unit,
    period: 'NINE_MONTHS',
    state: 'DRAFT',
    // By the end of 15/9.
    dueAt: '2026-09-15T17:00:00Z',
    touchedAt: '2026-09-06T01:00:00Z',
    illustrative: false,
  }
  const at = (day: string, facts: Partial<WaitingReport> = {}) =>
    staleIssue({ ...waiting, ...facts }, new Date(`${day}T03:00:00Z`))?.sentence ?? null

  test.each([
    ['2026-09-08', null],
    ['2026-09-09', 'Bản nháp báo cáo 9 tháng không được cập nhật 3 ngày, còn 6 ngày đến hạn 15/09/2026.'],
    ['2026-09-15', 'Bản nháp báo cáo 9 tháng không được cập nhật 9 ngày, hạn là hôm nay.'],
    [
      '2026-09-17',
      'Bản nháp báo cáo 9 tháng không được cập nhật 11 ngày, đã quá hạn 2 ngày (hạn 15/09/2026).',
    ],
  ])('on %s', (day, sentence) => {
    expect(at(day)).toBe(sentence)
  })

  test('far from its deadline a draft may rest', () => {
    expect(at('2026-09-04', { touchedAt: '2026-06-01T00:00:00Z' })).toBeNull()
  })
})

test('M9 an address of junk asks for nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const { year, kind } = readQualityFilter({ nam: text, cum: [text], loai: text })
      expect(year === null || /^[12]\d{3}$/.test(text)).toBe(true)
      expect(kind === null || text.length > 3).toBe(true)
    }),
  )
})
