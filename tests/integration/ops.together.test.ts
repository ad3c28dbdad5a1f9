import { expect, test } from 'vitest'
import { query, together } from '@/lib/platform/db'

const server = (value: number) =>
  query<{ pid: number; value: number }>('SELECT pg_backend_pid() AS pid, $1::int AS value', [value])

test('statements asked together go over one connection and come back each to its asker', async () => {
  const rows = (await Promise.all(together(() => [server(1), server(2), server(3)]))).flat()
  expect(rows.map(({ value }) => value)).toEqual([1, 2, 3])
  expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1)
})

test('one that fails takes none of the others along, and the pool goes on', async () => {
  const outcomes = await Promise.allSettled(
    together(() => [server(1), query('SELECT 1 / $1::int AS n', [0]), server(3)]),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await server(4)).toMatchObject([{ value: 4 }])
})

test('together within together, nothing asked, and an asker that throws', async () => {
  expect(together(() => 'nothing')).toBe('nothing')
  const [[inner]] = await together(() => Promise.all([together(() => server(5))]))
  expect(inner).toMatchObject({ value: 5 })
  expect(() =>
    together(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(await server(6)).toMatchObject([{ value: 6 }])
})
