import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TargetView } from '@/components/terms/target-view'
import { NATIONAL_CRUMBS } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { getTerm, getTermChoices } from '@/lib/terms/queries'

type Props = { params: Promise<{ term: string; id: string }> }

export const metadata: Metadata = { title: 'Chỉ tiêu nhiệm kỳ' }

export default async function NationalTargetPage({ params }: Props) {
  const { term: slugTerm, id } = await params
  const actor = await requireActor(`/terms/${slugTerm}/targets/${id}`)
  const term = await getTerm(actor, null, slugTerm)
  const target = term?.targetList.find((found) => found.id === id)
  if (!term || !target) notFound()
  const { indicators, national } = await getTermChoices(actor, term)
  return (
    <TargetView
      term={term}
      target={target}
      crumbs={NATIONAL_CRUMBS}
      indicators={indicators}
      national={national}
    />
  )
}
