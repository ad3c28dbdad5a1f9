import { listIndicatorItems } from '@/lib/api/queries'
import { indicatorRows } from '@/lib/api/sheets/rules'
import { serveList } from '../_components/answer'

export const GET = serveList('indicators', {
  read: async (actor, { query }) => {
    const items = await listIndicatorItems(actor, query)
    return items && { items }
  },
  idOf: ({ scope, code }) => `${scope}.${code}`,
  rows: indicatorRows,
})
