import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

export type Answer = { status: number; firstMs: number; ms: number; body: Buffer }
export type Slice = {
  answers: number
  failures: number
  seconds: number
  /** Processor time of the target's process, in ms. */
  cpuMs: number
  first: number[]
  total: number[]
}

/**
 * One connection that is kept open and carries one request at a time. Written on the bare socket, because on two cores a
 * heavier client would be part of what it measures.
 */
class Connection {
  private socket: Socket | undefined
  private received: Buffer[] = []
  private size = 0
  private head: { status: number; length: number | null; begins: number } | undefined
  private sent = 0
  private firstMs = 0
  private settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined

  constructor(private readonly port: number) {}

  ask(request: string): Promise<Answer> {
    const socket = (this.socket ??= this.open())
    this.received = []
    this.size = 0
    this.head = undefined
    this.firstMs = 0
    this.sent = performance.now()
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
      socket.write(request)
    })
  }

  close(): void {
    this.socket?.destroy()
    this.socket = undefined
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true })
    socket.on('data', (data) => this.take(data))
    const end = (error?: Error) => {
      if (this.socket === socket) this.socket = undefined
      this.settle?.reject(error ?? new Error('the server closed the connection'))
      this.settle = undefined
    }
    socket.on('error', end)
    socket.on('close', () => end())
    return socket
  }

  private take(data: Buffer): void {
    if (this.firstMs === 0) this.firstMs = performance.now() - this.sent
    this.received.push(data)
    this.size += data.length
    if (!this.head) {
      const all = this.received.length === 1 ? data : Buffer.concat(this.received)
      const at = all.indexOf('\r\n\r\n')
      if (at < 0) return
      const text = all.toString('latin1', 0, at)
      const length = /^content-length: *(\d+)/im.exec(text)
      this.head = {
        status: Number(text.slice(9, 12)),
        length: length ? Number(length[1]) : null,
        begins: at + 4,
      }
    }
    const { status, length, begins } = this.head
    if (length !== null ? this.size < begins + length : !endsChunks(this.received)) return
    const all = Buffer.concat(this.received)
    const body = all.subarray(begins)
    const settle = this.settle
    this.settle = undefined
    settle?.resolve({
      status,
      firstMs: this.firstMs,
      ms: performance.now() - this.sent,
      body: length === null ? withoutFrames(body) : body,
    })
  }
}

/** The empty chunk cannot be mistaken here: no page of the product contains these bytes. */
function endsChunks(received: Buffer[]): boolean {
  const last = received.at(-1)!
  const tail = last.length >= 7 || received.length < 2 ? last : Buffer.concat(received.slice(-2))
  return tail.toString('latin1', Math.max(0, tail.length - 7)).endsWith('\r\n0\r\n\r\n')
}

function withoutFrames(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const line = body.indexOf('\r\n', at)
    const size = parseInt(body.toString('latin1', at, line), 16)
    if (!size) return Buffer.concat(parts)
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}

export function get(path: string, session?: string): string {
  const cookie = session ? `cookie: session=${session}\r\n` : ''
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n${cookie}\r\n`
}

export const put = (path: string, session: string, value: unknown) => withBody('PUT', path, value, session)

/** Without a session nothing of it says who asks. */
export const post = (path: string, value: unknown, session?: string) => withBody('POST', path, value, session)

function withBody(method: string, path: string, value: unknown, session?: string): string {
  const body = JSON.stringify(value)
  const cookie = session ? `cookie: session=${session}\r\n` : ''
  return (
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${cookie}` +
    `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}

export async function askOnce(port: number, request: string): Promise<Answer> {
  const connection = new Connection(port)
  try {
    return await connection.ask(request)
  } finally {
    connection.close()
  }
}

export type Target = {
  name: string
  port: number
  /** Its process, where processor time is of interest. */
  pid?: number
  /** The request that connection `index` sends next. */
  request: (index: number) => string
  /** What the answer means for the next request; false counts it as a failure. */
  check?: (answer: Answer, index: number) => boolean
}

/** Keeps `connections` busy until the time is over or `requests` are answered. */
export async function load(
  target: Target,
  {
    connections,
    ms = Infinity,
    requests = Infinity,
  }: { connections: number; ms?: number; requests?: number },
): Promise<Slice> {
  const slice: Slice = { answers: 0, failures: 0, seconds: 0, cpuMs: 0, first: [], total: [] }
  const spent = processorMs(target.pid)
  const began = performance.now()
  let left = requests
  const work = async (index: number) => {
    const connection = new Connection(target.port)
    while (left > 0 && performance.now() - began < ms) {
      left -= 1
      try {
        const answer = await connection.ask(target.request(index))
        const good = target.check ? target.check(answer, index) : answer.status === 200
        slice.answers += 1
        if (!good) slice.failures += 1
        slice.first.push(answer.firstMs)
        slice.total.push(answer.ms)
      } catch {
        slice.failures += 1
      }
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => work(index)))
  slice.seconds = (performance.now() - began) / 1000
  slice.cpuMs = processorMs(target.pid) - spent
  return slice
}

/** Processor time of a process so far, where the system tells; in ms. */
function processorMs(pid: number | undefined): number {
  if (!pid || process.platform !== 'linux') return NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  // User and system time, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Of sorted or unsorted samples, the value below which `share` of them lie. */
export function quantile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export const median = (samples: number[]) => quantile(samples, 0.5)

/**
 * Short slices of every target in turn, round after round: whatever else the machine does falls on all of them alike, and
 * ratios are taken within a round.
 */
export async function interleave(
  targets: Target[],
  rounds: number,
  options: { connections: number; ms: number },
): Promise<Map<string, Slice[]>> {
  const slices = new Map<string, Slice[]>(targets.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? targets : [...targets].reverse()
    for (const target of order) slices.get(target.name)!.push(await load(target, options))
  }
  return slices
}
