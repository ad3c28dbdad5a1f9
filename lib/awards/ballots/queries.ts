import 'server-only'
import { electedIn } from '@/lib/ballots/queries'
import type { BallotMethod, BallotPurpose } from '@/lib/ballots/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { readsAwards } from '../policy'
import type { BallotToImport } from '../types'

/** Announced ballots of a cluster-year's meetings for these purposes, with whom they elected. */
export async function listAnnouncedBallots(
  actor: Actor,
  clusterYearId: string,
  purposes: readonly BallotPurpose[],
): Promise<(BallotToImport & { purpose: BallotPurpose; method: BallotMethod })[]> {
  if (!readsAwards(actor)) return []
  const rows = await prisma.ballot.findMany({
    where: {
      purpose: { in: [...purposes] },
      state: { in: ['ANNOUNCED', 'SEALED'] },
      meeting: { OR: [{ clusterYearId }, { alsoFor: { some: { clusterYearId } } }] },
    },
    select: { id: true, title: true, purpose: true, method: true },
    orderBy: [{ title: 'asc' }, { round: 'asc' }],
  })
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      isFlag: row.purpose === 'FLAG',
      elected: await electedIn(prisma, row.id),
    })),
  )
}
