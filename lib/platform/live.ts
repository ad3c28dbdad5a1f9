import 'server-only'
import pg from 'pg'
import type { Prisma } from '@/prisma/generated/client'
import { env } from './env'
import { logger } from './logger'
import { beforeDraining, onShutdown } from './shutdown'

/*
 * One dedicated connection an instance hears what the others announce. A notification carries a key and a version,
 * never content: screens catch up from the database, so one that is missed costs a moment and loses nothing.
 */

const CHANNEL = 'live'
/** How often the connection is proved alive, and how often listeners compare with the database all the same. */
const PULSE_MS = 10_000
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 5_000

type Listener = {
  /** The thing behind `key` has reached `version`. */
  changed: (key: string, version: number) => void
  /** Notifications may have been missed, or time has come to make sure: compare with the database. */
  recheck: () => void
  /** The instance is about to stop. */
  stopping: () => void
}
type Ear = {
  listeners: Set<Listener>
  client: pg.Client | null
  pulse: NodeJS.Timeout | null
  retry: NodeJS.Timeout | null
  retryMs: number
  stopped: boolean
}

const KEY = Symbol.for('cum-thi-dua.live')
const shared = globalThis as typeof globalThis & { [KEY]?: Ear }
// One a process, however often the bundler evaluates this module.
const ear = (shared[KEY] ??= {
  listeners: new Set(),
  client: null,
  pulse: null,
  retry: null,
  retryMs: FIRST_RETRY_MS,
  stopped: false,
})

/** Tells every instance, once the transaction has committed, that `key` has reached `version`. */
export async function notifyIn(tx: Prisma.TransactionClient, key: string, version: number): Promise<void> {
  await tx.$executeRaw`select pg_notify(${CHANNEL}, ${`${key} ${version}`})`
}

/** Hears announcements until the returned function is called. The first listener opens the connection. */
export function listen(listener: Listener): () => void {
  ear.listeners.add(listener)
  if (!ear.client && !ear.retry) void connect()
  return () => {
    ear.listeners.delete(listener)
  }
}

async function connect(): Promise<void> {
  ear.retry = null
  if (ear.stopped) return
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    keepAlive: true,
    application_name: 'cum-thi-dua live',
  })
  ear.client = client
  const lost = () => reconnect(client)
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => {
    const [key, version] = (payload ?? '').split(' ')
    if (key) for (const { changed } of ear.listeners) changed(key, Number(version))
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
  } catch {
    return lost()
  }
  ear.retryMs = FIRST_RETRY_MS
  beat()
  // Whoever was quick enough to subscribe before LISTEN held may have missed something.
  for (const { recheck } of ear.listeners) recheck()
}

function beat(): void {
  if (ear.pulse) clearInterval(ear.pulse)
  ear.pulse = setInterval(() => {
    const client = ear.client
    client?.query('select 1').then(
      () => {
        for (const { recheck } of ear.listeners) recheck()
      },
      () => reconnect(client),
    )
  }, PULSE_MS)
  ear.pulse.unref()
}

function reconnect(client: pg.Client): void {
  if (ear.client !== client) return
  ear.client = null
  if (ear.pulse) clearInterval(ear.pulse)
  client.removeAllListeners()
  client.on('error', () => undefined)
  void client.end().catch(() => undefined)
  if (ear.stopped) return
  logger.warn('the connection that hears of changes was lost; it is opened again')
  ear.retry = setTimeout(() => void connect(), ear.retryMs)
  ear.retry.unref()
  ear.retryMs = Math.min(ear.retryMs * 2, LONGEST_RETRY_MS)
}

beforeDraining('live', () => {
  for (const { stopping } of ear.listeners) stopping()
})

onShutdown('live', async () => {
  ear.stopped = true
  if (ear.retry) clearTimeout(ear.retry)
  if (ear.pulse) clearInterval(ear.pulse)
  const client = ear.client
  ear.client = null
  client?.removeAllListeners()
  client?.on('error', () => undefined)
  await client?.end()
  ear.listeners.clear()
})
