import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { HEAD, listTables, quoted, TAIL, type ArchiveHead, type ArchiveTail } from './archive'
import { listMigrations, migrate } from './migrate'

/**
 * Fills an empty database from an archive of `backup`, all of it or nothing, and then brings it up
 * to this build's migrations. Throws when the database holds rows, when the archive is cut short, or
 * when it comes from a newer build. Foreign keys are taken off and put back, which checks every row;
 * this needs the tables' owner and no superuser, so it works on managed servers too.
 */
export async function restore(url: string, file: string): Promise<Record<string, number>> {
  const lines = readLines(file)
  const first = await lines.next()
  const head = parseHead(first.done ? '' : first.value.toString('utf8'))
  const known = new Set((await listMigrations()).map(({ name }) => name))
  const foreign = head.migrations.filter((name) => !known.has(name))
  if (foreign.length > 0) {
    throw new Error(
      `The archive comes from a newer build (${head.version}): this one lacks ${foreign.join(', ')}.`,
    )
  }
  const fresh = (await migrate(url, undefined, head.migrations)).includes(head.migrations[0] ?? '')
  const client = new pg.Client({ connectionString: url, application_name: 'cum-thi-dua-restore' })
  client.on('error', () => {})
  await client.connect()
  let rows: Record<string, number>
  try {
    await client.query('BEGIN')
    // A database made a moment ago holds at most what its migrations wrote; the archive has that too.
    if (fresh) await emptyTables(client)
    else await requireEmpty(client, head.migrations)
    const putBack = await takeOffGuards(client)
    rows = await load(client, lines)
    for (const statement of putBack) await client.query(statement)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    await client.end().catch(() => {})
  }
  await migrate(url)
  return rows
}

function parseHead(line: string): ArchiveHead {
  if (!line.startsWith(HEAD)) throw new Error('This file is not a backup of this product.')
  const head = JSON.parse(line.slice(HEAD.length)) as ArchiveHead
  if (head.format !== 1)
    throw new Error(`The archive has format ${String(head.format)}, this build reads format 1.`)
  return head
}

async function requireEmpty(client: pg.Client, migrations: string[]) {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const later = rows.map((row) => row.name).filter((name) => !migrations.includes(name))
  if (later.length > 0) {
    throw new Error(
      `The database is ahead of the archive (${later.join(', ')}): restore into a new, empty database.`,
    )
  }
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM public.${quoted(name)} LIMIT 1`)
    if (rowCount) throw new Error(`The table ${name} holds rows: restore into a new, empty database.`)
  }
}

async function emptyTables(client: pg.Client) {
  const names = (await listTables(client)).map(({ name }) => `public.${quoted(name)}`)
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')} CASCADE`)
}

/** Disables triggers and drops foreign keys; returns the statements that undo it. */
async function takeOffGuards(client: pg.Client): Promise<string[]> {
  const keys = await client.query<{ drop: string; add: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`)
  for (const { drop } of keys.rows) await client.query(drop)
  const triggers = await client.query<{ off: string; on: string }>(`
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS off,
           format('ALTER TABLE %s %s TRIGGER %I', tgrelid::regclass,
             CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END, tgname) AS on
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace AND tgparentid = 0`)
  for (const { off } of triggers.rows) await client.query(off)
  return [...triggers.rows.map(({ on }) => on), ...keys.rows.map(({ add }) => add)]
}

async function load(client: pg.Client, lines: AsyncGenerator<Buffer>): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  let table: { name: string; stream: CopyStreamQuery } | undefined
  let tail: ArchiveTail | undefined
  for await (const line of lines) {
    if (table) {
      if (line.length === 2 && line.toString('latin1') === '\\.') {
        table.stream.end()
        await finished(table.stream)
        rows[table.name] = table.stream.rowCount
        table = undefined
      } else if (!table.stream.write(Buffer.concat([line, NEWLINE]))) {
        await Promise.race([once(table.stream, 'drain'), once(table.stream, 'close')])
      }
      continue
    }
    const text = line.toString('utf8')
    const copy = /^COPY public\."((?:[^"]|"")+)" \(.*\) FROM stdin;$/.exec(text)
    if (copy)
      table = { name: copy[1]!.replaceAll('""', '"'), stream: client.query(copyFrom(text.slice(0, -1))) }
    else if (text.startsWith('SELECT setval(')) await client.query(text)
    else if (text.startsWith(TAIL)) tail = JSON.parse(text.slice(TAIL.length)) as ArchiveTail
  }
  if (!tail) throw new Error('The archive was cut short: its last line is missing.')
  for (const [name, count] of Object.entries(tail.rows)) {
    if (rows[name] !== count)
      throw new Error(`The table ${name} should have ${count} rows, the archive gave ${rows[name] ?? 0}.`)
  }
  return rows
}

const NEWLINE = Buffer.from('\n')

/** In COPY's text format a line break inside a value is written `\n`: a line is always a whole row. */
async function* readLines(file: string): AsyncGenerator<Buffer> {
  const unzipped = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => unzipped.destroy(error))
  source.pipe(unzipped)
  let parts: Buffer[] = []
  for await (const chunk of unzipped as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end))
      yield parts.length === 1 ? parts[0]! : Buffer.concat(parts)
      parts = []
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = process.argv[2]
  if (!file) {
    console.error('Name the archive: npm run restore -- .data/backups/….sql.gz')
    process.exit(1)
  }
  const { withDatabase } = await import('./database')
  await withDatabase(async (url) => {
    const rows = await restore(url, file)
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    console.log(`Restored ${Object.keys(rows).length} tables, ${total} rows.`)
  })
}
