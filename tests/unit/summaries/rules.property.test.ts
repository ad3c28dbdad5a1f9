import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterTableHtml } from '@/components/summaries/cluster-table'
import { addDecimals } from '@/lib/platform/numbers/decimal'
import { summariseClusterYear } from '@/lib/summaries/rules'
import { plainSentence, unitSentence } from '@/lib/summaries/sentences/rules'
import type { ClusterSummary, TableInput } from '@/lib/summaries/types'
import { clusterYears } from '../../support/table-input'

type Told = { cells: { class: string; value: string }[]; status: string; name: string; aside: boolean }

/** The table as a reader sees it: read back from its HTML, not from the summary it was made of. */
function readTable(html: string): Told[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? ''
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => ({
    name: /<a [^>]*>(.*?)<\/a>/.exec(row)?.[1] ?? '',
    aside: row.includes('<small>không tính vào tổng</small>'),
    status: /<u>(.*?)<\/u>/.exec(row)?.[1] ?? '',
    cells: [...row.matchAll(/<td(?: class="([^"]*)")?[^>]*>(.*?)<\/td>/gs)]
      .slice(1)
      .map(([, className = '', inner = '']) => ({
        class: className.split(' ').find((name) => ['vuot', 'dat', 'half', 'chua'].includes(name)) ?? '',
        value: inner,
      })),
  }))
}

const NUMERALS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const numberOf = (word: string) => (NUMERALS.includes(word) ? NUMERALS.indexOf(word) : Number(word))

/** "A và B mỗi đơn vị hai chỉ tiêu; C một chỉ tiêu" as counts by unit. */
function countsIn(text: string, lead: string): Record<string, number> {
  const list = new RegExp(`${lead}: ([^.]*)\\.`).exec(text)?.[1]
  const counts: Record<string, number> = {}
  for (const part of list?.split('; ') ?? []) {
    const match = /^(.*?)(?: mỗi đơn vị)? (\S+) chỉ tiêu$/.exec(part)
    for (const name of match?.[1]?.split(/, | và /) ?? []) counts[name] = numberOf(match?.[2] ?? '')
  }
  return counts
}

const htmlOf = (summary: ClusterSummary, input: TableInput) =>
  clusterTableHtml(summary, {
    year: input.year,
    members: input.units.map((unit) => ({
      ...unit,
      kind: 'tỉnh',
      includes: [],
      inferred: false,
      source: null,
    })),
    headships: [],
    columns: input.indicators.map((_, index) => index),
    compare: false,
  })

/** Its figures stand in totals and sentences: some are shown, and it is not the reader's own draft. */
const counted = (told: Told) =>
  !told.aside && told.cells.some(({ value }) => value.startsWith('<b>') && !value.startsWith('<b>–'))

describe('M12: no sentence contradicts the table under it', () => {
  it('M12 completion: indicators met by all, and who has not met how many', () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        const summary = summariseClusterYear(input)
        const text = summary.sentences.map(plainSentence).join(' ')
        const table = readTable(htmlOf(summary, input))
        const seen = table.filter(counted)
        fc.pre(seen.length > 0)
        for (const [lead, mark] of [
          ['Chưa đạt', 'chua'],
          ['Đạt trên 50%', 'half'],
        ] as const) {
          const told = countsIn(text, lead)
          for (const row of table) {
            expect(told[row.name] ?? 0, `${lead}: ${text}`).toBe(
              counted(row) ? row.cells.filter((cell) => cell.class === mark).length : 0,
            )
          }
        }
        const columns = input.indicators.map((_, index) => seen.map((row) => row.cells[index]!))
        const judged = columns.filter((cells) => cells.some((cell) => cell.class !== ''))
        const met = judged.filter((cells) =>
          cells.every(
            (cell) => cell.class === 'vuot' || cell.class === 'dat' || cell.value.includes('không giao'),
          ),
        ).length
        const share = /(\d+)\/(\d+) chỉ tiêu có đăng ký/.exec(text)
        const all = /[Cc]ả (\d+) chỉ tiêu có đăng ký đều/.exec(text)
        if (judged.length === 0) expect(text.toLowerCase()).toContain('chưa có chỉ tiêu đăng ký')
        else if (share) expect([Number(share[1]), Number(share[2])]).toEqual([met, judged.length])
        else expect([Number(all?.[1]), met]).toEqual([judged.length, judged.length])
        const numberIn = (words: RegExp) => Number(words.exec(text)?.[1] ?? 0)
        const missed = numberIn(/(\d+) chỉ tiêu còn đơn vị chưa đạt/)
        const unranked = numberIn(/(\d+) chỉ tiêu chưa xếp được mức \(\S/)
        expect(missed, text).toBe(
          judged.filter((cells) => cells.some((cell) => ['chua', 'half'].includes(cell.class))).length,
        )
        expect(met + missed + unranked, text).toBe(judged.length)
        const partial = /số liệu của (\d+)\/(\d+) đơn vị/.exec(text)
        if (partial) expect([Number(partial[1]), Number(partial[2])]).toEqual([seen.length, table.length])
        else expect(seen.length).toBe(table.length)
      }),
      { numRuns: 600 },
    )
  })

  it('M12 states: how many are confirmed, and what each other waits for', () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        fc.pre(input.collected)
        const summary = summariseClusterYear(input)
        const text = plainSentence(summary.sentences.at(-1)!)
        const table = readTable(htmlOf(summary, input))
        const confirmed = table.filter(({ status }) => status === '').length
        const share = /^(\d+) trong (\d+) đơn vị đã được xác nhận/.exec(text)
        if (share) expect([Number(share[1]), Number(share[2])]).toEqual([confirmed, table.length])
        else if (/^(Cả \d+ đơn vị|Báo cáo) đã được xác nhận\.$/.test(text))
          expect(confirmed).toBe(table.length)
        else expect(confirmed).toBe(0)
        for (const row of table) {
          if (row.status === '') continue
          const whole = text.startsWith('Cả ') || table.length === 1
          const clause = text.split('; ').find((part) => part.includes(row.name))
          expect(whole || clause !== undefined, text).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('M12 "100%" stands exactly where the class is "đạt", and nowhere for a class above or below', () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        const html = htmlOf(summariseClusterYear(input), input)
        for (const row of readTable(html)) {
          for (const cell of row.cells) {
            const percent = /· ((?:trên |gần |khoảng )?)([\d,]+)%/.exec(cell.value)
            if (!percent) continue
            const exact = percent[1] === '' && percent[2] === '100'
            if (cell.class === 'dat') expect(exact, cell.value).toBe(true)
            if (exact) expect(['dat', ''], cell.value).toContain(cell.class)
            const value = Number(percent[2]!.replace(',', '.'))
            if (cell.class === 'vuot') expect(value, cell.value).toBeGreaterThanOrEqual(100)
            if (cell.class === 'chua') expect(value, cell.value).toBeLessThanOrEqual(100)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('M12 sums: a total is the sum of the figures above it', () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        const summary = summariseClusterYear(input)
        summary.columns.forEach((column, index) => {
          const sent = summary.rows.filter((row) => !row.draft)
          const values = sent.flatMap((row) => row.cells[index]!.value ?? [])
          if (summary.indicators[index]!.aggregation === 'NONE') return expect(column.value).toBeNull()
          if (summary.indicators[index]!.kind !== 'COUNT') return
          const sum = values.reduce(
            (total, value) => addDecimals(total, 'amount' in value ? (value.amount ?? '0') : '0'),
            '0',
          )
          if (values.length > 0) expect(column.value).toMatchObject({ amount: sum })
          expect(column.units).toBe(values.length)
        })
      }),
      { numRuns: 200 },
    )
  })

  it("M12 a unit's own sentence counts what its row shows", () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        const summary = summariseClusterYear(input)
        for (const row of summary.rows) {
          const text = plainSentence(unitSentence(row, summary.indicators))
          const total = /^(\d+) chỉ tiêu: /.exec(text)
          if (!total) {
            expect(row.hasFigures).toBe(false)
            continue
          }
          const parts = [...text.slice(total[0].length).matchAll(/(\d+) (?=\p{L})/gu)].map((match) =>
            Number(match[1]),
          )
          expect(
            parts.reduce((sum, part) => sum + part, 0),
            text,
          ).toBe(Number(total[1]))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('M12 a draft that was never sent changes no total and no count, whoever reads', () => {
    fc.assert(
      fc.property(clusterYears, (input) => {
        const own = summariseClusterYear(input)
        const others = summariseClusterYear({
          ...input,
          reports: input.reports.map((report) =>
            report.state === 'DRAFT' && !report.sentBefore ? { ...report, state: null, cells: {} } : report,
          ),
        })
        expect(own.columns).toEqual(others.columns)
        const { reporting, judged, metByAll, missed, unranked } = own
        expect({ reporting, judged, metByAll, missed, unranked }).toEqual({
          reporting: others.reporting,
          judged: others.judged,
          metByAll: others.metByAll,
          missed: others.missed,
          unranked: others.unranked,
        })
      }),
      { numRuns: 300 },
    )
  })
})
