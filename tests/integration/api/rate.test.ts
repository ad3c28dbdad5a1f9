import { expect, test } from 'vitest'
import { env } from '@/lib/platform/env'
import { createAccount } from '@/tests/support/actors'
import { askApi, tokenFor } from '@/tests/support/api'
import { keepRowsBetweenTests, prisma, setNow, sql } from '@/tests/support/database'

keepRowsBetweenTests()

test('P8 instances share the requests of a minute, and past them a token is told how long to wait', async () => {
  const limit = env().API_REQUESTS_PER_MINUTE
  const block = limit / 10
  await setNow('2026-07-01T08:00:02+07:00')
  const account = await createAccount(prisma, { grants: [{ role: 'CENTRAL_OFFICE' }] })
  const token = await tokenFor(account.id)
  const ask = () => askApi('/units?limit=1', { token })
  expect((await ask()).status).toBe(200)
  expect(await sql('SELECT taken FROM api_usage')).toEqual([{ taken: block }])

  // Other instances took all but 30 of the rest; this one has what is left of its block, then those 30.
  await sql('UPDATE api_usage SET taken = $1', [limit - 30])
  const allowed = block - 1 + 30
  const statuses = await Promise.all(Array.from({ length: allowed + 11 }, async () => (await ask()).status))
  expect(statuses.filter((status) => status === 200)).toHaveLength(allowed)
  expect(statuses.filter((status) => status === 429)).toHaveLength(11)

  const refused = await ask()
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' })
})
