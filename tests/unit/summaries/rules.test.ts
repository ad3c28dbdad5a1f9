import { describe, expect, it } from 'vitest'
import { clusterTableHtml } from '@/components/summaries/cluster-table'
import { printCell } from '@/lib/summaries/cells/rules'
import { differenceOf, summariseClusterYear } from '@/lib/summaries/rules'
import {
  completenessSentence,
  membershipSentence,
  plainSentence,
  recordSentence,
} from '@/lib/summaries/sentences/rules'
import type { TableInput } from '@/lib/summaries/types'
import { indicator, report } from '../../support/table-input'

const UNITS = [
  { id: 'a', slug: 'da-nang', name: 'Đà Nẵng' },
  { id: 'b', slug: 'gia-lai', name: 'Gia Lai' },
  { id: 'c', slug: 'lam-dong', name: 'Lâm Đồng' },
]
const count = (a: string, more = {}) => ({ m: { a, v: 1, ...more } })

function input(more: Partial<TableInput> = {}): TableInput {
  return {
    year: 2026,
    period: 'YEAR_FINAL',
    units: UNITS,
    indicators: [indicator(0)],
    reports: UNITS.map(({ id }) => report(id, { cells: { i0: count('10') }, targets: { i0: count('10') } })),
    reported: [],
    collected: true,
    ...more,
  }
}

const sentencesOf = (table: TableInput) => summariseClusterYear(table).sentences.map(plainSentence).join(' ')

const htmlOf = (table: TableInput) =>
  clusterTableHtml(summariseClusterYear(table), {
    year: table.year,
    members: table.units.map((unit) => ({
      ...unit,
      kind: 'tỉnh',
      includes: [],
      inferred: false,
      source: null,
    })),
    headships: [],
    columns: table.indicators.map((_, index) => index),
    compare: false,
  })

describe('the sentence above the table', () => {
  it('says when everything is met and confirmed', () => {
    expect(sentencesOf(input())).toBe(
      'Cả 1 chỉ tiêu có đăng ký đều được cả 3 đơn vị đạt và vượt. Cả 3 đơn vị đã được xác nhận.',
    )
  })
  it('names who has not met and who waits', () => {
    const reports = input().reports
    reports[0] = { ...reports[0]!, state: 'CHECKED' }
    reports[2] = { ...reports[2]!, state: 'SENT', cells: { i0: count('6') } }
    expect(sentencesOf(input({ reports }))).toBe(
      '0/1 chỉ tiêu có đăng ký được cả 3 đơn vị đạt và vượt; 1 chỉ tiêu còn đơn vị chưa đạt. Chưa đạt: Lâm Đồng một chỉ tiêu. ' +
        '1 trong 3 đơn vị đã được xác nhận; Đà Nẵng đang chờ xác nhận; Lâm Đồng đang chờ rà soát.',
    )
  })
  it('names the indicators that lack a class, so that the counts add up', () => {
    const reports = UNITS.map(({ id }, unit) =>
      report(id, {
        cells: {
          i0: count('10'),
          ...(unit === 1 ? {} : { i1: count('10') }),
          i2: unit === 2 ? count('10', { q: 'ABOUT' }) : count('10'),
        },
        targets: { i0: count('10'), i1: count('10'), i2: count('10') },
      }),
    )
    const indicators = [indicator(0), indicator(1), indicator(2)]
    expect(sentencesOf(input({ reports, indicators }))).toContain(
      '1/3 chỉ tiêu có đăng ký được cả 3 đơn vị đạt và vượt; 2 chỉ tiêu chưa xếp được mức (còn trống, số “khoảng”). ',
    )
  })
  it('compares with the year before the units that have figures now', () => {
    const last = { l0: count('5') }
    const reports = UNITS.map(({ id }, unit) =>
      report(id, { cells: unit < 2 ? { i0: count('10') } : {}, last }),
    )
    const html = htmlOf(input({ reports }))
    expect(html).toContain('Cùng kỳ năm 2025<small>cùng 2 đơn vị</small></th><td><b>10</b></td>')
  })
  it('says how many units there are figures of', () => {
    const reports = input().reports.slice(0, 2)
    expect(sentencesOf(input({ reports }))).toBe(
      'Mới có số liệu của 2/3 đơn vị; cả 1 chỉ tiêu có đăng ký đều được cả 2 đơn vị này đạt và vượt. ' +
        '2 trong 3 đơn vị đã được xác nhận; Lâm Đồng chưa gửi.',
    )
  })
  it('says what a source does not say', () => {
    expect(sentencesOf(input({ reports: [], collected: false }))).toBe(
      'Nguồn không nêu số liệu của năm 2026.',
    )
    const membership = membershipSentence({
      members: UNITS,
      headships: [{ role: 'HEAD', unit: UNITS[1]!, inferred: true }],
    })
    expect(plainSentence(membership)).toBe(
      'Cụm có 3 đơn vị: Đà Nẵng, Gia Lai và Lâm Đồng; Cụm trưởng Gia Lai (suy ra từ tài liệu), Cụm phó: nguồn không nêu.',
    )
  })
  it('says that a source states no targets, rather than that nothing has a class', () => {
    const reports = [report('a', { cells: { i0: count('10') } })]
    const [row] = summariseClusterYear(input({ reports })).rows
    expect(plainSentence(recordSentence(row!, 2020, 'Tài liệu E') ?? [])).toBe(
      '1 số liệu của năm 2020 theo Tài liệu E; nguồn không nêu chỉ tiêu đăng ký nên không xếp mức.',
    )
    expect(recordSentence(summariseClusterYear(input()).rows[0]!, 2020, 'Tài liệu E')).toBeNull()
  })
  it('says who is late', () => {
    const rows = UNITS.map((unit, index) => ({
      unit,
      sent: index > 0,
      mending: index === 2,
      lateDays: index === 2 ? 0 : 3,
    }))
    expect(completenessSentence(rows).map(plainSentence).join(' ')).toBe(
      '2 trong 3 đơn vị đã gửi, 1 đơn vị gửi chậm. Đã gửi và cần bổ sung: Lâm Đồng. Chưa gửi: Đà Nẵng (quá hạn 3 ngày).',
    )
  })
})

describe('the table', () => {
  it("M5 shows the cluster's own figures in one row where the source gives none of units (C6)", () => {
    const html = htmlOf(
      input({
        reports: [],
        collected: false,
        reported: [
          {
            indicatorId: 'i0',
            raw: '13.577 hộ',
            value: { kind: 'COUNT', amount: '13577', qualifier: 'EXACT' },
            note: null,
            source: { slug: 'c', letter: 'C', title: 'Tổng kết 2023', factId: 'C6' },
          },
        ],
      }),
    )
    expect(html).toContain('nguồn không nêu số liệu từng tỉnh')
    expect(html).toContain('<b>13.577</b>')
    expect(html).toContain('title="Tài liệu C, mục C6"')
    expect(html).not.toContain('Đà Nẵng')
  })
  it("shows the difference between the cluster's figure and the sum of units", () => {
    const reported = [
      {
        indicatorId: 'i0',
        raw: '42',
        value: { kind: 'COUNT' as const, amount: '42', qualifier: 'EXACT' as const },
        note: null,
        source: null,
      },
    ]
    expect(htmlOf(input({ reported }))).toContain('lệch +12')
  })
  it('compares ratios only over the same denominator', () => {
    const ratio = (numerator: string, denominator: string) => ({
      kind: 'RATIO' as const,
      numerator,
      denominator,
    })
    expect(differenceOf(ratio('5', '9'), ratio('7', '9'))).toBe('-2')
    expect(differenceOf(ratio('5', '9'), ratio('7', '8'))).toBeNull()
  })
  it('leaves a unit to which an indicator is not assigned out of the count', () => {
    const reports = input().reports
    reports[2] = { ...reports[2]!, cells: {}, notAssigned: ['i0'] }
    reports[2].cells = { other: count('1') }
    expect(htmlOf(input({ reports }))).toContain('không giao')
  })
  it('escapes everything people wrote', () => {
    const units = [{ id: 'a', slug: 'x', name: '<img src=x onerror=alert(1)>' }]
    const indicators = [indicator(0, { kind: 'TEXT', shortName: '"><script>', aggregation: 'NONE' })]
    const reports = [report('a', { cells: { i0: { m: { w: '<b>&"\'', v: 1 } } } })]
    const html = htmlOf(input({ units, indicators, reports }))
    expect(html).not.toMatch(/<script|<img|<b>&"/)
    expect(html).toContain('&lt;b&gt;&amp;&quot;&#39;')
  })
  it('shows money in the unit of its column, with its qualifier', () => {
    const money = indicator(0, { kind: 'MONEY', measureUnit: 'đồng', displayUnit: 'tỷ đồng' })
    expect(printCell({ kind: 'MONEY', amount: '3600000000', qualifier: 'OVER' }, money)).toBe('trên 3,6')
  })
})
