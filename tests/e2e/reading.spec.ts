import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'

const NORTH = '/clusters/mien-nui-bien-gioi-phia-bac'
const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen'

test.beforeEach(async ({ page }) => {
  await signIn(page, 'reviewer.central@demo.test')
})

test.describe('M5 the facts of the documents, each with its source', () => {
  test('M5 2023: members, head and deputy, themes, figures of the cluster alone (C1, C2, C4–C7) @mobile', async ({
    page,
  }) => {
    await page.goto(`${CENTRAL}/2023`)
    const main = page.getByRole('main')
    await expect(main).toContainText('Cụm có 10 đơn vị')
    await expect(main).toContainText('Cụm trưởng Gia Lai, Cụm phó Quảng Ngãi')
    await expect(main).toContainText(
      'Tập trung xây dựng cơ sở Hội, trọng tâm là nâng cao năng lực cán bộ Hội cơ sở',
    )
    await expect(main).toContainText('đạt và vượt 8/8 chỉ tiêu')
    const table = page.getByRole('region', { name: /Bảng kết quả/ })
    await expect(table).toContainText('nguồn không nêu số liệu từng tỉnh')
    for (const figure of [
      '13.577',
      '6.704',
      'trên 600.000',
      '55.949',
      '1.042',
      '122/281',
      '44',
      '15',
      '17',
      '1.209',
    ]) {
      await expect(table.getByRole('gridcell').filter({ hasText: figure }).first()).toBeVisible()
    }
    await expect(table.getByRole('link', { name: 'C6' }).first()).toHaveAttribute(
      'title',
      'Tài liệu C, mục C6',
    )
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await table.getByRole('link', { name: 'C6' }).first().click()
    await expect(page.getByRole('heading', { name: 'Toàn văn' })).toBeVisible()
  })

  test('M5 2020 and 2021: members, head inferred, deputy not stated, criteria, theme (A1, A3, A8, A9)', async ({
    page,
  }) => {
    await page.goto(`${NORTH}/2020`)
    const main = page.getByRole('main')
    await expect(main).toContainText('Nguồn không nêu số liệu của năm 2020.')
    await expect(main).toContainText('Cụm trưởng Hà Giang (suy ra từ tài liệu), Cụm phó: nguồn không nêu')
    await expect(main).toContainText('7 nhóm chỉ tiêu')
    await expect(page.getByRole('link', { name: 'Tài liệu A, mục A1' }).first()).toBeVisible()
    await page.goto(`${NORTH}/2021`)
    await expect(main).toContainText(
      'Tập trung xây dựng tổ chức Hội vững mạnh, tích cực tham gia xây dựng Đảng',
    )
    await expect(main).toContainText('Cụm trưởng Lai Châu')
    await expectAccessible(page)
  })

  test('M5 2019: launch, theme, pledge; no head stated (B1–B3)', async ({ page }) => {
    await page.goto(`${NORTH}/2019`)
    const main = page.getByRole('main')
    await expect(main).toContainText('An toàn cho phụ nữ và trẻ em')
    await expect(main).toContainText('Cụm trưởng: nguồn không nêu')
    await expect(main).toContainText('giao ước thi đua năm 2019')
    await expect(page.getByRole('link', { name: 'Tài liệu B, mục B1' }).first()).toBeVisible()
  })

  test('M5 Bắc Giang 2020: words as the document has them (E1–E6) @mobile', async ({ page }) => {
    await page.goto('/units/bac-giang/2020')
    const table = page.getByRole('region', { name: /Số liệu của Bắc Giang/ })
    for (const figure of [
      '745/745',
      'trên 07 tỷ đồng',
      'hàng ngàn ngày công',
      '1.418/1.418',
      '209/209',
      '82,6%',
      'gần 13 tỷ',
    ]) {
      await expect(table).toContainText(figure)
    }
    await expect(table.getByRole('link', { name: 'mục E1' }).first()).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})

test('a reviewer understands the open year and drills to a figure and its proof by keyboard @mobile', async ({
  page,
}) => {
  await page.goto(`${CENTRAL}/2026`)
  await expect(page.getByText('SỐ LIỆU MINH HỌA').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /báo cáo chờ xác nhận/ })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const first = page.locator('.figures td[tabindex="0"]')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Chỉ tiêu đăng ký', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Đắk Lắk' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('the table arrives too when the page is reached without loading it anew', async ({ page }) => {
  await page.goto('/clusters')
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Duyên hải miền Trung và Tây Nguyên' })
    .first()
    .click()
  await expect(page.getByRole('rowheader', { name: /Đà Nẵng/ })).toBeVisible()
  await page.getByRole('link', { name: 'So với 2025' }).click()
  await expect(page.getByText('Số nhỏ: cùng kỳ năm 2025')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Đà Nẵng/ })).toBeVisible()
})

test.describe('a connection that goes away', () => {
  test.use({ expectedTrouble: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] })

  test('the page stays, says so, and goes where it was asked to once the connection is back', async ({
    page,
  }) => {
    await page.goto(`${CENTRAL}/2026`)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'So với 2025' }).click()
    await expect(page.getByText('Đang mất kết nối')).toBeVisible()
    await expect(page.getByRole('rowheader', { name: /Đà Nẵng/ })).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByText('Số nhỏ: cùng kỳ năm 2025')).toBeVisible()
    await expect(page.getByText('Đang mất kết nối')).toBeHidden()
  })
})

test.describe('addresses', () => {
  test.use({ expectedTrouble: [/status of 404/] })

  test('a link to a unit leads to the unit of that time; what is unknown says so', async ({ page }) => {
    await page.goto('/units/lao-cai/2020')
    await expect(page).toHaveURL('/units/lao-cai-cu/2020')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lào Cai, năm 2020')
    for (const path of ['/units/khong-co', '/units/lao-cai/abcd', '/clusters/x/2020', '/sources/x']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy trang này')
    }
    await page.goto(`${NORTH}/1990`)
    await expect(page.getByText('Chưa có tài liệu năm 1990')).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'năm 2019' })).toBeVisible()
    for (const tab of [
      'pledge',
      'activities',
      'scores',
      'meetings',
      'awards',
      'handover',
      'members',
      'charts',
    ]) {
      await page.goto(`${NORTH}/1990/${tab}`)
      await expect(page.getByText('Chưa có tài liệu năm 1990'), tab).toBeVisible()
      await expect(page.getByRole('main').getByRole('link', { name: 'năm 2019' })).toHaveAttribute(
        'href',
        `${NORTH}/2019/${tab}`,
      )
    }
    await page.goto('/units?tim=dak%20lak')
    await expect(page.getByRole('rowheader', { name: 'Đắk Lắk', exact: true })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: /Đắk Lắk \(trước 1\/7\/2025\)/ })).toBeVisible()
  })
})
