import type { IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { readSessionsWith, sessionAsked, withSessionAsked } from '@/lib/platform/early-session'
import type { Actor } from '@/lib/platform/auth/actor'

const asked: string[] = []
const actorOf = (token: string) => ({ accountId: `account of ${token}` }) as Actor

beforeEach(() => {
  asked.length = 0
  readSessionsWith((cookies) => {
    const token = cookies.replace('session=', '')
    asked.push(token)
    const actor =
      token === 'broken' ? Promise.reject(new Error('no database')) : Promise.resolve(actorOf(token))
    return { token, actor }
  })
})

const request = (url: string, token?: string, method = 'GET') =>
  ({ url, method, headers: token ? { cookie: `session=${token}` } : {} }) as IncomingMessage

/** What a page of that request finds, some turns of the event loop later. */
const found = (of: IncomingMessage, token: string) =>
  new Promise<Actor | null>((resolve, reject) => {
    withSessionAsked(of, () => {
      void setImmediate()
        .then(() => sessionAsked(token))
        .then(resolve, reject)
    })
  })

test('a page finds the session of its own request, asked for once; requests beside each other do not mix', async () => {
  const [one, other] = await Promise.all([
    found(request('/clusters/a/2026?ky=nam', 'one'), 'one'),
    found(request('/my-work', 'other'), 'other'),
  ])
  expect([one, other]).toEqual([actorOf('one'), actorOf('other')])
  expect(asked).toEqual(['one', 'other'])
})

test('another session than the one asked for is not answered with it', async () => {
  expect(await found(request('/my-work', 'one'), 'two')).toBeNull()
})

test.each([
  ['a form that is sent', request('/my-work', 'one', 'POST')],
  ['a handler', request('/api/health', 'one')],
  ['a file of the build', request('/_next/static/chunks/a.js', 'one')],
  ['a file', request('/icon.svg?x', 'one')],
  ['a page asked for without a cookie', request('/my-work')],
])('%s asks for nothing', async (_, of) => {
  expect(await found(of, 'one')).toBeNull()
  expect(asked).toEqual([])
})

test('a reading that fails tells whoever takes it up, and nobody else', async () => {
  await expect(found(request('/my-work', 'broken'), 'broken')).rejects.toThrow('no database')
  withSessionAsked(request('/sign-in', 'broken'), () => undefined)
  await setImmediate()
})
