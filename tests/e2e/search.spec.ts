import { expect, expectAccessible, signIn, test } from '../support/browser'

test('H8 the / key finds a unit without diacritics, by arrows and Enter; without JavaScript a page does', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000)
  await signIn(page, 'staff.lai-chau@demo.test')
  await page.goto('/units')
  const loaded: string[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) loaded.push(answer.url())
  })
  const box = page.getByRole('combobox', { name: 'Tìm kiếm' })
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(box).toBeFocused({ timeout: 1_000 })
  }).toPass()
  expect(loaded.length, "the dialog's code comes with its first use").toBeGreaterThan(0)
  await box.fill('lang son')
  await expect(page.getByRole('option').first()).toContainText('Lạng Sơn')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page)
  await box.press('ArrowDown')
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await box.press('ArrowUp')
  await box.press('Enter')
  await expect(page).toHaveURL(/\/units\/lang-son$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('link', { name: /^Tìm kiếm/ }).click()
  await expect(box).toBeFocused()
  await box.fill('gia')
  await box.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'vi-VN' })
  const plain = await context.newPage()
  await signIn(plain, 'staff.lai-chau@demo.test')
  await plain.getByRole('link', { name: /^Tìm kiếm/ }).click()
  await plain.getByRole('searchbox', { name: /Cần tìm/ }).fill('24 30/6/2025')
  await plain.getByRole('button', { name: 'Tìm' }).click()
  await expect(plain.getByRole('link', { name: 'Tỉnh Bắc Giang' })).toBeVisible()
  await context.close()
})
