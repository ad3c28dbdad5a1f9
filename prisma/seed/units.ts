import { foldVietnamese, slugOf } from '@/lib/platform/vietnamese'
import type { Prisma } from '@/prisma/generated/client'
import {
  ALIASES,
  CITIES,
  CODE_SOURCE,
  DONG_NAI_CITY_SOURCE,
  HUE_SOURCE,
  MERGED,
  MERGER_DAY,
  MERGER_DECISION,
  OLD_CODE_SOURCE,
  UNCHANGED,
} from './data/units'
import { date, keep, stableId, type Kept, type Tx } from './write'

type Designation = {
  name: string
  kind: string
  code: string
  validFrom?: string
  validTo?: string
  source: string
}

type UnitRow = {
  slug: string
  validFrom?: string
  validTo?: string
  note?: string
  designations: Designation[]
  aliases: string[]
  /** Slugs of the units whose territory it took over. */
  from: string[]
}

const kindOf = (name: string) => (CITIES.includes(name) ? 'thành phố' : 'tỉnh')

const CURRENT_NAMES = new Set([...UNCHANGED.map(([, name]) => name), ...MERGED.map(({ name }) => name)])

/** An ended unit gives up its plain slug where a unit of today bears the name. */
const endedSlug = (name: string) => (CURRENT_NAMES.has(name) ? `${slugOf(name)}-cu` : slugOf(name))

function unchanged(code: string, name: string): UnitRow {
  const designations: Designation[] =
    name === 'Huế'
      ? [
          { name: 'Thừa Thiên Huế', kind: 'tỉnh', code, validTo: '2025-01-01', source: HUE_SOURCE },
          { name, kind: 'thành phố', code, validFrom: '2025-01-01', source: HUE_SOURCE },
        ]
      : [{ name, kind: kindOf(name), code, source: CODE_SOURCE }]
  return { slug: slugOf(name), designations, aliases: ALIASES[name] ?? [], from: [] }
}

function ended(code: string, name: string): UnitRow {
  return {
    slug: endedSlug(name),
    validTo: MERGER_DAY,
    designations: [{ name, kind: kindOf(name), code, validTo: MERGER_DAY, source: OLD_CODE_SOURCE }],
    aliases: ALIASES[name] ?? [],
    from: [],
  }
}

function merged({ code, name, from }: (typeof MERGED)[number]): UnitRow {
  const base = { name, code, validFrom: MERGER_DAY, source: CODE_SOURCE }
  const city = '2026-04-30'
  return {
    slug: slugOf(name),
    validFrom: MERGER_DAY,
    designations:
      name === 'Đồng Nai'
        ? [
            { ...base, kind: 'tỉnh', validTo: city },
            { ...base, kind: 'thành phố', validFrom: city, source: DONG_NAI_CITY_SOURCE },
          ]
        : [{ ...base, kind: kindOf(name) }],
    aliases: ALIASES[name] ?? [],
    from: from.map(([, predecessor]) => endedSlug(predecessor)),
  }
}

const UNITS: UnitRow[] = [
  ...UNCHANGED.map(([code, name]) => unchanged(code, name)),
  ...MERGED.flatMap(({ from }) => from.map(([code, name]) => ended(code, name))),
  ...MERGED.map(merged),
]

/** Provincial unions before and after 1/7/2025, with their dated names, aliases and succession; keyed by slug. */
export async function seedUnits(tx: Tx): Promise<Kept> {
  const existing = await tx.unit.findMany({ select: { id: true, slug: true } })
  const units = await keep(
    UNITS.map(({ slug, validFrom, validTo }) => ({
      key: slug,
      row: { id: stableId('unit', slug), slug, validFrom: date(validFrom), validTo: date(validTo) },
    })),
    existing.map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.unit.createMany({ data }),
  )
  const fresh = UNITS.filter(({ slug }) => units.added.has(slug))

  await tx.unitDesignation.createMany({
    data: fresh.flatMap(({ slug, designations }) =>
      designations.map((designation, index) => ({
        ...designation,
        id: stableId('designation', slug, index),
        unitId: units.id(slug),
        validFrom: date(designation.validFrom),
        validTo: date(designation.validTo),
      })),
    ),
  })
  await tx.unitAlias.createMany({
    data: fresh.flatMap(({ slug, aliases }) =>
      aliases.map((alias) => ({
        id: stableId('alias', slug, alias),
        unitId: units.id(slug),
        alias,
        folded: foldVietnamese(alias),
      })),
    ),
  })
  await tx.unitSuccession.createMany({
    data: fresh.flatMap(({ slug, from }): Prisma.UnitSuccessionCreateManyInput[] =>
      from.map((predecessor) => ({
        predecessorId: units.id(predecessor),
        successorId: units.id(slug),
        date: date(MERGER_DAY),
        decision: MERGER_DECISION,
      })),
    ),
  })
  return units
}
