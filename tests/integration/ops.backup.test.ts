import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { backup } from '@/lib/platform/ops/backup'
import { migrate } from '@/lib/platform/ops/migrate'
import { restore } from '@/lib/platform/ops/restore'
import { databaseUrl, sql } from '../support/database'
import { dropDatabase, onConnection, withDatabase } from '../support/postgres'

const adminUrl = inject('adminUrl')
const made: string[] = []
let folder: string

async function emptyDatabase(): Promise<string> {
  const name = `ops_${randomUUID().slice(0, 8)}`
  await onConnection(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`))
  made.push(name)
  return withDatabase(adminUrl, name)
}

const TRICKY = 'dòng một\ndòng hai\t\\. \\N "nháy" \u{1F33A} ;\r\n\\.\n'

async function fill() {
  await sql(`INSERT INTO settings (key, value) VALUES ('tricky', to_jsonb($1::text)), ('null', 'null')`, [
    TRICKY,
  ])
  await sql(
    `INSERT INTO accounts (email, name) SELECT 'p' || n || '@demo.test', $1 FROM generate_series(1, 500) n`,
    [TRICKY],
  )
  await sql(`INSERT INTO sessions (account_id, token_hash, expires_at)
    SELECT id, decode(md5(email) || '00ff0a0d5c', 'hex'), now() FROM accounts`)
  await sql(`INSERT INTO audit_entries (action, entity, entity_id, after)
    SELECT 'probe', 'Account', id::text, jsonb_build_object('name', name) FROM accounts`)
}

const CONTENTS = `SELECT (SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM accounts t) AS accounts,
  (SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM sessions t) AS sessions,
  (SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM audit_entries t) AS audit,
  (SELECT md5(string_agg(t::text, '|' ORDER BY key)) FROM settings t) AS settings`

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thidua-backup-'))
})
afterAll(async () => {
  for (const name of made) await dropDatabase(adminUrl, name)
  await rm(folder, { recursive: true, force: true })
})

it('brings every value, key, guard and sequence back', async () => {
  await fill()
  const file = path.join(folder, 'whole.sql.gz')
  const written = await backup(databaseUrl(), file)
  expect(written).toMatchObject({ accounts: 500, sessions: 500, audit_entries: 500, settings: 2 })
  expect((await stat(file)).mode & 0o077).toBe(0)

  const url = await emptyDatabase()
  expect(await restore(url, file)).toEqual(written)
  const [before] = await sql(CONTENTS)
  await onConnection(url, async (client) => {
    expect((await client.query(CONTENTS)).rows[0]).toEqual(before)
    await client.query(
      `INSERT INTO audit_entries (action, entity, entity_id) VALUES ('after', 'Account', 'x')`,
    )
    await expect(client.query('DELETE FROM audit_entries')).rejects.toThrow(/never changed/)
    await expect(
      client.query(
        `INSERT INTO sessions (account_id, token_hash, expires_at) VALUES (gen_random_uuid(), '\\x00', now())`,
      ),
    ).rejects.toThrow(/foreign key/)
  })
  const guards = `SELECT conrelid::regclass::text AS t, conname, pg_get_constraintdef(oid) AS d, convalidated
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`
  const restored = await onConnection(url, (client) => client.query(guards))
  expect(restored.rows).toEqual(await sql(guards))
  expect(await migrate(url)).toEqual([])
})

it('holds one moment: what is written during the back-up is in it whole or not at all', async () => {
  await fill()
  let more = true
  let round = 0
  const writer = (async () => {
    while (more) {
      await sql(
        `WITH made AS (INSERT INTO accounts (email, name) VALUES ($1, 'x') RETURNING id)
         INSERT INTO audit_entries (action, entity, entity_id) SELECT 'probe', 'Account', id::text FROM made`,
        [`w${round++}@demo.test`],
      )
    }
  })()
  const written = await backup(databaseUrl(), path.join(folder, 'moment.sql.gz'))
  more = false
  await writer
  expect(round).toBeGreaterThan(0)
  expect(written.accounts).toBe(written.audit_entries)
})

it('refuses a database that holds rows, and an archive cut short or foreign, leaving nothing behind', async () => {
  await fill()
  const file = path.join(folder, 'again.sql.gz')
  await backup(databaseUrl(), file)
  await expect(restore(databaseUrl(), file)).rejects.toThrow(/holds rows/)

  const url = await emptyDatabase()
  const whole = await readFile(file)
  await writeFile(file, whole.subarray(0, whole.length - 40))
  await expect(restore(url, file)).rejects.toThrow()
  const text = gunzipSync(whole).toString('utf8')
  await writeFile(file, gzipSync(text.slice(0, text.lastIndexOf('COPY public."settings"'))))
  await expect(restore(url, file)).rejects.toThrow(/cut short/)
  await writeFile(file, gzipSync('SELECT 1;\n'))
  await expect(restore(url, file)).rejects.toThrow(/not a backup/)
  const { rows } = await onConnection(url, (client) =>
    client.query('SELECT count(*)::int AS n FROM accounts'),
  )
  expect(rows).toEqual([{ n: 0 }])

  await writeFile(file, whole)
  expect(await restore(url, file)).toMatchObject({ accounts: 500 })
})
