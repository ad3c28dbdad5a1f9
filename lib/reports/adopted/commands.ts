import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { refreshProjectionsIn } from '../commands'
import { toColumns } from '../figures/rules'

export type AdoptedReport = {
  unitId: string
  periodId: string
  clusterYearId: string | null
  source: { id: string; title: string }
  figures: { indicatorId: string; raw: string; value: FigureValue; note: string }[]
}

/**
 * Figures of the past as reports that are closed from the start and name their source. A figure that is there already
 * stays. The caller has asked its policy, and refused units that report in the app.
 */
export async function adoptReportsIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reports: readonly AdoptedReport[],
): Promise<number> {
  const touched: string[] = []
  let added = 0
  for (const { unitId, periodId, clusterYearId, source, figures } of reports) {
    const report = await tx.report.upsert({
      where: { unitId_periodId: { unitId, periodId } },
      create: {
        unitId,
        periodId,
        clusterYearId,
        sourceId: source.id,
        state: 'LOCKED',
        events: {
          create: { from: null, to: 'LOCKED', byId: actor.accountId, capacity: 'SYSTEM', dataVersion: 0 },
        },
      },
      update: {},
    })
    // A report that an earlier file began cites that one: its later figures name theirs.
    const from = report.sourceId === source.id ? '' : `, ${source.title}`
    const { count } = await tx.figure.createMany({
      data: figures.map(({ indicatorId, raw, value, note }) => ({
        ...toColumns(value),
        reportId: report.id,
        indicatorId,
        measure: 'MAIN' as const,
        raw,
        note: note + from,
        updatedById: actor.accountId,
      })),
      skipDuplicates: true,
    })
    added += count
    touched.push(report.id)
  }
  await refreshProjectionsIn(tx, touched)
  return added
}
