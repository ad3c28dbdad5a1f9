import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { Actor } from './auth/actor'
import type { PageFacts } from './kept-pages'

/** A session's opaque id, and who holds it. */
export type SessionReading = { token: string; actor: Promise<Actor | null> }
type ReadSession = (cookies: string) => SessionReading | null
type AskPage = (actor: Actor, params: Record<string, string>, search: URLSearchParams) => Promise<unknown>
type Page = { path: RegExp; ask: AskPage }
type Asked = {
  session: SessionReading
  answers: Map<string, Promise<unknown>>
  /** Whether the page asked the database for anything by itself. */
  more: boolean
}
/** `early` is set while something is asked before the page. */
type Asking = { asked: Asked; early: boolean }
/** Sends the statements that are asked for in one go. */
type Together = <T>(ask: () => T) => T
type Early = {
  read: ReadSession | null
  together: Together
  pages: Map<string, Page>
  asking: AsyncLocalStorage<Asking>
}

const KEY = Symbol.for('cum-thi-dua.early')
const shared = globalThis as typeof globalThis & { [KEY]?: Early }
// One for the HTTP server, which asks, and for the bundles that Next makes, which take the answers up.
const early = (shared[KEY] ??= {
  read: null,
  together: (ask) => ask(),
  pages: new Map(),
  asking: new AsyncLocalStorage(),
})

/** Files of the build and route handlers ask for themselves, if they ask at all. */
const PAGE = /^\/(?!_next\/|api\/)[^.?]*(\?|$)/

/** Says how the session that a `cookie` header names is read, and how several statements are sent at once. */
export function readSessionsWith(read: ReadSession, together?: Together): void {
  early.read = read
  if (together) early.together = together
}

/**
 * Says what the page in a folder below `app`, as in `/clusters/[slug]`, asks the database first, through
 * {@link askedOnce} alone. `ask` gives all that, beside the actor and the address, a page is made of that asks for nothing
 * more. Only pages that many people look at are worth it.
 */
export function askEarly(path: string, ask: AskPage): void {
  const pattern = path.replace(/\[(\w+)\]/g, (_, name: string) => `(?<${name}>[\\w-]+)`)
  early.pages.set(path, { path: new RegExp(`^${pattern}$`), ask })
}

/**
 * Handles a request; where a page is asked for, whose session it is has been asked of the database by then, and of some
 * pages what they show, which is given on. Next takes as long to find the page as the answers take to come.
 */
export function withPageAsked(request: IncomingMessage, handle: (page?: PageFacts) => void): void {
  const { url = '', method, headers } = request
  // What is fetched ahead of a click shows nothing yet.
  const wanted = method === 'GET' && PAGE.test(url) && !headers['next-router-prefetch']
  const session = (wanted && headers.cookie && early.read?.(headers.cookie)) || null
  if (!session) return handle()
  // Whoever takes the reading up learns of its failure; a page that asks for no session need not.
  session.actor.catch(() => undefined)
  const asked: Asked = { session, answers: new Map(), more: false }
  early.asking.run({ asked, early: false }, () => {
    const ask = askerOf(url)
    if (!ask) return handle()
    session.actor.then(
      (actor) => {
        if (!actor || actor.mustChangePassword) return handle()
        const facts = early.asking.run({ asked, early: true }, () => early.together(() => ask(actor)))
        // The page takes up the answers themselves, and learns of their failure.
        facts.catch(() => undefined)
        handle({ actor, facts, askedMore: () => asked.more })
      },
      () => handle(),
    )
  })
}

function askerOf(url: string): ((actor: Actor) => Promise<unknown>) | null {
  const [pathname = '', search] = url.split('?', 2)
  for (const { path, ask } of early.pages.values()) {
    const match = path.exec(pathname)
    if (match) return (actor) => ask(actor, { ...match.groups }, new URLSearchParams(search))
  }
  return null
}

/** The reading begun for this request, if it is of this session. */
export function sessionAsked(token: string | undefined): Promise<Actor | null> | null {
  const session = early.asking.getStore()?.asked.session
  return session && session.token === token ? session.actor : null
}

/** What `ask` answers; within the request of a page it runs once for each `what`, and perhaps has already. */
export function askedOnce<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const answers = early.asking.getStore()?.asked.answers
  if (!answers) return ask()
  const known = answers.get(what) as Promise<T> | undefined
  if (known) return known
  const answer = ask()
  answer.catch(() => undefined)
  answers.set(what, answer)
  return answer
}

/** Notes that the database is asked for something: by the page itself, unless this happens early. */
export function noteAsked(): void {
  const asking = early.asking.getStore()
  if (asking && !asking.early) asking.asked.more = true
}
