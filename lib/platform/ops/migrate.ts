import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { withSchemaEngine } from './schema-engine'

const FOLDER = path.resolve('prisma/migrations')
/** Any fixed number does: it names the lock that lets one instance migrate while the others wait. */
const LOCK = 7_020_250_701

type Migration = { name: string; sql: string }

/** The migrations of this build, oldest first. */
export async function listMigrations(folder: string = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, sql: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

/**
 * Brings the database up to this build's migrations and returns the names it applied. Safe to call
 * from several instances at once and again and again. `only` stops at an older state: those of a
 * backup. Throws when an applied migration was edited
 * since, when the server is too old, or when a statement fails.
 */
export async function migrate(url: string, folder: string = FOLDER, only?: string[]): Promise<string[]> {
  const migrations = (await listMigrations(folder)).filter(({ name }) => !only || only.includes(name))
  const guard = new pg.Client({ connectionString: url, application_name: 'cum-thi-dua-migrate' })
  guard.on('error', () => {})
  await guard.connect()
  try {
    await requireServer(guard)
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK])
    const applied = await appliedChecksums(guard)
    const edited = migrations.filter(
      ({ name, sql }) => applied.has(name) && applied.get(name) !== checksum(sql),
    )
    if (edited.length > 0) {
      throw new Error(
        `These migrations were changed after this database had applied them: ${edited.map(({ name }) => name).join(', ')}. ` +
          'Put them back and write a new migration instead.',
      )
    }
    if (migrations.every(({ name }) => applied.has(name))) return []
    await forgetBrokenAttempts(guard)
    return await apply(url, folder, migrations)
  } finally {
    // Ending the session releases the lock.
    await guard.end().catch(() => {})
  }
}

async function apply(url: string, folder: string, migrations: Migration[]): Promise<string[]> {
  // One connection, so that a SET in a migration reaches the statements after it.
  const factory = new PrismaPg({ connectionString: url, max: 1 })
  const result = await withSchemaEngine(factory, async (engine) =>
    engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  return result.appliedMigrationNames
}

async function requireServer(client: pg.Client) {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  )
  if (Number(rows[0]?.version) < 150_000) throw new Error('The database server is older than PostgreSQL 15.')
  if (rows[0]?.encoding !== 'UTF8')
    throw new Error('The database is not encoded in UTF8: create it anew with ENCODING UTF8.')
}

/** A script runs as one transaction: an attempt that did not finish left nothing but its row. */
async function forgetBrokenAttempts(client: pg.Client) {
  const { rows } = await client.query(`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`)
  if (rows.length === 0) return
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows: present } = await client.query(`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`)
  if (present.length === 0) return new Map()
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

/** As Prisma computes it, so that either tool recognises what the other applied. */
function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { withDatabase } = await import('./database')
  await withDatabase(async (url) => {
    const names = await migrate(url)
    console.log(names.length === 0 ? 'The database is up to date.' : `Applied: ${names.join(', ')}`)
  })
}
