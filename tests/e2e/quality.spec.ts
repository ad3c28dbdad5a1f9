import type { Locator } from '@playwright/test'
import { expect, signIn, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

test.use({ actionTimeout: 20_000 })

const RECORDED = '1.250 trẻ'

/** Takes away what this journey recorded, and nothing else. */
async function clear() {
  const [figure] = await demoSql<{ id: string }>(
    `SELECT cluster_figure_id AS id FROM stated_figures WHERE raw = $1`,
    [RECORDED],
  )
  if (!figure) return
  for (const table of ['stated_figure_choices', 'stated_figures'])
    await demoSql(`DELETE FROM ${table} WHERE cluster_figure_id = $1`, [figure.id])
}

async function choose(list: Locator, option: RegExp) {
  await list.selectOption(await list.getByRole('option', { name: option }).getAttribute('value'))
}

test('H9 what a second source says is recorded, both are shown and flagged, one is chosen with its reason', async ({
  page,
}) => {
  await clear()
  await signIn(page, 'central-office@demo.test')
  await page.goto('/quality?nam=2023')
  await page.getByRole('button', { name: 'Ghi số của nguồn khác' }).click()
  const dialog = page.locator('dialog[open]')
  await choose(dialog.getByLabel('Số liệu của cụm'), /1\.209/)
  await choose(dialog.getByLabel('Nguồn', { exact: true }), /^Tài liệu B/)
  await dialog.getByLabel('Số liệu như nguồn viết').fill(RECORDED)
  await dialog.getByRole('button', { name: 'Ghi lại' }).click()
  await expect(page.getByText('Đã ghi số của nguồn.').first()).toBeVisible()

  await page.goto('/quality?nam=2023')
  const main = page.getByRole('main')
  await expect(main).toContainText('chênh 41 trẻ')
  const stated = main.getByRole('listitem').filter({ hasText: 'Tài liệu C, mục C7' }).last()
  await expect(stated).toContainText('1.209')
  await expect(stated).toContainText('đang hiển thị')
  await expect(main.getByRole('listitem').filter({ hasText: RECORDED }).last()).not.toContainText(
    'đang hiển thị',
  )

  await page.getByRole('button', { name: 'Chọn số hiển thị' }).click()
  const choosing = page.locator('dialog[open]')
  await choose(choosing.getByLabel('Số hiển thị'), /1\.209/)
  await choosing.getByLabel('Lý do').fill('Báo của hội nghị, có ngày')
  await choosing.getByRole('button', { name: 'Chọn số này' }).click()
  await expect(main).toContainText('“Báo của hội nghị, có ngày”')
  const [trail] = await demoSql<{ reason: string }>(
    `SELECT reason FROM audit_entries WHERE action = 'chooseStatedFigure' ORDER BY id DESC LIMIT 1`,
  )
  expect(trail?.reason).toBe('Báo của hội nghị, có ngày')
  await clear()
})
