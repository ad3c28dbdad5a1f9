import { randomUUID } from 'node:crypto'
import { sealActor, type Actor, type ActorFacts } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import type { Prisma, Role } from '@/prisma/generated/client'

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

type Grant = {
  role: Role
  unitId?: string
  clusterYearId?: string
  /** First and last day, yyyy-MM-dd. */
  startsOn?: string
  endsOn?: string
}

/** An account with its grants. `passwordHash` is null unless given: nobody can sign in with it. */
export async function createAccount(
  tx: Prisma.TransactionClient = prisma,
  {
    grants = [],
    ...account
  }: {
    name?: string
    email?: string
    passwordHash?: string
    mustChangePassword?: boolean
    grants?: Grant[]
  } = {},
): Promise<{ id: string; email: string; name: string }> {
  const email = account.email ?? `${randomUUID()}@example.test`
  return tx.account.create({
    data: {
      name: 'Người thử',
      ...account,
      email,
      grants: {
        create: grants.map(({ startsOn, endsOn, ...grant }) => ({
          ...grant,
          startsOn: startsOn ? new Date(startsOn) : undefined,
          endsOn: endsOn ? new Date(endsOn) : undefined,
        })),
      },
    },
    select: { id: true, email: true, name: true },
  })
}

/** The facts of an actor for an account that exists, for commands that write rows naming it. */
export async function accountActor(facts: Partial<ActorFacts> = {}): Promise<Actor> {
  const account = await createAccount()
  return actorWith({ accountId: account.id, email: account.email, ...facts })
}
