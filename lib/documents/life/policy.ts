import type { Prisma } from '@/prisma/generated/client'
import { followsClusterYear, readsClusterDrafts } from '@/lib/activities/policy'
import {
  belongsTo,
  followedYears,
  overseenYears,
  ownUnits,
  worksHere,
  type Standing,
} from '@/lib/platform/auth/policy'
import { wasIssued } from './rules'
import { DOCUMENT_STATES, type DocumentFacts, type DocumentState, type LetterheadOwner } from './types'

const ISSUED = { in: DOCUMENT_STATES.filter(wasIssued) }

/**
 * A province's papers are made by its officers and leaders; a cluster's by its head and deputy, and by the office. The office
 * also makes those of a year of which sources alone tell: the unit may exist no more.
 */
export function canDraft(
  actor: Standing,
  { issuer, clusterYearId, unitId, year = null }: DocumentFacts,
): boolean {
  if (issuer === 'UNIT') return belongsTo(actor, unitId) || (actor.isOffice && year !== null)
  if (actor.isOffice) return true
  return clusterYearId !== null && [...actor.headOf, ...actor.deputyOf].includes(clusterYearId)
}

/**
 * What a cluster has issued is read by everybody who works here; what a province has issued by its cluster and those above
 * it, like a report that was sent. Before that only those who make it read it, and those who see the cluster's drafts.
 */
export function canReadDocument(actor: Standing, facts: DocumentFacts & { state: DocumentState }): boolean {
  if (canDraft(actor, facts)) return true
  const { issuer, clusterYearId, state } = facts
  if (!wasIssued(state))
    return issuer === 'CLUSTER' && clusterYearId !== null && readsClusterDrafts(actor, clusterYearId)
  if (issuer === 'CLUSTER') return worksHere(actor)
  return actor.isOffice || (clusterYearId !== null && followsClusterYear(actor, clusterYearId))
}

/** `canReadDocument` as a filter of Prisma; kinds tell the issuer. */
export function readableDocuments(
  actor: Standing,
  clusterKinds: string[],
): Prisma.OfficialDocumentWhereInput {
  const cluster: Prisma.OfficialDocumentWhereInput = { kind: { in: clusterKinds } }
  const unit: Prisma.OfficialDocumentWhereInput = { kind: { notIn: clusterKinds } }
  return {
    OR: [
      { ...unit, unitId: { in: ownUnits(actor) } },
      actor.isOffice ? cluster : { ...cluster, clusterYearId: { in: overseenYears(actor) } },
      ...(worksHere(actor) ? [{ ...cluster, state: ISSUED }] : []),
      actor.isOffice
        ? { ...unit, OR: [{ state: ISSUED }, { year: { not: null } }] }
        : { ...unit, state: ISSUED, clusterYearId: { in: followedYears(actor) } },
    ],
  }
}

/** Who finds papers under a unit's year: those who make them, and those who read what it has issued. */
export function canVisitUnitDocuments(
  actor: Standing,
  unitId: string,
  clusterYearIds: readonly string[],
): boolean {
  if (actor.isOffice || belongsTo(actor, unitId)) return true
  return clusterYearIds.some((clusterYearId) => followsClusterYear(actor, clusterYearId))
}

/** A province sets its own letterhead, a cluster's its head, its deputy and the office. */
export function canSetLetterhead(
  actor: Standing,
  owner: LetterheadOwner,
  clusterYearIds: readonly string[],
): boolean {
  if (owner.kind === 'UNIT') return belongsTo(actor, owner.id)
  return actor.isOffice || clusterYearIds.some((id) => [...actor.headOf, ...actor.deputyOf].includes(id))
}
