import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { STATE_LABELS } from '../labels'
import { canAppraise, canRead } from '../policy'
import { lockReportIn } from '../workflow/queries'

/**
 * đã thẩm định: a central officer says that she has gone through the figures as they stood at `dataVersion`, with what the
 * vice-chair should know. It decides nothing; figures that change afterwards wait to be appraised again.
 */
export function appraiseReport(
  actor: Actor,
  input: { reportId: string; dataVersion: number; note: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'appraiseReport', key, async (tx) => {
    const report = await lockReportIn(tx, input.reportId)
    if (!report || !canRead(actor, report)) return fail('not_found')
    if (!canAppraise(actor, report)) return fail('forbidden')
    if (report.periodLocked) return fail('locked', 'Kỳ này đã chốt số liệu.')
    if (report.state !== 'CHECKED')
      return fail(
        'conflict',
        `Báo cáo đang ở trạng thái “${STATE_LABELS[report.state]}”, chưa thẩm định được.`,
      )
    if (report.dataVersion !== input.dataVersion)
      return fail('conflict', 'Số liệu vừa thay đổi. Hãy tải lại trang rồi xem lại.')
    const { id: reportId, dataVersion, unitId, clusterYearId } = report
    if ((await tx.reportAppraisal.count({ where: { reportId, dataVersion } })) > 0)
      return fail('conflict', 'Bản số liệu này đã được thẩm định.')
    const note = input.note || null
    await tx.reportAppraisal.create({ data: { reportId, dataVersion, note, byId: actor.accountId } })
    await recordAuditIn(tx, actor, {
      action: 'appraiseReport',
      entity: 'report',
      entityId: reportId,
      unitId,
      clusterYearId,
      reason: note,
      after: { dataVersion },
    })
    return ok()
  })
}
