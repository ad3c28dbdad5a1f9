import { startPostgres } from './postgres'

/** Runs `act` on DATABASE_URL, or on the embedded server, started for the while if need be. */
export async function withDatabase(act: (url: string) => Promise<void>): Promise<void> {
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
