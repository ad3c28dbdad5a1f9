import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewView } from '@/components/terms/review-view'
import { readToday } from '@/lib/awards/queries'
import { unitTermCrumbs } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { reviewKindOf } from '@/lib/terms/labels'
import { getTermReviewOf } from '@/lib/terms/reviews/queries'

type Props = { params: Promise<{ slug: string; term: string; review: string }> }

export const metadata: Metadata = { title: 'Sơ kết, tổng kết nhiệm kỳ' }

export default async function UnitReviewPage({ params }: Props) {
  const { slug: unitSlug, term: slugTerm, review: kindSlug } = await params
  const actor = await requireActor(`/units/${unitSlug}/terms/${slugTerm}/${kindSlug}`)
  const kind = reviewKindOf(kindSlug)
  const review = kind && (await getTermReviewOf(actor, unitSlug, slugTerm, kind))
  if (!review) notFound()
  const { term } = review
  return <ReviewView review={review} crumbs={unitTermCrumbs(term)} today={await readToday()} />
}
