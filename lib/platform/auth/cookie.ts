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

/** A cookie's value in a `cookie` header. */
export function cookieIn(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}
