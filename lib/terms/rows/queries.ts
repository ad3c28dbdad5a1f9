import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import { storedDay } from '@/lib/platform/dates'
import type { TargetRef, TermListItem, TermRef } from '../types'

/*
 * What is read of terms wherever they are named, and how their rows become what is shown.
 */

export const SOURCE = { select: { slug: true, letter: true, title: true } } satisfies Prisma.SourceDefaultArgs
const UNIT = {
  include: { designations: { orderBy: { validFrom: { sort: 'asc', nulls: 'first' } } } },
} satisfies Prisma.UnitDefaultArgs
const REVIEWS = {
  orderBy: { kind: 'asc' },
  select: { id: true, kind: true, heldOn: true, dateNote: true, frozenAt: true },
} satisfies Prisma.Term$reviewsArgs
export const TERM = {
  unit: UNIT,
  source: SOURCE,
  reviews: REVIEWS,
  targets: { where: { retiredAt: null }, select: { id: true, number: true } },
} satisfies Prisma.TermInclude
export const REF = { term: { include: { unit: UNIT } } } satisfies Prisma.TermTargetInclude
type TermRow = Prisma.TermGetPayload<{ include: typeof TERM }>
type RefRow = Prisma.TermTargetGetPayload<{ include: typeof REF }>

/** Under the name a unit bears today, or bore last: a term spans years. */
const toRef = ({ id, slug, unit, startYear, endYear, congressNumber }: RefRow['term']): TermRef => ({
  id,
  slug,
  startYear,
  endYear,
  congressNumber,
  unit: unit && {
    id: unit.id,
    slug: unit.slug,
    name: unit.designations.at(-1)?.name ?? unit.slug,
    kind: unit.designations.at(-1)?.kind ?? '',
    validTo: storedDay(unit.validTo),
  },
})

/** A term as lists show it; targets counted by their number, so that 3a and 3b are one. */
export const toListItem = (row: TermRow): TermListItem => ({
  ...toRef(row),
  resolution: row.resolution,
  inferred: row.inferred,
  illustrative: row.illustrative,
  note: row.note,
  source: citationOf(row.source, row.factId),
  targets: new Set(row.targets.map(({ id, number }) => /^\d+/.exec(number ?? '')?.[0] ?? id)).size,
  reviews: row.reviews.map((review) => ({
    ...review,
    heldOn: storedDay(review.heldOn),
    frozenAt: review.frozenAt?.toISOString() ?? null,
  })),
})

/** A target where another one names it. */
export const targetRef = (row: RefRow): TargetRef => ({
  id: row.id,
  number: row.number,
  name: row.name,
  term: toRef(row.term),
})
