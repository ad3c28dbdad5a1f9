import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser'

const NORTH = '/clusters/mien-nui-bien-gioi-phia-bac'
const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen'

test('T1 B3 and B4: the pledge of 2019 and its solutions, with source and what is not stated @mobile', async ({
  openAs,
}) => {
  const page = await openAs('staff.son-la@demo.test')
  await page.goto(`${NORTH}/2019/pledge`)
  const main = page.getByRole('main')
  await expect(main.getByText('đã ký kết giao ước thi đua năm 2019').first()).toBeVisible()
  await expect(main.getByText('Bảy tỉnh ký chung một bản giao ước.')).toBeVisible()
  await expect(main.getByText('Tên người ký giao ước: nguồn không nêu.')).toBeVisible()
  await expect(main.getByRole('link', { name: 'Tài liệu B, mục B4' })).toHaveCount(10)
  await expect(main.getByText('chữ ký')).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('T1 C8 and C9: joint activities of 2023, the ledger and its unexplained 10 triệu @mobile', async ({
  openAs,
}) => {
  const page = await openAs('staff.son-la@demo.test')
  await page.goto(`${CENTRAL}/2023/activities`)
  const main = page.getByRole('main')
  await expect(main.getByText('100 triệu đồng').first()).toBeVisible()
  await expect(main.getByRole('link', { name: 'Tài liệu C, mục C8' }).first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await main.getByRole('link', { name: /Bàn giao “Mái ấm/ }).click()
  await expect(main.getByText('còn 10 triệu đồng chưa nêu nguồn')).toBeVisible()
  await expect(main.getByText(/Chị Siu Ajuih/)).toBeVisible()
  await expect(main.getByText(/Tên nêu công khai trên phunuvietnam.vn, 22\/11\/2023/)).toBeVisible()
  await expect(main.getByText('Làm nhà vệ sinh.')).toBeVisible()
  await expect(main.getByRole('link', { name: 'Tài liệu C, mục C9' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('T1 E1, E5, D3 and C7 on their campaigns, C12 among the practices, found without diacritics', async ({
  openAs,
}) => {
  const page = await openAs('staff.son-la@demo.test')
  const main = page.getByRole('main')
  await page.goto('/campaigns')
  await expectAccessible(page)
  await page.goto('/campaigns/90-hanh-dong')
  for (const count of ['745/745', '2/2', '38/38', '705/705'])
    await expect(main.getByRole('cell', { name: count, exact: true })).toBeVisible()
  await expect(main.getByRole('link', { name: 'Tài liệu E, mục E1' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/campaigns/xuan-doan-ket-tet-bien-cuong')
  await expect(main.getByText(/107,2 triệu đồng/).first()).toBeVisible()
  await page.goto('/campaigns/5-khong-3-sach')
  await expect(main.getByRole('row', { name: /Lào Cai.*nguồn không nêu.*348/ })).toBeVisible()
  await page.goto('/campaigns/me-do-dau')
  await expect(main.getByText(/1\.209 trẻ mồ côi/)).toBeVisible()

  await page.goto('/practices')
  await main.getByLabel('Tìm').fill('khanh hoa can bo')
  await main.getByRole('button', { name: 'Tìm' }).click()
  await main.getByRole('link', { name: 'Nâng cao chất lượng đội ngũ cán bộ Hội cơ sở' }).click()
  await expect(main.getByRole('link', { name: 'Tài liệu C, mục C12' })).toBeVisible()
  await expect(main.getByText('nguồn không nêu').first()).toBeVisible()
  await expectAccessible(page)
})

test('T8 a leader agrees, the head changes the text, and every unit reads that its agreement is void', async ({
  openAs,
}) => {
  const leader = await openAs('leader.da-nang@demo.test')
  await leader.goto('/my-work')
  await leader.getByRole('link', { name: /Giao ước năm 2026/ }).click()
  const main = leader.getByRole('main')
  await expect(main.getByText('4/6 đơn vị', { exact: true })).toBeVisible()
  await main.getByRole('button', { name: 'Xác nhận thống nhất' }).click()
  const dialog = leader.getByRole('dialog')
  await expect(dialog.getByText('bản 2')).toBeVisible()
  await expectAccessible(leader)
  await dialog.getByRole('button', { name: 'Xác nhận thống nhất' }).click()
  await expect(main.getByText('5/6 đơn vị', { exact: true })).toBeVisible()

  const head = await openAs('leader.khanh-hoa@demo.test')
  await head.goto(`${CENTRAL}/2026/pledge`)
  await head.getByRole('link', { name: 'Sửa văn bản' }).click()
  await expect(head.getByText('5 đơn vị đã thống nhất với bản đang có')).toBeVisible()
  await expectAccessible(head)
  await head.getByLabel('Cam kết').fill('Các đơn vị cam kết thực hiện; sơ kết vào tháng 7.')
  await head.getByRole('button', { name: 'Lưu văn bản' }).click()
  await expect(head.getByText('0/6 đơn vị', { exact: true })).toBeVisible()

  await leader.reload()
  await expect(main.getByText('Văn bản giao ước đã thay đổi, nay là bản 3', { exact: false })).toBeVisible()
  await expect(main.getByText(/Xác nhận thống nhất với bản trước của .*Đà Nẵng.* hết hiệu lực/)).toBeVisible()
  await expectAccessible(leader)
})

test('a file goes up beside a paper of the cluster, opens, and is taken off again', async ({ openAs }) => {
  const page = await openAs('staff.khanh-hoa@demo.test')
  await page.goto(`${CENTRAL}/2026/pledge`)
  const main = page.getByRole('main')
  const content = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  await main
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'quy-che.pdf', mimeType: 'application/pdf', buffer: content })
  const link = main.getByRole('link', { name: 'quy-che.pdf' })
  await expect(link).toBeVisible()
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).equals(content)).toBe(true)
  page.once('dialog', (dialog) => void dialog.accept())
  await main.getByRole('button', { name: 'Gỡ quy-che.pdf' }).click()
  await expect(link).toBeHidden()
})
