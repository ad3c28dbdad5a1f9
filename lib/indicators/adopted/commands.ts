import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { FigureKind, MoneyUnit } from '@/lib/platform/numbers/types'
import { slugOf } from '@/lib/platform/vietnamese'
import { USUAL_AGGREGATIONS } from '../rules'

export type AdoptedIndicator =
  /** As it is known under this code in another year. */
  | { code: string }
  /** By the heading of an old table. */
  | { name: string; kind: FigureKind; money: MoneyUnit | null }

type Owner = {
  emulationYearId: string
  year: number
  clusterId: string | null
  unitId: string | null
  sourceId: string
}

const codeOf = (name: string) => slugOf(name).slice(0, 40) || 'chi-tieu'

/**
 * Indicators of a past year that old figures need and the year does not have, in a set of the cluster's or the unit's
 * own; ids in the order of `wanted`. The caller has asked its policy.
 */
export async function adoptIndicatorsIn(
  tx: Prisma.TransactionClient,
  owner: Owner,
  wanted: readonly AdoptedIndicator[],
): Promise<string[]> {
  if (wanted.length === 0) return []
  const { setId, groupId } = await setFor(tx, owner)
  const present = await tx.indicator.findMany({
    where: { setId },
    select: { id: true, code: true, position: true },
  })
  const codes = new Map(present.map(({ code, id }) => [code, id]))
  let position = Math.max(0, ...present.map((row) => row.position))
  const ids: string[] = []
  for (const one of wanted) {
    position += 1
    const data = 'code' in one ? await knownIn(tx, one.code) : madeOf(one, codes)
    const existing = 'code' in one ? codes.get(one.code) : undefined
    const made = existing
      ? { id: existing }
      : await tx.indicator.create({ data: { ...data, setId, groupId, position } })
    codes.set(data.code, made.id)
    ids.push(made.id)
  }
  return ids
}

async function setFor(
  tx: Prisma.TransactionClient,
  { emulationYearId, year, clusterId, unitId, sourceId }: Owner,
) {
  const scope = unitId ? 'UNIT' : 'CLUSTER'
  const where = { emulationYearId, scope, ...(unitId ? { unitId } : { clusterId }) } as const
  const found = await tx.indicatorSet.findFirst({
    where,
    include: { groups: { orderBy: { position: 'desc' } } },
  })
  if (found) {
    const group =
      found.groups[0] ??
      (await tx.indicatorGroup.create({ data: { setId: found.id, name: 'Theo tệp cũ', position: 1 } }))
    return { setId: found.id, groupId: group.id }
  }
  const scheme = await tx.completionScheme.findFirstOrThrow({ orderBy: [{ code: 'desc' }] })
  const set = await tx.indicatorSet.create({
    data: {
      ...where,
      name: `Số liệu cũ năm ${year}`,
      completionSchemeId: scheme.id,
      sourceId,
      groups: { create: { name: 'Theo tệp cũ', position: 1 } },
    },
    include: { groups: true },
  })
  return { setId: set.id, groupId: set.groups[0]!.id }
}

async function knownIn(tx: Prisma.TransactionClient, code: string) {
  const {
    id: _,
    setId: __,
    groupId: ___,
    position: ____,
    retiredAt: _____,
    ...known
  } = await tx.indicator.findFirstOrThrow({
    where: { code },
    orderBy: { set: { emulationYear: { year: 'desc' } } },
  })
  return known
}

function madeOf(
  { name, kind, money }: Extract<AdoptedIndicator, { name: string }>,
  codes: ReadonlyMap<string, string>,
) {
  const base = codeOf(name)
  let code = base
  for (let copy = 2; codes.has(code); copy++) code = `${base}-${copy}`
  return {
    code,
    name: name.slice(0, 300),
    shortName: (name.split(' – ').at(-1) ?? name).slice(0, 60),
    kind,
    measureUnit: kind === 'MONEY' ? 'đồng' : kind === 'PERCENTAGE' ? '%' : '',
    displayUnit: kind === 'MONEY' ? (money ?? 'đồng') : null,
    aggregation: USUAL_AGGREGATIONS[kind],
    parts: [],
    breakdown: [],
  }
}
