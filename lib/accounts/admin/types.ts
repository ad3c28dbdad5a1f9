import type { Role } from '../types'

export const ACCOUNT_STATES = ['active', 'invited', 'disabled'] as const
/** invited: has no password yet, so nobody can sign in with it. */
export type AccountState = (typeof ACCOUNT_STATES)[number]

export type GrantDto = {
  id: string
  role: Role
  /** "tỉnh Lào Cai" or "Cụm …, năm 2026"; null for a role over the whole system. */
  scope: string | null
  startsOn: string | null
  endsOn: string | null
  /** Held today. */
  inForce: boolean
}

export type AccountRow = {
  id: string
  name: string
  email: string
  state: AccountState
  grants: GrantDto[]
  lastSeenAt: Date | null
}

export type AccountDetail = AccountRow & { createdAt: Date; openSessions: number; isSelf: boolean }

export type ScopeChoices = {
  units: { id: string; name: string }[]
  clusterYears: { id: string; name: string }[]
}
