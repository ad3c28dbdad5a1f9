import { describe, expect, it } from 'vitest'
import { holderOn } from '@/lib/clusters/as-of/rules'
import type { DatedHeadship } from '@/lib/clusters/as-of/types'
import { bareName, resolveAmong } from '@/lib/units/resolution/rules'
import type { NamedUnit } from '@/lib/units/resolution/types'
import { carryFigure, canCarry } from '@/lib/territory/rules'

const unit = (slug: string, name: string, code: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  id: slug,
  slug,
  name,
  code,
  kind: 'tỉnh',
  aliases: [],
  validFrom: null,
  validTo: null,
  ...more,
})
const UNITS = [
  unit('bac-giang', 'Bắc Giang', '24', { validTo: '2025-07-01' }),
  unit('bac-ninh-cu', 'Bắc Ninh', '27', { validTo: '2025-07-01' }),
  unit('bac-ninh', 'Bắc Ninh', '24', { validFrom: '2025-07-01' }),
  unit('dak-lak', 'Đắk Lắk', '66', { aliases: ['Đắc Lắc'] }),
]

describe('H4 what a name or a code means on a day', () => {
  it('H4 code 24 is Bắc Giang until 30/6/2025 and Bắc Ninh from 1/7/2025', () => {
    expect(resolveAmong(UNITS, '24', '2025-06-30')).toMatchObject({ unit: { id: 'bac-giang' }, by: 'CODE' })
    expect(resolveAmong(UNITS, '24', '2025-07-01')).toMatchObject({ unit: { id: 'bac-ninh' }, by: 'CODE' })
  })

  it('H4 tells the namesakes apart by the day, and says when a name is of another time', () => {
    expect(resolveAmong(UNITS, 'Hội LHPN tỉnh Bắc Ninh', '2020-01-01')).toMatchObject({
      unit: { id: 'bac-ninh-cu' },
    })
    expect(resolveAmong(UNITS, 'bac ninh', '2026-01-01')).toMatchObject({ unit: { id: 'bac-ninh' } })
    expect(resolveAmong(UNITS, 'Bắc Giang', '2026-01-01')).toMatchObject({ status: 'OTHER_TIME' })
    expect(resolveAmong(UNITS, '27', '2026-01-01')).toMatchObject({ status: 'OTHER_TIME' })
    expect(resolveAmong(UNITS, 'Atlantis', '2026-01-01')).toEqual({ status: 'UNKNOWN' })
    expect(resolveAmong(UNITS, '  ', '2026-01-01')).toEqual({ status: 'UNKNOWN' })
  })

  it('understands spellings', () => {
    expect(resolveAmong(UNITS, 'ĐẮC LẮC', '2026-01-01')).toMatchObject({
      by: 'ALIAS',
      unit: { id: 'dak-lak' },
    })
    expect(bareName('TP. Hồ Chí Minh')).toBe('ho chi minh')
    expect(bareName('Bà Rịa-Vũng Tàu')).toBe('ba ria vung tau')
  })
})

describe('H5 who held a role on a day', () => {
  const headship = (slug: string, year: number, more: Partial<DatedHeadship>): DatedHeadship => ({
    role: 'HEAD',
    year,
    unit: { id: slug, slug, name: slug },
    startsOn: null,
    endsOn: null,
    inferred: false,
    note: null,
    source: null,
    ...more,
  })
  const NORTH = [
    headship('ha-giang', 2020, { endsOn: '2020-11-29' }),
    headship('lai-chau', 2021, { startsOn: '2020-11-29' }),
  ]
  const on = (day: string) => holderOn(NORTH, 'HEAD', day)?.unit.slug ?? null

  it('H5 changes with the handover, and is unknown where no source says', () => {
    expect(on('2020-11-28')).toBe('ha-giang')
    expect(on('2020-11-29')).toBe('lai-chau')
    expect(on('2021-12-31')).toBe('lai-chau')
    expect(on('2022-01-01')).toBeNull()
    expect(on('2019-12-31')).toBeNull()
    expect(holderOn(NORTH, 'DEPUTY', '2021-01-01')).toBeNull()
  })
})

describe('H6 what a merged unit starts from', () => {
  const indicator = {
    id: 'i',
    name: 'Hộ',
    scope: 'NATIONAL' as const,
    aggregation: 'SUM' as const,
    kind: 'COUNT' as const,
    measureUnit: 'hộ',
    displayUnit: null,
    decimals: 0,
    parts: [],
    nature: 'FLOW' as const,
  }
  const count = (amount: string, qualifier: 'EXACT' | 'OVER' = 'EXACT') => ({
    kind: 'COUNT' as const,
    amount,
    qualifier,
  })
  const part = (name: string, value: ReturnType<typeof count> | null, notAssigned = false) => ({
    unit: name,
    value,
    notAssigned,
  })

  it('H6 adds with the qualifier still true, leaves out what is not assigned, and never takes a blank for 0', () => {
    expect(carryFigure(indicator, [part('A', count('3')), part('B', count('4', 'OVER'))])).toMatchObject({
      raw: 'trên 7',
      reason: null,
    })
    expect(carryFigure(indicator, [part('A', count('3')), part('B', null, true)])).toMatchObject({ raw: '3' })
    expect(carryFigure(indicator, [part('A', count('3')), part('B', null)])).toMatchObject({
      raw: '',
      reason: 'MISSING',
    })
    expect(carryFigure({ ...indicator, aggregation: 'NONE' }, [part('A', count('3'))])).toMatchObject({
      reason: 'NOT_AGGREGATED',
    })
    expect(
      carryFigure({ ...indicator, aggregation: 'MAXIMUM' }, [part('A', count('3')), part('B', count('9'))]),
    ).toMatchObject({ raw: '9' })
  })

  it('H6 goes on with a period only while nobody above has read it', () => {
    expect(
      canCarry([
        { state: 'DRAFT', sentBefore: false },
        { state: 'PRESENTED', sentBefore: false },
      ]),
    ).toBe(true)
    expect(
      canCarry([
        { state: 'DRAFT', sentBefore: false },
        { state: 'SENT', sentBefore: true },
      ]),
    ).toBe(false)
    expect(canCarry([{ state: 'DRAFT', sentBefore: true }])).toBe(false)
    expect(canCarry([])).toBe(false)
  })
})
