// M1: a stranger clones the product and runs `npm run demo`. Healthy in under five minutes; stopped and started again
// in under twenty seconds; what was written is still there.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const FIRST_START_SECONDS = 300
const SECOND_START_SECONDS = 20

const root = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'thidua-fresh-'))
const clone = path.join(folder, 'cum-thi-dua')
const secondsSince = (begun) => (performance.now() - begun) / 1000
let running

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** A stranger's environment: nothing of this checkout's node_modules, no settings of ours. */
function environment(port) {
  const kept = [
    'HOME',
    'USER',
    'LANG',
    'TMPDIR',
    'CI',
    'npm_config_cache',
    'npm_config_registry',
    'HTTPS_PROXY',
  ]
  const env = Object.fromEntries(
    kept.filter((name) => process.env[name]).map((name) => [name, process.env[name]]),
  )
  const folders = process.env.PATH.split(path.delimiter).filter((entry) => !entry.includes('node_modules'))
  return { ...env, PATH: folders.join(path.delimiter), PORT: String(port) }
}

/** `npm run demo` until it is healthy; how many seconds that took. */
async function start(port, limit) {
  const begun = performance.now()
  const child = spawn('npm', ['run', 'demo'], {
    cwd: clone,
    env: environment(port),
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const state = { child, ended: false }
  state.gone = new Promise((resolve) => child.once('exit', () => resolve((state.ended = true))))
  running = state
  while (secondsSince(begun) < limit) {
    if (state.ended) throw new Error('`npm run demo` ended before the product was healthy')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined)
    if (answer?.status === 200) return secondsSince(begun)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`not healthy after ${limit} seconds`)
}

/** Ctrl-C in that terminal. */
async function stop() {
  if (!running || running.ended) return
  signal('SIGINT')
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 40_000).unref())
  if ((await Promise.race([running.gone, late])) === 'late') {
    signal('SIGKILL')
    throw new Error('did not stop within 40 seconds of Ctrl-C')
  }
}

function signal(name) {
  try {
    process.kill(-running.child.pid, name)
  } catch {
    // The group has ended by itself.
  }
}

/** One statement on the demonstration's database, while it runs. */
async function sql(text) {
  const require = createRequire(path.join(clone, 'package.json'))
  const { Client } = require('pg')
  const client = new Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function databaseUrl() {
  const { port, password } = JSON.parse(readFileSync(path.join(clone, '.data/postgres/server.json'), 'utf8'))
  return `postgresql://cum_thi_dua:${password}@127.0.0.1:${port}/cum_thi_dua`
}

async function main() {
  // The server's database runs as a user of its own, who must be able to reach the clone.
  chmodSync(folder, 0o755)
  const cloned = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: 'inherit' })
  if (cloned.status !== 0) throw new Error('the repository could not be cloned')
  const port = await freePort()

  const first = await start(port, FIRST_START_SECONDS)
  console.log(`M1 first start: healthy after ${first.toFixed(1)} s (limit ${FIRST_START_SECONDS})`)
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`)
  if (page.status !== 200 || !(await page.text()).includes('staff.lai-chau@demo.test'))
    throw new Error('the sign-in page does not show the demonstration accounts')
  await sql(`INSERT INTO settings (key, value) VALUES ('fresh-clone-test', '"still here"')`)
  const [{ n: before }] = await sql('SELECT count(*)::int AS n FROM units')
  await stop()

  const second = await start(port, SECOND_START_SECONDS)
  console.log(`M1 second start: healthy after ${second.toFixed(1)} s (limit ${SECOND_START_SECONDS})`)
  const kept = await sql(`SELECT value FROM settings WHERE key = 'fresh-clone-test'`)
  const [{ n: after }] = await sql('SELECT count(*)::int AS n FROM units')
  await stop()
  if (kept[0]?.value !== 'still here') throw new Error('what was written before the stop is gone')
  if (before < 86 || after !== before)
    throw new Error(`units: ${before} after the first start, ${after} after the second`)
  console.log('M1 data: still there')
}

try {
  await main()
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(`M1: ${error.message}`)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  await stop().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
}
