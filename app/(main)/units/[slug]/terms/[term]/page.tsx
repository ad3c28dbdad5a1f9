import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TermView } from '@/components/terms/term-view'
import { unitTermCrumbs } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { getTerm, getTermChoices } from '@/lib/terms/queries'

type Props = { params: Promise<{ slug: string; term: string }> }

export const metadata: Metadata = { title: 'Nhiệm kỳ' }

export default async function UnitTermPage({ params }: Props) {
  const { slug: unitSlug, term: slugTerm } = await params
  const actor = await requireActor(`/units/${unitSlug}/terms/${slugTerm}`)
  const term = await getTerm(actor, unitSlug, slugTerm)
  if (!term) notFound()
  const choices = await getTermChoices(actor, term)
  return <TermView term={term} crumbs={unitTermCrumbs(term)} {...choices} />
}
