import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { hashPassword, passwordFits } from '@/lib/platform/auth/password'
import { passwordProblem, waitInWords } from '@/lib/platform/auth/rules'
import { endSessionsIn, hashSecret } from '@/lib/platform/auth/session'
import { countAttempt, forgetAttempts } from '@/lib/platform/auth/throttle'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, calendarDay, dayToStore, daysBetween, storedDay } from '@/lib/platform/dates'
import { databaseNow, databaseToday, prisma, transaction } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canDelegate, canReceiveDelegation } from './policy'
import { LONGEST_DELEGATION_DAYS } from './rules'
import type { ChangePasswordInput, DelegateInput } from './schema'

/** Changes one's own password; every other session of the account ends. Owing the first change is no obstacle. */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<Result> {
  const wait = await countAttempt(actor.email, null)
  if (wait !== null)
    return fail('rate_limited', `Đã nhập sai nhiều lần. Hãy chờ ${waitInWords(wait)} rồi thử lại.`)
  const account = await prisma.account.findUniqueOrThrow({ where: { id: actor.accountId } })
  if (!(await passwordFits(account.passwordHash, input.currentPassword)))
    return wrongField('currentPassword', 'Mật khẩu hiện tại không đúng.')
  await forgetAttempts(actor.email, null)
  const problem =
    input.newPassword === input.currentPassword
      ? 'Hãy chọn một mật khẩu khác mật khẩu đang dùng.'
      : passwordProblem(input.newPassword, actor.email)
  if (problem) return wrongField('newPassword', problem)
  const passwordHash = await hashPassword(input.newPassword)
  return perform(actor, 'changePassword', undefined, async (tx) => {
    const changed = await tx.account.updateMany({
      where: { id: actor.accountId, passwordHash: account.passwordHash, disabledAt: null },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    })
    if (changed.count === 0) return fail('conflict', 'Mật khẩu vừa được đổi ở nơi khác. Hãy đăng nhập lại.')
    await endSessionsIn(tx, actor.accountId, actor.sessionId)
    await recordAuditIn(tx, actor, { action: 'changePassword', entity: 'account', entityId: actor.accountId })
    return ok()
  })
}

/** Sets the password of the account that an invitation's link names. The link works once. */
export async function acceptInvitation(token: string, password: string): Promise<Result> {
  const invitation = await findInvitation(token)
  if (!invitation) return fail('not_found', 'Liên kết này đã dùng hoặc đã hết hạn. Hãy xin liên kết mới.')
  const problem = passwordProblem(password, invitation.account.email)
  if (problem) return wrongField('newPassword', problem)
  const passwordHash = await hashPassword(password)
  const accepted = await transaction(async (tx) => {
    const used = await tx.$executeRaw`
      UPDATE invitations SET used_at = app_now()
       WHERE id = ${invitation.id}::uuid AND used_at IS NULL AND expires_at > app_now()`
    if (used === 0) return false
    const { accountId } = invitation
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    })
    await endSessionsIn(tx, accountId)
    await recordAuditIn(
      tx,
      { accountId },
      { action: 'acceptInvitation', entity: 'account', entityId: accountId },
    )
    return true
  })
  if (!accepted) return fail('not_found', 'Liên kết này đã dùng hoặc đã hết hạn. Hãy xin liên kết mới.')
  await forgetAttempts(invitation.account.email, null)
  return ok()
}

async function findInvitation(token: string) {
  return prisma.invitation.findFirst({
    where: {
      tokenHash: hashSecret(token),
      usedAt: null,
      expiresAt: { gt: await databaseNow() },
      account: { disabledAt: null },
    },
    select: { id: true, accountId: true, account: { select: { email: true } } },
  })
}

/** Ends one of one's own sessions. */
export async function revokeSession(actor: Actor, sessionId: string): Promise<Result> {
  return perform(actor, 'revokeSession', undefined, async (tx) => {
    const ended = await tx.$executeRaw`
      UPDATE sessions SET revoked_at = app_now()
       WHERE id = ${sessionId}::uuid AND account_id = ${actor.accountId}::uuid AND revoked_at IS NULL`
    if (ended === 0) return fail('not_found', 'Phiên này đã kết thúc.')
    await recordAuditIn(tx, actor, { action: 'revokeSession', entity: 'session', entityId: sessionId })
    return ok()
  })
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<Result> {
  return perform(actor, 'signOutEverywhere', undefined, async (tx) => {
    const ended = await endSessionsIn(tx, actor.accountId)
    await recordAuditIn(tx, actor, {
      action: 'signOutEverywhere',
      entity: 'account',
      entityId: actor.accountId,
      after: { ended },
    })
    return ok()
  })
}

/** Lets somebody use one's own deciding roles (leader, reviewer) from a day to a day. */
export async function delegate(
  actor: Actor,
  input: DelegateInput,
  idempotencyKey?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'delegate', idempotencyKey, async (tx) => {
    const today = await databaseToday(tx)
    const own = await grantsInForceIn(tx, actor.accountId, today)
    if (!canDelegate(own.map((grant) => grant.role))) return fail('forbidden')
    if (input.startsOn < today) return wrongField('startsOn', 'Ủy quyền không có hiệu lực cho ngày đã qua.')
    if (input.startsOn > input.endsOn)
      return wrongField('endsOn', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.')
    if (daysBetween(input.startsOn, input.endsOn) >= LONGEST_DELEGATION_DAYS)
      return wrongField('endsOn', `Ủy quyền dài nhất ${LONGEST_DELEGATION_DAYS} ngày.`)
    const target = await tx.account.findUnique({ where: { id: input.toAccountId } })
    const held = target ? await grantsInForceIn(tx, target.id, today) : []
    if (!target || target.id === actor.accountId || target.disabledAt || !canReceiveDelegation(own, held))
      return wrongField('toAccountId', 'Chỉ ủy quyền được cho người cùng đơn vị đang có tài khoản hoạt động.')
    const { id } = await tx.delegation.create({
      data: {
        fromAccountId: actor.accountId,
        toAccountId: target.id,
        startsOn: dayToStore(input.startsOn),
        endsOn: dayToStore(input.endsOn),
        reason: input.reason,
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'delegate',
      entity: 'delegation',
      entityId: id,
      unitId: actor.homeUnit?.id,
      reason: input.reason,
      after: { toAccountId: target.id, startsOn: input.startsOn, endsOn: input.endsOn },
    })
    return ok({ id })
  })
}

/** Ends a delegation of one's own before its last day. */
export async function revokeDelegation(actor: Actor, delegationId: string): Promise<Result> {
  return perform(actor, 'revokeDelegation', undefined, async (tx) => {
    const delegation = await tx.delegation.findUnique({ where: { id: delegationId } })
    const related = [delegation?.fromAccountId, delegation?.toAccountId].includes(actor.accountId)
    if (!delegation || !related) return fail('not_found')
    if (delegation.fromAccountId !== actor.accountId) return fail('forbidden')
    const now = await databaseNow(tx)
    const ended = addDays(storedDay(delegation.endsOn), 1) <= calendarDay(now)
    const revoked = ended
      ? { count: 0 }
      : await tx.delegation.updateMany({
          where: { id: delegationId, revokedAt: null },
          data: { revokedAt: now },
        })
    if (revoked.count === 0) return fail('conflict', 'Ủy quyền này đã kết thúc.')
    await recordAuditIn(tx, actor, {
      action: 'revokeDelegation',
      entity: 'delegation',
      entityId: delegationId,
      unitId: actor.homeUnit?.id,
      before: { toAccountId: delegation.toAccountId },
    })
    return ok()
  })
}

async function grantsInForceIn(tx: Prisma.TransactionClient, accountId: string, today: string) {
  const day = dayToStore(today)
  return tx.roleGrant.findMany({
    where: {
      accountId,
      revokedAt: null,
      AND: [
        { OR: [{ startsOn: null }, { startsOn: { lte: day } }] },
        { OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
      ],
    },
    select: { role: true, unitId: true },
  })
}
