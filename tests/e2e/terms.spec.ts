import { expect, signIn, test } from '../support/browser'
import { expectStated } from '../support/facts'

test.use({ actionTimeout: 20_000 })

test.beforeEach(async ({ page }) => signIn(page, 'reviewer.central@demo.test'))

test('H1 H2 H3 Lào Cai’s two terms of two units, what its predecessors were given, the mid-term review of document D, the term of document E', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await page.goto('/units/lao-cai')
  const terms = page.getByRole('region', { name: /^Nhiệm kỳ/ }).getByRole('row')
  const first = terms.filter({ hasText: 'Đại hội lần thứ I suy ra từ tài liệu' })
  await expect(first).toContainText('Hội LHPN tỉnh Lào Cai')
  await expect(first).not.toContainText('trước 1/7/2025')
  await expect(first.getByRole('link', { name: 'Tài liệu D, mục D7' })).toBeVisible()
  const old = terms.filter({ hasText: 'Đại hội lần thứ XVIII' })
  await expect(old).toContainText('Hội LHPN tỉnh Lào Cai (trước 1/7/2025)')
  const merit = page.getByRole('row').filter({ hasText: 'Tài liệu A, mục A4' })
  await expect(merit).toContainText('Lào Cai')
  await expect(merit).toContainText('đơn vị cũ, trước sắp xếp')
  await page.getByRole('link', { name: 'Trang nhiệm kỳ' }).click()
  await expect(page.getByText(/^2 nhiệm kỳ của 2 đơn vị: /)).toContainText(
    'Hội LHPN tỉnh Lào Cai: nhiệm kỳ Đại hội lần thứ I; Hội LHPN tỉnh Lào Cai (trước 1/7/2025): nhiệm kỳ 2021 - 2026, Đại hội lần thứ XVIII.',
  )

  await page.getByRole('link', { name: /^Sơ kết giữa nhiệm kỳ/ }).click()
  await expect(page).toHaveURL('/units/lao-cai-cu/terms/2021-2026/so-ket')
  const main = page.getByRole('main')
  await expect(main).toContainText('Hội LHPN tỉnh Lào Cai (trước 1/7/2025). Hội nghị lần thứ 9')
  await expect(main).toContainText('ngày 10/7, năm chưa rõ')
  await expect(
    main.getByText('21 tiêu chí: 7 vượt kế hoạch, 7 đạt 100%, 6 đạt trên 50%, 1 chưa đạt.'),
  ).toContainText('Tài liệu D, mục D2')
  const counts = page.getByRole('region', { name: 'Số tiêu chí theo mức hoàn thành' }).getByRole('row')
  for (const [band, count] of [
    ['Vượt kế hoạch', 7],
    ['Đạt 100%', 7],
    ['Đạt trên 50%', 6],
    ['Chưa đạt', 1],
    ['Tổng số', 21],
  ] as const)
    await expect(counts.filter({ hasText: band }).getByRole('cell')).toHaveText(String(count))
  await expect(main).toContainText('nội dung và số liệu từng tiêu chí: nguồn không nêu')

  const works = page.getByRole('region', { name: 'Công trình, phần việc' })
  await expect(works).toContainText('348 công trình, phần việc trong Xây dựng gia đình 5 không, 3 sạch')
  await expect(works.getByRole('link', { name: 'Tài liệu D, mục D3' })).toBeVisible()
  const awards = page.getByRole('region', { name: 'Khen thưởng' }).locator('tbody tr')
  for (const level of ['Bằng khen của Trung ương Hội', 'Bằng khen của Hội LHPN tỉnh']) {
    const award = awards.filter({ hasText: level })
    await expect(award).toContainText('Cá nhân, nguồn chưa nêu tên')
    await expect(award).toContainText('Tài liệu D, mục D5')
  }
  await expectStated(page.getByRole('region', { name: 'Những gì nguồn nêu' }), [
    ['D1', 'Hội nghị lần thứ 9 Ban Chấp hành khóa XVIII'],
    ['D1', 'Năm tổ chức hội nghị: nguồn không nêu'],
    ['D4', 'Đổi mới phương thức hoạt động Hội, trọng tâm là ứng dụng công nghệ thông tin'],
    ['D4', '8 chỉ tiêu chủ yếu; 3 nhiệm vụ trọng tâm'],
    ['D6', 'Hà Thị Khánh Nguyệt'],
    ['D6', 'Vũ Xuân Cường'],
    ['D6', 'có lúc thiếu chủ động'],
    ['D7', 'Mẹ đỡ đầu'],
    ['D7', 'Quỹ "Hỗ trợ phụ nữ và phát triển"'],
    ['D7', 'Đại hội đại biểu Hội Liên hiệp Phụ nữ tỉnh Lào Cai lần thứ I'],
  ])

  // The years of Bắc Giang's term no source states.
  await page.goto('/units/bac-giang/terms')
  const term = page.getByRole('row').filter({ hasText: 'Đại hội lần thứ XV' })
  await expect(term).toContainText('các năm: nguồn không nêu')
  await term.getByRole('link', { name: 'Nhiệm kỳ Đại hội lần thứ XV' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hội LHPN tỉnh Bắc Giang')
  await expectStated(page.getByRole('region', { name: 'Những gì nguồn nêu' }), [
    ['E6', '20/20'],
    ['E6', '07/07'],
    ['E6', '05/05'],
    ['E7', 'Cờ thi đua'],
    ['E8', 'mục tiêu kép'],
    ['E8', 'bầu cử'],
  ])

  await page.goto('/units/gia-lai')
  const headship = page
    .getByRole('region', { name: 'Cụm trưởng, cụm phó qua các năm' })
    .getByRole('row', { name: /^2023/ })
  await expect(headship).toContainText('Gia Lai (trước 1/7/2025)đơn vị cũ')
  await expect(headship.getByRole('link', { name: 'Tài liệu C' })).toBeVisible()
})
