import { expect, signIn, test } from '../support/browser'
import { demoSql } from '../support/demo-reports'

const ADDRESS = '/clusters/mien-nui-bien-gioi-phia-bac/2026'
const EMAIL = 'central-staff.north@demo.test'

const rename = (from: string, to: string) =>
  demoSql('UPDATE accounts SET name = replace(name, $2, $3) WHERE email = $1', [EMAIL, from, to])

test('a cluster page asked for again is sent as it was made, to its reader alone, until something changes', async ({
  page,
  openAs,
}) => {
  await signIn(page, EMAIL)
  const person = page.getByRole('link', { name: 'Tài khoản' }).locator('../..')
  // Made anew it streams; kept, its length is known.
  const isKept = async (address = ADDRESS) =>
    (await (await page.goto(address))!.headerValue('content-length')) !== null
  await expect.poll(() => isKept()).toBe(true)

  // Its scripts run under the policy of this answer, and the page works.
  await page.locator('.figures td[tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()

  const name = (await person.locator('b').innerText()).trim()
  const other = await openAs('reviewer.north@demo.test')
  await other.goto(ADDRESS)
  await expect(other.getByRole('main')).toContainText('Bảng kết quả')
  await expect(other.locator('body')).not.toContainText(name)

  // What sources state of this year is read by the page itself.
  const stated = '/clusters/duyen-hai-mien-trung-tay-nguyen/2021'
  expect([await isKept(stated), await isKept(stated)]).toEqual([false, false])

  await page.goto(ADDRESS)
  await rename(name, `${name} đổi tên`)
  try {
    expect(await isKept()).toBe(false)
    await expect(person).toContainText(`${name} đổi tên`)
  } finally {
    await rename(`${name} đổi tên`, name)
  }

  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL(/sign-in|\/$/)
  await page.goto(ADDRESS)
  await expect(page).toHaveURL(/sign-in/)
})
