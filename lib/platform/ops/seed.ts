import { pathToFileURL } from 'node:url'
import { closeEverything } from '../shutdown'
import { withDatabase } from './database'

type Seed = { seed(options: { demo: boolean }): Promise<void> }

/** Writes the reference data, and with `demo` the demonstration's accounts and figures. Idempotent. */
export async function runSeed(demo: boolean): Promise<void> {
  const { seed } = (await import('@/prisma/seed/main' as string)) as Seed
  await seed({ demo })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await withDatabase(async () => {
    await runSeed(process.env.DEMO === '1')
    await closeEverything()
  })
}
