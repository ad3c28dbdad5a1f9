import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { RECORD_SEPARATOR } from '@/lib/platform/parsed'
import type { Statement } from './statements'

/**
 * The floors that the product is measured against: a bare server over `pg` with prepared statements. `/table` answers the
 * statements of the cluster page and the table's HTML joined from strings; `/save` writes what a save writes.
 */
const { port, url, page } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as {
  port: number
  url: string
  page: Statement[]
}
const pool = new pg.Pool({ connectionString: url, max: 20 })
const prepared = page.map(({ text, params }, index) => ({ name: `page${index}`, text, values: params }))

type Cell = { m?: { a?: string; d?: string; q?: string } }
type Indicator = { id: string; shortName: string; measureUnit: string; kind: string; group: { name: string } }
type Report = { unitId: string; reportId: string; cells: Record<string, Cell>; targets: Record<string, Cell> }
type TableRow = { indicators: string; reports: string }
type YearRow = { title: string; members: { id: string; slug: string; name: string }[] }

async function table(response: ServerResponse) {
  const [session, ...others] = prepared
  const last = others.pop()!
  await pool.query(session!)
  const beside = await Promise.all(others.map((statement) => pool.query(statement)))
  const result = await pool.query<TableRow>(last)
  const year = beside.map(({ rows }) => rows[0] as YearRow).find((row) => row.members)!
  const html = tableHtml(year, result.rows[0]!)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const thousands = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.')

function print(cell: Cell | undefined, kind: string): string {
  const value = cell?.m
  if (!value?.a) return '–'
  if (value.d) return `${value.a}/${value.d}`
  const words = kind === 'MONEY' ? String(Number(value.a) / 1e9).replace('.', ',') : thousands(value.a)
  return value.q ? `trên ${words}` : words
}

const amount = (cell: Cell | undefined) => (cell?.m?.a ? Number(cell.m.a) / Number(cell.m.d ?? 1) : 0)

function tableHtml(year: YearRow, row: TableRow): string {
  const indicators = JSON.parse(row.indicators) as Indicator[]
  const reports = new Map(
    row.reports.split(RECORD_SEPARATOR).map((json) => {
      const report = JSON.parse(json) as Report
      return [report.unitId, report]
    }),
  )
  const heads = indicators.map(
    ({ id, shortName, measureUnit }) =>
      `<th class="n" scope="col" data-i="${id}"><span>${escape(shortName)}</span><small>${escape(measureUnit)}</small></th>`,
  )
  const rows = year.members.map(({ id, slug, name }, index) => {
    const report = reports.get(id)!
    const cells = indicators.map((indicator) => {
      const cell = report.cells[indicator.id]
      const target = report.targets[indicator.id]
      const share = (amount(cell) / amount(target)) * 100
      const mark = share > 100 ? 'vuot' : share === 100 ? 'dat' : 'chua'
      return `<td class="${mark}"><b>${print(cell, indicator.kind)}</b><span>${print(target, indicator.kind)} · ${share.toFixed(1).replace('.', ',')}%</span><i></i></td>`
    })
    return `<tr data-r="${report.reportId}"><td class="tt">${index + 1}</td><th scope="row"><a href="/units/${slug}">${escape(name)}</a></th>${cells.join('')}</tr>`
  })
  const totals = indicators.map((indicator) => {
    let sum = 0
    for (const { cells } of reports.values()) sum += Number(cells[indicator.id]?.m?.a ?? 0)
    return `<td><b>${thousands(String(sum))}</b></td>`
  })
  return (
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escape(year.title)}</title></head><body><table>` +
    `<thead><tr><th>TT</th><th>Đơn vị</th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody>` +
    `<tfoot><tr><td></td><th>Tổng</th>${totals.join('')}</tr></tfoot></table></body></html>`
  )
}

const WRITES = {
  figure: `UPDATE figures SET raw = $3, amount = $4::numeric, updated_by_id = $5, updated_at = now(), version = version + 1
    WHERE report_id = $1 AND indicator_id = $2 AND measure = 'MAIN' AND version = $6 RETURNING version`,
  report: `UPDATE reports SET data_version = data_version + 1 WHERE id = $1 RETURNING data_version`,
  projection: `UPDATE report_projections SET cells = cells || $2::jsonb WHERE report_id = $1`,
  revision: `INSERT INTO figure_revisions (report_id, indicator_id, measure, data_version, before, after, by_id)
    VALUES ($1, $2, 'MAIN', $3, $4::jsonb, $4::jsonb, $5)`,
  audit: `INSERT INTO audit_entries (actor_id, action, entity, entity_id, unit_id, before, after)
    VALUES ($1, 'saveFigure', 'figure', $2, $3, $4::jsonb, $4::jsonb)`,
  key: `INSERT INTO idempotency_keys (account_id, key, action, response) VALUES ($1, $2, 'saveFigure', $3::jsonb)`,
}

type Save = {
  reportId: string
  indicatorId: string
  unitId: string
  accountId: string
  raw: string
  version: number
}

async function save(request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const input = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Save
  const { reportId, indicatorId, unitId, accountId, raw, version } = input
  const stored = JSON.stringify({ raw, amount: raw, qualifier: 'EXACT', parts: [] })
  const client = await pool.connect()
  const run = (name: keyof typeof WRITES, values: unknown[]) =>
    client.query({ name, text: WRITES[name], values })
  try {
    await client.query('BEGIN')
    const figure = await run('figure', [reportId, indicatorId, raw, raw, accountId, version])
    const report = await run('report', [reportId])
    const dataVersion = (report.rows[0] as { data_version: number }).data_version
    const next = (figure.rows[0] as { version: number }).version
    await run('projection', [reportId, JSON.stringify({ [indicatorId]: { m: { a: raw, v: next } } })])
    await run('revision', [reportId, indicatorId, dataVersion, stored, accountId])
    await run('audit', [accountId, `${reportId}/${indicatorId}/MAIN`, unitId, stored])
    await run('key', [accountId, randomUUID(), stored])
    await client.query('COMMIT')
    const body = JSON.stringify({ ok: true, value: { raw, version: next, dataVersion } })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

createServer((request, response) => {
  const work = request.url === '/table' ? table(response) : save(request, response)
  work.catch((error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
}).listen(port, '127.0.0.1', () => console.log('ready'))
