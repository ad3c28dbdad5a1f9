import { createServer, get, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { answerKept } from '@/lib/platform/kept-pages'
import type { Actor } from '@/lib/platform/auth/actor'

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

let server: Server
let port = 0
/** So many answers were made, and so many came at all. */
let made = 0
let asked = 0
let askedMore = false
let facts: () => Promise<unknown>
let make: (request: IncomingMessage) => { status?: number; headers?: Record<string, string>; body: string }

const nonceOf = (turn: number) => `nonce-${String(turn).padStart(18, '0')}`

beforeAll(async () => {
  server = createServer((request, response) => {
    const nonce = nonceOf((asked += 1))
    const actor = { sessionId: String(request.headers.cookie), name: String(request.headers['x-name']) }
    response.setHeader('x-request-id', nonce)
    answerKept(
      request,
      response,
      { actor: actor as Actor, facts: facts(), askedMore: () => askedMore },
      nonce,
      () => {
        const { status = 200, headers, body } = make(request)
        made += 1
        response.setHeader('link', `</a.css>; nonce="${nonce}"`)
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
        response.write(Buffer.from(`<p>Lần làm ${made}</p><script nonce="${nonce}">`))
        response.end(`</script>${body}<script nonce="${nonce}"></script>`)
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  made = 0
  askedMore = false
  facts = () => Promise.resolve(['a table', 3])
  make = () => ({ body: 'Chỉ tiêu' })
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    get(
      { port, path, headers: { cookie: 'one', 'user-agent': 'a browser', 'x-name': 'A', ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode!,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        )
      },
    ).on('error', reject)
  })

test('a page asked for again is made twice, then sent as it was while its facts are the same', async () => {
  await ask('/same')
  const made2 = await ask('/same')
  const again = await ask('/same')
  const last = await ask('/same')
  expect(made).toBe(2)
  const [old, now] = [made2, last].map(({ headers }) => String(headers['x-request-id'])) as [string, string]
  expect(now).not.toBe(old)
  expect(last.body).toBe(made2.body.replaceAll(old, now))
  expect(last.headers.link).toBe(`</a.css>; nonce="${now}"`)
  expect(again.status).toBe(200)
  expect(last.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(last.headers['transfer-encoding']).toBeUndefined()
  expect(Number(last.headers['content-length'])).toBe(Buffer.byteLength(last.body))
})

test('whatever has changed of the facts or of the reader makes the page anew', async () => {
  const number = (headers = {}) =>
    ask('/changing', headers).then(({ body }) => Number(/Lần làm (\d+)/.exec(body)![1]))
  expect([await number(), await number(), await number()]).toEqual([1, 2, 2])
  facts = () => Promise.resolve(['a table', 4])
  expect([await number(), await number()]).toEqual([3, 3])
  expect(await number({ 'x-name': 'Another name, or role' })).toBe(4)
})

test.each([
  ['another session', '/own', { cookie: 'two' }],
  ['another address', '/own?ky=nam', {}],
  ['another browser', '/own', { 'user-agent': 'another' }],
  ['a part for the router', '/own', { rsc: '1' }],
])('%s is not answered with it', async (_, path, headers) => {
  for (let time = 0; time < 3; time++) await ask('/own')
  const before = made
  await ask(path, headers)
  expect(made).toBe(before + 1)
})

test.each<[string, () => void]>([
  ['that asked for more than its facts', () => (askedMore = true)],
  ['whose facts cannot be read', () => (facts = () => Promise.reject(new Error('no database')))],
  ['that is not there', () => (make = () => ({ status: 404, body: 'Không có' }))],
  ['that sets a cookie', () => (make = () => ({ headers: { 'set-cookie': 'a=1' }, body: 'x' }))],
  ['that is none', () => (make = () => ({ headers: { 'content-type': 'text/plain' }, body: 'x' }))],
  ['of which a part failed', () => (make = () => ({ body: '<template data-dgst="1"></template>' }))],
  ['too large to keep', () => (make = () => ({ body: 'x'.repeat(600_000) }))],
])('a page %s is not kept', async (what, arrange) => {
  arrange()
  const path = `/not-kept/${encodeURIComponent(what)}`
  for (let time = 0; time < 4; time++) await ask(path)
  expect(made).toBe(4)
})

test('the pages longest unused make room for new ones', async () => {
  make = () => ({ body: 'x'.repeat(400_000) })
  const twice = async (path: string) => {
    await ask(path)
    await ask(path)
  }
  await twice('/room/first')
  await twice('/room/second')
  for (let page = 0; page < 10; page++) {
    await twice(`/room/${page}`)
    await ask('/room/first')
  }
  const before = made
  await ask('/room/first')
  expect(made).toBe(before)
  await ask('/room/second')
  expect(made).toBe(before + 1)
})
