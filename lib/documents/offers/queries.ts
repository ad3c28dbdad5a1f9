import 'server-only'
import { listBallots } from '@/lib/ballots/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { listHandovers } from '@/lib/handover/queries'
import { listClusterMeetings } from '@/lib/meetings/queries'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { isCollected } from '@/lib/periods/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { databaseNow } from '@/lib/platform/db'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { canDraft } from '../life/policy'
import type { PaperOffer, UnitYearPlace } from '../life/types'
import { factsOf } from '../making/queries'
import { unsentIn } from '../gathering/rules'
import { MAKERS } from '../papers/queries'
import { PAPER_KINDS, PAPERS, type PaperSubject, type SubjectKind } from '../types'

type Subject = { subject: PaperSubject; about: string | null }

/** Papers of a cluster-year that she may draft, by what they are about; empty for a mere reader. */
export async function listClusterOffers(actor: Actor, clusterYear: ClusterYearDto): Promise<PaperOffer[]> {
  const clusterYearId = clusterYear.id
  if (!canDraft(actor, { issuer: 'CLUSTER', clusterYearId, unitId: null, year: null })) return []
  const of = (kind: SubjectKind, id: string, about: string | null): Subject => ({
    subject: { kind, id, clusterYearId, unitId: null, year: null },
    about,
  })
  const now = await databaseNow()
  const begun = clusterYear.periods.filter(
    (period) => isCollected(period) && (period.opensAt === null || new Date(period.opensAt) <= now),
  )
  const [meetings, handovers, completeness] = await Promise.all([
    listClusterMeetings(actor, clusterYearId),
    listHandovers(actor, clusterYearId),
    getCompleteness(
      actor,
      { clusterYearId },
      begun.map(({ id }) => id),
    ),
  ])
  // Where every report is there, nobody is left to be reminded.
  const owing = completeness.filter(({ rows }) => unsentIn(rows).length > 0)
  const ballots = (await Promise.all(meetings.map(({ id }) => listBallots(actor, id)))).flat()
  const subjects: Subject[] = [
    of('cluster_year', clusterYearId, null),
    ...owing.map(({ period: { id, kind } }) =>
      of('cluster_period', id, `Kỳ ${PERIOD_LABELS[kind].toLowerCase()}`),
    ),
    ...meetings.map(({ id, title }) => of('meeting', id, title)),
    ...ballots.map(({ id, title, round }) =>
      of('ballot', id, round > 1 ? `${title} (vòng ${round})` : title),
    ),
    ...handovers
      .filter(({ fromYear }) => fromYear === clusterYear.year)
      .map(({ id, toYear }) => of('handover', id, `Cho năm ${toYear}`)),
  ]
  return offersOf(actor, subjects, 'CLUSTER')
}

/** Papers of a unit in its cluster-year, or in a year without one, that she may draft. */
export function listUnitOffers(actor: Actor, unitId: string, place: UnitYearPlace): PaperOffer[] {
  if (!canDraft(actor, { issuer: 'UNIT', unitId, ...place })) return []
  return offersOf(
    actor,
    [{ subject: { kind: 'unit_year', id: unitId, unitId, ...place }, about: null }],
    'UNIT',
  )
}

function offersOf(actor: Actor, subjects: Subject[], issuer: 'CLUSTER' | 'UNIT'): PaperOffer[] {
  return subjects.flatMap(({ subject, about }) =>
    PAPER_KINDS.filter(
      (kind) => MAKERS[kind] && PAPERS[kind].subject === subject.kind && PAPERS[kind].issuer === issuer,
    ).map((kind) => ({ kind, subject, about, mayDraft: canDraft(actor, factsOf(kind, subject)) })),
  )
}
