import 'server-only'
import { prisma } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { CENTRAL_UNION, unionName } from './labels'
import type { DemoGroup } from './types'

/** The accounts of the demonstration, for its sign-in page; none elsewhere. Needs no actor: nobody is signed in yet. */
export async function listDemoAccounts(): Promise<DemoGroup[]> {
  if (!env().DEMO) return []
  const accounts = await prisma.account.findMany({
    where: { demo: true, disabledAt: null },
    select: {
      email: true,
      name: true,
      grants: {
        where: { revokedAt: null },
        select: {
          unit: {
            select: { designations: { orderBy: { validFrom: { sort: 'desc', nulls: 'last' } }, take: 1 } },
          },
        },
      },
    },
  })
  const groups = new Map<string, DemoGroup & { name: string }>()
  for (const { email, name, grants } of accounts.sort((a, b) => a.email.localeCompare(b.email))) {
    const unit = grants.flatMap((grant) => grant.unit?.designations ?? [])[0]
    const union = unit ? unionName(unit) : CENTRAL_UNION
    const group = groups.get(union) ?? { union, people: [], name: unit?.name ?? '' }
    group.people.push({ email, name })
    groups.set(union, group)
  }
  return [...groups.values()]
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(({ union, people }) => ({ union, people }))
}
