import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { startArguments } from '@/lib/platform/ops/start-arguments'
import { cloneDatabase, startTestServer } from './postgres'
import { createTemplates } from './template'

const root = path.resolve(import.meta.dirname, '../..')
const WITH_TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx']

export type App = {
  url: string
  databaseUrl: string
  pid: number
  /** What the server printed so far. */
  log: () => string
  /** Asks it to stop, as an operator does. */
  stop: () => Promise<void>
  /** Ends it without a word (SIGKILL). */
  kill: () => Promise<void>
}

function environment(databaseUrl: string, port: number): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '20',
    AUTH_SECRET: 'a secret that only the tests of this product know',
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: process.env.E2E_LOG_LEVEL ?? 'warn',
  }
}

/** Builds the application once; later calls of the same run find it built. E2E_SKIP_BUILD=1 trusts the build there is. */
export function buildApp(): void {
  if (process.env.E2E_SKIP_BUILD === '1') return
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      cwd: root,
      env: environment('postgresql://localhost/build', 3000),
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`The application does not build:\n${stdout}\n${stderr}`)
  process.env.E2E_SKIP_BUILD = '1'
}

/** Writes the demonstration into the database behind `databaseUrl`. */
export function seedDemo(databaseUrl: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...WITH_TYPESCRIPT, path.join(root, 'lib/platform/ops/seed.ts')],
    { cwd: root, env: environment(databaseUrl, 3000), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The demonstration could not be seeded:\n${stdout}\n${stderr}`)
}

/** Starts the built application on a database that is migrated already, and waits until it is healthy. */
export async function startApp(databaseUrl: string, wishedPort?: number): Promise<App> {
  const port = wishedPort ?? (await freePort())
  const child = spawn(process.execPath, startArguments(), {
    cwd: root,
    env: environment(databaseUrl, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const keep = (data: Buffer) => {
    log = (log + data.toString()).slice(-200_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, child, () => log)
  const end = (signal: NodeJS.Signals) => async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  return { url, databaseUrl, pid: child.pid ?? 0, log: () => log, stop: end('SIGTERM'), kill: end('SIGKILL') }
}

async function untilHealthy(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The application ended while it started:\n${log()}`)
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    )
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill('SIGKILL')
  throw new Error(`The application was not healthy after a minute:\n${log()}`)
}

/** A port nobody listens on at the moment of asking. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('the system named no free port'))
      })
    })
  })
}

/**
 * Playwright's global setup: builds, seeds a demonstration of the run's own, starts it. Its address and its database
 * stand in E2E_BASE_URL and E2E_DATABASE_URL. With E2E_BASE_URL given, the application that runs there is tested.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined
  const server = await startTestServer()
  try {
    buildApp()
    const prefix = `thidua_e2e_${process.pid}`
    await createTemplates(server.adminUrl, prefix)
    const databaseUrl = await cloneDatabase(server.adminUrl, `${prefix}_prepared`, `${prefix}_demo`)
    seedDemo(databaseUrl)
    const app = await startApp(databaseUrl)
    process.env.E2E_BASE_URL = app.url
    process.env.E2E_DATABASE_URL = databaseUrl
    return async () => {
      await app.stop()
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
