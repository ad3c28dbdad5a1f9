import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { ENDPOINTS, pageOf, type EndpointName } from '@/lib/api/rules'
import type { Problem } from '@/lib/api/types'
import { parseInput } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { countRequest, readToken, tokenOf, type Stamp } from '@/lib/platform/auth/token'
import { fail, HTTP_STATUS, ok, type ErrorCode, type Failure, type Result } from '@/lib/platform/errors'
import { writeDataCsv, type DataCell } from '@/lib/platform/files/csv'
import { describeError, logger } from '@/lib/platform/logger'
import { gzippedBytes, stampedBytes } from '@/lib/platform/stamped'

type Context = { params: Promise<Record<string, string>> }
type Query<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['query']>
type Body<N extends EndpointName> = z.output<(typeof ENDPOINTS)[N]['body']>
type Asked<N extends EndpointName> = { params: Record<string, string>; query: Query<N> }

const BASE = '/api/v1'
const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

const TITLES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'Cần mã truy cập',
  forbidden: 'Không được đọc',
  not_found: 'Không tìm thấy',
  invalid: 'Tham số chưa đúng',
  rate_limited: 'Gọi quá nhanh',
  unavailable: 'Hệ thống đang bận',
}

/** A refusal as RFC 9457 has it. */
export function problem(failure: Failure, headers: Record<string, string> = {}): Response {
  const status = HTTP_STATUS[failure.code]
  const body: Problem = {
    type: 'about:blank',
    title: TITLES[failure.code] ?? 'Không làm được',
    status,
    detail: failure.message,
    code: failure.code,
    ...(failure.fields ? { fields: failure.fields } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="api", Basic realm="api"' } : {}),
      ...headers,
    },
  })
}

const etagOf = (content: string | Buffer) =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`

/** Bytes with their ETag, or 304 where the caller has them. A proxy may keep neither for somebody else. */
function content(etag: string, bytes: Buffer | null, headers: Record<string, string>): Response {
  const all = { etag, 'cache-control': 'private, no-cache', vary: 'authorization', ...headers }
  if (bytes === null) return new Response(null, { status: 304, headers: all })
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...all, 'content-length': String(bytes.length) },
  })
}

const takesGzip = (request: Request) =>
  /\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/i.test(request.headers.get('accept-encoding') ?? '')

const hasIt = (request: Request, etag: string) =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((given) => given.trim().replace(/^W\//, '') === etag)

/** The token's holder, counted and allowed to read this; otherwise the refusal. */
async function admit(
  request: Request,
  name: EndpointName,
  stamp?: Stamp,
): Promise<{ actor: Actor; stamp: string | null } | Response> {
  const token = tokenOf(request)
  const holder = token ? await readToken(token, stamp) : null
  if (!holder)
    return problem(
      fail(
        'unauthenticated',
        token
          ? 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi. Hãy tạo mã mới ở trang Tài khoản.'
          : 'Hãy gửi mã truy cập trong đầu đề Authorization. Mã được tạo ở trang Tài khoản.',
      ),
    )
  const wait = await countRequest(holder.tokenId)
  if (wait !== null)
    return problem(fail('rate_limited', `Đã quá số lần gọi mỗi phút. Hãy gọi lại sau ${wait} giây.`), {
      'retry-after': String(wait),
    })
  if (!holder.scopes.includes(ENDPOINTS[name].scope))
    return problem(fail('forbidden', 'Mã truy cập này không được đọc loại dữ liệu này.'))
  return { actor: holder.actor, stamp: holder.stamp }
}

/** The parameters of the address; a name nobody knows is refused rather than passed over. */
function ask<N extends EndpointName>(
  name: N,
  request: Request,
  params: Record<string, string>,
): Result<Asked<N>> {
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const { query } = ENDPOINTS[name]
  const unknown = Object.keys(given).filter((key) => !(key in query.shape))
  if (unknown.length > 0)
    return fail('invalid', 'Có tham số không được biết.', {
      fields: Object.fromEntries(unknown.map((key) => [key, 'Tham số này không có.'])),
    })
  if ('year' in params && !/^[12]\d{3}$/.test(params.year!)) return fail('not_found')
  const parsed = parseInput(query, given)
  return parsed.ok ? ok({ params, query: parsed.value as Query<N> }) : wrongParameters(parsed)
}

/** A caller sees no red lines: the sentence itself names each parameter and what is wrong with it. */
function wrongParameters({ fields = {} }: Failure): Failure {
  const named = Object.entries(fields).map(([name, sentence]) => `${name}: ${sentence}`)
  return fail('invalid', `Tham số chưa đúng. ${named.join(' ')}`, { fields })
}

/** A bug or a database that is away: the caller is told to try again, the log what it was. */
async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    logger.error({ error: describeError(error) }, 'an answer of the API failed')
    return problem(fail('unavailable', 'Hệ thống đang bận. Hãy gọi lại sau ít phút.'), {
      'retry-after': '60',
    })
  }
}

const encode = (format: 'json' | 'csv', body: unknown, rows: () => DataCell[][]) =>
  Buffer.from(format === 'csv' ? writeDataCsv(rows()) : JSON.stringify(body), 'utf8')

/** A list in pages. `read` gives the whole list or null where the address names nothing. */
export function serveList<N extends 'units' | 'clusters' | 'indicators' | 'awards', T extends object>(
  name: N,
  {
    read,
    idOf,
    rows,
  }: {
    read: (actor: Actor, asked: Asked<N>) => Promise<{ items: T[]; more?: Record<string, unknown> } | null>
    idOf: (item: T) => string
    rows: (items: T[]) => DataCell[][]
  },
) {
  return (request: Request): Promise<Response> =>
    guarded(async () => {
      const holder = await admit(request, name)
      if (holder instanceof Response) return holder
      const asked = ask(name, request, {})
      if (!asked.ok) return problem(asked)
      const { limit, cursor, format } = asked.value.query
      const list = await read(holder.actor, asked.value)
      if (!list) return problem(fail('not_found'))
      const page = pageOf(list.items, idOf, { limit, cursor })
      if (!page)
        return problem(
          fail('invalid', 'Trang này không còn. Hãy đọc lại từ đầu.', {
            fields: { cursor: 'Không còn đúng.' },
          }),
        )
      const bytes = encode(format, { ...list.more, ...page }, () => rows(page.items))
      const etag = etagOf(bytes)
      const next = new URL(request.url).searchParams
      if (page.next) next.set('cursor', page.next)
      return content(etag, hasIt(request, etag) ? null : bytes, {
        'content-type': TYPES[format],
        ...(page.next ? { link: `<${BASE}${ENDPOINTS[name].path}?${next}>; rel="next"` } : {}),
      })
    })
}

/** One document, made at each request. */
export function serveOne<N extends 'report'>(
  name: N,
  {
    read,
    rows,
  }: {
    read: (actor: Actor, asked: Asked<N>) => Promise<Body<N> | null>
    rows: (body: Body<N>) => DataCell[][]
  },
) {
  return (request: Request, context: Context): Promise<Response> =>
    guarded(async () => {
      const holder = await admit(request, name)
      if (holder instanceof Response) return holder
      const asked = ask(name, request, await context.params)
      if (!asked.ok) return problem(asked)
      const body = await read(holder.actor, asked.value)
      if (!body) return problem(fail('not_found'))
      const { format } = asked.value.query
      const bytes = encode(format, body, () => rows(body))
      const etag = etagOf(bytes)
      return content(etag, hasIt(request, etag) ? null : bytes, { 'content-type': TYPES[format] })
    })
}

/**
 * One document that many ask for: kept in the process under the version stamp that is read with the token, so an unchanged
 * one costs one statement, and a saved figure is in the next answer of every instance.
 */
export function serveStamped<N extends 'summary' | 'nation'>(
  name: N,
  {
    stampOf,
    rights,
    read,
    rows,
  }: {
    stampOf: (asked: Asked<N>) => Stamp
    /** What of the reader decides what she gets. */
    rights: (actor: Actor) => string
    read: (actor: Actor, asked: Asked<N>) => Promise<Body<N> | null>
    rows: (body: Body<N>) => DataCell[][]
  },
) {
  return (request: Request, context: Context): Promise<Response> =>
    guarded(async () => {
      const asked = ask(name, request, await context.params)
      const holder = await admit(request, name, asked.ok ? stampOf(asked.value) : undefined)
      if (holder instanceof Response) return holder
      if (!asked.ok) return problem(asked)
      const { params, query } = asked.value
      const key = JSON.stringify([name, params, query, rights(holder.actor)])
      const stamp = holder.stamp ?? ''
      const etag = etagOf(`${key}\n${stamp}`)
      const headers = { 'content-type': TYPES[query.format], vary: 'authorization, accept-encoding' }
      const made = await stampedBytes(key, stamp, async () => {
        const body = await read(holder.actor, asked.value)
        return body && encode(query.format, body, () => rows(body))
      })
      if (!made) return problem(fail('not_found'))
      if (hasIt(request, etag)) return content(etag, null, headers)
      if (!takesGzip(request)) return content(etag, made.bytes, headers)
      // The same document in other bytes: only a weak tag may name both.
      return content(`W/${etag}`, await gzippedBytes(made), { ...headers, 'content-encoding': 'gzip' })
    })
}
