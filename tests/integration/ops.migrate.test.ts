import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { listMigrations, migrate } from '@/lib/platform/ops/migrate'
import { newMigration, pendingSql } from '@/lib/platform/ops/migration-diff'
import { sql } from '../support/database'
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

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thidua-migrations-'))
})
afterAll(async () => {
  for (const name of made) await dropDatabase(adminUrl, name)
  await rm(folder, { recursive: true, force: true })
})

describe('migrate', () => {
  it('applies every migration once and nothing the second time', async () => {
    const url = await emptyDatabase()
    const names = (await listMigrations()).map(({ name }) => name)
    expect(await migrate(url)).toEqual(names)
    expect(await migrate(url)).toEqual([])
  })

  it('lets several instances start at once', async () => {
    const url = await emptyDatabase()
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate(url)))
    const names = (await listMigrations()).map(({ name }) => name)
    expect(all.flat()).toEqual(names)
    const rows = await onConnection(url, (client) =>
      client.query(
        'SELECT migration_name, checksum, applied_steps_count FROM _prisma_migrations ORDER BY started_at',
      ),
    )
    expect(rows.rowCount).toBe(names.length)
  })

  it('writes the rows that `prisma migrate deploy` recognises', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const { rows } = await onConnection(url, (client) =>
      client.query<{ name: string; checksum: string; done: boolean }>(
        'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations',
      ),
    )
    for (const { name, sql: text } of await listMigrations()) {
      expect(rows).toContainEqual({
        name,
        checksum: createHash('sha256').update(text).digest('hex'),
        done: true,
      })
    }
  })

  it('refuses a migration that was changed after it had been applied', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const copy = path.join(folder, 'edited')
    await cp('prisma/migrations', copy, { recursive: true })
    const file = path.join(copy, '00000000000000_ground/migration.sql')
    await writeFile(file, `${await readFile(file, 'utf8')}\n-- changed`)
    await expect(migrate(url, copy)).rejects.toThrow(/00000000000000_ground/)
  })

  it('leaves nothing of a migration that fails half-way, and applies it once mended', async () => {
    const url = await emptyDatabase()
    const copy = path.join(folder, 'broken')
    await cp('prisma/migrations', copy, { recursive: true })
    await cp(path.join(copy, '00000000000000_ground'), path.join(copy, '99990101000000_broken'), {
      recursive: true,
    })
    const file = path.join(copy, '99990101000000_broken/migration.sql')
    await writeFile(file, 'CREATE TABLE half (n int); SELECT 1 / 0;')
    await expect(migrate(url, copy)).rejects.toThrow()
    const half = await onConnection(url, (client) => client.query(`SELECT to_regclass('half') AS found`))
    expect(half.rows[0]).toEqual({ found: null })
    await writeFile(file, `CREATE TABLE half (n int); COMMENT ON TABLE half IS 'semicolons; in text; stay';`)
    expect(await migrate(url, copy)).toEqual(['99990101000000_broken'])
  })
})

describe('migration:new', () => {
  it('finds the schema and its migrations in step', async () => {
    expect(await pendingSql()).toBe('')
  })

  it('writes the difference as a migration and keeps the schema it now stands for', async () => {
    const places = { schema: path.join(folder, 'schema'), migrations: path.join(folder, 'new') }
    await cp('prisma/schema', places.schema, { recursive: true })
    await cp('prisma/migrations', places.migrations, { recursive: true })
    await writeFile(path.join(places.schema, 'probe.prisma'), 'model Probe {\n  id Int @id\n}\n')
    const file = await newMigration('Add a probe', false, places)
    expect(path.relative(places.migrations, file ?? '')).toMatch(/^\d{14}_add_a_probe\/migration\.sql$/)
    expect(await readFile(file ?? '', 'utf8')).toContain('CREATE TABLE "Probe"')
    expect(await newMigration('Again', false, places)).toBeUndefined()
  })
})

describe('the ground', () => {
  it.each([
    ['Đắk Lắk', 'dak lak'],
    ['LẠNG SƠN', 'lang son'],
    ['Đắc Nông'.normalize('NFD'), 'dac nong'],
    ['Khánh Hoà', 'khanh hoa'],
    ['Thừa Thiên – Huế', 'thua thien – hue'],
    ['ưỡng ỡ ẵ ỷ ợ', 'uong o a y o'],
  ])('folds %s to %s', async (words, folded) => {
    expect(await sql('SELECT vn_fold($1) AS folded', [words])).toEqual([{ folded }])
  })

  it('can carry an index on folded names', async () => {
    expect(await sql(`SELECT provolatile AS v FROM pg_proc WHERE proname = 'vn_fold'`)).toEqual([{ v: 'i' }])
  })

  it('sorts names as a Vietnamese reader does', async () => {
    const names = ['Đà Nẵng', 'Điện Biên', 'Cần Thơ', 'An Giang', 'Bắc Ninh', 'Cao Bằng', 'Đắk Lắk', 'Ân']
    const rows = await sql<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS name ORDER BY name COLLATE vn`,
      [names],
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'An Giang',
      'Ân',
      'Bắc Ninh',
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Điện Biên',
    ])
  })

  it('moves the clock in a test database only', async () => {
    await sql(`SELECT platform.set_test_clock('2020-05-01T00:00:00Z')`)
    const [there] = await sql<{ year: number }>('SELECT extract(year FROM app_now())::int AS year')
    expect(there).toEqual({ year: 2020 })
    const url = await emptyDatabase()
    await migrate(url)
    await expect(
      onConnection(url, (client) => client.query(`SELECT platform.set_test_clock('2020-05-01T00:00:00Z')`)),
    ).rejects.toThrow(/not marked/)
  })
})
