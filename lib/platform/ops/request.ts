import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The widest body any door accepts; files come in chunks of at most 1 MB. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024

/** Headers that only this server may set: a client that sends them is not believed. */
const OURS = ['content-security-policy', 'content-security-policy-report-only', 'x-nonce', 'x-client-address']
const PROXIED = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
]

/** The caller's request id where it is one, a new one otherwise. */
export function takeRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID()
}

/**
 * Tells the pages who called: `x-client-address` is the address of the socket, or behind a trusted
 * proxy the one that the proxy itself saw (the last of x-forwarded-for).
 */
export function cleanHeaders(request: IncomingMessage, trustProxy: boolean): void {
  for (const name of OURS) delete request.headers[name]
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  if (!trustProxy) for (const name of PROXIED) delete request.headers[name]
  const socket = request.socket.remoteAddress ?? ''
  request.headers['x-client-address'] = (trustProxy && forwarded) || socket.replace(/^::ffff:/, '')
}

/** What a page may load. Scripts need the nonce of their own answer; nothing comes from elsewhere. */
export function contentSecurityPolicy(nonce: string, overHttps: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts and tables carry measured positions in style attributes.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `frame-src 'self' blob:`,
    `frame-ancestors 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    ...(overHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Sets the headers every answer carries, and those that depend on what the answer turns out to be. */
export function secureAnswer(response: ServerResponse, policy: string, overHttps: boolean): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'SAMEORIGIN')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  if (overHttps) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  beforeHeaders(response, () => {
    const type = String(response.getHeader('content-type') ?? '')
    if (type.startsWith('text/html')) {
      if (!response.hasHeader('content-security-policy'))
        response.setHeader('content-security-policy', policy)
      // A page belongs to one person and to one nonce: neither a proxy nor a 304 may bring it back.
      response.setHeader('cache-control', 'private, no-store')
      response.removeHeader('etag')
    } else if (type.startsWith('text/x-component')) {
      response.setHeader('cache-control', 'private, no-store')
    }
  })
}

/**
 * Lets the head of an answer leave with what follows in the same turn, not in a packet of its own; and the answer to a
 * change, which is small and never streams, in one piece. The socket is held, not the answer: Node would send what a
 * held answer keeps back after its end.
 */
export function sendTogether(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request
  const flushHeaders = response.flushHeaders.bind(response)
  response.flushHeaders = () => {
    socket.cork()
    flushHeaders()
    process.nextTick(() => socket.uncork())
  }
  if (request.method !== 'GET' && request.url?.startsWith('/api/app/')) socket.cork()
}

/** Runs once, when the status and headers are about to leave. */
function beforeHeaders(response: ServerResponse, act: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.writeHead = writeHead as typeof response.writeHead
    const given = rest.find((part) => typeof part === 'object' && part !== null)
    if (given && !Array.isArray(given)) {
      for (const [name, value] of Object.entries(given))
        if (value !== undefined) response.setHeader(name, value as string)
      act()
      return writeHead(status, ...rest.filter((part) => typeof part === 'string'))
    }
    act()
    return writeHead(status, ...rest)
  }) as typeof response.writeHead
}

/** A path that names nobody: no query string, and segments that look like secrets are masked. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '/'
  if (path.startsWith('/_next/')) return path
  return path
    .split('/')
    .map((part) => (isSecretLike(part) ? ':secret' : part))
    .join('/')
}

function isSecretLike(part: string): boolean {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part)) return false
  return (
    part.includes('@') ||
    part.includes('%40') ||
    (part.length >= 24 && /\d/.test(part) && !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(part))
  )
}
