import pg from 'pg'
import { LAST_YEAR } from './data'
import { askOnce, get, load, median, quantile, type Slice, type Target } from './load'
import { ALONE, CLUSTER_PAGE, CROWD, lines, p50, paired, QUICK, rate, slicesOf } from './settings'

/**
 * The cluster page as it is asked for: again by the same reader, so that it is sent as it was made before if nothing it is
 * made of has changed; and each time at an address not asked for before, so that it is made anew.
 */
const WAYS = ['cluster page', 'cluster page made anew'] as const
type Way = (typeof WAYS)[number]
export type ClusterPage = Record<Way, Target>

/** Both ways to ask a server for the page; `of` tells servers apart. */
export function clusterPage(server: { port: number; pid?: number }, session: string, of = ''): ClusterPage {
  const again = get(CLUSTER_PAGE, session)
  let asked = 0
  return {
    'cluster page': { ...server, name: `cluster page${of}`, request: () => again },
    'cluster page made anew': {
      ...server,
      name: `cluster page made anew${of}`,
      request: () => get(`${CLUSTER_PAGE}?n=${(asked += 1)}`, session),
    },
  }
}

const middle = (slice: Slice) => median(slice.total)

/** The page beside the floors B and N: for one reader, and for sixteen at once. */
export async function measureClusterPage(page: ClusterPage, B: Target, N: Target, url: string) {
  console.log('cluster page, one connection …')
  const alone = await slicesOf([...Object.values(page), B, N], ALONE)
  for (const way of WAYS) {
    for (const [floor, atMost] of [
      ['B', 3.5],
      ['N', 3],
    ] as const) {
      lines.push({
        name: `${way}, p50 at one connection`,
        figure: p50(alone(way)),
        unit: 'ms',
        floor: { name: floor, figure: p50(alone(floor)) },
        ratio: paired(alone(way), alone(floor), middle),
        limit: { atMost },
      })
    }
  }
  await changingTable(page['cluster page'], url)

  console.log('cluster page, 16 connections …')
  const crowd = await slicesOf([...Object.values(page), B, N], CROWD)
  const throughput = (slice: Slice) => slice.answers / slice.seconds
  const cpu = (name: string) =>
    crowd(name).reduce((sum, { cpuMs }) => sum + cpuMs, 0) /
    crowd(name).reduce((sum, { answers }) => sum + answers, 0)
  const spread = (name: string) => {
    const samples = crowd(name).flatMap(({ total }) => total)
    return { p99: quantile(samples, 0.99), p50: median(samples) }
  }
  const theirs = spread('N')
  for (const way of WAYS) {
    for (const [floor, limit] of [
      ['N', { atLeast: 0.35 }],
      ['B', undefined],
    ] as const) {
      lines.push({
        name: `${way}, throughput at 16 connections`,
        figure: rate(crowd(way)),
        unit: 'requests/s',
        floor: { name: floor, figure: rate(crowd(floor)) },
        ratio: paired(crowd(way), crowd(floor), throughput),
        limit,
      })
    }
    lines.push({
      name: `${way}, processor time of the product's process`,
      figure: cpu(way),
      unit: 'ms',
      floor: { name: 'N', figure: cpu('N') },
      ratio: cpu(way) / cpu('N'),
    })
    const own = spread(way)
    lines.push({
      name: `${way}, p99 at 16 connections`,
      figure: own.p99,
      unit: 'ms',
      floor: { name: 'its own p50', figure: own.p50 },
      ratio: own.p99 / own.p50,
      limit: { atMost: 5 },
      note: `the empty page's: ${(theirs.p99 / theirs.p50).toFixed(2)}`,
    })
  }
}

/** The page of a larger database beside that of the first. */
export async function compareClusterPage(
  page: ClusterPage,
  larger: ClusterPage,
  { name, first, atMost }: { name: string; first: string; atMost: number },
) {
  const requests = QUICK ? 200 : 1000
  for (const way of WAYS) await load(larger[way], { connections: 4, requests })
  const slices = await slicesOf([...Object.values(page), ...Object.values(larger)], ALONE)
  for (const way of WAYS) {
    const [there, here] = [slices(larger[way].name), slices(page[way].name)]
    lines.push({
      name: `${way} ${name}, p50 at one connection`,
      figure: p50(there),
      unit: 'ms',
      floor: { name: first, figure: p50(here) },
      ratio: paired(there, here, middle),
      limit: { atMost },
    })
  }
}

/** The page right after a figure changed: nothing that was printed before can be used. */
async function changingTable(product: Target, url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const samples: number[] = []
  for (let turn = 0; turn < (QUICK ? 40 : 200); turn++) {
    await client.query(
      `UPDATE report_projections SET cells = jsonb_set(cells, ARRAY[k, 'm', 'a'], to_jsonb($1::text))
         FROM (SELECT r.id, (SELECT jsonb_object_keys(p.cells) LIMIT 1) AS k FROM reports r
                 JOIN report_projections p ON p.report_id = r.id JOIN units u ON u.id = r.unit_id
                 JOIN reporting_periods rp ON rp.id = r.period_id JOIN emulation_years y ON y.id = rp.emulation_year_id
                WHERE u.slug = 'don-vi-01' AND rp.kind = 'NINE_MONTHS' AND y.year = ${LAST_YEAR}) one
        WHERE report_id = one.id`,
      [String(1000 + turn)],
    )
    samples.push((await askOnce(product.port, product.request(0))).ms)
  }
  await client.end()
  lines.push({ name: 'cluster page just after a figure changed, p50', figure: median(samples), unit: 'ms' })
}
