import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { figureSpec } from '@/lib/indicators/rules'
import { delegatorFor, type Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { parseFigure } from '@/lib/platform/numbers/parse'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { refreshProjectionsIn } from '../commands'
import { fits, toColumns } from '../figures/rules'
import { canDecideAdjustment, mayEnter } from '../policy'
import type { FigureQuestion } from '../types'
import { lockReportIn, STORED_FIGURE, type LockedReport } from '../workflow/queries'

type AdjustmentInput = {
  reportId: string
  indicatorId: string
  newRaw: string
  reason: string
  paper: string
  paperFileId: string | null
}

const wrongTarget = (message: string, current?: FigureQuestion): Failure =>
  fail('invalid', message, { fields: { newRaw: message }, current })

function readTarget(raw: string, indicator: Parameters<typeof figureSpec>[0]): Result<FigureValue> {
  const parsed = parseFigure(raw, figureSpec(indicator))
  switch (parsed.status) {
    case 'understood':
      return fits(parsed.value) ? ok(parsed.value) : wrongTarget('Con số này quá lớn.')
    case 'ask':
      return wrongTarget(parsed.question, {
        question: parsed.question,
        choices: parsed.choices.map(({ label }) => ({ label, raw: label })),
      })
    case 'refused':
      return wrongTarget(parsed.message)
    case 'empty':
      return wrongTarget('Hãy ghi chỉ tiêu mới.')
  }
}

/** Only what has been confirmed is adjusted; before that the registration itself is mended. */
function whyNot(report: LockedReport): Failure | null {
  if (report.periodKind !== 'REGISTRATION') return fail('not_found')
  if (report.state !== 'CONFIRMED' && report.state !== 'LOCKED')
    return fail('conflict', 'Chỉ tiêu đăng ký chưa được xác nhận; hãy sửa ngay trong bản đăng ký.')
  return null
}

async function yearIsClosedIn(tx: Prisma.TransactionClient, report: LockedReport): Promise<boolean> {
  const year = await tx.emulationYear.findUniqueOrThrow({ where: { id: report.emulationYearId } })
  return year.state === 'CLOSED'
}

/**
 * Asks for a registered target to be changed within the year, with the reason and the approving paper. The registration
 * may be LOCKED already: closing the registering of targets does not close the year.
 */
export function requestTargetAdjustment(
  actor: Actor,
  input: AdjustmentInput,
  key?: string,
): Promise<Result<{ adjustmentId: string }>> {
  return perform(actor, 'requestTargetAdjustment', key, async (tx) => {
    const report = await lockReportIn(tx, input.reportId)
    if (!report) return fail('not_found')
    if (!mayEnter(actor, report)) return fail('forbidden')
    const refusal = whyNot(report)
    if (refusal) return refusal
    if (await yearIsClosedIn(tx, report)) return fail('locked', 'Năm này đã khép.')
    const figure = await tx.figure.findFirst({
      where: { reportId: report.id, indicatorId: input.indicatorId, measure: 'MAIN' },
      include: { indicator: true },
    })
    if (!figure) return fail('not_found')
    const waiting = await tx.targetAdjustment.count({
      where: { reportId: report.id, indicatorId: input.indicatorId, state: 'REQUESTED' },
    })
    if (waiting > 0) return fail('conflict', 'Chỉ tiêu này đang có một đề nghị điều chỉnh chờ xét.')
    if (input.paperFileId && !(await isProofIn(tx, input.paperFileId, report.id)))
      return wrongField('paperFileId', 'Không thấy tệp này trong bản đăng ký.')
    const target = readTarget(input.newRaw, figure.indicator)
    if (!target.ok) return target
    const adjustment = await tx.targetAdjustment.create({
      data: {
        reportId: report.id,
        indicatorId: input.indicatorId,
        oldRaw: figure.raw,
        newRaw: input.newRaw,
        reason: input.reason,
        paper: input.paper,
        paperFileId: input.paperFileId,
        requestedById: actor.accountId,
      },
      select: { id: true },
    })
    await recordAuditIn(tx, actor, {
      action: 'requestTargetAdjustment',
      entity: 'target_adjustment',
      entityId: adjustment.id,
      unitId: report.unitId,
      clusterYearId: report.clusterYearId,
      reason: input.reason,
      before: { raw: figure.raw },
      after: { raw: input.newRaw, paper: input.paper },
    })
    return ok({ adjustmentId: adjustment.id })
  })
}

async function isProofIn(tx: Prisma.TransactionClient, fileId: string, reportId: string): Promise<boolean> {
  const file = await tx.evidenceFile.findFirst({
    where: { id: fileId, reportId, completedAt: { not: null }, removedAt: null },
    select: { id: true },
  })
  return file !== null
}

/**
 * The vice-chair agrees or does not (the office, where there is no cluster). An agreed target takes the old one's place in
 * the registration; the old one stays in the adjustment and in the figure's history.
 */
export function decideTargetAdjustment(
  actor: Actor,
  input: { adjustmentId: string; decision: 'APPROVED' | 'REFUSED'; note: string | null },
  key?: string,
): Promise<Result<{ state: 'APPROVED' | 'REFUSED' }>> {
  return perform(actor, 'decideTargetAdjustment', key, async (tx) => {
    const found = await tx.targetAdjustment.findUnique({ where: { id: input.adjustmentId } })
    const report = found && (await lockReportIn(tx, found.reportId))
    if (!report) return fail('not_found')
    if (!canDecideAdjustment(actor, report)) return fail('forbidden')
    if (await yearIsClosedIn(tx, report)) return fail('locked', 'Năm này đã khép.')
    const now = await databaseNow(tx)
    const { count } = await tx.targetAdjustment.updateMany({
      where: { id: found.id, state: 'REQUESTED' },
      data: { state: input.decision, decidedById: actor.accountId, decidedAt: now, decisionNote: input.note },
    })
    if (count === 0) return fail('conflict', 'Đề nghị này đã được quyết định.')
    if (input.decision === 'APPROVED') {
      const applied = await applyIn(tx, actor, report, found.indicatorId, found.newRaw)
      if (!applied.ok) return applied
    }
    await recordAuditIn(tx, actor, {
      action: 'decideTargetAdjustment',
      entity: 'target_adjustment',
      entityId: found.id,
      unitId: report.unitId,
      clusterYearId: report.clusterYearId,
      onBehalfOfId: report.clusterYearId
        ? delegatorFor(actor, 'CENTRAL_REVIEWER', report.clusterYearId)
        : null,
      reason: input.note,
      before: { raw: found.oldRaw, state: 'REQUESTED' },
      after: { raw: found.newRaw, state: input.decision },
    })
    return ok({ state: input.decision })
  })
}

async function applyIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  report: LockedReport,
  indicatorId: string,
  raw: string,
): Promise<Result> {
  const where = {
    reportId_indicatorId_measure: { reportId: report.id, indicatorId, measure: 'MAIN' as const },
  }
  const figure = await tx.figure.findUnique({ where, include: { indicator: true } })
  if (!figure) return fail('not_found')
  const target = readTarget(raw, figure.indicator)
  if (!target.ok) return target
  const columns = toColumns(target.value)
  const stored = { ...columns, raw, breakdown: null, blankReason: null, note: figure.note }
  await tx.$executeRawUnsafe(
    `INSERT INTO figure_revisions (report_id, indicator_id, measure, data_version, before, after, by_id)
     SELECT f.report_id, f.indicator_id, f.measure, $2::int, ${STORED_FIGURE}, $3::jsonb, $4::uuid
       FROM figures f WHERE f.id = $1::uuid`,
    figure.id,
    report.dataVersion + 1,
    JSON.stringify(stored),
    actor.accountId,
  )
  await tx.$executeRaw`
    UPDATE figures SET raw = ${raw}, amount = ${columns.amount}::text::numeric,
           denominator = ${columns.denominator}::text::numeric, qualifier = ${columns.qualifier}, yes = ${columns.yes}::boolean,
           words = ${columns.words}, parts = ${columns.parts}::text[]::numeric[], breakdown = NULL, blank_reason = NULL,
           version = version + 1, updated_at = app_now(), updated_by_id = ${actor.accountId}::uuid
     WHERE id = ${figure.id}::uuid`
  await tx.$executeRaw`UPDATE reports SET data_version = data_version + 1 WHERE id = ${report.id}::uuid`
  await refreshProjectionsIn(tx, [report.id])
  return ok()
}
