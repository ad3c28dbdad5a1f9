import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { entryBook } from '@/lib/documents/sheet-entry'
import { planForm, readForm } from '@/lib/documents/sheet-entry-upload'
import type { FormStamp } from '@/lib/documents/sheets/types'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { FIGURE_KINDS, MONEY_UNITS, type FigureKind, type FigureValue } from '@/lib/platform/numbers/types'
import { printFigure } from '@/lib/platform/numbers/print'
import { figureSpec } from '@/lib/indicators/rules'
import type { FigureDto, ReportCell, ReportDto } from '@/lib/reports/types'
import { indicatorWith } from '@/tests/support/indicator'

const FULL = process.env.FULL === '1'
const MADE_AT = '2026-11-22T08:00:00.000Z'
const SETS = ['11111111-1111-4111-8111-111111111111:1']

beforeEach(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret for tests that is long enough to be one')
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none')
})

const text = (max: number) =>
  fc.oneof(
    fc.string({ maxLength: max }),
    fc.constantFrom(
      '=1+1',
      '+84',
      '-5',
      '@x',
      '\tx',
      'Mô hình “Ngôi nhà trí tuệ”',
      '<b>&amp;',
      '_x0041_',
      'a\nb',
      '  ',
    ),
  )
const whole = (max: bigint) => fc.bigInt({ min: 0n, max }).map(String)
const decimal = fc
  .tuple(whole(10n ** 12n), whole(999_999n))
  .map(([a, b]) => `${a}.${b}`.replace(/\.?0+$/, '') || '0')
const qualifier = fc.constantFrom('EXACT', 'OVER', 'NEARLY', 'ABOUT') as fc.Arbitrary<'EXACT'>

function valueOf(kind: FigureKind): fc.Arbitrary<FigureValue> {
  switch (kind) {
    case 'COUNT':
    case 'MONEY':
      return fc.oneof(
        fc.record({ kind: fc.constant(kind), amount: whole(10n ** 18n), qualifier }),
        fc.constant({ kind, amount: null, qualifier: 'UNKNOWN_SIZE' as const, words: 'hàng ngàn ngày công' }),
      )
    case 'PERCENTAGE':
      return fc.record({ kind: fc.constant(kind), amount: decimal, qualifier })
    case 'RATIO':
      return fc.record({
        kind: fc.constant(kind),
        numerator: whole(10n ** 9n),
        denominator: whole(10n ** 9n),
      })
    case 'YES_NO':
      return fc.record({ kind: fc.constant(kind), yes: fc.boolean() })
    case 'TEXT':
      return fc.record({ kind: fc.constant(kind), text: text(200).filter((words) => words.trim() !== '') })
    case 'COMPOSITE':
      return fc.record({
        kind: fc.constant(kind),
        parts: fc.tuple(whole(10n ** 7n), whole(10n ** 7n), whole(10n ** 7n)),
      })
  }
}

const indicatorOf = (kind: FigureKind, position: number, unit: string, breakdown: string[]) =>
  indicatorWith({
    id: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    setId: SETS[0]!.slice(0, 36),
    code: `ct-${position}`,
    name: `Chỉ tiêu ${position}`,
    shortName: `CT ${position}`,
    group: { id: `g${position % 3}`, name: `Nhóm ${position % 3}`, position: 1 },
    kind,
    measureUnit: kind === 'MONEY' ? 'đồng' : 'hộ',
    displayUnit: kind === 'MONEY' ? unit : null,
    parts: kind === 'COMPOSITE' ? ['Năm 2025', 'Năm 2026', 'Nhiệm kỳ'] : [],
    breakdown,
    definition: '=cmd|calc',
    position,
  })

const cellOf = (position: number): fc.Arbitrary<ReportCell> =>
  fc
    .record({
      kind: fc.constantFrom(...FIGURE_KINDS),
      unit: fc.constantFrom(...MONEY_UNITS),
      breakdown: fc.constantFrom<string[][]>([], ['cấp tỉnh', 'cấp huyện', 'cấp cơ sở']),
    })
    .chain(({ kind, unit, breakdown }) => {
      const indicator = indicatorOf(
        kind,
        position,
        unit,
        kind === 'COUNT' || kind === 'MONEY' ? breakdown : [],
      )
      const figure = fc
        .record({
          value: fc.option(valueOf(kind), { freq: 5 }),
          blankReason: fc.constantFrom('NOT_ARISEN' as const, 'OTHER' as const, null),
          note: fc.option(text(80)),
          version: fc.integer({ min: 1, max: 9 }),
          parts: fc.array(whole(10n ** 12n), { minLength: 3, maxLength: 3 }),
          asWritten: text(30),
        })
        .map(({ value, blankReason, note, version, parts, asWritten }): FigureDto => ({
          indicatorId: indicator.id,
          measure: 'MAIN',
          raw: value ? `${asWritten}${printFigure(value, figureSpec(indicator))}` : '',
          value,
          breakdown:
            value && indicator.breakdown.length > 0
              ? indicator.breakdown.map((label, index) => ({ label, amount: parts[index]! }))
              : null,
          blankReason: value ? null : blankReason,
          note,
          version,
          updatedAt: MADE_AT,
          updatedBy: 'Chuyên viên',
        }))
      return fc
        .record({ main: fc.option(figure), done: fc.option(figure) })
        .map(({ main, done }): ReportCell => ({
          indicator,
          notAssigned: position % 7 === 6,
          figure: main,
          toDate: done && { ...done, measure: 'TO_DATE', note: null, blankReason: null, breakdown: null },
          lastYear: null,
          earlier: [],
          registeredTarget: null,
          assignedTarget: { raw: '=2+3', value: null },
          provincialTarget: null,
          evidenceCount: 0,
          openComments: 0,
          duties: [],
        }))
    })

const report = fc
  .record({
    kind: fc.constantFrom('YEAR_ESTIMATE' as const, 'YEAR_FINAL' as const, 'REGISTRATION' as const),
    cells: fc.tuple(...Array.from({ length: 21 }, (_, position) => cellOf(position))),
  })
  .map(
    ({ kind, cells }) =>
      ({
        id: '22222222-2222-4222-8222-222222222222',
        unit: { id: '33333333-3333-4333-8333-333333333333', slug: 'lao-cai', name: 'Lào Cai' },
        period: { id: '44444444-4444-4444-8444-444444444444', kind, year: 2026, dueAt: null, lockedAt: null },
        illustrative: true,
        cells,
      }) as unknown as ReportDto,
  )

describe('P5 the form of a report, out and in', () => {
  test(
    'given back without an edit it changes nothing, whatever the figures',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(report, async (made) => {
          const form = await readForm(writeXlsx(entryBook(made, SETS, MADE_AT)))
          if (!form.ok) throw new Error(form.message)
          const { stamp } = form.value
          // Once by the print of each row, once by the figures alone.
          const rows = stamp.rows.map(([id, measure, version]): FormStamp['rows'][number] => [
            id,
            measure,
            version,
            '',
          ])
          for (const uploaded of [form.value, { ...form.value, stamp: { ...stamp, rows } }]) {
            const plan = planForm(uploaded, made, SETS, 'bieu.xlsx')
            if (!plan.ok) throw new Error(plan.message)
            expect(plan.value.items.filter(({ status }) => status !== 'UNCHANGED')).toEqual([])
            expect(plan.value.items.length).toBeGreaterThan(17)
          }
        }),
        { numRuns: FULL ? 300 : 12, endOnFailure: true },
      )
    },
  )
})
