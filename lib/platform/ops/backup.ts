import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { createGzip, type Gzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, HEAD, listTables, quoted, TAIL, type ArchiveHead } from './archive'

/**
 * Writes every table into one gzip file as of one moment, while people go on working. The text is
 * SQL as `pg_dump --data-only` writes it, so that psql can read it where this product cannot run.
 * Returns the number of rows per table.
 */
export async function backup(url: string, file: string): Promise<Record<string, number>> {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true })
  const unfinished = `${file}.part`
  const client = new pg.Client({ connectionString: url, application_name: 'cum-thi-dua-backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    const zip = createGzip({ level: 6 })
    const out = createWriteStream(unfinished, { mode: 0o600 })
    zip.pipe(out)
    out.on('error', (error) => zip.destroy(error))
    const rows = await writeArchive(client, zip)
    zip.end()
    await finished(out)
    await rename(unfinished, file)
    await chmod(file, 0o600)
    return rows
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function writeArchive(client: pg.Client, zip: Gzip): Promise<Record<string, number>> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  const moment = await client.query<{ at: Date }>('SELECT now() AS at')
  const head: ArchiveHead = {
    format: 1,
    product: 'cum-thi-dua',
    version,
    takenAt: moment.rows[0]!.at.toISOString(),
    migrations: await appliedMigrations(client),
  }
  await write(zip, `${HEAD}${JSON.stringify(head)}\nBEGIN;\nSET LOCAL session_replication_role = replica;\n`)
  const rows: Record<string, number> = {}
  for (const { name, columns } of await listTables(client)) {
    const shape = `public.${quoted(name)} (${columns.map(quoted).join(', ')})`
    await write(zip, `\nCOPY ${shape} FROM stdin;\n`)
    const stream = client.query(copyTo(`COPY ${shape} TO STDOUT`))
    for await (const chunk of stream) await write(zip, chunk as Buffer)
    rows[name] = stream.rowCount
    await write(zip, '\\.\n')
  }
  for (const statement of await sequenceStatements(client)) await write(zip, `${statement}\n`)
  await client.query('COMMIT')
  await write(zip, `COMMIT;\n${TAIL}${JSON.stringify({ rows })}\n`)
  return rows
}

async function sequenceStatements(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY sequencename`,
  )
  return rows
    .filter((row) => row.last !== null)
    .map((row) => `SELECT setval(${pg.escapeLiteral(`public.${quoted(row.name)}`)}, ${row.last}, true);`)
}

async function write(zip: Gzip, chunk: string | Buffer) {
  if (!zip.write(chunk)) await once(zip, 'drain')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { withDatabase } = await import('./database')
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')
  const file = process.argv[2] ?? `.data/backups/cum-thi-dua-${stamp}.sql.gz`
  await withDatabase(async (url) => {
    const rows = await backup(url, file)
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`Wrote ${file}: ${Object.keys(rows).length} tables, ${total} rows.`)
  })
}
