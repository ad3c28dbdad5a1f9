import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser'
import { openDemoMeeting } from '../support/demo-hall'

test.use({ actionTimeout: 20_000 })

async function step(page: Page, act: string, next: string) {
  await page.getByRole('button', { name: act, exact: true }).click()
  await expect(page.getByRole('button', { name: next, exact: true })).toBeVisible()
}

test('T2 T6 papers are handed out, counted by one of the committee and confirmed by a second', async ({
  openAs,
}) => {
  test.setTimeout(240_000)
  const meetingId = await openDemoMeeting(['khanh-hoa', 'dak-lak', 'gia-lai', 'lam-dong'])
  const head = await openAs('leader.khanh-hoa@demo.test')
  await head.goto(`/meetings/${meetingId}/ballots`)
  await expectAccessible(head)
  const form = head.getByRole('form', { name: 'Chuẩn bị một lần bỏ phiếu' })
  await form.getByLabel('Mục đích').selectOption({ label: 'Đề nghị tặng Bằng khen' })
  await form.getByLabel('Nội dung, như in trên phiếu').fill('Đề nghị tặng Bằng khen năm 2026')
  await form.getByLabel('Hình thức').selectOption({ label: 'Bỏ phiếu kín bằng phiếu giấy' })
  await form.getByRole('button', { name: 'Chuẩn bị lần bỏ phiếu' }).click()
  await head.waitForURL(/\/ballots\/[0-9a-f-]{36}$/)
  const address = new URL(head.url()).pathname
  await step(head, 'Đã đọc thể lệ', 'Ghi kết quả bầu ban kiểm phiếu')
  const committee = head.getByRole('form', { name: 'Ban kiểm phiếu' })
  await committee.getByLabel('Trưởng ban').selectOption({ label: 'Đại biểu dak-lak' })
  for (const member of ['Đại biểu gia-lai', 'Đại biểu lam-dong'])
    await committee.getByRole('checkbox', { name: member }).check()
  await step(head, 'Ghi kết quả bầu ban kiểm phiếu', 'Bắt đầu phát phiếu')
  await step(head, 'Bắt đầu phát phiếu', 'Ghi đã phát phiếu')
  await head.getByRole('button', { name: 'Ghi đã phát phiếu' }).click()
  await expect(head.getByText('Đã ghi danh sách phát phiếu.')).toBeVisible()
  await step(head, 'Kết thúc phát phiếu', 'Mở bỏ phiếu')
  await step(head, 'Mở bỏ phiếu', 'Kết thúc bỏ phiếu')
  await head.getByRole('button', { name: 'Kết thúc bỏ phiếu', exact: true }).click()
  await expect(
    head.getByText('số liệu chỉ ban kiểm phiếu thấy trước khi công bố', { exact: false }),
  ).toBeVisible()

  const first = await openAs('leader.gia-lai@demo.test')
  await first.goto(address)
  const figures = {
    'Phát ra': 4,
    'Thu về': 4,
    'Không thu về': 0,
    'Hợp lệ': 3,
    'Không hợp lệ': 0,
    'Phiếu trắng': 0,
  }
  const votes = { 'Gia Lai': 3, 'Lâm Đồng': 2 }
  const enter = async (lines: Record<string, number>) => {
    for (const [label, count] of Object.entries(lines))
      await first.getByLabel(label, { exact: true }).fill(String(count))
  }
  await enter({ ...figures, ...votes, 'Đà Nẵng': 1, 'Đắk Lắk': 0, 'Khánh Hòa': 0, 'Quảng Ngãi': 0 })
  await first.getByRole('button', { name: 'Lưu kết quả đã đếm' }).click()
  await expect(
    first.getByText('Thu về nhiều hơn hợp lệ cộng không hợp lệ cộng phiếu trắng 1 phiếu.'),
  ).toBeVisible()
  await expect(first.getByText('Chờ một người khác trong ban kiểm phiếu xác nhận.')).toBeVisible()

  const other = await openAs('leader.lam-dong@demo.test')
  await other.goto(address)
  await expect(other.getByText('Chưa cân, không xác nhận được')).toBeVisible()
  await expect(other.getByRole('button', { name: 'Xác nhận kết quả này' })).toHaveCount(0)
  if ((await first.locator('details[open]').count()) === 0)
    await first.getByText('Nhập lại', { exact: true }).click()
  await enter({ 'Phiếu trắng': 1 })
  await first.getByRole('button', { name: 'Lưu kết quả đã đếm' }).click()
  await expect(first.getByText('Phiếu trắng 1.', { exact: false })).toBeVisible()
  await other.getByRole('button', { name: 'Xác nhận kết quả này' }).click()
  await expect(other.getByText('Đã kiểm phiếu xong, chờ công bố.')).toBeVisible()
  await expectAccessible(other)
  await step(head, 'Công bố kết quả', 'Niêm phong')
  await expect(head.getByRole('row', { name: /Gia Lai.*Được chọn.*3/ })).toBeVisible()
  await expect(head.getByText('hợp lệ 3, không hợp lệ 0, phiếu trắng 1', { exact: false })).toBeVisible()
  await expectAccessible(head)
  await head.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(head)
})
