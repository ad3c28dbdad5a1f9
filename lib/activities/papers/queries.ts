import 'server-only'
import { citationOf } from '@/lib/clusters/rules'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { worksHere } from '@/lib/platform/auth/policy'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { runsClusterYear } from '../policy'
import { clusterYearFactsIn } from '../queries'
import { CLUSTER_PAPER_KINDS, type ClusterPaperDto, type ClusterPaperKind } from './types'

/** Papers of a cluster-year with their files, regulation first. Open to everyone who works in the system. */
export async function listClusterPapers(actor: Actor, clusterYearId: string): Promise<ClusterPaperDto[]> {
  if (!worksHere(actor)) return []
  const papers = await prisma.clusterPaper.findMany({
    where: { clusterYearId },
    include: { source: true },
    orderBy: [{ issuedOn: 'asc' }, { title: 'asc' }],
  })
  if (papers.length === 0) return []
  const ids = papers.map(({ id }) => id)
  const owners = await prisma.evidenceFile.findMany({
    where: { ownerKind: 'cluster_paper', ownerId: { in: ids } },
    select: { id: true, ownerId: true },
  })
  const ownerOf = new Map(owners.map(({ id, ownerId }) => [id, ownerId]))
  const files = await listFilesIn(prisma, { ownerKind: 'cluster_paper', ownerId: { in: ids } })
  return papers
    .map(({ id, kind, title, number, issuedOn, text, source, version }) => ({
      id,
      kind: kind as ClusterPaperKind,
      title,
      number,
      issuedOn: storedDay(issuedOn),
      text,
      source: citationOf(source),
      version,
      files: files.filter((file) => ownerOf.get(file.id) === id),
    }))
    .sort((a, b) => CLUSTER_PAPER_KINDS.indexOf(a.kind) - CLUSTER_PAPER_KINDS.indexOf(b.kind))
}

export const paperFiles: FileKeeper = {
  async mayChangeIn(tx, actor, paperId) {
    const paper = await tx.clusterPaper.findUnique({ where: { id: paperId } })
    const facts = paper && (await clusterYearFactsIn(tx, paper.clusterYearId))
    if (!paper || !facts) return fail('not_found')
    if (!runsClusterYear(actor, facts)) return fail('forbidden')
    if (facts.closed) return fail('locked', 'Năm này đã khép, tệp không thay đổi nữa.')
    return ok({ unitId: null, clusterYearId: facts.id })
  },
  async mayReadIn(tx, actor, paperId) {
    return worksHere(actor) && (await tx.clusterPaper.count({ where: { id: paperId } })) > 0
  },
}
