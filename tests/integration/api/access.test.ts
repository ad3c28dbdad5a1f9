import { beforeAll, describe, expect, test } from 'vitest'
import { createToken, revokeToken } from '@/lib/accounts/tokens/commands'
import { listOwnTokens } from '@/lib/accounts/tokens/queries'
import type { NationalSummary, Summary } from '@/lib/api/types'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { canRead } from '@/lib/reports/policy'
import { REPORT_STATES } from '@/lib/reports/types'
import { actorWith, createAccount } from '@/tests/support/actors'
import { askApi, tokenFor } from '@/tests/support/api'
import { keepRowsBetweenTests, passTime, prisma, sql } from '@/tests/support/database'
import {
  arrangeReports,
  createReport,
  factsOf,
  PEOPLE,
  type Person,
  type ReportScene,
} from '@/tests/support/reports'

keepRowsBetweenTests()

let scene: ReportScene
let reportId: string
const accounts = {} as Record<Person, string>
const SUMMARY = '/clusters/phia-bac/years/2026/summary?period=SIX_MONTHS'
const NATION = '/national/years/2026/summary?period=SIX_MONTHS'
const REPORT = '/units/son-la/years/2026/report'

async function accountOf(person: Person) {
  const facts = factsOf(person, scene)
  const unit = (role: 'PROVINCE_STAFF' | 'PROVINCE_LEADER') => (unitId: string) => ({ role, unitId })
  const follows = (role: 'CENTRAL_STAFF' | 'CENTRAL_REVIEWER') => (clusterYearId: string) => ({
    role,
    clusterYearId,
  })
  return createAccount(prisma, {
    grants: [
      ...(facts.staffOf ?? []).map(unit('PROVINCE_STAFF')),
      ...(facts.leaderOf ?? []).map(unit('PROVINCE_LEADER')),
      ...(facts.centralStaffOf ?? []).map(follows('CENTRAL_STAFF')),
      ...(facts.reviewerOf ?? []).map(follows('CENTRAL_REVIEWER')),
      ...(facts.isOffice ? [{ role: 'CENTRAL_OFFICE' as const }] : []),
      ...(facts.isAdmin ? [{ role: 'SYSTEM_ADMIN' as const }] : []),
      ...(person === 'guest' ? [{ role: 'GUEST' as const }] : []),
    ],
  })
}

beforeAll(async () => {
  scene = await arrangeReports()
  reportId = (await createReport(scene)).id
  await prisma.$transaction((tx) => refreshProjectionsIn(tx, [reportId]))
  for (const person of PEOPLE) accounts[person] = (await accountOf(person)).id
})

/** What a token shows of the member's report: in the table, and in the report itself. */
async function shown(token: string) {
  const summary = (await (await askApi(SUMMARY, { token })).json()) as Summary
  const row = summary.units.find(({ unit }) => unit.slug === 'son-la')!
  const nation = (await (await askApi(NATION, { token })).json()) as NationalSummary
  const inNation = nation.units.find(({ unit }) => unit.slug === 'son-la')!
  const report = (await (await askApi(REPORT, { token })).json()) as { reports: unknown[] }
  const known = ({ cells }: { cells: { value: unknown }[] }) => cells.some(({ value }) => value !== null)
  return { table: known(row), nation: known(inNation), report: report.reports.length > 0 }
}

describe('P8 the API obeys the role matrix', () => {
  test('a guest holds no token', async () => {
    const guest = actorWith({ accountId: accounts.guest })
    expect(
      await createToken(guest, { name: 'Khách', scopes: ['SUMMARY'], reading: 'ALL', days: 30 }),
    ).toMatchObject({ ok: false, code: 'forbidden' })
  })

  test('each role reads a report in each state exactly where the pages show it', async () => {
    const tokens = new Map<Person, { all: string; confirmed: string }>()
    for (const person of PEOPLE.filter((one) => one !== 'guest'))
      tokens.set(person, {
        all: await tokenFor(accounts[person]),
        confirmed: await tokenFor(accounts[person], { reading: 'CONFIRMED' }),
      })
    const differences: string[] = []
    for (const state of REPORT_STATES) {
      await prisma.report.update({ where: { id: reportId }, data: { state } })
      for (const [person, { all, confirmed }] of tokens) {
        const facts = {
          unitId: scene.units.member.id,
          clusterYearId: scene.north.id,
          state,
          sentBefore: false,
        }
        const whole = canRead(actorWith(factsOf(person, scene)), facts)
        const narrow = state === 'CONFIRMED' || state === 'LOCKED'
        for (const [what, token, wanted] of [
          ['all', all, whole],
          ['confirmed only', confirmed, narrow],
        ] as const) {
          for (const [where, seen] of Object.entries(await shown(token)))
            if (seen !== wanted)
              differences.push(`${person}, ${what}, ${state}: ${where} ${seen}, not ${wanted}`)
        }
      }
    }
    expect(differences).toEqual([])
  })

  test('a token reads only the resources it was made for', async () => {
    const token = await tokenFor(accounts.office, { scopes: ['SUMMARY'] })
    const status = async (path: string) => (await askApi(path, { token })).status
    expect(await status(SUMMARY)).toBe(200)
    for (const path of ['/units', '/clusters', '/indicators?year=2026', '/awards', REPORT])
      expect(await status(path), path).toBe(403)
  })
})

describe('P8 a token that no longer holds is refused at the next request', () => {
  const refusal = { status: 401, code: 'unauthenticated' }
  const ask = async (token?: string, headers?: Record<string, string>) => {
    const response = await askApi('/units', { token, headers })
    return response.ok ? 'ok' : ((await response.json()) as object)
  }

  test('unknown, missing and malformed tokens', async () => {
    expect(await ask()).toMatchObject(refusal)
    expect(await ask(`ctd_${'x'.repeat(43)}`)).toMatchObject(refusal)
    for (const authorization of ['Bearer', 'Basic !!', 'Basic Og==', 'Digest a', 'Bearer ctd_%00'])
      expect(await ask(undefined, { authorization }), authorization).toMatchObject(refusal)
    const response = await askApi('/units')
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  test('a session is no token, and a token travels as the password of Basic too', async () => {
    const token = await tokenFor(accounts.officer)
    const basic = Buffer.from(`excel:${token}`).toString('base64')
    expect(await ask(undefined, { authorization: `Basic ${basic}` })).toBe('ok')
    expect(await ask(undefined, { cookie: `session=${token.slice(4)}` })).toMatchObject(refusal)
  })

  test('revoked', async () => {
    const token = await tokenFor(accounts.leader)
    expect(await ask(token)).toBe('ok')
    const holder = actorWith({ accountId: accounts.leader })
    const [held] = await listOwnTokens(holder)
    expect(await revokeToken(actorWith({ accountId: accounts.office }), held!.id)).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await ask(token)).toBe('ok')
    expect(await revokeToken(holder, held!.id)).toEqual({ ok: true, value: undefined })
    expect(await ask(token)).toMatchObject(refusal)
  })

  test('expired', async () => {
    const token = await tokenFor(accounts.deputy, { days: 30 })
    await passTime('29 days')
    expect(await ask(token)).toBe('ok')
    await passTime('2 days')
    expect(await ask(token)).toMatchObject(refusal)
    expect((await listOwnTokens(actorWith({ accountId: accounts.deputy })))[0]).toMatchObject({
      state: 'EXPIRED',
    })
  })

  test('the account is closed, or owes a change of password', async () => {
    const account = await createAccount(prisma, { grants: [{ role: 'CENTRAL_OFFICE' }] })
    const token = await tokenFor(account.id)
    const set = (column: string) => sql(`UPDATE accounts SET ${column} WHERE id = $1`, [account.id])
    expect(await ask(token)).toBe('ok')
    await set('disabled_at = now()')
    expect(await ask(token)).toMatchObject(refusal)
    await set('disabled_at = NULL')
    expect(await ask(token)).toBe('ok')
    await set('must_change_password = true')
    expect(await ask(token)).toMatchObject(refusal)
  })

  test('a role that ended leaves the token what the other roles give', async () => {
    await prisma.report.update({ where: { id: reportId }, data: { state: 'SENT' } })
    const account = await createAccount(prisma, {
      grants: [
        { role: 'CENTRAL_STAFF', clusterYearId: scene.north.id },
        { role: 'PROVINCE_STAFF', unitId: scene.units.southMember.id },
      ],
    })
    const token = await tokenFor(account.id)
    expect(await shown(token)).toEqual({ table: true, nation: true, report: true })
    await prisma.roleGrant.updateMany({
      where: { accountId: account.id, role: 'CENTRAL_STAFF' },
      data: { revokedAt: new Date(0) },
    })
    expect(await shown(token)).toEqual({ table: false, nation: false, report: false })
  })
})

describe('P8 what is kept of a token', () => {
  test('only its hash, and none of it in the audit trail', async () => {
    const token = await tokenFor(accounts.reviewer)
    const rows = await sql<{ text: string }>(
      `SELECT t::text AS text FROM api_tokens t UNION ALL SELECT a::text FROM audit_entries a
       UNION ALL SELECT k::text FROM idempotency_keys k`,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { text } of rows) expect(text).not.toContain(token.slice(4))
    expect(rows.some(({ text }) => text.includes('createToken'))).toBe(true)
  })

  test('an account holds a limited number', async () => {
    const account = await createAccount(prisma, { grants: [{ role: 'CENTRAL_OFFICE' }] })
    for (let made = 0; made < 20; made++) await tokenFor(account.id)
    await expect(tokenFor(account.id)).rejects.toThrow('nhiều nhất 20')
  })
})
