import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { COMPLETION_CLASSES, type CompletionBand, type CompletionClass } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore, storedDay } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { keptTermIn } from '../commands'
import { REVIEW_SLUGS } from '../labels'
import { mayDecideReviews } from '../policy'
import { listTargets, termBandsIn } from '../targets/queries'
import { itemOf } from './rules'
import type { FreezeReviewInput, ReopenReviewInput, ReviewCountsInput, ReviewInput } from './schema'
import { REVIEW_SECTIONS, type ReviewItem } from './types'

type Tx = Prisma.TransactionClient

/** Begins the review of a term, or changes its meeting, day and narrative while its figures are not frozen. */
export function saveReview(
  actor: Actor,
  { termId, kind, version, ...input }: ReviewInput,
  key?: string,
): Promise<Result<{ slug: string }>> {
  return perform(actor, 'saveReview', key, async (tx) => {
    const term = await keptTermIn(tx, actor, termId)
    if (!term.ok) return term
    const place = { termId_kind: { termId, kind } }
    const earlier = await tx.termReview.findUnique({ where: place, include: { sections: true } })
    if ((earlier?.version ?? 0) !== version) return fail('conflict')
    if (earlier?.frozenAt) return fail('locked', 'Số liệu đã chốt. Muốn sửa, hãy mở lại trước.')
    const head = {
      meeting: input.meeting || null,
      heldOn: dayToStore(input.heldOn),
      dateNote: input.dateNote || null,
      place: input.place || null,
      asOf: dayToStore(input.asOf),
    }
    const review = earlier
      ? await tx.termReview.update({ where: place, data: { ...head, version: { increment: 1 } } })
      : await tx.termReview.create({ data: { ...head, termId, kind } })
    await tx.termReviewSection.deleteMany({ where: { reviewId: review.id } })
    await tx.termReviewSection.createMany({
      data: REVIEW_SECTIONS.flatMap((section) =>
        input[section] ? [{ reviewId: review.id, section, text: input[section] }] : [],
      ),
    })
    await recordAuditIn(tx, actor, {
      action: 'saveReview',
      entity: 'term_review',
      entityId: review.id,
      unitId: term.value.unitId,
      before: earlier && {
        meeting: earlier.meeting,
        dateNote: earlier.dateNote,
        sections: Object.fromEntries(earlier.sections.map(({ section, text }) => [section, text])),
      },
      after: { kind, ...input },
    })
    return ok({ slug: REVIEW_SLUGS[kind] })
  })
}

async function draftIn(tx: Tx, actor: Actor, reviewId: string, version: number) {
  await tx.$queryRaw`SELECT id FROM term_reviews WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`
  const review = await tx.termReview.findUnique({ where: { id: reviewId }, include: { term: true } })
  if (!review) return fail('not_found')
  if (!mayDecideReviews(actor, review.term.unitId)) return fail('forbidden')
  if (review.frozenAt) return fail('locked', 'Số liệu của hội nghị này đã chốt.')
  return review.version === version ? ok(review) : fail('conflict')
}

async function freezeIn(
  tx: Tx,
  actor: Actor,
  review: { id: string; term: { unitId: string | null } },
  bands: CompletionBand[],
  items: Omit<ReviewItem, 'source'>[],
  action: string,
): Promise<void> {
  await tx.termReviewItem.deleteMany({ where: { reviewId: review.id } })
  await tx.termReviewItem.createMany({ data: items.map((item) => ({ ...item, reviewId: review.id })) })
  await tx.termReview.update({
    where: { id: review.id },
    data: { bands, frozenById: actor.accountId, version: { increment: 1 } },
  })
  await tx.$executeRaw`UPDATE term_reviews SET frozen_at = app_now() WHERE id = ${review.id}::uuid`
  await recordAuditIn(tx, actor, {
    action,
    entity: 'term_review',
    entityId: review.id,
    unitId: review.term.unitId,
    after: {
      items: items.length,
      classes: Object.fromEntries(
        COMPLETION_CLASSES.map((name) => [name, items.filter((item) => item.class === name).length]),
      ),
    },
  })
}

/** Keeps the figures as they stand on the review's day; later changes of reports and targets no longer touch them. */
export function freezeReview(actor: Actor, input: FreezeReviewInput, key?: string): Promise<Result> {
  return perform(actor, 'freezeReview', key, async (tx) => {
    const review = await draftIn(tx, actor, input.reviewId, input.version)
    if (!review.ok) return review
    const { term, asOf, kind } = review.value
    if (!asOf) return fail('invalid', 'Hãy ghi ngày chốt số liệu trước khi chốt.')
    const bands = await termBandsIn(tx, kind)
    const targets = await listTargets(
      actor,
      term,
      { bands, asOf: storedDay(asOf) },
      tx,
      (text, params = []) => tx.$queryRawUnsafe(text, ...params),
    )
    if (targets.length === 0) return fail('invalid', 'Nhiệm kỳ chưa có chỉ tiêu nào để chốt.')
    const items = targets.map((target, index) => {
      const { source: _, ...item } = itemOf(target, index + 1)
      return item
    })
    await freezeIn(tx, actor, review.value, bands, items, 'freezeReview')
    return ok()
  })
}

/** Freezes a review of which only the counts are known: so many targets exceeded, met, above half, not met. */
export function recordReviewCounts(actor: Actor, input: ReviewCountsInput, key?: string): Promise<Result> {
  return perform(actor, 'recordReviewCounts', key, async (tx) => {
    const review = await draftIn(tx, actor, input.reviewId, input.version)
    if (!review.ok) return review
    const bands = await termBandsIn(tx, review.value.kind)
    const known = bands.map((band) => band.class)
    const stray = COMPLETION_CLASSES.find((name) => input[name] && !known.includes(name))
    if (stray) return wrongField(stray, 'Tổng kết nhiệm kỳ không có mức này.')
    const classes = bands.flatMap((band) => Array.from({ length: input[band.class] ?? 0 }, () => band))
    const items = classes.map((band, index) => unnamedItem(index + 1, band.class, band.label))
    await freezeIn(tx, actor, review.value, bands, items, 'recordReviewCounts')
    return ok()
  })
}

const unnamedItem = (position: number, name: CompletionClass, label: string): Omit<ReviewItem, 'source'> => ({
  position,
  targetId: null,
  number: null,
  name: null,
  manner: null,
  plan: null,
  expected: null,
  result: null,
  years: [],
  percent: null,
  qualifier: 'EXACT',
  class: name,
  label,
  note: null,
})

/** Opens a frozen review again, with the reason; what it had frozen goes into the audit trail. */
export function reopenReview(actor: Actor, input: ReopenReviewInput, key?: string): Promise<Result> {
  return perform(actor, 'reopenReview', key, async (tx) => {
    await tx.$queryRaw`SELECT id FROM term_reviews WHERE id = ${input.reviewId}::uuid FOR NO KEY UPDATE`
    const review = await tx.termReview.findUnique({
      where: { id: input.reviewId },
      include: { term: true, items: { orderBy: { position: 'asc' } } },
    })
    if (!review) return fail('not_found')
    if (!mayDecideReviews(actor, review.term.unitId)) return fail('forbidden')
    if (review.sourceId) return fail('locked', 'Số liệu này lấy từ tài liệu nguồn, không sửa được.')
    if (review.version !== input.version || !review.frozenAt) return fail('conflict')
    await tx.termReviewItem.deleteMany({ where: { reviewId: review.id } })
    await tx.termReview.update({
      where: { id: review.id },
      data: { frozenAt: null, frozenById: null, bands: undefined, version: { increment: 1 } },
    })
    await tx.$executeRaw`UPDATE term_reviews SET bands = NULL WHERE id = ${review.id}::uuid`
    await recordAuditIn(tx, actor, {
      action: 'reopenReview',
      entity: 'term_review',
      entityId: review.id,
      unitId: review.term.unitId,
      reason: input.reason,
      before: {
        frozenAt: review.frozenAt.toISOString(),
        items: review.items.map(({ number, name, result, percent, class: reached }) => ({
          number,
          name,
          result,
          percent,
          class: reached,
        })),
      },
    })
    return ok()
  })
}
