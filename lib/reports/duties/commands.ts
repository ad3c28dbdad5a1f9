import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canAssignDuties } from '../policy'

/** Whether the account is an officer or leader of the unit today. */
async function worksForIn(tx: Prisma.TransactionClient, accountId: string, unitId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM role_grants g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL,
           (SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) today
     WHERE g.account_id = ${accountId}::uuid AND g.unit_id = ${unitId}::uuid AND g.revoked_at IS NULL
       AND g.role IN ('PROVINCE_STAFF', 'PROVINCE_LEADER')
       AND coalesce(g.starts_on, today.day) <= today.day AND coalesce(g.ends_on, today.day) >= today.day LIMIT 1`
  return rows.length > 0
}

/** Ends the duty in force on each indicator and gives it to the account. Rows are locked in one order. */
async function giveIn(
  tx: Prisma.TransactionClient,
  duty: { unitId: string; accountId: string; indicatorIds: string[]; note: string | null },
): Promise<number> {
  // One unit's duties change one request at a time: the index allows one in force for an indicator.
  await tx.$queryRaw`SELECT id FROM units WHERE id = ${duty.unitId}::uuid FOR NO KEY UPDATE`
  await tx.$executeRaw`
    UPDATE indicator_duties SET ends_at = app_now()
     WHERE unit_id = ${duty.unitId}::uuid AND ends_at IS NULL AND account_id <> ${duty.accountId}::uuid
       AND indicator_id = ANY(${duty.indicatorIds}::uuid[])`
  return tx.$executeRaw`
    INSERT INTO indicator_duties (unit_id, indicator_id, account_id, note)
    SELECT ${duty.unitId}::uuid, i.id, ${duty.accountId}::uuid, ${duty.note}
      FROM indicators i JOIN indicator_sets s ON s.id = i.set_id
     WHERE i.id = ANY(${duty.indicatorIds}::uuid[]) AND (s.scope <> 'UNIT' OR s.unit_id = ${duty.unitId}::uuid)
       AND NOT EXISTS (SELECT FROM indicator_duties d
             WHERE d.unit_id = ${duty.unitId}::uuid AND d.indicator_id = i.id AND d.ends_at IS NULL)`
}

/** Makes an officer of the unit answer for indicators, in place of whoever did. */
export function assignDuty(
  actor: Actor,
  input: { unitId: string; accountId: string; indicatorIds: string[]; note: string | null },
  key?: string,
): Promise<Result<{ assigned: number }>> {
  return perform(actor, 'assignDuty', key, async (tx) => {
    if (!canAssignDuties(actor, input.unitId)) return fail('forbidden')
    if (!(await worksForIn(tx, input.accountId, input.unitId)))
      return wrongField('accountId', 'Người này không làm việc tại đơn vị.')
    const assigned = await giveIn(tx, input)
    await recordAuditIn(tx, actor, {
      action: 'assignDuty',
      entity: 'unit',
      entityId: input.unitId,
      unitId: input.unitId,
      reason: input.note,
      after: { accountId: input.accountId, indicatorIds: input.indicatorIds },
    })
    return ok({ assigned })
  })
}

/** Hands every duty of one person of the unit over to another. */
export function handOverDuties(
  actor: Actor,
  input: { unitId: string; fromAccountId: string; toAccountId: string; note: string | null },
  key?: string,
): Promise<Result<{ handedOver: number }>> {
  return perform(actor, 'handOverDuties', key, async (tx) => {
    if (!canAssignDuties(actor, input.unitId)) return fail('forbidden')
    if (input.fromAccountId === input.toAccountId)
      return wrongField('toAccountId', 'Hãy chọn một người khác.')
    if (!(await worksForIn(tx, input.toAccountId, input.unitId)))
      return wrongField('toAccountId', 'Người này không làm việc tại đơn vị.')
    const duties = await tx.indicatorDuty.findMany({
      where: { unitId: input.unitId, accountId: input.fromAccountId, endsAt: null },
      select: { indicatorId: true },
    })
    if (duties.length === 0) return wrongField('fromAccountId', 'Người này không còn phụ trách chỉ tiêu nào.')
    const indicatorIds = duties.map((duty) => duty.indicatorId)
    const handedOver = await giveIn(tx, {
      unitId: input.unitId,
      accountId: input.toAccountId,
      indicatorIds,
      note: input.note,
    })
    await recordAuditIn(tx, actor, {
      action: 'handOverDuties',
      entity: 'unit',
      entityId: input.unitId,
      unitId: input.unitId,
      reason: input.note,
      before: { accountId: input.fromAccountId, indicatorIds },
      after: { accountId: input.toAccountId },
    })
    return ok({ handedOver })
  })
}
