import { listUnitsAsOf } from '@/lib/api/queries'
import { unitRows } from '@/lib/api/sheets/rules'
import { serveList } from '../_components/answer'

export const GET = serveList('units', {
  read: async (actor, { query }) => {
    const { asOf, items } = await listUnitsAsOf(actor, query)
    return { items, more: { asOf } }
  },
  idOf: ({ slug }) => slug,
  rows: unitRows,
})
