import type { Browser, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '../support/browser'
import { openDemoMeeting } from '../support/demo-hall'
import { startApp } from '../support/server'

test.use({
  actionTimeout: 20_000,
  expectedTrouble: [/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Failed to load resource|EventSource/],
})

const TITLE = 'Đề nghị tặng Cờ thi đua năm 2026'

const shots = process.env.SHOTS
const shoot = (page: Page, name: string) =>
  shots ? page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) : Promise.resolve()

/** One step of the ritual on the control page; over when the next thing to do stands there. */
async function step(page: Page, act: string, next: string) {
  await page.getByRole('button', { name: act, exact: true }).click()
  await expect(page.getByRole('button', { name: next, exact: true })).toBeVisible()
}

async function onPhone(browser: Browser, baseURL: string, unit: string, meetingId: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
  })
  const page = await context.newPage()
  await signIn(page, `leader.${unit}@demo.test`)
  await page.goto(`/meetings/${meetingId}/vote`)
  return page
}

async function cast(page: Page, choice: string) {
  await page.getByRole('checkbox', { name: choice }).check()
  await page.getByRole('button', { name: 'Xem lại phiếu' }).click()
  await page.getByRole('button', { name: 'Bỏ phiếu', exact: true }).click()
  await expect(page.getByText('Biên nhận của bạn:')).toBeVisible()
}

test('T2 a secret electronic ballot from its rules to its seal: phones and projector follow, an instance dies on the way', async ({
  openAs,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000)
  const databaseUrl = process.env.E2E_DATABASE_URL
  test.skip(!databaseUrl, 'needs the database of the application under test')
  const meetingId = await openDemoMeeting(['khanh-hoa', 'dak-lak', 'gia-lai', 'da-nang'])
  let second = await startApp(databaseUrl!)
  const port = Number(new URL(second.url).port)
  try {
    const head = await openAs('leader.khanh-hoa@demo.test')
    await head.goto(`/meetings/${meetingId}/ballots`)
    const form = head.getByRole('form', { name: 'Chuẩn bị một lần bỏ phiếu' })
    await form.getByLabel('Nội dung, như in trên phiếu').fill(TITLE)
    await form.getByLabel('Hình thức').selectOption({ label: 'Bỏ phiếu kín điện tử' })
    await form.getByLabel('Mỗi phiếu chọn tối đa').fill('1')
    await form.getByLabel('Lấy', { exact: true }).fill('1')
    await form.getByRole('button', { name: 'Chuẩn bị lần bỏ phiếu' }).click()
    await head.waitForURL(/\/ballots\/[0-9a-f-]{36}$/)
    const ballotId = head.url().split('/').at(-1)!

    // The projector and two of the phones stand on the second instance.
    const hall = await browser.newContext({
      baseURL: second.url,
      viewport: { width: 1920, height: 1080 },
      locale: 'vi-VN',
    })
    const projector = await hall.newPage()
    await signIn(projector, 'leader.khanh-hoa@demo.test')
    await projector.goto(`/meetings/${meetingId}/projector`)
    const phones = {
      dakLak: await onPhone(browser, baseURL!, 'dak-lak', meetingId),
      giaLai: await onPhone(browser, second.url, 'gia-lai', meetingId),
      daNang: await onPhone(browser, second.url, 'da-nang', meetingId),
    }

    await step(head, 'Đã đọc thể lệ', 'Ghi kết quả bầu ban kiểm phiếu')
    const committee = head.getByRole('form', { name: 'Ban kiểm phiếu' })
    await committee.getByLabel('Trưởng ban').selectOption({ label: 'Đại biểu dak-lak' })
    for (const member of ['Đại biểu gia-lai', 'Đại biểu da-nang'])
      await committee.getByRole('checkbox', { name: member }).check()
    await step(head, 'Ghi kết quả bầu ban kiểm phiếu', 'Ghi kết quả biểu quyết')
    await step(head, 'Ghi kết quả biểu quyết', 'Bắt đầu phát phiếu')
    await step(head, 'Bắt đầu phát phiếu', 'Kết thúc phát phiếu')
    await expectAccessible(head)

    const choice = await openAs('staff.khanh-hoa@demo.test')
    await choice.goto(`/meetings/${meetingId}/control`)
    await choice.getByRole('form', { name: 'Màn chiếu' }).getByRole('button', { name: TITLE }).click()
    await expect(projector.locator('[data-scene="BALLOT"]')).toBeVisible()

    for (const phone of Object.values(phones)) {
      // The list renews itself; the ballot under way is a link on it.
      await expect(phone.getByText('Đang phát phiếu').first()).toBeVisible()
      await phone.goto(`/meetings/${meetingId}/vote`)
      await phone.getByRole('button', { name: 'Nhận phiếu' }).click()
      await expect(phone.getByText('Đã nhận phiếu', { exact: true })).toBeVisible()
    }
    await expect(projector.locator('.hall-mid')).toContainText('3 / 6')
    await shoot(projector, 'ballot-issuing-1920')

    // The second instance dies after the papers were received; the ritual goes on beside it.
    await second.kill()
    await step(head, 'Kết thúc phát phiếu', 'Mở bỏ phiếu')
    await step(head, 'Mở bỏ phiếu', 'Kết thúc bỏ phiếu')
    await expect(phones.dakLak.getByRole('checkbox', { name: 'Lâm Đồng' })).toBeVisible()
    await shoot(phones.dakLak, 'ballot-casting-390')
    await expectAccessible(phones.dakLak)
    await expectNoSidewaysScroll(phones.dakLak)
    await cast(phones.dakLak, 'Lâm Đồng')
    second = await startApp(databaseUrl!, port)

    // Its phones and the projector come back by themselves, with the papers they hold.
    await expect(projector.locator('.hall-mid')).toContainText('1 / 3', { timeout: 30_000 })
    await expect(phones.giaLai.getByRole('checkbox', { name: 'Lâm Đồng' })).toBeVisible({ timeout: 30_000 })
    await cast(phones.giaLai, 'Lâm Đồng')
    await cast(phones.daNang, 'Quảng Ngãi')
    await expect(projector.locator('.hall-mid')).toContainText('3 / 3')
    await expect(projector.locator('.hall-mid')).not.toContainText('được chọn')
    await shoot(projector, 'ballot-casting-1920')

    await head.getByRole('button', { name: 'Kết thúc bỏ phiếu', exact: true }).click()
    await expect(head.getByRole('button', { name: 'Kết thúc bỏ phiếu', exact: true })).toHaveCount(0)
    const receipt = (await phones.dakLak.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent())!
    const counter = phones.dakLak
    await counter.goto(`/meetings/${meetingId}/ballots/${ballotId}`)
    await step(counter, 'Kiểm phiếu', 'Công bố kết quả')
    await step(counter, 'Công bố kết quả', 'Niêm phong')

    // Nobody touches the projector: it turns to the announced result.
    await expect(projector.locator('[data-scene="RESULT"]')).toBeVisible()
    await expect(projector.getByRole('row', { name: /Lâm Đồng.*được chọn.*2/ })).toBeVisible()
    await expectAccessible(projector)
    await shoot(projector, 'ballot-result-1920')
    await head.getByRole('button', { name: 'Niêm phong', exact: true }).click()
    await expect(head.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible()
    await shoot(head, 'ballot-control-1440')

    // Every voter can look for her receipt and count the list again.
    await counter.goto(`/ballots/${ballotId}`)
    await counter.getByLabel('Biên nhận', { exact: true }).fill(receipt)
    await counter.getByRole('button', { name: 'Tìm trong danh sách' }).click()
    await expect(counter.getByText('Có trong danh sách: phiếu của bạn đã được tính')).toBeVisible()
    await counter.getByRole('button', { name: 'Đếm lại từ danh sách phiếu' }).click()
    await expect(counter.getByText('3 phiếu: 3 hợp lệ, 0 phiếu trắng, 0 không hợp lệ.')).toBeVisible()
    await expect(counter.getByText('Mọi phiếu đều có chữ ký của lần này.')).toBeVisible()
    await expectAccessible(counter)
    await shoot(counter, 'ballot-voter-390')
    for (const page of [projector, ...Object.values(phones)]) await page.context().close()
  } finally {
    await second.stop()
  }
})
