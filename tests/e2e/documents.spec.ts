import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

const DOCUMENTS = '/units/da-nang/2026/documents'
const ADDED = 'Năm 2026, các cấp Hội thành phố Đà Nẵng đã nỗ lực vượt khó.'
const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** Letters alone: a PDF places them one by one, and says little of the spaces between. */
const letters = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '')

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const begun = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const file = await begun
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

async function lettersOfPdf(bytes: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await task.destroy()
  return letters(text)
}

/** What the unit's report of the estimate says of good practices, changed as its officer would. */
const tell = (more: string) =>
  demoSql(
    `UPDATE narrative_sections SET text = replace(text, $1, '') || $2 WHERE section = 'GOOD_PRACTICES' AND report_id IN (
       SELECT r.id FROM reports r JOIN units u ON u.id = r.unit_id JOIN reporting_periods p ON p.id = r.period_id
        JOIN emulation_years y ON y.id = p.emulation_year_id
       WHERE u.slug = 'da-nang' AND y.year = 2026 AND p.kind = 'YEAR_ESTIMATE')`,
    [' Thêm một mô hình.', more],
  )

test.describe('the life of a paper', () => {
  // Whoever may not read a draft finds no page there.
  test.use({ expectedTrouble: [/404 \(Not Found\)/] })

  test('a report is drafted, presented, issued with its files, its scan attached, and says when the data have changed', async ({
    page,
    openAs,
  }) => {
    test.setTimeout(120_000)
    await tell('')
    await demoSql(`UPDATE official_documents SET state = 'DISCARDED' WHERE kind = 'unit_report' AND state <> 'ISSUED'
                   AND unit_id = (SELECT id FROM units WHERE slug = 'da-nang')`)
    await signIn(page, 'leader.da-nang@demo.test')
    await page.goto(DOCUMENTS)
    await page.getByRole('link', { name: 'Báo cáo năm của Hội LHPN tỉnh' }).last().click()
    await page.getByRole('button', { name: 'Lập dự thảo' }).dblclick()
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
    const address = new URL(page.url()).pathname
    const sheet = page.getByRole('region', { name: 'Bản xem trước' })
    await expect(sheet).toContainText('(Dự thảo)')

    // What is typed and not saved is not lost by presenting.
    const opening = page.getByRole('textbox', { name: 'Mở đầu' })
    await opening.fill(ADDED)
    page.once('dialog', (dialog) => dialog.dismiss())
    await page.getByRole('button', { name: 'Trình ký' }).click()
    await expect(opening).toHaveValue(ADDED)
    await page.getByRole('button', { name: 'Lưu lời thêm' }).click()
    await expect(page.getByText('Đã lưu lời thêm')).toBeVisible()
    await expect(sheet).toContainText(ADDED)

    await page.getByRole('button', { name: 'Trình ký' }).click()
    await expect(page.getByText('Đang trình ký', { exact: true })).toBeVisible()
    await expect(opening).toHaveCount(0)
    const outsider = await openAs('staff.lai-chau@demo.test')
    expect((await outsider.goto(address))?.status()).toBe(404)

    await page.getByRole('button', { name: 'Ghi đã ban hành' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Ghi đã ban hành' }).click()
    await expect(dialog.getByText('Hãy ghi họ tên người đã ký bản giấy.')).toBeVisible()
    await dialog.getByLabel('Họ tên người đã ký').fill('Người ký minh họa')
    await dialog.getByRole('button', { name: 'Ghi đã ban hành' }).click()
    await expect(dialog.getByText('Hãy ghi số văn bản.')).toBeVisible()
    await dialog.getByLabel('Số', { exact: true }).fill('7')
    await dialog.getByRole('button', { name: 'Ghi đã ban hành' }).dblclick()
    await expect(page.getByText(/^Số 07\/BC-BTV, ban hành ngày/)).toBeVisible()
    await expect(sheet).not.toContainText('(Dự thảo)')

    const docx = await download(page, 'Tải bản Word')
    expect(docx.name).toContain('(07-BC-BTV).docx')
    const { value: words } = await mammoth.extractRawText({ buffer: docx.bytes })
    const pdf = await download(page, 'Tải bản PDF')
    const printed = await lettersOfPdf(pdf.bytes)
    for (const said of [ADDED, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '07/BC-BTV', 'Người ký minh họa']) {
      expect(letters(words)).toContain(letters(said))
      expect(printed).toContain(letters(said))
    }

    await page
      .getByLabel('Đính kèm bản ký')
      .setInputFiles({ name: 'Bản ký.pdf', mimeType: 'application/pdf', buffer: SCAN })
    await expect(page.getByRole('link', { name: 'Bản ký.pdf' })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await expect(page.getByText('Dữ liệu đã thay đổi từ khi lập văn bản')).toHaveCount(0)
    await tell(' Thêm một mô hình.')
    await page.reload()
    await expect(page.getByText('Dữ liệu đã thay đổi từ khi lập văn bản')).toBeVisible()
    expect((await download(page, 'Tải bản Word')).bytes.equals(docx.bytes)).toBe(true)
    await tell('')

    await page.goto(DOCUMENTS)
    const issued = page.getByRole('row').filter({ hasText: '07/BC-BTV' }).first()
    await expect(issued).toContainText('1 tệp')

    await page.goto(address)
    await page.getByRole('button', { name: 'Thu hồi văn bản' }).click()
    await dialog.getByLabel('Lý do').fill('Ghi nhầm số.')
    await dialog.getByRole('button', { name: 'Thu hồi văn bản' }).click()
    await expect(page.getByText('Văn bản này đã thu hồi')).toBeVisible()
    expect((await download(page, 'Tải bản Word')).bytes.equals(docx.bytes)).toBe(true)
    await page.goto(DOCUMENTS)
    await expect(issued).toContainText('Đã thu hồi')
  })
})

test('P2 the report of Bắc Giang for 2020 is drafted from its year by the office @mobile', async ({
  page,
}) => {
  await signIn(page, 'central-office@demo.test')
  await page.goto('/units/bac-giang/2020')
  await page.getByRole('link', { name: 'Văn bản', exact: true }).click()
  await page.waitForURL('**/units/bac-giang/2020/documents')
  const offered = page.getByRole('region', { name: 'Lập văn bản từ dữ liệu của đơn vị' })
  await offered.getByRole('link', { name: 'Báo cáo năm của Hội LHPN tỉnh' }).click()
  await page.waitForURL('**/documents/**')
  await expect(page.getByRole('main')).toContainText(/tỉnh Bắc Giang năm 2020/i)
})

test('the mid-term report begins at the review of the term', async ({ page }) => {
  await demoSql(`INSERT INTO term_reviews (term_id, kind)
    SELECT t.id, 'MIDTERM' FROM terms t JOIN units u ON u.id = t.unit_id WHERE u.slug = 'lai-chau' AND t.slug = '2021-2026'
    ON CONFLICT DO NOTHING`)
  await signIn(page, 'leader.lai-chau@demo.test')
  await page.goto('/units/lai-chau/terms/2021-2026/so-ket')
  await page.getByRole('link', { name: 'Báo cáo sơ kết giữa nhiệm kỳ' }).last().click()
  await page.waitForURL('**/documents/**')
  await expect(page.getByRole('main')).toContainText(/sơ kết/i)
})
