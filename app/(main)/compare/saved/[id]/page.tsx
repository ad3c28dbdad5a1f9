import { notFound, redirect } from 'next/navigation'
import { requireActor } from '@/lib/platform/auth/current'
import { getSavedQuery } from '@/lib/summaries/compare/queries'

/** The link of a saved comparison: leads to it with its name in the address no more, so that it can be changed at once. */
export default async function SavedComparisonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/compare/saved/${id}`)
  const query = await getSavedQuery(actor, id)
  if (query === null) notFound()
  redirect(query ? `/compare?${query}` : '/compare')
}
