import { beforeEach, describe, expect, test } from 'vitest'
import { endSession, openSessionIn, readSession } from '@/lib/platform/auth/session'
import { createAccount } from '@/tests/support/actors'
import { passTime, prisma, setNow, sql } from '@/tests/support/database'

const device = { address: '10.0.0.1', userAgent: 'test' }

async function arrange() {
  await setNow('2026-07-01T08:00:00+07:00')
  const organiser = await prisma.organiser.create({ data: { slug: 'tw', name: 'Trung ương' } })
  const set = await prisma.clusterSet.create({ data: { organiserId: organiser.id, slug: 's', name: 'S' } })
  const year = await prisma.emulationYear.create({
    data: { organiserId: organiser.id, year: 2026, state: 'OPEN' },
  })
  const cluster = await prisma.cluster.create({ data: { slug: 'bac', name: 'Bắc' } })
  const clusterYear = await prisma.clusterYear.create({
    data: { clusterId: cluster.id, setId: set.id, emulationYearId: year.id, year: 2026, title: 'Cụm Bắc' },
  })
  const unitOf = async (slug: string, name: string) => {
    const unit = await prisma.unit.create({
      data: { slug, designations: { create: { name, kind: 'tỉnh', validFrom: new Date('2025-07-01') } } },
    })
    await prisma.clusterMembership.create({ data: { clusterYearId: clusterYear.id, unitId: unit.id } })
    return unit
  }
  const head = await unitOf('lai-chau', 'Lai Châu')
  const next = await unitOf('son-la', 'Sơn La')
  await prisma.headship.create({
    data: {
      clusterYearId: clusterYear.id,
      unitId: head.id,
      role: 'HEAD',
      startsOn: new Date('2026-01-01'),
      endsOn: new Date('2026-07-31'),
    },
  })
  await prisma.headship.create({
    data: { clusterYearId: clusterYear.id, unitId: next.id, role: 'HEAD', startsOn: new Date('2026-08-01') },
  })
  return { year, clusterYear, head, next }
}

let world: Awaited<ReturnType<typeof arrange>>
beforeEach(async () => {
  world = await arrange()
})

async function signedIn(grants: Parameters<typeof createAccount>[1]) {
  const account = await createAccount(prisma, grants)
  const token = await openSessionIn(prisma, account.id, device)
  return { account, token }
}

describe('the session', () => {
  test('tells the roles, the home unit, memberships and headships of today', async () => {
    const { account, token } = await signedIn({ grants: [{ role: 'PROVINCE_STAFF', unitId: world.head.id }] })
    expect(await readSession(token)).toMatchObject({
      accountId: account.id,
      homeUnit: { slug: 'lai-chau', name: 'Lai Châu', kind: 'tỉnh' },
      staffOf: [world.head.id],
      leaderOf: [],
      memberOf: [world.clusterYear.id],
      headOf: [world.clusterYear.id],
      deputyOf: [],
      isOffice: false,
      actsFor: [],
    })
  })

  test('a handover takes effect on its day, at the next request', async () => {
    await setNow('2026-07-31T23:59:00+07:00')
    const old = await signedIn({ grants: [{ role: 'PROVINCE_LEADER', unitId: world.head.id }] })
    const coming = await signedIn({ grants: [{ role: 'PROVINCE_LEADER', unitId: world.next.id }] })
    expect((await readSession(old.token))?.headOf).toEqual([world.clusterYear.id])
    expect((await readSession(coming.token))?.headOf).toEqual([])
    await setNow('2026-08-01T00:01:00+07:00')
    expect((await readSession(old.token))?.headOf).toEqual([])
    expect((await readSession(coming.token))?.headOf).toEqual([world.clusterYear.id])
  })

  test('a headship without a known end is over once its year is closed', async () => {
    await setNow('2026-08-05T08:00:00+07:00')
    const { token } = await signedIn({ grants: [{ role: 'PROVINCE_STAFF', unitId: world.next.id }] })
    expect((await readSession(token))?.headOf).toEqual([world.clusterYear.id])
    await prisma.emulationYear.update({ where: { id: world.year.id }, data: { state: 'CLOSED' } })
    expect((await readSession(token))?.headOf).toEqual([])
  })

  test('a role given or taken applies at the next request, and on its days alone', async () => {
    const { account, token } = await signedIn({
      grants: [
        { role: 'PROVINCE_STAFF', unitId: world.head.id, startsOn: '2026-07-02', endsOn: '2026-07-02' },
      ],
    })
    expect((await readSession(token))?.staffOf).toEqual([])
    await setNow('2026-07-02T12:00:00+07:00')
    expect((await readSession(token))?.staffOf).toEqual([world.head.id])
    await setNow('2026-07-03T00:00:30+07:00')
    expect((await readSession(token))?.staffOf).toEqual([])
    const grant = await prisma.roleGrant.create({ data: { accountId: account.id, role: 'SYSTEM_ADMIN' } })
    expect((await readSession(token))?.isAdmin).toBe(true)
    await prisma.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: new Date() } })
    expect((await readSession(token))?.isAdmin).toBe(false)
  })

  test('a delegate holds the deciding role from the first day to the last', async () => {
    const leader = await createAccount(prisma, {
      name: 'Chủ tịch',
      grants: [
        { role: 'PROVINCE_LEADER', unitId: world.head.id },
        { role: 'PROVINCE_STAFF', unitId: world.next.id },
      ],
    })
    const { account, token } = await signedIn({})
    const delegation = await prisma.delegation.create({
      data: {
        fromAccountId: leader.id,
        toAccountId: account.id,
        startsOn: new Date('2026-07-02'),
        endsOn: new Date('2026-07-03'),
        reason: 'đi công tác',
      },
    })
    expect((await readSession(token))?.leaderOf).toEqual([])
    await setNow('2026-07-02T00:00:30+07:00')
    expect(await readSession(token)).toMatchObject({
      leaderOf: [world.head.id],
      staffOf: [],
      homeUnit: null,
      headOf: [world.clusterYear.id],
      actsFor: [
        {
          accountId: leader.id,
          name: 'Chủ tịch',
          role: 'PROVINCE_LEADER',
          scopeId: world.head.id,
          until: '2026-07-03',
        },
      ],
    })
    await prisma.delegation.update({ where: { id: delegation.id }, data: { revokedAt: new Date() } })
    expect((await readSession(token))?.leaderOf).toEqual([])
    await prisma.delegation.update({ where: { id: delegation.id }, data: { revokedAt: null } })
    await prisma.account.update({ where: { id: leader.id }, data: { disabledAt: new Date() } })
    expect((await readSession(token))?.leaderOf).toEqual([])
    await prisma.account.update({ where: { id: leader.id }, data: { disabledAt: null } })
    await setNow('2026-07-04T00:00:30+07:00')
    expect((await readSession(token))?.leaderOf).toEqual([])
  })

  test('ends when revoked, when its account is closed, when it is idle and when it is old', async () => {
    const { account, token } = await signedIn({})
    expect(await readSession(token)).not.toBeNull()
    expect(await readSession(`${token.slice(0, -1)}x`)).toBeNull()
    expect(await readSession('nonsense')).toBeNull()
    expect(await readSession(undefined)).toBeNull()
    await prisma.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } })
    expect(await readSession(token)).toBeNull()
    await prisma.account.update({ where: { id: account.id }, data: { disabledAt: null } })
    await passTime('11 days')
    expect(await readSession(token)).toBeNull()
    await sql('UPDATE sessions SET last_seen_at = app_now()')
    expect(await readSession(token)).not.toBeNull()
    await passTime('20 days')
    await sql('UPDATE sessions SET last_seen_at = app_now()')
    expect(await readSession(token)).toBeNull()
    const other = await openSessionIn(prisma, account.id, device)
    await endSession(other)
    expect(await readSession(other)).toBeNull()
  })

  test('keeps no opaque id and remembers when it was last seen, at most once in five minutes', async () => {
    const { token } = await signedIn({})
    const rows = await sql('SELECT * FROM sessions')
    expect(JSON.stringify(rows)).not.toContain(token)
    await passTime('4 minutes')
    await readSession(token)
    await passTime('2 minutes')
    await readSession(token)
    await expect
      .poll(
        async () =>
          (await sql("SELECT 1 FROM sessions WHERE last_seen_at > app_now() - interval '1 minute'")).length,
      )
      .toBe(1)
  })
})
