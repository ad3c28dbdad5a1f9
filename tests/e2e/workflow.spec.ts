import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

/** The report of a unit for a period of 2026, put into a state as if it had come there by itself. */
async function reportIn(unit: string, period: string, state: string): Promise<string> {
  const [report] = await demoSql<{ id: string }>(
    `UPDATE reports r SET state = $3::"ReportState", first_sent_at = app_now(), sent_at = app_now(), version = r.version + 1
       FROM units u, reporting_periods p, emulation_years y
      WHERE u.id = r.unit_id AND p.id = r.period_id AND y.id = p.emulation_year_id
        AND u.slug = $1 AND p.kind::text = $2 AND y.year = 2026
     RETURNING r.id`,
    [unit, period, state],
  )
  if (!report) throw new Error(`the demonstration has no ${period} of ${unit}`)
  await demoSql(
    `UPDATE reporting_periods SET locked_at = NULL WHERE id = (SELECT period_id FROM reports WHERE id = $1)`,
    [report.id],
  )
  return report.id
}

async function act(page: Page, reportId: string, name: string, fill?: (page: Page) => Promise<void>) {
  await page.goto(`/reports/${reportId}/review`)
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill?.(page)
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toBeHidden()
}

const REASON = 'Đề nghị giải trình số hội viên phát triển mới và gửi kèm biểu của các xã.'

async function mendAndSend(officer: Page, leader: Page, reportId: string) {
  await officer.goto('/my-work')
  await expect(officer.getByText(REASON).first()).toBeVisible()
  await officer.goto(`/reports/${reportId}`)
  await expect(officer.getByText(REASON).first()).toBeVisible()
  await expect(officer.locator('form[data-live]')).toBeVisible()
  await officer.getByRole('button', { name: 'Trình lãnh đạo' }).click()
  await expect(officer.getByText('Đã trình lãnh đạo').first()).toBeVisible()
  await leader.goto(`/reports/${reportId}`)
  await leader.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(leader.getByText(/^Đã gửi ngày/)).toBeVisible()
}

const stateOf = async (reportId: string) =>
  (await demoSql<{ state: string }>(`SELECT state FROM reports WHERE id = $1`, [reportId]))[0]?.state

for (const [what, period, unit] of [
  ['targets', 'REGISTRATION', 'cao-bang'],
  ['results', 'NINE_MONTHS', 'dien-bien'],
] as const) {
  test(`M4 ${what}: the head checks, the vice-chair asks for additions, the officer mends, all confirm; then nothing can be edited`, async ({
    openAs,
  }) => {
    test.setTimeout(180_000)
    const reportId = await reportIn(unit, period, 'SENT')
    const head = await openAs('staff.tuyen-quang@demo.test')
    await act(head, reportId, 'Đã rà soát')
    expect(await stateOf(reportId)).toBe('CHECKED')

    const viceChair = await openAs('reviewer.north@demo.test')
    await viceChair.goto(`/reports/${reportId}/review`)
    await expectAccessible(viceChair)
    await act(viceChair, reportId, 'Đề nghị bổ sung', async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Đề nghị bổ sung' }).click()
      await expect(page.getByText('Hãy ghi một câu nói rõ cần bổ sung gì.')).toBeVisible()
      await page.getByLabel('Cần bổ sung gì').fill(REASON)
      await page.getByLabel('Hạn bổ sung').fill('2030-01-15')
    })
    expect(await stateOf(reportId)).toBe('ADDITIONS_REQUESTED')

    const officer = await openAs(`staff.${unit}@demo.test`)
    const leader = await openAs(`leader.${unit}@demo.test`)
    await mendAndSend(officer, leader, reportId)
    await act(head, reportId, 'Đã rà soát')
    await act(viceChair, reportId, 'Xác nhận')
    expect(await stateOf(reportId)).toBe('CONFIRMED')

    await officer.goto(`/reports/${reportId}`)
    await expect(officer.locator('[data-box]')).toHaveCount(0)
    await officer.goto(`/reports/${reportId}/history`)
    await expect(officer.getByText(REASON).first()).toBeVisible()
    await expect(officer.getByText('Đã xác nhận').first()).toBeVisible()
  })
}

test('M4 the head’s own report is checked by the deputy, not by herself', async ({ openAs }) => {
  test.setTimeout(120_000)
  const reportId = await reportIn('tuyen-quang', 'SIX_MONTHS', 'SENT')
  const head = await openAs('staff.tuyen-quang@demo.test')
  await head.goto(`/reports/${reportId}/review`)
  await expect(head.getByRole('button', { name: 'Đã rà soát' })).toHaveCount(0)
  const deputy = await openAs('leader.lai-chau@demo.test')
  await act(deputy, reportId, 'Đã rà soát')
  const viceChair = await openAs('reviewer.north@demo.test')
  await act(viceChair, reportId, 'Xác nhận')
  expect(await stateOf(reportId)).toBe('CONFIRMED')
})

test('M6 what is not hers does not exist: another unit’s draft, another role’s pages', async ({ openAs }) => {
  const [draft] = await demoSql<{ id: string }>(
    `SELECT r.id FROM reports r JOIN units u ON u.id = r.unit_id
      WHERE u.slug = 'lao-cai' AND r.state = 'DRAFT' AND r.first_sent_at IS NULL LIMIT 1`,
  )
  const stranger = await openAs('staff.son-la@demo.test')
  for (const path of [
    `/reports/${draft!.id}`,
    `/reports/${draft!.id}/review`,
    `/reports/${draft!.id}/history`,
    '/setup',
    '/setup/units',
    '/admin/accounts',
    '/admin/audit',
  ]) {
    const answer = await stranger.request.get(path, { maxRedirects: 0 })
    expect([403, 404], path).toContain(answer.status())
  }
})
