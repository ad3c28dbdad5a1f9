import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Paper } from './paper'

export const PAPER_FORMATS = ['docx', 'pdf'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

export const FORMAT_MEDIA: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

/** The thread goes when nothing was drawn for so long: fonts and libraries leave memory with it. */
const IDLE_MS = 60_000
/** Little memory for the papers of every day; what it is too little for is drawn again with more. */
const MEMORY_MB = { usual: 48, large: 384 } as const
type Room = keyof typeof MEMORY_MB

type Job = {
  id: number
  paper: Paper
  format: PaperFormat
  resolve(bytes: Buffer): void
  reject(error: Error): void
}
type Thread = { worker: Worker; waiting: Map<number, Job>; idle: NodeJS.Timeout | null }
type Answer = { id: number; bytes?: Uint8Array<ArrayBuffer>; error?: string }

const threads: Record<Room, Thread | null> = { usual: null, large: null }
let lastId = 0

/** The paper as a file. Papers are drawn one after the other in a thread of their own; throws where that fails. */
export function renderPaper(paper: Paper, format: PaperFormat): Promise<Buffer> {
  return new Promise((resolve, reject) => draw({ id: ++lastId, paper, format, resolve, reject }, 'usual'))
}

function draw(job: Job, room: Room): void {
  const thread = (threads[room] ??= start(room))
  if (thread.idle) clearTimeout(thread.idle)
  thread.idle = null
  thread.worker.ref()
  thread.waiting.set(job.id, job)
  thread.worker.postMessage({ id: job.id, paper: job.paper, format: job.format })
}

function start(room: Room): Thread {
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'lib/platform/files/render-worker.mjs')
  const worker = new Worker(script, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB[room], maxYoungGenerationSizeMb: 2 },
  })
  const thread: Thread = { worker, waiting: new Map(), idle: null }
  worker.on('message', ({ id, bytes, error }: Answer) => {
    const job = thread.waiting.get(id)
    thread.waiting.delete(id)
    if (bytes) job?.resolve(Buffer.from(bytes.buffer))
    else job?.reject(new Error(error))
    if (thread.waiting.size === 0) rest(room, thread)
  })
  const drop = (error: Error) => {
    if (threads[room] === thread) threads[room] = null
    const jobs = [...thread.waiting.values()]
    thread.waiting.clear()
    const isTooLittle = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' && room === 'usual'
    for (const job of jobs) {
      if (isTooLittle) draw(job, 'large')
      else job.reject(error)
    }
  }
  worker.on('error', drop)
  worker.on('exit', () => drop(new Error('the rendering thread ended')))
  return thread
}

/** Lets the process end while nothing is asked, and the thread after a while. */
function rest(room: Room, thread: Thread): void {
  thread.worker.unref()
  thread.idle = setTimeout(() => {
    if (threads[room] === thread) threads[room] = null
    void thread.worker.terminate()
  }, IDLE_MS).unref()
}
