import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser'
import { emptyReport, registeredTargets, storedFigures } from '../support/demo-reports'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

const boxes = (page: Page): Locator => page.locator('[data-box="MAIN"]')
const rowOf = (page: Page, index: number) => boxes(page).nth(index).locator('xpath=ancestor::tr')
/** The row under a figure's: breakdown, note, why it is blank. */
const panelOf = (row: Locator) => row.locator('xpath=following-sibling::tr[1]')
const saved = (page: Page) => expect(page.getByText(/Đã lưu lúc \d\d:\d\d\./)).toBeVisible()

async function open(page: Page, reportId: string, how = '') {
  await page.goto(`/reports/${reportId}${how}`)
  await expect(page.locator('form[data-live]')).toBeVisible()
}

test.describe('entering a report', () => {
  // A browser notes every refusal it is given, the ones a person is told of too.
  test.use({ expectedTrouble: [/409 \(Conflict\)|422 \(Unprocessable Entity\)/] })

  test('M3 an officer enters a full report by keyboard, reloads half-way, presents; her leader hands back once, then sends', async ({
    openAs,
  }) => {
    test.setTimeout(120_000)
    const unit = 'lai-chau'
    const reportId = await emptyReport(unit, 'YEAR_FINAL')
    const targets = await registeredTargets(unit)
    const page = await openAs(`staff.${unit}@demo.test`)
    await open(page, reportId)
    await expect(page.getByText(`0 trong ${targets.length}`)).toBeVisible()
    await boxes(page).first().focus()
    const half = Math.floor(targets.length / 2)
    for (const { raw } of targets.slice(0, half)) {
      await page.keyboard.type(raw)
      await page.keyboard.press('Enter')
    }
    // The last words are not yet sent when the page goes.
    await page.keyboard.type(targets[half]!.raw)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await expect(page.locator('form[data-live]')).toBeVisible()
    for (const [index, { raw }] of targets.slice(0, half + 1).entries())
      await expect(boxes(page).nth(index)).toHaveValue(raw)
    await boxes(page).nth(half).focus()
    await page.keyboard.press('ArrowDown')
    for (const { raw } of targets.slice(half + 1)) {
      await page.keyboard.type(raw)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByText(`${targets.length} trong ${targets.length}`)).toBeVisible()
    await saved(page)
    const stored = await storedFigures(reportId)
    expect(targets.map(({ id }) => stored.get(id)?.raw)).toEqual(targets.map(({ raw }) => raw))
    expect([...stored.values()].every(({ version }) => version === 1)).toBe(true)

    // What is missing is listed, each with a link to its box; a note answers a question, a file proves a figure.
    const present = page.getByRole('button', { name: 'Trình lãnh đạo' })
    await present.focus()
    await page.keyboard.press('Enter')
    const missing = page.getByRole('alert').filter({ hasText: 'Chưa trình được' })
    await expect(missing).toBeVisible()
    await expectAccessible(page)
    await complete(page, missing)
    await present.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Đã trình lãnh đạo')).toBeVisible()

    const leader = await openAs(`leader.${unit}@demo.test`)
    await leader.goto(`/reports/${reportId}`)
    await expect(leader.getByText('Chuyên viên đã trình')).toBeVisible()
    await expectAccessible(leader)
    await leader.getByRole('button', { name: 'Trả lại chuyên viên' }).first().click()
    await leader.getByRole('dialog').getByRole('button', { name: 'Trả lại chuyên viên' }).click()
    await expect(leader.getByText('Hãy ghi một câu nói rõ cần sửa gì.')).toBeVisible()
    await leader.getByLabel('Cần sửa gì').fill('Xem lại số hội viên mới.')
    await leader.getByRole('dialog').getByRole('button', { name: 'Trả lại chuyên viên' }).click()
    await expect(leader.getByText(/^Đã trả lại chuyên viên lúc .*: Xem lại số hội viên mới\./)).toBeVisible()
    await expect(leader.locator('[data-box="MAIN"]')).toHaveCount(0)
    await expect(leader.getByRole('link', { name: 'Tự nhập báo cáo' })).toBeVisible()

    await open(page, reportId)
    await present.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Đã trình lãnh đạo')).toBeVisible()
    await leader.goto(`/reports/${reportId}`)
    await leader.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await leader.getByRole('dialog').getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(leader.getByText(/^Đã gửi ngày/)).toBeVisible()
  })

  test('a column pasted from a spreadsheet fills down, and what is unclear is asked', async ({ openAs }) => {
    const reportId = await emptyReport('cao-bang', 'YEAR_FINAL')
    const page = await openAs('staff.cao-bang@demo.test')
    await open(page, reportId)
    await boxes(page).first().focus()
    await paste(boxes(page).first(), '1.520\r\n1.5\r\n80%\r\n\r\n4\r\ntrên 2,5 tỷ\r\n')
    await expect(boxes(page).nth(5)).toHaveValue('trên 2,5 tỷ')
    await expect(boxes(page).nth(3)).toHaveValue('')
    await expect(page.getByText('trên 2.500.000.000 đồng')).toBeVisible()
    await expect(page.getByText('Đã dán 5 ô.')).toBeVisible()
    const asked = rowOf(page, 1)
    await expect(asked.getByText(/“1.5” (có phải )?là/)).toBeVisible()
    await expect(asked.getByText('Chưa lưu')).toBeVisible()
    await expectAccessible(page)
    await asked.getByRole('button', { name: /^1\.500/ }).click()
    await expect(asked.getByText('Đã lưu')).toBeVisible()
    await saved(page)
    const stored = await storedFigures(reportId)
    expect([...stored.values()].map(({ raw }) => raw).sort()).toEqual(
      ['1.520', '1.500 hộ', '80%', '4', 'trên 2,5 tỷ'].sort(),
    )
  })

  test('Tab goes from figure to figure; F2 opens the note, F4 the files', async ({ openAs }) => {
    const reportId = await emptyReport('cao-bang', 'YEAR_FINAL')
    const page = await openAs('staff.cao-bang@demo.test')
    await open(page, reportId)
    await boxes(page).first().focus()
    await page.keyboard.press('Tab')
    await expect(boxes(page).nth(1)).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await expect(boxes(page).first()).toBeFocused()
    await page.keyboard.press('F2')
    const within = panelOf(rowOf(page, 0))
    await expect(within.locator('input, textarea, select').first()).toBeFocused()
    await within.getByLabel('Ghi chú').focus()
    await boxes(page).first().focus()
    await page.keyboard.press('F4')
    await expect(page.getByRole('dialog', { name: /^Minh chứng/ })).toBeVisible()
  })

  test('Escape takes back what was typed', async ({ openAs }) => {
    const reportId = await emptyReport('cao-bang', 'YEAR_FINAL')
    const page = await openAs('staff.cao-bang@demo.test')
    await open(page, reportId)
    await boxes(page).first().fill('100')
    await page.keyboard.press('Enter')
    await saved(page)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('999')
    await page.keyboard.press('Escape')
    await expect(boxes(page).first()).toHaveValue('100')
  })

  test('two officers on one figure see both values and choose', async ({ openAs }) => {
    const reportId = await emptyReport('dien-bien', 'YEAR_FINAL')
    const [one, two] = [await openAs('staff.dien-bien@demo.test'), await openAs('leader.dien-bien@demo.test')]
    await open(one, reportId)
    await open(two, reportId, '?nhap=1')
    await boxes(one).first().fill('100')
    await one.keyboard.press('Enter')
    await saved(one)
    await boxes(two).first().fill('200')
    await two.keyboard.press('Enter')
    const choice = two.getByRole('alert').filter({ hasText: 'Bạn vừa nhập' })
    await expect(choice).toContainText('100')
    await expect(choice).toContainText('200')
    await expect(choice).toContainText(/đã lưu lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/)
    await expectAccessible(two)
    expect([...(await storedFigures(reportId)).values()][0]?.raw).toBe('100')
    await choice.getByRole('button', { name: 'Giữ bản của tôi' }).click()
    await saved(two)
    expect([...(await storedFigures(reportId)).values()][0]?.raw).toBe('200')
    await boxes(one).first().fill('300')
    await one.keyboard.press('Enter')
    await one.getByRole('button', { name: 'Lấy bản đã lưu' }).click()
    await expect(boxes(one).first()).toHaveValue('200')
  })

  test.describe('on a connection that goes', () => {
    test.use({ expectedTrouble: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|401 \(Unauthorized\)/] })

    test('what is typed offline is kept, through a reload too, and sent when it is back', async ({
      openAs,
    }) => {
      const reportId = await emptyReport('son-la', 'YEAR_FINAL')
      const page = await openAs('staff.son-la@demo.test')
      await open(page, reportId)
      await page.context().setOffline(true)
      await boxes(page).nth(0).fill('100')
      await page.keyboard.press('Enter')
      await page.keyboard.type('200')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Đang mất kết nối')).toBeVisible()
      await expect(page.getByText('Mất kết nối với máy chủ')).toBeHidden()
      await expect(page.getByText('2 ô chưa lưu.')).toBeVisible()
      await expect(rowOf(page, 0).getByText('Chưa lưu')).toBeVisible()
      expect((await storedFigures(reportId)).size).toBe(0)
      await page.context().setOffline(false)
      await saved(page)
      await expect(page.getByText(/[Mm]ất kết nối/)).toBeHidden()
      expect([...(await storedFigures(reportId)).values()].map(({ raw }) => raw).sort()).toEqual([
        '100',
        '200',
      ])

      await page.context().setOffline(true)
      await boxes(page).nth(4).fill('3')
      await page.keyboard.press('Enter')
      await expect(page.getByText('1 ô chưa lưu.')).toBeVisible()
      await page.context().setOffline(false)
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await expect(boxes(page).nth(4)).toHaveValue('3')
      await expect(rowOf(page, 4).getByText('Đã lưu')).toBeVisible()
      expect((await storedFigures(reportId)).size).toBe(3)
    })

    test('a session that ended keeps the words and offers to sign in', async ({ openAs }) => {
      const reportId = await emptyReport('son-la', 'YEAR_FINAL')
      const page = await openAs('staff.son-la@demo.test')
      await open(page, reportId)
      const cookies = await page.context().cookies()
      await page.context().clearCookies()
      await boxes(page).nth(0).fill('77')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Phiên làm việc đã hết')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' })).toHaveAttribute(
        'target',
        '_blank',
      )
      await page.context().addCookies(cookies)
      await page.getByRole('button', { name: 'Gửi lại ngay' }).click()
      await saved(page)
      expect([...(await storedFigures(reportId)).values()][0]?.raw).toBe('77')
    })
  })

  test('a blank says why, a breakdown says by how much it does not sum', async ({ openAs }) => {
    const reportId = await emptyReport('lao-cai', 'YEAR_FINAL')
    const page = await openAs('staff.lao-cai@demo.test')
    await open(page, reportId)
    const first = rowOf(page, 0)
    await first.locator('summary').click()
    await panelOf(first).getByLabel('Để trống vì').selectOption('NOT_ARISEN')
    await expect(first.locator('.under')).toHaveText('Không phát sinh')
    await expect(first.getByText('Đã lưu')).toBeVisible()
    await expect(page.getByText(/1 trong/)).toBeVisible()

    const parted = page.getByRole('row').filter({ hasText: 'Chi tiết, ghi chú' }).first()
    await parted.locator('[data-box="MAIN"]').fill('42')
    await parted.locator('summary').click()
    await panelOf(parted).getByLabel('cấp tỉnh').fill('2')
    await panelOf(parted).getByLabel('cấp xã').fill('38')
    await page.keyboard.press('Tab')
    await expect(parted.getByText('Cộng chi tiết được 40, thiếu 2 so với tổng 42.')).toBeVisible()
    await panelOf(parted).getByLabel('cấp xã').fill('40')
    await page.keyboard.press('Tab')
    await expect(panelOf(parted).getByText('Cộng đúng bằng tổng.')).toBeVisible()
    await expectAccessible(page)
  })

  test('a narrative section is saved as it is typed', async ({ openAs }) => {
    const reportId = await emptyReport('lao-cai', 'YEAR_FINAL')
    const page = await openAs('staff.lao-cai@demo.test')
    await open(page, reportId)
    await page.getByRole('link', { name: 'Khó khăn, hạn chế' }).click()
    await page.getByRole('textbox', { name: 'Khó khăn, hạn chế' }).fill('Thiếu kinh phí.\nĐường xa.')
    await saved(page)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Khó khăn, hạn chế' })).toHaveValue(
      'Thiếu kinh phí.\nĐường xa.',
    )
    await expectAccessible(page)
  })

  test('proof goes up, is shown and comes off again; what only pretends to be a PDF does not', async ({
    openAs,
  }) => {
    const reportId = await emptyReport('tuyen-quang', 'YEAR_FINAL')
    const page = await openAs('staff.tuyen-quang@demo.test')
    await open(page, reportId)
    await page
      .getByRole('link', { name: /^Minh chứng của/ })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: /^Minh chứng/ })
    await expect(drawer.getByText('Chưa có tệp nào.')).toBeVisible()
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: 'Quyết định.pdf', mimeType: 'application/pdf', buffer: PDF })
    await expect(drawer.getByRole('button', { name: 'Quyết định.pdf' })).toBeVisible()
    await drawer.locator('input[type=file]').setInputFiles({
      name: 'giả.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    })
    await expect(drawer.getByRole('alert')).toContainText('Không nhận “giả.pdf”')
    await expect(drawer.getByRole('button', { name: 'Gửi tiếp' })).toHaveCount(0)
    await expectAccessible(page)
    await drawer.getByRole('button', { name: 'Bỏ' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: /: 1 tệp$/ })).toBeVisible()
    const alone = await page.context().newPage()
    await alone.goto(
      new URL((await page.getByRole('link', { name: /: 1 tệp$/ }).getAttribute('href')) ?? '', page.url())
        .href,
    )
    await expect(alone.getByRole('link', { name: 'Quyết định.pdf' })).toBeVisible()
    await alone.close()
    await page.getByRole('link', { name: /: 1 tệp$/ }).click()
    await drawer.getByRole('button', { name: 'Gỡ' }).click()
    await drawer.getByRole('button', { name: 'Gỡ tệp' }).click()
    await expect(drawer.getByText('Chưa có tệp nào.')).toBeVisible()
  })

  test('M10 every box can be filled on a phone @mobile', async ({ openAs }, { project }) => {
    const unit = project.name === 'mobile' ? 'quang-ngai' : 'gia-lai'
    const reportId = await emptyReport(unit, 'YEAR_FINAL')
    const page = await openAs(`staff.${unit}@demo.test`)
    await open(page, reportId)
    await expectNoSidewaysScroll(page)
    await boxes(page).first().fill('1.234')
    await page.keyboard.press('Enter')
    await expect(boxes(page).nth(1)).toBeFocused()
    await saved(page)
    await expectAccessible(page)
    await page
      .getByRole('link', { name: /^Minh chứng của/ })
      .first()
      .click()
    await expect(page.getByRole('dialog', { name: /^Minh chứng/ })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })

  test('M10 the form is posted before any script has run', async ({ browser, openAs }) => {
    const reportId = await emptyReport('lang-son', 'YEAR_FINAL')
    const signedIn = await openAs('staff.lang-son@demo.test')
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await signedIn.context().storageState(),
      baseURL: new URL(signedIn.url()).origin,
      locale: 'vi-VN',
    })
    const page = await context.newPage()
    await page.goto(`/reports/${reportId}`)
    await boxes(page).nth(0).fill('1.520')
    await boxes(page).nth(1).fill('1.5')
    await page.getByRole('button', { name: 'Lưu', exact: true }).last().click()
    await expect(page.getByText('Đã lưu 1 ô, còn 1 ô chưa lưu được.')).toBeVisible()
    await expect(boxes(page).nth(0)).toHaveValue('1.520')
    await expect(boxes(page).nth(1)).toHaveValue('1.5')
    await expect(boxes(page).nth(1)).toHaveAttribute('aria-invalid', 'true')
    expect([...(await storedFigures(reportId)).values()].map(({ raw }) => raw)).toEqual(['1.520'])
    await boxes(page).nth(1).fill('1.500')
    await page.getByRole('button', { name: 'Trình lãnh đạo' }).click()
    await expect(page.getByRole('alert')).toContainText('chỗ cần hoàn thành')
    expect((await storedFigures(reportId)).size).toBe(2)
    await context.close()
  })
})

/** Pastes through the clipboard event itself: a headless browser has no clipboard to share. */
async function paste(target: Locator, text: string) {
  await target.evaluate((element, words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Answers everything on the list: a note for a question, a file for a figure that needs one, parts for a breakdown. */
async function complete(page: Page, missing: Locator) {
  const items = await missing.getByRole('listitem').evaluateAll((list) =>
    list.map((item) => ({
      target: item.querySelector('a')?.getAttribute('href')?.slice(1) ?? '',
      words: item.textContent ?? '',
    })),
  )
  for (const { target, words } of items) {
    const row = page.locator('tr.row').filter({ has: page.locator(`[id="${target}"]`) })
    if (words.includes('minh chứng')) {
      await row.getByRole('link', { name: /^Minh chứng của/ }).click()
      const drawer = page.getByRole('dialog', { name: /^Minh chứng/ })
      await drawer
        .locator('input[type=file]')
        .setInputFiles({ name: 'qd.pdf', mimeType: 'application/pdf', buffer: PDF })
      await expect(drawer.getByRole('button', { name: 'qd.pdf' })).toBeVisible()
      await page.keyboard.press('Escape')
    } else {
      await row.locator('summary').focus()
      if ((await row.locator('details[open]').count()) === 0) await page.keyboard.press('Enter')
      await panelOf(row).getByLabel('Ghi chú').fill('Đã đối chiếu với hồ sơ.')
    }
  }
  await saved(page)
}
