import { beforeEach, describe, expect, test } from 'vitest'
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  grantRole,
  inviteAccount,
  resetPassword,
  revokeGrant,
} from '@/lib/accounts/admin/commands'
import {
  getAccount,
  getFreshInvitationLink,
  listAccounts,
  listScopeChoices,
} from '@/lib/accounts/admin/queries'
import { accountFilterSchema } from '@/lib/accounts/admin/schema'
import { listAuditEntries, listAuditedEntities } from '@/lib/accounts/audit/queries'
import { auditFilterSchema } from '@/lib/accounts/audit/schema'
import { acceptInvitation } from '@/lib/accounts/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { openSessionIn, readSession } from '@/lib/platform/auth/session'
import { accountActor, actorWith, createAccount } from '@/tests/support/actors'
import { prisma, countRows, passTime, tableChecksums } from '@/tests/support/database'
import { runMatrix } from '@/tests/support/matrix'

const device = { address: null, userAgent: null }
const all = accountFilterSchema.parse({})

async function createAdmin() {
  const account = await createAccount(prisma, { passwordHash: 'x', grants: [{ role: 'SYSTEM_ADMIN' }] })
  const token = await openSessionIn(prisma, account.id, device)
  const actor = await readSession(token)
  if (!actor) throw new Error('no session')
  return { account, token, actor }
}

const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? ''

describe('administration of accounts', () => {
  let admin: Actor
  let unitId: string
  beforeEach(async () => {
    admin = (await createAdmin()).actor
    const unit = await prisma.unit.create({
      data: { slug: 'dak-lak', designations: { create: { name: 'Đắk Lắk', kind: 'tỉnh' } } },
    })
    unitId = unit.id
  })

  test('an invited person appears, chooses a password by a link shown for ten minutes, and works at once', async () => {
    const key = crypto.randomUUID()
    const input = {
      name: 'Hoàng Thị Thử',
      email: 'thu@example.test',
      role: 'PROVINCE_STAFF' as const,
      unitId,
    }
    const invited = await inviteAccount(admin, input, key)
    expect(await inviteAccount(admin, input, key)).toEqual(invited)
    if (!invited.ok) throw new Error(invited.message)
    const { accountId, invitationId } = invited.value
    const link = await getFreshInvitationLink(admin, accountId, invitationId)
    expect(link).toMatch(/\/invite\/[\w-]{43}$/)
    const other = (await createAdmin()).actor
    expect(await getFreshInvitationLink(other, accountId, invitationId)).toBeNull()
    expect(await getAccount(admin, accountId)).toMatchObject({
      state: 'invited',
      grants: [{ role: 'PROVINCE_STAFF', scope: 'tỉnh Đắk Lắk', inForce: true }],
    })
    await passTime('11 minutes')
    expect(await getFreshInvitationLink(admin, accountId, invitationId)).toBeNull()
    expect(await acceptInvitation(tokenOf(link), 'con ga cuc tac')).toMatchObject({ ok: true })
    expect(await getAccount(admin, accountId)).toMatchObject({ state: 'active' })
    expect(await inviteAccount(admin, { ...input, email: 'thu@example.test' })).toMatchObject({
      fields: { email: expect.any(String) },
    })
  })

  test('a reset takes the password, the sessions and older links away', async () => {
    const account = await createAccount(prisma, { passwordHash: 'x' })
    const token = await openSessionIn(prisma, account.id, device)
    const first = await resetPassword(admin, account.id)
    if (!first.ok) throw new Error(first.message)
    const older = await getFreshInvitationLink(admin, account.id, first.value.invitationId)
    expect(await readSession(token)).toBeNull()
    await resetPassword(admin, account.id)
    expect(await acceptInvitation(tokenOf(older), 'con ga cuc tac')).toMatchObject({ code: 'not_found' })
    expect(await resetPassword(admin, admin.accountId)).toMatchObject({ code: 'invalid' })
    expect(await resetPassword(admin, crypto.randomUUID())).toMatchObject({ code: 'not_found' })
  })

  test("a closed account's sessions die at once and do not come back with it", async () => {
    const account = await createAccount(prisma, { passwordHash: 'x' })
    const token = await openSessionIn(prisma, account.id, device)
    expect(await disableAccount(admin, { accountId: account.id, reason: 'đã nghỉ hưu' })).toMatchObject({
      ok: true,
    })
    expect(await readSession(token)).toBeNull()
    expect(await disableAccount(admin, { accountId: account.id, reason: 'lần nữa' })).toMatchObject({
      code: 'conflict',
    })
    expect(await enableAccount(admin, account.id)).toMatchObject({ ok: true })
    expect(await enableAccount(admin, account.id)).toMatchObject({ code: 'not_found' })
    expect(await readSession(token)).toBeNull()
    const again = await openSessionIn(prisma, account.id, device)
    expect(await endAccountSessions(admin, account.id)).toMatchObject({ ok: true })
    expect(await readSession(again)).toBeNull()
  })

  test('the last administrator stays, also when two remove each other at once', async () => {
    const grant = await prisma.roleGrant.findFirstOrThrow({ where: { accountId: admin.accountId } })
    const before = await tableChecksums()
    expect(await disableAccount(admin, { accountId: admin.accountId, reason: 'thử' })).toMatchObject({
      ok: false,
    })
    expect(await revokeGrant(admin, grant.id)).toMatchObject({ ok: false })
    expect(await tableChecksums()).toEqual(before)
    const other = await createAdmin()
    const outcomes = await Promise.all([
      disableAccount(admin, { accountId: other.account.id, reason: 'thử' }),
      disableAccount(other.actor, { accountId: admin.accountId, reason: 'thử' }),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  test('a role needs its scope, is not doubled, not given to oneself and not mixed with administration', async () => {
    const account = await createAccount(prisma, { passwordHash: 'x' })
    const token = await openSessionIn(prisma, account.id, device)
    const input = { accountId: account.id, role: 'PROVINCE_LEADER' as const, unitId }
    expect(await grantRole(admin, input)).toMatchObject({ ok: true })
    expect((await readSession(token))?.leaderOf).toEqual([unitId])
    expect(await grantRole(admin, input)).toMatchObject({ code: 'conflict' })
    expect(await grantRole(admin, { ...input, unitId: crypto.randomUUID() })).toMatchObject({
      code: 'invalid',
    })
    expect(await grantRole(admin, { accountId: account.id, role: 'SYSTEM_ADMIN' })).toMatchObject({
      code: 'invalid',
    })
    expect(await grantRole(admin, { ...input, accountId: admin.accountId })).toMatchObject({
      code: 'invalid',
    })
    const grant = await prisma.roleGrant.findFirstOrThrow({ where: { accountId: account.id } })
    expect(await revokeGrant(admin, grant.id)).toMatchObject({ ok: true })
    expect((await readSession(token))?.leaderOf).toEqual([])
    expect(await revokeGrant(admin, grant.id)).toMatchObject({ code: 'conflict' })
  })

  test('accounts are found without diacritics, by role, by unit and by state; wildcards are only letters', async () => {
    await createAccount(prisma, {
      name: 'Đặng Thị Lý',
      passwordHash: 'x',
      grants: [{ role: 'PROVINCE_STAFF', unitId }],
    })
    const names = async (filter: object) =>
      (await listAccounts(admin, accountFilterSchema.parse(filter)))?.rows.map((row) => row.name)
    expect(await names({ q: 'dang thi ly' })).toEqual(['Đặng Thị Lý'])
    expect(await names({ q: '%' })).toEqual([])
    expect(await names({ role: 'PROVINCE_STAFF' })).toEqual(['Đặng Thị Lý'])
    expect(await names({ unit: unitId })).toEqual(['Đặng Thị Lý'])
    expect(await names({ unit: unitId, role: 'SYSTEM_ADMIN' })).toEqual([])
    expect(await names({ state: 'disabled' })).toEqual([])
    expect(await names({ page: 'x', role: 'NONE', unit: 'y' })).toHaveLength(2)
  })

  test('the trail shows who did what, before and after, filters and goes on where it stopped', async () => {
    const account = await createAccount(prisma, { name: 'Đặng Thị Lý', passwordHash: 'x' })
    await grantRole(admin, { accountId: account.id, role: 'PROVINCE_STAFF', unitId })
    await disableAccount(admin, { accountId: account.id, reason: 'đã nghỉ hưu' })
    const read = async (filter: object) =>
      (await listAuditEntries(admin, auditFilterSchema.parse(filter)))?.rows
    expect(await read({ action: 'disableAccount' })).toMatchObject([
      {
        entity: 'account',
        about: ['Đặng Thị Lý'],
        reason: 'đã nghỉ hưu',
        changes: [{ field: 'disabled', before: 'không', after: 'có' }],
      },
    ])
    expect(await read({ unit: unitId })).toMatchObject([
      {
        action: 'grantRole',
        changes: expect.arrayContaining([{ field: 'role', before: null, after: 'Chuyên viên' }]),
      },
    ])
    expect(await read({ person: 'nobody' })).toEqual([])
    expect(await read({ from: '2000-01-01', to: '2000-01-02' })).toEqual([])
    expect(await listAuditedEntities(admin)).toEqual(['account', 'roleGrant'])
    for (let i = 0; i < 51; i++) await endAccountSessions(admin, account.id)
    const first = await listAuditEntries(admin, auditFilterSchema.parse({}))
    const second = await listAuditEntries(admin, auditFilterSchema.parse({ before: first?.older }))
    expect([first?.rows.length, second?.rows.length, second?.older]).toEqual([50, 3, null])
  })
})

const ROLES = ['nobody', 'staff', 'leader', 'centralStaff', 'reviewer', 'office', 'admin'] as const
type RoleName = (typeof ROLES)[number]
type Scene = { accountId: string; disabledId: string; grantId: string; scope: string }

describe('M6 accounts', () => {
  test('every command of administration is the administrator’s alone', async () => {
    await runMatrix<RoleName, Scene>(
      {
        roles: ROLES,
        arrange: async () => {
          await createAdmin()
          const account = await createAccount(prisma, {
            passwordHash: 'x',
            grants: [{ role: 'CENTRAL_OFFICE' }],
          })
          const disabled = await createAccount(prisma, { passwordHash: 'x' })
          await prisma.account.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
          const grant = await prisma.roleGrant.findFirstOrThrow({ where: { accountId: account.id } })
          return {
            accountId: account.id,
            disabledId: disabled.id,
            grantId: grant.id,
            scope: crypto.randomUUID(),
          }
        },
        actorFor: (role, { scope }) =>
          accountActor(
            {
              nobody: {},
              staff: { staffOf: [scope], headOf: [scope] },
              leader: { leaderOf: [scope] },
              centralStaff: { centralStaffOf: [scope] },
              reviewer: { reviewerOf: [scope] },
              office: { isOffice: true },
              admin: { isAdmin: true },
            }[role],
          ),
      },
      (
        [
          ['inviteAccount', (actor) => inviteAccount(actor, { name: 'Thử', email: 'a@example.test' })],
          ['resetPassword', (actor, scene) => resetPassword(actor, scene.accountId)],
          [
            'disableAccount',
            (actor, scene) => disableAccount(actor, { accountId: scene.accountId, reason: 'thử' }),
          ],
          ['enableAccount', (actor, scene) => enableAccount(actor, scene.disabledId)],
          ['endAccountSessions', (actor, scene) => endAccountSessions(actor, scene.accountId)],
          ['grantRole', (actor, scene) => grantRole(actor, { accountId: scene.accountId, role: 'GUEST' })],
          ['revokeGrant', (actor, scene) => revokeGrant(actor, scene.grantId)],
        ] as [string, (actor: Actor, scene: Scene) => ReturnType<typeof grantRole>][]
      ).map(([command, run]) => ({ command, run, expected: { admin: 'ok' }, otherwise: 'forbidden' })),
    )
  }, 120_000)

  test('nobody else reads accounts or the trail', async () => {
    const { account } = await createAdmin()
    const office = actorWith({ isOffice: true })
    expect(await listAccounts(office, all)).toBeNull()
    expect(await getAccount(office, account.id)).toBeNull()
    expect(await listScopeChoices(office)).toEqual({ units: [], clusterYears: [] })
    expect(await listAuditEntries(office, auditFilterSchema.parse({}))).toBeNull()
    expect(await listAuditedEntities(office)).toEqual([])
    expect(await countRows('audit_entries')).toBe(0)
  })
})
