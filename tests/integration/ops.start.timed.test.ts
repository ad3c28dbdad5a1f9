import { request } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migrate } from '@/lib/platform/ops/migrate'
import { startPostgres, type EmbeddedPostgres } from '@/lib/platform/ops/postgres'
import { buildApp, startApp, type App } from '../support/server'

let folder: string
let server: EmbeddedPostgres
let app: App

beforeAll(async () => {
  vi.stubEnv('E2E_LOG_LEVEL', 'info')
  folder = await mkdtemp(path.join(tmpdir(), 'thidua-start-'))
  server = await startPostgres({ folder, port: 0, fast: true })
  await migrate(server.url)
  buildApp()
  app = await startApp(server.url)
}, 300_000)
afterAll(async () => {
  await app?.kill()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('gives every page, the missing one too, scripts with the nonce of its own policy', async () => {
  for (const page of ['/sign-in', '/no-such-page']) {
    const answer = await fetch(app.url + page, { headers: { 'x-request-id': 'a-known-request' } })
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(0)
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-request-id')).toBe('a-known-request')
  }
})

it('logs a request without its query string', async () => {
  await fetch(`${app.url}/sign-in?next=/a-private-thing`, {
    headers: { 'x-request-id': 'query-string-probe' },
  })
  await expect.poll(() => app.log()).toContain('query-string-probe')
  expect(app.log()).toContain('"path":"/sign-in"')
  expect(app.log()).not.toContain('a-private-thing')
})

it('is unhealthy while its database is away, and healthy after', async () => {
  await server.stop()
  const away = await fetch(`${app.url}/api/health`)
  expect([away.status, await away.json()]).toMatchObject([
    503,
    { status: 'unavailable', database: 'unreachable' },
  ])
  server = await startPostgres({ folder })
  const back = await fetch(`${app.url}/api/health`)
  expect([back.status, await back.json()]).toMatchObject([200, { status: 'ok', migrations: { pending: 0 } }])
})

it('finishes the requests in flight before it stops, and takes no new ones', async () => {
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const slow = request(
      `${app.url}/api/auth/callback/credentials`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 20 },
      },
      (response) => response.resume().on('end', () => resolve(response.statusCode)),
    )
    slow.on('error', reject)
    slow.write('email=a')
    setTimeout(() => slow.end('&password=b12'), 1_500)
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const stopped = app.stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(fetch(`${app.url}/api/health`)).rejects.toThrow()
  expect(await answered).toBeLessThan(500)
  await stopped
  expect(app.log()).toContain('"msg":"stopped"')
})
