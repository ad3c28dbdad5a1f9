import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { nameInYear } from '@/lib/units/rules'
import { readableNominations, readsAwards } from './policy'
import { prizeOf } from './rules'
import type { AwardDto, AwardTypeDto, PrizeRow, SalaryRow } from './types'

type Db = Prisma.TransactionClient

export const UNIT = { include: { designations: true } } satisfies Prisma.UnitDefaultArgs
export const SOURCE = { select: { slug: true, letter: true, title: true } } satisfies Prisma.SourceDefaultArgs
export const TYPE = { include: { prizes: true } } satisfies Prisma.AwardTypeDefaultArgs

export const AWARD = {
  awardType: TYPE,
  unit: UNIT,
  decision: true,
  source: SOURCE,
  nomination: { select: { awardType: { select: { id: true, name: true } } } },
} satisfies Prisma.AwardInclude

type TypeRow = Prisma.AwardTypeGetPayload<object>
type AwardRow = Prisma.AwardGetPayload<{ include: typeof AWARD }>
type UnitRow = Prisma.UnitGetPayload<typeof UNIT>

export const toAwardType = (row: TypeRow): AwardTypeDto => ({
  id: row.id,
  code: row.code,
  name: row.name,
  issuer: row.issuer,
  recipientKinds: row.recipientKinds,
  isFlag: row.isFlag,
})

export const toPrizeRows = (rows: Prisma.AwardPrizeGetPayload<object>[]): PrizeRow[] =>
  rows.map((row) => ({
    recipientKind: row.recipientKind,
    multiple: row.multiple.toString(),
    legalBasis: row.legalBasis,
    validFrom: storedDay(row.validFrom),
    validTo: storedDay(row.validTo),
  }))

/** Base salaries, oldest first. */
export async function readSalariesIn(db: Pick<Db, 'baseSalary'>): Promise<SalaryRow[]> {
  const rows = await db.baseSalary.findMany({ orderBy: { validFrom: 'asc' } })
  return rows.map((row) => ({ ...row, validFrom: storedDay(row.validFrom) }))
}

/** The unit as it was named in the year of the award. */
export const unitRef = (unit: UnitRow | null, year: number | null) =>
  unit && {
    id: unit.id,
    slug: unit.slug,
    // An award of an unknown year bears the unit's last name.
    name: nameInYear(unit.designations, year ?? 9999),
  }

export function toAward(row: AwardRow, salaries: SalaryRow[]): AwardDto {
  const decidedOn = storedDay(row.decision?.decidedOn)
  const prize = prizeOf(toPrizeRows(row.awardType.prizes), salaries, row.recipientKind, decidedOn)
  const proposed = row.nomination?.awardType
  return {
    id: row.id,
    year: row.year,
    type: toAwardType(row.awardType),
    recipientKind: row.recipientKind,
    unit: unitRef(row.unit, row.year),
    recipient: row.recipient,
    decision: row.decision && {
      id: row.decision.id,
      number: row.decision.number,
      decidedOn,
      issuer: row.decision.issuer,
      signer: row.decision.signer,
    },
    // What was computed when the decision was recorded stands, whatever the tables say later.
    prize: row.prize !== null && !('missing' in prize) ? { ...prize, amount: row.prize } : prize,
    note: row.note,
    source: citationOf(row.source, row.factId),
    illustrative: row.illustrative,
    nominationId: row.nominationId,
    proposedType: proposed && proposed.id !== row.awardTypeId ? proposed.name : null,
  }
}

type Listed = { year: number | null; type: AwardTypeDto; unit: { name: string } | null }

/** Rows come by year and form of award; among equals by the alphabet, which the database does not know. */
export const byRecipient = (a: Listed, b: Listed) =>
  a.year === b.year && a.type.id === b.type.id ? compareVietnamese(a.unit?.name ?? '', b.unit?.name ?? '') : 0

/** Forms of award in their order, highest first. */
export async function listAwardTypes(actor: Actor): Promise<AwardTypeDto[]> {
  if (!readsAwards(actor)) return []
  const rows = await prisma.awardType.findMany({ orderBy: { position: 'asc' } })
  return rows.map(toAwardType)
}

export type AwardFilter = { year?: number; typeCode?: string; unitIds?: string[]; clusterYearId?: string }

/** Awards given, newest year first; those of an unknown year last. */
export async function listAwards(actor: Actor, filter: AwardFilter = {}): Promise<AwardDto[]> {
  if (!readsAwards(actor)) return []
  const [rows, salaries] = await Promise.all([
    prisma.award.findMany({
      where: {
        year: filter.year,
        awardType: filter.typeCode ? { code: filter.typeCode } : undefined,
        unitId: filter.unitIds && { in: filter.unitIds },
        nomination: filter.clusterYearId ? { clusterYearId: filter.clusterYearId } : undefined,
      },
      include: AWARD,
      orderBy: [{ year: { sort: 'desc', nulls: 'last' } }, { awardType: { position: 'asc' } }, { id: 'asc' }],
    }),
    readSalariesIn(prisma),
  ])
  return rows.map((row) => toAward(row, salaries)).sort(byRecipient)
}

/** Years in which anything was awarded or proposed, newest first. */
export async function listAwardYears(actor: Actor): Promise<number[]> {
  if (!readsAwards(actor)) return []
  const [awards, nominations] = await Promise.all([
    prisma.award.findMany({ where: { year: { not: null } }, select: { year: true }, distinct: ['year'] }),
    prisma.nomination.findMany({
      where: readableNominations(actor),
      select: { year: true },
      distinct: ['year'],
    }),
  ])
  return [...new Set([...awards, ...nominations].map(({ year }) => year!))].sort((a, b) => b - a)
}
