import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capitalise,
  compareVietnamese,
  foldVietnamese,
  slugOf,
  uncapitalise,
} from '@/lib/platform/vietnamese'

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
  it('makes an address of a name, and nothing of what has no letter', () => {
    expect(slugOf('Bà Rịa - Vũng Tàu')).toBe('ba-ria-vung-tau')
    expect(slugOf('“Mái ấm tình thương” số 2!')).toBe('mai-am-tinh-thuong-so-2')
    expect(slugOf(' … ')).toBe('')
  })
  it('changes the first letter alone, with its marks', () => {
    expect(capitalise('đạt và vượt')).toBe('Đạt và vượt')
    expect(uncapitalise('Ước cả năm Kon Tum')).toBe('ước cả năm Kon Tum')
    expect(uncapitalise('')).toBe('')
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
