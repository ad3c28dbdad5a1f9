import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  cleanHeaders,
  contentSecurityPolicy,
  loggedPath,
  secureAnswer,
  takeRequestId,
} from '@/lib/platform/ops/request'

const request = (headers: Record<string, string>, remoteAddress = '::ffff:10.0.0.7') =>
  ({ headers: { ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage

describe('the request id', () => {
  it('is the caller’s where it can be one', () => {
    expect(takeRequestId(request({ 'x-request-id': 'proxy-4711.a' }))).toBe('proxy-4711.a')
  })
  it.each(['', 'short', 'a b c d e f g h', 'x'.repeat(65), 'line\nbreak-line'])(
    'is made anew for %j',
    (given) => {
      expect(takeRequestId(request({ 'x-request-id': given }))).toMatch(/^[0-9a-f-]{36}$/)
    },
  )
})

describe('headers a client must not set', () => {
  it('are removed, and the address is the socket’s', () => {
    const made = request({
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-client-address': '9.9.9.9',
      'content-security-policy': `script-src 'nonce-known'`,
    })
    cleanHeaders(made, false)
    expect(made.headers).toEqual({ 'x-client-address': '10.0.0.7' })
  })
  it('leave the last hop’s word behind a trusted proxy', () => {
    const made = request({ 'x-forwarded-for': '6.6.6.6, 203.0.113.9' })
    cleanHeaders(made, true)
    expect(made.headers['x-client-address']).toBe('203.0.113.9')
  })
})

describe('the logged path', () => {
  it.each([
    [
      '/clusters/mien-nui-bien-gioi-phia-bac/2026?period=year#x',
      '/clusters/mien-nui-bien-gioi-phia-bac/2026',
    ],
    ['/reports/0b8f6a56-9d0f-4a3e-8f1e-2d2f5f7a1b3c', '/reports/0b8f6a56-9d0f-4a3e-8f1e-2d2f5f7a1b3c'],
    ['/invite/mF3kQ9s7Zt1xYw2PbV4cN8dR6aLh0JgE', '/invite/:secret'],
    ['/accounts/chi.hoa%40example.vn', '/accounts/:secret'],
    ['/', '/'],
  ])('%s → %s', (url, logged) => expect(loggedPath(url)).toBe(logged))
})

describe('the answer', () => {
  let server: Server
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  async function answer(headers: Record<string, string>, implicit = false) {
    server = createServer((_, response) => {
      secureAnswer(response, contentSecurityPolicy('abc', true), true)
      if (implicit) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      else response.writeHead(200, headers)
      response.end('x')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      headers: { connection: 'close' },
    })
  }

  it.each([true, false])(
    'keeps pages out of every cache and names what they may load (headers set %s)',
    async (way) => {
      const { headers } = await answer(
        { 'content-type': 'text/html; charset=utf-8', etag: '"1"', 'cache-control': 's-maxage=31536000' },
        way,
      )
      expect(headers.get('cache-control')).toBe('private, no-store')
      expect(headers.get('etag')).toBeNull()
      expect(headers.get('content-security-policy')).toContain(`'nonce-abc' 'strict-dynamic'`)
      expect(headers.get('content-security-policy')).not.toContain('unsafe-eval')
      expect(headers.get('strict-transport-security')).toContain('max-age')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it('leaves the caching of files to whoever serves them', async () => {
    const { headers } = await answer({
      'content-type': 'text/css',
      'cache-control': 'public, max-age=60',
      etag: '"1"',
    })
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('etag')).toBe('"1"')
    expect(headers.get('content-security-policy')).toBeNull()
  })

  it('keeps the stricter policy a route set for itself', async () => {
    const { headers } = await answer({ 'content-type': 'text/html', 'content-security-policy': 'sandbox' })
    expect(headers.get('content-security-policy')).toBe('sandbox')
  })
})
