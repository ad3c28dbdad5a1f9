import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { capacitiesOf, canReadBallots } from '../policy'
import { loadBallotIn } from '../queries'
import { isResultOpen } from '../rules'
import { receiptFor } from '../signing/queries'
import type { PublishedPapers } from '../types'

/**
 * The papers of an electronic ballot, for anyone to look for her receipt and to count again: by the committee once counted,
 * by everyone once announced. Null before, and for who may not see the ballot.
 */
export async function readPublishedPapers(actor: Actor, ballotId: string): Promise<PublishedPapers | null> {
  const loaded = await loadBallotIn(prisma, ballotId)
  if (!loaded || !canReadBallots(actor, loaded.meeting)) return null
  const { row, facts } = loaded
  const open = isResultOpen(row.state, capacitiesOf(actor, facts).length > 0)
  if (row.method !== 'SECRET_ELECTRONIC' || !open) return null
  const stored = await prisma.ballotPapers.findUnique({ where: { ballotId } })
  return {
    ballotId,
    title: row.title,
    publicKey: row.publicKey,
    choose: row.choose,
    candidates: row.candidates.map(({ id, label, position }) => ({ id, label, position })),
    papers: (stored?.papers ?? []).map((paper) => ({
      paper: Buffer.from(paper).toString('base64'),
      receipt: receiptFor(paper),
    })),
  }
}
