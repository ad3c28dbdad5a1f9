import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { canCount } from '../policy'
import { loadBallotIn, type LoadedBallot } from '../queries'
import { attendantsIn } from '../roll/queries'
import { lineFor } from '../roll/rules'
import type { BallotDuty, BallotDutyKind } from '../types'

/** Ballots under way in meetings she sits in: a paper to receive, one to cast, a count to enter or confirm. */
export async function listBallotDuties(actor: Actor): Promise<BallotDuty[]> {
  const under = await prisma.ballot.findMany({
    where: {
      state: { in: ['ISSUING', 'CASTING', 'COUNTING'] },
      meeting: {
        state: 'OPEN',
        delegates: { some: { accountId: actor.accountId, removedAt: null, role: { not: 'GUEST' } } },
      },
    },
    select: { id: true },
  })
  const duties: BallotDuty[] = []
  for (const { id } of under) {
    const loaded = await loadBallotIn(prisma, id)
    const kind = loaded && (await kindFor(actor, loaded))
    if (!kind) continue
    const { title, round, meetingId, meeting, illustrative } = loaded.row
    duties.push({ kind, ballotId: id, title, round, meetingId, meetingTitle: meeting.title, illustrative })
  }
  return duties
}

async function kindFor(actor: Actor, { row, rules, facts }: LoadedBallot): Promise<BallotDutyKind | null> {
  if (row.state === 'COUNTING') {
    if (!canCount(actor, facts)) return null
    if (row.method === 'SECRET_ELECTRONIC') return 'COUNT'
    const pending = await prisma.paperCount.findFirst({
      where: { ballotId: row.id, confirmedAt: null, rejectedAt: null },
      orderBy: { enteredAt: 'desc' },
    })
    if (!pending) return 'COUNT'
    return pending.enteredById === actor.accountId ? null : 'CONFIRM'
  }
  if (row.method !== 'SECRET_ELECTRONIC') return null
  const lines = await prisma.ballotVoter.findMany({ where: { ballotId: row.id } })
  const line = lineFor(actor.accountId, lines, await attendantsIn(prisma, row.meetingId), rules)?.line
  if (!line) return null
  const received = line.issuedKey === row.keyNumber
  if (row.state === 'ISSUING') return received ? null : 'RECEIVE'
  // Whether she has cast it nobody knows but her own device.
  return received && line.accountId === actor.accountId ? 'CAST' : null
}
