import 'server-only'
import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from '@/prisma/generated/client'
import { calendarDay, type CalendarDay } from './dates'
import { noteAsked } from './early'
import { env } from './env'
import { logger } from './logger'
import { onShutdown } from './shutdown'

type Connections = { pool: pg.Pool; prisma: PrismaClient }

const KEY = Symbol.for('cum-thi-dua.connections')
const shared = globalThis as typeof globalThis & { [KEY]?: Connections }

const MAX_NAMES = 2000
const names = new Map<string, string>()

/**
 * A stable name for a statement's text, so that PostgreSQL plans it once a connection. Texts past
 * the limit stay unnamed: lists of varying length would otherwise fill the server's memory.
 */
function statementName(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MAX_NAMES || !/^\s*(select|insert|update|delete|with)\b/i.test(text)) return ''
  const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
  names.set(text, name)
  return name
}

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements asked together follow each other without waiting for answers.
    pipeline: true,
    application_name: 'cum-thi-dua',
    // Left to itself PostgreSQL plans the longer statements anew at every execution, which takes longer than they do, and
    // reckons a page out of order four times as dear as the next one, as on a turning disk: it reads whole tables for ten
    // rows of them, and pages that show a cluster then grow with the nation.
    options: '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1',
  })
  const lend = pool.connect.bind(pool)
  pool.connect = ((...args: []) => {
    noteAsked()
    return lend(...args)
  }) as typeof pool.connect
  // Without this listener a database that shuts down takes the process with it.
  pool.on('error', (error) => logger.warn({ code: codeOf(error) }, 'an idle database connection was lost'))
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => statementName(sql),
    onConnectionError: (error) =>
      logger.warn({ code: codeOf(error) }, 'a database connection was lost in a transaction'),
  })
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } })
  onShutdown('database', async () => {
    await prisma.$disconnect()
    await pool.end()
    delete shared[KEY]
  })
  return { pool, prisma }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

// One pool a process, however often the bundler evaluates this module.
const connections = (shared[KEY] ??= connect())

export const pool: pg.Pool = connections.pool
export const prisma: PrismaClient = connections.prisma

type Asked = {
  config: pg.QueryConfig
  resolve: (result: pg.QueryResult) => void
  reject: (error: unknown) => void
}
let asked: Asked[] | null = null

/** Rows of a prepared statement on the shared pool. Throws what the driver throws. */
export async function query<T extends pg.QueryResultRow>(text: string, params: unknown[] = []): Promise<T[]> {
  const config = { name: statementName(text), text, values: params }
  const together = asked
  const result = together
    ? await new Promise<pg.QueryResult>((resolve, reject) => together.push({ config, resolve, reject }))
    : await pool.query(config)
  return result.rows as T[]
}

/**
 * Sends the queries that `ask` begins before it first waits over one connection in one go: each write of its own to a
 * database on the same machine costs a change of process. They succeed and fail one by one.
 */
export function together<T>(ask: () => T): T {
  if (asked) return ask()
  const statements: Asked[] = (asked = [])
  try {
    return ask()
  } finally {
    asked = null
    if (statements.length > 0) void send(statements)
  }
}

async function send(statements: Asked[]): Promise<void> {
  let client: pg.PoolClient | undefined
  try {
    client = await pool.connect()
    const socket = (client as unknown as { connection: { stream: Duplex } }).connection.stream
    socket.cork()
    const answers = statements.map(({ config, resolve, reject }) =>
      client!.query(config).then(resolve, (error: Error) => {
        reject(error)
        return error
      }),
    )
    socket.uncork()
    const failed = (await Promise.all(answers)).find((answer) => answer instanceof Error)
    client.release(failed)
  } catch (error) {
    for (const { reject } of statements) reject(error)
    client?.release(true)
  }
}

/** An interactive transaction; whatever `fn` throws rolls it back. */
export function transaction<T>(
  fn: (tx: Prisma.TransactionClient) => Promise<T>,
  isolationLevel?: Prisma.TransactionIsolationLevel,
): Promise<T> {
  return prisma.$transaction(fn, isolationLevel ? { isolationLevel } : undefined)
}

/** The business clock: the moment the transaction began, as the database says it. */
export async function databaseNow(tx: Prisma.TransactionClient = prisma): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT app_now() AS now`
  return row.now
}

/** The day it is in Vietnam by the business clock. */
export async function databaseToday(tx: Prisma.TransactionClient = prisma): Promise<CalendarDay> {
  return calendarDay(await databaseNow(tx))
}

/** A value as a JSON column takes it: dates and decimals as text, what is undefined left out. */
export const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
