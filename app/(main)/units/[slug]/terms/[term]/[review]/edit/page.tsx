import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewForm } from '@/components/terms/review-form'
import { unitTermCrumbs } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { reviewKindOf } from '@/lib/terms/labels'
import { getTerm } from '@/lib/terms/queries'
import { getTermReviewOf } from '@/lib/terms/reviews/queries'

type Props = { params: Promise<{ slug: string; term: string; review: string }> }

export const metadata: Metadata = { title: 'Soạn sơ kết, tổng kết nhiệm kỳ' }

export default async function UnitReviewEditPage({ params }: Props) {
  const { slug: unitSlug, term: slugTerm, review: kindSlug } = await params
  const actor = await requireActor(`/units/${unitSlug}/terms/${slugTerm}/${kindSlug}/edit`)
  const kind = reviewKindOf(kindSlug)
  const term = kind && (await getTerm(actor, unitSlug, slugTerm))
  if (!kind || !term?.mayEdit) notFound()
  const review = await getTermReviewOf(actor, unitSlug, slugTerm, kind)
  if (review?.frozenAt) notFound()
  return <ReviewForm term={term} kind={kind} review={review} crumbs={unitTermCrumbs(term)} />
}
