import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import pg from 'pg'
import { withPageAsked } from '../early'
import { enter } from '../doors'
import { readEnv, type Env } from '../env-schema'
import { answerKept } from '../kept-pages'
import { accessLog, describeError, logger, requestFacts } from '../logger'
import { beginDraining, closeEverything } from '../shutdown'
import { loadEnvFile } from './database'
import {
  cleanHeaders,
  contentSecurityPolicy,
  loggedPath,
  MAX_BODY_BYTES,
  newNonce,
  secureAnswer,
  sendTogether,
  takeRequestId,
} from './request'

const DRAIN_MS = 15_000

// tsx lets Node apply source maps, and Node then keeps those of every file it loads, with the sources in them: 85 of the
// 220 MB that lived here. The log finds the source of a frame by itself (lib/platform/traces.ts).
process.setSourceMapsEnabled(false)

Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' })
loadEnvFile()
const reading = readEnv(process.env)
if (!reading.ok) {
  console.error(
    `The environment is not right:\n${reading.problems.map((problem) => `  - ${problem}`).join('\n')}`,
  )
  process.exit(78)
}
await serve(reading.env)

async function serve(env: Env) {
  if (env.TEST_CLOCK) await setTestClock(env.DATABASE_URL, env.TEST_CLOCK)
  quietConsole()
  const overHttps = env.APP_URL.startsWith('https:')
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  let stopping = false

  const server = createServer((request, response) => {
    const began = performance.now()
    const requestId = takeRequestId(request)
    request.headers['x-request-id'] = requestId
    response.setHeader('x-request-id', requestId)
    if (stopping) response.setHeader('connection', 'close')
    requestFacts.run({ requestId }, () => {
      response.once('close', () => logAnswer(request, response, began))
      cleanHeaders(request, env.TRUST_PROXY)
      const nonce = newNonce()
      const policy = contentSecurityPolicy(nonce, overHttps)
      // Next takes the nonce for its own scripts from this header of the request.
      request.headers['content-security-policy'] = policy
      secureAnswer(response, policy, overHttps)
      sendTogether(request, response)
      if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
        response.writeHead(413, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        response.end('Nội dung gửi lên quá lớn.')
        return
      }
      if (enter(request, response, env.APP_URL)) return
      const make = () => {
        handle(request, response).catch((error: unknown) => {
          logger.error({ error: describeError(error) }, 'a request failed outside its route')
          if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
          response.end('Hệ thống gặp lỗi. Hãy thử lại sau ít phút.')
        })
      }
      withPageAsked(request, (page) => (page ? answerKept(request, response, page, nonce, make) : make()))
    })
  })
  // Longer than the proxies in front keep a connection, so that they never reuse one just closed.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 70_000
  server.requestTimeout = 180_000

  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    logger.info({ signal }, 'stopping: no new connections, requests in flight may end')
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    beginDraining()
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), DRAIN_MS).unref())
    if ((await Promise.race([closed, late])) === 'late') {
      logger.warn('some requests did not end in time and were cut off')
      server.closeAllConnections()
    }
    clearInterval(idle)
    await Promise.race([
      app
        .close()
        .catch(() => {})
        .then(closeEverything),
      new Promise((resolve) => setTimeout(resolve, 5_000).unref()),
    ])
    logger.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  // npm passes SIGTERM to its shell alone, which dies of it without a word to this process.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === 'start' && parent > 1) {
    setInterval(() => process.ppid !== parent && void stop('end of npm'), 500).unref()
  }
  process.on('unhandledRejection', (error) =>
    logger.error({ error: describeError(error) }, 'a rejection nobody handled'),
  )
  process.on('uncaughtException', (error) => {
    logger.fatal({ error: describeError(error) }, 'an error nobody caught')
    void stop('uncaughtException')
  })

  server.once('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `PORT ${env.PORT} is taken by another program; stop that one or set another PORT.`
        : `The server cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`,
    )
    process.exit(1)
  })
  server.listen(env.PORT, env.HOST, () => logger.info({ port: env.PORT }, 'ready'))
}

/** The database itself refuses, unless it is marked as a test database. */
async function setTestClock(url: string, moment: string) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query('SELECT platform.set_test_clock($1)', [moment])
  } catch (error) {
    console.error(`TEST_CLOCK is not honoured: ${error instanceof Error ? error.message : String(error)}.`)
    process.exit(78)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Where secret papers are cast: no line of the log says that, or when, one came. */
const CAST = /^\/api\/app\/v1\/ballots\/[^/?#]+\/papers(?![^?#/])/

function logAnswer(request: IncomingMessage, response: ServerResponse, began: number) {
  const url = request.url ?? '/'
  if (CAST.test(url)) return
  const facts = {
    method: request.method,
    path: loggedPath(url),
    status: response.statusCode,
    ms: Math.round((performance.now() - began) * 10) / 10,
    ...(response.writableFinished ? {} : { aborted: true }),
  }
  if (response.statusCode >= 500) accessLog.error(facts, 'request')
  else if (url.startsWith('/_next/static/') || url.startsWith('/api/health'))
    accessLog.debug(facts, 'request')
  else accessLog.info(facts, 'request')
}

/** Next writes errors to the console in full; the log takes them without their messages instead. */
function quietConsole() {
  const keep =
    (level: 'error' | 'warn') =>
    (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error)
      if (error) logger[level]({ error: describeError(error) }, 'reported by the framework')
      else logger[level]({ text: String(parts[0]).slice(0, 200) }, 'reported by the framework')
    }
  console.error = keep('error')
  console.warn = keep('warn')
}
