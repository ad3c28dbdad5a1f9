import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/platform/auth/actor'
import { readYear } from './address'
import type { ClusterTab } from './cluster-href'
import { loadClusterHistory } from './cluster-view'
import { MissingYear } from './missing-year'

/** A tab of a year that no document speaks of: the years there are, each at the same tab. Another cluster is not found. */
export async function AbsentYear({
  actor,
  slug,
  year: yearText,
  tab,
}: {
  actor: Actor
  slug: string
  year: string
  tab: ClusterTab
}) {
  const year = readYear(yearText)
  const cluster = year === null ? null : await loadClusterHistory(actor, slug)
  if (year === null || !cluster) notFound()
  return <MissingYear cluster={cluster} year={year} tab={tab} />
}
