import 'server-only'
import { STALE_PAGE } from '@/lib/platform/fields'
import type { Prisma } from '@/prisma/generated/client'
import { delegatorFor, type Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type FieldErrors, type Result } from '@/lib/platform/errors'
import { mayEnterStage, mayExplain, mayFinishStage, mayGiveBack, mayReadSheet } from '../policy'
import {
  computedScores,
  criteriaOf,
  leftOutOf,
  rubricRecord,
  runIn,
  sheetRecords,
  type SheetRecord,
} from '../queries'
import { missingAtStage, openStage, readScore, scoreBefore, type TypedScore } from '../rules'
import {
  readPoints,
  type ExplanationInput,
  type FinishStageInput,
  type GiveBackInput,
  type ScoresInput,
} from '../schema'
import type { Computed, CriterionDto, RubricDto, ScoreStage } from '../types'

type Tx = Prisma.TransactionClient
type Scores = Map<string, Partial<Record<ScoreStage, { points: string; reason: string | null }>>>
type Found = {
  sheet: SheetRecord
  rubric: RubricDto
  criteria: CriterionDto[]
  computed: Map<string, Computed>
  leftOut: Set<string>
  scores: Scores
}

const NOT_OPEN = 'Bước chấm điểm này đã khép hoặc chưa tới.'

/** A sheet with all that its rules ask, held until the transaction ends. Publication waits for it, and it for that. */
export async function lockSheetIn(tx: Tx, actor: Actor, sheetId: string): Promise<Found | null> {
  await tx.$queryRaw`SELECT r.id FROM rubrics r JOIN score_sheets s ON s.rubric_id = r.id
                      WHERE s.id = ${sheetId}::uuid FOR SHARE OF r`
  await tx.$queryRaw`SELECT id FROM score_sheets WHERE id = ${sheetId}::uuid FOR UPDATE`
  const run = runIn(tx)
  const [sheet] = await sheetRecords(run, 'sheet', sheetId)
  const rubric = sheet && (await rubricRecord(run, 'rubric', sheet.rubricId))
  if (!sheet || !rubric) return null
  const criteria = await criteriaOf(run, rubric.id)
  const all = await computedScores(actor, run, sheet.clusterYearId, criteria)
  const computed = all.get(sheet.unitId) ?? new Map<string, Computed>()
  const scores: Scores = new Map(criteria.map(({ id }) => [id, {}]))
  for (const score of await tx.score.findMany({ where: { sheetId } }))
    scores.set(score.criterionId, {
      ...scores.get(score.criterionId),
      [score.stage]: { points: score.points.toString(), reason: score.reason },
    })
  return { sheet, rubric, criteria, computed, leftOut: new Set(leftOutOf(computed)), scores }
}

/** The sheet with its open stage, if that is hers to enter and the one she means. */
async function lockStageIn(tx: Tx, actor: Actor, input: FinishStageInput): Promise<Result<Found>> {
  const found = await lockSheetIn(tx, actor, input.sheetId)
  if (!found || !mayReadSheet(actor, found.sheet)) return fail('not_found')
  const { sheet } = found
  if (sheet.closed) return fail('locked', 'Năm này đã khép, điểm không thay đổi nữa.')
  if (openStage(sheet) !== input.stage) return fail('locked', NOT_OPEN)
  if (mayEnterStage(actor, sheet) !== input.stage) return fail('forbidden')
  if (sheet.version !== input.version) return fail('conflict')
  return ok(found)
}

/** Scores hold from the sub-points of both sides only as they are: what changes voids the agreements to the minutes. */
async function voidAgreementsIn(tx: Tx, sheet: SheetRecord): Promise<void> {
  await tx.crossTeam.updateMany({
    where: {
      rubricId: sheet.rubricId,
      checkedUnitId: sheet.unitId,
      OR: [{ checkingAgreedAt: { not: null } }, { checkedAgreedAt: { not: null } }],
    },
    data: { checkingAgreedAt: null, checkedAgreedAt: null, version: { increment: 1 } },
  })
}

/**
 * Saves what was typed at the sheet's open stage; nothing is sent by it. A blank takes a score away, a 0 is a score. A score
 * that differs from the stage before needs its reason. What the written rule computes is not entered at the self-score.
 */
export function saveScores(
  actor: Actor,
  input: ScoresInput,
  key?: string,
): Promise<Result<{ scored: number }>> {
  return perform(actor, 'saveScores', key, async (tx) => {
    const found = await lockStageIn(tx, actor, input)
    if (!found.ok) return found
    const { sheet, criteria, computed, leftOut, scores } = found.value
    const { stage } = input
    const fields: FieldErrors = {}
    const kept: { criterionId: string; score: TypedScore | null }[] = []
    for (const { criterionId, value, reason } of input.typed) {
      const criterion = criteria.find(({ id }) => id === criterionId)
      if (!criterion || criterion.kind === 'GROUP') return fail('invalid', STALE_PAGE)
      const made = computed.get(criterionId)
      if (leftOut.has(criterionId) || (stage === 'SELF' && made?.points != null)) continue
      const before = scoreBefore(stage, scores.get(criterionId) ?? {})
      const read = readScore(criterion, value, reason, readPoints, {
        stage,
        before: before?.points ?? null,
        uncomputed: criterion.kind === 'COMPLETION' && made?.points == null,
      })
      if ('error' in read) fields[`${read.field}.${criterionId}`] = read.error
      else kept.push({ criterionId, score: read.score })
    }
    if (Object.keys(fields).length > 0) return fail('invalid', undefined, { fields })
    for (const { criterionId, score } of kept) {
      const id = { sheetId: sheet.id, criterionId, stage }
      if (!score) {
        await tx.score.deleteMany({ where: id })
        continue
      }
      const data = { ...score, byId: actor.accountId, at: await databaseNow(tx) }
      await tx.score.upsert({
        where: { sheetId_criterionId_stage: id },
        create: { ...id, ...data },
        update: { ...data, version: { increment: 1 } },
      })
    }
    if (stage === 'CROSS') await voidAgreementsIn(tx, sheet)
    await tx.scoreSheet.update({ where: { id: sheet.id }, data: { version: { increment: 1 } } })
    const scored = kept.filter(({ score }) => score !== null).length
    // Points stay out of the trail: it is read by people to whom they are not shown before publication.
    await recordAuditIn(tx, actor, {
      action: 'saveScores',
      entity: 'score_sheet',
      entityId: sheet.id,
      unitId: sheet.unitId,
      clusterYearId: sheet.clusterYearId,
      after: { stage, scored, blank: kept.length - scored },
    })
    return ok({ scored })
  })
}

const FINISHED = {
  SELF: 'selfSentAt',
  CROSS: 'crossDoneAt',
  APPRAISED: 'appraisedAt',
  FINAL: 'finalAt',
} as const

/** Refuses while an ordinary criterion is blank, naming how many. */
export function refuseWhileBlank({ criteria, leftOut, scores, computed }: Found, stage: ScoreStage) {
  const missing = missingAtStage(stage, criteria, scores, leftOut, computed)
  if (missing.length === 0) return null
  const names = missing.slice(0, 3).map(({ text }) => `“${text}”`)
  return fail(
    'invalid',
    `Còn ${missing.length} tiêu chí chưa có điểm: ${names.join(', ')}${missing.length > 3 ? ' …' : ''}. Điểm 0 thì ghi số 0.`,
  )
}

/** Ends a stage of a sheet: the leader sends the self-score, central staff the appraisal, the vice-chair the final score. */
export function finishStage(actor: Actor, input: FinishStageInput, key?: string): Promise<Result> {
  return perform(actor, 'finishStage', key, async (tx) => {
    const found = await lockStageIn(tx, actor, input)
    if (!found.ok) return found
    const { sheet, criteria, computed } = found.value
    const { stage } = input
    if (!mayFinishStage(actor, sheet)) return fail('forbidden')
    const refusal = refuseWhileBlank(found.value, stage)
    if (refusal) return refusal
    const now = await databaseNow(tx)
    if (stage === 'SELF')
      for (const { id: criterionId } of criteria) {
        const points = computed.get(criterionId)?.points
        if (points == null) continue
        const id = { sheetId: sheet.id, criterionId, stage }
        const data = { points, reason: null, byId: actor.accountId, at: now }
        await tx.score.upsert({
          where: { sheetId_criterionId_stage: id },
          create: { ...id, ...data },
          update: data,
        })
      }
    await tx.scoreSheet.update({
      where: { id: sheet.id },
      data: { [FINISHED[stage]]: now, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'finishStage',
      entity: 'score_sheet',
      entityId: sheet.id,
      unitId: sheet.unitId,
      clusterYearId: sheet.clusterYearId,
      onBehalfOfId:
        stage === 'SELF'
          ? delegatorFor(actor, 'PROVINCE_LEADER', sheet.unitId)
          : delegatorFor(actor, 'CENTRAL_REVIEWER', sheet.clusterYearId),
      after: { stage },
    })
    return ok()
  })
}

/**
 * A sent self-score goes back to its unit, with the reason. What was cross-checked stays written, but both sides agree to
 * it anew, since it was made from a score that will change.
 */
export function giveBackSelfScore(actor: Actor, input: GiveBackInput, key?: string): Promise<Result> {
  return perform(actor, 'giveBackSelfScore', key, async (tx) => {
    const found = await lockSheetIn(tx, actor, input.sheetId)
    if (!found || !mayReadSheet(actor, found.sheet)) return fail('not_found')
    const { sheet } = found
    const way = mayGiveBack(actor, sheet)
    if (way === null) return refuseGivingBack(actor, sheet)
    if (sheet.version !== input.version) return fail('conflict')
    const onBehalfOfId = way === 'TAKE_BACK' ? delegatorFor(actor, 'PROVINCE_LEADER', sheet.unitId) : null
    await tx.scoreSheetReturn.create({
      data: {
        sheetId: sheet.id,
        reason: input.reason,
        byId: actor.accountId,
        onBehalfOfId,
        byUnit: way === 'TAKE_BACK',
      },
    })
    await voidAgreementsIn(tx, sheet)
    await tx.scoreSheet.update({
      where: { id: sheet.id },
      data: { selfSentAt: null, crossDoneAt: null, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'giveBackSelfScore',
      entity: 'score_sheet',
      entityId: sheet.id,
      unitId: sheet.unitId,
      clusterYearId: sheet.clusterYearId,
      onBehalfOfId,
      before: { selfSentAt: sheet.selfSentAt?.toISOString() ?? null },
      after: { way },
      reason: input.reason,
    })
    return ok()
  })
}

/** Why it cannot go back now, to one who could at another time; forbidden to everybody else. */
function refuseGivingBack(actor: Actor, sheet: SheetRecord): Result {
  const sent = { ...sheet, selfSentAt: new Date(), appraisedAt: null, crossDoneAt: null, crossBegun: false }
  if (sheet.state !== 'OPEN' || sheet.closed || mayGiveBack(actor, sent) === null) return fail('forbidden')
  return fail(
    'locked',
    !sheet.selfSentAt
      ? 'Điểm tự chấm chưa gửi hoặc đã được trả lại.'
      : sheet.appraisedAt
        ? 'Phiếu đã thẩm định xong, không trả lại được nữa.'
        : 'Đã bắt đầu chấm chéo; chỉ người thẩm định trả lại được.',
  )
}

/** giải trình of the unit, until its sheet is appraised. */
export function explainSheet(actor: Actor, input: ExplanationInput, key?: string): Promise<Result> {
  return perform(actor, 'explainSheet', key, async (tx) => {
    const found = await lockSheetIn(tx, actor, input.sheetId)
    if (!found || !mayReadSheet(actor, found.sheet)) return fail('not_found')
    const { sheet } = found
    if (!mayExplain(actor, sheet))
      return belongsTo(actor, sheet.unitId)
        ? fail('locked', 'Giải trình được viết sau khi gửi điểm tự chấm và trước khi thẩm định xong.')
        : fail('forbidden')
    if (sheet.version !== input.version)
      return fail('conflict', undefined, { current: { explanation: sheet.explanation } })
    await tx.scoreSheet.update({
      where: { id: sheet.id },
      data: { explanation: input.explanation || null, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'explainSheet',
      entity: 'score_sheet',
      entityId: sheet.id,
      unitId: sheet.unitId,
      clusterYearId: sheet.clusterYearId,
    })
    return ok()
  })
}
