import pg from 'pg'
import { LAST_YEAR, type BenchData, type Size } from './data'
import { askOnce, get, load, median, quantile, type Target } from './load'
import type { Line } from './report'

/** Commune-level units of the country in clusters of ten: 3,321 × 21 indicators × 20 years × 3 periods. */
export const PLANNING: Size = { units: 3321, clusters: 332 }
export const PLANNING_YEARS = 20

const FIRST_YEAR = LAST_YEAR - PLANNING_YEARS + 1
const COMPARE = '/api/app/v1/compare?chi-tieu=ct-1'
const LIMIT = 400

/** Pages and comparisons, each with what its answer has to contain to count as one. */
const VIEWS: { name: string; path: string; holds: string }[] = [
  { name: 'national page', path: '/national', holds: 'Tổng toàn quốc' },
  { name: 'national overview', path: '/national/overview', holds: 'Mức hoàn thành của từng chỉ tiêu' },
  { name: 'national honours', path: '/national/honours', holds: 'Ai chưa từng làm cụm trưởng' },
  {
    name: 'comparison of all clusters over 20 years',
    path: `${COMPARE}&xem=tung-hang&theo=cum&tu=${FIRST_YEAR}&den=${LAST_YEAR}&ky=9-thang`,
    holds: 'Cụm thi đua số 332',
  },
  {
    name: 'comparison of all units, two years',
    path: `${COMPARE}&xem=dang-chu-y&tu=${LAST_YEAR - 1}&den=${LAST_YEAR}&ky=9-thang`,
    holds: '3.321',
  },
  {
    name: "comparison of a cluster's units over 20 years, today's boundaries",
    path: `${COMPARE}&xem=qua-nam&cum=cum-1&dia-gioi=hien-nay&tu=${FIRST_YEAR}&den=${LAST_YEAR}&ky=6-thang`,
    holds: 'Đơn vị số 0001',
  },
  {
    name: 'heat table of a cluster',
    path: `${COMPARE}&xem=bang-mau&cum=cum-1&den=${LAST_YEAR}&ky=9-thang`,
    holds: 'ct-21',
  },
  {
    name: 'heat table of all clusters',
    path: `${COMPARE}&xem=bang-mau&theo=cum&tu=${LAST_YEAR}&den=${LAST_YEAR}&ky=9-thang`,
    holds: 'ct-21',
  },
]

/** p95 of every page and comparison at planning size. */
export async function measurePlanning(
  { url, data }: { url: string; data: BenchData },
  { port, quick }: { port: number; quick: boolean },
): Promise<Line[]> {
  const lines: Line[] = []
  const requests = quick ? 25 : 100
  for (const { name, path, holds } of VIEWS) {
    const request = get(path, data.office)
    const first = await askOnce(port, request)
    if (first.status !== 200 || !first.body.toString().includes(holds))
      throw new Error(`${name}: the answer (${first.status}) is not what it should be.`)
    const target: Target = { name, port, request: () => request }
    await load(target, { connections: 1, requests: 5 })
    const { total, failures } = await load(target, { connections: 1, requests })
    if (failures > 0) throw new Error(`${name}: ${failures} answers failed.`)
    lines.push({
      name: `${name}, planning size, p95`,
      figure: quantile(total, 0.95),
      unit: 'ms',
      limit: { atMost: LIMIT },
      note: `p50 ${median(total).toFixed(0)} ms; first of all ${first.ms.toFixed(0)} ms; ${(first.body.length / 1024).toFixed(0)} kB`,
    })
  }
  lines.push(await afterChanges(url, port, data, quick))
  return lines
}

/** The national page right after figures changed in ten clusters: what was summed up of them no longer counts. */
async function afterChanges(url: string, port: number, data: BenchData, quick: boolean): Promise<Line> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const samples: number[] = []
  try {
    for (let turn = 0; turn < (quick ? 10 : 40); turn++) {
      await client.query(
        `WITH touched AS (
           SELECT r.id FROM reports r JOIN cluster_years cy ON cy.id = r.cluster_year_id JOIN clusters c ON c.id = cy.cluster_id
             JOIN reporting_periods p ON p.id = r.period_id
            WHERE cy.year = ${LAST_YEAR} AND p.kind = 'NINE_MONTHS' AND c.position % 33 = $1 % 33
         ), figures_changed AS (
           UPDATE report_projections SET cells = jsonb_set(cells, ARRAY[k.key, 'm', 'a'], to_jsonb($2::text))
             FROM touched, LATERAL (SELECT jsonb_object_keys(p.cells) AS key FROM report_projections p WHERE p.report_id = touched.id LIMIT 1) k
            WHERE report_id = touched.id
         )
         UPDATE reports SET data_version = data_version + 1 WHERE id IN (SELECT id FROM touched)`,
        [turn, String(1000 + turn)],
      )
      samples.push((await askOnce(port, get('/national', data.office))).ms)
    }
  } finally {
    await client.end()
  }
  return {
    name: 'national page just after ten clusters changed, planning size, p95',
    figure: quantile(samples, 0.95),
    unit: 'ms',
    limit: { atMost: LIMIT },
    note: `p50 ${median(samples).toFixed(0)} ms`,
  }
}
