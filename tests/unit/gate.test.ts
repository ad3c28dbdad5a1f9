import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tally } from '../support/tally.mjs'

const gate = readFileSync('.ci/run', 'utf8')
const fresh = readFileSync('tests/support/fresh.mjs', 'utf8')

describe('the gate before a change lands', () => {
  test('M1 a fresh clone is started twice, within five minutes and then twenty seconds', () => {
    expect(gate).toMatch(/npm run --silent test:fresh/)
    expect(Number(/FIRST_START_SECONDS = (\d+)/.exec(fresh)?.[1])).toBeLessThanOrEqual(300)
    expect(Number(/SECOND_START_SECONDS = (\d+)/.exec(fresh)?.[1])).toBeLessThanOrEqual(20)
  })

  test('M2 a kind of tests that ran none has failed', () => {
    expect(tally('browser', { code: 0, passed: 0 })).toMatchObject({ failed: 1 })
    expect(tally('browser', { code: 1, passed: 5 })).toMatchObject({ passed: 5, failed: 1 })
    expect(tally('unit', { code: 1, passed: 5, failed: 2 })).toMatchObject({ failed: 2 })
    expect(tally('unit', { code: 0, passed: 5 })).toMatchObject({ passed: 5, failed: 0 })
  })

  test('M2 the gate runs the checks and the tests of every kind', () => {
    expect(gate).toMatch(/npm run --silent check/)
    expect(gate).toMatch(/npm test --silent/)
  })
})
