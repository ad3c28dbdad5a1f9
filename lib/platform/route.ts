import 'server-only'
import { fail, HTTP_STATUS, ok, type Result } from './errors'

const MAX_BODY_BYTES = 64 * 1024

/** A result as the answer of a route handler. */
export function answer(result: Result<unknown>): Response {
  return Response.json(result, {
    status: result.ok ? 200 : HTTP_STATUS[result.code],
    headers: { 'cache-control': 'no-store' },
  })
}

/** Whether the browser says that the request comes from a page of ours. What is no browser sends neither header. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

/** The body as it is, read no further than `limit` bytes. */
export async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return fail('too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    const reader = request.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > limit) {
        await reader.cancel()
        return fail('too_large')
      }
      chunks.push(value)
    }
  }
  return ok(Buffer.concat(chunks))
}

/** The JSON body, read no further than 64 kB. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  const bytes = await readBytes(request, MAX_BODY_BYTES)
  if (!bytes.ok) return bytes
  try {
    return ok(JSON.parse(Buffer.from(bytes.value).toString('utf8')) as unknown)
  } catch {
    return fail('invalid', 'Nội dung gửi lên không đọc được.')
  }
}

const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A made file to keep. `name` is ASCII. */
export function download(name: string, kind: keyof typeof MEDIA, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      'content-type': MEDIA[kind],
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
