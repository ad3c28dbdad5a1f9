import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewForm } from '@/components/terms/review-form'
import { NATIONAL_CRUMBS } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { reviewKindOf } from '@/lib/terms/labels'
import { getTerm } from '@/lib/terms/queries'
import { getTermReviewOf } from '@/lib/terms/reviews/queries'

type Props = { params: Promise<{ term: string; review: string }> }

export const metadata: Metadata = { title: 'Soạn sơ kết, tổng kết nhiệm kỳ' }

export default async function NationalReviewEditPage({ params }: Props) {
  const { term: slugTerm, review: kindSlug } = await params
  const actor = await requireActor(`/terms/${slugTerm}/${kindSlug}/edit`)
  const kind = reviewKindOf(kindSlug)
  const term = kind && (await getTerm(actor, null, slugTerm))
  if (!kind || !term?.mayEdit) notFound()
  const review = await getTermReviewOf(actor, null, slugTerm, kind)
  if (review?.frozenAt) notFound()
  return <ReviewForm term={term} kind={kind} review={review} crumbs={NATIONAL_CRUMBS} />
}
