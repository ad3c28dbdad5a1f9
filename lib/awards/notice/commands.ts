import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow, databaseToday } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { BLOCK_LABELS } from '../labels'
import { lockedNominationIn } from '../nominations/commands'
import { canAnswerObjection, canObject, canReviewCentrally } from '../policy'
import { takesObjections } from '../rules'
import type { AnswerInput, BlockInput, CentralNoteInput, NominationActInput, ObjectionInput } from '../schema'

/** Raises an objection while the public notice runs. */
export function raiseObjection(actor: Actor, input: ObjectionInput, key?: string): Promise<Result> {
  return perform(actor, 'raiseObjection', key, async (tx) => {
    if (!canObject(actor)) return fail('forbidden')
    const found = await lockedNominationIn(tx, actor, input.nominationId)
    if (!found.ok) return found
    const { row, facts } = found.value
    if (!takesObjections(facts, await databaseToday(tx)))
      return fail('locked', 'Đề nghị này không trong thời gian công khai lấy ý kiến.')
    const { id } = await tx.objection.create({
      data: { nominationId: row.id, text: input.text, raisedById: actor.accountId },
    })
    await recordAuditIn(tx, actor, {
      action: 'raiseObjection',
      entity: 'objection',
      entityId: id,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
    })
    return ok()
  })
}

/** Answers an objection, once. */
export function answerObjection(actor: Actor, input: AnswerInput, key?: string): Promise<Result> {
  return perform(actor, 'answerObjection', key, async (tx) => {
    const objection = await tx.objection.findUnique({ where: { id: input.objectionId } })
    if (!objection) return fail('not_found')
    const found = await lockedNominationIn(tx, actor, objection.nominationId)
    if (!found.ok) return found
    const { row, facts } = found.value
    if (!canAnswerObjection(actor, facts)) return fail('forbidden')
    const { count } = await tx.objection.updateMany({
      where: { id: objection.id, answeredAt: null },
      data: { answer: input.answer, answeredById: actor.accountId, answeredAt: await databaseNow(tx) },
    })
    if (count === 0) return fail('conflict', 'Ý kiến này vừa được người khác trả lời.')
    await recordAuditIn(tx, actor, {
      action: 'answerObjection',
      entity: 'objection',
      entityId: objection.id,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
    })
    return ok()
  })
}

type CentralChange = { blockedReason?: string | null; centralNote?: string | null }

function changeCentrally(
  actor: Actor,
  action: string,
  input: NominationActInput,
  change: CentralChange,
  key?: string,
): Promise<Result> {
  return perform(actor, action, key, async (tx) => {
    const found = await lockedNominationIn(tx, actor, input.nominationId)
    if (!found.ok) return found
    const { row, facts } = found.value
    if (!canReviewCentrally(actor, facts)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    await tx.nomination.update({
      where: { id: row.id },
      data: { ...change, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action,
      entity: 'nomination',
      entityId: row.id,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
      reason: change.blockedReason,
      before: { blockedReason: row.blockedReason, centralNote: row.centralNote },
      after: change,
    })
    return ok()
  })
}

/** Stops a recipient while a disciplinary case, inspection or complaint is open. */
export function blockRecipient(actor: Actor, input: BlockInput, key?: string): Promise<Result> {
  const blockedReason = [BLOCK_LABELS[input.kind], input.detail].filter(Boolean).join(': ')
  return changeCentrally(actor, 'blockRecipient', input, { blockedReason }, key)
}

/** Lets a stopped recipient go on. */
export function releaseRecipient(actor: Actor, input: NominationActInput, key?: string): Promise<Result> {
  return changeCentrally(actor, 'releaseRecipient', input, { blockedReason: null }, key)
}

/** The remark of those who review centrally. */
export function saveCentralNote(actor: Actor, input: CentralNoteInput, key?: string): Promise<Result> {
  return changeCentrally(actor, 'saveCentralNote', input, { centralNote: input.centralNote || null }, key)
}
