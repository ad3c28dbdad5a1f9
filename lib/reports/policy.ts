import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, followedYears, ownUnits, worksHere, type Standing } from '@/lib/platform/auth/policy'
import { capacitiesFor, TRANSITIONS } from './rules'
import type { Capacity, ReportAct, ReportFacts, ReportState } from './types'

type Who = Standing & Pick<Actor, 'confirmedOnly'>

/** States in which a report is known above its own unit ("sent and later"). */
const SENT_AND_LATER = [
  'SENT',
  'CHECKED',
  'ADDITIONS_REQUESTED',
  'CONFIRMED',
  'LOCKED',
] as const satisfies readonly ReportState[]

const CONFIRMED_STATES = ['CONFIRMED', 'LOCKED'] as const satisfies readonly ReportState[]
const EDITABLE: readonly ReportState[] = ['DRAFT', 'ADDITIONS_REQUESTED']

const has = (list: readonly string[], id: string | null) => id !== null && list.includes(id)

/** Units whose drafts she reads. */
const draftUnits = (actor: Who) => (actor.confirmedOnly ? [] : ownUnits(actor))

/** Cluster-years whose sent reports she reads. */
const sentYears = (actor: Who) => (actor.confirmedOnly ? [] : followedYears(actor))

/** The office reads sent reports everywhere. */
export const readsAllSent = (actor: Who) => actor.isOffice && !actor.confirmedOnly

const readsConfirmed = worksHere

const isSent = (facts: Pick<ReportFacts, 'state' | 'sentBefore'>) =>
  facts.sentBefore || (SENT_AND_LATER as readonly ReportState[]).includes(facts.state)

/** "Who reads what" of the product. */
export function canRead(
  actor: Who,
  facts: Pick<ReportFacts, 'unitId' | 'clusterYearId' | 'state' | 'sentBefore'>,
): boolean {
  if (has(draftUnits(actor), facts.unitId)) return true
  if ((CONFIRMED_STATES as readonly ReportState[]).includes(facts.state)) return readsConfirmed(actor)
  return isSent(facts) && (readsAllSent(actor) || has(sentYears(actor), facts.clusterYearId))
}

/** `canRead` as a filter of Prisma. */
export function readableReports(actor: Who): Prisma.ReportWhereInput {
  const sent: Prisma.ReportWhereInput = {
    OR: [{ state: { in: [...SENT_AND_LATER] } }, { firstSentAt: { not: null } }],
  }
  return {
    OR: [
      { unitId: { in: draftUnits(actor) } },
      ...(readsConfirmed(actor) ? [{ state: { in: [...CONFIRMED_STATES] } }] : []),
      readsAllSent(actor) ? sent : { AND: [{ clusterYearId: { in: sentYears(actor) } }, sent] },
    ],
  }
}

/**
 * `canRead` as SQL over the reports table `alias`, with four parameters from `$first` on. The text depends on nothing
 * else, so the statement stays prepared whoever asks.
 */
export function readableReportsSql(
  actor: Who,
  alias: string,
  first: number,
): { sql: string; params: unknown[] } {
  const p = (offset: number) => `$${first + offset}`
  return {
    sql: `(${alias}.unit_id = ANY(${p(0)}::uuid[])
      OR (${p(2)}::boolean AND ${alias}.state IN ('CONFIRMED', 'LOCKED'))
      OR ((${p(3)}::boolean OR ${alias}.cluster_year_id = ANY(${p(1)}::uuid[]))
          AND (${alias}.first_sent_at IS NOT NULL
               OR ${alias}.state IN ('SENT', 'CHECKED', 'ADDITIONS_REQUESTED', 'CONFIRMED', 'LOCKED'))))`,
    params: [draftUnits(actor), sentYears(actor), readsConfirmed(actor), readsAllSent(actor)],
  }
}

/**
 * In what capacities she may act on a report. Of her own unit's report she is only officer or leader: nobody checks,
 * appraises or confirms her own figures.
 */
export function capacitiesOf(actor: Who, facts: Pick<ReportFacts, 'unitId' | 'clusterYearId'>): Capacity[] {
  const own: Capacity[] = []
  if (actor.staffOf.includes(facts.unitId)) own.push('OFFICER')
  if (actor.leaderOf.includes(facts.unitId)) own.push('LEADER')
  if (own.length > 0) return own
  const above: Capacity[] = []
  if (has(actor.headOf, facts.clusterYearId)) above.push('HEAD')
  if (has(actor.deputyOf, facts.clusterYearId)) above.push('DEPUTY')
  if (has(actor.centralStaffOf, facts.clusterYearId)) above.push('CENTRAL_STAFF')
  if (has(actor.reviewerOf, facts.clusterYearId)) above.push('REVIEWER')
  if (actor.isOffice) above.push('OFFICE')
  return above
}

/** Appraises figures for the vice-chair: the central officer who follows the cluster-year. */
export const canAppraise = (actor: Who, facts: Pick<ReportFacts, 'unitId' | 'clusterYearId'>): boolean =>
  capacitiesOf(actor, facts).includes('CENTRAL_STAFF')

/** What was appraised is the central union's own: it goes to the vice-chair, not to the unit. */
export const canReadAppraisal = (
  actor: Who,
  facts: Pick<ReportFacts, 'unitId' | 'clusterYearId' | 'state' | 'sentBefore'>,
): boolean =>
  canRead(actor, facts) &&
  capacitiesOf(actor, facts).some((c) => c === 'CENTRAL_STAFF' || c === 'REVIEWER' || c === 'OFFICE')

/** The capacity in which she may do the act, whatever the report's state; null when she may not at all. */
export function capacityFor(actor: Who, facts: ReportFacts, act: ReportAct): Capacity | null {
  const mine = capacitiesOf(actor, facts)
  return capacitiesFor(act, facts).find((capacity) => mine.includes(capacity)) ?? null
}

/** Acts she may do now: her capacity, the state and the period all allow them. LOCK is done by closing a period. */
export function availableActs(actor: Who, facts: ReportFacts): ReportAct[] {
  if (facts.periodLocked) return []
  return TRANSITIONS.filter(
    ({ act, from }) =>
      act !== 'LOCK' && from.includes(facts.state) && capacityFor(actor, { ...facts }, act) !== null,
  ).map(({ act }) => act)
}

/** Whether the report is hers to fill in, whatever its state. */
export const mayEnter = (actor: Who, facts: Pick<ReportFacts, 'unitId'>): boolean =>
  belongsTo(actor, facts.unitId)

/** Whether figures and narrative may be changed in this state. */
export const isEditable = (facts: Pick<ReportFacts, 'state' | 'periodLocked'>): boolean =>
  !facts.periodLocked && EDITABLE.includes(facts.state)

/** Officer or leader of the unit, while the report is with the unit and the period is open. */
export const canEnter = (
  actor: Who,
  facts: Pick<ReportFacts, 'unitId' | 'state' | 'periodLocked'>,
): boolean => mayEnter(actor, facts) && isEditable(facts)

/** Remarks on a figure: the unit itself and those who check, appraise and review it. */
export const canComment = (
  actor: Who,
  facts: Pick<ReportFacts, 'unitId' | 'clusterYearId' | 'state' | 'sentBefore'>,
): boolean => canRead(actor, facts) && capacitiesOf(actor, facts).length > 0

/** A change of target is decided by the vice-chair of the cluster; by the office where there is no cluster. */
export const canDecideAdjustment = (
  actor: Who,
  facts: Pick<ReportFacts, 'unitId' | 'clusterYearId'>,
): boolean => capacitiesOf(actor, facts).includes(facts.clusterYearId ? 'REVIEWER' : 'OFFICE')

/** Duties within a unit are set by its leader or its officers. */
export const canAssignDuties = (actor: Who, unitId: string): boolean => belongsTo(actor, unitId)

/** Completeness of a cluster-year: its members and those who follow it; of the nation: the office. */
export function canSeeCompleteness(
  actor: Who,
  scope: { clusterYearId: string } | { national: true },
): boolean {
  if (actor.isOffice) return true
  return 'clusterYearId' in scope && has(sentYears(actor), scope.clusterYearId)
}
