import 'server-only'
import { listFilesIn } from '@/lib/evidence/queries'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { readableReports } from '../policy'
import { idSchema } from '../schema'

/** Every proof file of a report; none when the report is not hers to read. */
export async function listReportEvidence(actor: Actor, reportId: string): Promise<EvidenceDto[]> {
  if (!idSchema.safeParse(reportId).success) return []
  const readable = await prisma.report.findFirst({
    where: { AND: [{ id: reportId }, readableReports(actor)] },
    select: { id: true },
  })
  return readable ? listFilesIn(prisma, { reportId }) : []
}
