import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'
import { demoSql, emptyReport } from '../support/demo-reports'

test.use({ actionTimeout: 20_000 })

/** Three provinces of a cluster that nothing else looks at, each with its figure of one indicator. */
const OLD = [
  ['an-giang', 'An Giang', 1200],
  ['ca-mau', 'Cà Mau', 800],
  ['vinh-long', 'Vĩnh Long', 500],
] as const
const SLUGS = OLD.map(([slug]) => slug)
const CLUSTER = 'Cụm thi đua các tỉnh Tây Nam Bộ (thử)'
const OFFICER = 'Chuyên viên tỉnh Cà Mau'
const DECISION = 'Nghị quyết thử về sắp xếp'

/** The cluster of the open year with its head, an officer, and a draft of the year's estimate in each province. */
async function arrange() {
  await demoSql(
    `WITH made AS (
       INSERT INTO cluster_years (cluster_id, set_id, emulation_year_id, year, title, illustrative)
       SELECT c.id, (SELECT cy.set_id FROM cluster_years cy WHERE cy.year = 2026 LIMIT 1), y.id, y.year, $1, true
         FROM clusters c, emulation_years y WHERE c.slug = 'tay-nam-bo' AND y.year = 2026 RETURNING id),
     members AS (
       INSERT INTO cluster_memberships (cluster_year_id, unit_id)
       SELECT made.id, u.id FROM made, units u WHERE u.slug = ANY($2::text[]))
     INSERT INTO headships (cluster_year_id, unit_id, role, starts_on)
     SELECT made.id, u.id, 'HEAD', '2026-01-01' FROM made, units u WHERE u.slug = 'an-giang'`,
    [CLUSTER, SLUGS],
  )
  await demoSql(
    `WITH made AS (INSERT INTO accounts (email, name) VALUES ('staff.ca-mau@demo.test', $1) RETURNING id)
     INSERT INTO role_grants (account_id, role, unit_id) SELECT made.id, 'PROVINCE_STAFF', u.id FROM made, units u
      WHERE u.slug = 'ca-mau'`,
    [OFFICER],
  )
  for (const [slug, , amount] of OLD)
    await demoSql(
      `INSERT INTO figures (report_id, indicator_id, raw, amount)
       SELECT $1, i.id, $2::text, $2::numeric FROM indicators i JOIN indicator_sets s ON s.id = i.set_id
         JOIN emulation_years y ON y.id = s.emulation_year_id WHERE i.code = 'ho-5-khong-3-sach' AND y.year = 2026`,
      [await emptyReport(slug, 'YEAR_ESTIMATE'), amount],
    )
}

/** Takes away what was arranged, and nothing else. */
async function clear() {
  const reports = `SELECT r.id FROM reports r JOIN cluster_years cy ON cy.id = r.cluster_year_id WHERE cy.title = $1`
  for (const table of ['figures', 'report_projections', 'report_views'])
    await demoSql(`DELETE FROM ${table} WHERE report_id IN (${reports})`, [CLUSTER])
  await demoSql(`DELETE FROM reports WHERE id IN (${reports})`, [CLUSTER])
  for (const table of ['headships', 'cluster_memberships'])
    await demoSql(
      `DELETE FROM ${table} WHERE cluster_year_id IN (SELECT id FROM cluster_years WHERE title = $1)`,
      [CLUSTER],
    )
  await demoSql(`DELETE FROM cluster_years WHERE title = $1`, [CLUSTER])
  await demoSql(`DELETE FROM role_grants WHERE account_id IN (SELECT id FROM accounts WHERE name = $1)`, [
    OFFICER,
  ])
  await demoSql(`DELETE FROM accounts WHERE name = $1`, [OFFICER])
}

/** Everything of the old provinces that a merger touches. */
async function standing(): Promise<unknown> {
  const [row] = await demoSql<{ all: unknown }>(
    `SELECT jsonb_build_object(
       'units', (SELECT jsonb_agg(to_jsonb(u) ORDER BY u.id) FROM units u WHERE u.slug = ANY($1::text[])),
       'names', (SELECT jsonb_agg(to_jsonb(d) ORDER BY d.id) FROM unit_designations d JOIN units u ON u.id = d.unit_id WHERE u.slug = ANY($1::text[])),
       'members', (SELECT jsonb_agg(to_jsonb(m) ORDER BY m.unit_id) FROM cluster_memberships m JOIN cluster_years cy ON cy.id = m.cluster_year_id WHERE cy.title = $2),
       'heads', (SELECT jsonb_agg(to_jsonb(h) ORDER BY h.id) FROM headships h JOIN cluster_years cy ON cy.id = h.cluster_year_id WHERE cy.title = $2),
       'reports', (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM reports r JOIN units u ON u.id = r.unit_id WHERE u.slug = ANY($1::text[])),
       'figures', (SELECT jsonb_agg(to_jsonb(f) ORDER BY f.id) FROM figures f JOIN reports r ON r.id = f.report_id JOIN units u ON u.id = r.unit_id WHERE u.slug = ANY($1::text[])),
       'roles', (SELECT jsonb_agg(to_jsonb(g) ORDER BY g.id) FROM role_grants g JOIN accounts a ON a.id = g.account_id WHERE a.name = $3)
     ) AS all`,
    [SLUGS, CLUSTER, OFFICER],
  )
  return row!.all
}

async function fillIn(page: Page, code: string) {
  const [row] = await demoSql<{ today: string }>(
    `SELECT to_char(app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS today`,
  )
  await page.getByLabel('Hiệu lực từ ngày').fill(row!.today)
  await page.getByLabel('Nghị quyết, quyết định').fill(DECISION)
  for (const [, name] of OLD) await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByLabel('Tên (không kèm loại)').fill('Cửu Long')
  await page.getByLabel('Mã', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Xem trước' }).click()
}

test('H6 the office previews a merger of three provinces, carries it out, sees the lineage and undoes it', async ({
  page,
}) => {
  await arrange()
  const before = await standing()
  await signIn(page, 'central-office@demo.test')
  await page.goto('/setup/territory')
  await page.getByRole('link', { name: 'Sáp nhập đơn vị' }).click()

  // A code that another province bears is refused beside its box, and nothing typed is lost.
  await fillIn(page, '04')
  await expect(page.getByText('Mã 04 đang là mã của Cao Bằng.')).toBeVisible()
  await expect(page.getByLabel('Nghị quyết, quyết định')).toHaveValue(DECISION)
  for (const [, name] of OLD) await expect(page.getByRole('checkbox', { name, exact: true })).toBeChecked()
  await page.getByLabel('Mã', { exact: true }).fill('90')
  await page.getByRole('button', { name: 'Xem trước' }).click()

  await expect(page.getByText(/^Bước 2 trong 2\..*tỉnh Cửu Long \(mã 90\) thay 3 đơn vị cũ/)).toContainText(
    'Chưa có gì được lưu.',
  )
  const cluster = page.getByRole('region', { name: 'Cụm bị ảnh hưởng' }).getByRole('row', { name: CLUSTER })
  await expect(cluster).toContainText('Cửu Long vào cụm')
  await expect(cluster).toContainText('An Giang, Cà Mau, Vĩnh Long')
  await expect(cluster).toContainText('Cụm trưởng An Giang: chuyển cho Cửu Long')
  const reports = page.getByRole('region', { name: 'Báo cáo của các đơn vị cũ' }).locator('tbody tr')
  await expect(reports).toHaveCount(3)
  await expect(reports.filter({ hasText: 'Vĩnh Long' })).toContainText('đơn vị mới làm tiếp')
  const carried = page.getByRole('region', { name: /^Số liệu gộp/ }).getByRole('row', { name: /5 không/ })
  await expect(carried.first()).toContainText('2.500')
  const account = page.getByRole('region', { name: 'Tài khoản chuyển sang đơn vị mới' }).locator('tbody tr')
  await expect(account).toContainText(OFFICER)
  await expect(account).toContainText('Cửu Long, từ')
  expect(await standing(), 'a preview changes nothing').toEqual(before)

  await page.getByRole('checkbox', { name: /Tôi đã đối chiếu/ }).check()
  await page.getByRole('button', { name: 'Thực hiện sáp nhập' }).click()
  await expect(page).toHaveURL(/\/setup\/territory\?xong=/)
  await expect(page.getByText(/^Đã sáp nhập: An Giang, Cà Mau, Vĩnh Long → Cửu Long/)).toBeVisible()
  const change = page.getByRole('row', { name: /An Giang, Cà Mau, Vĩnh Long → Cửu Long/ }).first()
  await expect(change).toContainText(DECISION)
  await change.getByRole('link', { name: 'Cửu Long' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText(/Lập ngày .* từ tỉnh An Giang, tỉnh Cà Mau và tỉnh Vĩnh Long/)
  await expect(main).toContainText(DECISION)
  await expect(main.getByRole('row', { name: /2026/ }).first()).toContainText('Cụm trưởng')
  await main.getByRole('link', { name: 'Cà Mau' }).first().click()
  await expect(main).toContainText(/Từ ngày .* là một phần của tỉnh Cửu Long/)
  await expectAccessible(page)

  await page.goto('/setup/territory')
  await page.getByRole('button', { name: 'Hoàn lại việc sắp xếp Cửu Long' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do').fill('Sau khi thử')
  await dialog.getByRole('button', { name: 'Hoàn lại', exact: true }).click()
  await expect(change).toContainText('đã hoàn lại')
  await expectNoSidewaysScroll(page)
  expect(await standing(), 'everything stands as it stood').toEqual(before)
  await clear()
})

test('H4 H5 members, heads and codes on any day since 2019, or that they are not known', async ({ page }) => {
  await signIn(page, 'staff.son-la@demo.test')
  await page.goto('/units/as-of?ngay=2020-11-28')
  const main = page.getByRole('main')
  await expect(main).toContainText('63 tỉnh, thành phố; nguồn cho biết thành viên của 1 trong 8 cụm')
  const north = main.getByRole('row', { name: /miền núi biên giới phía Bắc/ }).first()
  await expect(north).toContainText('7: Cao Bằng, Điện Biên, Hà Giang, Lai Châu, Lạng Sơn, Lào Cai, Sơn La')
  await expect(north).toContainText('Hà Giang suy ra từ tài liệu')
  await expect(north).toContainText('chưa rõ')
  await expect(main.getByRole('row', { name: /^Bắc Trung Bộ/ }).getByText('chưa rõ')).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Vào ngày' }).fill('2025-06-30')
  await page.getByLabel('Tên hoặc mã đơn vị').fill('24')
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(main.getByRole('row', { name: /^Bắc Giang/ })).toContainText('24')
  await page.getByRole('textbox', { name: 'Vào ngày' }).fill('2025-07-01')
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(main.getByRole('row', { name: /^Bắc Ninh/ })).toContainText('24')
  await expect(main.getByRole('row', { name: /^Bắc Giang/ })).toHaveCount(0)
})
