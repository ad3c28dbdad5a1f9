import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startPostgres } from './postgres'

/** Takes what `.env` says; the environment itself goes first. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Runs `act` on DATABASE_URL, or on the embedded server, started for the while if need be. */
export async function withDatabase(act: (url: string) => Promise<void>): Promise<void> {
  loadEnvFile()
  process.env.AUTH_SECRET ||= await localSecret()
  const given = process.env.DATABASE_URL
  if (given) return act(given)
  const server = await startPostgres()
  // Modules that read the environment find the same database.
  process.env.DATABASE_URL = server.url
  try {
    await act(server.url)
  } finally {
    await server.stop()
  }
}

/** The secret of a demonstration or a developer's machine, kept so that a restart signs nobody out. */
export async function localSecret(): Promise<string> {
  const file = path.resolve('.data/auth-secret')
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept.length >= 32) return kept
  const secret = randomBytes(48).toString('base64url')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, secret, { mode: 0o600 })
  return secret
}
