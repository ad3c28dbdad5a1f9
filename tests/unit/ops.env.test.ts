import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/platform/env-schema'

const GOOD = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://u:p@db:5432/thidua',
  AUTH_SECRET: 'x'.repeat(32),
}

describe('the environment', () => {
  it('is complete with a database and a secret', () => {
    const reading = readEnv(GOOD)
    expect(reading).toMatchObject({
      ok: true,
      env: { PORT: 3000, APP_URL: 'http://127.0.0.1:3000', DEMO: false },
    })
  })

  it.each([
    ['DATABASE_URL', undefined, /missing/],
    ['DATABASE_URL', 'localhost', /not a URL/],
    ['DATABASE_URL', 'mysql://a/b', /postgresql:/],
    ['DATABASE_URL', 'postgresql://db:5432/', /name a database/],
    ['PORT', 'http', /port number/],
    ['PORT', '70000', /65535/],
    ['APP_URL', 'thidua.example.vn', /https:/],
    ['APP_URL', 'https://example.vn/thidua', /no path/],
    ['AUTH_SECRET', undefined, /missing/],
    ['AUTH_SECRET', 'short', /32/],
    ['DEMO', 'yes', /1 \(on\)/],
    ['LOG_LEVEL', 'loud', /one of/],
    ['TEST_CLOCK', 'tomorrow', /moment/],
    ['DATABASE_POOL', '1', /at least 2/],
  ])('says in one sentence what is wrong with %s=%s', (name, value, sentence) => {
    const reading = readEnv({ ...GOOD, [name]: value })
    expect(reading.ok).toBe(false)
    const problems = reading.ok ? [] : reading.problems
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} `))
    expect(problems[0]).toMatch(sentence)
  })

  it('names every wrong variable at once', () => {
    const reading = readEnv({ PORT: '0', LOG_LEVEL: 'loud' })
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'AUTH_SECRET',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
    ])
  })

  it('is described by .env.example, which is right itself once the secret is filled in', () => {
    const given = Object.fromEntries(
      readFileSync('.env.example', 'utf8')
        .split('\n')
        .map((line) => /^([A-Z_]+)=(.*)$/.exec(line))
        .filter((match) => match !== null)
        .map((match) => [match[1], match[2]] as const),
    )
    expect(readEnv({ ...given, AUTH_SECRET: 'x'.repeat(32), NODE_ENV: 'production' }).ok).toBe(true)
  })
})
