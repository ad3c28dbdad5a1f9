import { AsyncLocalStorage } from 'node:async_hooks'
import pino from 'pino'
import { inSources } from './traces'

type RequestFacts = { requestId: string }

const KEY = Symbol.for('cum-thi-dua.request')
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<RequestFacts> }

/** Carries the request id; one store for the HTTP server and for the bundles that Next makes. */
export const requestFacts = (shared[KEY] ??= new AsyncLocalStorage<RequestFacts>())

const PERSONAL = [
  'email',
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'cookie',
  'authorization',
  'phone',
  'fullName',
  'displayName',
  'address',
  'ip',
  'body',
  'headers',
  'note',
  'words',
  'ballot',
]

const OPTIONS: pino.LoggerOptions = {
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'warn' : 'info'),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => requestFacts.getStore() ?? {},
}

/** Structured log. What a person wrote or is called never goes in: log ids and codes. */
export const logger = pino({
  ...OPTIONS,
  redact: {
    paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: '[removed]',
  },
})

/** The line of every answer. Its fields are fixed and name nobody, and looking for personal ones would cost each request. */
export const accessLog = pino(OPTIONS)

/**
 * What broke and where. The message stays out where real people's data are: the database's messages
 * repeat what a person typed.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const mayQuote =
    process.env.NODE_ENV !== 'production' || process.env.DEMO === '1' || logger.isLevelEnabled('debug')
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    name: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...('digest' in error ? { digest: String(error.digest) } : {}),
    ...(mayQuote ? { message: error.message } : {}),
    at: inSources(frames.slice(0, 8).map((line) => line.trim())),
  }
}
