import pg from 'pg'

/** What the first line of an archive says about it. */
export type ArchiveHead = {
  format: 1
  product: string
  version: string
  takenAt: string
  migrations: string[]
}
/** What its last line says: without it the archive was cut short. */
export type ArchiveTail = { rows: Record<string, number> }

export const HEAD = '-- cum-thi-dua backup '
export const TAIL = '-- cum-thi-dua complete '

export type Table = { name: string; columns: string[] }

/** Tables of the product with the columns that can be written, in the order of their names. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`)
  return rows
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map((row) => row.name)
}

export const quoted = (name: string) => pg.escapeIdentifier(name)
