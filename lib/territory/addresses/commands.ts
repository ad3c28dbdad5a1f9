import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { databaseToday, transaction } from '@/lib/platform/db'
import { dayToStore } from '@/lib/platform/dates'
import { lockTerritoryIn } from '../reversal/queries'
import type { TerritoryPlan } from '../types'

/**
 * Gives new units the plain address of the old unit of their name once their day has come; before it the address is the
 * living unit's. Returns how many moved. What was moved already stays, so it may run as often as one likes.
 */
export function handOverAddresses(): Promise<number> {
  return transaction(async (tx) => {
    await lockTerritoryIn(tx)
    const due = await tx.territoryChange.findMany({
      where: { revertedAt: null, effectiveOn: { lte: dayToStore(await databaseToday(tx)) } },
      select: { plan: true },
    })
    let moved = 0
    for (const { plan } of due)
      for (const one of (plan as unknown as Pick<TerritoryPlan, 'takesOver'>).takesOver ?? [])
        moved += await handOverIn(tx, one)
    return moved
  })
}

async function handOverIn(
  tx: Prisma.TransactionClient,
  { oldId, oldTo, slug, from }: TerritoryPlan['takesOver'][number],
): Promise<number> {
  const freed = await tx.unit.updateMany({ where: { id: oldId, slug }, data: { slug: oldTo } })
  if (freed.count === 0) return 0
  const taken = await tx.unit.updateMany({ where: { slug: from }, data: { slug } })
  return taken.count
}
