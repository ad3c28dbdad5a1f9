import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false', ''], { error: 'must be 1 (on) or 0 (off)' })
  .default('0')
  .transform((value) => value === '1' || value === 'true')

function postgresUrl(value: string, ctx: z.RefinementCtx) {
  const say = (message: string) => ctx.addIssue({ code: 'custom', message })
  if (!URL.canParse(value)) {
    return say('is not a URL; write postgresql://user:password@host:5432/database')
  }
  const url = new URL(value)
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:') {
    return say(`must begin with postgresql://, not ${url.protocol}//`)
  }
  if (url.host.includes(',')) return say('names several hosts; name one (put a proxy in front of several)')
  if (url.pathname.length < 2) return say('does not name a database; write …:5432/database')
}

function webUrl(value: string, ctx: z.RefinementCtx) {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    ctx.addIssue({ code: 'custom', message: 'must be an address such as https://thidua.example.vn' })
  } else if (url.pathname !== '/' || url.search !== '') {
    ctx.addIssue({
      code: 'custom',
      message: 'must have no path: the product is served from the root of a host',
    })
  }
}

const shape = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .default('development'),
  DATABASE_URL: z
    .string({ error: 'is missing; set it to the PostgreSQL (15 or later) the product keeps its data in' })
    .superRefine(postgresUrl),
  DATABASE_POOL: z.coerce
    .number({ error: 'must be a whole number of connections' })
    .int({ error: 'must be a whole number of connections' })
    .min(2, { error: 'must be at least 2' })
    .max(200, { error: 'must be at most 200' })
    .default(20),
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int({ error: 'must be a port number' })
    .min(1, { error: 'must be between 1 and 65535' })
    .max(65535, { error: 'must be between 1 and 65535' })
    .default(3000),
  HOST: z.string().min(1, { error: 'must not be empty' }).default('0.0.0.0'),
  APP_URL: z.string().superRefine(webUrl).optional(),
  AUTH_SECRET: z.string({ error: 'is missing; make one with: openssl rand -base64 48' }),
  DEMO: flag,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  TRUST_PROXY: flag,
  API_REQUESTS_PER_MINUTE: z.coerce
    .number({ error: 'must be a whole number of requests' })
    .int({ error: 'must be a whole number of requests' })
    .min(1, { error: 'must be at least 1' })
    .max(1_000_000_000, { error: 'must be at most 1000000000' })
    .default(600),
  TEST_CLOCK: z.iso
    .datetime({ offset: true, error: 'must be a moment such as 2026-07-01T08:00:00+07:00' })
    .optional(),
})

export type Env = Omit<z.output<typeof shape>, 'APP_URL'> & { APP_URL: string }

export type EnvReading = { ok: true; env: Env } | { ok: false; problems: string[] }

/** Reads the environment; for each wrong variable one sentence that begins with its name. */
export function readEnv(source: Record<string, string | undefined>): EnvReading {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(given)
  const problems = new Map<string, string>()
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0])
      if (!problems.has(name)) problems.set(name, `${name} ${issue.message}.`)
    }
  }
  const secret = given.AUTH_SECRET
  if (secret !== undefined && secret.length < 32 && given.NODE_ENV === 'production') {
    problems.set(
      'AUTH_SECRET',
      `AUTH_SECRET has ${secret.length} characters, production needs at least 32; make one with: openssl rand -base64 48.`,
    )
  }
  if (problems.size > 0 || !parsed.success) return { ok: false, problems: [...problems.values()] }
  const { APP_URL = `http://127.0.0.1:${parsed.data.PORT}`, ...rest } = parsed.data
  return { ok: true, env: { ...rest, APP_URL: APP_URL.replace(/\/$/, '') } }
}
