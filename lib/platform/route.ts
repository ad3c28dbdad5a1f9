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

/** The JSON body, read no further than 64 kB. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return fail('too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    const reader = request.body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > MAX_BODY_BYTES) {
        await reader.cancel()
        return fail('too_large')
      }
      chunks.push(value)
    }
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown)
  } catch {
    return fail('invalid', 'Nội dung gửi lên không đọc được.')
  }
}
