import { describe, expect, test } from 'vitest'
import { parsedEach, parsedOnce, RECORD_SEPARATOR } from '@/lib/platform/parsed'

describe('JSON texts parsed once', () => {
  test('the same text is the same value, whatever text it was cut from; another is another', () => {
    const [first, second] = parsedEach<{ a: string }>(`{"a":"một"}${RECORD_SEPARATOR}{"a":"hai"}`)
    expect([first, second]).toEqual([{ a: 'một' }, { a: 'hai' }])
    const [other, again] = parsedEach<{ a: string }>(`{"a":"ba"}${RECORD_SEPARATOR}{"a":"một"}`)
    expect(again).toBe(first)
    expect(other).not.toBe(second)
    expect(parsedOnce('{"a":"hai"}')).toBe(second)
  })

  test('an empty text has no values; what is no JSON is an error every time', () => {
    expect(parsedEach('')).toEqual([])
    expect(() => parsedOnce('{')).toThrow(SyntaxError)
    expect(() => parsedOnce('{')).toThrow(SyntaxError)
  })

  test('the least lately used texts go when there is no room', () => {
    const long = (n: number) => JSON.stringify([n, 'x'.repeat(200_000)])
    const first = parsedOnce(long(1))
    for (let n = 2; n < 12; n++) {
      parsedOnce(long(n))
      expect(parsedOnce(long(1)), 'used all the time').toBe(first)
    }
    const second = parsedOnce(long(2))
    for (let n = 100; n < 130; n++) parsedOnce(long(n))
    expect(parsedOnce(long(2))).toEqual(second)
    expect(parsedOnce(long(2))).not.toBe(second)
  })

  test('what is too long to keep is parsed all the same', () => {
    const long = JSON.stringify('x'.repeat(300_000))
    expect(parsedOnce(long)).toBe(parsedOnce(long))
    expect(parsedOnce<string[]>(`[${long}]`)).not.toBe(parsedOnce<string[]>(`[${long}]`))
  })
})
