import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migrate } from '@/lib/platform/ops/migrate'
import { startPostgres, type EmbeddedPostgres } from '@/lib/platform/ops/postgres'
import { onConnection } from '../support/postgres'

const KEY = Symbol.for('cum-thi-dua.connections')
const shared = globalThis as Record<symbol, unknown>

let folder: string
let server: EmbeddedPostgres
let db: typeof import('@/lib/platform/db')
let readHealth: typeof import('@/lib/platform/health').readHealth

/** A server of this file's own, since it is stopped and started here, and the product's modules on it. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thidua-restart-'))
  server = await startPostgres({ folder, port: 0, fast: true })
  await migrate(server.url)
  const [url, connections] = [process.env.DATABASE_URL, shared[KEY]]
  delete shared[KEY]
  process.env.DATABASE_URL = server.url
  vi.resetModules()
  db = await import('@/lib/platform/db')
  ;({ readHealth } = await import('@/lib/platform/health'))
  process.env.DATABASE_URL = url
  shared[KEY] = connections
})
afterAll(async () => {
  await db.pool.end()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function restart() {
  await server.stop()
  const down = await readHealth()
  server = await startPostgres({ folder })
  return down
}

async function expectWhole() {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      db.transaction(async (tx) => {
        const [row] = await tx.$queryRaw<[{ n: number }]>`SELECT ${n}::int AS n`
        return row.n
      }),
    ),
  )
  expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => n))
  expect(db.pool.idleCount).toBe(db.pool.totalCount)
  expect(db.pool.waitingCount).toBe(0)
  const { rows } = await onConnection(server.url, (client) =>
    client.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'`),
  )
  expect(rows).toEqual([{ n: 0 }])
}

it('survives a database that stops under idle connections', async () => {
  await Promise.all(Array.from({ length: 5 }, () => db.query('SELECT pg_sleep(0.05)')))
  expect(db.pool.idleCount).toBeGreaterThan(1)
  expect(await restart()).toMatchObject({ status: 'unavailable', database: 'unreachable', migrations: null })
  await expectWhole()
  expect(await readHealth()).toMatchObject({ status: 'ok', migrations: { pending: 0 } })
})

it('survives a database that stops under queries and open transactions, and leaks none', async () => {
  for (let round = 0; round < 3; round++) {
    const begun = Array.from({ length: 6 }, () =>
      db.transaction(async (tx) => {
        await tx.setting
          .upsert({ where: { key: 'probe' }, create: { key: 'probe', value: 1 }, update: {} })
          .catch(() => {})
        await tx.$queryRaw`SELECT pg_sleep(20)::text`
      }),
    )
    const waiting = Array.from({ length: 4 }, () =>
      db.transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1`
        await new Promise((resolve) => setTimeout(resolve, 1_500))
        await tx.$queryRaw`SELECT 2`
      }),
    )
    const settled = Promise.allSettled([...begun, ...waiting, db.query('SELECT pg_sleep(20)')])
    await new Promise((resolve) => setTimeout(resolve, 400))
    await restart()
    for (const { status } of await settled) expect(status).toBe('rejected')
    await expectWhole()
  }
}, 60_000)

it('gives a connection back when the server ends its session between two statements', async () => {
  for (let round = 0; round < 15; round++) {
    await expect(
      db.transaction(async (tx) => {
        const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`
        await onConnection(server.url, (client) => client.query('SELECT pg_terminate_backend($1)', [pid]))
        if (round % 2 === 0) await tx.$queryRaw`SELECT 1`
      }),
    ).rejects.toThrow()
  }
  await expectWhole()
}, 60_000)
