import { daysBetween, printDate } from '@/lib/platform/dates'
import type { PeriodKind } from '@/lib/periods/types'
import type { Capacity, CompletenessRow, ReportAct, ReportFacts, ReportState } from './types'

export type Transition = {
  act: ReportAct
  from: readonly ReportState[]
  to: ReportState
  /** Where it goes instead when the report has been sent before: those above keep seeing that it is being mended. */
  toWhenSentBefore?: ReportState
  needs: readonly ('COMPLETE' | 'REASON' | 'DUE_DATE')[]
}

/** Every change of state there is. Who may do it depends on the cluster's headship: see `capacitiesFor`. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'PRESENT', from: ['DRAFT', 'ADDITIONS_REQUESTED'], to: 'PRESENTED', needs: ['COMPLETE'] },
  {
    act: 'HAND_BACK',
    from: ['PRESENTED'],
    to: 'DRAFT',
    toWhenSentBefore: 'ADDITIONS_REQUESTED',
    needs: [],
  },
  { act: 'SEND', from: ['PRESENTED'], to: 'SENT', needs: ['COMPLETE'] },
  { act: 'CHECK', from: ['SENT'], to: 'CHECKED', needs: [] },
  {
    act: 'REQUEST_ADDITIONS',
    from: ['SENT', 'CHECKED'],
    to: 'ADDITIONS_REQUESTED',
    needs: ['REASON', 'DUE_DATE'],
  },
  { act: 'CONFIRM', from: ['CHECKED'], to: 'CONFIRMED', needs: [] },
  // Reopened to be mended, so it goes back to the unit and through every eye again.
  { act: 'REOPEN', from: ['CONFIRMED'], to: 'ADDITIONS_REQUESTED', needs: ['REASON'] },
  { act: 'LOCK', from: ['CONFIRMED'], to: 'LOCKED', needs: [] },
]

export function transitionOf(act: ReportAct): Transition {
  const transition = TRANSITIONS.find((t) => t.act === act)
  if (!transition) throw new Error(`no transition for ${act}`)
  return transition
}

/** The state after an act, or null when the report's state does not allow it. */
export function stateAfter(
  act: ReportAct,
  facts: Pick<ReportFacts, 'state' | 'sentBefore'>,
): ReportState | null {
  const transition = transitionOf(act)
  if (!transition.from.includes(facts.state)) return null
  return facts.sentBefore ? (transition.toWhenSentBefore ?? transition.to) : transition.to
}

type Standing = Pick<ReportFacts, 'clusterYearId' | 'hasHead' | 'hasDeputy' | 'unitIsHead'>

/** The head checks; the deputy checks the head's own report; the office checks where there is nobody else. */
function checkerOf({ clusterYearId, hasHead, hasDeputy, unitIsHead }: Standing): Capacity {
  if (clusterYearId === null) return 'OFFICE'
  if (unitIsHead) return hasDeputy ? 'DEPUTY' : 'OFFICE'
  return hasHead ? 'HEAD' : 'OFFICE'
}

/** Who may do an act on a report, the likeliest first. */
export function capacitiesFor(act: ReportAct, facts: Standing & Pick<ReportFacts, 'state'>): Capacity[] {
  switch (act) {
    case 'PRESENT':
      return ['OFFICER', 'LEADER']
    case 'HAND_BACK':
    case 'SEND':
      return ['LEADER']
    case 'CHECK':
      return [checkerOf(facts)]
    case 'REQUEST_ADDITIONS': {
      const above: Capacity[] = ['REVIEWER', 'CENTRAL_STAFF', 'OFFICE']
      // What the cluster has checked is no longer the cluster's to send back.
      return facts.state === 'CHECKED' ? above : [...new Set([checkerOf(facts), ...above])]
    }
    case 'CONFIRM':
      return [facts.clusterYearId === null ? 'OFFICE' : 'REVIEWER']
    case 'REOPEN':
    case 'LOCK':
      return ['OFFICE']
  }
}

/** "Gửi chậm n ngày": calendar days in Vietnam after the day of the deadline; 0 when in time or without one. */
export function lateDays(dueAt: Date | null, at: Date): number {
  // A deadline at midnight ends the day before.
  return dueAt ? Math.max(0, daysBetween(new Date(dueAt.getTime() - 1), at)) : 0
}

/** Calendar days in Vietnam until the deadline; negative when past. */
export function daysLeft(dueAt: Date | null, now: Date): number | null {
  return dueAt ? daysBetween(now, new Date(dueAt.getTime() - 1)) : null
}

/** The day a deadline falls on, dd/MM/yyyy. */
export const printDue = (dueAt: string): string => printDate(new Date(new Date(dueAt).getTime() - 1))

/** A report in words, for the middle of a sentence: "báo cáo ước cả năm 2026". */
export const periodTitle = (kind: PeriodKind, year: number): string => PERIOD_TITLES[kind](year)

const PERIOD_TITLES: Record<PeriodKind, (year: number) => string> = {
  REGISTRATION: (year) => `đăng ký chỉ tiêu năm ${year}`,
  SIX_MONTHS: (year) => `báo cáo 6 tháng năm ${year}`,
  NINE_MONTHS: (year) => `báo cáo 9 tháng năm ${year}`,
  YEAR_ESTIMATE: (year) => `báo cáo ước cả năm ${year}`,
  YEAR_FINAL: (year) => `báo cáo chính thức năm ${year}`,
}

/** Order of a completeness table: the latest first, then who has not sent, then who has. */
export function byUrgency(a: CompletenessRow, b: CompletenessRow): number {
  return Number(a.sent) - Number(b.sent) || b.lateDays - a.lateDays
}

/** A message ready to copy to the units that have not sent; null when every unit has. */
export function reminderText(
  rows: readonly Pick<CompletenessRow, 'unit' | 'sent' | 'lateDays'>[],
  period: { kind: PeriodKind; year: number; dueAt: string | null },
): string | null {
  const waiting = rows.filter((row) => !row.sent)
  if (waiting.length === 0) return null
  const late = waiting.filter((row) => row.lateDays > 0)
  const inTime = waiting.filter((row) => row.lateDays === 0)
  const what = periodTitle(period.kind, period.year)
  const due = period.dueAt ? `Hạn gửi: ${printDue(period.dueAt)}.` : null
  return [
    `Kính gửi: Hội LHPN ${waiting.map((row) => row.unit.name).join(', ')}.`,
    `Đề nghị các đơn vị hoàn thành và gửi ${what}.`,
    due,
    late.length > 0
      ? `Đã quá hạn: ${late.map((row) => `${row.unit.name} (${row.lateDays} ngày)`).join(', ')}.`
      : null,
    late.length > 0 && inTime.length > 0
      ? `Chưa gửi, còn trong hạn: ${inTime.map((row) => row.unit.name).join(', ')}.`
      : null,
    'Nếu có vướng mắc, mong các đơn vị trao đổi lại sớm. Trân trọng cảm ơn.',
  ]
    .filter((line) => line !== null)
    .join('\n')
}
