import { createHash } from 'node:crypto'
import { openApiDocument } from '@/lib/api/openapi/rules'

/** The document itself is no secret: tools read it before anybody gives them a token. */
export function GET(request: Request): Response {
  const body = JSON.stringify(openApiDocument())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'public, no-cache' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}
