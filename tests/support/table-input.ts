import fc from 'fast-check'
import type { ProjectionCell, ProjectionCells, ReportState } from '@/lib/reports/types'
import type { TableIndicator, TableInput, TableReport } from '@/lib/summaries/types'
import { COUNTS_HOUSEHOLDS } from './indicator'

const YEAR_BANDS: TableIndicator['bands'] = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]
const MIDTERM_BANDS: TableIndicator['bands'] = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt 100%', from: '100', inclusive: true },
  { class: 'HALF', label: 'Đạt trên 50%', from: '50', inclusive: false },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

export const indicator = (index: number, more: Partial<TableIndicator> = {}): TableIndicator => ({
  id: `i${index}`,
  code: `c${index}`,
  name: `Chỉ tiêu ${index}`,
  shortName: `Chỉ tiêu ${index}`,
  group: {
    id: `g${Math.floor(index / 3)}`,
    name: `Nhóm ${Math.floor(index / 3)}`,
    position: Math.floor(index / 3),
  },
  ...COUNTS_HOUSEHOLDS,
  parts: [],
  bands: YEAR_BANDS,
  lastId: `l${index}`,
  ...more,
})

export const report = (unitId: string, more: Partial<TableReport> = {}): TableReport => ({
  unitId,
  reportId: `r-${unitId}`,
  state: 'CONFIRMED',
  sentBefore: true,
  closed: false,
  illustrative: false,
  lateDays: 0,
  cells: {},
  targets: {},
  last: {},
  notAssigned: [],
  ...more,
})

const KINDS = [
  { kind: 'COUNT', aggregation: 'SUM' },
  { kind: 'MONEY', aggregation: 'SUM', measureUnit: 'đồng', displayUnit: 'tỷ đồng' },
  { kind: 'RATIO', aggregation: 'RATIO_OF_SUMS' },
  { kind: 'PERCENTAGE', aggregation: 'NONE', measureUnit: '%' },
  { kind: 'PERCENTAGE', aggregation: 'MAXIMUM', measureUnit: '%' },
  { kind: 'YES_NO', aggregation: 'NONE' },
] as const satisfies Partial<TableIndicator>[]

const small = fc.integer({ min: 0, max: 300 })
const qualifier = fc.constantFrom(undefined, undefined, undefined, 'OVER', 'NEARLY', 'ABOUT')

function cellOf({ kind }: TableIndicator, target: boolean): fc.Arbitrary<ProjectionCell | undefined> {
  const value: fc.Arbitrary<ProjectionCell> =
    kind === 'YES_NO'
      ? fc.boolean().map((y) => ({ y, v: 1 }))
      : kind === 'RATIO'
        ? fc
            .tuple(small, fc.integer({ min: 1, max: 300 }))
            .map(([a, d]) => ({ a: String(a), d: String(d), v: 1 }))
        : fc.tuple(small, qualifier).map(([a, q]) => ({
            a: kind === 'MONEY' ? `${a}00000000` : String(a),
            ...(q && !target ? { q } : {}),
            v: 1,
          }))
  return fc.oneof(
    { weight: 8, arbitrary: value },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant<ProjectionCell>({ b: 'NOT_ARISEN', v: 1 }) },
  )
}

const cellsOf = (indicators: TableIndicator[], idOf: (i: TableIndicator) => string, target: boolean) =>
  fc
    .tuple(...indicators.map((one) => cellOf(one, target)))
    .map((cells): ProjectionCells =>
      Object.fromEntries(cells.flatMap((m, index) => (m ? [[idOf(indicators[index]!), { m }]] : []))),
    )

const states: ReportState[] = ['SENT', 'CHECKED', 'ADDITIONS_REQUESTED', 'CONFIRMED', 'LOCKED']

/** Cluster-years of all sizes and states, as a reader may meet them. */
export const clusterYears: fc.Arbitrary<TableInput> = fc
  .record({
    size: fc.integer({ min: 1, max: 7 }),
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 8 }),
    midterm: fc.boolean(),
    collected: fc.boolean(),
    lower: fc.boolean(),
  })
  .chain(({ size, kinds, midterm, collected, lower }) => {
    const indicators = kinds.map((kind, index) =>
      indicator(index, {
        ...kind,
        bands: midterm ? MIDTERM_BANDS : YEAR_BANDS,
        direction: lower && index === 0 ? 'LOWER_IS_BETTER' : 'HIGHER_IS_BETTER',
      }),
    )
    const units = Array.from({ length: size }, (_, index) => ({
      id: `u${index}`,
      slug: `don-vi-${index}`,
      name: `Tỉnh ${'ABCDEFG'[index]}`,
    }))
    const one = (unitId: string): fc.Arbitrary<TableReport> =>
      fc
        .record({
          shape: fc.constantFrom('full', 'full', 'full', 'none', 'closed', 'draft', 'mending'),
          state: fc.constantFrom(...states),
          cells: cellsOf(indicators, ({ id }) => id, false),
          targets: cellsOf(indicators, ({ id }) => id, true),
          last: cellsOf(indicators, ({ lastId }) => lastId ?? '', false),
          notAssigned: fc.subarray(
            indicators.map(({ id }) => id),
            { maxLength: Math.min(2, indicators.length) },
          ),
        })
        .map(({ shape, state, cells, targets, last, notAssigned }) => {
          const base = report(unitId, { targets, last, notAssigned })
          if (shape === 'none') return { ...base, reportId: null, state: null, sentBefore: false }
          if (shape === 'closed') return { ...base, reportId: null, state: null, closed: true }
          const kept = Object.fromEntries(Object.entries(cells).filter(([id]) => !notAssigned.includes(id)))
          if (shape === 'draft') return { ...base, state: 'DRAFT' as const, sentBefore: false, cells: kept }
          if (shape === 'mending') return { ...base, state: 'PRESENTED' as const, cells: kept }
          return { ...base, state, cells: kept }
        })
    return fc.tuple(...units.map(({ id }) => one(id))).map((reports) => ({
      year: 2026,
      period: 'YEAR_FINAL' as const,
      units,
      indicators,
      reports,
      reported: [],
      collected,
    }))
  })
