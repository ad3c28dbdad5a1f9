import { prisma } from '@/lib/platform/db'
import { seedAwards, seedAwardTypes } from './awards'
import { seedDemo } from './demo'
import { seedHistory } from './history'
import { seedReference } from './reference'
import { seedDemoTerm, seedNationalTerms } from './terms'

/** Any fixed number does: it names the lock that keeps two instances from seeding at once. */
const LOCK = 7_020_250_702n

/**
 * Fills the database with what it starts from. Reference data always; with `demo` also the documents' history, an
 * illustrative open year and demo accounts. Running it again writes only what is missing and changes nothing.
 */
export async function seed({ demo }: { demo: boolean }): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      const reference = await seedReference(tx)
      const awardTypes = await seedAwardTypes(tx)
      await seedNationalTerms(tx, reference)
      if (!demo) return
      await seedHistory(tx, reference)
      await seedDemo(tx, reference)
      await seedAwards(tx, reference, awardTypes)
      await seedDemoTerm(tx, reference)
    },
    { maxWait: 60_000, timeout: 120_000 },
  )
}
