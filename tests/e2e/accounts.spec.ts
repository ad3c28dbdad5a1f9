import {
  DEMO_PASSWORD,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  signIn,
  test,
} from '../support/browser'
import { onConnection } from '../support/postgres'

const NEW_PASSWORD = 'mot cau de nho'

test.describe('signing in', () => {
  test('M10 a demo account is filled in by one click and leads back to where she was going @mobile', async ({
    page,
  }) => {
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in?next=%2Faccount')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const union = page.getByRole('definition').filter({ hasText: 'staff.lai-chau@demo.test' })
    await union.getByRole('link').click()
    await expect(page.getByLabel('Email')).toHaveValue('staff.lai-chau@demo.test')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tài khoản' })).toBeVisible()
    await expect(page).toHaveURL('/account')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })

  test('a wrong password keeps the address and says so beside no field', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('Email').fill('staff.lai-chau@demo.test')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByRole('form').getByRole('alert')).toContainText('Email hoặc mật khẩu không đúng')
    await expect(page.getByLabel('Email')).toHaveValue('staff.lai-chau@demo.test')
  })

  test('next never leads to another site', async ({ page }) => {
    await page.goto('/sign-in?next=//evil.example/x&demo=staff.lai-chau@demo.test')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL('/my-work')
  })
})

test.describe('before JavaScript has loaded', () => {
  test.use({ javaScriptEnabled: false })

  test('M10 signing in, refusing and signing out work by plain posts', async ({ page }) => {
    await page.goto('/sign-in?next=/account')
    await page.getByLabel('Email').fill('leader.lai-chau@demo.test')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('không đúng')
    await expect(page.getByLabel('Email')).toHaveValue('leader.lai-chau@demo.test')
    await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveValue('')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL('/account')
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).first().click()
    await expect(page).toHaveURL('/sign-in')
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  })
})

test('an invited officer sets her password by a link used once, owes a change, is closed and found in the trail', async ({
  page,
  openAs,
}) => {
  const email = `thu.${Date.now()}@example.test`
  await signIn(page, 'admin@demo.test')
  await page.goto('/admin/accounts')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Mở tài khoản' }).click()
  await page.getByLabel('Họ tên').fill('Hoàng Thị Thử')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Vai trò').selectOption({ label: 'Chuyên viên' })
  await page.getByRole('main').getByRole('button', { name: 'Mở tài khoản' }).click()
  await expect(page.getByText('Hãy chọn đơn vị.')).toBeVisible()
  await page.getByLabel('Đơn vị').selectOption({ label: 'Sơn La (tỉnh)' })
  await page.getByRole('main').getByRole('button', { name: 'Mở tài khoản' }).click()
  const link = page.getByRole('textbox', { name: /Dùng một lần/ })
  await expect(link).toBeVisible()
  await expectAccessible(page)
  const { pathname } = new URL(await link.inputValue())

  const officer = await openAs()
  await officer.goto(pathname)
  await expectAccessible(officer)
  await officer.getByLabel('Mật khẩu mới', { exact: true }).fill('matkhau123')
  await officer.getByLabel('Nhập lại mật khẩu mới').fill('matkhau123')
  await officer.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await expect(officer.getByText('quá dễ đoán')).toBeVisible()
  await officer.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await officer.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD)
  await officer.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await expect(officer.getByRole('status')).toContainText('Đã đặt mật khẩu')
  await signIn(officer, email, NEW_PASSWORD)
  await officer.goto('/account')
  await expect(officer.getByText('Chuyên viên, Hội LHPN tỉnh Sơn La').first()).toBeVisible()
  await officer.goto(pathname)
  await expect(officer.getByText('đã dùng hoặc đã hết hạn').first()).toBeVisible()

  await onConnection(process.env.E2E_DATABASE_URL ?? '', (client) =>
    client.query('UPDATE accounts SET must_change_password = true WHERE email = $1', [email]),
  )
  await officer.goto('/account')
  await expect(officer).toHaveURL('/change-password?next=%2Faccount')
  await expectAccessible(officer)
  await officer.getByLabel('Mật khẩu hiện tại').fill(NEW_PASSWORD)
  await officer.getByLabel('Mật khẩu mới', { exact: true }).fill('con ga cuc tac')
  await officer.getByLabel('Nhập lại mật khẩu mới').fill('con ga cuc tac')
  await officer.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect(officer).toHaveURL('/account')

  await page.reload()
  await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await page.getByLabel('Lý do').fill('chuyển công tác')
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa tài khoản' }).click()
  await expect(page.getByRole('button', { name: 'Mở lại tài khoản' })).toBeVisible()
  await officer.goto('/account')
  await expect(officer).toHaveURL(/\/sign-in/)

  await page.goto(`/admin/audit?person=&action=disableAccount`)
  const row = page.getByRole('row').filter({ hasText: 'chuyển công tác' })
  await expect(row).toContainText('Bị khóa: không → có')
  await expectAccessible(page)
})

test('a leader delegates to her staff and takes it back', async ({ page, openAs }) => {
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  await signIn(page, 'leader.cao-bang@demo.test')
  await page.goto('/account')
  const form = page.getByRole('form', { name: 'Ủy quyền' })
  await form.getByLabel('Ủy quyền cho').selectOption({ index: 1 })
  await form.getByLabel('Đến hết ngày').fill(day)
  await form.getByLabel('Lý do').fill('đi công tác')
  await form.getByRole('button', { name: 'Ủy quyền' }).click()
  const given = page.getByRole('row').filter({ hasText: 'đi công tác' })
  await expect(given).toContainText('Đang có hiệu lực')
  await expectAccessible(page)

  const staff = await openAs('staff.cao-bang@demo.test')
  await staff.goto('/account')
  await expect(staff.getByRole('row').filter({ hasText: 'đi công tác' })).toContainText('Đang có hiệu lực')
  await given.getByRole('button', { name: 'Thu hồi' }).click()
  await expect(given).toContainText('Đã thu hồi')
})

test('pages of administration are nothing to others', async ({ page, expectedTrouble }) => {
  expectedTrouble.push(/404/)
  await signIn(page, 'central-office@demo.test')
  for (const path of ['/admin/accounts', '/admin/accounts/new', '/admin/audit', '/admin/accounts/x']) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
})
