import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { invitationToken } from '@/lib/platform/auth/invitation'
import { endSessionsIn, hashSecret } from '@/lib/platform/auth/session'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore, storedDay } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canManageAccounts } from '../policy'
import { rolesConflict } from '../rules'
import { ROLE_SCOPES, type Role } from '../types'
import type { DisableInput, GrantInput, InviteInput } from './schema'

const LINK_DAYS = 7

type Invited = { accountId: string; invitationId: string }

/** Opens an account without a password and the link by which its owner chooses one. */
export async function inviteAccount(
  actor: Actor,
  input: InviteInput,
  idempotencyKey?: string,
): Promise<Result<Invited>> {
  return perform(actor, 'inviteAccount', idempotencyKey, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    const { email, name, role, ...scope } = input
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`account:${email}`}, 0))`
    if (await tx.account.findUnique({ where: { email } }))
      return wrongField('email', 'Email này đã có tài khoản.')
    const account = await tx.account.create({ data: { email, name } })
    if (role) {
      const granted = await grantIn(tx, actor, { accountId: account.id, role, ...scope })
      if (!granted.ok) return granted
    }
    const invitationId = await createInvitationIn(tx, actor, account.id)
    await recordAuditIn(tx, actor, {
      action: 'inviteAccount',
      entity: 'account',
      entityId: account.id,
      unitId: scope.unitId,
      clusterYearId: scope.clusterYearId,
      after: { name, role: role ?? null },
    })
    return ok({ accountId: account.id, invitationId })
  })
}

/** Takes an account's password and sessions away and makes a new link for its owner; older links stop working. */
export async function resetPassword(
  actor: Actor,
  accountId: string,
  idempotencyKey?: string,
): Promise<Result<Invited>> {
  return perform(actor, 'resetPassword', idempotencyKey, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    if (accountId === actor.accountId)
      return fail('invalid', 'Mật khẩu của chính mình được đổi ở trang Tài khoản.')
    const account = await tx.account.findUnique({ where: { id: accountId } })
    if (!account) return fail('not_found')
    if (account.disabledAt) return fail('locked', 'Tài khoản đang bị khóa. Hãy mở lại trước.')
    await tx.account.update({
      where: { id: accountId },
      data: { passwordHash: null, version: { increment: 1 } },
    })
    await endSessionsIn(tx, accountId)
    const invitationId = await createInvitationIn(tx, actor, accountId)
    await recordAuditIn(tx, actor, { action: 'resetPassword', entity: 'account', entityId: accountId })
    return ok({ accountId, invitationId })
  })
}

async function createInvitationIn(tx: Prisma.TransactionClient, actor: Actor, accountId: string) {
  const id = randomUUID()
  await tx.$executeRaw`
    UPDATE invitations SET expires_at = app_now()
     WHERE account_id = ${accountId}::uuid AND used_at IS NULL AND expires_at > app_now()`
  await tx.$executeRaw`
    INSERT INTO invitations (id, token_hash, account_id, created_by_id, expires_at)
    VALUES (${id}::uuid, ${hashSecret(invitationToken(id))}, ${accountId}::uuid, ${actor.accountId}::uuid,
            app_now() + ${`${LINK_DAYS} days`}::interval)`
  return id
}

/** Closes an account; its sessions die with it. The last administrator stays. */
export async function disableAccount(actor: Actor, input: DisableInput): Promise<Result> {
  return perform(actor, 'disableAccount', undefined, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    const account = await tx.account.findUnique({ where: { id: input.accountId } })
    if (!account) return fail('not_found')
    if (account.disabledAt) return fail('conflict', 'Tài khoản này đã bị khóa.')
    if (!(await administratorRemainsIn(tx, { accountId: account.id })))
      return fail(
        'invalid',
        'Đây là người quản trị cuối cùng. Hãy giao vai trò quản trị cho người khác trước.',
      )
    await tx.account.update({
      where: { id: account.id },
      data: { disabledAt: await databaseNow(tx), version: { increment: 1 } },
    })
    await endSessionsIn(tx, account.id)
    await recordAuditIn(tx, actor, {
      action: 'disableAccount',
      entity: 'account',
      entityId: account.id,
      reason: input.reason,
      before: { disabled: false },
      after: { disabled: true },
    })
    return ok()
  })
}

export async function enableAccount(actor: Actor, accountId: string): Promise<Result> {
  return perform(actor, 'enableAccount', undefined, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    const enabled = await tx.account.updateMany({
      where: { id: accountId, disabledAt: { not: null } },
      data: { disabledAt: null, version: { increment: 1 } },
    })
    if (enabled.count === 0) return fail('not_found')
    await recordAuditIn(tx, actor, {
      action: 'enableAccount',
      entity: 'account',
      entityId: accountId,
      before: { disabled: true },
      after: { disabled: false },
    })
    return ok()
  })
}

/** Signs an account out everywhere. */
export async function endAccountSessions(actor: Actor, accountId: string): Promise<Result> {
  return perform(actor, 'endAccountSessions', undefined, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    if (!(await tx.account.findUnique({ where: { id: accountId } }))) return fail('not_found')
    const ended = await endSessionsIn(tx, accountId)
    await recordAuditIn(tx, actor, {
      action: 'endAccountSessions',
      entity: 'account',
      entityId: accountId,
      after: { ended },
    })
    return ok()
  })
}

/** Gives a role for a unit, a cluster-year or the whole system, for the days stated or until revoked. */
export async function grantRole(actor: Actor, input: GrantInput, idempotencyKey?: string): Promise<Result> {
  return perform(actor, 'grantRole', idempotencyKey, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    return grantIn(tx, actor, input)
  })
}

async function grantIn(tx: Prisma.TransactionClient, actor: Actor, input: GrantInput): Promise<Result> {
  if (input.accountId === actor.accountId)
    return fail('invalid', 'Không ai tự giao vai trò cho mình. Hãy nhờ người quản trị khác.')
  const account = await tx.account.findUnique({
    where: { id: input.accountId },
    include: { grants: { where: { revokedAt: null } } },
  })
  if (!account) return fail('not_found')
  const held = account.grants.map((grant) => grant.role as Role)
  if (rolesConflict(held, input.role))
    return wrongField(
      'role',
      'Người quản trị hệ thống không giữ vai trò nhập, duyệt số liệu. Hãy dùng hai tài khoản.',
    )
  const scope = ROLE_SCOPES[input.role]
  const unitId = scope === 'UNIT' ? (input.unitId ?? null) : null
  const clusterYearId = scope === 'CLUSTER_YEAR' ? (input.clusterYearId ?? null) : null
  if (unitId && !(await tx.unit.findUnique({ where: { id: unitId } })))
    return wrongField('unitId', 'Đơn vị này không có.')
  if (clusterYearId && !(await tx.clusterYear.findUnique({ where: { id: clusterYearId } })))
    return wrongField('clusterYearId', 'Cụm này không có.')
  const same = account.grants.some(
    (grant) =>
      grant.role === input.role &&
      grant.unitId === unitId &&
      grant.clusterYearId === clusterYearId &&
      sameDay(grant.startsOn, input.startsOn) &&
      sameDay(grant.endsOn, input.endsOn),
  )
  if (same) return fail('conflict', 'Người này đang giữ đúng vai trò đó.')
  const grant = await tx.roleGrant.create({
    data: {
      accountId: input.accountId,
      role: input.role,
      unitId,
      clusterYearId,
      startsOn: dayToStore(input.startsOn),
      endsOn: dayToStore(input.endsOn),
    },
  })
  await recordAuditIn(tx, actor, {
    action: 'grantRole',
    entity: 'roleGrant',
    entityId: grant.id,
    unitId,
    clusterYearId,
    after: {
      accountId: input.accountId,
      role: input.role,
      startsOn: input.startsOn ?? null,
      endsOn: input.endsOn ?? null,
    },
  })
  return ok()
}

function sameDay(stored: Date | null, given: string | undefined): boolean {
  return (storedDay(stored) ?? undefined) === given
}

/** Takes a role away; it is gone at the holder's next request. The last administrator keeps hers. */
export async function revokeGrant(actor: Actor, grantId: string): Promise<Result> {
  return perform(actor, 'revokeGrant', undefined, async (tx) => {
    if (!canManageAccounts(actor)) return fail('forbidden')
    const grant = await tx.roleGrant.findUnique({ where: { id: grantId } })
    if (!grant) return fail('not_found')
    if (grant.revokedAt) return fail('conflict', 'Vai trò này đã được thu hồi.')
    if (grant.role === 'SYSTEM_ADMIN' && !(await administratorRemainsIn(tx, { grantId })))
      return fail(
        'invalid',
        'Đây là người quản trị cuối cùng. Hãy giao vai trò quản trị cho người khác trước.',
      )
    await tx.roleGrant.update({ where: { id: grantId }, data: { revokedAt: await databaseNow(tx) } })
    await recordAuditIn(tx, actor, {
      action: 'revokeGrant',
      entity: 'roleGrant',
      entityId: grantId,
      unitId: grant.unitId,
      clusterYearId: grant.clusterYearId,
      before: { accountId: grant.accountId, role: grant.role },
    })
    return ok()
  })
}

/** Whether somebody could still administer without this account or grant; two who remove each other wait in line. */
async function administratorRemainsIn(
  tx: Prisma.TransactionClient,
  without: { accountId: string } | { grantId: string },
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`
  const [row] = await tx.$queryRaw<[{ removes: boolean; remains: boolean }]>`
    WITH admins AS (
      SELECT g.id, g.account_id FROM role_grants g JOIN accounts a ON a.id = g.account_id
       WHERE g.role = 'SYSTEM_ADMIN' AND g.revoked_at IS NULL AND a.disabled_at IS NULL
         AND a.password_hash IS NOT NULL
         AND coalesce(g.starts_on, '-infinity') <= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
         AND coalesce(g.ends_on, 'infinity') >= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ), gone AS (
      SELECT id FROM admins
       WHERE account_id = ${'accountId' in without ? without.accountId : null}::uuid
          OR id = ${'grantId' in without ? without.grantId : null}::uuid
    )
    SELECT EXISTS (SELECT FROM gone) AS removes,
           EXISTS (SELECT FROM admins WHERE id NOT IN (SELECT id FROM gone)) AS remains`
  return !row.removes || row.remains
}
