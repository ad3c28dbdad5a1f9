import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { listUnitAwards } from '@/lib/awards/book/queries'
import type { AwardDto } from '@/lib/awards/types'
import { citationOf } from '@/lib/clusters/rules'
import type { CompletionBand, CompletionClass } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import type { SizedQualifier } from '@/lib/platform/numbers/types'
import { mayDecideReviews, mayKeepTerms, readsTerms } from '../policy'
import { listTermStatements } from '../queries'
import { TERM, toListItem } from '../rows/queries'
import { listTargets, termBandsIn } from '../targets/queries'
import { yearsOfTerm } from '../rules'
import type { ReviewKind } from '../types'
import { countClasses, itemOf } from './rules'
import { REVIEW_SECTIONS, type ReviewItem, type ReviewWork, type TermReviewDto } from './types'

const SOURCE = {
  select: { id: true, slug: true, letter: true, title: true },
} satisfies Prisma.SourceDefaultArgs
const REVIEW = {
  source: SOURCE,
  sections: true,
  items: { orderBy: { position: 'asc' } },
  term: { include: TERM },
} satisfies Prisma.TermReviewInclude

type ReviewRow = Prisma.TermReviewGetPayload<{ include: typeof REVIEW }>

/** The review of a term, `unitSlug` null for a national one; null where none was begun. */
export async function getTermReviewOf(
  actor: Actor,
  unitSlug: string | null,
  termSlug: string,
  kind: ReviewKind,
): Promise<TermReviewDto | null> {
  return read(actor, {
    kind,
    term: { slug: termSlug, unit: unitSlug === null ? null : { is: { slug: unitSlug } } },
  })
}

/** A review by its id, with everything that a page or a printed report of it needs; null for an unknown one. */
export async function getTermReview(actor: Actor, reviewId: string): Promise<TermReviewDto | null> {
  return read(actor, { id: reviewId })
}

async function read(actor: Actor, where: Prisma.TermReviewWhereInput): Promise<TermReviewDto | null> {
  if (!readsTerms(actor)) return null
  const row = await prisma.termReview.findFirst({ where, include: REVIEW })
  if (!row) return null
  const bands = (row.bands as CompletionBand[] | null) ?? (await termBandsIn(prisma, row.kind))
  const [items, works, awards, statements] = await Promise.all([
    row.frozenAt ? frozenItems(row) : currentItems(actor, row, bands),
    listWorks(row),
    listAwardsOf(actor, row),
    listTermStatements(actor, row.term),
  ])
  const { term } = row
  return {
    id: row.id,
    kind: row.kind,
    heldOn: storedDay(row.heldOn),
    dateNote: row.dateNote,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    term: {
      ...toListItem(term),
      congressOn: storedDay(term.congressOn),
      congressDateNote: term.congressDateNote,
    },
    meeting: row.meeting,
    place: row.place,
    asOf: storedDay(row.asOf),
    bands,
    items,
    counts: countClasses(items, bands),
    undecided: items.filter((item) => item.class === null).length,
    countsOnly: items.length > 0 && items.every(({ name }) => name === null),
    sections: REVIEW_SECTIONS.flatMap((section) => {
      const found = row.sections.find((part) => part.section === section)
      return found?.text ? [{ section, text: found.text, source: citationOf(row.source, found.factId) }] : []
    }),
    works,
    awards,
    statements,
    illustrative: row.illustrative,
    source: citationOf(row.source, row.factId),
    version: row.version,
    mayEdit: mayKeepTerms(actor, term.unitId),
    mayDecide: mayDecideReviews(actor, term.unitId),
  }
}

function frozenItems(row: ReviewRow): ReviewItem[] {
  return row.items.map((item) => ({
    position: item.position,
    targetId: item.targetId,
    number: item.number,
    name: item.name,
    manner: item.manner,
    plan: item.plan,
    expected: item.expected,
    result: item.result,
    years: item.years,
    percent: item.percent,
    qualifier: item.qualifier as SizedQualifier,
    class: item.class as CompletionClass | null,
    label: item.label,
    note: item.note,
    source: citationOf(row.source, item.factId),
  }))
}

async function currentItems(actor: Actor, row: ReviewRow, bands: CompletionBand[]): Promise<ReviewItem[]> {
  const targets = await listTargets(actor, row.term, { bands, asOf: storedDay(row.asOf) })
  return targets.map(itemOf)
}

/** Works of the unit in the years of the term, and those that the review's own source counts without a year. */
async function listWorks({ term, source, asOf }: ReviewRow): Promise<ReviewWork[]> {
  if (term.unitId === null) return []
  const years = yearsOfTerm(term).filter((year) => asOf === null || year <= asOf.getUTCFullYear())
  const works = await prisma.registeredWork.findMany({
    where: {
      unitId: term.unitId,
      OR: [{ year: { in: years } }, ...(source ? [{ year: null, sourceId: source.id }] : [])],
    },
    include: { campaign: { select: { slug: true, name: true } }, source: SOURCE },
    orderBy: [{ year: { sort: 'desc', nulls: 'first' } }, { campaign: { name: 'asc' } }],
  })
  return works.map((work) => ({
    campaign: work.campaign,
    year: work.year,
    registered: work.registered,
    done: work.done,
    note: work.note,
    illustrative: work.illustrative,
    source: citationOf(work.source, work.factId),
  }))
}

/** The unit's awards of the term's years, and those that the review's own source tells of without a year. */
async function listAwardsOf(actor: Actor, { term, source, asOf }: ReviewRow): Promise<AwardDto[]> {
  if (term.unitId === null) return []
  const years = yearsOfTerm(term).filter((year) => asOf === null || year <= asOf.getUTCFullYear())
  const awards = await listUnitAwards(actor, term.unitId, { withPredecessors: false })
  return awards.filter((award) =>
    award.year === null ? source !== null && award.source?.slug === source.slug : years.includes(award.year),
  )
}
