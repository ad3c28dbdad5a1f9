import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore, storedDay } from '@/lib/platform/dates'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { runsClusterYear } from '../policy'
import { clusterYearFactsIn } from '../queries'
import type { ClusterPaperInput } from './schema'

/** Keeps a paper of the cluster-year (quy chế, kế hoạch …) beside its pledge, or mends one. */
export function saveClusterPaper(
  actor: Actor,
  { clusterYearId, paperId, version, ...input }: ClusterPaperInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveClusterPaper', key, async (tx) => {
    const facts = await clusterYearFactsIn(tx, clusterYearId)
    if (!facts) return fail('not_found')
    if (!runsClusterYear(actor, facts)) return fail('forbidden')
    if (facts.closed) return fail('locked', 'Năm này đã khép, văn bản không thay đổi nữa.')
    if (paperId) await tx.$queryRaw`SELECT id FROM cluster_papers WHERE id = ${paperId}::uuid FOR UPDATE`
    const earlier = paperId
      ? await tx.clusterPaper.findFirst({ where: { id: paperId, clusterYearId } })
      : null
    if (paperId && !earlier) return fail('not_found')
    if (earlier && earlier.version !== version) return fail('conflict')
    const data = {
      kind: input.kind,
      title: input.title,
      number: input.number || null,
      issuedOn: dayToStore(input.issuedOn),
      text: input.text,
    }
    const saved = earlier
      ? await tx.clusterPaper.update({
          where: { id: earlier.id },
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.clusterPaper.create({ data: { ...data, clusterYearId } })
    await recordAuditIn(tx, actor, {
      action: 'saveClusterPaper',
      entity: 'cluster_paper',
      entityId: saved.id,
      clusterYearId,
      before: earlier && {
        kind: earlier.kind,
        title: earlier.title,
        number: earlier.number,
        issuedOn: storedDay(earlier.issuedOn),
        text: earlier.text,
      },
      after: { ...data, issuedOn: input.issuedOn },
    })
    return ok({ id: saved.id })
  })
}
