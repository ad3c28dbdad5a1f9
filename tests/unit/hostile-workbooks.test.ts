import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@/lib/platform/files/read'
import { HARMLESS, HOSTILE } from '../support/hostile-workbooks'

const FULL = process.env.FULL === '1'
/** Every eleventh file unless all are asked for; each kind of trick is among them. */
const chosen = FULL ? HOSTILE : HOSTILE.filter((_, index) => index % 11 === 1)

describe('P6 hostile spreadsheets are refused, each for its own reason', () => {
  test('there are fifty of them', () => expect(HOSTILE.length).toBeGreaterThanOrEqual(50))

  test.each(chosen)('$name', { timeout: 60_000 }, async ({ bytes, problem }) => {
    const read = await readWorkbook(bytes())
    expect(read.ok).toBe(false)
    if (!read.ok) expect([problem].flat()).toContain(read.problem)
  })

  test('an ordinary workbook is read', async () => {
    expect(await readWorkbook(HARMLESS())).toMatchObject({ ok: true })
  })
})
