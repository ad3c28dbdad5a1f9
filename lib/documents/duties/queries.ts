import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { placeOf } from '../life/queries'
import { signingRole } from '../life/rules'
import type { PaperDuty, Signatory } from '../life/types'
import { PAPER_KINDS, PAPERS, type PaperKind } from '../types'

const CLUSTER_KINDS = PAPER_KINDS.filter((kind) => PAPERS[kind].issuer === 'CLUSTER')

/**
 * Papers handed over for signature that wait for her: a province's for its leaders, a cluster's for its head, or for the
 * deputy where she signs. The longest waiting first.
 */
export async function listPapersToSign(actor: Actor): Promise<PaperDuty[]> {
  const { leaderOf, headOf, deputyOf } = actor
  const hers: Prisma.OfficialDocumentWhereInput[] = [
    { kind: { notIn: CLUSTER_KINDS }, unitId: { in: [...leaderOf] } },
    { kind: { in: CLUSTER_KINDS }, clusterYearId: { in: [...headOf, ...deputyOf] } },
  ]
  const rows = await prisma.officialDocument.findMany({
    where: { state: 'PRESENTED', OR: hers },
    omit: { texts: true },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: 100,
  })
  const waiting = rows.filter(({ kind, clusterYearId, signatory }) => {
    if (!CLUSTER_KINDS.includes(kind as PaperKind)) return true
    const signs = signingRole(signatory as Signatory) === 'HEAD' ? headOf : deputyOf
    return clusterYearId !== null && signs.includes(clusterYearId)
  })
  return Promise.all(
    waiting.map(async (row) => ({
      id: row.id,
      kind: row.kind as PaperKind,
      place: (await placeOf(actor, row)).label,
      presentedAt: row.updatedAt.toISOString(),
    })),
  )
}
