import { randomUUID } from 'node:crypto'
import type { Actor, ActorFacts } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import type { Prisma, Role } from '@/prisma/generated/client'
import { actorWith } from './actor'

export { actorWith }

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
