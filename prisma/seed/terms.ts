import type { CompletionBand } from '@/lib/indicators/types'
import type { Prisma } from '@/prisma/generated/client'
import { DEMO_TERM, DOCUMENT_TERMS, LAO_CAI_REVIEW, NATIONAL_TERMS, type SeedTerm } from './data/terms'
import type { Reference } from './reference'
import { keep, stableId, type Kept, type Tx } from './write'

const OWNER = 'trung-uong'

const keyOf = (unit: string | null | undefined, slug: string) => `${unit ?? OWNER}/${slug}`

async function keepTerms(
  tx: Tx,
  rows: { key: string; row: Prisma.TermCreateManyInput & { id: string } }[],
): Promise<Kept> {
  const existing = await tx.term.findMany({
    select: { id: true, slug: true, unit: { select: { slug: true } } },
  })
  return keep(
    rows,
    existing.map(({ id, slug, unit }) => ({ key: keyOf(unit?.slug, slug), id })),
    (data) => tx.term.createMany({ data }),
  )
}

async function seedTerms(
  tx: Tx,
  reference: Reference,
  terms: SeedTerm[],
  sourceOf: (slug: string) => string,
): Promise<Kept> {
  const kept = await keepTerms(
    tx,
    terms.map(({ unit, source, fact, targets: _, ...term }) => ({
      key: keyOf(unit, term.slug),
      row: {
        ...term,
        id: stableId('term', keyOf(unit, term.slug)),
        unitId: unit ? reference.units.id(unit) : null,
        sourceId: sourceOf(source),
        factId: fact,
      },
    })),
  )
  await tx.termTarget.createMany({
    data: terms
      .filter(({ unit, slug }) => kept.added.has(keyOf(unit, slug)))
      .flatMap(({ unit, slug, targets }) =>
        targets.map(({ source, unit: measureUnit, ...target }, index) => ({
          ...target,
          id: stableId('term-target', keyOf(unit, slug), index),
          termId: kept.id(keyOf(unit, slug)),
          position: index + 1,
          measureUnit: measureUnit ?? '',
          sourceId: source ? sourceOf(source) : null,
          // The 21 criteria of document D are counted there and not told one by one.
          factId: unit === LAO_CAI_REVIEW.unit ? LAO_CAI_REVIEW.countsFact : null,
        })),
      ),
  })
  return kept
}

/** The terms of the central union, in every installation. */
export async function seedNationalTerms(tx: Tx, reference: Reference): Promise<void> {
  await seedTerms(tx, reference, NATIONAL_TERMS, (slug) => reference.sources.id(slug))
}

/** Terms that the documents tell of, and the mid-term review of document D. */
export async function seedDocumentTerms(
  tx: Tx,
  reference: Reference,
  sourceOf: (slug: string) => string,
): Promise<void> {
  const terms = await seedTerms(tx, reference, DOCUMENT_TERMS, sourceOf)
  const key = keyOf(LAO_CAI_REVIEW.unit, LAO_CAI_REVIEW.term)
  if (!terms.added.has(key)) return
  const { bands } = await tx.completionScheme.findUniqueOrThrow({ where: { code: 'MIDTERM' } })
  const review = await tx.termReview.create({
    data: {
      id: stableId('term-review', key),
      termId: terms.id(key),
      kind: 'MIDTERM',
      meeting: LAO_CAI_REVIEW.meeting,
      dateNote: LAO_CAI_REVIEW.dateNote,
      bands: bands ?? [],
      sourceId: sourceOf(LAO_CAI_REVIEW.source),
      factId: LAO_CAI_REVIEW.fact,
      sections: {
        create: LAO_CAI_REVIEW.sections.map(({ section, text, fact }) => ({ section, text, factId: fact })),
      },
    },
  })
  const scheme = bands as unknown as CompletionBand[]
  const classes = scheme.flatMap((band) =>
    Array.from({ length: LAO_CAI_REVIEW.counts[band.class] }, () => band),
  )
  await tx.termReviewItem.createMany({
    data: classes.map((band, index) => ({
      id: stableId('term-review-item', key, index),
      reviewId: review.id,
      position: index + 1,
      class: band.class,
      label: band.label,
      factId: LAO_CAI_REVIEW.countsFact,
    })),
  })
  await tx.$executeRaw`UPDATE term_reviews SET frozen_at = app_now() WHERE id = ${review.id}::uuid`
}

/** An illustrative term of one province, fed by yearly indicators and, for the years before, by hand. */
export async function seedDemoTerm(tx: Tx, reference: Reference): Promise<void> {
  const { targets, unit, ...term } = DEMO_TERM
  const key = keyOf(unit, term.slug)
  const terms = await keepTerms(tx, [
    {
      key,
      row: { ...term, id: stableId('term', key), unitId: reference.units.id(unit), illustrative: true },
    },
  ])
  await feedNationalTargets(tx)
  if (!terms.added.has(key)) return
  const national = await tx.termTarget.findMany({
    where: { term: { unitId: null, slug: '2022-2027' }, number: { not: null } },
    select: { id: true, number: true },
  })
  for (const [index, { codes, national: serves, results, unit: measureUnit, ...target }] of targets.entries())
    await tx.termTarget.create({
      data: {
        ...target,
        id: stableId('term-target', key, index),
        termId: terms.id(key),
        position: index + 1,
        measureUnit,
        displayUnit: target.kind === 'MONEY' ? measureUnit : null,
        illustrative: true,
        indicators: { create: codes.map((code) => ({ code })) },
        national: {
          create: national
            .filter(({ number }) => serves.some((wanted) => wanted === number))
            .map(({ id }) => ({ nationalId: id })),
        },
        progress: {
          create: Object.entries(results).map(([year, raw]) => ({
            id: stableId('term-progress', key, index, year),
            year: Number(year),
            raw,
            origin: 'Số liệu minh họa',
            illustrative: true,
          })),
        },
      },
    })
}

/** Indicators of the illustrative years that speak of the same thing as national targets. */
const FEEDS = {
  '2a': 'ho-thoat-ngheo',
  '2c': 'htx-moi',
  '3': 'nan-nhan-tiep-can-dich-vu',
  '4b': 'ho-5-khong-3-sach',
}

async function feedNationalTargets(tx: Tx): Promise<void> {
  const targets = await tx.termTarget.findMany({
    where: { term: { unitId: null, slug: '2022-2027' }, version: 1, indicators: { none: {} } },
    select: { id: true, number: true },
  })
  const codes = new Map(Object.entries(FEEDS))
  await tx.termTargetIndicator.createMany({
    data: targets.flatMap(({ id, number }) => {
      const code = codes.get(number ?? '')
      return code ? [{ targetId: id, code }] : []
    }),
  })
}
