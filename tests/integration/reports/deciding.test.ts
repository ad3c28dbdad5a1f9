import { expect, test } from 'vitest'
import { appraiseReport } from '@/lib/reports/appraisal/commands'
import { getAppraisal } from '@/lib/reports/appraisal/queries'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { getFigureHistory } from '@/lib/reports/history/queries'
import { listMyWork } from '@/lib/reports/overview/queries'
import { getReport } from '@/lib/reports/queries'
import { decideTargetAdjustment } from '@/lib/reports/targets/commands'
import { listTargetAdjustments } from '@/lib/reports/targets/queries'
import { createAccount } from '../../support/actors'
import { actorOf, arrangeReports, createReport, requestedAdjustment } from '../../support/reports'
import { prisma } from '../../support/database'

test('an agreed adjustment replaces the target and keeps the old one in sight', async () => {
  const scene = await arrangeReports()
  const { id: reportId } = await createReport(scene, { kind: 'REGISTRATION', state: 'CONFIRMED' })
  const { id: requester } = await createAccount()
  const { id: adjustmentId } = await requestedAdjustment(reportId, scene.indicators.count.id, requester)
  const [officer, reviewer] = await Promise.all([actorOf('officer', scene), actorOf('reviewer', scene)])
  await prisma.$transaction((tx) => refreshProjectionsIn(tx, [reportId]))
  expect(await listTargetAdjustments(reviewer, reportId)).toMatchObject([
    { canDecide: true, state: 'REQUESTED' },
  ])
  expect(
    await decideTargetAdjustment(reviewer, { adjustmentId, decision: 'APPROVED', note: 'Đồng ý' }),
  ).toMatchObject({
    ok: true,
  })
  expect(
    await decideTargetAdjustment(reviewer, { adjustmentId, decision: 'REFUSED', note: null }),
  ).toMatchObject({
    code: 'conflict',
  })
  const results = await createReport(scene, { filled: false })
  expect((await getReport(officer, results.id))?.cells[0]?.registeredTarget).toMatchObject({
    raw: '1.400',
    value: { amount: '1400' },
    replaced: [{ raw: '1.520', reason: 'Bão', paper: 'Công văn 12' }],
  })
  const projection = await prisma.reportProjection.findUniqueOrThrow({ where: { reportId } })
  expect(projection.cells).toMatchObject({
    [scene.indicators.count.id]: { m: { a: '1400', v: 2 } },
    [scene.indicators.ratio.id]: { m: { a: '16', d: '28', v: 1 } },
  })
  const history = await getFigureHistory(officer, reportId, scene.indicators.count.id)
  expect(history).toMatchObject([{ before: { raw: '1.520' }, after: { raw: '1.400' } }])
})

test('an appraisal is the central union’s own, ends the duty, and returns when figures change', async () => {
  const scene = await arrangeReports()
  const { id: reportId } = await createReport(scene, { kind: 'SIX_MONTHS', state: 'CHECKED' })
  const [staff, reviewer, leader] = await Promise.all(
    (['staff', 'reviewer', 'leader'] as const).map((who) => actorOf(who, scene)),
  )
  const duties = async () => (await listMyWork(staff!)).map(({ kind }) => kind)
  const { dataVersion } = await prisma.report.findUniqueOrThrow({ where: { id: reportId } })
  expect(await duties()).toEqual(['APPRAISE'])
  const input = { reportId, dataVersion, note: 'Đã đối chiếu.' }
  expect(await appraiseReport(staff!, input)).toMatchObject({ ok: true })
  expect(await appraiseReport(staff!, input)).toMatchObject({ code: 'conflict' })
  expect(await duties()).toEqual([])
  expect((await getAppraisal(reviewer!, reportId))?.last).toMatchObject({
    note: 'Đã đối chiếu.',
    current: true,
  })
  expect(await getAppraisal(leader!, reportId)).toBeNull()
  expect((await listMyWork(reviewer!)).map(({ kind, appraised }) => [kind, appraised])).toEqual([
    ['REVIEW', true],
  ])
  await prisma.report.update({ where: { id: reportId }, data: { dataVersion: { increment: 1 } } })
  expect(await duties()).toEqual(['APPRAISE'])
  expect((await getAppraisal(reviewer!, reportId))?.last?.current).toBe(false)
  expect(await appraiseReport(staff!, input)).toMatchObject({ code: 'conflict' })
})
