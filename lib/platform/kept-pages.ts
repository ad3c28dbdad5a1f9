import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Actor } from './auth/actor'

/** Who asks for a page and what was read to make it; `askedMore` says, once it is made, whether it read more. */
export type PageFacts = { actor: Actor; facts: Promise<unknown>; askedMore: () => boolean }

type Kept = { print: string; headers: OutgoingHttpHeaders; body: Buffer; nonce: string; nonces: number[] }

const MOST_BYTES = 4 * 1024 * 1024
const MOST_BYTES_A_PAGE = 512 * 1024
const MOST_ASKED = 2000
/** Headers that belong to one answer. */
const OWN_HEADERS = [
  'x-request-id',
  'content-security-policy',
  'connection',
  'date',
  'set-cookie',
  'transfer-encoding',
]
/** How React marks, in a page sent with 200, a part that failed. */
const FAILED = ['data-dgst=', ':E{']

/** Pages as they were sent, the longest unused first. */
const pages = new Map<string, Kept>()
let bytes = 0
/** Names of pages asked for once: most are not asked for again, and are not worth keeping. */
const asked = new Set<string>()

/**
 * Answers with the page as it was made before, where the same session asks for it again and everything it is made of,
 * read anew, is the same; otherwise `make` answers, and its answer is kept from the second time on. Only the nonce of its
 * scripts is new.
 */
export function answerKept(
  request: IncomingMessage,
  response: ServerResponse,
  page: PageFacts,
  nonce: string,
  make: () => void,
): void {
  // A part of a page for the router, not a page.
  if (request.headers.rsc) return make()
  const { actor, facts, askedMore } = page
  const name = digest([actor.sessionId, request.url, request.headers['user-agent']])
  const print = facts.then((found) => digest([actor, found]))
  // The page learns of the failure itself.
  print.catch(() => undefined)
  const anew = () => {
    keepAnswer(response, name, print, nonce, askedMore)
    make()
  }
  const kept = pages.get(name)
  if (!kept) return isAskedAgain(name) ? anew() : make()
  print.then(
    (now) => (now === kept.print ? send(response, name, kept, nonce) : anew()),
    () => make(),
  )
}

function isAskedAgain(name: string): boolean {
  if (asked.delete(name)) return true
  asked.add(name)
  for (const oldest of asked) {
    if (asked.size <= MOST_ASKED) break
    asked.delete(oldest)
  }
  return false
}

function send(response: ServerResponse, name: string, kept: Kept, nonce: string): void {
  pages.delete(name)
  pages.set(name, kept)
  const body = Buffer.from(kept.body)
  for (const at of kept.nonces) body.write(nonce, at, 'latin1')
  for (const [header, value] of Object.entries(kept.headers))
    response.setHeader(header, typeof value === 'string' ? value.replaceAll(kept.nonce, nonce) : value!)
  response.setHeader('content-length', body.length)
  response.writeHead(200)
  response.end(body)
}

function keepAnswer(
  response: ServerResponse,
  name: string,
  print: Promise<string>,
  nonce: string,
  askedMore: () => boolean,
): void {
  const chunks: Buffer[] = []
  const collect = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  }
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse
  response.write = (...args: unknown[]) => {
    collect(args[0], args[1])
    return write(...args)
  }
  response.end = (...args: unknown[]) => {
    collect(args[0], args[1])
    return end(...args)
  }
  response.once('finish', () => {
    const headers = response.getHeaders()
    const isPage = response.statusCode === 200 && String(headers['content-type']).startsWith('text/html')
    const body = Buffer.concat(chunks)
    if (!isPage || askedMore() || headers['set-cookie'] || body.length > MOST_BYTES_A_PAGE) return
    if (FAILED.some((mark) => body.includes(mark))) return
    const shared = Object.entries(headers).filter(([header]) => !OWN_HEADERS.includes(header))
    print.then(
      (found) =>
        keep(name, {
          print: found,
          headers: Object.fromEntries(shared),
          body,
          nonce,
          nonces: placesOf(body, nonce),
        }),
      () => undefined,
    )
  })
}

function keep(name: string, page: Kept): void {
  bytes += page.body.length - (pages.get(name)?.body.length ?? 0)
  pages.delete(name)
  pages.set(name, page)
  for (const [oldest, { body }] of pages) {
    if (bytes <= MOST_BYTES) break
    pages.delete(oldest)
    bytes -= body.length
  }
}

function placesOf(body: Buffer, nonce: string): number[] {
  const places: number[] = []
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, at + nonce.length)) places.push(at)
  return places
}

const digest = (parts: unknown[]) => createHash('sha1').update(JSON.stringify(parts)).digest('base64')
