import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { databaseNow, prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { canKeepUnits } from './policy'
import type { UnitSetup } from './types'

/** Provincial unions as the office edits them, those in existence first, by name. */
export async function listUnitSetups(actor: Actor): Promise<UnitSetup[]> {
  if (!canKeepUnits(actor)) return []
  const now = await databaseNow()
  const units = await prisma.unit.findMany({
    where: { level: 'PROVINCE' },
    include: {
      aliases: { orderBy: { alias: 'asc' } },
      designations: { orderBy: { validFrom: { sort: 'desc', nulls: 'last' } } },
    },
  })
  return units
    .map((unit) => ({
      id: unit.id,
      slug: unit.slug,
      version: unit.version,
      ended: unit.validTo !== null && unit.validTo <= now,
      aliases: unit.aliases.map(({ id, alias }) => ({ id, alias })),
      designations: unit.designations.map(({ unitId: _, ...designation }) => ({
        ...designation,
        validFrom: storedDay(designation.validFrom),
        validTo: storedDay(designation.validTo),
      })),
    }))
    .toSorted(
      (a, b) =>
        Number(a.ended) - Number(b.ended) ||
        compareVietnamese(a.designations[0]?.name ?? '', b.designations[0]?.name ?? ''),
    )
}
