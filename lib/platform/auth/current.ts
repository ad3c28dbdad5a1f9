import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from './actor'
import { cookieIn, sessionCookieName } from './cookie'
import { sessionAsked } from '../early'
import { safeNextPath } from './rules'
import { readSession } from './session'

/**
 * Who is signed in, even while she still owes the change of her first password. For the page and action of that change
 * alone; everything else asks `getActor`.
 */
export const getActorBeforePasswordChange = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  return sessionAsked(token) ?? readSession(token)
})

/** Who is asking, read once a request; null when nobody is signed in or the first password is not yet changed. */
export async function getActor(): Promise<Actor | null> {
  const actor = await getActorBeforePasswordChange()
  return actor?.mustChangePassword ? null : actor
}

/** Who is asking, for a page: otherwise she is led to the sign-in page and back to `next`. */
export async function requireActor(next?: string): Promise<Actor> {
  const actor = await getActorBeforePasswordChange()
  if (actor && !actor.mustChangePassword) return actor
  const path = safeNextPath(next)
  const query = path ? `?next=${encodeURIComponent(path)}` : ''
  redirect(actor ? `/change-password${query}` : `/sign-in${query}`)
}

/** Who is asking, for a route handler. */
export async function actorFromRequest(request: Request): Promise<Actor | null> {
  const actor = await readSession(cookieIn(request.headers.get('cookie') ?? '', sessionCookieName()))
  return actor?.mustChangePassword ? null : actor
}
