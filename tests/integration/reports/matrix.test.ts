import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import { appraiseReport } from '@/lib/reports/appraisal/commands'
import { commentOnFigure, resolveComment } from '@/lib/reports/comments/commands'
import { listComments } from '@/lib/reports/comments/queries'
import { markSeen, openReport, saveNarrative } from '@/lib/reports/commands'
import { assignDuty, handOverDuties } from '@/lib/reports/duties/commands'
import { saveFigure } from '@/lib/reports/figures/commands'
import { getFigureHistory, getReportHistory } from '@/lib/reports/history/queries'
import { canRead, readableReports, readableReportsSql } from '@/lib/reports/policy'
import { getReport } from '@/lib/reports/queries'
import { saveFigureSchema } from '@/lib/reports/schema'
import { decideTargetAdjustment, requestTargetAdjustment } from '@/lib/reports/targets/commands'
import { listTargetAdjustments } from '@/lib/reports/targets/queries'
import { REPORT_STATES, type ReportState } from '@/lib/reports/types'
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
} from '@/lib/reports/workflow/commands'
import { createAccount } from '../../support/actors'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'
import {
  actorOf,
  arrangeReports,
  createReport,
  PEOPLE,
  type Person,
  type ReportScene,
  requestedAdjustment,
} from '../../support/reports'
import { prisma, query } from '../../support/database'

type Scene = {
  scene: ReportScene
  reportId: string
  commentId: string
  adjustmentId: string
  colleagues: [string, string]
}

const STATE_FOR: Record<string, ReportState> = {
  presentReport: 'DRAFT',
  handBackReport: 'PRESENTED',
  sendReport: 'PRESENTED',
  checkReport: 'SENT',
  'checkReport, own of the head': 'SENT',
  requestAdditions: 'SENT',
  'requestAdditions of a checked report': 'CHECKED',
  confirmReport: 'CHECKED',
  appraiseReport: 'CHECKED',
  'appraiseReport too early': 'SENT',
  reopenReport: 'CONFIRMED',
  lockPeriod: 'CONFIRMED',
  closeYear: 'CONFIRMED',
  commentOnFigure: 'SENT',
  'commentOnFigure of a draft': 'DRAFT',
  resolveComment: 'SENT',
  markSeen: 'SENT',
  'markSeen of a confirmed report': 'CONFIRMED',
  requestTargetAdjustment: 'CONFIRMED',
  decideTargetAdjustment: 'CONFIRMED',
}

async function arrange(command: string): Promise<Scene> {
  const scene = await arrangeReports()
  const ofTargets = command.endsWith('TargetAdjustment')
  const report = await createReport(scene, {
    unit: command.includes('own of the head') ? scene.units.head : scene.units.member,
    kind: ofTargets ? 'REGISTRATION' : 'SIX_MONTHS',
    state: STATE_FOR[command] ?? 'DRAFT',
  })
  const unitId = scene.units.member.id
  const [first, second] = await Promise.all([
    createAccount(undefined, { grants: [{ role: 'PROVINCE_STAFF', unitId }] }),
    createAccount(undefined, { grants: [{ role: 'PROVINCE_STAFF', unitId }] }),
  ])
  const indicatorId = scene.indicators.count.id
  const comment = await prisma.figureComment.create({
    data: { reportId: report.id, indicatorId, authorId: first.id, text: 'Số này từ đâu?' },
  })
  const adjustment = await requestedAdjustment(
    report.id,
    command === 'decideTargetAdjustment' ? indicatorId : scene.indicators.money.id,
    first.id,
  )
  if (command === 'handOverDuties')
    await prisma.indicatorDuty.create({ data: { unitId, indicatorId, accountId: first.id } })
  return {
    scene,
    reportId: report.id,
    commentId: comment.id,
    adjustmentId: adjustment.id,
    colleagues: [first.id, second.id],
  }
}

const matrix: Matrix<Person, Scene> = {
  roles: PEOPLE,
  arrange,
  actorFor: (role, { scene }) => actorOf(role, scene),
}

const ok = 'ok' as const
const inCluster = {
  officer: 'forbidden',
  leader: 'forbidden',
  otherOfficer: 'forbidden',
  otherLeader: 'forbidden',
  head: 'forbidden',
  deputy: 'forbidden',
  reviewer: 'forbidden',
  office: 'forbidden',
} as const
const unit = { officer: ok, leader: ok }
/** Whoever reads a report that was sent and deals with it in some capacity. */
const readers = {
  ...unit,
  head: ok,
  deputy: ok,
  otherOfficer: ok,
  otherLeader: ok,
  staff: ok,
  reviewer: ok,
  office: ok,
}
const at = (scene: Scene) => ({ reportId: scene.reportId, version: 1 })
const due = { reason: 'Bổ sung', dueOn: '2999-01-01' }
const figure = () => saveFigureSchema.parse({ raw: '9', version: 1, idempotencyKey: randomUUID() })

const CASES: MatrixCase<Person, Scene>[] = [
  {
    command: 'openReport',
    run: (actor, { scene }) =>
      openReport(actor, { unitId: scene.units.member.id, periodId: scene.periods.NINE_MONTHS }),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'saveFigure',
    run: (actor, s) => saveFigure(actor, s.reportId, s.scene.indicators.count.id, figure()),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'saveNarrative',
    run: (actor, s) =>
      saveNarrative(actor, s.reportId, 'CAUSES', { text: 'Bão', version: 0, idempotencyKey: randomUUID() }),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'presentReport',
    run: (a, s) => presentReport(a, at(s)),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'handBackReport',
    run: (a, s) => handBackReport(a, at(s)),
    expected: { leader: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'sendReport',
    run: (a, s) => sendReport(a, at(s)),
    expected: { leader: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'checkReport',
    run: (a, s) => checkReport(a, at(s)),
    expected: { head: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'checkReport, own of the head',
    run: (a, s) => checkReport(a, at(s)),
    // otherOfficer and otherLeader are people of the deputy's unit here.
    expected: { deputy: ok, otherOfficer: ok, otherLeader: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'requestAdditions',
    run: (a, s) => requestAdditions(a, { ...at(s), ...due }),
    expected: { head: ok, staff: ok, reviewer: ok, office: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'requestAdditions of a checked report',
    run: (a, s) => requestAdditions(a, { ...at(s), ...due }),
    expected: { staff: ok, reviewer: ok, office: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'confirmReport',
    run: (a, s) => confirmReport(a, at(s)),
    expected: { reviewer: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'appraiseReport',
    run: (a, s) => appraiseReport(a, { reportId: s.reportId, dataVersion: 0, note: 'Đã đối chiếu.' }),
    expected: { ...inCluster, staff: ok },
    otherwise: 'not_found',
  },
  {
    command: 'appraiseReport too early',
    run: (a, s) => appraiseReport(a, { reportId: s.reportId, dataVersion: 0, note: '' }),
    expected: { ...inCluster, staff: 'conflict' },
    otherwise: 'not_found',
  },
  {
    command: 'reopenReport',
    run: (a, s) => reopenReport(a, { ...at(s), reason: 'Sai' }),
    expected: { office: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'lockPeriod',
    run: (a, { scene }) => lockPeriod(a, { periodId: scene.periods.SIX_MONTHS, version: 1 }),
    expected: { office: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'closeYear',
    run: (a, { scene }) => closeYear(a, { yearId: scene.year.id, version: 1 }),
    expected: { office: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'commentOnFigure',
    run: (a, s) =>
      commentOnFigure(a, { reportId: s.reportId, indicatorId: s.scene.indicators.count.id, text: 'Xem lại' }),
    expected: readers,
    otherwise: 'forbidden',
  },
  {
    command: 'commentOnFigure of a draft',
    run: (a, s) =>
      commentOnFigure(a, { reportId: s.reportId, indicatorId: s.scene.indicators.count.id, text: 'Xem lại' }),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'resolveComment',
    run: (a, s) => resolveComment(a, { commentId: s.commentId }),
    expected: readers,
    otherwise: 'forbidden',
  },
  {
    command: 'markSeen',
    run: (a, s) => markSeen(a, { reportId: s.reportId, dataVersion: 0 }),
    expected: readers,
    otherwise: 'forbidden',
  },
  {
    command: 'markSeen of a confirmed report',
    run: (a, s) => markSeen(a, { reportId: s.reportId, dataVersion: 0 }),
    expected: { guest: 'forbidden' },
    otherwise: 'ok',
  },
  {
    command: 'requestTargetAdjustment',
    run: (a, s) =>
      requestTargetAdjustment(a, {
        reportId: s.reportId,
        indicatorId: s.scene.indicators.count.id,
        newRaw: '1.400',
        reason: 'Bão',
        paper: 'Công văn 12',
        paperFileId: null,
      }),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'decideTargetAdjustment',
    run: (a, s) =>
      decideTargetAdjustment(a, { adjustmentId: s.adjustmentId, decision: 'APPROVED', note: null }),
    expected: { reviewer: ok },
    otherwise: 'forbidden',
  },
  {
    command: 'assignDuty',
    run: (a, s) =>
      assignDuty(a, {
        unitId: s.scene.units.member.id,
        accountId: s.colleagues[0],
        indicatorIds: [s.scene.indicators.count.id],
        note: null,
      }),
    expected: unit,
    otherwise: 'forbidden',
  },
  {
    command: 'handOverDuties',
    run: (a, s) =>
      handOverDuties(a, {
        unitId: s.scene.units.member.id,
        fromAccountId: s.colleagues[0],
        toAccountId: s.colleagues[1],
        note: 'Nghỉ chế độ',
      }),
    expected: unit,
    otherwise: 'forbidden',
  },
]

describe('M6 each command of reports × role × own or other unit and cluster', () => {
  test.each(CASES.map((line) => [line.command, line] as const))(
    'M6 %s',
    async (_, line) => {
      await runMatrix(matrix, [line])
    },
    60_000,
  )

  test('M6 a report that does not exist is not found', async () => {
    const { scene } = await arrange('checkReport')
    const office = await actorOf('office', scene)
    const nowhere = { reportId: randomUUID(), version: 1 }
    for (const command of [
      presentReport,
      handBackReport,
      sendReport,
      checkReport,
      confirmReport,
      reopenReport,
    ])
      expect(await command(office, nowhere)).toMatchObject({ code: 'not_found' })
    expect(await markSeen(office, { reportId: randomUUID(), dataVersion: 1 })).toMatchObject({
      code: 'not_found',
    })
    expect(await getReport(office, randomUUID())).toBeNull()
    expect(await getReport(office, "' or 1=1")).toBeNull()
  })
})

describe('M6 reading', () => {
  test('M6 the filters of Prisma and SQL and every query agree with the policy for each state × role', async () => {
    const scene = await arrangeReports()
    const differences: string[] = []
    for (const state of REPORT_STATES) {
      for (const sentBefore of [false, true]) {
        await prisma.figure.deleteMany()
        await prisma.report.deleteMany()
        const report = await createReport(scene, { state, sentBefore })
        for (const person of PEOPLE) {
          const actor: Actor = await actorOf(person, scene)
          const may = canRead(actor, { ...report, sentBefore })
          const sql = readableReportsSql(actor, 'r', 1)
          const seen = {
            prisma: (await prisma.report.count({ where: readableReports(actor) })) === 1,
            sql: (await query(`SELECT r.id FROM reports r WHERE ${sql.sql}`, sql.params)).length === 1,
            getReport: (await getReport(actor, report.id)) !== null,
          }
          for (const [how, found] of Object.entries(seen))
            if (found !== may)
              differences.push(`${state} ${sentBefore} ${person}: ${how} ${found}, policy ${may}`)
          if (!may) {
            expect(await getReportHistory(actor, report.id)).toEqual([])
            expect(await getFigureHistory(actor, report.id, scene.indicators.count.id)).toEqual([])
            expect(await listComments(actor, report.id)).toEqual([])
            expect(await listTargetAdjustments(actor, report.id)).toEqual([])
          }
        }
      }
    }
    expect(differences).toEqual([])
  }, 60_000)
})
