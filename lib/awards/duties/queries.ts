import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { databaseToday, prisma } from '@/lib/platform/db'
import {
  availableNominationActs,
  canAnswerObjection,
  canKeepDossier,
  nominationCapacities,
  readableNominations,
} from '../policy'
import { NOMINATION, toFacts, toListItem } from '../nominations/queries'
import { obstaclesOf } from '../rules'
import type { AwardDuty, AwardDutyKind, NominationFacts } from '../types'

/** What nominations under way ask of her: dossiers to complete, objections to answer, reviews and decisions. */
export async function listAwardDuties(actor: Actor): Promise<AwardDuty[]> {
  const rows = await prisma.nomination.findMany({
    where: {
      AND: [
        readableNominations(actor),
        { sourceId: null, state: { in: ['PROPOSED', 'PUBLIC_NOTICE', 'CENTRAL_REVIEW'] } },
      ],
    },
    include: NOMINATION,
    orderBy: [{ year: 'desc' }, { awardType: { position: 'asc' } }, { id: 'asc' }],
    take: 300,
  })
  const today = await databaseToday()
  return rows.flatMap((row) => {
    const facts = toFacts(row, today)
    const kind = facts.named ? kindFor(actor, facts, row.centralNote !== null, today) : null
    return kind ? [{ kind, nomination: toListItem(row), openObjections: facts.openObjections }] : []
  })
}

function kindFor(actor: Actor, facts: NominationFacts, noted: boolean, today: string): AwardDutyKind | null {
  const mine = nominationCapacities(actor, facts)
  // The office can do all of it everywhere; its duty is what nobody else does.
  const leads = mine.some((c) => c === 'HEAD' || c === 'DEPUTY') || facts.clusterYearId === null
  const acts = availableNominationActs(actor, facts)
  switch (facts.state) {
    case 'PROPOSED':
      if (facts.missing.length > 0) return !actor.isOffice && canKeepDossier(actor, facts) ? 'DOSSIER' : null
      return leads && acts.includes('OPEN_NOTICE') && !facts.blocked ? 'OPEN_NOTICE' : null
    case 'PUBLIC_NOTICE':
      if (facts.openObjections > 0) return leads && canAnswerObjection(actor, facts) ? 'OBJECTION' : null
      if (facts.missing.length > 0) return !actor.isOffice && canKeepDossier(actor, facts) ? 'DOSSIER' : null
      return leads &&
        acts.includes('SEND_TO_CENTRAL') &&
        obstaclesOf('SEND_TO_CENTRAL', facts, today).length === 0
        ? 'SEND'
        : null
    case 'CENTRAL_REVIEW':
      if (acts.includes('DECIDE')) return facts.blocked ? null : 'DECIDE'
      return !noted && mine.some((c) => c === 'CENTRAL_STAFF' || c === 'REVIEWER') ? 'REVIEW' : null
    case 'DECIDED':
    case 'REFUSED':
    case 'WITHDRAWN':
      return null
  }
}
