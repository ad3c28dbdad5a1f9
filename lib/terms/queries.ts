import 'server-only'
import type { CompletionBand } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { listStatements } from '@/lib/sources/queries'
import { mayDecideReviews, mayKeepTerms, readsTerms } from './policy'
import { TERM, toListItem } from './rows/queries'
import { yearsOfTerm } from './rules'
import { listFeedingIndicators, listNationalTargets, listTargets, termBandsIn } from './targets/queries'
import type { TargetRef, TermDto, TermListItem, UnitTerms } from './types'

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
    include: { ...TERM, unit: { include: { ...TERM.unit.include, successors: true } } },
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
