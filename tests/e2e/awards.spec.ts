import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'

const NORTH = '/clusters/mien-nui-bien-gioi-phia-bac'
const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen'

test.describe('what the documents tell of awards and handovers', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'staff.lai-chau@demo.test'))

  test('T1 A4 flags and merits of 2020, how they were chosen and decided left open @mobile', async ({
    page,
  }) => {
    await page.goto(`${NORTH}/2020/awards`)
    const rows = page.getByRole('region', { name: 'Đề nghị của cụm' }).locator('tbody tr')
    await expect(rows).toHaveCount(4)
    for (const unit of ['Hà Giang', 'Lạng Sơn']) {
      const row = rows.filter({ hasText: unit })
      await expect(row).toContainText('Cờ thi đua (nguồn không nêu danh hiệu)')
      await expect(row).toContainText('Quyết định: nguồn không nêu')
      await expect(row).toContainText('Tài liệu A, mục A4')
    }
    for (const unit of ['Lào Cai', 'Lai Châu'])
      await expect(rows.filter({ hasText: unit })).toContainText('Bằng khen')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })

  test('T1 C11 four units, unnamed by the source', async ({ page }) => {
    await page.goto(`${CENTRAL}/2023/awards`)
    await expect(page.getByText('Cụm đề nghị 4 khen thưởng')).toBeVisible()
    const row = page.getByRole('region', { name: 'Đề nghị của cụm' }).locator('tbody tr')
    await expect(row).toContainText('4 đơn vị, nguồn chưa nêu tên')
    await expect(row).toContainText('Tài liệu C, mục C11')
  })

  test('T1 E7 and D5 in the national list and the award books @mobile', async ({ page }) => {
    await page.goto('/awards?nam=2020')
    const given = page.getByRole('region', { name: 'Khen thưởng đã tặng' })
    await expect(given.locator('tbody tr')).toContainText('Bắc Giang')
    await expect(given).toContainText('Nguồn không nêu số quyết định')
    await expect(given).toContainText('Tài liệu E, mục E7')
    await expect(
      page.getByRole('region', { name: 'Đề nghị chưa có quyết định' }).locator('tbody tr').filter({
        hasText: 'Khối thi đua MTTQ và các tổ chức chính trị - xã hội',
      }),
    ).toContainText('Cờ thi đua của Chính phủ')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto('/units/lao-cai')
    const book = page.getByRole('region', { name: 'Sổ khen thưởng của đơn vị' })
    const old = book.locator('tbody tr').filter({ hasText: 'mục D5' })
    await expect(old).toHaveCount(2)
    await expect(old.first()).toContainText('Cá nhân, nguồn chưa nêu tên')
    await expect(old.first()).toContainText('đơn vị cũ, trước sắp xếp')
    await expect(old.first()).toContainText('chưa rõ năm')
    await expectNoSidewaysScroll(page)
  })

  test('T1 A3 and C2 handovers; the rotating flag of 2020 not stated', async ({ page }) => {
    await page.goto(`${NORTH}/2020/handover`)
    const a3 = page.getByRole('region', { name: 'Bàn giao cho năm 2021' })
    await expect(a3).toContainText('29/11/2020, huyện Quản Bạ, tỉnh Hà Giang')
    await expect(a3).toContainText('Chu Thị Ngọc Diệp')
    await expect(a3).toContainText('Cờ luân lưunguồn không nêu')
    await expect(a3).toContainText('Tài liệu A, mục A3')
    await page.goto(`${CENTRAL}/2023/handover`)
    const c2 = page.getByRole('region', { name: 'Bàn giao cho năm 2024' })
    await expect(c2).toContainText('Khánh Hòa')
    await expect(c2).toContainText('Cờ luân lưuĐã trao')
    await expect(c2).toContainText('Trần Lan Phương')
    await expect(c2).toContainText('Tài liệu C, mục C2')
    await expectAccessible(page)
  })
})
