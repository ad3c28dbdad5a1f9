import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { freezeSetsIn } from '@/lib/indicators/commands'
import { delegatorFor, type Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, calendarDay, startOfDay } from '@/lib/platform/dates'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { ACT_LABELS, STATE_LABELS } from '../labels'
import { capacityFor } from '../policy'
import { missingIn } from '../queries'
import { lateDays, stateAfter, transitionOf } from '../rules'
import type { Capacity, MissingItem, ReportAct, ReportState } from '../types'
import { lockReportIn, type LockedReport } from './queries'

type ActInput = { reportId: string; version: number; reason?: string | null; dueOn?: string }
export type ActDone = { reportId: string; state: ReportState; version: number; lateDays: number }

/** The account whose right is used when a leader or reviewer acts by delegation. */
function delegator(actor: Actor, capacity: Capacity, report: LockedReport): string | null {
  if (capacity === 'LEADER') return delegatorFor(actor, 'PROVINCE_LEADER', report.unitId)
  if (capacity === 'REVIEWER' && report.clusterYearId)
    return delegatorFor(actor, 'CENTRAL_REVIEWER', report.clusterYearId)
  return null
}

const notNow = (act: ReportAct, state: ReportState): Failure =>
  fail(
    'conflict',
    `Báo cáo đang ở trạng thái “${STATE_LABELS[state]}”, không ${ACT_LABELS[act].toLowerCase()} được.`,
    {
      current: { state },
    },
  )

const incomplete = (missing: MissingItem[]): Failure =>
  fail('invalid', `Còn ${missing.length} chỗ cần hoàn thành trước khi trình, gửi.`, { current: { missing } })

async function unmetNeed(
  tx: Prisma.TransactionClient,
  actor: Actor,
  act: ReportAct,
  input: ActInput,
  now: Date,
): Promise<Failure | null> {
  const { needs } = transitionOf(act)
  if (needs.includes('REASON') && !input.reason?.trim()) return wrongField('reason', 'Hãy ghi lý do.')
  if (needs.includes('DUE_DATE')) {
    if (!input.dueOn) return wrongField('dueOn', 'Hãy chọn hạn bổ sung.')
    if (input.dueOn < calendarDay(now)) return wrongField('dueOn', 'Hạn bổ sung không thể ở quá khứ.')
  }
  if (needs.includes('COMPLETE')) {
    const missing = await missingIn(tx, actor, input.reportId)
    if (missing.length > 0) return incomplete(missing)
  }
  return null
}

/** What an act changes on the report's row beside its state. */
function effectsOf(
  act: ReportAct,
  report: LockedReport,
  input: ActInput,
  now: Date,
): Prisma.ReportUpdateInput {
  switch (act) {
    case 'SEND':
      return {
        sentAt: now,
        additionsDueAt: null,
        // Late is late once: mending what was sent in time does not make it late.
        ...(!report.sentBefore && { firstSentAt: now, lateDays: lateDays(report.dueAt, now) }),
      }
    case 'REQUEST_ADDITIONS':
      return { additionsDueAt: input.dueOn ? startOfDay(addDays(input.dueOn, 1)) : null }
    case 'REOPEN':
      return { additionsDueAt: null }
    case 'PRESENT':
    case 'HAND_BACK':
    case 'CHECK':
    case 'CONFIRM':
    case 'LOCK':
      return {}
  }
}

async function moveIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  report: LockedReport,
  to: ReportState,
  more: { command: string; capacity: Capacity; reason: string | null; effects: Prisma.ReportUpdateInput },
): Promise<{ version: number; lateDays: number }> {
  const onBehalfOfId = delegator(actor, more.capacity, report)
  const updated = await tx.report.update({
    where: { id: report.id },
    data: { ...more.effects, state: to, version: { increment: 1 } },
    select: { version: true, lateDays: true },
  })
  await tx.reportEvent.create({
    data: {
      reportId: report.id,
      from: report.state,
      to,
      byId: actor.accountId,
      onBehalfOfId,
      capacity: more.capacity,
      reason: more.reason,
      dataVersion: report.dataVersion,
    },
  })
  await recordAuditIn(tx, actor, {
    action: more.command,
    entity: 'report',
    entityId: report.id,
    unitId: report.unitId,
    clusterYearId: report.clusterYearId,
    onBehalfOfId,
    reason: more.reason,
    before: { state: report.state },
    after: { state: to, lateDays: updated.lateDays },
  })
  return updated
}

function act(
  actor: Actor,
  kind: ReportAct,
  command: string,
  input: ActInput,
  key?: string,
): Promise<Result<ActDone>> {
  return perform(actor, command, key, async (tx) => {
    const report = await lockReportIn(tx, input.reportId)
    if (!report) return fail('not_found')
    const capacity = capacityFor(actor, report, kind)
    if (!capacity) return fail('forbidden')
    if (report.periodLocked) return fail('locked', 'Kỳ này đã chốt số liệu.')
    const to = stateAfter(kind, report)
    if (!to) return notNow(kind, report.state)
    if (report.version !== input.version)
      return fail('conflict', 'Báo cáo vừa được người khác xử lý. Hãy tải lại trang.', {
        current: { state: report.state },
      })
    const now = await databaseNow(tx)
    const unmet = await unmetNeed(tx, actor, kind, input, now)
    if (unmet) return unmet
    if (kind === 'SEND') {
      await freezeSetsIn(tx, {
        emulationYearId: report.emulationYearId,
        clusterId: report.clusterId,
        unitId: report.unitId,
      })
    }
    const reason = input.reason?.trim() || null
    const done = await moveIn(tx, actor, report, to, {
      command,
      capacity,
      reason,
      effects: effectsOf(kind, report, input, now),
    })
    return ok({ reportId: report.id, state: to, ...done })
  })
}

/** trình lãnh đạo: an officer or the leader herself; refused with `current.missing` while incomplete. */
export const presentReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'PRESENT', 'presentReport', input, key)

/** The leader returns a presented report to her officers. */
export const handBackReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'HAND_BACK', 'handBackReport', input, key)

/** gửi: the leader sends; the first sending decides "Gửi chậm n ngày" and freezes the indicator sets. */
export const sendReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'SEND', 'sendReport', input, key)

/** rà soát by the head; of the head's own report by the deputy; by the office where there is nobody else. */
export const checkReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'CHECK', 'checkReport', input, key)

/** đề nghị bổ sung with a reason and its own due date (`dueOn`, yyyy-MM-dd). */
export const requestAdditions = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'REQUEST_ADDITIONS', 'requestAdditions', input, key)

/** xác nhận by the vice-chair. */
export const confirmReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'CONFIRM', 'confirmReport', input, key)

/** The office reopens a confirmed report, with a reason; it goes back to the unit. */
export const reopenReport = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'REOPEN', 'reopenReport', input, key)

/**
 * Closes a period inside the caller's transaction: nothing in it may be changed any more, and confirmed reports become
 * LOCKED. Returns how many did. A period closed before is left as it was.
 */
async function lockPeriodIn(tx: Prisma.TransactionClient, actor: Actor, periodId: string): Promise<number> {
  const closed = await tx.$executeRaw`
    UPDATE reporting_periods SET locked_at = app_now(), version = version + 1
     WHERE id = ${periodId}::uuid AND locked_at IS NULL`
  if (closed === 0) return 0
  const confirmed = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reports WHERE period_id = ${periodId}::uuid AND state = 'CONFIRMED' ORDER BY id FOR NO KEY UPDATE`
  for (const { id } of confirmed) {
    const report = await lockReportIn(tx, id)
    if (!report || report.state !== 'CONFIRMED') continue
    await moveIn(tx, actor, report, 'LOCKED', {
      command: 'lockPeriod',
      capacity: 'OFFICE',
      reason: null,
      effects: {},
    })
  }
  return confirmed.length
}

/** The office closes a period (chốt số liệu). */
export function lockPeriod(
  actor: Actor,
  input: { periodId: string; version: number },
  key?: string,
): Promise<Result<{ locked: number }>> {
  return perform(actor, 'lockPeriod', key, async (tx) => {
    if (!actor.isOffice) return fail('forbidden')
    const [period] = await tx.$queryRaw<{ version: number; lockedAt: Date | null }[]>`
      SELECT version, locked_at AS "lockedAt" FROM reporting_periods WHERE id = ${input.periodId}::uuid FOR UPDATE`
    if (!period) return fail('not_found')
    if (period.lockedAt) return fail('locked', 'Kỳ này đã chốt số liệu.')
    if (period.version !== input.version) return fail('conflict')
    const locked = await lockPeriodIn(tx, actor, input.periodId)
    await recordAuditIn(tx, actor, {
      action: 'lockPeriod',
      entity: 'reporting_period',
      entityId: input.periodId,
      after: { locked },
    })
    return ok({ locked })
  })
}

/** The office closes a year: every period of it, then the year itself. */
export function closeYear(
  actor: Actor,
  input: { yearId: string; version: number },
  key?: string,
): Promise<Result<{ locked: number }>> {
  return perform(actor, 'closeYear', key, async (tx) => {
    if (!actor.isOffice) return fail('forbidden')
    const [year] = await tx.$queryRaw<{ version: number; state: string }[]>`
      SELECT version, state FROM emulation_years WHERE id = ${input.yearId}::uuid FOR UPDATE`
    if (!year) return fail('not_found')
    if (year.state === 'CLOSED') return fail('locked', 'Năm này đã khép.')
    if (year.version !== input.version) return fail('conflict')
    const periods = await tx.reportingPeriod.findMany({
      where: { emulationYearId: input.yearId },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    let locked = 0
    for (const period of periods) locked += await lockPeriodIn(tx, actor, period.id)
    await tx.$executeRaw`
      UPDATE emulation_years SET state = 'CLOSED', closed_at = app_now(), version = version + 1
       WHERE id = ${input.yearId}::uuid`
    await recordAuditIn(tx, actor, {
      action: 'closeYear',
      entity: 'emulation_year',
      entityId: input.yearId,
      before: { state: year.state },
      after: { state: 'CLOSED', locked },
    })
    return ok({ locked })
  })
}
