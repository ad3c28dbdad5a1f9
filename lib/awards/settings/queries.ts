import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { readsAwards } from '../policy'
import { readSalariesIn, toAwardType, toPrizeRows } from '../queries'
import { placesTaken } from '../rules'
import type { AwardTypeDto, PrizeRow, QuotaDto, SalaryRow } from '../types'

/** Each form of award of the central union with the cluster-year's quota and how much of it is taken. */
export async function listQuotas(actor: Actor, clusterYearId: string): Promise<QuotaDto[]> {
  if (!readsAwards(actor)) return []
  const [types, quotas, nominations] = await Promise.all([
    prisma.awardType.findMany({ orderBy: { position: 'asc' } }),
    prisma.awardQuota.findMany({ where: { clusterYearId } }),
    // Counted over all there are, not only those she may read: a place taken is taken for everybody.
    prisma.nomination.findMany({
      where: { clusterYearId },
      select: { awardTypeId: true, state: true, unnamed: true, _count: { select: { named: true } } },
    }),
  ])
  return types.map((type) => {
    const set = quotas.find(({ awardTypeId }) => awardTypeId === type.id)
    return {
      type: toAwardType(type),
      quota: set?.quota ?? null,
      note: set?.note ?? null,
      used: placesTaken(
        nominations
          .filter(({ awardTypeId }) => awardTypeId === type.id)
          .map((one) => ({ ...one, named: one._count.named })),
      ),
    }
  })
}

/** Base salaries and the multiples of each form of award, as the prizes are computed from them. */
export async function getPrizeRules(
  actor: Actor,
): Promise<{ salaries: SalaryRow[]; types: (AwardTypeDto & { prizes: PrizeRow[] })[] }> {
  if (!readsAwards(actor)) return { salaries: [], types: [] }
  const [salaries, types] = await Promise.all([
    readSalariesIn(prisma),
    prisma.awardType.findMany({
      include: { prizes: { orderBy: { validFrom: 'asc' } } },
      orderBy: { position: 'asc' },
    }),
  ])
  return {
    salaries,
    types: types.map((type) => ({ ...toAwardType(type), prizes: toPrizeRows(type.prizes) })),
  }
}
