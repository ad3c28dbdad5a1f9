import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TargetView } from '@/components/terms/target-view'
import { unitTermCrumbs } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { getTerm, getTermChoices } from '@/lib/terms/queries'

type Props = { params: Promise<{ slug: string; term: string; id: string }> }

export const metadata: Metadata = { title: 'Chỉ tiêu nhiệm kỳ' }

export default async function UnitTargetPage({ params }: Props) {
  const { slug: unitSlug, term: slugTerm, id } = await params
  const actor = await requireActor(`/units/${unitSlug}/terms/${slugTerm}/targets/${id}`)
  const term = await getTerm(actor, unitSlug, slugTerm)
  const target = term?.targetList.find((found) => found.id === id)
  if (!term || !target) notFound()
  const { indicators, national } = await getTermChoices(actor, term)
  return (
    <TargetView
      term={term}
      target={target}
      crumbs={unitTermCrumbs(term)}
      indicators={indicators}
      national={national}
    />
  )
}
