import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, signIn, test } from '../support/browser'

type Sheet = { text: string; width: number; height: number; right: number }

/** Letters alone: a PDF places them one by one, and says little of the spaces between. */
const letters = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '')

/** The page as the browser prints it: each sheet's letters and size in points. */
async function printed(page: Page): Promise<Sheet[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await task.promise
  const sheets: Sheet[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number)
    const { items } = await sheet.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const { width, height } = sheet.getViewport({ scale: 1 })
    const right = Math.max(
      ...items.map((item) => ('str' in item && item.str.trim() ? item.transform[4] + item.width : 0)),
    )
    sheets.push({ text: letters(text), width, height, right })
  }
  await task.destroy()
  return sheets
}

const A4 = { short: 595, long: 842 }

for (const { path, landscape, heads } of [
  { path: '/national', landscape: true, heads: ['Đơn vị'] },
  { path: '/units', landscape: false, heads: ['Đơn vị'] },
  { path: '/clusters/mien-nui-bien-gioi-phia-bac/2026', landscape: true, heads: ['Đơn vị'] },
])
  test(`${path} prints on A4 with page numbers, repeated headings and no navigation`, async ({ page }) => {
    await signIn(page, 'central-office@demo.test')
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const sheets = await printed(page)
    for (const [index, { text, width, height }] of sheets.entries()) {
      const [short, long] = [Math.min(width, height), Math.max(width, height)]
      expect([Math.round(short), Math.round(long)]).toEqual([A4.short, A4.long])
      expect(width > height, 'landscape').toBe(landscape)
      expect(text).toContain(letters(`Trang ${index + 1}/${sheets.length}`))
      expect(text).not.toContain(letters('Việc của tôi'))
      expect(text).not.toContain(letters('Đăng xuất'))
    }
    // The last sheet may hold nothing but what stands below the table.
    for (const { text } of sheets.slice(0, -1))
      for (const head of heads) expect(text).toContain(letters(head))
    expect(sheets.map(({ text }) => text).join('')).toMatch(/IntừCụmThiĐualúc\d{2}\/\d{2}\/\d{4}/)
  })

test('charts print whole on their sheet, with their figures below and no control', async ({ page }) => {
  await signIn(page, 'central-office@demo.test')
  await page.goto('/clusters/duyen-hai-mien-trung-tay-nguyen/2026/charts')
  await expect(page.locator('svg.recharts-surface text').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  const sheets = await printed(page)
  for (const { width, right } of sheets) expect(right).toBeLessThan(width)
  const text = sheets.map((sheet) => sheet.text).join('')
  expect(text).not.toContain(letters('Xem số liệu của biểu đồ'))
  expect(text).toContain(letters('Đơn vị') + letters('Kết quả'))
})
