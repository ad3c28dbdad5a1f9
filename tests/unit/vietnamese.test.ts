import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVietnamese, foldVietnamese } from '@/lib/platform/vietnamese'

describe('Vietnamese text', () => {
  it.each([
    ['Lạng Sơn', 'lang son'],
    ['Đắk  Lắk', 'dak lak'],
    ['ĐẮC NÔNG', 'dac nong'],
    ['Khánh Hoà', 'khanh hoa'],
    ['Khánh Hòa'.normalize('NFD'), 'khanh hoa'],
    [' Thừa\u00a0Thiên Huế ', 'thua thien hue'],
    ['Quỳnh Nguyễn Ưởng', 'quynh nguyen uong'],
  ])('folds %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded)
  })
  it('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text))
      }),
    )
  })
  it('sorts by the Vietnamese alphabet', () => {
    const names = [
      'Đồng Nai',
      'Điện Biên',
      'Hà Giang',
      'Cao Bằng',
      'Đà Nẵng',
      'Cụm 10',
      'Cụm 2',
      'Ấn',
      'An',
      'Lào Cai',
      'Lai Châu',
    ]
    expect([...names].sort(compareVietnamese)).toEqual([
      'An',
      'Ấn',
      'Cao Bằng',
      'Cụm 2',
      'Cụm 10',
      'Đà Nẵng',
      'Điện Biên',
      'Đồng Nai',
      'Hà Giang',
      'Lai Châu',
      'Lào Cai',
    ])
  })
})
