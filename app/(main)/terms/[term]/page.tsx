import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TermView } from '@/components/terms/term-view'
import { NATIONAL_CRUMBS } from '@/components/terms/crumbs'
import { requireActor } from '@/lib/platform/auth/current'
import { getTerm, getTermChoices } from '@/lib/terms/queries'

type Props = { params: Promise<{ term: string }> }

export const metadata: Metadata = { title: 'Nhiệm kỳ' }

export default async function NationalTermPage({ params }: Props) {
  const { term: slugTerm } = await params
  const actor = await requireActor(`/terms/${slugTerm}`)
  const term = await getTerm(actor, null, slugTerm)
  if (!term) notFound()
  const choices = await getTermChoices(actor, term)
  return <TermView term={term} crumbs={NATIONAL_CRUMBS} {...choices} />
}
