import { spawn, type ChildProcess } from 'node:child_process'
import net from 'node:net'
import { closeEverything } from '../shutdown'
import { buildIfChanged, generateIfChanged } from './build'
import { loadEnvFile, localSecret } from './database'
import { migrate } from './migrate'
import { startPostgres, type EmbeddedPostgres } from './postgres'
import { startArguments } from './start-arguments'

/** Everything from sources to a running product with demonstration data, in one process tree. */
let database: EmbeddedPostgres | undefined
let child: ChildProcess | undefined
let ending: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))

try {
  await run()
} catch (error) {
  if (!ending) {
    console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

async function run() {
  loadEnvFile()
  const port = await choosePort()
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DEMO: '1',
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  process.env.AUTH_SECRET ||= await localSecret()
  await generateIfChanged()
  const building = buildIfChanged((started) => (child = started))
  // Awaited below; until then a failure must not count as unhandled.
  building.catch(() => {})

  if (!process.env.DATABASE_URL) {
    console.log('Đang mở cơ sở dữ liệu…')
    database = await startPostgres({ adopt: true })
    process.env.DATABASE_URL = database.url
  }
  const applied = await migrate(process.env.DATABASE_URL!)
  if (applied.length > 0) console.log('Đã tạo các bảng dữ liệu.')
  console.log('Đang nạp dữ liệu…')
  const { runSeed } = await import('./seed')
  await runSeed(true)
  await closeEverything()
  await building
  if (ending) return

  child = spawn(process.execPath, startArguments(), { stdio: 'inherit' })
  child.once('exit', (code) => void end(code ?? 1))
  await healthy(port)
  console.log(
    `\nCụm Thi Đua đã sẵn sàng: ${process.env.APP_URL || `http://127.0.0.1:${port}`}  (bấm Ctrl-C để dừng)\n`,
  )
}

async function healthy(port: number) {
  for (let tries = 0; tries < 600 && !ending; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (!ending) throw new Error('Phần mềm không khởi động được trong một phút.')
}

/** A second call joins the first: npm and the terminal both send the signal. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child!.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    }
    await closeEverything()
    await database?.stop()
    process.exit(code)
  })()
  return ending
}

/** PORT as given; without one 3000 or the next port that is free. */
async function choosePort(): Promise<number> {
  const given = Number(process.env.PORT)
  if (given) return given
  for (let port = 3000; port < 3100; port++) if (await isFree(port)) return port
  return 3000
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve(true)))
  })
}
