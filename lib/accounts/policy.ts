import type { Actor } from '@/lib/platform/auth/actor'
import { worksHere } from '@/lib/platform/auth/policy'
import { DELEGABLE_ROLES, type Role } from './types'

/** Accounts, their roles and sessions, and the audit trail are the administrator's alone. */
export function canManageAccounts(actor: Pick<Actor, 'isAdmin'>): boolean {
  return actor.isAdmin
}

export function canReadAudit(actor: Pick<Actor, 'isAdmin'>): boolean {
  return actor.isAdmin
}

/** A right that was delegated is not delegated further: only roles of one's own count. */
export function canDelegate(ownRoles: readonly Role[]): boolean {
  return ownRoles.some((role) => (DELEGABLE_ROLES as readonly Role[]).includes(role))
}

type Held = { role: Role; unitId: string | null }

/** A leader delegates within her unit, a vice-chair within the central union. */
export function canReceiveDelegation(from: readonly Held[], to: readonly Held[]): boolean {
  return from.some(({ role, unitId }) =>
    role === 'PROVINCE_LEADER'
      ? to.some((held) => held.unitId !== null && held.unitId === unitId)
      : role === 'CENTRAL_REVIEWER' &&
        to.some(({ role: own }) => ['CENTRAL_REVIEWER', 'CENTRAL_STAFF', 'CENTRAL_OFFICE'].includes(own)),
  )
}

/** Whoever works in the system; a guest has nothing to fetch. */
export const canHoldTokens = worksHere
