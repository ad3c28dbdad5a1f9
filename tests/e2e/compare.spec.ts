import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, signIn, test } from '../support/browser'

test('H3 compares on both boundaries, in place, with the question in the address; saved under a name', async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'reviewer.central@demo.test')
  await page.goto('/compare?chi-tieu=ho-5-khong-3-sach')
  const results = page.getByRole('region', { name: 'Kết quả so sánh' })
  await expect(results).toContainText('Theo địa giới khi đó')
  await page.evaluate(() => Object.assign(globalThis, { untouched: true }))

  await page.getByRole('combobox', { name: 'Địa giới' }).selectOption('Theo địa giới hiện nay')
  await expect(results).toContainText('Theo địa giới hiện nay')
  await expect(results).toContainText('không chuyển theo địa giới')
  await expect(page).toHaveURL(/dia-gioi=hien-nay/)

  await page.getByRole('link', { name: 'Qua các năm', exact: true }).click()
  await expect(page).toHaveURL(/xem=qua-nam/)
  await expect(results.locator('figure svg.recharts-surface').first()).toBeVisible()
  await expect(results.locator('figcaption')).toContainText('theo địa giới hiện nay')

  await page.getByRole('combobox', { name: 'So sánh' }).selectOption('Các cụm')
  await expect(results).toContainText('địa giới của từng năm')
  expect(await page.evaluate(() => 'untouched' in globalThis), 'the page was not loaded anew').toBe(true)

  await page.getByRole('button', { name: /Lưu cách xem|Đã lưu/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Cách xem đã lưu' })
  await dialog.getByRole('textbox', { name: /Lưu cách xem đang mở/ }).fill('Hai cụm qua các năm')
  await dialog.getByRole('button', { name: 'Lưu cách xem' }).click()
  await expect(page.getByText('Đã lưu cách xem.')).toBeVisible()
  const link = await page.locator('dialog a', { hasText: 'Hai cụm qua các năm' }).getAttribute('href')
  const other = await openAs('staff.lao-cai@demo.test')
  await other.goto(link!)
  await expect(other).toHaveURL(/xem=qua-nam.*theo=cum/)
  await expect(other.getByRole('region', { name: 'Kết quả so sánh' })).toContainText('địa giới của từng năm')
})

test('H10 every chart has its table, text and files, and reads in grey on paper', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'central-office@demo.test')
  await page.goto('/compare?chi-tieu=ho-5-khong-3-sach&xem=dang-ky')
  const chart = page.locator('figure').first()
  await expect(chart.locator('svg.recharts-surface text').first()).toBeVisible()
  await expect(chart.locator('figcaption')).toContainText('Cao nhất')
  await chart.getByText('Xem số liệu của biểu đồ').click()
  await expect(chart.getByRole('table')).toBeVisible()
  for (const [kind, start] of [
    ['CSV', '\ufeffĐơn vị;Kết quả'],
    ['SVG', '<svg xmlns='],
    ['PNG', '\ufffdPNG'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: kind }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[a-z0-9-]+\\.${kind.toLowerCase()}$`))
    const text = (await readFile(await download.path())).toString('utf8')
    expect(text.slice(0, 60)).toContain(start)
    if (kind === 'SVG') expect(text, 'a file carries its own colours').not.toContain('var(--')
  }

  await page.goto('/compare?xem=ban-do&chi-tieu=ho-5-khong-3-sach')
  const squares = page.locator('svg.tiles a')
  await expect(squares.first()).toBeVisible()
  // A square is told from those of another class by its weave and outline, not by colour alone.
  const looks = await squares.evaluateAll((all) =>
    all.map((square) => {
      const rect = square.querySelector('rect')
      return {
        class: /Vượt|Chưa đạt|Đạt/.exec(square.getAttribute('aria-label') ?? '')?.[0] ?? 'none',
        weave: rect?.getAttribute('fill') ?? '',
      }
    }),
  )
  const byClass = new Map(looks.map(({ class: name, weave }) => [name, weave]))
  expect(byClass.size).toBeGreaterThan(1)
  expect(new Set(byClass.values()).size).toBe(byClass.size)
  await squares.first().focus()
  await expect(squares.first()).toBeFocused()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('svg.tiles')).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await expectAccessible(page)
})
