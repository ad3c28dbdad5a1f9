import type { BenchData, Entry } from './data'
import { load, put, type Target } from './load'
import { check, CROWD, lines, p50, paired, PORTS, rate, slicesOf } from './settings'

/** Saving one figure through its endpoint, beside the same writes in a bare transaction. */
export async function saves({ entries, indicators }: BenchData) {
  console.log('saving a figure …')
  // The product writes into one half of the reports and the floor into the other; every connection has its own report.
  const half = Math.floor(entries.length / 2)
  const cell = (index: number, offset: number): Entry => entries[offset + index]!
  const state = (offset: number) =>
    Array.from({ length: 16 }, (_, index) => ({ ...cell(index, offset), version: 1, turn: 0 }))
  const own = state(0)
  const bare = state(half)
  const typed = (turn: number) => String(1000 + (turn % 9000)).replace(/(\d)(\d{3})$/, '$1.$2')
  const versions = (answer: { status: number; body: Buffer }) =>
    answer.status === 200
      ? (JSON.parse(answer.body.toString()) as { value: { version: number } }).value.version
      : null
  const known = new Map<string, number>()
  const indicatorOf = (turn: number) => indicators[turn % indicators.length]!
  const target = (
    name: string,
    port: number,
    rows: typeof own,
    request: (row: (typeof own)[number]) => string,
  ): Target => ({
    name,
    port,
    request: (index) => request(rows[index]!),
    check: (answer, index) => {
      const row = rows[index]!
      const version = versions(answer)
      if (version === null) return false
      known.set(`${row.reportId}/${indicatorOf(row.turn)}`, version)
      row.turn += 1
      row.version = known.get(`${row.reportId}/${indicatorOf(row.turn)}`) ?? 1
      return true
    },
  })
  const run = Date.now()
  const product = target('product', PORTS.app, own, ({ reportId, session, version, turn }) =>
    put(`/api/app/v1/reports/${reportId}/figures/${indicatorOf(turn)}`, session, {
      measure: 'MAIN',
      raw: typed(turn),
      note: null,
      version,
      idempotencyKey: `bench-${run}-${turn}`,
    }),
  )
  const floor = target(
    'floor',
    PORTS.floors,
    bare,
    ({ reportId, unitId, accountId, session, version, turn }) =>
      put('/save', session, {
        reportId,
        unitId,
        accountId,
        indicatorId: indicatorOf(turn),
        raw: String(1000 + (turn % 9000)),
        version,
      }),
  )
  for (const warm of [product, floor]) check('saves', [await load(warm, { connections: 16, requests: 500 })])
  const slices = await slicesOf([product, floor], CROWD)
  lines.push({
    name: 'saving one figure, 16 connections',
    figure: rate(slices('product')),
    unit: 'saves/s',
    floor: { name: 'bare transaction', figure: rate(slices('floor')) },
    ratio: paired(slices('product'), slices('floor'), ({ answers, seconds }) => answers / seconds),
    limit: { atLeast: 0.4 },
  })
  lines.push({
    name: 'saving one figure, 16 connections, p50',
    figure: p50(slices('product')),
    unit: 'ms',
    floor: { name: 'bare transaction', figure: p50(slices('floor')) },
  })
}
