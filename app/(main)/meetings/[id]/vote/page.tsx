import { redirect } from 'next/navigation'
import { findBallotOnHand } from '@/lib/ballots/voter/queries'
import { requireActor } from '@/lib/platform/auth/current'

/** One address for delegates' phones: leads to the ballot under way, else to the list. */
export default async function VotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}/vote`)
  const ballotId = await findBallotOnHand(actor, id)
  redirect(ballotId ? `/ballots/${ballotId}` : `/meetings/${id}/ballots`)
}
