import { pathToFileURL } from 'node:url'
import { closeEverything } from '../shutdown'
import { withDatabase } from './database'

/** Writes the reference data, and with `demo` the demonstration's accounts and figures. Idempotent. */
export async function runSeed(demo: boolean): Promise<void> {
  // Loaded late: the seeds read the environment, which the caller sets first.
  const { seed } = await import('@/prisma/seed/main')
  await seed({ demo })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await withDatabase(async () => {
    await runSeed(process.env.DEMO === '1')
    await closeEverything()
  })
}
