import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What the built pages are made of. Tests and seeds change none of it. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema',
  'public',
  'package-lock.json',
  'package.json',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'proxy.ts',
  'instrumentation.ts',
]
const BUILD_MARK = '.next/made-from'
const CLIENT_MARK = '.data/client-made-from'

/** Runs `next build` unless `.next` was built from exactly these sources. */
export async function buildIfChanged(onStart: (child: ChildProcess) => void): Promise<void> {
  const digest = await digestOf(SOURCES)
  if (existsSync('.next/BUILD_ID') && (await read(BUILD_MARK)) === digest) return
  console.log('Đang dựng giao diện (lần đầu mất khoảng một phút)…')
  // An interrupted build must not pass for a finished one.
  await rm(BUILD_MARK, { force: true })
  const next = path.join(
    path.dirname(createRequire(import.meta.url).resolve('next/package.json')),
    'dist/bin/next',
  )
  await runNode([next, 'build'], onStart)
  await writeFile(BUILD_MARK, digest)
}

/** Runs `prisma generate` unless the client was generated from exactly this schema. */
export async function generateIfChanged(): Promise<void> {
  const digest = await digestOf(['prisma/schema', 'node_modules/prisma/package.json'])
  if (existsSync('prisma/generated/client.ts') && (await read(CLIENT_MARK)) === digest) return
  await runNode(['lib/platform/ops/generate.mjs'])
  await mkdir('.data', { recursive: true })
  await writeFile(CLIENT_MARK, digest)
}

async function digestOf(places: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const place of places) {
    for (const file of await filesUnder(place)) {
      hash.update(`\0${file}\0`).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}

async function filesUnder(place: string): Promise<string[]> {
  if (!existsSync(place)) return []
  if (path.extname(place) !== '') return [place]
  const entries = await readdir(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined)
}

/** Output stays hidden unless the program fails. */
function runNode(args: string[], onStart?: (child: ChildProcess) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // The condition that this process runs under would give Next's own build the wrong React.
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    onStart?.(child)
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}
