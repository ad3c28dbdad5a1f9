import type { ApiScope } from '@/lib/platform/auth/rules'

export type TokenState = 'IN_FORCE' | 'EXPIRED' | 'REVOKED'

export type TokenDto = {
  id: string
  name: string
  scopes: ApiScope[]
  confirmedOnly: boolean
  createdAt: Date
  expiresAt: Date
  /** The minute in which it was last used, as far as blocks of requests tell. */
  lastUsedAt: Date | null
  state: TokenState
}
