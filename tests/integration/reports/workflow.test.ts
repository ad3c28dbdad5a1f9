import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openReport } from '@/lib/reports/commands'
import { saveFigure } from '@/lib/reports/figures/commands'
import { getChangesSince, getReportHistory } from '@/lib/reports/history/queries'
import { countMyWork, getCompleteness, listAwaitedReports, listMyWork } from '@/lib/reports/overview/queries'
import { getReport } from '@/lib/reports/queries'
import { saveFigureSchema } from '@/lib/reports/schema'
import {
  checkReport,
  closeYear,
  confirmReport,
  handBackReport,
  lockPeriod,
  presentReport,
  reopenReport,
  requestAdditions,
  sendReport,
  type ActDone,
} from '@/lib/reports/workflow/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { addDays, calendarDay } from '@/lib/platform/dates'
import type { Result } from '@/lib/platform/errors'
import { actorWith } from '../../support/actor'
import { countRows, prisma, setNow } from '../../support/database'
import { actorOf, arrangeReports, createReport, type ReportScene } from '../../support/reports'

const entry = (raw: string, version = 0) =>
  saveFigureSchema.parse({ raw, version, idempotencyKey: randomUUID() })

/** Does an act at the report's present version and returns its new state. */
async function step(
  command: (
    actor: Actor,
    input: { reportId: string; version: number; reason?: string; dueOn?: string },
  ) => Promise<Result<ActDone>>,
  actor: Actor,
  reportId: string,
  more: { reason?: string; dueOn?: string } = {},
): Promise<string> {
  const { version } = await prisma.report.findUniqueOrThrow({ where: { id: reportId } })
  const result = await command(actor, { reportId, version, ...more })
  return result.ok ? result.value.state : result.code
}

async function fillIn(officer: Actor, reportId: string, scene: ReportScene) {
  const { count, money, ratio, breakdown } = scene.indicators
  for (const [indicator, raw] of [
    [count, '1.520'],
    [money, '7,5 tỷ'],
    [ratio, '16/28'],
    [breakdown, '745'],
  ] as const) {
    expect(await saveFigure(officer, reportId, indicator.id, entry(raw))).toMatchObject({ ok: true })
  }
}

const inTenDays = () => addDays(calendarDay(new Date()), 10)

async function wholeRoad(kind: 'REGISTRATION' | 'SIX_MONTHS') {
  const scene = await arrangeReports()
  const [officer, leader, head, reviewer, deputy] = await Promise.all(
    (['officer', 'leader', 'head', 'reviewer', 'deputy'] as const).map((person) => actorOf(person, scene)),
  )
  if (!officer || !leader || !head || !reviewer || !deputy) throw new Error('no people')
  const unit = { unitId: scene.units.member.id, periodId: scene.periods[kind] }
  const opened = await openReport(officer, unit)
  if (!opened.ok) throw new Error(opened.message)
  const { reportId } = opened.value
  expect(await openReport(officer, unit)).toEqual(opened)

  expect(await step(presentReport, officer, reportId)).toBe('invalid')
  await fillIn(officer, reportId, scene)
  expect((await getReport(officer, reportId))?.acts).toEqual(['PRESENT'])
  expect(await step(presentReport, officer, reportId)).toBe('PRESENTED')
  expect(await getReport(head, reportId)).toBeNull()
  expect((await listMyWork(leader)).map((item) => [item.kind, item.reportId])).toContainEqual([
    'PRESENTED',
    reportId,
  ])
  expect(await step(handBackReport, leader, reportId, { reason: 'Xem lại số hộ' })).toBe('DRAFT')
  expect((await getReport(officer, reportId))?.handedBack).toMatchObject({
    at: expect.stringMatching(/^20/),
    reason: 'Xem lại số hộ',
  })
  expect(await step(presentReport, officer, reportId)).toBe('PRESENTED')
  expect((await getReport(officer, reportId))?.handedBack).toBeNull()
  expect(await step(sendReport, officer, reportId)).toBe('forbidden')
  expect(await step(sendReport, leader, reportId)).toBe('SENT')
  expect(await saveFigure(officer, reportId, scene.indicators.count.id, entry('9', 1))).toMatchObject({
    code: 'locked',
  })

  expect((await listMyWork(head)).map((item) => item.kind)).toContain('CHECK')
  expect(await step(checkReport, deputy, reportId)).toBe('forbidden')
  expect(await step(confirmReport, reviewer, reportId)).toBe('conflict')
  expect(await step(checkReport, head, reportId)).toBe('CHECKED')
  const seen = (await getReport(reviewer, reportId))?.dataVersion ?? 0
  expect(await step(requestAdditions, reviewer, reportId, { dueOn: inTenDays() })).toBe('invalid')
  expect(
    await step(requestAdditions, reviewer, reportId, { reason: 'Bổ sung số hộ', dueOn: inTenDays() }),
  ).toBe('ADDITIONS_REQUESTED')

  const mend = (await listMyWork(officer)).find((item) => item.reportId === reportId)
  expect(mend).toMatchObject({ kind: 'MEND', reason: 'Bổ sung số hộ', daysLeft: 10, filled: 4, assigned: 4 })
  expect(await getReport(officer, reportId)).toMatchObject({
    additionsReason: 'Bổ sung số hộ',
    canEnter: true,
  })
  expect(await saveFigure(officer, reportId, scene.indicators.count.id, entry('1.600', 1))).toMatchObject({
    ok: true,
  })
  expect(await step(presentReport, officer, reportId)).toBe('PRESENTED')
  // Sent before, so those above keep seeing it while the leader reads it again.
  expect(await getReport(head, reportId)).toMatchObject({
    state: 'PRESENTED',
    additionsReason: 'Bổ sung số hộ',
  })
  expect(await step(handBackReport, leader, reportId)).toBe('ADDITIONS_REQUESTED')
  expect(await step(presentReport, leader, reportId)).toBe('PRESENTED')
  expect(await step(sendReport, leader, reportId)).toBe('SENT')
  expect((await getChangesSince(reviewer, reportId, seen))?.figures).toMatchObject([
    { code: 'ho', before: { raw: '1.520' }, after: { raw: '1.600' } },
  ])
  expect(await step(checkReport, head, reportId)).toBe('CHECKED')
  expect((await listMyWork(reviewer)).map((item) => item.kind)).toEqual(['REVIEW'])
  expect(await countMyWork(reviewer)).toBe(1)
  expect(await step(confirmReport, reviewer, reportId)).toBe('CONFIRMED')
  for (const person of [officer, leader, head, reviewer])
    expect(await saveFigure(person, reportId, scene.indicators.count.id, entry('9', 2))).toMatchObject({
      ok: false,
    })

  const history = await getReportHistory(officer, reportId)
  expect(history.map((event) => event.to)).toEqual([
    'CONFIRMED',
    'CHECKED',
    'SENT',
    'PRESENTED',
    'ADDITIONS_REQUESTED',
    'PRESENTED',
    'ADDITIONS_REQUESTED',
    'CHECKED',
    'SENT',
    'PRESENTED',
    'DRAFT',
    'PRESENTED',
    'DRAFT',
  ])
  expect(history.find((event) => event.reason)?.capacity).toBe('REVIEWER')
  return { scene, reportId }
}

describe('the road of a report', () => {
  test('M4 targets: entered, handed back, sent, checked, added to, confirmed, closed to edits', async () => {
    const { scene, reportId } = await wholeRoad('REGISTRATION')
    const set = await prisma.indicatorSet.findUniqueOrThrow({ where: { id: scene.indicatorSet.id } })
    expect(set.frozenAt).not.toBeNull()
    const officer = await actorOf('officer', scene)
    const results = await createReport(scene, { filled: false })
    const cell = (await getReport(officer, results.id))?.cells[0]
    expect(cell?.registeredTarget).toMatchObject({ raw: '1.600', state: 'CONFIRMED', replaced: [] })
    expect((await getReport(officer, reportId))?.cells[0]?.registeredTarget).toBeNull()
  })

  test('M4 results: the same road', async () => {
    await wholeRoad('SIX_MONTHS')
  })

  test("M4 the head's own report is checked by the deputy, by the office where there is none", async () => {
    const scene = await arrangeReports()
    const own = await createReport(scene, { unit: scene.units.head, state: 'SENT', sentBefore: true })
    const [head, deputy, office, reviewer] = await Promise.all(
      (['head', 'deputy', 'office', 'reviewer'] as const).map((person) => actorOf(person, scene)),
    )
    if (!head || !deputy || !office || !reviewer) throw new Error('no people')
    expect(await listMyWork(head).then((items) => items.filter((item) => item.kind === 'CHECK'))).toEqual([])
    expect((await listMyWork(deputy)).filter((item) => item.kind === 'CHECK')).toHaveLength(1)
    expect(await step(checkReport, head, own.id)).toBe('forbidden')
    expect(await step(checkReport, office, own.id)).toBe('forbidden')
    expect(await step(checkReport, deputy, own.id)).toBe('CHECKED')
    expect(await step(confirmReport, reviewer, own.id)).toBe('CONFIRMED')

    const alone = await createReport(scene, {
      unit: scene.units.stranger,
      clusterYearId: scene.south.id,
      state: 'SENT',
    })
    expect((await listMyWork(office)).filter((item) => item.kind === 'CHECK')).toHaveLength(1)
    // Whoever is of the office and follows the cluster besides has it once.
    const both = actorWith({ isOffice: true, reviewerOf: [scene.south.id] })
    expect((await listMyWork(both)).filter((item) => item.kind === 'CHECK')).toHaveLength(1)
    expect(await countMyWork(actorWith({ reviewerOf: [scene.south.id] }))).toBe(0)
    expect(await step(checkReport, office, alone.id)).toBe('CHECKED')
  })

  test('a report without a cluster is checked and confirmed by the office', async () => {
    const scene = await arrangeReports()
    const office = await actorOf('office', scene)
    const report = await createReport(scene, { clusterYearId: null, state: 'SENT' })
    expect(await step(checkReport, office, report.id)).toBe('CHECKED')
    expect((await listMyWork(office)).map((item) => item.kind)).toEqual(['REVIEW'])
    expect(await step(confirmReport, office, report.id)).toBe('CONFIRMED')
  })

  test('the office reopens with a reason, and closes a period: confirmed reports are locked, nothing moves any more', async () => {
    const scene = await arrangeReports()
    const [office, officer, reviewer] = await Promise.all(
      (['office', 'officer', 'reviewer'] as const).map((person) => actorOf(person, scene)),
    )
    if (!office || !officer || !reviewer) throw new Error('no people')
    const report = await createReport(scene, { state: 'CONFIRMED', sentBefore: true })
    const draft = await createReport(scene, { unit: scene.units.deputy })
    expect(await step(reopenReport, office, report.id)).toBe('invalid')
    expect(await step(reopenReport, office, report.id, { reason: 'Sai số liệu' })).toBe('ADDITIONS_REQUESTED')
    await prisma.report.update({ where: { id: report.id }, data: { state: 'CONFIRMED' } })
    const input = { periodId: scene.periods.SIX_MONTHS, version: 1 }
    expect(await lockPeriod(reviewer, input)).toMatchObject({ code: 'forbidden' })
    expect(await lockPeriod(office, input)).toMatchObject({ ok: true, value: { locked: 1 } })
    expect(await lockPeriod(office, input)).toMatchObject({ code: 'locked' })
    expect((await prisma.report.findUniqueOrThrow({ where: { id: report.id } })).state).toBe('LOCKED')
    expect((await prisma.report.findUniqueOrThrow({ where: { id: draft.id } })).state).toBe('DRAFT')
    expect(await step(reopenReport, office, report.id, { reason: 'x' })).toBe('locked')
    expect((await getReport(office, report.id))?.acts).toEqual([])
    expect(await closeYear(office, { yearId: scene.year.id, version: 1 })).toMatchObject({ ok: true })
    expect(await countRows('reporting_periods', 'locked_at IS NULL')).toBe(0)
  })
})

describe('deadlines', () => {
  test('"Gửi chậm n ngày" counts calendar days in Vietnam at the first sending only', async () => {
    const scene = await arrangeReports()
    const leader = await actorOf('leader', scene)
    const report = await createReport(scene, { state: 'PRESENTED' })
    await prisma.reportingPeriod.updateMany({ data: { dueAt: new Date('2026-06-30T17:00:00Z') } })
    await setNow('2026-07-02T16:59:00Z')
    const office = await actorOf('office', scene)
    const period = scene.periods.SIX_MONTHS
    const [before] = await getCompleteness(office, { national: true }, [period])
    expect(before?.counts).toEqual({ units: 5, sent: 0, unsent: 5, late: 5, confirmed: 0 })
    expect(before?.rows[0]).toMatchObject({ lateDays: 2, sent: false })
    expect(await step(sendReport, leader, report.id)).toBe('SENT')
    expect((await prisma.report.findUniqueOrThrow({ where: { id: report.id } })).lateDays).toBe(2)
    await prisma.report.update({ where: { id: report.id }, data: { state: 'PRESENTED' } })
    await setNow('2026-08-01T00:00:00Z')
    expect(await step(sendReport, leader, report.id)).toBe('SENT')
    expect((await prisma.report.findUniqueOrThrow({ where: { id: report.id } })).lateDays).toBe(2)
    const [north] = await getCompleteness(await actorOf('head', scene), { clusterYearId: scene.north.id }, [
      period,
    ])
    expect(north?.counts).toMatchObject({ units: 3, sent: 1, unsent: 2 })
    expect(north?.rows.map((row) => row.sent)).toEqual([false, false, true])
    const far = await actorOf('farOfficer', scene)
    expect(await getCompleteness(far, { clusterYearId: scene.north.id }, [period])).toEqual([])
    expect(await getCompleteness(far, { national: true }, [period])).toEqual([])
  })
})

describe('what a cluster’s head waits for', () => {
  test('periods due soon with the units that have not sent, her own apart; nobody else is told', async () => {
    const scene = await arrangeReports()
    const head = await actorOf('head', scene)
    await setNow('2026-06-25T03:00:00Z')
    await prisma.reportingPeriod.updateMany({ data: { dueAt: null } })
    const id = scene.periods.SIX_MONTHS
    await prisma.reportingPeriod.update({ where: { id }, data: { dueAt: new Date('2026-06-30T17:00:00Z') } })
    await createReport(scene, { state: 'ADDITIONS_REQUESTED', sentBefore: true })
    const [awaited, ...more] = await listAwaitedReports(head, 14)
    expect(more).toEqual([])
    expect(awaited).toMatchObject({ kind: 'SIX_MONTHS', unsent: 1, daysLeft: 5 })
    expect(await listAwaitedReports(head, 3)).toEqual([])
    expect(await listAwaitedReports(await actorOf('farOfficer', scene), 14)).toEqual([])
  })
})

describe('M8 the same send, twenty times at once', () => {
  test('with one key: one effect and one answer', async () => {
    const scene = await arrangeReports()
    const leader = await actorOf('leader', scene)
    const report = await createReport(scene, { state: 'PRESENTED' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => sendReport(leader, { reportId: report.id, version: 1 }, 'same-key-1')),
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(answers[0]).toMatchObject({ value: { state: 'SENT', version: 2 } })
    expect(await countRows('report_events')).toBe(1)
    expect(await countRows('audit_entries')).toBe(1)
  })

  test('with twenty keys: one effect and nineteen refusals', async () => {
    const scene = await arrangeReports()
    const leader = await actorOf('leader', scene)
    const report = await createReport(scene, { state: 'PRESENTED' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        sendReport(leader, { reportId: report.id, version: 1 }, `key-number-${i}`),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.code === 'conflict')).toHaveLength(19)
    expect(await countRows('report_events')).toBe(1)
    expect(await countRows('idempotency_keys')).toBe(1)
  })

  test('a first visit by twenty begins one report', async () => {
    const scene = await arrangeReports()
    const officer = await actorOf('officer', scene)
    const input = { unitId: scene.units.member.id, periodId: scene.periods.SIX_MONTHS }
    const answers = await Promise.all(Array.from({ length: 20 }, () => openReport(officer, input)))
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.reportId : answer.code))).size).toBe(1)
    expect(await countRows('reports')).toBe(1)
    expect(await countRows('report_events')).toBe(1)
  })
})
