import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'

/** What is shown of the cluster table. */
export type TableView = { period: PeriodKind | null; group: number | null; compare: boolean }

/** The pages of a cluster-year; '' is its table. */
export type ClusterTab =
  | ''
  | 'submissions'
  | 'charts'
  | 'pledge'
  | 'activities'
  | 'scores'
  | 'meetings'
  | 'awards'
  | 'handover'
  | 'documents'
  | 'members'

/** The address of a cluster-year's page; only what differs from the plain page is written. */
export function clusterHref(
  slug: string,
  year: number,
  { tab = '', ...view }: Partial<TableView> & { tab?: ClusterTab } = {},
): string {
  const query = new URLSearchParams()
  if (view.period) query.set('ky', PERIOD_SLUGS[view.period])
  if (view.group) query.set('nhom', String(view.group))
  if (view.compare) query.set('so-sanh', '1')
  const search = query.size > 0 ? `?${query}` : ''
  return `/clusters/${encodeURIComponent(slug)}/${year}${tab ? `/${tab}` : ''}${search}`
}
