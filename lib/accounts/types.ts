export const ROLES = [
  'PROVINCE_STAFF',
  'PROVINCE_LEADER',
  'CENTRAL_STAFF',
  'CENTRAL_REVIEWER',
  'CENTRAL_OFFICE',
  'SYSTEM_ADMIN',
  'GUEST',
] as const
export type Role = (typeof ROLES)[number]

/** What a role is held for: a unit, a cluster-year, or everything. */
export const ROLE_SCOPES: Record<Role, 'UNIT' | 'CLUSTER_YEAR' | 'SYSTEM'> = {
  PROVINCE_STAFF: 'UNIT',
  PROVINCE_LEADER: 'UNIT',
  CENTRAL_STAFF: 'CLUSTER_YEAR',
  CENTRAL_REVIEWER: 'CLUSTER_YEAR',
  CENTRAL_OFFICE: 'SYSTEM',
  SYSTEM_ADMIN: 'SYSTEM',
  GUEST: 'SYSTEM',
}

/** Roles whose holder decides, and may therefore let somebody decide for her. */
export const DELEGABLE_ROLES = ['PROVINCE_LEADER', 'CENTRAL_REVIEWER'] as const

/** Demo accounts as the sign-in page offers them: the people of one union. */
export type DemoGroup = { union: string; people: { email: string; name: string }[] }

export type SessionDto = {
  id: string
  current: boolean
  device: string
  address: string | null
  createdAt: Date
  lastSeenAt: Date
}

export type DelegationDto = {
  id: string
  /** The other person: the delegate of one's own, the delegator of one received. */
  name: string
  startsOn: string
  endsOn: string
  reason: string
  state: 'COMING' | 'IN_FORCE' | 'ENDED' | 'REVOKED'
}

export type DelegationsDto = {
  /** yyyy-MM-dd in Vietnam, as the database says it. */
  today: string
  /** Holds a deciding role of her own. */
  mayDelegate: boolean
  given: DelegationDto[]
  received: DelegationDto[]
  candidates: { id: string; name: string; role: string }[]
}
