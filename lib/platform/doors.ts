import type { IncomingMessage, ServerResponse } from 'node:http'
import { describeError, logger } from './logger'

/** A route handler as Next calls it. */
export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>
type Door = { method: string; path: RegExp; handler: Handler }

/** The widest body such a request carries; what says no length, or a longer one, goes the ordinary way. */
const MAX_BODY_BYTES = 64 * 1024

const KEY = Symbol.for('cum-thi-dua.doors')
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Door> }
const doors = (shared[KEY] ??= new Map<string, Door>())

/**
 * Lets the server call a route handler without Next's router, which costs more than the work of a small handler. The
 * route stays where it is and Next serves it too; `path` is its folder below `app`, as in `/api/reports/[id]`.
 */
export function openDoor(method: string, path: string, handler: Handler): void {
  const pattern = path.replace(/\[(\w+)\]/g, (_, name: string) => `(?<${name}>[\\w-]+)`)
  doors.set(`${method} ${path}`, { method, path: new RegExp(`^${pattern}$`), handler })
}

/** Answers through an open door; false where there is none for this request, and nothing of it has been read. */
export function enter(request: IncomingMessage, response: ServerResponse, origin: string): boolean {
  const url = new URL(request.url ?? '/', origin)
  for (const door of doors.values()) {
    if (door.method !== request.method) continue
    const match = door.path.exec(url.pathname)
    if (!match) continue
    const length = Number(request.headers['content-length'] ?? (request.method === 'GET' ? 0 : NaN))
    if (!(length <= MAX_BODY_BYTES)) return false
    void answer(door, url, { ...match.groups }, request, response)
    return true
  }
  return false
}

async function answer(
  door: Door,
  url: URL,
  params: Record<string, string>,
  incoming: IncomingMessage,
  response: ServerResponse,
) {
  try {
    const request = new Request(url, {
      method: door.method,
      headers: headersOf(incoming),
      body: door.method === 'GET' ? null : await bodyOf(incoming),
    })
    const given = await door.handler(request, { params: Promise.resolve(params) })
    const body = Buffer.from(await given.arrayBuffer())
    given.headers.forEach((value, name) => response.setHeader(name, value))
    if (given.status !== 304) response.setHeader('content-length', body.length)
    response.writeHead(given.status)
    response.end(body)
  } catch (error) {
    if (incoming.destroyed && !incoming.complete) return
    logger.error({ error: describeError(error), method: door.method }, 'a route failed')
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Hệ thống gặp lỗi. Hãy thử lại sau ít phút.')
  }
}

function headersOf(incoming: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(incoming.headers))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) pairs.push([name, one])
  return pairs
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
