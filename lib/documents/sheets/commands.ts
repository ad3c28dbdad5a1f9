import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { queryIn } from '@/lib/reports/cells/queries'
import { saveFigureIn } from '@/lib/reports/figures/commands'
import { getReport } from '@/lib/reports/queries'
import { lockReportIn } from '@/lib/reports/workflow/queries'
import { planForm, readForm } from '../sheet-entry-upload'
import { mayImport, setVersionsIn } from './queries'
import type { ImportOutcome } from './types'

const CHANGED_SINCE =
  'Số liệu đã thay đổi sau khi bạn xem trước, nên chưa ghi gì. Hãy xem lại bản xem trước rồi ghi.'

/**
 * Brings in what the preview named `plan` showed as new or changed, all of it or nothing; what it showed as refused or
 * in conflict is left as it is. `conflict` when the preview would be another one now.
 */
export async function importReportForm(
  actor: Actor,
  reportId: string,
  file: { name: string; bytes: Uint8Array },
  { plan, idempotencyKey }: { plan: string; idempotencyKey: string },
): Promise<Result<ImportOutcome>> {
  const allowed = mayImport(await getReport(actor, reportId))
  if (!allowed.ok) return allowed
  const form = await readForm(file.bytes)
  if (!form.ok) return form
  return perform(actor, 'importReport', idempotencyKey, async (tx) => {
    await lockReportIn(tx, reportId)
    const found = mayImport(await getReport(actor, reportId, queryIn(tx)))
    if (!found.ok) return found
    const report = found.value
    const preview = planForm(form.value, report, await setVersionsIn(tx, report), file.name)
    if (!preview.ok) return preview
    if (preview.value.plan !== plan) return fail('conflict', CHANGED_SINCE)
    let saved = 0
    for (const { input, indicatorId, measure, version, address } of preview.value.items) {
      if (!input) continue
      const { note, ...entry } = input
      const figure = { ...entry, note: note || null, measure, version, idempotencyKey: randomUUID() }
      const result = await saveFigureIn(tx, actor, reportId, indicatorId, figure)
      if (!result.ok) return { ...result, message: `Ô ${address}: ${result.message}` }
      saved += 1
    }
    const left = preview.value.counts.REFUSED + preview.value.counts.CONFLICT
    if (saved > 0)
      await recordAuditIn(tx, actor, {
        action: 'importReport',
        entity: 'report',
        entityId: reportId,
        unitId: report.unit.id,
        clusterYearId: report.clusterYear?.id ?? null,
        after: { file: file.name, sha256: form.value.print, saved, left },
      })
    return ok({ saved, left })
  })
}
