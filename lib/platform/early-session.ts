import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { Actor } from './auth/actor'

/** A session's opaque id, and who holds it. */
export type SessionReading = { token: string; actor: Promise<Actor | null> }
type ReadSession = (cookies: string) => SessionReading | null
type Early = { read: ReadSession | null; reading: AsyncLocalStorage<SessionReading> }

const KEY = Symbol.for('cum-thi-dua.early-session')
const shared = globalThis as typeof globalThis & { [KEY]?: Early }
// One for the HTTP server, which begins a reading, and for the bundles that Next makes, which take it up.
const early = (shared[KEY] ??= { read: null, reading: new AsyncLocalStorage() })

/** Files of the build and route handlers ask for themselves, if they ask at all. */
const PAGE = /^\/(?!_next\/|api\/)[^.?]*(\?|$)/

/** Says how the session that a `cookie` header names is read. */
export function readSessionsWith(read: ReadSession): void {
  early.read = read
}

/**
 * Handles a request; where a page is asked for, whose session it is has been asked of the database by then. Next takes
 * as long to find the page as the answer takes to come.
 */
export function withSessionAsked(request: IncomingMessage, handle: () => void): void {
  const cookies = request.headers.cookie
  const reading =
    cookies && request.method === 'GET' && PAGE.test(request.url ?? '') ? early.read?.(cookies) : null
  if (!reading) return handle()
  // Whoever takes the reading up learns of its failure; a page that asks for no session need not.
  reading.actor.catch(() => undefined)
  early.reading.run(reading, handle)
}

/** The reading begun for this request, if it is of this session. */
export function sessionAsked(token: string | undefined): Promise<Actor | null> | null {
  const reading = early.reading.getStore()
  return reading && reading.token === token ? reading.actor : null
}
