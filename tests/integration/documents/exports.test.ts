import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { getExport } from '@/lib/documents/tables/queries'
import { exportSchema } from '@/lib/documents/tables/schema'
import type { ExportName } from '@/lib/documents/tables/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { writeCsv } from '@/lib/platform/files/csv'
import { readWorkbook } from '@/lib/platform/files/read'
import { tableSheet } from '@/lib/platform/files/table'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { actorWith } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { keepRowsBetweenTests } from '../../support/database'

let fixture: ClusterFixture
keepRowsBetweenTests()
beforeAll(async () => {
  fixture = await writeClusterFixture()
})

const exported = (actor: Actor, table: ExportName, more: object = {}) =>
  getExport(
    actor,
    exportSchema.parse({ table, slug: fixture.slug, year: 2026, period: 'chinh-thuc', ...more }),
  )

async function sheetOf(actor: Actor, table: ExportName, more: object = {}) {
  const found = await exported(actor, table, more)
  if (!found.ok) throw new Error(found.message)
  const { tables, title, madeAt, footer } = found.value
  const bytes = writeXlsx({ title, madeAt, sheets: tables.map((each) => tableSheet(each, footer)) })
  const read = await readWorkbook(bytes)
  if (!read.ok) throw new Error(read.problem)
  const rows = new Map<number, Record<number, string>>()
  for (const { row, column, value } of read.sheets[0]!.cells)
    rows.set(row, { ...rows.get(row), [column]: value })
  const rowOf = (label: string) => [...rows.values()].find((row) => row[1] === label)
  return { bytes, rows, rowOf, csv: new TextDecoder().decode(writeCsv(tables)), tables }
}

describe('tables given out', () => {
  it('the cluster table: typed cells, totals as formulas of the indicator’s own aggregation, frozen and repeated heads', async () => {
    const { bytes, rowOf, rows } = await sheetOf(
      actorWith({ reviewerOf: [fixture.clusterYearId] }),
      'cluster',
    )
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
    const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml']!)
    expect(xml).toMatch(/<f>SUM\(C\d+:C\d+\)<\/f><v>\d+<\/v>/)
    expect(xml).toMatch(/<f>IF\([A-Z]+\d+=0,&quot;&quot;,[A-Z]+\d+\/[A-Z]+\d+\)<\/f>/)
    expect(xml).toContain('state="frozen"')
    expect(xml).toContain('paperSize="9" orientation="landscape"')
    expect(xml).toContain('Trang &amp;P/&amp;N')
    expect(workbook).toMatch(/_xlnm.Print_Titles" localSheetId="0">(?:[^<]+,)?'[^']+'!\$\d+:\$\d+</)
    expect([...rows.values()].some((row) => row[1] === 'SỐ LIỆU MINH HỌA')).toBe(true)
    const total = rowOf('Tổng các đơn vị')!
    const units = ['Đà Nẵng', 'Đắk Lắk', 'Gia Lai', 'Khánh Hòa', 'Quảng Ngãi'].map((name) =>
      Number(rowOf(name)![3]),
    )
    expect(Number(total[3])).toBe(units.reduce((sum, value) => sum + value, 0))
    // Nobody above it reads a draft.
    expect(rowOf('Lâm Đồng')![3]).toBeUndefined()
  })

  it('registered targets and percentages are numbers that can be added up, with few decimals', async () => {
    const actor = actorWith({ isOffice: true })
    const { tables } = await sheetOf(actor, 'cluster')
    const { columns, rows } = tables[0]!
    const under = (table: (typeof tables)[0], head: RegExp) =>
      table.columns.flatMap((column, index) =>
        head.test(column.head) ? table.rows.map((row) => row[index]!) : [],
      )
    expect(rows.length).toBeGreaterThan(0)
    expect(columns.some(({ head }) => head === 'Đăng ký (hộ)')).toBe(true)
    const targets = under(tables[0]!, /^Đăng ký \((?:hộ|người|tỷ đồng)\)$/).filter(
      (cell) => typeof cell === 'object' && !('text' in cell && cell.text === ''),
    )
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.every((cell) => typeof cell === 'object' && 'number' in cell)).toBe(true)
    const unit = (await sheetOf(actor, 'unit', { slug: 'gia-lai' })).tables[0]!
    const percents = [...under(tables[0]!, /^% đăng ký$/), ...under(unit, /^% đăng ký$/)].flatMap((cell) =>
      typeof cell === 'object' && 'percent' in cell ? [cell.percent] : [],
    )
    expect(percents.length).toBeGreaterThan(0)
    for (const percent of percents) expect(percent).toMatch(/^-?\d+(\.\d{1,2})?$/)
    expect(under(unit, /^% đăng ký$/).some((cell) => typeof cell === 'object' && 'percent' in cell)).toBe(
      true,
    )
  })

  it('obey the policy of their page', async () => {
    const id = fixture.clusterYearId
    const confirmedOnly = await sheetOf(actorWith({ isAdmin: true }), 'cluster')
    expect(confirmedOnly.rowOf('Đà Nẵng')![3]).toBeUndefined()
    expect(confirmedOnly.rowOf('Gia Lai')![3]).toBeDefined()
    const outsider = actorWith({ staffOf: ['99999999-9999-4999-8999-999999999999'] })
    expect(await exported(outsider, 'submissions')).toMatchObject({ ok: false, code: 'not_found' })
    expect(await exported(actorWith({ memberOf: [id] }), 'submissions')).toMatchObject({ ok: true })
    expect(await exported(actorWith({ memberOf: [id] }), 'national-submissions')).toMatchObject({ ok: false })
    for (const actor of [actorWith({ isOffice: true }), actorWith({ memberOf: [id] })])
      expect(await exported(actor, 'accounts')).toMatchObject({ ok: false, code: 'not_found' })
    expect(await exported(actorWith({ isAdmin: true }), 'accounts')).toMatchObject({ ok: true })
  })

  it('every table has a CSV with a line of headings and as many fields in each line', async () => {
    const actor = actorWith({ isOffice: true })
    for (const table of [
      'cluster',
      'national',
      'submissions',
      'national-submissions',
      'awards',
      'targets',
      'practices',
      'tasks',
    ] as const) {
      const { csv, tables } = await sheetOf(actor, table)
      const [heads] = csv.split('\r\n')
      expect(heads!.split(';').length, table).toBe(tables[0]!.columns.length + (tables.length > 1 ? 1 : 0))
    }
    const { csv } = await sheetOf(actor, 'unit', { slug: 'gia-lai' })
    expect(csv).toContain('"Gia Lai"'.slice(1, -1))
  })

  it('the cluster’s own words stand under the table of a year without unit figures', async () => {
    const { rowOf } = await sheetOf(actorWith({ isOffice: true }), 'cluster', { year: 2023 })
    expect(Object.values(rowOf('Cụm báo cáo') ?? {})).toContain('13577')
  })

  it('an unknown table, year or cluster is not found', async () => {
    const actor = actorWith({ isOffice: true })
    expect(await exported(actor, 'cluster', { slug: 'khong-co' })).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await exported(actor, 'cluster', { year: null })).toMatchObject({ ok: false, code: 'not_found' })
    expect(exportSchema.safeParse({ table: 'sessions' }).success).toBe(false)
  })
})
