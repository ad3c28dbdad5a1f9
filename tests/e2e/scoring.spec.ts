import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

test.use({ actionTimeout: 20_000 })

const CLUSTER = 'mien-nui-bien-gioi-phia-bac'
const SCORES = `/clusters/${CLUSTER}/2026/scores`
const OF_CLUSTER = `(SELECT r.id FROM rubrics r JOIN cluster_years cy ON cy.id = r.cluster_year_id
  JOIN clusters c ON c.id = cy.cluster_id WHERE c.slug = '${CLUSTER}' AND cy.year = 2026)`
const SHEETS = `(SELECT id FROM score_sheets WHERE rubric_id = ${OF_CLUSTER})`
const TABLES = [
  ['rubrics', `id = ${OF_CLUSTER}`],
  ['score_sheets', `rubric_id = ${OF_CLUSTER}`],
  ['scores', `sheet_id IN ${SHEETS}`],
] as const

/** The cluster's scoring as the demonstration has it, and the way back to it: other journeys look at its pages. */
async function keepScoring(): Promise<() => Promise<void>> {
  const kept = await Promise.all(
    TABLES.map(([table, where]) =>
      demoSql<{ rows: string }>(
        `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${table} t WHERE ${where}`,
      ),
    ),
  )
  return async () => {
    const [rubric, sheets, scores] = kept.map(([row]) => row?.rows)
    await demoSql(`DELETE FROM scores WHERE sheet_id IN ${SHEETS}`)
    await demoSql(
      `UPDATE score_sheets s SET self_sent_at = k.self_sent_at, cross_done_at = k.cross_done_at, appraised_at = k.appraised_at,
         final_at = k.final_at, final_total = k.final_total, rank = k.rank, class_name = k.class_name, left_out = k.left_out
       FROM json_populate_recordset(NULL::score_sheets, $1) k WHERE k.id = s.id`,
      [sheets],
    )
    await demoSql(`INSERT INTO scores SELECT * FROM json_populate_recordset(NULL::scores, $1)`, [scores])
    await demoSql(
      `UPDATE rubrics r SET state = k.state, published_at = k.published_at, published_by_id = k.published_by_id
       FROM json_populate_recordset(NULL::rubrics, $1) k WHERE k.id = r.id`,
      [rubric],
    )
  }
}

/** Final scores of every unit as a share of each maximum: two first, two fourth, and two below every class. */
const SHARES = {
  'tuyen-quang': 1,
  'lai-chau': 1,
  'cao-bang': 0.85,
  'lang-son': 0.7,
  'lao-cai': 0.7,
  'son-la': 0.4,
  'dien-bien': 0.2,
}

async function decideAll(): Promise<void> {
  await demoSql(`DELETE FROM scores WHERE stage = 'FINAL' AND sheet_id IN ${SHEETS}`)
  await demoSql(
    `INSERT INTO scores (sheet_id, criterion_id, stage, points, by_id)
     SELECT s.id, c.id, 'FINAL', round(c.max * k.share::numeric, 2), (SELECT id FROM accounts WHERE email = 'reviewer.north@demo.test')
       FROM score_sheets s JOIN units u ON u.id = s.unit_id JOIN json_each_text($1) k(slug, share) ON k.slug = u.slug
       JOIN criteria c ON c.rubric_id = s.rubric_id AND c.kind NOT IN ('GROUP', 'BONUS', 'PENALTY')
      WHERE s.rubric_id = ${OF_CLUSTER}`,
    [JSON.stringify(SHARES)],
  )
  await demoSql(
    `UPDATE score_sheets SET self_sent_at = coalesce(self_sent_at, app_now()), cross_done_at = app_now(),
       appraised_at = app_now(), final_at = app_now(), version = version + 1 WHERE rubric_id = ${OF_CLUSTER}`,
  )
}

/** What the page says of a unit, cell by cell. */
const cellsOf = (page: Page, unit: string) =>
  page
    .getByRole('region', { name: 'Bảng xếp hạng' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: unit, exact: true }) })
    .getByRole('cell')

test.describe('T12', () => {
  // Addresses of other units' sheets are tried on purpose.
  test.use({ expectedTrouble: [/404 \(Not Found\)/] })

  test('T12 a unit scores itself, a 0 too, and sees nobody else’s score until all are published in one deliberate act; then ranks with ties and classes', async ({
    openAs,
  }) => {
    test.setTimeout(120_000)
    const restore = await keepScoring()
    try {
      await demoSql(
        `DELETE FROM scores WHERE sheet_id = (SELECT s.id FROM score_sheets s JOIN units u ON u.id = s.unit_id
          WHERE u.slug = 'dien-bien' AND s.rubric_id = ${OF_CLUSTER})`,
      )
      await demoSql(
        `UPDATE score_sheets s SET self_sent_at = NULL, cross_done_at = NULL, appraised_at = NULL, final_at = NULL
          FROM units u WHERE u.id = s.unit_id AND u.slug = 'dien-bien' AND s.rubric_id = ${OF_CLUSTER}`,
      )
      const leader = await openAs('leader.dien-bien@demo.test')
      await leader.goto(SCORES)
      await leader.getByRole('link', { name: 'Điện Biên', exact: true }).click()
      const box = (name: string) => leader.getByLabel(`Tự chấm: ${name}`)
      await box('Chất lượng giám sát, phản biện xã hội').fill('13')
      await leader.getByRole('button', { name: 'Lưu điểm' }).click()
      await expect(box('Chất lượng giám sát, phản biện xã hội')).toHaveAttribute('aria-invalid', 'true')
      await expect(box('Chất lượng giám sát, phản biện xã hội')).toHaveValue('13')
      await box('Chất lượng giám sát, phản biện xã hội').fill('0')
      await box('Tham gia, đóng góp cho hoạt động chung').fill('10,5')
      await box('Ban hành kế hoạch thi đua trong quý I').selectOption('Có')
      await leader.getByRole('button', { name: 'Lưu điểm' }).click()
      await expect(leader.getByText('Đã lưu điểm.')).toBeVisible()
      await leader.reload()
      await expect(box('Chất lượng giám sát, phản biện xã hội')).toHaveValue('0')
      await expect(box('Tham gia, đóng góp cho hoạt động chung')).toHaveValue('10,5')
      const [zero] = await demoSql<{ points: string }>(
        `SELECT trim_scale(k.points)::text AS points FROM scores k JOIN criteria c ON c.id = k.criterion_id
           JOIN score_sheets s ON s.id = k.sheet_id JOIN units u ON u.id = s.unit_id
          WHERE u.slug = 'dien-bien' AND k.stage = 'SELF' AND c.text LIKE 'Chất lượng giám sát%' AND s.rubric_id = ${OF_CLUSTER}`,
      )
      expect(zero?.points).toBe('0')

      await decideAll()
      // Lạng Sơn checks Lào Cai: Điện Biên is none of hers, and nobody's total is.
      const other = await openAs('leader.lang-son@demo.test')
      await other.goto(SCORES)
      await expect(other.getByText('Điểm chưa công bố: mỗi đơn vị chỉ thấy điểm của mình.')).toBeVisible()
      await expect(other.getByRole('link', { name: 'Điện Biên', exact: true })).toHaveCount(0)
      await expect(other.getByText('Tổng điểm đến nay')).toHaveCount(0)
      await expect(other.getByRole('button', { name: 'Công bố điểm' })).toHaveCount(0)
      const sheet = await other.goto(`${SCORES}/dien-bien`)
      expect(sheet?.status()).toBe(404)
      await leader.goto(`${SCORES}/lang-son`)
      await expect(leader.getByText('Bảng xếp hạng')).toHaveCount(0)
      const table = await other.request.get(`/api/app/v1/exports/scores?slug=${CLUSTER}&nam=2026&format=csv`)
      expect(await table.text()).not.toMatch(/Điện Biên[^\n]*;\s*20\b/)

      const reviewer = await openAs('reviewer.north@demo.test')
      await reviewer.goto(SCORES)
      const beside = await reviewer.context().newPage()
      await beside.goto(SCORES)
      const opened = async (page: Page) => {
        await page.getByRole('button', { name: 'Công bố điểm', exact: true }).click()
        return page.locator('dialog[open]')
      }
      const asked = await opened(reviewer)
      await expect(asked).toContainText('Việc công bố chỉ làm một lần và không thu hồi được.')
      await asked.getByRole('button', { name: 'Thôi' }).click()
      await expect(reviewer.getByText('Điểm chưa công bố')).toBeVisible()
      const late = await opened(beside)
      await (await opened(reviewer)).getByRole('button', { name: 'Công bố, không thu hồi' }).dblclick()
      await expect(reviewer.getByRole('region', { name: 'Bảng xếp hạng' })).toBeVisible()
      await expect(reviewer.getByRole('button', { name: 'Công bố điểm', exact: true })).toHaveCount(0)
      await late.getByRole('button', { name: 'Công bố, không thu hồi' }).click()
      await expect(late.getByText('Điểm đã được công bố và không thu hồi được.')).toBeVisible()

      await other.goto(SCORES)
      for (const [unit, cells] of [
        ['Tuyên Quang', ['1', '100', 'Xuất sắc']],
        ['Lai Châu', ['1', '100', 'Xuất sắc']],
        ['Cao Bằng', ['3', '85', 'Tốt']],
        ['Lào Cai', ['4', '70', 'Khá']],
        ['Lạng Sơn', ['4', '70', 'Khá']],
        ['Sơn La', ['6', '40', 'không xếp loại']],
        ['Điện Biên', ['7', '20', 'không xếp loại']],
      ] as const)
        await expect(cellsOf(other, unit), unit).toHaveText(cells)
      await expect(other.getByText(/Lai Châu, Tuyên Quang.* xếp thứ nhất/)).toBeVisible()
      await expectAccessible(other)
      await other.getByRole('link', { name: 'Điện Biên', exact: true }).click()
      await expect(other.getByRole('main')).toContainText('Điện Biên đạt 20 điểm, hạng 7')
      await expect(other.getByRole('row', { name: /Chất lượng giám sát/ })).toContainText('0')
    } finally {
      await restore()
    }
  })
})
