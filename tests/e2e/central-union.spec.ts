import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

test.use({ actionTimeout: 20_000 })

const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen/2026'

/** A dialog of the page, opened by its button. */
async function opened(page: Page, opener: string): Promise<Locator> {
  await page.getByRole('button', { name: opener, exact: true }).first().click()
  return page.locator('dialog[open]')
}

test('M4 T12 central staff appraise a checked report and hand a self-score back; the vice-chair and the unit see what is theirs', async ({
  openAs,
}) => {
  test.setTimeout(120_000)
  await demoSql(
    `DELETE FROM report_appraisals a USING reports r, units u
      WHERE r.id = a.report_id AND u.id = r.unit_id AND u.slug = 'lam-dong'`,
  )
  const staff = await openAs('central-staff.central@demo.test')
  await staff.goto('/my-work')
  const work = staff.getByRole('region', { name: 'Thẩm định số liệu' }).getByRole('row', { name: /Lâm Đồng/ })
  await work.getByRole('link', { name: /^Báo cáo ước cả năm/ }).click()
  const appraise = await opened(staff, 'Đã thẩm định')
  await expect(appraise).toContainText('Đơn vị không thấy.')
  await appraise.getByLabel('Nhận xét cho Phó Chủ tịch').fill('Số hội viên mới khớp với biểu của các xã.')
  await appraise.getByRole('button', { name: 'Đã thẩm định' }).click()
  await expect(staff.getByText(/đã thẩm định lúc/)).toBeVisible()
  const review = new URL(staff.url()).pathname

  await staff.goto(`${CENTRAL}/scores/dak-lak`)
  const back = await opened(staff, 'Trả lại điểm tự chấm')
  await back.getByRole('button', { name: 'Trả lại điểm tự chấm' }).click()
  await expect(back.getByLabel('Lý do')).toHaveAttribute('aria-invalid', 'true')
  await back.getByLabel('Lý do').fill('Thiếu minh chứng của hoạt động chung.')
  await back.getByRole('button', { name: 'Trả lại điểm tự chấm' }).click()
  await expect(staff.getByRole('button', { name: 'Trả lại điểm tự chấm' })).toHaveCount(0)

  const viceChair = await openAs('reviewer.central@demo.test')
  await viceChair.goto('/my-work')
  await expect(
    viceChair.getByRole('region', { name: 'Xem và xác nhận' }).getByRole('row', { name: /Lâm Đồng/ }),
  ).toContainText('Đã rà soát, đã thẩm định')
  await viceChair.goto(review)
  await expect(viceChair.getByText('“Số hội viên mới khớp với biểu của các xã.”')).toBeVisible()

  const unit = await openAs('leader.lam-dong@demo.test')
  await unit.goto(review)
  await expect(unit.getByRole('heading', { level: 1 })).toContainText('Lâm Đồng')
  await expect(unit.getByText(/thẩm định/)).toHaveCount(0)

  const leader = await openAs('leader.dak-lak@demo.test')
  await leader.goto('/my-work')
  const duty = leader
    .getByRole('listitem')
    .filter({ hasText: '“Thiếu minh chứng của hoạt động chung.”' })
    .getByRole('link', { name: 'Sửa và gửi lại điểm tự chấm: Đắk Lắk' })
  await duty.click()
  await expect(leader.getByText(/Điểm tự chấm đã bị trả lại lúc/)).toContainText('Thiếu minh chứng')
  const send = await opened(leader, 'Gửi điểm tự chấm')
  await send.getByRole('button', { name: 'Gửi điểm tự chấm' }).click()
  await expect(leader.getByRole('button', { name: 'Gửi điểm tự chấm' })).toHaveCount(0)
  await expect(leader.getByText(/Điểm tự chấm đã bị trả lại/)).toHaveCount(0)
})

/** Two units that the central cluster put forward in 2026, of whom no paper gave the names yet. */
async function unnamedNomination(): Promise<string> {
  const [row] = await demoSql<{ id: string }>(
    `INSERT INTO nominations (award_type_id, year, cluster_year_id, recipient_kind, unnamed, state, illustrative)
     SELECT (SELECT id FROM award_types WHERE code = 'CO_XUAT_SAC'), cy.year, cy.id, 'UNIT', 2,
            'CENTRAL_REVIEW', true
       FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
      WHERE c.slug = 'duyen-hai-mien-trung-tay-nguyen' AND cy.year = 2026 RETURNING id`,
  )
  return row!.id
}

test('T1 C11 units put forward without a name are named later, and the decision enters the award book', async ({
  page,
}) => {
  const id = await unnamedNomination()
  const number = `${Date.now()}/QĐ-ĐCT`
  await signIn(page, 'central-office@demo.test')
  await page.goto(`/awards/nominations/${id}`)
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 đơn vị, nguồn chưa nêu tên')
  await expect(main).toContainText('Chưa có nguồn nào nêu tên.')
  await expect(page.getByRole('button', { name: 'Ghi quyết định khen thưởng' })).toHaveCount(0)
  const naming = await opened(page, 'Ghi tên')
  await naming.getByRole('checkbox', { name: 'Quảng Ngãi' }).check()
  await naming.getByLabel('Nguồn khác').fill('Thông báo số 12/TB-CTĐ ngày 20/11/2026 (thử)')
  await naming.getByRole('button', { name: 'Ghi tên' }).click()
  await expect(main).toContainText('Còn 1 chưa nêu tên.')
  await page.goto(`/awards/nominations/${id}`)
  const named = page.getByRole('region', { name: 'Tên được nêu sau' })
  await expect(named).toContainText('Thông báo số 12/TB-CTĐ')
  await named.getByRole('link', { name: 'Quảng Ngãi' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quảng Ngãi')
  const deciding = await opened(page, 'Ghi quyết định khen thưởng')
  await deciding.getByLabel('Số quyết định').fill(number)
  await deciding.getByRole('button', { name: 'Ghi quyết định' }).click()
  await expect(page.getByRole('region', { name: 'Quyết định khen thưởng' }).first()).toContainText(number)
  await page.goto('/units/quang-ngai')
  await expect(
    page
      .getByRole('region', { name: 'Sổ khen thưởng của đơn vị' })
      .getByRole('row')
      .filter({ hasText: number }),
  ).toContainText('Quảng Ngãi')
})

test('T2 a joint meeting of two clusters, a paper beside its agenda, both read by a member of the other cluster', async ({
  page,
  openAs,
}) => {
  const title = `Hội nghị chung hai cụm ${Date.now()}`
  await signIn(page, 'central-office@demo.test')
  await page.goto('/meetings')
  const plan = await opened(page, 'Lên lịch hội nghị')
  await plan
    .getByLabel('Cụm, năm')
    .selectOption('Cụm thi đua các tỉnh, thành phố Duyên hải miền Trung và Tây Nguyên, 2026')
  await plan.getByLabel('Tên hội nghị').fill(title)
  await plan.getByLabel('Ngày họp').fill('2026-12-18')
  await plan
    .getByRole('group', { name: 'Họp chung với' })
    .getByRole('checkbox', { name: /miền núi biên giới phía Bắc, 2026/ })
    .check()
  await plan.getByRole('button', { name: 'Lên lịch' }).click()
  await expect(page.getByText('Đã lên lịch.').first()).toBeVisible()
  await page.goto('/meetings')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.getByRole('link', { name: 'Điều hành', exact: true }).click()
  const item = await opened(page, 'Thêm mục')
  await item.getByLabel('Nội dung').fill('Trao đổi kinh nghiệm giữa hai cụm')
  await item.getByRole('button', { name: 'Lưu mục' }).click()
  await expect(page.getByText('Đã thêm mục.').first()).toBeVisible()
  await item.getByRole('button', { name: 'Đóng' }).click()
  const edited = await opened(page, 'Sửa mục 1')
  await edited.getByLabel('Thêm tài liệu của mục').setInputFiles({
    name: 'gioi-thieu-mo-hinh.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await expect(edited.getByText('Đã thêm “gioi-thieu-mo-hinh.pdf”.')).toBeVisible()

  const member = await openAs('staff.son-la@demo.test')
  await member.goto('/clusters/mien-nui-bien-gioi-phia-bac/2026/meetings')
  await member.getByRole('link', { name: title }).click()
  await expect(member.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(member.getByRole('main')).toContainText(/Họp chung với.*Miền núi biên giới phía Bắc, 2026/)
  await expect(member.getByRole('main')).toContainText(/Thành viên.*Đà Nẵng.*Sơn La/)
  const paper = member.getByRole('link', { name: 'gioi-thieu-mo-hinh.pdf' })
  const answer = await member.request.get((await paper.getAttribute('href'))!)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('application/pdf')
})
