import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow, databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { lockActivityIn } from '../joint/commands'
import { ERASED_LABEL } from '../joint/labels'
import { mayProtectBeneficiaries } from '../joint/policy'
import type { BeneficiaryInput, ConsentInput } from '../joint/schema'
import { clusterYearFactsIn } from '../queries'

/*
 * The trail is kept for ever and names nobody: it holds what shows without consent, so that a consent withdrawn or a name
 * erased leaves none behind. No answer of these commands carries a name either.
 */

/** Adds a beneficiary. Her name shows once her consent is recorded, here or later. */
export function addBeneficiary(
  actor: Actor,
  input: BeneficiaryInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'addBeneficiary', key, async (tx) => {
    const locked = await lockActivityIn(tx, actor, input.activityId)
    if (!locked.ok) return locked
    const { activity } = locked.value
    if (input.consent && !input.consentedOn) return wrongField('consentedOn', 'Hãy ghi ngày đồng ý.')
    if (input.consentedOn && !input.consent)
      return wrongField('consent', 'Hãy ghi sự đồng ý được cho bằng cách nào.')
    const row = await tx.beneficiary.create({
      data: {
        activityId: activity.id,
        name: input.name,
        shownAs: input.shownAs,
        address: input.address || null,
        consent: input.consent || null,
        consentedOn: dayToStore(input.consentedOn),
      },
    })
    await tx.jointActivity.update({ where: { id: activity.id }, data: { version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'addBeneficiary',
      entity: 'joint_activity',
      entityId: activity.id,
      unitId: activity.unitId,
      clusterYearId: activity.clusterYearId,
      after: { beneficiaryId: row.id, shownAs: row.shownAs, consented: row.consent !== null },
    })
    return ok({ id: row.id })
  })
}

/** Records how and when consent was given: from now on name, address and pictures show. */
export function recordConsent(actor: Actor, input: ConsentInput, key?: string): Promise<Result> {
  return perform(actor, 'recordConsent', key, async (tx) => {
    const found = await tx.beneficiary.findUnique({ where: { id: input.beneficiaryId } })
    if (!found) return fail('not_found')
    const locked = await lockActivityIn(tx, actor, found.activityId)
    if (!locked.ok) return locked
    if (found.erasedAt) return fail('conflict', 'Thông tin cá nhân đã xóa.')
    if (input.consentedOn > (await databaseToday(tx)))
      return wrongField('consentedOn', 'Ngày đồng ý chưa tới.')
    await tx.beneficiary.update({
      where: { id: found.id },
      data: { consent: input.consent, consentedOn: dayToStore(input.consentedOn) },
    })
    await recordBeneficiaryIn(tx, actor, 'recordConsent', found.activityId, found)
    return ok()
  })
}

/** The name shows no more; it stays stored until it is erased. Possible at any time, in closed years too. */
export function withdrawConsent(
  actor: Actor,
  { beneficiaryId }: { beneficiaryId: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'withdrawConsent', key, async (tx) => {
    const found = await protectedIn(tx, actor, beneficiaryId)
    if (!found.ok) return found
    if (found.value.consent === null) return fail('conflict', 'Chưa có sự đồng ý nào được ghi.')
    await tx.beneficiary.update({ where: { id: beneficiaryId }, data: { consent: null, consentedOn: null } })
    await recordBeneficiaryIn(tx, actor, 'withdrawConsent', found.value.activityId, found.value)
    return ok()
  })
}

/** Erases name, address and consent for good; the activity and what was given stay. */
export function eraseBeneficiary(
  actor: Actor,
  { beneficiaryId }: { beneficiaryId: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'eraseBeneficiary', key, async (tx) => {
    const found = await protectedIn(tx, actor, beneficiaryId)
    if (!found.ok) return found
    if (found.value.erasedAt) return fail('conflict', 'Thông tin cá nhân đã xóa.')
    await tx.beneficiary.update({
      where: { id: beneficiaryId },
      data: {
        name: ERASED_LABEL,
        address: null,
        consent: null,
        consentedOn: null,
        erasedAt: await databaseNow(tx),
      },
    })
    await recordBeneficiaryIn(tx, actor, 'eraseBeneficiary', found.value.activityId, found.value)
    return ok()
  })
}

type Beneficiary = Prisma.BeneficiaryGetPayload<object>

async function protectedIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  beneficiaryId: string,
): Promise<Result<Beneficiary>> {
  await tx.$queryRaw`SELECT id FROM beneficiaries WHERE id = ${beneficiaryId}::uuid FOR UPDATE`
  const found = await tx.beneficiary.findUnique({ where: { id: beneficiaryId }, include: { activity: true } })
  const facts = found && (await clusterYearFactsIn(tx, found.activity.clusterYearId))
  if (!found || !facts) return fail('not_found')
  return mayProtectBeneficiaries(actor, facts, found.activity.unitId) ? ok(found) : fail('forbidden')
}

async function recordBeneficiaryIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: string,
  activityId: string,
  { id, shownAs }: Pick<Beneficiary, 'id' | 'shownAs'>,
): Promise<void> {
  const activity = await tx.jointActivity.update({
    where: { id: activityId },
    data: { version: { increment: 1 } },
  })
  await recordAuditIn(tx, actor, {
    action,
    entity: 'joint_activity',
    entityId: activityId,
    unitId: activity.unitId,
    clusterYearId: activity.clusterYearId,
    after: { beneficiaryId: id, shownAs },
  })
}
