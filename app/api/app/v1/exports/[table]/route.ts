import { exportSchema, type ExportInput } from '@/lib/documents/tables/schema'
import { getExport } from '@/lib/documents/tables/queries'
import { parseInput } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { actorFromRequest } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import { writeCsv } from '@/lib/platform/files/csv'
import { tableSheet } from '@/lib/platform/files/table'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { answer, download } from '@/lib/platform/route'
import { inTurn } from '@/lib/platform/turns'

/** A table of a page as XLSX or (`?format=csv`) as CSV, made of what the page itself would show. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request)
  if (!actor) return answer(fail('unauthenticated'))
  const { format, slug, nam, ky, ...filter } = Object.fromEntries(new URL(request.url).searchParams)
  const input = parseInput(exportSchema, {
    table: (await params).table,
    format,
    slug,
    year: nam ?? null,
    period: ky,
    filter,
  })
  if (!input.ok) return answer(fail('not_found'))
  // The nation's communes over three periods take some 300 MB while they are written: the server has that once.
  return inTurn(`export ${input.value.table}`, () => written(actor, input.value))
}

async function written(actor: Actor, input: ExportInput): Promise<Response> {
  const found = await getExport(actor, input)
  if (!found.ok) return answer(found)
  const { title, madeAt, tables, fileName, footer } = found.value
  if (input.format === 'csv') return download(`${fileName}.csv`, 'csv', writeCsv(tables))
  const sheets = tables.map((table) => tableSheet(table, footer))
  return download(`${fileName}.xlsx`, 'xlsx', writeXlsx({ title, madeAt, sheets }))
}
