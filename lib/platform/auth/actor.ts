/**
 * Who is asking. Built by `lib/platform/auth` alone, from the database, at every request: a role, a delegation or a
 * handover of the headship therefore applies at the next request.
 */
declare const actorBrand: unique symbol

export type ActorFacts = {
  accountId: string
  sessionId: string
  name: string
  email: string
  /** Every page but the change of password is closed until she has chosen one. */
  mustChangePassword: boolean
  /** The provincial union she works for (her own grants only, not delegated ones); null for central people. */
  homeUnit: { id: string; slug: string; name: string; kind: string } | null
  /** Units whose officer she is. */
  staffOf: string[]
  /** Units whose leader she is, by grant or by delegation in force today. */
  leaderOf: string[]
  /** Cluster-years she appraises as central officer. */
  centralStaffOf: string[]
  /** Cluster-years she reviews as vice-chair, by grant or by delegation in force today. */
  reviewerOf: string[]
  /** Cluster-years headed today by a unit of hers (staff or leader). */
  headOf: string[]
  /** Cluster-years whose deputy is a unit of hers today. */
  deputyOf: string[]
  /** Cluster-years of which a unit of hers is a member. */
  memberOf: string[]
  isOffice: boolean
  isAdmin: boolean
  /** She asks through a token that reads confirmed figures only, whatever else she may read. */
  confirmedOnly?: true
  /** Delegations in force today: whose right she may use, and until when (yyyy-MM-dd). */
  actsFor: {
    accountId: string
    name: string
    role: 'PROVINCE_LEADER' | 'CENTRAL_REVIEWER'
    scopeId: string
    until: string
  }[]
}

export type Actor = Readonly<ActorFacts> & { readonly [actorBrand]: true }

/** For lib/platform/auth and the tests' factory only (enforced by the boundary check). */
export function sealActor(facts: ActorFacts): Actor {
  return Object.freeze(facts) as Actor
}

/** The account on whose behalf the actor uses a leader's or reviewer's right, or null when the right is her own. */
export function delegatorFor(
  actor: Actor,
  role: 'PROVINCE_LEADER' | 'CENTRAL_REVIEWER',
  scopeId: string,
): string | null {
  return actor.actsFor.find((d) => d.role === role && d.scopeId === scopeId)?.accountId ?? null
}
