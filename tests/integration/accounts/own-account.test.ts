import { beforeEach, describe, expect, test } from 'vitest'
import {
  acceptInvitation,
  changePassword,
  delegate,
  revokeDelegation,
  revokeSession,
  signOutEverywhere,
} from '@/lib/accounts/commands'
import { getInvitation, getOwnDelegations, listOwnSessions } from '@/lib/accounts/queries'
import { invitationToken } from '@/lib/platform/auth/invitation'
import { hashPassword, passwordFits } from '@/lib/platform/auth/password'
import { hashSecret, openSessionIn, readSession } from '@/lib/platform/auth/session'
import { createAccount } from '@/tests/support/actors'
import { prisma, countRows, passTime, setNow, tableChecksums } from '@/tests/support/database'

const PASSWORD = 'mot cau de nho'
const device = { address: null, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537' }
let stored: string

async function signedIn(options: Parameters<typeof createAccount>[1] = {}) {
  const account = await createAccount(prisma, { passwordHash: stored, ...options })
  const token = await openSessionIn(prisma, account.id, device)
  const actor = await readSession(token)
  if (!actor) throw new Error('no session')
  return { account, token, actor }
}

/** Runs what must be refused and checks that it wrote nothing. */
async function leavesNoTrace<T>(act: () => Promise<T>): Promise<T> {
  const before = await tableChecksums()
  const outcome = await act()
  expect(await tableChecksums()).toEqual(before)
  return outcome
}

beforeEach(async () => {
  stored ??= await hashPassword(PASSWORD)
  await setNow('2026-07-01T08:00:00+07:00')
})

describe('changing the password', () => {
  const input = {
    currentPassword: PASSWORD,
    newPassword: 'con ga cuc tac',
    repeatedPassword: 'con ga cuc tac',
  }

  test('keeps this session, ends the others and pays the first change off', async () => {
    const { account, token, actor } = await signedIn({ mustChangePassword: true })
    const other = await openSessionIn(prisma, account.id, device)
    expect(await changePassword(actor, input)).toMatchObject({ ok: true })
    expect(await readSession(token)).toMatchObject({ mustChangePassword: false })
    expect(await readSession(other)).toBeNull()
    const { passwordHash } = await prisma.account.findUniqueOrThrow({ where: { id: account.id } })
    expect(await passwordFits(passwordHash, 'con ga cuc tac')).toBe(true)
    expect(await countRows('audit_entries', `action = 'changePassword'`)).toBe(1)
  })

  test('refuses a wrong current password, the same one again and an obvious one', async () => {
    const { actor } = await signedIn({ email: 'nguyenthihoa@example.test' })
    expect(await changePassword(actor, { ...input, currentPassword: 'wrong' })).toMatchObject({
      fields: { currentPassword: expect.any(String) },
    })
    for (const newPassword of [PASSWORD, 'nguyenthihoa', 'matkhau12345']) {
      expect(await changePassword(actor, { ...input, newPassword })).toMatchObject({
        fields: { newPassword: expect.any(String) },
      })
    }
    expect(await countRows('audit_entries')).toBe(0)
  })

  test('guessing the current password is delayed like signing in', async () => {
    const { actor } = await signedIn()
    for (let i = 0; i < 13; i++) await changePassword(actor, { ...input, currentPassword: 'wrong' })
    expect(await changePassword(actor, input)).toMatchObject({ code: 'rate_limited' })
  })
})

describe('sessions', () => {
  test('are listed in words, revoked one by one and all at once', async () => {
    const { account, token, actor } = await signedIn()
    const other = await openSessionIn(prisma, account.id, device)
    const listed = await listOwnSessions(actor)
    expect(listed.map((session) => [session.current, session.device])).toEqual([
      [true, 'Chrome trên Windows'],
      [false, 'Chrome trên Windows'],
    ])
    expect(await revokeSession(actor, listed[1]!.id)).toMatchObject({ ok: true })
    expect(await readSession(other)).toBeNull()
    expect(await readSession(token)).not.toBeNull()
    expect(await signOutEverywhere(actor)).toMatchObject({ ok: true })
    expect(await readSession(token)).toBeNull()
  })

  test("somebody else's session is not found", async () => {
    const { actor } = await signedIn()
    const { token, actor: other } = await signedIn()
    const refused = await leavesNoTrace(() => revokeSession(actor, other.sessionId))
    expect(refused).toMatchObject({ code: 'not_found' })
    expect(await readSession(token)).not.toBeNull()
  })
})

describe('an invitation', () => {
  async function invite() {
    const account = await createAccount()
    const id = crypto.randomUUID()
    const token = invitationToken(id)
    await prisma.invitation.create({
      data: {
        id,
        tokenHash: hashSecret(token),
        accountId: account.id,
        createdById: account.id,
        expiresAt: new Date('2026-07-08T08:00:00+07:00'),
      },
    })
    return { account, token }
  }

  test('sets the password once, also when used twice at the same moment', async () => {
    const { account, token } = await invite()
    expect(await getInvitation(token)).toMatchObject({ email: account.email })
    const outcomes = await Promise.all([
      acceptInvitation(token, 'con ga cuc tac'),
      acceptInvitation(token, 'con vit bau'),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await getInvitation(token)).toBeNull()
    expect(await acceptInvitation(token, 'con ga cuc tac')).toMatchObject({ code: 'not_found' })
    expect(await countRows('audit_entries', `action = 'acceptInvitation'`)).toBe(1)
  })

  test('is nothing when unknown, weak, late or for a closed account', async () => {
    const { account, token } = await invite()
    expect(await leavesNoTrace(() => acceptInvitation('x'.repeat(43), 'con ga cuc tac'))).toMatchObject({
      ok: false,
    })
    expect(await leavesNoTrace(() => acceptInvitation(token, '1234567890'))).toMatchObject({
      code: 'invalid',
    })
    await prisma.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } })
    expect(await leavesNoTrace(() => acceptInvitation(token, 'con ga cuc tac'))).toMatchObject({ ok: false })
    await prisma.account.update({ where: { id: account.id }, data: { disabledAt: null } })
    await passTime('8 days')
    expect(await getInvitation(token)).toBeNull()
    expect(await leavesNoTrace(() => acceptInvitation(token, 'con ga cuc tac'))).toMatchObject({ ok: false })
  })
})

describe('delegation', () => {
  async function arrange() {
    const unit = await prisma.unit.create({ data: { slug: 'lai-chau' } })
    const other = await prisma.unit.create({ data: { slug: 'son-la' } })
    const leader = await signedIn({
      name: 'Lãnh đạo',
      grants: [{ role: 'PROVINCE_LEADER', unitId: unit.id }],
    })
    const staff = await signedIn({
      name: 'Chuyên viên',
      grants: [{ role: 'PROVINCE_STAFF', unitId: unit.id }],
    })
    const stranger = await signedIn({ grants: [{ role: 'PROVINCE_STAFF', unitId: other.id }] })
    const input = {
      toAccountId: staff.account.id,
      startsOn: '2026-07-01',
      endsOn: '2026-07-05',
      reason: 'đi công tác',
    }
    return { unit, leader, staff, stranger, input }
  }

  test('gives the right at the next request and takes it back when revoked', async () => {
    const { unit, leader, staff, input } = await arrange()
    expect((await getOwnDelegations(leader.actor)).candidates.map(({ name }) => name)).toEqual([
      'Chuyên viên',
    ])
    const key = crypto.randomUUID()
    const given = await delegate(leader.actor, input, key)
    expect(await delegate(leader.actor, input, key)).toEqual(given)
    expect(await countRows('delegations')).toBe(1)
    const acting = await readSession(staff.token)
    expect(acting).toMatchObject({ leaderOf: [unit.id], actsFor: [{ accountId: leader.account.id }] })
    if (!given.ok || !acting) throw new Error('refused')
    expect((await getOwnDelegations(acting)).received).toMatchObject([
      { name: 'Lãnh đạo', state: 'IN_FORCE' },
    ])
    expect(await leavesNoTrace(() => revokeDelegation(acting, given.value.id))).toMatchObject({
      code: 'forbidden',
    })
    expect(await revokeDelegation(leader.actor, given.value.id)).toMatchObject({ ok: true })
    expect((await readSession(staff.token))?.leaderOf).toEqual([])
    expect(await countRows('audit_entries', `entity = 'delegation' AND reason IS NOT NULL`)).toBe(1)
  })

  test('is refused to staff, to the delegate herself, to other units, to the past and to half a year', async () => {
    const { leader, staff, stranger, input } = await arrange()
    const toLeader = { ...input, toAccountId: leader.account.id }
    expect(await leavesNoTrace(() => delegate(staff.actor, toLeader))).toMatchObject({ code: 'forbidden' })
    expect(await leavesNoTrace(() => delegate(leader.actor, toLeader))).toMatchObject({ code: 'invalid' })
    const toStranger = { ...input, toAccountId: stranger.account.id }
    expect(await leavesNoTrace(() => delegate(leader.actor, toStranger))).toMatchObject({ code: 'invalid' })
    expect(
      await leavesNoTrace(() => delegate(leader.actor, { ...input, startsOn: '2026-06-30' })),
    ).toMatchObject({
      fields: { startsOn: expect.any(String) },
    })
    expect(
      await leavesNoTrace(() => delegate(leader.actor, { ...input, endsOn: '2027-01-01' })),
    ).toMatchObject({
      fields: { endsOn: expect.any(String) },
    })
    await delegate(leader.actor, input)
    const acting = await readSession(staff.token)
    if (!acting) throw new Error('no session')
    // What was delegated is not delegated further.
    expect(await leavesNoTrace(() => delegate(acting, toLeader))).toMatchObject({ code: 'forbidden' })
    expect(await leavesNoTrace(() => revokeDelegation(stranger.actor, crypto.randomUUID()))).toMatchObject({
      code: 'not_found',
    })
  })
})
