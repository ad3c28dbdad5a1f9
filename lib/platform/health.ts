import 'server-only'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import packageJson from '@/package.json'
import { query } from './db'

export type Health = {
  status: 'ok' | 'unavailable'
  database: 'ok' | 'unreachable'
  version: string
  /** `pending` counts this build's migrations that the database lacks; null while it is unreachable. */
  migrations: { applied: number; pending: number } | null
}

const PATIENCE_MS = 3_000
let expected: Promise<string[]> | undefined

/** Whether this instance can serve: its database answers and has every migration of this build. */
export async function readHealth(): Promise<Health> {
  const { version } = packageJson
  try {
    const names = await (expected ??= migrationNames())
    const rows = await withinPatience(
      query<{ name: string }>(
        `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      ),
    )
    const applied = new Set(rows.map((row) => row.name))
    const pending = names.filter((name) => !applied.has(name)).length
    return {
      status: pending === 0 ? 'ok' : 'unavailable',
      database: 'ok',
      version,
      migrations: { applied: applied.size, pending },
    }
  } catch {
    return { status: 'unavailable', database: 'unreachable', version, migrations: null }
  }
}

async function migrationNames(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma/migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

function withinPatience<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS).unref()),
  ])
}
