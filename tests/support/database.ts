import pg from 'pg'

/** The product's own client, for what a test arranges; tests import it from nowhere else. */
export { databaseNow, prisma, query, transaction } from '@/lib/platform/db'

let keep = false
let shared: pg.Pool | undefined
type Tables = { public: string[]; firstRows: string[] }
let tables: Tables | undefined

/** The database of this worker. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('Only integration tests have a database')
  return url
}

function pool(): pg.Pool {
  if (!shared) {
    // Workers of a parallel plan take longer to start than all tables of a test take to read.
    const options = '-c max_parallel_workers_per_gather=0'
    shared = new pg.Pool({ connectionString: databaseUrl(), max: 4, options })
    shared.on('error', () => undefined)
  }
  return shared
}

/** Rows of one statement, past the product: for arranging and for looking at what it left behind. */
export async function sql<Row extends pg.QueryResultRow = Record<string, unknown>>(
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  return (await pool().query<Row>(text, params)).rows
}

/** How many rows `table` has, all or those that meet `where`. */
export async function countRows(table: string, where = 'true', params: unknown[] = []): Promise<number> {
  const [row] = await sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${pg.escapeIdentifier(table)} WHERE ${where}`,
    params,
  )
  return row?.n ?? 0
}

/**
 * Keeps rows from test to test of the calling file, for files that arrange once in `beforeAll` and only read. Call it
 * at the top of the file; the database is emptied before the next file.
 */
export function keepRowsBetweenTests(): void {
  keep = true
}

export function keepsRows(): boolean {
  return keep
}

async function listTables(): Promise<Tables> {
  const rows = await sql<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
      WHERE schemaname IN ('public', 'test_first_rows') AND tablename <> '_prisma_migrations' ORDER BY 1, 2`,
  )
  const of = (schema: string) => rows.filter((row) => row.schema === schema).map((row) => row.name)
  return { public: of('public'), firstRows: of('test_first_rows') }
}

/** One statement over every table, planned once for a connection. */
async function ofEveryTable<Row extends pg.QueryResultRow>(
  name: string,
  select: (literal: string, table: string) => string,
  except: readonly string[] = [],
): Promise<Row[]> {
  const { public: all } = (tables ??= await listTables())
  const wanted = all.filter((table) => !except.includes(table))
  if (wanted.length === 0) return []
  const text = wanted
    .map((table) => select(pg.escapeLiteral(table), `public.${pg.escapeIdentifier(table)}`))
    .join(' UNION ALL ')
  const { rows } = await pool().query<Row>(except.length === 0 ? { name, text } : { text })
  return rows
}

/** Runs `work` past triggers and foreign keys: rows guarded against change go too. */
async function unguarded(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool().connect()
  try {
    // A forgotten transaction is named, not waited for.
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; SET LOCAL lock_timeout = '10s'`)
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** Empties every table, puts back what the migrations wrote, and lets the clock run again. */
export async function resetDatabase(): Promise<void> {
  const filled = await ofEveryTable<{ name: string; long: boolean }>(
    'filled',
    (name, table) =>
      `SELECT ${name} AS name, EXISTS (SELECT FROM ${table} OFFSET 2000) AS long WHERE EXISTS (SELECT FROM ${table})`,
  )
  const names = filled.map(({ name }) => `public.${pg.escapeIdentifier(name)}`)
  await unguarded(async (client) => {
    // Truncating makes new files of a table, its indexes and all that refer to it: far slower than deleting a few rows.
    if (filled.some(({ long }) => long))
      await client.query(`TRUNCATE ${names.join(', ')} RESTART IDENTITY CASCADE`)
    else if (names.length > 0) {
      await client.query(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`)
      await client.query(names.map((name) => `DELETE FROM ${name}`).join('; '))
      await client.query(
        `SELECT setval(s.seqrelid::regclass, s.seqstart, false)
           FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid WHERE c.relnamespace = 'public'::regnamespace`,
      )
    }
    for (const name of tables?.firstRows ?? []) {
      const table = pg.escapeIdentifier(name)
      await client.query(`INSERT INTO public.${table} OVERRIDING SYSTEM VALUE TABLE test_first_rows.${table}`)
    }
    await client.query(`UPDATE platform.test_clock SET shift = interval '0' WHERE shift <> interval '0'`)
  })
}

/** Makes `app_now()` say `moment` from now on (and run on from there), until the test ends. */
export async function setNow(moment: Date | string): Promise<void> {
  await sql('SELECT platform.set_test_clock($1)', [moment instanceof Date ? moment.toISOString() : moment])
}

/** Lets time pass for `app_now()`, e.g. '3 days'. */
export async function passTime(interval: string): Promise<void> {
  await sql('UPDATE platform.test_clock SET shift = shift + $1::interval', [interval])
}

/** The rows of every table that has any, each as PostgreSQL writes it as text. */
export type Rows = ReadonlyMap<string, readonly string[]>

/** Reads all rows, for `putBack`. */
export async function readRows(): Promise<Rows> {
  const found = await ofEveryTable<{ name: string; rows: string[] }>(
    'rows',
    (name, table) => `SELECT ${name} AS name, array_agg(t::text) AS rows FROM ${table} t HAVING count(*) > 0`,
  )
  return new Map(found.map(({ name, rows }) => [name, rows]))
}

/** Makes the named tables what they were when `rows` were read; sequences run on. Much quicker than arranging anew. */
export async function putBack(rows: Rows, names: readonly string[]): Promise<void> {
  await unguarded(async (client) => {
    for (const name of names) {
      const table = `public.${pg.escapeIdentifier(name)}`
      await client.query(`DELETE FROM ${table}`)
      await client.query(
        `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM unnest($1::text[]::${table}[])`,
        [rows.get(name) ?? []],
      )
    }
  })
}

/**
 * One number a table for everything in it: equal before and after means that nothing was written.
 * Tables in `except` are left out.
 */
export async function tableChecksums(except: string[] = []): Promise<Record<string, string>> {
  const rows = await ofEveryTable<{ name: string; sum: string }>(
    'checksums',
    (name, table) =>
      `SELECT ${name} AS name,
              count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS sum FROM ${table} t`,
    except,
  )
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

export async function closeDatabase(): Promise<void> {
  await shared?.end()
  shared = undefined
}

/** How many prepared statements are sent while `act` runs: the product prepares all of its own, these tests none. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const { prototype } = pg.Client
  const query = prototype.query
  let count = 0
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    if ((args[0] as Partial<pg.QueryConfig>).name) count += 1
    return Reflect.apply(query, this, args) as unknown
  } as typeof query
  try {
    await act()
  } finally {
    prototype.query = query
  }
  return count
}
