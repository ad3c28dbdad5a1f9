import { describe, expect, test } from 'vitest'
import readExcel from 'read-excel-file/node'
import { readWorkbook } from '@/lib/platform/files/read'
import { tableSheet } from '@/lib/platform/files/table'
import type { Table } from '@/lib/platform/files/types'
import { writeCsv } from '@/lib/platform/files/csv'
import { writeXlsx } from '@/lib/platform/files/xlsx'

const table: Table = {
  name: 'Kết quả',
  title: 'Bảng kết quả',
  notes: ['Nguồn: Cụm Thi Đua'],
  illustrative: true,
  columns: [
    { head: 'Đơn vị', width: 24 },
    { head: 'Hội viên mới', group: 'Tổ chức', total: 'SUM' },
    { head: 'Tử số', group: 'Cơ sở', total: 'SUM' },
    { head: 'Mẫu số', group: 'Cơ sở', total: 'SUM' },
    { head: 'Tỷ lệ', group: 'Cơ sở', total: { numerator: 2, denominator: 3 } },
  ],
  rows: [
    ['Lào Cai', { number: '1234.5' }, { number: '16' }, { number: '28' }, { percent: '57.142857' }],
    ['=HYPERLINK("http://x")', { number: '-5' }, { number: '1' }, { number: '4' }, { percent: '25' }],
  ],
  totals: ['Tổng', { number: '1229.5' }, { number: '17' }, { number: '32' }, { percent: '53.125' }],
}

const book = () =>
  writeXlsx({
    title: 'Bảng',
    madeAt: '2026-11-22T08:00:00.000Z',
    sheets: [tableSheet(table, 'Nguồn & ngày')],
  })

describe('a table written as a spreadsheet', () => {
  test('is read back by an independent reader and by ours with its types', async () => {
    const [sheet] = await readExcel(Buffer.from(book()))
    expect(sheet!.data[5]).toEqual(['Lào Cai', 1234.5, 16, 28, 0.57142857])
    const ours = await readWorkbook(book())
    if (!ours.ok) throw new Error(ours.problem)
    const at = (row: number, column: number) =>
      ours.sheets[0]!.cells.find((cell) => cell.row === row && cell.column === column)
    expect(at(6, 5)).toEqual({ row: 6, column: 5, kind: 'percent', value: '0.57142857' })
    expect(at(7, 1)).toEqual({ row: 7, column: 1, kind: 'text', value: '=HYPERLINK("http://x")' })
    expect(at(8, 2)).toMatchObject({ formula: true, value: '1229.5' })
    expect(ours.sheets[0]!.merges).toContainEqual([4, 3, 4, 5])
  })

  test('as CSV opens in Vietnamese Excel: mark, semicolons, decimal commas, nothing that runs', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([table]))
    expect(text.startsWith('\ufeff"Đơn vị";"Tổ chức: Hội viên mới"')).toBe(true)
    expect(text).toContain('"Lào Cai";1234,5;16;28;57,142857%\r\n')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")";-5;1;4;25%`)
    expect(text).toContain('SỐ LIỆU MINH HỌA')
  })
})
