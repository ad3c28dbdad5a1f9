import pg from 'pg'
import { migrate } from '@/lib/platform/ops/migrate'
import { cloneDatabase, onConnection, withDatabase } from './postgres'

/**
 * Creates `<prefix>_migrated`, the database as the migrations leave it, and beside it `<prefix>_prepared`, the one that
 * tests clone: marked as a test database, with the rows that migrations write kept aside.
 */
export async function createTemplates(adminUrl: string, prefix: string): Promise<void> {
  const migrated = `${prefix}_migrated`
  await onConnection(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(migrated)} TEMPLATE template0 ENCODING 'UTF8'`),
  )
  await migrate(withDatabase(adminUrl, migrated))
  const url = await cloneDatabase(adminUrl, migrated, `${prefix}_prepared`)
  await onConnection(url, async (client) => {
    await client.query('SELECT platform.mark_test_database()')
    await keepFirstRows(client)
  })
}

/** Emptying the tables between tests takes the migrations' own rows too; from here they are put back. */
async function keepFirstRows(client: pg.Client): Promise<void> {
  await client.query('CREATE SCHEMA test_first_rows')
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  for (const { name } of tables.rows) {
    const table = pg.escapeIdentifier(name)
    const { rows } = await client.query<{ filled: boolean }>(
      `SELECT EXISTS (SELECT FROM public.${table}) AS filled`,
    )
    if (rows[0]?.filled) await client.query(`CREATE TABLE test_first_rows.${table} AS TABLE public.${table}`)
  }
}
