import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, query } from '@/lib/platform/db'
import { isRowId } from '@/lib/platform/fields'
import { canReadBallots, capacitiesOf } from '../policy'
import { loadBallotIn, toBallotIn } from '../queries'
import { attendantsIn } from '../roll/queries'
import { lineFor } from '../roll/rules'
import type { VoterPageDto } from '../types'

/** A ballot as a voter's own page needs it: whether a paper is hers, and whether she received it. Never whether she cast it. */
export async function getVoterPage(actor: Actor, ballotId: string): Promise<VoterPageDto | null> {
  const loaded = await loadBallotIn(prisma, ballotId)
  if (!loaded || !canReadBallots(actor, loaded.meeting)) return null
  const { row, rules, facts } = loaded
  const capacities = capacitiesOf(actor, facts)
  const ballot = await toBallotIn(prisma, loaded, capacities.length > 0)
  const lines = await prisma.ballotVoter.findMany({ where: { ballotId } })
  const people = await attendantsIn(prisma, row.meetingId)
  const found = lineFor(actor.accountId, lines, people, rules)
  const own = found?.line ?? lines.find(({ accountId }) => accountId === actor.accountId)
  return {
    ballot,
    runs: capacities.length > 0,
    accountId: actor.accountId,
    voter: own
      ? {
          label: own.label,
          received: own.issuedKey === row.keyNumber && own.accountId === actor.accountId,
          taken: own.issuedKey === row.keyNumber && own.accountId !== actor.accountId,
        }
      : null,
  }
}

/** The ballot that a delegate's phone should show: the one under way, else the newest whose result stands. */
export async function findBallotOnHand(actor: Actor, meetingId: string): Promise<string | null> {
  if (!isRowId(meetingId)) return null
  const rows = await query<{ id: string }>(
    `select b.id from ballots b where b.meeting_id = $1 and b.state not in ('VOID', 'DRAFT')
      order by (b.state in ('ISSUING', 'ISSUE_CLOSED', 'CASTING', 'COUNTING')) desc,
        (select max(e.id) from ballot_events e where e.ballot_id = b.id) desc nulls last limit 1`,
    [meetingId],
  )
  const loaded = rows[0] ? await loadBallotIn(prisma, rows[0].id) : null
  return loaded && canReadBallots(actor, loaded.meeting) ? loaded.row.id : null
}
