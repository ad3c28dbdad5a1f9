import { belongsTo, worksHere, type Standing } from '@/lib/platform/auth/policy'
import { openStage } from './rules'
import type { RubricState, ScoreStage, ScoringFacts, SelfReturn, SheetFacts } from './types'

const isOf = (actor: Standing, unitIds: readonly string[]): boolean =>
  unitIds.some((unitId) => belongsTo(actor, unitId))

const leads = (actor: Standing, unitIds: readonly string[]): boolean =>
  unitIds.some((unitId) => actor.leaderOf.includes(unitId))

/** Every sheet before publication: the central union's people who follow the cluster-year, and the office. */
export const seesAllScores = (actor: Standing, clusterYearId: string): boolean =>
  actor.isOffice || actor.centralStaffOf.includes(clusterYearId) || actor.reviewerOf.includes(clusterYearId)

/** Drafted, planned and opened by the head's people or the office. */
export const mayDraftRubric = (actor: Standing, facts: Pick<ScoringFacts, 'clusterYearId'>): boolean =>
  actor.isOffice || actor.headOf.includes(facts.clusterYearId)

/** A draft: head, deputy and the central union. Open: the cluster. Published: everyone who works here. */
export function mayReadRubric(actor: Standing, clusterYearId: string, state: RubricState): boolean {
  switch (state) {
    case 'DRAFT':
      return (
        seesAllScores(actor, clusterYearId) ||
        actor.headOf.includes(clusterYearId) ||
        actor.deputyOf.includes(clusterYearId)
      )
    case 'OPEN':
      return mayReadRubric(actor, clusterYearId, 'DRAFT') || actor.memberOf.includes(clusterYearId)
    case 'PUBLISHED':
      return worksHere(actor)
  }
}

/** The vice-chair of the cluster or the office; never somebody who is of a unit that is ranked. */
export const mayPublishScores = (
  actor: Standing,
  facts: Pick<ScoringFacts, 'clusterYearId' | 'memberIds'>,
): boolean =>
  (actor.isOffice || actor.reviewerOf.includes(facts.clusterYearId)) && !isOf(actor, facts.memberIds)

/** Points of a sheet that are finished, hers to see: the heart of "nothing of others before publication". */
export function visibleStages(actor: Standing, sheet: SheetFacts): ScoreStage[] {
  if (sheet.state === 'DRAFT') return []
  const finished: ScoreStage[] = []
  if (sheet.selfSentAt) finished.push('SELF')
  if (sheet.crossDoneAt) finished.push('CROSS')
  if (sheet.appraisedAt) finished.push('APPRAISED')
  if (sheet.finalAt) finished.push('FINAL')
  const entering = mayEnterStage(actor, sheet)
  const withOwn = (stages: ScoreStage[]) =>
    entering && !stages.includes(entering) ? [...stages, entering] : stages
  if (sheet.state === 'PUBLISHED') return worksHere(actor) ? finished : []
  // The checked unit agrees to the minutes, so it reads the cross-check while it is made.
  const unfinishedCross = openStage(sheet) === 'CROSS' ? (['CROSS'] as const) : []
  if (isOf(actor, [sheet.unitId]))
    return withOwn([...finished.filter((stage) => stage !== 'FINAL'), ...unfinishedCross])
  if (seesAllScores(actor, sheet.clusterYearId)) return withOwn(finished)
  if (isOf(actor, sheet.checkingUnitIds))
    return withOwn(finished.filter((stage) => stage === 'SELF' || stage === 'CROSS'))
  return []
}

/** Whether the sheet exists for her: its own unit from the start, its checkers once it was sent. */
export function mayReadSheet(actor: Standing, sheet: SheetFacts): boolean {
  if (sheet.state === 'DRAFT') return false
  if (sheet.state === 'PUBLISHED') return worksHere(actor)
  if (isOf(actor, [sheet.unitId]) || seesAllScores(actor, sheet.clusterYearId)) return true
  return sheet.selfSentAt !== null && isOf(actor, sheet.checkingUnitIds)
}

const appraises = (actor: Standing, sheet: SheetFacts): boolean =>
  actor.centralStaffOf.includes(sheet.clusterYearId) || (actor.isOffice && !sheet.hasCentralStaff)

/** The open stage, if it is hers to enter. Nobody checks, appraises or decides the sheet of her own unit. */
export function mayEnterStage(actor: Standing, sheet: SheetFacts): ScoreStage | null {
  const stage = openStage(sheet)
  if (stage === null || sheet.closed) return null
  const own = isOf(actor, [sheet.unitId])
  switch (stage) {
    case 'SELF':
      return own ? stage : null
    case 'CROSS':
      return !own && isOf(actor, sheet.checkingUnitIds) ? stage : null
    case 'APPRAISED':
      return !own && appraises(actor, sheet) ? stage : null
    case 'FINAL':
      return !own && (actor.isOffice || actor.reviewerOf.includes(sheet.clusterYearId)) ? stage : null
  }
}

/** The leader sends the self-score; a cross-check ends when both sides agree; the others end their own stage. */
export function mayFinishStage(actor: Standing, sheet: SheetFacts): boolean {
  const stage = mayEnterStage(actor, sheet)
  if (stage === 'SELF') return leads(actor, [sheet.unitId])
  return stage === 'APPRAISED' || stage === 'FINAL'
}

/**
 * A sent self-score goes back to its unit: its leader takes it back until the cross-check begins; the one who appraises
 * hands it back, of another unit than her own, until she has finished.
 */
export function mayGiveBack(actor: Standing, sheet: SheetFacts): SelfReturn | null {
  if (sheet.closed || sheet.state !== 'OPEN' || !sheet.selfSentAt || sheet.appraisedAt) return null
  if (isOf(actor, [sheet.unitId]))
    return leads(actor, [sheet.unitId]) && !sheet.crossBegun && !sheet.crossDoneAt ? 'TAKE_BACK' : null
  return appraises(actor, sheet) ? 'HAND_BACK' : null
}

/** giải trình: the unit itself, between sending and appraisal. */
export const mayExplain = (actor: Standing, sheet: SheetFacts): boolean =>
  !sheet.closed &&
  sheet.state === 'OPEN' &&
  sheet.selfSentAt !== null &&
  sheet.appraisedAt === null &&
  isOf(actor, [sheet.unitId])

/** Minutes of a cross-check: read by both sides and by whoever sees all; after publication by everyone. */
export const mayReadMinutes = (actor: Standing, sheet: SheetFacts, checkingUnitId: string): boolean =>
  mayReadSheet(actor, sheet) &&
  (sheet.state === 'PUBLISHED' ||
    seesAllScores(actor, sheet.clusterYearId) ||
    isOf(actor, [sheet.unitId, checkingUnitId]))

/** Written by the unit that checks. */
export const mayWriteMinutes = (actor: Standing, sheet: SheetFacts, checkingUnitId: string): boolean =>
  mayEnterStage(actor, sheet) === 'CROSS' && isOf(actor, [checkingUnitId])

/** The leader of a side agrees for it. */
export const mayAgreeMinutes = (actor: Standing, sheet: SheetFacts, sideUnitId: string): boolean =>
  openStage(sheet) === 'CROSS' && !sheet.closed && leads(actor, [sideUnitId])
