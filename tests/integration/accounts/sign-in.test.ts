import { beforeEach, describe, expect, test } from 'vitest'
import { authOptions } from '@/lib/platform/auth/next-auth'
import { hashPassword } from '@/lib/platform/auth/password'
import { readSession } from '@/lib/platform/auth/session'
import { signIn, type Device } from '@/lib/platform/auth/sign-in'
import { createAccount } from '@/tests/support/actors'
import { prisma, countRows, passTime, sql } from '@/tests/support/database'

const PASSWORD = 'mot cau de nho'
const here = { address: '10.0.0.1', userAgent: 'Chrome' }
const there = { address: '10.0.0.2', userAgent: 'Firefox' }
const email = 'hoa@example.test'
let accountId: string

beforeEach(async () => {
  accountId = (await createAccount(prisma, { email, passwordHash: await hashPassword(PASSWORD) })).id
})

const attempt = (password: string, device: Device = here, address = email) =>
  signIn({ email: address, password }, device, undefined)

async function fail(times: number, device = here) {
  for (let i = 0; i < times; i++) await attempt('wrong', device)
}

describe('signing in', () => {
  test('opens a session whatever the case of the address and leaves one row of the trail', async () => {
    const outcome = await attempt(PASSWORD, here, '  HOA@example.test ')
    expect(outcome).toMatchObject({ ok: true, value: { accountId, mustChangePassword: false } })
    if (!outcome.ok) return
    expect(await readSession(outcome.value.token)).toMatchObject({ accountId })
    expect(await countRows('audit_entries', `action = 'signIn' AND actor_id = $1`, [accountId])).toBe(1)
  })

  test('gives a new session each time and ends the one the browser came with', async () => {
    const first = await attempt(PASSWORD)
    if (!first.ok) throw new Error(first.message)
    const planted = first.value.token
    const second = await signIn({ email, password: PASSWORD }, here, planted)
    if (!second.ok) throw new Error(second.message)
    expect(second.value.token).not.toBe(planted)
    expect(await readSession(planted)).toBeNull()
  })

  test('says the same of a wrong password, an unknown, a closed and an unfinished account', async () => {
    const wrong = await attempt('wrong')
    expect(wrong).toMatchObject({ ok: false, code: 'invalid' })
    expect(await attempt(PASSWORD, here, 'nobody@example.test')).toEqual(wrong)
    await createAccount(prisma, { email: 'new@example.test' })
    expect(await attempt(PASSWORD, here, 'new@example.test')).toEqual(wrong)
    await prisma.account.update({ where: { id: accountId }, data: { disabledAt: new Date() } })
    expect(await attempt(PASSWORD)).toEqual(wrong)
    expect(await countRows('sessions')).toBe(0)
    expect(await countRows('audit_entries')).toBe(0)
  })

  test('delays grow at one address, name the wait and leave other addresses alone', async () => {
    await fail(5)
    const delayed = await attempt(PASSWORD)
    expect(delayed).toMatchObject({ ok: false, code: 'rate_limited' })
    expect(delayed.ok ? '' : delayed.message).toMatch(/Hãy chờ (10|9) giây/)
    expect((await attempt(PASSWORD, there)).ok).toBe(true)
    await passTime('11 seconds')
    await fail(1)
    expect(await attempt(PASSWORD)).toMatchObject({
      code: 'rate_limited',
      message: expect.stringMatching(/(20|19) giây/),
    })
    await passTime('21 seconds')
    expect((await attempt(PASSWORD)).ok).toBe(true)
    expect(await countRows('sign_in_throttles')).toBe(0)
  })

  test('an attempt during a delay neither counts nor lengthens it', async () => {
    await fail(5)
    const before = await sql('SELECT * FROM sign_in_throttles ORDER BY key')
    await fail(10)
    expect(await sql('SELECT * FROM sign_in_throttles ORDER BY key')).toEqual(before)
  })

  test('failures from ever new addresses delay the account, never longer than five minutes', async () => {
    for (let i = 0; i < 13; i++) await attempt('wrong', { address: `10.1.0.${i}`, userAgent: null })
    expect(await attempt(PASSWORD, there)).toMatchObject({ code: 'rate_limited' })
    for (let i = 0; i < 12; i++) {
      await passTime('6 minutes')
      await attempt('wrong', { address: `10.2.0.${i}`, userAgent: null })
    }
    const refused = await attempt(PASSWORD, there)
    expect(refused.ok ? '' : refused.message).toContain('5 phút')
  })

  test('one address failing on many accounts is never delayed itself: a hall shares it', async () => {
    for (let i = 0; i < 40; i++) await attempt('wrong', here, `person${i}@example.test`)
    expect((await attempt(PASSWORD)).ok).toBe(true)
  })

  test('a hundred attempts at once are counted, not overlooked', async () => {
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => attempt('wrong')))
    const judged = outcomes.filter((outcome) => !outcome.ok && outcome.code === 'invalid')
    expect(judged.length).toBeLessThanOrEqual(5)
  })

  test('failures are forgotten after a day', async () => {
    await fail(5)
    await passTime('25 hours')
    await fail(4)
    expect((await attempt(PASSWORD)).ok).toBe(true)
  })
})

describe('next-auth', () => {
  const options = authOptions()
  const provider = options.providers[0] as unknown as {
    options: { authorize: (c: object, r: object) => Promise<{ id: string; token: string } | null> }
  }

  test('judges by the same rule and hands out the opaque id alone', async () => {
    const request = { headers: { 'x-client-address': '10.0.0.9' } }
    await expect(provider.options.authorize({ email, password: 'wrong' }, request)).rejects.toThrow('invalid')
    const user = await provider.options.authorize({ email, password: PASSWORD }, request)
    if (!user) throw new Error('refused')
    const token = await options.callbacks!.jwt!({ token: {}, user, account: null } as never)
    const cookie = await options.jwt!.encode!({ token, secret: '' })
    expect(cookie).toBe(user.token)
    expect(await options.jwt!.decode!({ token: cookie, secret: '' })).toMatchObject({ sub: accountId })
    await options.events!.signOut!({ token } as never)
    expect(await readSession(cookie)).toBeNull()
    expect(await options.jwt!.decode!({ token: cookie, secret: '' })).toBeNull()
  })
})
