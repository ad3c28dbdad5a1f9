import type { IncomingMessage } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import {
  askedOnce,
  askEarly,
  noteAsked,
  readSessionsWith,
  sessionAsked,
  withPageAsked,
} from '@/lib/platform/early'
import type { PageFacts } from '@/lib/platform/kept-pages'
import type { Actor } from '@/lib/platform/auth/actor'

const asked: string[] = []
const actorOf = (token: string) =>
  ({ accountId: `account of ${token}`, mustChangePassword: token === 'new' }) as Actor

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

const request = (url: string, token?: string, method = 'GET', headers = {}) =>
  ({
    url,
    method,
    headers: { ...headers, ...(token ? { cookie: `session=${token}` } : {}) },
  }) as IncomingMessage

/** What a page of that request finds, some turns of the event loop later. */
const found = (of: IncomingMessage, token: string) =>
  new Promise<Actor | null>((resolve, reject) => {
    withPageAsked(of, () => {
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
  ['a page fetched ahead of a click', request('/my-work', 'one', 'GET', { 'next-router-prefetch': '1' })],
])('%s asks for nothing', async (_, of) => {
  expect(await found(of, 'one')).toBeNull()
  expect(asked).toEqual([])
})

test('a reading that fails tells whoever takes it up, and nobody else', async () => {
  await expect(found(request('/my-work', 'broken'), 'broken')).rejects.toThrow('no database')
  withPageAsked(request('/sign-in', 'broken'), () => undefined)
  await setImmediate()
})

/** What the server is given for a request, and what the page finds when it asks `what` itself. */
const handled = (of: IncomingMessage, what: string, ask: () => Promise<unknown>) =>
  new Promise<{ page: PageFacts | undefined; answer: unknown }>((resolve, reject) => {
    withPageAsked(of, (page) => {
      void setImmediate()
        .then(() => askedOnce(what, ask))
        .then((answer) => resolve({ page, answer }), reject)
    })
  })

test('what a page shows is asked for as soon as it is known who asks, and once', async () => {
  const begun: unknown[] = []
  askEarly('/places/[slug]/[year]', async (actor, params, search) => {
    noteAsked()
    begun.push([actor.accountId, params, search.get('ky')])
    return [await askedOnce('table', () => Promise.resolve('asked early')), 3]
  })
  const late = () => Promise.resolve('asked by the page')
  const { page, answer } = await handled(request('/places/a-b/2026?ky=nam', 'one'), 'table', late)
  expect(begun).toEqual([['account of one', { slug: 'a-b', year: '2026' }, 'nam']])
  expect(answer).toBe('asked early')
  expect(page!.actor).toEqual(actorOf('one'))
  expect(await page!.facts).toEqual(['asked early', 3])
  expect(page!.askedMore()).toBe(false)

  for (const other of [
    request('/places/a-b/2026/members', 'one'),
    request('/places/a-b/2026', 'new'),
    request('/places/a-b/2026', 'broken'),
    request('/places/a-b/2026'),
  ])
    expect(await handled(other, 'table', late)).toEqual({ page: undefined, answer: 'asked by the page' })
  expect(begun).toHaveLength(1)
})

test('what could not be read early fails for the page that takes it up', async () => {
  askEarly('/failing', () => askedOnce('facts', () => Promise.reject(new Error('no database'))))
  const late = () => Promise.resolve('never asked')
  await expect(handled(request('/failing', 'one'), 'facts', late)).rejects.toThrow('no database')
})

test('a page that asks for anything by itself is told from one that does not', async () => {
  askEarly('/asking/[slug]', () => askedOnce('facts', () => Promise.resolve(1)))
  const itself = () => {
    noteAsked()
    return Promise.resolve(2)
  }
  expect((await handled(request('/asking/a', 'one'), 'facts', itself)).page!.askedMore()).toBe(false)
  expect((await handled(request('/asking/b', 'one'), 'something else', itself)).page!.askedMore()).toBe(true)
  noteAsked()
})
