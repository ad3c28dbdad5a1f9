import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { TOPICS } from '@/app/(main)/help/_components/topics'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'

const SHOTS = path.resolve(import.meta.dirname, '../../public/help')

test('every page of the guide is reachable, accessible, and shows the screens it names', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'hướng dẫn đăng nhập lần đầu' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đăng nhập lần đầu')
  await page.getByRole('link', { name: 'Hướng dẫn', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hướng dẫn')
  const listed = await page
    .locator('main a[href^="/help/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(listed).toEqual([...TOPICS.map(({ slug }) => `/help/${slug}`), '/help/api-reference'])
  const shown = new Set<string>()
  for (const address of listed) {
    const response = await page.goto(address!)
    expect(response!.status(), address!).toBe(200)
    await expectAccessible(page)
    for (const source of await page
      .locator('main img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).getAttribute('src')!)))
      shown.add(source)
  }
  expect(shown.size).toBeGreaterThan(12)
  let bytes = 0
  for (const source of shown) {
    const file = path.join(SHOTS, path.basename(source))
    expect(existsSync(file), `${source} is there; npm run help:shots makes it`).toBe(true)
    bytes += statSync(file).size
  }
  expect(bytes, 'screens of the guide together').toBeLessThan(3 * 1024 * 1024)
})

test('the guide is at hand from the shell and from where it speaks of @mobile', async ({ page }) => {
  await signIn(page, 'staff.lai-chau@demo.test')
  await page.goto('/my-work')
  await page.getByRole('link', { name: /^Hướng dẫn: / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chuyên viên nhập số liệu')
  await expectNoSidewaysScroll(page)
  await page.goto('/help/api')
  await expectNoSidewaysScroll(page)
  await page.goto('/help/api-reference')
  await expectNoSidewaysScroll(page)
  expect((await page.request.get('/help/khong-co')).status()).toBe(404)
})

test('P8 a token is made, shown once, used and revoked', async ({ page, request }) => {
  await signIn(page, 'staff.son-la@demo.test')
  await page.goto('/account')
  const form = page.getByRole('form', { name: 'Tạo mã truy cập' })
  await form.getByRole('button', { name: 'Tạo mã truy cập' }).click()
  await expect(form.getByText('Hãy đặt tên để sau này nhận ra')).toBeVisible()
  await form.getByLabel('Tên mã').fill('Excel ở văn phòng')
  await form.getByRole('button', { name: 'Tạo mã truy cập' }).click()
  const box = form.getByLabel('Mã truy cập “Excel ở văn phòng”')
  await expect(box).toHaveValue(/^ctd_[\w-]{43}$/)
  await expectAccessible(page)
  const token = await box.inputValue()
  const ask = async () =>
    (await request.get('/api/v1/units?limit=3', { headers: { authorization: `Bearer ${token}` } })).status()
  expect(await ask()).toBe(200)
  await page.reload()
  expect(await page.content()).not.toContain(token)
  const row = page.getByRole('row').filter({ hasText: 'Excel ở văn phòng' })
  await row.getByRole('button', { name: 'Thu hồi', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi mã' }).click()
  await expect(row.getByText('Đã thu hồi')).toBeVisible()
  expect(await ask()).toBe(401)
})

test('P8 what is no address of the API is a problem in JSON; its root leads to the reference', async ({
  page,
  request,
}) => {
  const nowhere = await request.get('/api/v1/khong-co')
  expect(nowhere.status()).toBe(404)
  expect(nowhere.headers()['content-type']).toBe('application/problem+json; charset=utf-8')
  await page.goto('/api/v1')
  await expect(page).toHaveURL('/help/api-reference')
})
