import type { Prisma } from '@/prisma/generated/client'
import { belongsTo, followedYears, ownUnits, worksHere, type Standing } from '@/lib/platform/auth/policy'
import { NOMINATION_TRANSITIONS, nominationTransitionOf } from './rules'
import type { NominationAct, NominationCapacity, NominationFacts } from './types'

type Place = Pick<NominationFacts, 'clusterYearId' | 'unitId'>

const has = (list: readonly string[], id: string | null) => id !== null && list.includes(id)

/** Whoever works in the system; a guest sees only what the projector shows. */
export const readsAwards = worksHere

/**
 * What the sources tell, what is under public notice and what has been decided is for everybody who works here; a proposal
 * still being prepared, refused or withdrawn is for its cluster, its unit and those above them.
 */
export function readableNominations(actor: Standing): Prisma.NominationWhereInput {
  if (!readsAwards(actor)) return { id: { in: [] } }
  if (actor.isOffice) return {}
  return {
    OR: [
      { sourceId: { not: null } },
      { namedFrom: { sourceId: { not: null } } },
      { state: { in: ['PUBLIC_NOTICE', 'DECIDED'] } },
      { clusterYearId: { in: followedYears(actor) } },
      { unitId: { in: ownUnits(actor) } },
    ],
  }
}

/** Quotas, award types' base salary, decisions: the emulation office. */
export const canSetAwards = (actor: Standing): boolean => actor.isOffice

/** The head for her cluster, a leader for her own unit, the office for anybody. */
export function canPropose(actor: Standing, place: Place & { yearClosed: boolean }): boolean {
  if (actor.isOffice) return true
  if (place.yearClosed) return false
  return has(actor.headOf, place.clusterYearId) || has(actor.leaderOf, place.unitId)
}

/** Names recipients that a source only counts: the office, and the head while her year is open. */
export const canNameRecipients = (
  actor: Standing,
  facts: Pick<NominationFacts, 'clusterYearId' | 'yearClosed' | 'named'>,
): boolean =>
  !facts.named && (actor.isOffice || (!facts.yearClosed && has(actor.headOf, facts.clusterYearId)))

/** Elected candidates of a ballot are taken over by those who run the cluster's year. */
export const canImportBallot = (
  actor: Standing,
  place: Pick<Place, 'clusterYearId'> & { yearClosed: boolean },
): boolean => actor.isOffice || (!place.yearClosed && has(actor.headOf, place.clusterYearId))

/**
 * In what capacities she may act. Nobody rules on her own unit's nomination: of that she is only its leader; where the unit
 * heads the cluster, the deputy stands in for the head.
 */
export function nominationCapacities(
  actor: Standing,
  facts: Pick<NominationFacts, 'clusterYearId' | 'unitId' | 'unitIsHead' | 'yearClosed' | 'historic'>,
): NominationCapacity[] {
  if (facts.historic) return []
  const own = belongsTo(actor, facts.unitId)
  const found: NominationCapacity[] = []
  if (has(actor.leaderOf, facts.unitId) && !facts.yearClosed) found.push('LEADER')
  if (!own && !facts.yearClosed) {
    if (has(actor.headOf, facts.clusterYearId)) found.push('HEAD')
    if (facts.unitIsHead && has(actor.deputyOf, facts.clusterYearId)) found.push('DEPUTY')
  }
  if (!own && has(actor.centralStaffOf, facts.clusterYearId)) found.push('CENTRAL_STAFF')
  if (!own && has(actor.reviewerOf, facts.clusterYearId)) found.push('REVIEWER')
  if (actor.isOffice) found.push('OFFICE')
  return found
}

/** Whether she may do the act at all, whatever state the nomination is in. */
export function canActOnNomination(actor: Standing, act: NominationAct, facts: NominationFacts): boolean {
  const mine = nominationCapacities(actor, facts)
  return nominationTransitionOf(act).who.some((capacity) => mine.includes(capacity))
}

/** Acts that she may do and the state allows. */
export function availableNominationActs(actor: Standing, facts: NominationFacts): NominationAct[] {
  return NOMINATION_TRANSITIONS.filter(
    ({ act, from }) => from.includes(facts.state) && canActOnNomination(actor, act, facts),
  ).map(({ act }) => act)
}

/** Ticks off the dossier and adds its files: the unit's people, the head, the office. */
export function canKeepDossier(actor: Standing, facts: NominationFacts): boolean {
  if (facts.historic) return false
  if (facts.state !== 'PROPOSED' && facts.state !== 'PUBLIC_NOTICE') return false
  if (actor.isOffice) return true
  if (facts.yearClosed) return false
  return belongsTo(actor, facts.unitId) || has(actor.headOf, facts.clusterYearId)
}

/** During the public notice everybody who works here may object. */
export const canObject = (actor: Standing): boolean => readsAwards(actor) && !actor.isAdmin

/** Objections are read whole by those who deal with the nomination and by the unit itself. */
export const canReadObjections = (actor: Standing, facts: NominationFacts): boolean =>
  nominationCapacities(actor, facts).length > 0 || belongsTo(actor, facts.unitId)

export function canAnswerObjection(actor: Standing, facts: NominationFacts): boolean {
  if (facts.state !== 'PUBLIC_NOTICE') return false
  return nominationCapacities(actor, facts).some((c) => c === 'HEAD' || c === 'DEPUTY' || c === 'OFFICE')
}

/** Stops or releases a recipient, and writes the central remark. */
export function canReviewCentrally(actor: Standing, facts: NominationFacts): boolean {
  if (facts.state === 'DECIDED' || facts.state === 'REFUSED' || facts.state === 'WITHDRAWN') return false
  return nominationCapacities(actor, facts).some(
    (c) => c === 'CENTRAL_STAFF' || c === 'REVIEWER' || c === 'OFFICE',
  )
}
