import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { IndicatorReach } from './queries'

/** Freezes the sets a report is made of, at the first registration. Already frozen sets keep their moment. */
export async function freezeSetsIn(tx: Prisma.TransactionClient, reach: IndicatorReach): Promise<void> {
  await tx.$executeRaw`
    UPDATE indicator_sets SET frozen_at = app_now()
     WHERE frozen_at IS NULL AND emulation_year_id = ${reach.emulationYearId}::uuid
       AND (scope = 'NATIONAL' OR (scope = 'CLUSTER' AND cluster_id = ${reach.clusterId}::uuid)
            OR (scope = 'UNIT' AND unit_id = ${reach.unitId}::uuid))`
}
