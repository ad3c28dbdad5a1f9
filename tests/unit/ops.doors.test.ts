import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter, openDoor } from '@/lib/platform/doors'

let server: Server
let base = ''

beforeAll(async () => {
  openDoor('PUT', '/api/try/[id]/figures/[indicatorId]', async (request, { params }) =>
    Response.json(
      { ...(await params), body: await request.text(), cookie: request.headers.get('cookie') },
      { status: 201, headers: { 'x-door': 'open' } },
    ),
  )
  openDoor('GET', '/api/try/broken', () => Promise.reject(new Error('secret text')))
  server = createServer((request, response) => {
    if (!enter(request, response, base)) response.writeHead(299).end('ordinary way')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

const put = (path: string, body: string) =>
  fetch(base + path, { method: 'PUT', body, headers: { cookie: 'a=1; b=2' } })

test('a door hands its handler the parameters, headers and body, and the answer back', async () => {
  const answer = await put('/api/try/r-1/figures/i_2?x=1', 'một nghìn')
  expect(answer.status).toBe(201)
  expect(answer.headers.get('x-door')).toBe('open')
  expect(await answer.json()).toEqual({
    id: 'r-1',
    indicatorId: 'i_2',
    body: 'một nghìn',
    cookie: 'a=1; b=2',
  })
})

test('what no door is open for goes the ordinary way, unread', async () => {
  for (const path of [
    '/api/try/r-1/figures',
    '/api/try/r-1/figures/i_2/more',
    '/api/try/%2e%2e/figures/i_2',
    '/',
  ])
    expect((await put(path, 'x')).status, path).toBe(299)
  expect((await fetch(`${base}/api/try/r-1/figures/i_2`)).status).toBe(299)
  expect((await put('/api/try/r-1/figures/i_2', 'x'.repeat(70_000))).status).toBe(299)
})

test('a handler that throws is answered with a sentence that tells nothing', async () => {
  const answer = await fetch(`${base}/api/try/broken`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe('Hệ thống gặp lỗi. Hãy thử lại sau ít phút.')
})
