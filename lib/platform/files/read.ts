import 'server-only'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { ReadProblem, ReadSheet } from './types'

/** Bytes an uploaded spreadsheet may have. */
const MAX_BYTES = 10 * 1024 * 1024
const MEMORY_MB = 160
const TIMEOUT_MS = 4_500
const MAX_ANSWER_BYTES = 48 * 1024 * 1024
/** Readers at work at a time; the others wait their turn. */
const AT_ONCE = 2

export type ReadResult = { ok: true; sheets: ReadSheet[] } | { ok: false; problem: ReadProblem }

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<() => void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  return () => {
    running -= 1
    waiting.shift()?.()
  }
}

/**
 * The cells of an XLSX, read by a process of its own with little memory, little time and no environment; whatever
 * becomes of it, this process only gets its answer. Macros, links to elsewhere, formulas that reach out and contents
 * past the limits are refused; other formulas are marked, since what they came to is only what the file claims.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.byteLength === 0) return { ok: false, problem: 'EMPTY' }
  if (bytes.byteLength > MAX_BYTES) return { ok: false, problem: 'TOO_BIG' }
  const done = await turn()
  try {
    return await readApart(bytes)
  } finally {
    done()
  }
}

function readApart(bytes: Uint8Array): Promise<ReadResult> {
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/files/read-worker.mjs')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, script], {
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    let size = 0
    const finish = (result: ReadResult) => {
      clearTimeout(timer)
      resolve(result)
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => finish({ ok: false, problem: 'TOO_SLOW' }), TIMEOUT_MS)
    child.once('error', () => finish({ ok: false, problem: 'TOO_SLOW' }))
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MAX_ANSWER_BYTES) finish({ ok: false, problem: 'TOO_MANY_CELLS' })
      else chunks.push(chunk)
    })
    child.once('close', () => finish(answerOf(chunks)))
    // A reader that died of the file no longer listens.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}

function answerOf(chunks: Buffer[]): ReadResult {
  try {
    const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
      sheets?: ReadSheet[]
      problem?: ReadProblem
    }
    if (answer.sheets) return { ok: true, sheets: answer.sheets }
    return { ok: false, problem: answer.problem ?? 'BROKEN' }
  } catch {
    // It ran out of memory before it could say anything.
    return { ok: false, problem: 'UNPACKS_TOO_BIG' }
  }
}
