import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { canAppraise, canReadAppraisal } from '../policy'
import { idSchema } from '../schema'
import type { AppraisalDto } from '../types'
import { reportFactsIn } from '../workflow/queries'

/** How far the appraisal of a report is, for the central union's people; null for everybody else. */
export async function getAppraisal(actor: Actor, reportId: string): Promise<AppraisalDto | null> {
  const facts = idSchema.safeParse(reportId).success ? await reportFactsIn(prisma, reportId) : null
  if (!facts || !canReadAppraisal(actor, facts)) return null
  const report = await prisma.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { dataVersion: true, appraisals: { orderBy: { id: 'desc' }, take: 1 } },
  })
  const [last] = report.appraisals
  const by = last && (await prisma.account.findUnique({ where: { id: last.byId }, select: { name: true } }))
  const current = last?.dataVersion === report.dataVersion
  return {
    last: last ? { by: by?.name ?? null, at: last.at.toISOString(), note: last.note, current } : null,
    mayAppraise: canAppraise(actor, facts) && facts.state === 'CHECKED' && !facts.periodLocked && !current,
  }
}
