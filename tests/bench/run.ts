import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ChildProcess } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { migrate } from '@/lib/platform/ops/migrate'
import { startPostgres } from '@/lib/platform/ops/postgres'
import { measureBallots } from './ballots'
import { buildWithEmptyPage, residentMb, startFloors, startProduct, stop } from './build'
import { LAST_YEAR, writeData, type BenchData, type Entry, type Size } from './data'
import { measureApi } from './api'
import { measureHall } from './hall'
import { measurePlanning, PLANNING, PLANNING_YEARS } from './planning'
import { measurePapers } from './papers'
import { askOnce, get, interleave, load, median, put, quantile, type Slice, type Target } from './load'
import { judge, loadNow, machine, writeReport, type Line } from './report'
import { measureSearch } from './search'
import { measureSheets } from './sheets'
import { statementsOf } from './statements'
import { weighPages } from './weight'

// `npm run bench`: every limit of the product's speed and size, against floors measured in the same run.
// BENCH_QUICK=1 is shorter; BENCH_ONLY=table,save,… runs some; BENCH_FOLDER keeps the build for the next run;
// BENCH_PROFILE=<folder> writes a CPU profile of the product there. BENCH_LIGHT=1 gives the planning size what its pages
// read (reports' projections, totals) without the row a figure behind it, as a short run does. A run that is stopped, or
// fails, reports what it measured before.
const QUICK = process.env.BENCH_QUICK === '1'
const LIGHT = QUICK || process.env.BENCH_LIGHT === '1'
const ONLY = process.env.BENCH_ONLY?.split(',')
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 3250)
const PORTS = {
  app: FIRST_PORT,
  ten: FIRST_PORT + 1,
  floors: FIRST_PORT + 2,
  api: FIRST_PORT + 3,
  planning: FIRST_PORT + 4,
}
const DATABASE_PORT = Number(process.env.BENCH_DATABASE_PORT ?? 55250)
const ROUNDS = QUICK ? 6 : 24
const ALONE = { connections: 1, ms: QUICK ? 400 : 700 }
const CROWD = { connections: 16, ms: QUICK ? 700 : 1500 }
const MIXED = QUICK ? 1_000 : 10_000

const CLUSTER_PAGE = `/clusters/cum-1/${LAST_YEAR}`
const lines: Line[] = []
const wanted = (part: string) => !ONLY || ONLY.includes(part)

const scratch = await mkdtemp(path.join(tmpdir(), 'cum-thi-dua-bench-'))
// PostgreSQL, which does not run as root, must reach its data in there.
await chmod(scratch, 0o755)
const folder = process.env.BENCH_FOLDER ?? path.join(scratch, 'build')
const before = loadNow()
type Database = { url: string; data: BenchData }

async function prepare(
  server: { urlOf: (name: string) => string },
  name: string,
  years: number,
  size?: Size,
  withFigures = true,
): Promise<Database> {
  const admin = new pg.Client({ connectionString: server.urlOf('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  await admin.end()
  const url = server.urlOf(name)
  await migrate(url)
  return { url, data: await writeData(url, years, size, withFigures) }
}

async function measure(
  dataFolder: string,
  server: { urlOf: (name: string) => string },
  one: Database,
  ten: Database | null,
  planning: Database | null,
) {
  const app = await startProduct(folder, one.url, PORTS.app)
  children.push(app)
  const { reviewer } = one.data
  const view = get(CLUSTER_PAGE, reviewer)
  const complete = (body: string) =>
    body.includes('</html>') &&
    (body.match(/<td[ >]/g) ?? []).length >= 11 * 22 &&
    body.includes('Tổng các đơn vị')
  // The first view brings the table's content along: what the floor must do every time.
  const seen: string[] = []
  const look = async () => seen.push((await askOnce(PORTS.app, view)).body.toString())
  const statements = await statementsOf(dataFolder, server.urlOf('postgres'), look)
  for (let turn = 0; turn < 50; turn++) await askOnce(PORTS.app, view)
  const later = await statementsOf(dataFolder, server.urlOf('postgres'), look)
  if (seen.some((body) => !complete(body))) throw new Error('The cluster page is not complete.')
  lines.push({
    name: 'cluster page, SQL statements',
    figure: Math.max(statements.length, later.length),
    unit: '',
    limit: { atMost: 4 },
  })
  const settings = path.join(scratch, 'floors.json')
  // Sent in the order of arrival; the session comes first, the table last.
  const page = [...statements].sort((a, b) => rank(a.text) - rank(b.text))
  await writeFile(settings, JSON.stringify({ port: PORTS.floors, url: one.url, page }))
  children.push(await startFloors(settings, PORTS.floors))

  const product: Target = { name: 'product', port: PORTS.app, pid: app.pid, request: () => view }
  const B: Target = { name: 'B', port: PORTS.floors, request: () => get('/table') }
  const N: Target = { name: 'N', port: PORTS.app, pid: app.pid, request: () => get('/bench-floor') }
  for (const target of [product, B, N]) await load(target, { connections: 4, requests: QUICK ? 200 : 1000 })

  if (wanted('table')) await tablePage(product, B, N, one.url)
  if (wanted('save')) await saves(one.data)
  if (ten) await moreYears(product, ten)
  if (wanted('national')) await national(one.data)
  if (planning) {
    console.log('planning size …')
    const server = await startProduct(folder, planning.url, PORTS.planning)
    children.push(server)
    if (wanted('planning'))
      lines.push(
        ...(await measurePlanning(planning, {
          port: PORTS.planning,
          demo: product,
          page: CLUSTER_PAGE,
          quick: QUICK,
        })),
      )
    if (wanted('search'))
      lines.push(...(await measureSearch(planning, { port: PORTS.planning, quick: QUICK })))
    await stop(server)
  }
  if (wanted('weight')) await weights(one.data)
  if (wanted('hall')) await hall(app, one)
  if (wanted('ballots')) await ballots(one)
  if (wanted('api')) lines.push(...(await api(dataFolder, server, one)))
  if (wanted('sheets')) lines.push(...(await measureSheets(app, PORTS.app, one.data, QUICK)))
  if (wanted('papers')) lines.push(...(await measurePapers(ROUNDS)))
  if (wanted('memory')) await memory(app, one.data)
}

const rank = (text: string) => (/\bsessions s\b/.test(text) ? 0 : /report_projections tp/.test(text) ? 2 : 1)

const p50 = (slices: Slice[]) => median(slices.flatMap(({ total }) => total))
const rate = (slices: Slice[]) => median(slices.map(({ answers, seconds }) => answers / seconds))

/** The median over the rounds of the ratio within a round. */
function paired(of: Slice[], to: Slice[], figure: (slice: Slice) => number): number {
  return median(of.map((slice, round) => figure(slice) / figure(to[round]!)))
}

function check(name: string, slices: Slice[]): Slice[] {
  const failures = slices.reduce((sum, slice) => sum + slice.failures, 0)
  if (failures > 0) throw new Error(`${name}: ${failures} answers were not what they should be.`)
  return slices
}

async function slicesOf(targets: Target[], options: { connections: number; ms: number }) {
  const all = await interleave(targets, ROUNDS, options)
  return (name: string) => check(name, all.get(name)!)
}

const api = (data: string, server: { urlOf: (name: string) => string }, one: Database) =>
  measureApi({
    quick: QUICK,
    places: { build: folder, data, settings: path.join(scratch, 'api-floor.json') },
    ports: { app: PORTS.app, other: PORTS.ten, floor: PORTS.api },
    adminUrl: server.urlOf('postgres'),
    url: one.url,
    data: one.data,
    slicesOf,
    crowd: CROWD,
  })

async function tablePage(product: Target, B: Target, N: Target, url: string) {
  console.log('cluster page, one connection …')
  const alone = await slicesOf([product, B, N], ALONE)
  const single = (slice: Slice) => median(slice.total)
  for (const [floor, atMost] of [
    ['B', 3.5],
    ['N', 3],
  ] as const) {
    lines.push({
      name: 'cluster page, p50 at one connection',
      figure: p50(alone('product')),
      unit: 'ms',
      floor: { name: floor, figure: p50(alone(floor)) },
      ratio: paired(alone('product'), alone(floor), single),
      limit: { atMost },
    })
  }
  await changingTable(product, url)

  console.log('cluster page, 16 connections …')
  const crowd = await slicesOf([product, B, N], CROWD)
  const throughput = (slice: Slice) => slice.answers / slice.seconds
  for (const [floor, limit] of [
    ['N', { atLeast: 0.35 }],
    ['B', undefined],
  ] as const) {
    lines.push({
      name: 'cluster page, throughput at 16 connections',
      figure: rate(crowd('product')),
      unit: 'requests/s',
      floor: { name: floor, figure: rate(crowd(floor)) },
      ratio: paired(crowd('product'), crowd(floor), throughput),
      limit,
    })
  }
  const cpu = (name: string) =>
    crowd(name).reduce((sum, { cpuMs }) => sum + cpuMs, 0) /
    crowd(name).reduce((sum, { answers }) => sum + answers, 0)
  lines.push({
    name: "cluster page, processor time of the product's process",
    figure: cpu('product'),
    unit: 'ms',
    floor: { name: 'N', figure: cpu('N') },
    ratio: cpu('product') / cpu('N'),
  })
  const spread = (name: string) => {
    const samples = crowd(name).flatMap(({ total }) => total)
    return { p99: quantile(samples, 0.99), p50: median(samples) }
  }
  const own = spread('product')
  const theirs = spread('N')
  lines.push({
    name: 'cluster page, p99 at 16 connections',
    figure: own.p99,
    unit: 'ms',
    floor: { name: 'its own p50', figure: own.p50 },
    ratio: own.p99 / own.p50,
    limit: { atMost: 5 },
    note: `the empty page's: ${(theirs.p99 / theirs.p50).toFixed(2)}`,
  })
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

async function saves({ entries, indicators }: BenchData) {
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

async function moreYears(product: Target, ten: Database) {
  console.log('ten times the years …')
  const server = await startProduct(folder, ten.url, PORTS.ten)
  children.push(server)
  const view = get(CLUSTER_PAGE, ten.data.reviewer)
  const other: Target = { name: 'ten times', port: PORTS.ten, request: () => view }
  await load(other, { connections: 4, requests: QUICK ? 200 : 1000 })
  const slices = await slicesOf([product, other], ALONE)
  lines.push({
    name: `cluster page with ${QUICK ? 'three' : 'ten'} times the years, p50 at one connection`,
    figure: p50(slices('ten times')),
    unit: 'ms',
    floor: { name: 'ten years', figure: p50(slices('product')) },
    ratio: paired(slices('ten times'), slices('product'), ({ total }) => median(total)),
    limit: { atMost: 1.2 },
  })
  await stop(server)
}

async function national({ office, reviewer }: BenchData) {
  console.log('national page …')
  const targets = [
    { name: 'office', port: PORTS.app, request: () => get('/national', office) },
    { name: 'reviewer', port: PORTS.app, request: () => get('/national', reviewer) },
    { name: 'N', port: PORTS.app, request: () => get('/bench-floor') },
  ]
  for (const target of targets) await load(target, { connections: 1, requests: 20 })
  const slices = await slicesOf(targets, ALONE)
  const firstByte = (name: string) => median(slices(name).flatMap(({ first }) => first))
  for (const name of ['office', 'reviewer']) {
    lines.push({
      name: `national page (63 × 21), ${name}, first byte p50 at one connection`,
      figure: firstByte(name),
      unit: 'ms',
      floor: { name: 'N', figure: firstByte('N') },
      limit: { atMost: 60 },
    })
  }
  const { body } = await askOnce(PORTS.app, targets[0]!.request())
  const html = body.toString()
  const payload = [...html.matchAll(/<script[^>]*>self\.__next_f\.push\(([\s\S]*?)\)<\/script>/g)]
    .map(([, text]) => text)
    .join('')
  const kb = (text: string) => Buffer.byteLength(text) / 1024
  lines.push(
    { name: 'national page, HTML with payload', figure: kb(html), unit: 'kB' },
    {
      name: 'national page, payload alone',
      figure: kb(payload),
      unit: 'kB',
      note: 'the table is not repeated in it',
    },
    { name: 'national page, HTML after gzip', figure: gzipSync(body).length / 1024, unit: 'kB' },
  )
}

async function weights({ entries, reviewer }: BenchData) {
  console.log('weights …')
  const { reportId, session } = entries[0]!
  const pages = await weighPages(`http://127.0.0.1:${PORTS.app}`, {
    entry: { path: `/reports/${reportId}`, session },
    cluster: { path: CLUSTER_PAGE, session: reviewer },
    charts: { path: `${CLUSTER_PAGE}/charts`, session: reviewer },
    empty: { path: '/bench-floor', session: reviewer },
  })
  const { entry, cluster, charts, empty } = pages as Record<keyof typeof pages, (typeof pages)[string]>
  lines.push(
    {
      name: 'entry page, JavaScript after gzip',
      figure: entry!.scriptsKb,
      unit: 'kB',
      floor: { name: 'empty page', figure: empty!.scriptsKb },
      limit: { atMost: 190 },
    },
    { name: 'entry page, HTML after gzip', figure: entry!.htmlKb, unit: 'kB', limit: { atMost: 60 } },
    { name: 'cluster page, JavaScript after gzip', figure: cluster!.scriptsKb, unit: 'kB' },
    { name: 'cluster page, HTML after gzip', figure: cluster!.htmlKb, unit: 'kB' },
    { name: 'charts page, JavaScript after gzip', figure: charts!.scriptsKb, unit: 'kB' },
    {
      name: 'pages that load charts, of entry and cluster table',
      figure: Number(entry!.charts) + Number(cluster!.charts),
      unit: '',
      limit: { atMost: 0 },
      note: charts!.charts ? 'the charts page does' : 'no page was seen to',
    },
  )
}

async function hall(app: ChildProcess, { url, data }: Database) {
  console.log('200 screens in one hall …')
  const figures = await measureHall(
    { url: `http://127.0.0.1:${PORTS.app}`, databaseUrl: url, residentMb: () => residentMb(app) },
    data.reviewer,
    QUICK ? { events: 6 } : {},
  )
  if (figures.lost > 0) throw new Error(`Screens in the hall missed ${figures.lost} of the versions.`)
  lines.push(
    {
      name: 'hall, event to screen, p95 of 200 screens',
      figure: figures.p95,
      unit: 'ms',
      limit: { atMost: 1000 },
    },
    { name: 'hall, memory of 200 screens', figure: figures.extraMb, unit: 'MB', limit: { atMost: 60 } },
  )
}

async function ballots({ url }: Database) {
  console.log('a secret electronic ballot …')
  const { issueMs, waitMs, castMs, refused, stored } = await measureBallots(PORTS.app, url)
  if (refused > 0 || stored !== 100)
    throw new Error(`${refused} casts were refused, ${stored} papers stored.`)
  lines.push(
    { name: 'issuing to 30 voters at once', figure: issueMs, unit: 'ms', limit: { atMost: 2000 } },
    { name: 'another request waits for it', figure: waitMs, unit: 'ms', limit: { atMost: 100 } },
    {
      name: '100 electronic papers cast at once, each twice: all accepted, none stored twice',
      figure: castMs,
      unit: 'ms',
      limit: { atMost: 10_000 },
    },
  )
}

async function memory(app: ChildProcess, { entries, reviewer, office, sentReportId, indicators }: BenchData) {
  console.log('memory …')
  const officer = (n: number) => entries[n % entries.length]!
  const year = (n: number) => LAST_YEAR - (n % 10)
  const kinds: ((n: number) => string)[] = [
    (n) => get(`/clusters/cum-${(n % 6) + 1}/${year(n)}`, reviewer),
    (n) => get(`/clusters/cum-${(n % 6) + 1}/${year(n)}?so-sanh=1&ky=6-thang`, office),
    (n) => get(`/units/${officer(n).unit}/${year(n)}`, office),
    (n) => get(`/reports/${officer(n).reportId}`, officer(n).session),
    () => get('/my-work', reviewer),
    (n) => get(n % 4 === 0 ? '/national' : '/clusters', office),
    (n) =>
      get(
        `/api/app/v1/reports/${sentReportId}/figures/${indicators[n % indicators.length]!}/words`,
        reviewer,
      ),
    (n) => get(`${CLUSTER_PAGE}/${['members', 'charts', 'submissions'][n % 3]!}`, reviewer),
    (n) =>
      put(`/api/app/v1/reports/${officer(n).reportId}/narrative/RESULTS`, officer(n).session, {
        text: `Kết quả ${n}`,
        version: 0,
        idempotencyKey: `bench-memory-${process.pid}-${n}`,
      }),
  ]
  let n = 0
  const mixed: Target = {
    name: 'mixed',
    port: PORTS.app,
    request: () => {
      n += 1
      return kinds[n % kinds.length]!(Math.floor(n / kinds.length))
    },
    // A narrative that is there already answers with a conflict: work all the same.
    check: ({ status }) => status === 200 || status === 409 || status === 404,
  }
  const turn = async () => {
    const slice = await load(mixed, { connections: 16, requests: MIXED })
    check('mixed requests', [slice])
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return { mb: residentMb(app), rate: slice.answers / slice.seconds }
  }
  const first = await turn()
  const second = await turn()
  lines.push(
    {
      name: `resident memory after ${MIXED} mixed requests`,
      figure: first.mb,
      unit: 'MB',
      limit: { atMost: 600 },
      note: `${first.rate.toFixed(0)} requests/s`,
    },
    {
      name: `resident memory after ${MIXED} more`,
      figure: second.mb,
      unit: 'MB',
      floor: { name: 'before them', figure: first.mb },
      ratio: second.mb / first.mb,
      limit: { atMost: 1.1 },
    },
  )
}

let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined
const children: ChildProcess[] = []
try {
  console.log('building …')
  await buildWithEmptyPage(folder)
  const data = path.join(scratch, 'postgres')
  postgres = await startPostgres({ folder: data, port: DATABASE_PORT })
  console.log('writing data …')
  const one = await prepare(postgres, 'bench', 10)
  const ten = wanted('years') ? await prepare(postgres, 'bench_ten', QUICK ? 30 : 100) : null
  const planning =
    wanted('planning') || wanted('search')
      ? await prepare(postgres, 'bench_planning', PLANNING_YEARS, PLANNING, !LIGHT)
      : null
  const report = () =>
    writeReport({
      date: new Date().toISOString().slice(0, 16).replace('T', ' '),
      quick: QUICK,
      machine: machine(),
      node: process.version,
      load: { before, after: loadNow() },
      figures: {
        'ten years': one.data.figures,
        ...(ten ? { 'ten times the years': ten.data.figures } : {}),
        ...(planning
          ? { [LIGHT ? 'planning size (projections alone)' : 'planning size']: planning.data.figures }
          : {}),
      },
      lines: lines.map((line) => ({ ...line, pass: judge(line) })),
    })
  process.once('SIGTERM', () => {
    report()
    process.exit(1)
  })
  try {
    await measure(data, postgres, one, ten, planning)
  } catch (error) {
    report()
    throw error
  }
  const missed = report()
  console.log(missed === 0 ? 'Every limit holds.' : `${missed} limits do not hold.`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  await Promise.all(children.map(stop))
  await postgres?.stop()
  await rm(scratch, { recursive: true, force: true })
}
