import type { IndicatorDto } from '@/lib/indicators/types'

/** How an ordinary indicator measures: households, whole, added up, the more the better. */
export const COUNTS_HOUSEHOLDS = {
  kind: 'COUNT',
  measureUnit: 'hộ',
  displayUnit: null,
  decimals: 0,
  direction: 'HIGHER_IS_BETTER',
  aggregation: 'SUM',
  nature: 'FLOW',
} as const

/** An ordinary national indicator that counts households: say only what the test is about. */
export const indicatorWith = (more: Partial<IndicatorDto> = {}): IndicatorDto => ({
  id: 'i',
  setId: 's',
  code: 'ho',
  name: 'Hộ thoát nghèo',
  shortName: 'Hộ',
  group: { id: 'g', name: 'Nhóm', position: 1 },
  ...COUNTS_HOUSEHOLDS,
  cumulative: true,
  numeratorMayPass: false,
  parts: [],
  breakdown: [],
  evidenceRequired: false,
  definition: null,
  definitionSource: null,
  position: 1,
  scope: 'NATIONAL',
  bands: [],
  ...more,
})
