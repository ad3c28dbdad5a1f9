import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { delegatorFor, type Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore, storedDay } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { clusterYearFactsIn } from '../queries'
import type { ClusterYearFacts } from '../types'
import { mayAgreeFor, mayDraftPledge, mayReadPledge } from './policy'
import { canonicalPledge, hasText, mayMove, sameText, shortHash, textIsOpen } from './rules'
import type {
  AgreeInput,
  FinalisePledgeInput,
  PledgeActInput,
  PledgeTextInput,
  SignedPledgeInput,
} from './schema'
import type { PledgeContent } from './types'

const YEAR_CLOSED = 'Năm này đã khép, giao ước không thay đổi nữa.'

export const pledgeHash = (content: PledgeContent): string =>
  createHash('sha256').update(canonicalPledge(content)).digest('hex')

type Locked = {
  pledge: Prisma.PledgeGetPayload<object>
  text: { version: number; hash: string; content: PledgeContent }
  facts: ClusterYearFacts
}

/** The pledge, held until the transaction ends: a change of text and an agreement never cross. */
async function lockPledgeIn(tx: Prisma.TransactionClient, pledgeId: string): Promise<Locked | null> {
  await tx.$queryRaw`SELECT id FROM pledges WHERE id = ${pledgeId}::uuid FOR UPDATE`
  const pledge = await tx.pledge.findUnique({ where: { id: pledgeId } })
  const facts = pledge && (await clusterYearFactsIn(tx, pledge.clusterYearId))
  if (!pledge || !facts) return null
  const text = await tx.pledgeText.findUniqueOrThrow({
    where: { pledgeId_version: { pledgeId, version: pledge.textVersion } },
  })
  return { pledge, facts, text: { ...text, content: text.content as PledgeContent } }
}

/** The same, for those who draft; whoever may not even read it hears that there is none. */
async function lockForDrafterIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  input: PledgeActInput,
): Promise<Result<Locked>> {
  const found = await lockPledgeIn(tx, input.pledgeId)
  if (!found) return fail('not_found')
  const { pledge, facts } = found
  if (!mayDraftPledge(actor, facts))
    return fail(mayReadPledge(actor, facts.id, pledge.state) ? 'forbidden' : 'not_found')
  if (facts.closed) return fail('locked', YEAR_CLOSED)
  if (pledge.version !== input.version) return fail('conflict')
  return ok(found)
}

/**
 * Writes the text of a cluster-year's pledge, the first or a next one. A changed text voids every agreement in force; the
 * same text saved again changes nothing. Returns how many agreements it voided.
 */
export function savePledgeText(
  actor: Actor,
  input: PledgeTextInput,
  key?: string,
): Promise<Result<{ textVersion: number; voided: number }>> {
  return perform(actor, 'savePledgeText', key, async (tx) => {
    const { clusterYearId, version, ...content } = input
    await tx.$queryRaw`SELECT id FROM cluster_years WHERE id = ${clusterYearId}::uuid FOR NO KEY UPDATE`
    const facts = await clusterYearFactsIn(tx, clusterYearId)
    if (!facts) return fail('not_found')
    if (!mayDraftPledge(actor, facts)) return fail('forbidden')
    if (facts.closed) return fail('locked', YEAR_CLOSED)
    const existing = await tx.pledge.findUnique({ where: { clusterYearId } })
    const found = existing && (await lockPledgeIn(tx, existing.id))
    if ((found?.pledge.version ?? 0) !== version)
      return fail('conflict', undefined, { current: found?.text.content })
    if (found && !textIsOpen(found.pledge.state))
      return fail('locked', 'Giao ước đã là bản chính thức. Điều chỉnh chỉ tiêu thì làm phụ lục.')
    if (found && sameText(found.text.content, content))
      return ok({ textVersion: found.pledge.textVersion, voided: 0 })
    if (found?.pledge.state === 'OPEN' && !hasText(content))
      return wrongField('tasks', 'Giao ước đang lấy ý kiến không thể để trống.')

    const textVersion = (found?.pledge.textVersion ?? 0) + 1
    const pledge = found
      ? await tx.pledge.update({
          where: { id: found.pledge.id },
          data: { textVersion, version: { increment: 1 } },
        })
      : await tx.pledge.create({ data: { clusterYearId, textVersion } })
    const hash = pledgeHash(content)
    await tx.pledgeText.create({
      data: { pledgeId: pledge.id, version: textVersion, content, hash, byId: actor.accountId },
    })
    const inForce = { pledgeId: pledge.id, voidedAt: null }
    const lost = await tx.pledgeAgreement.findMany({ where: inForce, select: { unitId: true } })
    if (lost.length > 0)
      await tx.pledgeAgreement.updateMany({ where: inForce, data: { voidedAt: await databaseNow(tx) } })
    await recordAuditIn(tx, actor, {
      action: 'savePledgeText',
      entity: 'pledge',
      entityId: pledge.id,
      clusterYearId,
      before: found && { ...found.text.content, textVersion: found.text.version, hash: found.text.hash },
      after: { ...content, textVersion, hash },
    })
    for (const { unitId } of lost)
      await recordAuditIn(tx, actor, {
        action: 'voidPledgeAgreement',
        entity: 'pledge',
        entityId: pledge.id,
        unitId,
        clusterYearId,
        reason: `Văn bản giao ước đã thay đổi (bản ${textVersion}).`,
      })
    return ok({ textVersion, voided: lost.length })
  })
}

/** Lays the text before the member units for agreement. */
export function openPledge(actor: Actor, input: PledgeActInput, key?: string): Promise<Result> {
  return perform(actor, 'openPledge', key, async (tx) => {
    const found = await lockForDrafterIn(tx, actor, input)
    if (!found.ok) return found
    const { pledge, text } = found.value
    if (!mayMove(pledge.state, 'OPEN')) return fail('conflict', 'Giao ước đã được mở lấy ý kiến.')
    if (!hasText(text.content)) return fail('invalid', 'Giao ước chưa có nội dung để các đơn vị thống nhất.')
    await tx.pledge.update({ where: { id: pledge.id }, data: { state: 'OPEN', version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'openPledge',
      entity: 'pledge',
      entityId: pledge.id,
      clusterYearId: pledge.clusterYearId,
      before: { state: pledge.state },
      after: { state: 'OPEN', textVersion: text.version, hash: text.hash },
    })
    return ok()
  })
}

/** A unit's leader agrees to exactly the text she read: its version and hash are those in force, or nothing happens. */
export function agreeToPledge(
  actor: Actor,
  input: AgreeInput,
  key?: string,
): Promise<Result<{ textVersion: number }>> {
  return perform(actor, 'agreeToPledge', key, async (tx) => {
    const found = await lockPledgeIn(tx, input.pledgeId)
    if (!found) return fail('not_found')
    const { pledge, text, facts } = found
    if (!mayAgreeFor(actor, facts, input.unitId))
      return fail(mayReadPledge(actor, facts.id, pledge.state) ? 'forbidden' : 'not_found')
    if (pledge.state !== 'OPEN')
      return fail(
        'locked',
        pledge.state === 'FINAL' ? 'Giao ước đã là bản chính thức.' : 'Giao ước chưa được mở lấy ý kiến.',
      )
    if (facts.closed) return fail('locked', YEAR_CLOSED)
    if (text.version !== input.textVersion || text.hash !== input.textHash)
      return fail('conflict', `Văn bản vừa thay đổi, nay là bản ${text.version}. Hãy đọc lại rồi xác nhận.`)
    const earlier = await tx.pledgeAgreement.findFirst({
      where: { pledgeId: pledge.id, unitId: input.unitId, voidedAt: null },
    })
    if (earlier) return fail('conflict', 'Đơn vị đã xác nhận thống nhất bản này.')
    const onBehalfOfId = delegatorFor(actor, 'PROVINCE_LEADER', input.unitId)
    await tx.pledgeAgreement.create({
      data: {
        pledgeId: pledge.id,
        unitId: input.unitId,
        textVersion: text.version,
        textHash: text.hash,
        accountId: actor.accountId,
        onBehalfOfId,
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'agreeToPledge',
      entity: 'pledge',
      entityId: pledge.id,
      unitId: input.unitId,
      clusterYearId: pledge.clusterYearId,
      onBehalfOfId,
      after: { textVersion: text.version, hash: text.hash },
    })
    return ok({ textVersion: text.version })
  })
}

/** Freezes the text. Every unit has agreed, or the head says why it is final without those that have not. */
export function finalisePledge(actor: Actor, input: FinalisePledgeInput, key?: string): Promise<Result> {
  return perform(actor, 'finalisePledge', key, async (tx) => {
    const found = await lockForDrafterIn(tx, actor, input)
    if (!found.ok) return found
    const { pledge, text, facts } = found.value
    if (!mayMove(pledge.state, 'FINALISE'))
      return fail(
        'conflict',
        pledge.state === 'FINAL' ? 'Giao ước đã là bản chính thức.' : 'Hãy mở lấy ý kiến các đơn vị trước.',
      )
    const agreed = await tx.pledgeAgreement.count({
      where: { pledgeId: pledge.id, voidedAt: null, unitId: { in: facts.memberIds } },
    })
    const missing = facts.memberIds.length - agreed
    if (missing > 0 && input.reason === '')
      return wrongField(
        'reason',
        `Còn ${missing} đơn vị chưa xác nhận thống nhất; hãy nêu lý do chốt bản chính thức.`,
      )
    const finalReason = missing > 0 ? input.reason : null
    await tx.pledge.update({
      where: { id: pledge.id },
      data: { state: 'FINAL', finalisedAt: await databaseNow(tx), finalReason, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'finalisePledge',
      entity: 'pledge',
      entityId: pledge.id,
      clusterYearId: pledge.clusterYearId,
      reason: finalReason,
      before: { state: pledge.state },
      after: { state: 'FINAL', textVersion: text.version, hash: shortHash(text.hash), agreed, missing },
    })
    return ok()
  })
}

/** Number and date of the signed and stamped paper, whose scan is kept beside the final text. */
export function recordSignedPledge(actor: Actor, input: SignedPledgeInput, key?: string): Promise<Result> {
  return perform(actor, 'recordSignedPledge', key, async (tx) => {
    const found = await lockForDrafterIn(tx, actor, input)
    if (!found.ok) return found
    const { pledge } = found.value
    if (pledge.state !== 'FINAL')
      return fail('conflict', 'Chỉ ghi số, ngày khi giao ước đã là bản chính thức.')
    const number = input.number || null
    await tx.pledge.update({
      where: { id: pledge.id },
      data: {
        number,
        signedOn: dayToStore(input.signedOn),
        version: { increment: 1 },
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'recordSignedPledge',
      entity: 'pledge',
      entityId: pledge.id,
      clusterYearId: pledge.clusterYearId,
      before: { number: pledge.number, signedOn: storedDay(pledge.signedOn) },
      after: { number, signedOn: input.signedOn },
    })
    return ok()
  })
}
