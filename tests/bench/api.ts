import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { startFloors, startProduct, stop } from './build'
import { LAST_YEAR, type BenchData, type Entry } from './data'
import { askOnce, load, put, type Slice, type Target } from './load'
import type { Line } from './report'
import { statementsOf, type Statement } from './statements'

type Tools = {
  quick: boolean
  /** The finished build, the data folder of PostgreSQL and the file to leave the floor's settings in. */
  places: { build: string; data: string; settings: string }
  ports: { app: number; other: number; floor: number }
  adminUrl: string
  url: string
  data: BenchData
  slicesOf: (
    targets: Target[],
    options: { connections: number; ms: number },
  ) => Promise<(name: string) => Slice[]>
  crowd: { connections: number; ms: number }
}

const PERIODS = ['NINE_MONTHS', 'SIX_MONTHS', 'YEAR_FINAL'] as const
const YEARS = [LAST_YEAR, LAST_YEAR - 1, LAST_YEAR - 2]
const TABLES = YEARS.flatMap((year) => PERIODS.map((period) => ({ year, period })))
/** So many different summaries: cluster, year and period. */
const SUMMARIES = TABLES.flatMap(({ year, period }) =>
  [1, 2, 3, 4, 5, 6].map((n) => `/api/v1/clusters/cum-${n}/years/${year}/summary?period=${period}`),
)
const NATIONS = TABLES.map(({ year, period }) => `/api/v1/national/years/${year}/summary?period=${period}`)

const ask = (path: string, token: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n${more}\r\n`

async function writeToken(client: pg.Client, email: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await client.query(
    `INSERT INTO api_tokens (token_hash, account_id, name, scopes, confirmed_only, expires_at)
     SELECT $1, id, 'Đo tốc độ', '{SUMMARY}', false, now() + interval '1 day' FROM accounts WHERE email = $2`,
    [createHash('sha256').update(secret).digest(), email],
  )
  return `ctd_${secret}`
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const throughput = ({ answers, seconds }: Slice) => answers / seconds

function compared(name: string, floor: string, own: Slice[], other: Slice[], atLeast: number): Line {
  return {
    name,
    figure: median(own.map(throughput)),
    unit: 'requests/s',
    floor: { name: floor, figure: median(other.map(throughput)) },
    ratio: median(own.map((slice, round) => throughput(slice) / throughput(other[round]!))),
    limit: { atLeast },
  }
}

/** A new figure in one report of every table of these years, so that no answer kept before can be used. */
const CHANGE = `
UPDATE report_projections p SET cells = jsonb_set(p.cells, ARRAY[k.id, 'm', 'a'], to_jsonb($1::text))
  FROM units u JOIN reports r ON r.unit_id = u.id JOIN cluster_years cy ON cy.id = r.cluster_year_id
  JOIN LATERAL (SELECT jsonb_object_keys(q.cells) AS id FROM report_projections q
         WHERE q.report_id = r.id ORDER BY 1 LIMIT 1) k ON true
 WHERE p.report_id = r.id AND cy.year >= ${LAST_YEAR - 2} AND right(u.slug, 2) = ANY ($2::text[])`
/** A unit of each cluster. */
const ONE_EACH = ['01', '11', '21', '31', '42', '53']

type Floor = { body: Buffer; statements: Statement[] }

/** What the floor has to do every time: the statements of the first answer, which makes what later ones keep. */
async function firstAnswer({ places, adminUrl, ports }: Tools, request: string): Promise<Floor> {
  let body: Buffer = Buffer.alloc(0)
  const statements = await statementsOf(places.data, adminUrl, async () => {
    const answer = await askOnce(ports.app, request)
    if (answer.status !== 200) throw new Error(`The API answers ${answer.status}.`)
    body = answer.body
  })
  return { body, statements: statements.filter(({ text }) => !/\bapi_usage\b/.test(text)) }
}

/** The API's tables: warm, just after a change, and how soon a saved figure is in them. */
export async function measureApi(tools: Tools): Promise<Line[]> {
  const { ports, data, quick, crowd } = tools
  const client = new pg.Client({ connectionString: tools.url })
  await client.connect()
  const token = await writeToken(client, 'office@bench.test')
  const summary = await firstAnswer(tools, ask(SUMMARIES[0]!, token))
  const nation = await firstAnswer(tools, ask(NATIONS[0]!, token))
  const own = ({ statements, body }: Floor) => ({ statements, body: body.toString('utf8') })
  await writeFile(
    tools.places.settings,
    JSON.stringify({
      port: ports.floor,
      url: tools.url,
      answers: { '/summary': own(summary), '/nation': own(nation) },
    }),
  )
  const floor = await startFloors(tools.places.settings, ports.floor, 'api-floor.ts', '/summary')
  const reader = { name: 'a handler that reads the token', path: '/api/bench-token' }
  const empty = { name: 'an empty route handler', path: '/api/bench-empty' }
  try {
    return [
      {
        name: 'API summary, SQL statements just after a change',
        figure: summary.statements.length,
        unit: '',
      },
      { name: 'API summary, JSON', figure: summary.body.length / 1024, unit: 'kB' },
      await warm(tools, 'API summary, unchanged, 16 connections', ask(SUMMARIES[0]!, token), reader, token),
      await changing(tools, client, token, {
        name: 'API summary just after a change, 16 connections',
        views: SUMMARIES,
        units: ONE_EACH,
        floor: '/summary',
        crowd,
      }),
      await everyInstance(tools, client, data.entries[0]!, quick ? 100 : 1000),
      { name: 'national table as data, JSON', figure: nation.body.length / 1024, unit: 'kB' },
      {
        name: 'national table as data, JSON after gzip',
        figure: gzipSync(nation.body).length / 1024,
        unit: 'kB',
      },
      // As every client asks that is no measurement: packed.
      await warm(
        tools,
        'national table (63 × 21) as data, unchanged, 16 connections',
        ask(NATIONS[0]!, token, 'accept-encoding: gzip\r\n'),
        empty,
        token,
      ),
      await changing(tools, client, token, {
        name: 'national table (63 × 21) as data just after a figure changed, 4 connections',
        views: NATIONS,
        units: ['01'],
        floor: '/nation',
        // More connections than tables would be given one answer together.
        crowd: { ...crowd, connections: 4 },
      }),
    ]
  } finally {
    await stop(floor)
    await client.end()
  }
}

async function warm(
  { ports, slicesOf, crowd }: Tools,
  name: string,
  request: string,
  floor: { name: string; path: string },
  token: string,
): Promise<Line> {
  console.log(`${name} …`)
  const product: Target = { name: 'product', port: ports.app, request: () => request }
  const handler: Target = { name: 'handler', port: ports.app, request: () => ask(floor.path, token) }
  for (const target of [product, handler]) await load(target, { connections: 16, requests: 500 })
  const slices = await slicesOf([product, handler], crowd)
  return compared(name, floor.name, slices('product'), slices('handler'), 0.7)
}

type Changing = {
  name: string
  views: readonly string[]
  /** Numbers of the units whose figures change. */
  units: readonly string[]
  floor: string
  crowd: Tools['crowd']
}

async function changing(
  { ports, slicesOf }: Tools,
  client: pg.Client,
  token: string,
  { name, views, units, floor, crowd }: Changing,
): Promise<Line> {
  console.log(`${name} …`)
  let turn = 0
  let changing: Promise<unknown> | null = null
  const change = () => {
    changing ??= client
      .query(CHANGE, [String(1000 + (turn++ % 9000)), units])
      .finally(() => (changing = null))
  }
  const last = new Map<number, string>()
  let answers = 0
  let repeated = 0
  const cycling = (name: string, port: number, path?: string): Target => {
    let n = 0
    const asked: number[] = []
    return {
      name,
      port,
      request: (index) => {
        // Twice a round through the views: no view is asked for again before it has changed.
        if (n % Math.floor(views.length / 2) === 0) change()
        asked[index] = n++ % views.length
        return ask(path ?? views[asked[index]]!, token)
      },
      check: ({ status, body }, index) => {
        if (!path) {
          const print = createHash('sha1').update(body).digest('base64')
          answers += 1
          if (last.get(asked[index]!) === print) repeated += 1
          last.set(asked[index]!, print)
        }
        return status === 200
      },
    }
  }
  const product = cycling('product', ports.app)
  const bare = cycling('bare', ports.floor, floor)
  for (const target of [product, bare]) await load(target, { connections: 16, requests: 200 })
  const slices = await slicesOf([product, bare], crowd)
  return {
    ...compared(name, 'bare server, same SQL and JSON', slices('product'), slices('bare'), 0.6),
    note: `${((100 * repeated) / answers).toFixed(1)}% of the answers were like the one before`,
  }
}

/** Saves through one instance and reads from both. */
async function everyInstance(
  { places, url, ports, data }: Tools,
  client: pg.Client,
  entry: Entry,
  saves: number,
): Promise<Line> {
  console.log('a saved figure in the next answer of every instance …')
  const other = await startProduct(places.build, url, ports.other)
  try {
    const token = await writeToken(client, `${entry.unit}@bench.test`)
    const path = `/api/v1/clusters/cum-1/years/${LAST_YEAR}/summary?period=YEAR_FINAL`
    const indicatorId = data.indicators[0]!
    const { rows } = await client.query<{ version: number }>(
      `SELECT version FROM figures WHERE report_id = $1 AND indicator_id = $2 AND measure = 'MAIN'`,
      [entry.reportId, indicatorId],
    )
    let version = rows[0]?.version ?? 0
    let seen = 0
    for (let turn = 0; turn < saves; turn++) {
      const amount = String(100_000 + turn)
      const saved = await askOnce(
        turn % 2 === 0 ? ports.app : ports.other,
        put(`/api/app/v1/reports/${entry.reportId}/figures/${indicatorId}`, entry.session, {
          measure: 'MAIN',
          raw: amount,
          note: null,
          version,
          idempotencyKey: `bench-api-${Date.now()}-${turn}`,
        }),
      )
      if (saved.status !== 200) throw new Error(`Saving answers ${saved.status}: ${saved.body.toString()}`)
      version = (JSON.parse(saved.body.toString()) as { value: { version: number } }).value.version
      const shown = await Promise.all([ports.app, ports.other].map((port) => askOnce(port, ask(path, token))))
      if (shown.every(({ body }) => body.includes(`"amount":"${amount}"`))) seen += 1
    }
    return {
      name: `API summary: saved figures in the next answer of both instances, of ${saves}`,
      figure: seen,
      unit: '',
      limit: { atLeast: saves },
    }
  } finally {
    await stop(other)
  }
}
