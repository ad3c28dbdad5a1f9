import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { canConfigure } from '@/lib/periods/policy'
import type { SetRow, SetSetup, UnitIndicatorRow } from './types'

const rowShape = {
  cluster: { select: { name: true } },
  unit: { select: { designations: { orderBy: { validFrom: 'asc' } } } },
  _count: { select: { indicators: { where: { retiredAt: null } } } },
} satisfies Prisma.IndicatorSetInclude

function toRow(set: Prisma.IndicatorSetGetPayload<{ include: typeof rowShape }>): SetRow {
  return {
    id: set.id,
    scope: set.scope,
    owner: set.cluster?.name ?? set.unit?.designations.at(-1)?.name ?? null,
    name: set.name,
    indicators: set._count.indicators,
    frozenAt: set.frozenAt?.toISOString() ?? null,
    version: set.version,
    illustrative: set.illustrative,
  }
}

/** Indicator sets of a year: national, then of clusters, then of units. */
export async function listIndicatorSets(actor: Actor, year: number): Promise<SetRow[]> {
  if (!canConfigure(actor)) return []
  const sets = await prisma.indicatorSet.findMany({
    where: { emulationYear: { year } },
    include: rowShape,
    orderBy: [{ scope: 'asc' }, { name: 'asc' }],
  })
  return sets.map(toRow)
}

/** One set with its groups, indicators and earlier versions. */
export async function getIndicatorSet(actor: Actor, id: string): Promise<SetSetup | null> {
  if (!canConfigure(actor)) return null
  const set = await prisma.indicatorSet.findUnique({
    where: { id },
    include: {
      ...rowShape,
      emulationYear: true,
      completionScheme: true,
      groups: { orderBy: { position: 'asc' }, include: { indicators: { orderBy: { position: 'asc' } } } },
      versions: { orderBy: { version: 'desc' } },
    },
  })
  if (!set) return null
  return {
    ...toRow(set),
    year: set.emulationYear.year,
    yearId: set.emulationYearId,
    yearClosed: set.emulationYear.state === 'CLOSED',
    completionScheme: set.completionScheme.name,
    groups: set.groups.map((group) => ({
      id: group.id,
      name: group.name,
      position: group.position,
      indicators: group.indicators.map(({ retiredAt, ...indicator }) => ({
        ...indicator,
        retired: retiredAt !== null,
      })),
    })),
    versions: set.versions.map(({ version, reason, at }) => ({ version, reason, at: at.toISOString() })),
  }
}

/** What holds for one unit on each indicator of a set, in the set's order. */
export async function listUnitIndicators(
  actor: Actor,
  setId: string,
  unitId: string,
): Promise<UnitIndicatorRow[]> {
  if (!canConfigure(actor)) return []
  const indicators = await prisma.indicator.findMany({
    where: { setId, retiredAt: null },
    include: { group: true, settings: { where: { unitId } } },
    orderBy: [{ group: { position: 'asc' } }, { position: 'asc' }],
  })
  return indicators.map((indicator) => ({
    indicatorId: indicator.id,
    name: indicator.name,
    group: indicator.group.name,
    measureUnit: indicator.measureUnit,
    notAssigned: indicator.settings[0]?.notAssigned ?? false,
    assignedTarget: indicator.settings[0]?.assignedTarget ?? '',
    provincialTarget: indicator.settings[0]?.provincialTarget ?? '',
  }))
}
