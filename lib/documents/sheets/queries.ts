import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { Actor } from '@/lib/platform/auth/actor'
import { databaseNow, prisma } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { getReport } from '@/lib/reports/queries'
import type { ReportDto } from '@/lib/reports/types'
import { entryBook } from '../sheet-entry'
import { planForm, readForm } from '../sheet-entry-upload'
import type { ImportPreview } from './types'

/** The sets of a report's indicators with their versions: "id:version", sorted. */
export async function setVersionsIn(db: Prisma.TransactionClient, report: ReportDto): Promise<string[]> {
  const ids = [...new Set(report.cells.map(({ indicator }) => indicator.setId))]
  const sets = await db.indicatorSet.findMany({
    where: { id: { in: ids } },
    select: { id: true, version: true },
  })
  return sets.map(({ id, version }) => `${id}:${version}`).sort()
}

/** Whether figures of the report may be brought in by her now, or why not. */
export function mayImport(report: ReportDto | null): Result<ReportDto> {
  if (!report) return fail('not_found')
  return report.canEnter ? ok(report) : fail('forbidden', 'Báo cáo này hiện không nhập được số liệu.')
}

/** The form of a report to be filled in offline; for those who may enter it now. */
export async function getReportForm(
  actor: Actor,
  reportId: string,
): Promise<Result<{ name: string; bytes: Uint8Array<ArrayBuffer> }>> {
  const found = mayImport(await getReport(actor, reportId))
  if (!found.ok) return found
  const report = found.value
  const madeAt = await databaseNow()
  const book = entryBook(report, await setVersionsIn(prisma, report), madeAt.toISOString())
  const name = `bieu-${report.unit.slug}-${report.period.year}-${PERIOD_SLUGS[report.period.kind]}.xlsx`
  return ok({ name, bytes: writeXlsx(book) })
}

/** Everything an uploaded form would do, before anything is stored. */
export async function previewReportForm(
  actor: Actor,
  reportId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<Result<ImportPreview>> {
  const found = mayImport(await getReport(actor, reportId))
  if (!found.ok) return found
  const form = await readForm(file.bytes)
  if (!form.ok) return form
  return planForm(form.value, found.value, await setVersionsIn(prisma, found.value), file.name)
}
