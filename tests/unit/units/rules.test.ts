import { describe, expect, it } from 'vitest'
import { unitLabel, validityLabel } from '@/lib/units/labels'
import {
  endedSlug,
  existsOn,
  findUnits,
  hasEndedSlug,
  otherPredecessors,
  unitOfYear,
} from '@/lib/units/rules'

const unit = (slug: string, name: string, validFrom: string | null, validTo: string | null) => ({
  id: slug,
  slug,
  name,
  validFrom,
  validTo,
})
const old = unit('lao-cai-cu', 'Lào Cai', null, '2025-07-01')
const yenBai = unit('yen-bai', 'Yên Bái', null, '2025-07-01')
const current = unit('lao-cai', 'Lào Cai', '2025-07-01', null)

describe('unitOfYear', () => {
  it('leads to the namesake of the time', () => {
    expect(unitOfYear(current, [old, yenBai], [], 2020)).toBe(old)
    expect(unitOfYear(old, [], [current], 2026)).toBe(current)
  })
  it('keeps a unit in the year it began or ended', () => {
    expect(unitOfYear(current, [old, yenBai], [], 2025)).toBe(current)
    expect(unitOfYear(old, [], [current], 2025)).toBe(old)
  })
  it('leads from a unit that was merged away to what it became', () => {
    expect(unitOfYear(yenBai, [], [current], 2026)).toBe(current)
  })
  it('finds nothing where the past is several units of other names', () => {
    const born = unit('tay-bac', 'Tây Bắc', '2025-07-01', null)
    expect(unitOfYear(born, [old, yenBai], [], 2020)).toBeNull()
  })
})

describe('the address of an ended unit', () => {
  it('is one nobody has', () => {
    expect(endedSlug('son-la', new Set(['son-la']))).toBe('son-la-cu')
    expect(endedSlug('lao-cai', new Set(['lao-cai', 'lao-cai-cu']))).toBe('lao-cai-cu-2')
  })
  it('is told from a plain one, however often a name was given anew', () => {
    for (const taken of [[], ['lao-cai-cu'], ['lao-cai-cu', 'lao-cai-cu-2']])
      expect(hasEndedSlug({ slug: endedSlug('lao-cai', new Set(taken)) })).toBe(true)
    for (const slug of ['lao-cai', 'cu-chi', 'lao-cai-2025']) expect(hasEndedSlug({ slug })).toBe(false)
  })
})

describe('labels and search', () => {
  it('says of which time a namesake is', () => {
    expect(unitLabel({ ...old, namesake: true })).toBe('Lào Cai (trước 1/7/2025)')
    expect(unitLabel({ ...current, namesake: true })).toBe('Lào Cai')
    expect(unitLabel(yenBai)).toBe('Yên Bái')
    expect(unitLabel(old)).toBe('Lào Cai (trước 1/7/2025)')
    expect(unitLabel({ ...old, namesake: false })).toBe('Lào Cai')
    expect(validityLabel(null, '2025-07-01')).toBe('đến hết 30/06/2025')
    expect(validityLabel('2025-07-01', null)).toBe('từ 01/07/2025')
  })
  it('finds without diacritics, by alias and by code, current units first', () => {
    const units = [
      { ...old, aliases: [], code: '10' },
      { ...current, aliases: [], code: '15' },
      { ...unit('dak-nong', 'Đắk Nông', null, '2025-07-01'), aliases: ['Đắc Nông'], code: '67' },
    ]
    expect(findUnits(units, 'lao cai').map(({ slug }) => slug)).toEqual(['lao-cai', 'lao-cai-cu'])
    expect(findUnits(units, 'ĐẮC').map(({ slug }) => slug)).toEqual(['dak-nong'])
    expect(findUnits(units, '67').map(({ slug }) => slug)).toEqual(['dak-nong'])
    expect(findUnits(units, '<script>')).toEqual([])
  })
  it('knows the day a unit ends', () => {
    expect(existsOn(old, '2025-06-30')).toBe(true)
    expect(existsOn(old, '2025-07-01')).toBe(false)
    expect(existsOn(current, '2025-07-01')).toBe(true)
  })
  it('names only predecessors of other names', () => {
    expect(otherPredecessors('Lào Cai', [old, yenBai])).toEqual([yenBai])
  })
})
