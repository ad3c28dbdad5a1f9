import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { mayChangeTerritory } from './policy'
import type { TerritoryChangeItem, TerritoryPlan } from './types'

/** Mergers and splits carried out in the app, newest first; the office's alone. */
export async function listTerritoryChanges(actor: Actor): Promise<TerritoryChangeItem[]> {
  if (!mayChangeTerritory(actor)) return []
  const rows = await prisma.territoryChange.findMany({ orderBy: { appliedAt: 'desc' } })
  const names = await accountNamesIn(
    prisma,
    rows.map(({ appliedById }) => appliedById),
  )
  return rows.map((row) => {
    const plan = row.plan as unknown as TerritoryPlan
    return {
      id: row.id,
      kind: row.kind,
      effectiveOn: storedDay(row.effectiveOn),
      decision: row.decision,
      predecessors: plan.predecessors.map(({ name }) => name),
      successors: plan.successors.map(({ name, slug }) => ({ name, slug })),
      appliedAt: row.appliedAt.toISOString(),
      appliedBy: names.get(row.appliedById) ?? null,
      revertedAt: row.revertedAt?.toISOString() ?? null,
      version: row.version,
    }
  })
}

/** Units in existence that a change can begin from, by name. */
export async function listChangeableUnits(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayChangeTerritory(actor)) return []
  const units = await prisma.unit.findMany({
    where: { level: 'PROVINCE', validTo: null },
    select: { id: true, slug: true, designations: { where: { validTo: null }, select: { name: true } } },
  })
  return units
    .map(({ id, slug, designations }) => ({ id, name: designations[0]?.name ?? slug }))
    .sort((a, b) => compareVietnamese(a.name, b.name))
}
