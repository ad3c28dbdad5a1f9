import { getClusterSummary, readingRights, summaryStamp } from '@/lib/api/queries'
import { summaryRows } from '@/lib/api/sheets/rules'
import { serveStamped } from '@/app/api/v1/_components/answer'

export const GET = serveStamped('summary', {
  stampOf: ({ params, query }) => summaryStamp(params.slug!, Number(params.year), query.period),
  rights: readingRights,
  read: (actor, { params, query }) =>
    getClusterSummary(actor, params.slug!, Number(params.year), query.period),
  rows: summaryRows,
})
