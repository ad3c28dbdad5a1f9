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
import { clusterPage, compareClusterPage, measureClusterPage, type ClusterPage } from './cluster-page'
import { writeData, type BenchData, type Size } from './data'
import { measureApi } from './api'
import { measureHall } from './hall'
import { measurePlanning, PLANNING, PLANNING_YEARS } from './planning'
import { measurePapers } from './papers'
import { askOnce, get, load, median, type Target } from './load'
import { memory } from './memory'
import { judge, loadNow, machine, writeReport } from './report'
import { saves } from './saves'
import { measureSearch } from './search'
import {
  ALONE,
  CLUSTER_PAGE,
  CROWD,
  DATABASE_PORT,
  LIGHT,
  lines,
  PORTS,
  QUICK,
  ROUNDS,
  slicesOf,
  wanted,
} from './settings'
import { measureSheets } from './sheets'
import { statementsOf } from './statements'
import { weighPages } from './weight'

// `npm run bench`: every limit of the product's speed and size, against floors measured in the same run.
// BENCH_QUICK=1 is shorter; BENCH_ONLY=table,save,… runs some; BENCH_FOLDER keeps the build for the next run;
// BENCH_PROFILE=<folder> writes a CPU profile of the product there. BENCH_LIGHT=1 gives the planning size what its pages
// read (reports' projections, totals) without the row a figure behind it, as a short run does. A run that is stopped, or
// fails, reports what it measured before.
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
  const inOrder = [...statements].sort((a, b) => rank(a.text) - rank(b.text))
  await writeFile(settings, JSON.stringify({ port: PORTS.floors, url: one.url, page: inOrder }))
  children.push(await startFloors(settings, PORTS.floors))

  const page = clusterPage({ port: PORTS.app, pid: app.pid }, reviewer)
  const B: Target = { name: 'B', port: PORTS.floors, request: () => get('/table') }
  const N: Target = { name: 'N', port: PORTS.app, pid: app.pid, request: () => get('/bench-floor') }
  for (const target of [...Object.values(page), B, N])
    await load(target, { connections: 4, requests: QUICK ? 200 : 1000 })

  if (wanted('table')) await measureClusterPage(page, B, N, one.url)
  if (wanted('save')) await saves(one.data)
  if (ten) await moreYears(page, ten)
  if (wanted('national')) await national(one.data)
  if (planning) {
    console.log('planning size …')
    const server = await startProduct(folder, planning.url, PORTS.planning)
    children.push(server)
    if (wanted('planning')) {
      lines.push(...(await measurePlanning(planning, { port: PORTS.planning, quick: QUICK })))
      const larger = clusterPage({ port: PORTS.planning }, planning.data.reviewer, ' at planning size')
      await compareClusterPage(page, larger, { name: 'at planning size', first: 'demo size', atMost: 1.3 })
    }
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

async function moreYears(page: ClusterPage, ten: Database) {
  console.log('ten times the years …')
  const server = await startProduct(folder, ten.url, PORTS.ten)
  children.push(server)
  const larger = clusterPage({ port: PORTS.ten }, ten.data.reviewer, ' of more years')
  const name = `with ${QUICK ? 'three' : 'ten'} times the years`
  await compareClusterPage(page, larger, { name, first: 'ten years', atMost: 1.2 })
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
