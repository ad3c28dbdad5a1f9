import { serveOne } from '@/app/api/v1/_components/answer'
import { getUnitReport } from '@/lib/api/queries'
import { reportRows } from '@/lib/api/sheets/rules'

export const GET = serveOne('report', {
  read: (actor, { params, query }) => getUnitReport(actor, params.slug!, Number(params.year), query),
  rows: reportRows,
})
