import 'server-only'
import { env } from '../env'

/** A session ends this long after signing in, whatever happens. */
export const SESSION_DAYS = 30
/** A session that nobody uses ends sooner. */
export const IDLE_DAYS = 10

const secure = () => env().APP_URL.startsWith('https://')

/** The prefix binds the cookie to this host and to https, so that no neighbouring site can plant one. */
export function sessionCookieName(): string {
  return secure() ? '__Host-session' : 'session'
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() } as const
}
