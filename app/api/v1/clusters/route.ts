import { listClusterItems } from '@/lib/api/queries'
import { clusterRows } from '@/lib/api/sheets/rules'
import { serveList } from '../_components/answer'

export const GET = serveList('clusters', {
  read: async (actor) => ({ items: await listClusterItems(actor) }),
  idOf: ({ slug, set }) => `${set.slug}.${slug}`,
  rows: clusterRows,
})
