import 'server-only'
import { decisionLabel, NOMINATION_STATE_LABELS, prizeLabel, recipientLabel } from '@/lib/awards/labels'
import { getNomination, listNominations } from '@/lib/awards/nominations/queries'
import { listAwards } from '@/lib/awards/queries'
import { takesPlace } from '@/lib/awards/rules'
import { listQuotas } from '@/lib/awards/settings/queries'
import { getBallot } from '@/lib/ballots/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { CalendarDay } from '@/lib/platform/dates'
import { getScoreBoard } from '@/lib/scoring/rubric/queries'
import { printNumber } from '@/lib/platform/numbers/print'
import { holderOf, memberUnion } from '../gathering/rules'
import { clusterName, printed, unionsOf } from '../wording/rules'
import { voteFor } from './rules'
import type { AwardingFacts, ProposedLine } from './types'

/** Proposals and awards of a cluster-year for its papers, with the eyes of the one who asks. */
export async function gatherAwarding(
  actor: Actor,
  clusterYear: ClusterYearDto,
  heldOn: CalendarDay | null,
): Promise<AwardingFacts> {
  const { id, year } = clusterYear
  const [nominations, awards, quotas, board] = await Promise.all([
    listNominations(actor, { clusterYearId: id }),
    listAwards(actor, { clusterYearId: id }),
    listQuotas(actor, id),
    getScoreBoard(actor, id),
  ])
  const standing = nominations.filter(({ state }) => takesPlace(state))
  const proposed = await Promise.all(
    standing.map((nomination) => proposedLine(actor, clusterYear, nomination.id)),
  )
  const head = holderOf(clusterYear, 'HEAD')
  return {
    cluster: clusterName(clusterYear.title),
    year,
    theme: clusterYear.theme,
    members: unionsOf(clusterYear.members),
    memberCount: clusterYear.members.length,
    head: head && memberUnion(clusterYear, head.unit),
    lawOn: heldOn ?? `${year}-12-31`,
    proposed: proposed.flatMap((line) => line ?? []),
    given: awards.map((award) => ({
      type: award.type.name,
      recipient: named(clusterYear, award),
      decision: decisionLabel(award.decision, award.source !== null),
      prize: prizeLabel(award.prize),
      illustrative: award.illustrative,
    })),
    quotas: quotas.flatMap(({ type, quota, used }) =>
      quota === null ? [] : [{ type: type.name, quota, used }],
    ),
    ranking: (board?.rows ?? [])
      .filter(({ result }) => result !== null)
      .map(({ unit, result }) => ({
        rank: result!.rank,
        unit: memberUnion(clusterYear, unit),
        total: printNumber(result!.total),
        className: result!.className ?? '',
      })),
    sources: nominations.flatMap(({ source }) =>
      source ? [{ letter: source.letter, title: source.title }] : [],
    ),
    illustrative: clusterYear.illustrative || standing.some(({ illustrative }) => illustrative),
  }
}

type Recipient = Parameters<typeof recipientLabel>[0] & { unit: { id: string; name: string } | null }

/** Who is proposed or rewarded: a member under its union's full name. */
export const named = (clusterYear: Pick<ClusterYearDto, 'members'>, award: Recipient): string =>
  award.recipientKind === 'UNIT' && award.unit ? memberUnion(clusterYear, award.unit) : recipientLabel(award)

async function proposedLine(
  actor: Actor,
  clusterYear: ClusterYearDto,
  nominationId: string,
): Promise<ProposedLine | null> {
  const nomination = await getNomination(actor, nominationId)
  if (!nomination) return null
  const ballot = nomination.ballotId ? await getBallot(actor, nomination.ballotId) : null
  return {
    type: nomination.type.name,
    issuer: nomination.type.issuer,
    isFlag: nomination.type.isFlag,
    recipientKind: nomination.recipientKind,
    recipient: named(clusterYear, nomination),
    achievement: printed(nomination.achievement),
    vote: voteFor(ballot, nomination.unit?.id ?? null),
    state: NOMINATION_STATE_LABELS[nomination.state],
    illustrative: nomination.illustrative,
    historic: nomination.source !== null,
  }
}
