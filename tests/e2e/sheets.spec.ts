import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser'
import { emptyReport, registeredTargets, storedFigures } from '../support/demo-reports'
import { rowsByCode, withCells } from '../support/workbook'

test('P5 an officer takes the form, fills it offline, looks at all it would do, brings it in; a second time nothing is left to do @mobile', async ({
  openAs,
}, { project }) => {
  test.setTimeout(120_000)
  const unit = project.name === 'mobile' ? 'dak-lak' : 'khanh-hoa'
  const reportId = await emptyReport(unit, 'YEAR_FINAL')
  const targets = (await registeredTargets(unit)).filter(({ raw }) => /^[\d.]+$/.test(raw)).slice(0, 3)
  const page = await openAs(`staff.${unit}@demo.test`)
  await page.goto(`/reports/${reportId}`)
  await page.getByRole('link', { name: 'Nhập từ Excel' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nhập từ Excel')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải biểu Excel' }).click(),
  ])
  const form = await readFile(await download.path())
  const rows = rowsByCode(form)
  const figures = targets.map(({ code, raw }) => ({
    row: rows[code]!,
    value: Number(raw.replaceAll('.', '')),
  }))
  const [first, ...others] = figures
  const filled = withCells(form, {
    [`I${first!.row}`]: { formula: '1+1', value: 2 },
    ...Object.fromEntries(others.map(({ row, value }) => [`I${row}`, value])),
    [`H${others[0]!.row}`]: 'trên',
  })
  const file = {
    name: 'bieu-da-dien.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(filled),
  }
  const box = page.getByLabel('Tệp biểu đã điền (.xlsx)')
  await box.setInputFiles(file)
  await expect(page.getByText('Biểu có 2 số liệu mới, 1 số liệu không nhận')).toBeVisible()
  await expect(page.getByRole('cell', { name: `I${first!.row}` })).toBeVisible()
  await expect(page.getByText('Ô chứa công thức')).toBeVisible()
  expect((await storedFigures(reportId)).size).toBe(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Ghi 2 số liệu' }).click()
  await expect(page.getByText('Đã ghi 2 số liệu từ biểu.')).toBeVisible()
  const stored = await storedFigures(reportId)
  expect(stored.size).toBe(2)
  expect([...stored.values()].some(({ raw }) => raw.startsWith('trên '))).toBe(true)
  await box.setInputFiles(file)
  await expect(page.getByText('Biểu có 1 số liệu không nhận')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Ghi/ })).toHaveCount(0)
})

test('every table is given out from its page', async ({ openAs }) => {
  const page = await openAs('central-office@demo.test')
  for (const [address, name] of [
    ['/national', 'Tải bảng toàn quốc, mọi kỳ dạng Excel'],
    ['/clusters/duyen-hai-mien-trung-tay-nguyen/2026', 'Tải bảng kết quả của cụm dạng Excel'],
    ['/awards', 'Tải khen thưởng đã tặng dạng CSV'],
  ] as const) {
    await page.goto(address)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ])
    const bytes = await readFile(await download.path())
    const csv = name.endsWith('CSV')
    expect(bytes.subarray(0, csv ? 3 : 2).toString(csv ? 'hex' : 'latin1')).toBe(csv ? 'efbbbf' : 'PK')
  }
})
