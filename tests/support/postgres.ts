import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startPostgres } from '@/lib/platform/ops/postgres'

export type TestServer = { adminUrl: string; stop: () => Promise<void> }

/**
 * A PostgreSQL for one test run: the server behind TEST_DATABASE_URL (its user must be allowed to create databases),
 * or the embedded one on throw-away data, quick because it promises nothing about power cuts.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, stop: () => Promise.resolve() }
  const folder = await mkdtemp(path.join(tmpdir(), 'thidua-test-'))
  const server = await startPostgres({ folder, port: 0, fast: true })
  return {
    adminUrl: server.urlOf('postgres'),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}

/** Runs `work` on a connection of its own and closes it. */
export async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Copies a template database; nobody may be connected to the template. */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<string> {
  const [from, to] = [template, name].map((part) => pg.escapeIdentifier(part))
  await onConnection(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY FILE_COPY`),
  )
  return withDatabase(adminUrl, name)
}

/** Removes a database and whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await onConnection(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  )
}
