import { getNationalSummary, nationStamp, readingRights } from '@/lib/api/queries'
import { nationRows } from '@/lib/api/sheets/rules'
import { serveStamped } from '@/app/api/v1/_components/answer'

export const GET = serveStamped('nation', {
  stampOf: ({ params, query }) => nationStamp(Number(params.year), query.period),
  rights: readingRights,
  read: (actor, { params, query }) => getNationalSummary(actor, Number(params.year), query),
  rows: nationRows,
})
