import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewView } from '@/components/terms/review-view'
import { NATIONAL_CRUMBS } from '@/components/terms/crumbs'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { reviewKindOf } from '@/lib/terms/labels'
import { getTermReviewOf } from '@/lib/terms/reviews/queries'

type Props = { params: Promise<{ term: string; review: string }> }

export const metadata: Metadata = { title: 'Sơ kết, tổng kết nhiệm kỳ' }

export default async function NationalReviewPage({ params }: Props) {
  const { term: slugTerm, review: kindSlug } = await params
  const actor = await requireActor(`/terms/${slugTerm}/${kindSlug}`)
  const kind = reviewKindOf(kindSlug)
  const review = kind && (await getTermReviewOf(actor, null, slugTerm, kind))
  if (!review) notFound()
  return <ReviewView review={review} crumbs={NATIONAL_CRUMBS} today={await readToday()} />
}
