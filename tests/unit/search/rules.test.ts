import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeQuestion, markWords, namesQueryOf, tsqueryOf, wordsOf } from '@/lib/search/rules'
import { searchSchema } from '@/lib/search/schema'

describe('H8 words of a question', () => {
  test.each([
    ['lang son', ['lang', 'son']],
    ['LẠNG SƠN', ['lang', 'son']],
    ['đak lak', ['dak', 'lak']],
    ['khánh hoà', ['khanh', 'hoa']],
    ['khánh hòa', ['khanh', 'hoa']],
    ['TP.HCM', ['tp', 'hcm']],
    ['12/QĐ-ĐCT', ['12', 'qd', 'dct']],
    ['💥 &|!():*', []],
  ])('%s', (question, words) => {
    expect(wordsOf(question)).toEqual(words)
  })

  test('only the last word may be unfinished', () => {
    expect(tsqueryOf(['lang', 'so'])).toBe('lang & so:*')
    expect(namesQueryOf(['lang', 'so'], false)).toBe('lang:A & so:*A')
    expect(namesQueryOf(['lang', 'so'], true)).toBe('lang:A & so:A')
  })

  test('junk makes at most twelve plain words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = wordsOf(searchSchema.parse({ words: text, kind: text }).words)
        expect(words.length).toBeLessThanOrEqual(12)
        for (const word of words) expect(word).toMatch(/^[a-z0-9]+$/)
      }),
    )
  })
})

describe('H4 an official code with a date', () => {
  test.each([
    ['24', { code: '24', from: null, to: null }],
    ['mã 24', { code: '24', from: null, to: null }],
    ['Mã tỉnh 24 năm 2020', { code: '24', from: '2020-01-01', to: '2020-12-31' }],
    ['24 30/6/2025', { code: '24', from: '2025-06-30', to: '2025-06-30' }],
    ['24 ngày 01/07/2025', { code: '24', from: '2025-07-01', to: '2025-07-01' }],
    ['24, 2025-07-01', { code: '24', from: '2025-07-01', to: '2025-07-01' }],
    ['24 tháng 2/2024', { code: '24', from: '2024-02-01', to: '2024-02-29' }],
  ])('%s', (question, wanted) => {
    expect(codeQuestion(question)).toEqual(wanted)
  })

  test.each(['24 30/2/2025', '24 hộ', 'lang son', '24 13/2024', '1', ''])('%s is none', (question) => {
    expect(codeQuestion(question)).toBeNull()
  })
})

describe('marked words', () => {
  const plain = (text: string, words: string[]) =>
    markWords(text, words)
      .map((run) => (run.hit ? `[${run.text}]` : run.text))
      .join('')

  test('letters keep their diacritics', () => {
    expect(plain('tỉnh Khánh Hòa', ['khanh', 'ho'])).toBe('tỉnh [Khánh] [Hò]a')
    expect(plain('Đắk Lắk', ['dak'])).toBe('[Đắk] Lắk')
    expect(plain('Bàn giao ở Gia Lai', ['gia', 'lai'])).toBe('Bàn giao ở [Gia] [Lai]')
    expect(plain('sơn', ['on'])).toBe('sơn')
  })

  test('a long text is cut around the first word found', () => {
    const marked = plain(`${'trước '.repeat(80)}Chư Păh ${'sau '.repeat(80)}`, ['chu'])
    expect(marked).toContain('[Chư] Păh')
    expect(marked.startsWith('… ')).toBe(true)
    expect(marked.endsWith(' …')).toBe(true)
    expect(marked.length).toBeLessThan(260)
  })

  test('a text that is short enough comes back whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.stringMatching(/^[a-z0-9]{1,4}$/)),
        (text, words) => {
          expect(
            markWords(text, words)
              .map((run) => run.text)
              .join(''),
          ).toBe(text.normalize('NFC'))
        },
      ),
    )
  })
})
