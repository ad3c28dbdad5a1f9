import type { TokenState } from './types'

/** How long a token may last, in days. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const

/** Tokens in force that one account may hold. */
export const MOST_TOKENS = 20

/** What a token is worth at a moment: one taken back stays so, whatever its last day. */
export function tokenState(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return 'REVOKED'
  return token.expiresAt <= now ? 'EXPIRED' : 'IN_FORCE'
}
