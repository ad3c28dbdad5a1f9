import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { withSchemaEngine } from './schema-engine'

/**
 * The schema as of the newest migration, in one file beside the migrations. Comparing schema with
 * schema needs no database; two branches that both add a migration meet as a conflict here.
 */
const SNAPSHOT = 'snapshot.prisma'

/**
 * The engine greets a server before it is asked anything. Comparing schemas needs none, so this one
 * answers the greeting as the oldest server the product supports, and nothing after it.
 */
const refuse = () => Promise.reject(new Error('comparing schemas needs no database'))
const nowhere: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: ({ sql }) =>
    sql.includes('version()')
      ? Promise.resolve({
          columnNames: ['exists', 'version', 'numeric_version'],
          columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
          rows: [[true, 'PostgreSQL 15.0', 150_000]],
        })
      : refuse(),
  executeRaw: () => Promise.resolve(0),
  executeScript: refuse,
  startTransaction: refuse,
  dispose: () => Promise.resolve(),
}
const NO_DATABASE: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => Promise.resolve(nowhere),
  connectToShadowDb: () => Promise.resolve(nowhere),
}

type Places = { schema?: string; migrations?: string }

/** SQL that leads from the last migrated schema to the schema of today; empty when nothing changed. */
export async function pendingSql({
  schema = 'prisma/schema',
  migrations = 'prisma/migrations',
}: Places = {}) {
  const now = await readSchema(schema)
  const file = path.join(migrations, SNAPSHOT)
  const before = existsSync(file) ? await readFile(file, 'utf8') : undefined
  const result = await withSchemaEngine(NO_DATABASE, (engine) =>
    engine.diff({
      from: before
        ? { tag: 'schemaDatamodel', files: [{ path: SNAPSHOT, content: before }] }
        : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: now }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  // The public schema always exists, and asking for it takes a right that an app's role may lack.
  const sql = (result.stdout ?? '')
    .replace(/-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n*/, '')
    .trim()
  return sql === '' || /^-- This is an empty migration\.?$/.test(sql) ? '' : `${sql}\n`
}

/**
 * Writes prisma/migrations/<timestamp>_<name>/migration.sql and returns its path, or undefined when
 * the schema has not changed. `empty` writes a file for hand-written SQL all the same.
 */
export async function newMigration(
  name: string,
  empty = false,
  places: Places = {},
): Promise<string | undefined> {
  const migrations = places.migrations ?? 'prisma/migrations'
  const sql = await pendingSql(places)
  if (sql === '' && !empty) return undefined
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  const folder = path.join(migrations, `${await timestamp(migrations)}_${label}`)
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'migration.sql'), sql || '-- Write the SQL here.\n')
  await writeFile(path.join(migrations, SNAPSHOT), await readSchema(places.schema ?? 'prisma/schema'))
  return path.join(folder, 'migration.sql')
}

/** All schema files as one text, in the order of their names. */
async function readSchema(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.prisma')).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return `${texts.map((text) => text.trim()).join('\n\n')}\n`
}

/** Later than every migration there is, whatever this machine's clock says. */
async function timestamp(folder: string): Promise<string> {
  const stamp = (date: Date) => date.toISOString().replace(/\D/g, '').slice(0, 14)
  const newest = (await readdir(folder))
    .map((name) => /^(\d{14})_/.exec(name)?.[1])
    .filter(Boolean)
    .sort()
    .at(-1)
  const now = stamp(new Date())
  return newest && newest >= now ? String(BigInt(newest) + 1n) : now
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name, ...flags] = process.argv.slice(2)
  if (!name) {
    console.error('Name the migration: npm run migration:new -- add_something [--empty]')
    process.exit(1)
  }
  const file = await newMigration(name, flags.includes('--empty'))
  console.log(file ? `Wrote ${file}. Read it before you commit it.` : 'The schema has not changed.')
}
