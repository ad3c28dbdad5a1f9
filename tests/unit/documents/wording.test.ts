import { describe, expect, it } from 'vitest'
import { lawsOn } from '@/lib/documents/awarding/rules'
import { sections } from '@/lib/documents/blocks/rules'
import { figureLine, standsIn, withUnit, wordsOf } from '@/lib/documents/figures/rules'
import { unitFigureLine } from '@/lib/documents/unit-report/rules'
import type { FigureRow, UnitFigureRow } from '@/lib/documents/figures/types'
import {
  clause,
  countInWords,
  hourInWords,
  lastDayOf,
  listed,
  printed,
  sentence,
  two,
  unionsOf,
} from '@/lib/documents/wording/rules'

describe('words of official papers', () => {
  it('writes counts with a leading nought and in words', () => {
    expect([0, 7, 12].map(two)).toEqual(['00', '07', '12'])
    expect([0, 4, 10, 11, 15, 21, 25, 40, 100, 104, 121, 999].map(countInWords)).toEqual([
      'không',
      'bốn',
      'mười',
      'mười một',
      'mười lăm',
      'hai mươi mốt',
      'hai mươi lăm',
      'bốn mươi',
      'một trăm',
      'một trăm linh bốn',
      'một trăm hai mươi mốt',
      'chín trăm chín mươi chín',
    ])
  })

  it('tells the hour in Vietnam, and the last day before a deadline', () => {
    expect(hourInWords('2026-11-29T01:00:00Z')).toBe('08 giờ 00 phút')
    expect(hourInWords(null)).toBe('…… giờ …… phút')
    expect(lastDayOf('2026-11-27T17:00:00Z')).toBe('2026-11-27')
    expect(lastDayOf(null)).toBeNull()
  })

  it('ends a sentence once, whatever the source ends it with', () => {
    expect(sentence('Xóa 122/281 cơ sở có tỷ lệ tập hợp dưới 60%…')).toBe(
      'Xóa 122/281 cơ sở có tỷ lệ tập hợp dưới 60%.',
    )
    expect(sentence('tăng cường hoạt động...')).toBe('Tăng cường hoạt động.')
    expect(sentence('Đã rõ chưa?')).toBe('Đã rõ chưa?')
    expect(sentence(' … ')).toBe('')
    expect(clause('Trồng cây; ')).toBe('Trồng cây')
  })

  it('sets the misprints of a source right, and its quotation marks', () => {
    expect(printed('bộ tiêu chí đá [đánh] giá')).toBe('bộ tiêu chí đánh giá')
    expect(printed('chuẩn bị kỹ lương [lưỡng] công tác')).toBe('chuẩn bị kỹ lưỡng công tác')
    expect(printed('Nghị quyết đè [đề] ra')).toBe('Nghị quyết đề ra')
    expect(printed('Trang thiết [bị] công nghệ')).toBe('Trang thiết bị công nghệ')
    expect(printed('tỉnh Khánh [Hòa]')).toBe('tỉnh Khánh Hòa')
    expect(printed('"gia đình"/"Gia đình"')).toBe('“gia đình”/“Gia đình”')
  })

  it('names units by kind', () => {
    expect(listed(['A', 'B', 'C'])).toBe('A, B và C')
    expect(
      unionsOf([
        { name: 'Đà Nẵng', kind: 'thành phố' },
        { name: 'Gia Lai', kind: 'tỉnh' },
        { name: 'Lâm Đồng', kind: 'tỉnh' },
      ]),
    ).toBe('Hội LHPN thành phố Đà Nẵng và Hội LHPN các tỉnh Gia Lai, Lâm Đồng')
  })

  it('leaves out a part that has nothing to say, and numbers the rest on', () => {
    const said = { kind: 'paragraph', text: 'có' } as const
    const blocks = sections([
      { title: 'Một', blocks: [said] },
      { title: 'Hai', blocks: [] },
      { title: 'Ba', blocks: [said], illustrative: true },
    ])
    expect(blocks.filter(({ kind }) => kind === 'section')).toEqual([
      { kind: 'section', number: 'I', title: 'MỘT' },
      { kind: 'section', number: 'II', title: 'BA' },
    ])
    expect(JSON.stringify(blocks[3])).toContain('SỐ LIỆU MINH HỌA')
  })

  it('cites the law as it stood on the day', () => {
    expect(lawsOn('2025-07-01').join()).toContain('152/2025/NĐ-CP')
    expect(lawsOn('2025-06-30').join()).toContain('98/2023/NĐ-CP')
    expect(lawsOn('2023-12-31').join()).not.toMatch(/2022|98\/2023|152\/2025/)
  })
})

describe('figures in sentences', () => {
  it.each([
    ['trên 600 nghìn cây', 'cây', 'trên 600 nghìn', 'trên 600 nghìn cây'],
    ['13.577 hộ', 'hộ', '13.577', '13.577 hộ'],
    ['trên 7,5 tỷ đồng', 'tỷ đồng', 'trên 7,5', 'trên 7,5 tỷ đồng'],
    ['trên 3.152 tỉ đồng', 'tỷ đồng', 'trên 3.152', 'trên 3.152 tỷ đồng'],
    ['3,0 tỷ', 'tỷ đồng', '3,0', '3,0 tỷ đồng'],
    ['500 triệu', 'tỷ đồng', '500 triệu', '500 triệu đồng'],
    ['122/281', 'cơ sở', '122/281', '122/281 cơ sở'],
    ['82,6%', '%', '82,6%', '82,6%'],
    ['hàng ngàn ngày công', 'ngày công', 'hàng ngàn', 'hàng ngàn ngày công'],
  ])('says %s once with its unit', (raw, unit, words, whole) => {
    expect(wordsOf(raw, unit)).toBe(words)
    expect(withUnit(words, unit)).toBe(whole)
  })

  it('finds a figure in a text, and no part of a longer one', () => {
    expect(standsIn('phát triển 1.042 hội viên', '1.042')).toBe(true)
    expect(standsIn('phát triển 11.042 hội viên', '1.042')).toBe(false)
    expect(standsIn('xóa 122/281 cơ sở', '122')).toBe(false)
    expect(standsIn('Tăng 6.602 hội viên', 'tăng 6.602')).toBe(true)
  })

  const row: FigureRow = {
    group: 'Nhóm',
    name: 'Hội viên mới',
    unit: 'người',
    values: [],
    total: '50',
    target: '40',
    percent: '125%',
    reported: '',
    differs: false,
    fewer: false,
    parts: [],
  }
  it('puts the sum of the units beside the figure the cluster itself gave', () => {
    expect(figureLine(row)).toBe('Hội viên mới: 50 người, bằng 125% chỉ tiêu đăng ký (40 người)')
    expect(figureLine({ ...row, reported: '55', differs: true })).toBe(
      'Hội viên mới: 55 người (cộng số liệu các đơn vị: 50 người)',
    )
    expect(figureLine({ ...row, fewer: true })).toBe(
      'Hội viên mới: 50 người (chỉ tiêu đăng ký: không quá 40 người)',
    )
    expect(figureLine({ ...row, total: 'không cộng' })).toBe('')
  })

  it('says nothing of a figure nobody gave', () => {
    const unit = { ...row, factId: null, result: '', last: '', note: '' } as unknown as UnitFigureRow
    expect(unitFigureLine(unit)).toBe('')
    expect(unitFigureLine({ ...unit, result: '7', note: 'Trong đó: 2 cấp tỉnh' })).toBe(
      'Hội viên mới: 7 người, bằng 125% chỉ tiêu đăng ký (trong đó: 2 cấp tỉnh)',
    )
  })
})
