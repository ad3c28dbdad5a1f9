import { listAwardItems } from '@/lib/api/queries'
import { awardRows } from '@/lib/api/sheets/rules'
import { serveList } from '../_components/answer'

export const GET = serveList('awards', {
  read: async (actor, { query }) => {
    const items = await listAwardItems(actor, query)
    return items && { items }
  },
  idOf: ({ id }) => id,
  rows: awardRows,
})
