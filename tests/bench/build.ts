import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startArguments } from '@/lib/platform/ops/start-arguments'

const root = path.resolve(import.meta.dirname, '../..')
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma.config.ts',
  'tsconfig.json',
]
const EMPTY_PAGE = `export const dynamic = 'force-dynamic'

export default function Floor() {
  return null
}
`

const TOKEN_HANDLER = `import { readToken, tokenOf } from '@/lib/platform/auth/token'

export async function GET(request: Request): Promise<Response> {
  return Response.json({ known: (await readToken(tokenOf(request) ?? '')) !== null })
}
`

const EMPTY_HANDLER = `export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json({})
}
`

/**
 * Builds the product in `folder` with the floors that Next itself sets: an empty dynamic page, an empty route handler, and
 * one that reads an access token and nothing else. A folder that holds a finished build is used as it is.
 */
export async function buildWithEmptyPage(folder: string): Promise<void> {
  if (existsSync(path.join(folder, '.next/BUILD_ID'))) return
  await mkdir(folder, { recursive: true })
  for (const place of SOURCES) {
    if (existsSync(path.join(root, place)))
      await cp(path.join(root, place), path.join(folder, place), { recursive: true })
  }
  await linkModules(folder)
  for (const [place, content] of [
    ['app/bench-floor/page.tsx', EMPTY_PAGE],
    ['app/api/bench-empty/route.ts', EMPTY_HANDLER],
    ['app/api/bench-token/route.ts', TOKEN_HANDLER],
  ] as const) {
    await mkdir(path.join(folder, path.dirname(place)), { recursive: true })
    await writeFile(path.join(folder, place), content)
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      cwd: folder,
      env: { ...plainEnvironment(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`The application does not build:\n${stdout}\n${stderr}`)
}

/** Hard links where the system has them: a link to the folder itself would lead out of the build's root. */
async function linkModules(folder: string): Promise<void> {
  const [from, to] = [path.join(root, 'node_modules'), path.join(folder, 'node_modules')]
  await rm(to, { recursive: true, force: true })
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' })
  } catch {
    await rm(to, { recursive: true, force: true })
    await cp(from, to, { recursive: true, verbatimSymlinks: true })
  }
}

/** The condition that this process runs under would give Next the wrong React. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...inherited } = process.env
  return inherited
}

/** The product as `npm start` runs it, its log thrown away. */
export async function startProduct(folder: string, databaseUrl: string, port: number): Promise<ChildProcess> {
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : []
  const child = spawn(process.execPath, [...profile, ...startArguments()], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...plainEnvironment(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: 'a secret that only this measurement knows',
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: `http://127.0.0.1:${port}`,
      LOG_LEVEL: 'info',
      // Counted as ever, and never used up.
      API_REQUESTS_PER_MINUTE: '1000000000',
    },
  })
  await untilAnswers(`http://127.0.0.1:${port}/api/health`, child)
  return child
}

export async function startFloors(
  settings: string,
  port: number,
  script = 'floors.ts',
  answers = '/table',
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, script), settings],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...plainEnvironment(), NODE_ENV: 'production' },
    },
  )
  await untilAnswers(`http://127.0.0.1:${port}${answers}`, child)
  return child
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`A server ended while it started (code ${child.exitCode}).`)
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}

export async function stop(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** Resident memory of a process in MB. */
export function residentMb(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024
}
