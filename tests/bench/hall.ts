import http from 'node:http'
import pg from 'pg'
import type { App } from '../support/server'
import { quantile } from './load'

export type HallFigures = { p50: number; p95: number; worst: number; lost: number; extraMb: number }

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A meeting of some cluster-year that is under way, written straight into the database. */
async function writeHall(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `with m as (
       insert into meetings (cluster_year_id, kind, title, state, opened_at, check_in_secret)
       select id, 'ANNUAL_REVIEW', 'Hội nghị đo tốc độ', 'OPEN', now(), 'hall' from cluster_years order by year desc, id limit 1
       returning id, cluster_year_id),
     d as (
       insert into delegates (meeting_id, role, unit_id, name, votes)
       select m.id, 'DELEGATE', c.unit_id, 'Đại biểu ' || n, n = 1 from m join cluster_memberships c on c.cluster_year_id = m.cluster_year_id,
         generate_series(1, 3) n),
     a as (
       insert into agenda_items (meeting_id, position, title, minutes)
       select m.id, n, 'Mục ' || n, 10 from m, generate_series(1, 12) n)
     select id from m`,
  )
  return rows[0]!.id
}

/** The answer's body as text. */
function ask(agent: http.Agent, url: string, session: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { cookie: `session=${session}` } }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (body += part))
        response.on('end', () =>
          response.statusCode === 200 ? resolve(body) : reject(new Error(`status ${response.statusCode}`)),
        )
      })
      .on('error', reject)
  })
}

/**
 * `screens` follow one meeting; `events` changes are announced as a command announces them. Milliseconds run from the
 * commit to the moment a screen holds a scene of that version.
 */
export async function measureHall(
  app: Pick<App, 'url' | 'databaseUrl'> & { residentMb: () => number },
  session: string,
  { screens = 200, events = 20 } = {},
): Promise<HallFigures> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const id = await writeHall(client)
  const base = `${app.url}/api/app/v1/meetings/${id}`
  // Browsers speak over a few kept connections each; so does every screen here.
  const agent = new http.Agent({ keepAlive: true, maxSockets: screens })
  for (let warm = 0; warm < 50; warm++) await ask(agent, `${base}/scene`, session)
  const before = app.residentMb()
  const announced = new Map<number, number>()
  const times: number[] = []
  const cuts: (() => void)[] = []

  function follow() {
    let held = 0
    let busy = false
    let wanted = 0
    async function refresh() {
      if (busy) return
      busy = true
      while (wanted > held) {
        const { version } = JSON.parse(await ask(agent, `${base}/scene`, session)) as { version: number }
        for (let seen = held + 1; seen <= version; seen++) {
          const at = announced.get(seen)
          if (at !== undefined) times.push(performance.now() - at)
        }
        held = Math.max(held, version)
      }
      busy = false
    }
    const request = http.get(
      `${base}/stream?since=0`,
      { headers: { cookie: `session=${session}`, accept: 'text/event-stream' }, agent: false },
      (response) => {
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          for (const [, version] of part.matchAll(/data: (\d+)/g)) wanted = Math.max(wanted, Number(version))
          void refresh().catch(() => undefined)
        })
        response.on('error', () => undefined)
      },
    )
    request.on('error', () => undefined)
    cuts.push(() => request.destroy())
  }
  for (let n = 0; n < screens; n++) follow()
  await wait(3_000)
  let most = app.residentMb()
  for (let version = 1; version <= events; version++) {
    announced.set(version, performance.now())
    await client.query(
      `with m as (update meetings set live_version = live_version + 1 where id = $1 returning id, live_version)
       select pg_notify('live', id || ' ' || live_version) from m`,
      [id],
    )
    await wait(1_500)
    most = Math.max(most, app.residentMb())
  }
  for (const cut of cuts) cut()
  agent.destroy()
  await client.end()
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    worst: Math.max(...times),
    lost: screens * events - times.length,
    extraMb: most - before,
  }
}
