import pg from 'pg'
import { onConnection } from './postgres'

/** The product's own client, for what a test arranges; tests import it from nowhere else. */
export { databaseNow, pool as productPool, prisma, query, transaction } from '@/lib/platform/db'

let keep = false
let shared: pg.Pool | undefined
let tables: { public: string[]; firstRows: string[] } | undefined

/** The database of this worker. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('Only integration tests have a database')
  return url
}

function pool(): pg.Pool {
  if (!shared) {
    shared = new pg.Pool({ connectionString: databaseUrl(), max: 4 })
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

async function listTables(client: pg.Client) {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
      WHERE schemaname IN ('public', 'test_first_rows') AND tablename <> '_prisma_migrations' ORDER BY 1, 2`,
  )
  const of = (schema: string) => rows.filter((row) => row.schema === schema).map((row) => row.name)
  return { public: of('public'), firstRows: of('test_first_rows') }
}

/** Empties every table, puts back what the migrations wrote, and lets the clock run again. */
export async function resetDatabase(): Promise<void> {
  await onConnection(databaseUrl(), async (client) => {
    const { public: all, firstRows } = (tables ??= await listTables(client))
    // Rows guarded against change by a trigger go too; a forgotten transaction is named, not waited for.
    await client.query(`SET session_replication_role = replica; SET lock_timeout = '10s'`)
    const filled = await client.query<{ name: string }>(
      all
        .map(
          (name) =>
            `SELECT ${pg.escapeLiteral(name)} AS name WHERE EXISTS (SELECT FROM public.${pg.escapeIdentifier(name)})`,
        )
        .join(' UNION ALL ') || 'SELECT NULL AS name WHERE false',
    )
    const names = filled.rows.map(({ name }) => `public.${pg.escapeIdentifier(name)}`)
    if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')} RESTART IDENTITY CASCADE`)
    for (const name of firstRows) {
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

/**
 * One number a table for everything in it: equal before and after means that nothing was written.
 * Tables in `except` are left out.
 */
export async function tableChecksums(except: string[] = []): Promise<Record<string, string>> {
  const { public: all } = (tables ??= await onConnection(databaseUrl(), listTables))
  const wanted = all.filter((name) => !except.includes(name))
  if (wanted.length === 0) return {}
  const rows = await sql<{ name: string; sum: string }>(
    wanted
      .map(
        (name) =>
          `SELECT ${pg.escapeLiteral(name)} AS name,
                  count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS sum
             FROM public.${pg.escapeIdentifier(name)} t`,
      )
      .join(' UNION ALL '),
  )
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

export async function closeDatabase(): Promise<void> {
  await shared?.end()
  shared = undefined
}

/** How many statements the product sends through its own pool while `act` runs. Prisma's are not among them. */
export async function countStatements(act: () => Promise<unknown>): Promise<number> {
  const { pool: own } = await import('@/lib/platform/db')
  const query = own.query.bind(own)
  let count = 0
  own.query = ((...args: Parameters<typeof query>) => {
    count += 1
    return query(...args)
  }) as typeof own.query
  try {
    await act()
  } finally {
    own.query = query
  }
  return count
}
