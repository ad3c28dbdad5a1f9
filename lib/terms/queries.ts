import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Citation } from '@/lib/clusters/types'
import type { CompletionBand } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma, query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { listStatements } from '@/lib/sources/queries'
import { mayDecideReviews, mayKeepTerms, readsTerms } from './policy'
import { listFeeds } from './progress/queries'
import { figuresOf, type Entered, type Feed } from './progress/rules'
import { progressOf, targetValue, yearsOfTerm } from './rules'
import type {
  ReviewKind,
  TargetDto,
  TargetKind,
  TargetRef,
  TargetShape,
  TermDto,
  TermListItem,
  TermRef,
  UnitTerms,
} from './types'

const SOURCE = { select: { slug: true, letter: true, title: true } } satisfies Prisma.SourceDefaultArgs
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
const REF = { term: { include: { unit: UNIT } } } satisfies Prisma.TermTargetInclude
const TARGET = {
  source: SOURCE,
  milestones: { orderBy: { year: 'asc' } },
  indicators: { orderBy: { code: 'asc' } },
  progress: { orderBy: { year: 'asc' }, include: { source: SOURCE } },
  national: { include: { national: { include: REF } } },
  provincial: { include: { target: { include: REF } } },
} satisfies Prisma.TermTargetInclude

type TermRow = Prisma.TermGetPayload<{ include: typeof TERM }>
type TargetRow = Prisma.TermTargetGetPayload<{ include: typeof TARGET }>
type RefRow = Prisma.TermTargetGetPayload<{ include: typeof REF }>

export const toCitation = (
  source: { slug: string; letter: string | null; title: string } | null,
  factId: string | null,
): Citation | null => source && { ...source, factId }

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

export const toListItem = (row: TermRow): TermListItem => ({
  ...toRef(row),
  resolution: row.resolution,
  inferred: row.inferred,
  illustrative: row.illustrative,
  note: row.note,
  source: toCitation(row.source, row.factId),
  targets: new Set(row.targets.map(({ id, number }) => /^\d+/.exec(number ?? '')?.[0] ?? id)).size,
  reviews: row.reviews.map((review) => ({
    ...review,
    heldOn: storedDay(review.heldOn),
    frozenAt: review.frozenAt?.toISOString() ?? null,
  })),
})

const newestFirst = (a: TermListItem, b: TermListItem) =>
  (b.startYear ?? Infinity) - (a.startYear ?? Infinity) || (b.congressNumber ?? 0) - (a.congressNumber ?? 0)

/** The national terms, newest first. */
export async function listNationalTerms(actor: Actor): Promise<TermListItem[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.term.findMany({ where: { unitId: null }, include: TERM })
  return rows.map(toListItem).sort(newestFirst)
}

/** The newest terms of every unit that has any, by name of the unit. */
export async function listLatestUnitTerms(actor: Actor): Promise<TermListItem[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.term.findMany({ where: { unitId: { not: null } }, include: TERM })
  return rows
    .map(toListItem)
    .sort(
      (a, b) =>
        compareVietnamese(a.unit?.name ?? '', b.unit?.name ?? '') ||
        Number(a.unit?.validTo !== null) - Number(b.unit?.validTo !== null) ||
        newestFirst(a, b),
    )
}

/** Terms of a unit, and of the units before and after it, which keep their own. */
export async function listUnitTerms(actor: Actor, unitId: string): Promise<UnitTerms> {
  if (!readsTerms(actor)) return { own: [], predecessors: [], successors: [] }
  const rows = await prisma.term.findMany({
    where: {
      OR: [
        { unitId },
        { unit: { successors: { some: { successorId: unitId } } } },
        { unit: { predecessors: { some: { predecessorId: unitId } } } },
      ],
    },
    include: { ...TERM, unit: { include: { ...UNIT.include, successors: true } } },
  })
  const terms = rows.map((row) => ({
    item: toListItem(row),
    before: row.unit?.successors.some(({ successorId }) => successorId === unitId) ?? false,
  }))
  const pick = (wanted: (term: (typeof terms)[number]) => boolean) =>
    terms
      .filter(wanted)
      .map(({ item }) => item)
      .sort(newestFirst)
  return {
    own: pick(({ item }) => item.unit?.id === unitId),
    predecessors: pick(({ item, before }) => item.unit?.id !== unitId && before),
    successors: pick(({ item, before }) => item.unit?.id !== unitId && !before),
  }
}

/** Bands of the completion schemes that terms use: mid-term while a term runs, the year's at its end. */
export async function termBandsIn(
  db: Pick<Prisma.TransactionClient, 'completionScheme'>,
  kind: ReviewKind,
): Promise<CompletionBand[]> {
  const code = kind === 'MIDTERM' ? 'MIDTERM' : 'YEAR'
  const scheme = await db.completionScheme.findUnique({ where: { code } })
  return (scheme?.bands ?? []) as CompletionBand[]
}

const shapeOf = (row: TargetRow): TargetShape => ({
  kind: row.kind as TargetKind,
  measureUnit: row.measureUnit,
  displayUnit: row.displayUnit,
  decimals: row.decimals,
  direction: row.direction,
  manner: row.manner,
})

function enteredOf(row: TargetRow, shape: TargetShape): Entered[] {
  return row.progress.flatMap(
    ({ id, year, raw, origin, asOf, note, illustrative, source, factId, version }) => {
      const value = targetValue(raw, shape)
      const manual = { kind: 'MANUAL' as const, id, origin, asOf: storedDay(asOf), note, version }
      return value
        ? [{ year, raw, value, illustrative, origin: { ...manual, source: toCitation(source, factId) } }]
        : []
    },
  )
}

const targetRef = (row: RefRow): TargetRef => ({
  id: row.id,
  number: row.number,
  name: row.name,
  term: toRef(row.term),
})

type Around = {
  years: number[]
  feeds: Feed[]
  names: Map<string, string>
  bands: CompletionBand[]
  asOf: string | null
}

function toTarget(row: TargetRow, { years, feeds, names, bands, asOf }: Around): TargetDto {
  const shape = shapeOf(row)
  const codes = row.indicators.map(({ code }) => code)
  const plan = {
    ...shape,
    planValue: targetValue(row.plan, shape),
    baseValue: targetValue(row.base, shape),
    milestones: row.milestones.map((step) => ({
      year: step.year,
      plan: step.plan,
      value: targetValue(step.plan, shape),
    })),
  }
  const figures = figuresOf({ ...shape, codes }, years, feeds, enteredOf(row, shape), asOf)
  return {
    ...plan,
    id: row.id,
    position: row.position,
    number: row.number,
    name: row.name,
    plan: row.plan,
    base: row.base,
    indicators: codes.map((code) => ({ code, name: names.get(code) ?? code })),
    national: row.national.map(({ national }) => targetRef(national)),
    provincial: row.provincial
      .map(({ target }) => targetRef(target))
      .sort((a, b) => compareVietnamese(a.term.unit?.name ?? '', b.term.unit?.name ?? '')),
    note: row.note,
    illustrative: row.illustrative,
    source: toCitation(row.source, row.factId),
    retiredAt: row.retiredAt?.toISOString() ?? null,
    version: row.version,
    progress: progressOf(plan, years, figures, bands),
  }
}

/**
 * The targets of a term with their progress up to a day (null: all that is known), in the order of the resolution. Reads
 * in the caller's transaction where one is given.
 */
export async function listTargets(
  actor: Actor,
  term: { id: string; unitId: string | null; startYear: number | null; endYear: number | null },
  { bands, asOf = null }: { bands: CompletionBand[]; asOf?: string | null },
  db: Pick<Prisma.TransactionClient, 'termTarget' | 'indicator'> = prisma,
  run: typeof query = query,
): Promise<TargetDto[]> {
  const rows = await db.termTarget.findMany({
    where: { termId: term.id, retiredAt: null },
    orderBy: { position: 'asc' },
    include: TARGET,
  })
  const years = yearsOfTerm(term)
  const codes = [...new Set(rows.flatMap(({ indicators }) => indicators.map(({ code }) => code)))]
  // One after the other: within a transaction both go over one connection.
  const feeds = await listFeeds(actor, { codes, years, unitId: term.unitId }, run)
  const named = await db.indicator.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
    orderBy: { set: { emulationYear: { year: 'asc' } } },
  })
  const names = new Map(named.map(({ code, name }) => [code, name]))
  return rows.map((row) => toTarget(row, { years, feeds, names, bands, asOf }))
}

/** A term with its targets, their path and forecast, and what sources state of it; null for an unknown one. */
export async function getTerm(actor: Actor, unitSlug: string | null, slug: string): Promise<TermDto | null> {
  if (!readsTerms(actor)) return null
  const row = await prisma.term.findFirst({
    where: { slug, unit: unitSlug === null ? null : { is: { slug: unitSlug } } },
    include: TERM,
  })
  if (!row) return null
  const bands = await termBandsIn(prisma, 'MIDTERM')
  const [targetList, statements] = await Promise.all([
    listTargets(actor, row, { bands }),
    listTermStatements(actor, row),
  ])
  return {
    ...toListItem(row),
    congressOn: storedDay(row.congressOn),
    congressDateNote: row.congressDateNote,
    version: row.version,
    years: yearsOfTerm(row),
    targetList,
    statements,
    mayEdit: mayKeepTerms(actor, row.unitId),
    mayDecide: mayDecideReviews(actor, row.unitId),
  }
}

/** What sources state of a term, by the facts that it names. */
export async function listTermStatements(actor: Actor, term: { unitId: string | null; facts: string[] }) {
  if (term.facts.length === 0 || term.unitId === null) return []
  const statements = await listStatements(actor, { unitId: term.unitId })
  return statements.filter(({ factId }) => term.facts.includes(factId))
}

/** Targets of national terms that a unit's targets can serve, newest term first. */
async function listNationalTargets(actor: Actor): Promise<TargetRef[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.termTarget.findMany({
    where: { term: { unitId: null }, retiredAt: null, name: { not: null } },
    orderBy: [{ term: { startYear: 'desc' } }, { position: 'asc' }],
    include: REF,
  })
  return rows.map(targetRef)
}

/** Yearly indicators by code, under their newest name, that targets of a unit (or of the nation) can be fed by. */
async function listFeedingIndicators(
  actor: Actor,
  unitId: string | null,
): Promise<{ code: string; name: string; kind: string }[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.indicator.findMany({
    where: {
      retiredAt: null,
      kind: { in: ['COUNT', 'MONEY', 'RATIO', 'PERCENTAGE', 'YES_NO'] },
      set: unitId ? { OR: [{ unitId: null }, { unitId }] } : { scope: 'NATIONAL' },
    },
    select: { code: true, name: true, kind: true },
    orderBy: { set: { emulationYear: { year: 'asc' } } },
  })
  return [...new Map(rows.map((row) => [row.code, row])).values()].sort((a, b) =>
    compareVietnamese(a.name, b.name),
  )
}

/** What the forms of a term offer to choose from, and the bands its classes are judged by. Lists are empty for a reader. */
export async function getTermChoices(
  actor: Actor,
  term: Pick<TermDto, 'unit' | 'mayEdit'>,
): Promise<{
  bands: CompletionBand[]
  indicators: { code: string; name: string }[]
  national: TargetRef[]
}> {
  const bands = await termBandsIn(prisma, 'MIDTERM')
  if (!term.mayEdit) return { bands, indicators: [], national: [] }
  const [indicators, national] = await Promise.all([
    listFeedingIndicators(actor, term.unit?.id ?? null),
    term.unit ? listNationalTargets(actor) : [],
  ])
  return { bands, indicators, national }
}
