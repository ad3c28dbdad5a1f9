import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { PERIOD_KINDS, type PeriodKind } from '@/lib/periods/types'
import { firstOf } from '@/lib/platform/fields'

export type SearchParams = Record<string, string | string[] | undefined>

/** What an address asks of the cluster table; what it does not understand counts as not asked. */
export type TableView = { period: PeriodKind | null; group: number | null; compare: boolean }

export function readView(params: SearchParams): TableView {
  const slug = firstOf(params.ky)
  const group = firstOf(params.nhom)
  return {
    period: PERIOD_KINDS.find((kind) => PERIOD_SLUGS[kind] === slug) ?? null,
    group: group && /^[1-9]\d?$/.test(group) ? Number(group) : null,
    compare: firstOf(params['so-sanh']) === '1',
  }
}

/** A year of an address, null for anything but four digits. */
export const readYear = (text: string): number | null => (/^[12]\d{3}$/.test(text) ? Number(text) : null)

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
