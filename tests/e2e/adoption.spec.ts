import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Cell, Sheet } from '@/lib/platform/files/types'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

test.use({ actionTimeout: 20_000 })

/** A sheet as an office left it: what is a text here is a text there, figures with dots and commas too. */
function workbook(rows: (string | number | null)[][], merges: string[] = []) {
  const sheet: Sheet = {
    name: 'Tổng hợp',
    widths: [],
    merges,
    rows: rows.map((row) =>
      row.map((cell): Cell => {
        if (cell === null) return null
        return typeof cell === 'number' ? { number: String(cell) } : { text: cell }
      }),
    ),
  }
  return Buffer.from(writeXlsx({ title: 'Biểu', madeAt: '2025-01-05T00:00:00.000Z', sheets: [sheet] }))
}

type Place = { cluster: string; year: number; units: [string, ...string[]] }

/** Past years of clusters that no other journey reads, one a journey and screen; members as the page names them. */
const MERGED: Place = {
  cluster: 'mien-dong-nam-bo',
  year: 2024,
  units: ['Bình Dương', 'Bình Phước', 'Đồng Nai'],
}
const COLUMNS: Record<'desktop' | 'mobile', Place> = {
  desktop: { cluster: 'nam-thanh-pho-truc-thuoc-trung-uong', year: 2019, units: ['Hà Nội', 'Hải Phòng'] },
  mobile: { cluster: 'bac-trung-bo', year: 2019, units: ['Thanh Hóa', 'Nghệ An'] },
}

async function placeLabel({ cluster, year }: Place): Promise<string> {
  const [row] = await demoSql<{ title: string }>(
    `SELECT cy.title FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id WHERE c.slug = $1 AND cy.year = $2`,
    [cluster, year],
  )
  return `${row!.title}, cả năm ${year}, chính thức`
}

/** Begins in the list of sources, as a person would, and stands on the page of the new file. */
async function begin(page: Page, title: string, place: string): Promise<void> {
  await page.goto('/sources')
  await page.getByRole('link', { name: 'Nhận số liệu từ tệp cũ' }).click()
  await page.getByLabel('Tên tài liệu').fill(title)
  await page.getByLabel('Số liệu của').selectOption(place)
  await page.getByRole('button', { name: 'Tiếp tục, tải tệp lên' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

const upload = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

const cell = (page: Page, address: string) =>
  page
    .getByRole('region', { name: 'Số liệu của tệp' })
    .getByRole('row')
    .filter({ has: page.getByText(address, { exact: true }) })

const adoptedFigures = async (title: string) =>
  (
    await demoSql<{ n: number }>(
      `SELECT count(*)::int AS n FROM figures f JOIN reports r ON r.id = f.report_id JOIN sources s ON s.id = r.source_id
        WHERE s.title = $1`,
      [title],
    )
  )[0]!.n

test('P9 an old table with merged headings becomes history: one unit matched by hand, what cannot be read named, taken over once', async ({
  openAs,
}) => {
  const place = MERGED
  const [first, second, third] = place.units
  const title = 'Biểu tổng hợp gộp ô'
  const bytes = workbook(
    [
      [`BIỂU TỔNG HỢP KẾT QUẢ CÁC TỈNH NĂM ${place.year}`],
      ['TT', 'Đơn vị', 'Phát triển hội viên', null, 'Nguồn lực', null],
      [
        null,
        null,
        'Hội viên phát triển mới',
        'Trẻ mồ côi được đỡ đầu',
        'Kinh phí hỗ trợ (tỷ đồng)',
        'HTX mới',
      ],
      [1, `Hội LHPN tỉnh ${first}`, '13.577', '110', '7,5', '1.5'],
      [2, second!, '1.250', 'không rõ', '12,25', 3],
      [3, `Tỉnh ${third} trước sắp xếp`, '2.040', 30, 'gần 2', 4],
    ],
    ['A1:F1', 'C2:D2', 'E2:F2', 'A2:A3', 'B2:B3'],
  )
  const page = await openAs('central-office@demo.test')
  await begin(page, title, await placeLabel(place))
  await upload(page, 'tong-hop.xlsx', bytes)
  await expect(page.getByText('Đây mới là gợi ý.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Nhận \d/ })).toHaveCount(0)
  await expect(page.getByLabel('Tiêu đề đến dòng')).toHaveValue('3')
  await page.getByLabel(`Đơn vị của Tỉnh ${third} trước sắp xếp, dòng 6`).selectOption(third!)
  await page.getByLabel(/^Chỉ tiêu của Nguồn lực – Kinh phí/).selectOption(/n:MONEY/.source)
  await page
    .getByLabel(/^Chỉ tiêu của Nguồn lực – HTX/)
    .selectOption({ label: 'Hợp tác xã do phụ nữ quản lý thành lập mới (như năm 2025)' })
  await page.getByRole('button', { name: 'Lưu và xem trước' }).click()
  await expect(page.getByText('10 số liệu sẽ nhận, 2 không đọc được')).toBeVisible()
  await page.reload()
  await expect(cell(page, 'F4')).toContainText('“1.5” có phải là 1.500')
  await expect(cell(page, 'D5')).toContainText('“không rõ” không có con số nào')
  await expect(cell(page, 'E4')).toContainText('Sẽ nhận')
  await expect(cell(page, 'E4')).toContainText('7.500.000.000 đồng')
  await expect(cell(page, 'C6')).toContainText(third!)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(await adoptedFigures(title)).toBe(0)

  const beside = await page.context().newPage()
  await beside.goto(page.url())
  await page.getByRole('button', { name: 'Nhận 10 số liệu vào lịch sử' }).dblclick()
  await expect(page.getByText('Số liệu của tệp đã được nhận vào lịch sử')).toBeVisible()
  await expect(cell(page, 'C4')).toContainText('Đã có trong lịch sử')
  expect(await adoptedFigures(title)).toBe(10)
  await beside.getByRole('button', { name: 'Nhận 10 số liệu vào lịch sử' }).click()
  await expect(beside.getByText('Số liệu của tệp này đã được nhận.')).toBeVisible()
  await beside.close()
  expect(await adoptedFigures(title)).toBe(10)

  const wizard = page.url()
  await page.getByRole('link', { name: 'Xem số liệu' }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: first, exact: true }) })
  await expect(row).toContainText('13.577')
  await row.getByRole('link', { name: first, exact: true }).click()
  await expect(page.getByText('Ô C4, trang “Tổng hợp”')).toBeVisible()
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('main')
      .getByRole('link', { name: 'tong-hop.xlsx' })
      .click({ modifiers: ['Alt'] }),
  ])
  expect(await readFile(await download.path())).toEqual(bytes)
  const officer = await openAs('staff.lai-chau@demo.test')
  expect((await officer.request.get(wizard)).status()).toBe(404)
})

test.describe('P9 where the first file was the wrong one', () => {
  test.use({ expectedTrouble: [/422 \(Unprocessable Entity\)/] })

  test('P9 provinces as columns, figures as text: junk and an empty sheet are told apart, a second file of the same figures brings nothing @mobile', async ({
    openAs,
  }, { project }) => {
    const place = COLUMNS[project.name === 'mobile' ? 'mobile' : 'desktop']
    const [first, second] = place.units
    const title = `Phụ lục theo cột ${project.name}`
    const bytes = workbook([
      [`Phụ lục: kết quả năm ${place.year}`],
      ['STT', 'Chỉ tiêu', first!, second!],
      [1, 'Hội viên phát triển mới', '13.577', '1.020'],
      [2, 'Trẻ mồ côi được đỡ đầu', '1.100', 'gần 90'],
      [3, 'Tổng giá trị nguồn lực huy động (triệu đồng)', '7.500,5', '900'],
    ])
    const page = await openAs('central-office@demo.test')
    await begin(page, title, await placeLabel(place))
    await upload(page, 'hong.xlsx', Buffer.from('Đây không phải là một biểu.'))
    await expect(page.getByText('Không nhận “hong.xlsx”')).toBeVisible()
    await upload(page, 'trong.xlsx', workbook([]))
    await expect(page.getByText('không có chữ hay số nào')).toBeVisible()
    await upload(page, 'phu-luc.xlsx', bytes)
    await expect(page.getByText('6 số liệu sẽ nhận')).toBeVisible()
    await expect(page.getByLabel('Đơn vị xếp theo')).toHaveValue('COLUMNS')
    await expect(page.getByLabel('Dòng ghi tên hoặc mã đơn vị')).toHaveValue('2')
    await page.getByRole('button', { name: 'Lưu và xem trước' }).click()
    await expect(cell(page, 'C5')).toContainText('7.500.500.000 đồng')
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Nhận 6 số liệu vào lịch sử' }).click()
    await expect(page.getByText('Số liệu của tệp đã được nhận vào lịch sử')).toBeVisible()
    await page.getByRole('link', { name: 'Xem số liệu' }).click()
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: second, exact: true }) })
    await expect(row).toContainText('gần 90')

    await begin(page, `${title}, bản chép`, await placeLabel(place))
    await upload(page, 'phu-luc-chep.xlsx', bytes)
    await expect(page.getByText('0 số liệu sẽ nhận, 6 đã có, giống nhau')).toBeVisible()
    await page.getByRole('button', { name: 'Lưu và xem trước' }).click()
    await expect(page.getByText('Tệp không có số liệu nào mới để nhận.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Nhận \d/ })).toHaveCount(0)
  })
})
