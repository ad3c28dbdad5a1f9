import { randomUUID } from 'node:crypto'
import { sealActor, type Actor, type ActorFacts } from '@/lib/platform/auth/actor'

/** An actor as the session would make it, without a database: say only what the test is about. */
export function actorWith(facts: Partial<ActorFacts> = {}): Actor {
  return sealActor({
    accountId: randomUUID(),
    sessionId: randomUUID(),
    name: 'Người thử',
    email: 'nguoi.thu@example.test',
    mustChangePassword: false,
    homeUnit: null,
    staffOf: [],
    leaderOf: [],
    centralStaffOf: [],
    reviewerOf: [],
    headOf: [],
    deputyOf: [],
    memberOf: [],
    isOffice: false,
    isAdmin: false,
    actsFor: [],
    ...facts,
  })
}
