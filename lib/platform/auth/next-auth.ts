import 'server-only'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '../env'
import { logger } from '../logger'
import { SESSION_DAYS, sessionCookieName, sessionCookieOptions } from './cookie'
import { endSession, readSession } from './session'
import { deviceOf, signIn } from './sign-in'

/**
 * next-auth refuses server-side sessions with credentials alone, so its "token" is the opaque id of ours: encoding hands
 * it out, decoding looks it up at every request. Nothing about the person is in the cookie.
 */
export function authOptions(): AuthOptions {
  process.env.NEXTAUTH_URL ??= env().APP_URL
  return {
    secret: env().AUTH_SECRET,
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const given = request.headers as Record<string, string | undefined> | undefined
          const outcome = await signIn(
            {
              email: String(credentials?.email ?? ''),
              password: String(credentials?.password ?? '').slice(0, 1000),
            },
            deviceOf({ get: (name) => given?.[name] ?? null }),
            undefined,
          )
          if (!outcome.ok) throw new Error(outcome.code)
          return { id: outcome.value.accountId, token: outcome.value.token }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && 'token' in user ? { opaque: user.token } : token),
      session: ({ session, token }) => ({ ...session, user: { name: token.name, email: token.email } }),
    },
    jwt: {
      encode: ({ token }) => String(token?.opaque ?? ''),
      decode: async ({ token }) => {
        const actor = await readSession(token)
        return actor && { opaque: token, sub: actor.accountId, name: actor.name, email: actor.email }
      },
    },
    events: { signOut: ({ token }) => endSession(String(token?.opaque ?? '')) },
    logger: {
      error: (code) => logger.warn({ event: 'next_auth', code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}
