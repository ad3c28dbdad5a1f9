import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { canComment } from '../policy'
import { lockReportIn } from '../workflow/queries'

/** Adds a remark to a figure, by the unit itself or those who check, appraise and review it. */
export function commentOnFigure(
  actor: Actor,
  input: { reportId: string; indicatorId: string; text: string },
  key?: string,
): Promise<Result<{ commentId: string }>> {
  return perform(actor, 'commentOnFigure', key, async (tx) => {
    const report = await lockReportIn(tx, input.reportId)
    if (!report) return fail('not_found')
    if (!canComment(actor, report)) return fail('forbidden')
    if (report.periodLocked) return fail('locked', 'Kỳ này đã chốt số liệu.')
    const indicator = await tx.indicator.findFirst({
      where: { id: input.indicatorId, set: { emulationYearId: report.emulationYearId } },
      select: { id: true },
    })
    if (!indicator) return fail('not_found')
    const comment = await tx.figureComment.create({
      data: { reportId: report.id, indicatorId: indicator.id, authorId: actor.accountId, text: input.text },
      select: { id: true },
    })
    await recordAuditIn(tx, actor, {
      action: 'commentOnFigure',
      entity: 'figure_comment',
      entityId: comment.id,
      unitId: report.unitId,
      clusterYearId: report.clusterYearId,
      after: { indicatorId: indicator.id, text: input.text },
    })
    return ok({ commentId: comment.id })
  })
}

/** Marks a remark as settled. */
export function resolveComment(actor: Actor, input: { commentId: string }, key?: string): Promise<Result> {
  return perform(actor, 'resolveComment', key, async (tx) => {
    const comment = await tx.figureComment.findUnique({ where: { id: input.commentId } })
    const report = comment && (await lockReportIn(tx, comment.reportId))
    if (!report) return fail('not_found')
    if (!canComment(actor, report)) return fail('forbidden')
    if (report.periodLocked) return fail('locked', 'Kỳ này đã chốt số liệu.')
    const { count } = await tx.figureComment.updateMany({
      where: { id: comment.id, resolvedAt: null },
      data: { resolvedAt: await databaseNow(tx), resolvedById: actor.accountId },
    })
    if (count === 0) return fail('conflict', 'Trao đổi này đã được khép lại.')
    await recordAuditIn(tx, actor, {
      action: 'resolveComment',
      entity: 'figure_comment',
      entityId: comment.id,
      unitId: report.unitId,
      clusterYearId: report.clusterYearId,
    })
    return ok()
  })
}
