import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

/** A statement as the database received it. */
export type Statement = { text: string; params: (string | null)[] }

/** Listens to the log of the embedded PostgreSQL while `work` runs: every statement of every connection. */
export async function statementsOf(
  folder: string,
  adminUrl: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const log = path.join(folder, 'server.log')
  await setting(adminUrl, `ALTER SYSTEM SET log_statement = 'all'`)
  const { size } = await stat(log)
  await work()
  await new Promise((resolve) => setTimeout(resolve, 200))
  const file = await open(log)
  const { size: end } = await file.stat()
  const buffer = Buffer.alloc(end - size)
  await file.read(buffer, 0, buffer.length, size)
  await file.close()
  await setting(adminUrl, 'ALTER SYSTEM RESET log_statement')
  return parseLog(buffer.toString('utf8')).filter(({ text }) =>
    /^\s*(select|with|insert|update|delete)\b/i.test(text),
  )
}

async function setting(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(sql)
  await client.query('SELECT pg_reload_conf()')
  await client.end()
  // Connections take the new setting over between two statements.
  await new Promise((resolve) => setTimeout(resolve, 400))
}

function parseLog(text: string): Statement[] {
  const statements: Statement[] = []
  for (const record of text.split(/\n(?=\d{4}-\d\d-\d\d )/)) {
    const executed = /^\S+ \S+ \S+ \[\d+\] LOG: {2}(?:execute [^:]*|statement): ([\s\S]*)$/.exec(record)
    const detail = /^\S+ \S+ \S+ \[\d+\] DETAIL: {2}Parameters: ([\s\S]*)$/i.exec(record)
    if (executed) {
      const sql = executed[1]!.replace(/\n\t/g, '\n').trimEnd()
      if (!/^(SELECT pg_reload_conf)/.test(sql)) statements.push({ text: sql, params: [] })
    } else if (detail && statements.length > 0) {
      statements.at(-1)!.params = parseParams(detail[1]!.replace(/\n\t/g, '\n'))
    }
  }
  return statements
}

function parseParams(text: string): (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  )
}
