import 'server-only'
import { query } from '../db'
import { env } from '../env'
import { sealActor, type Actor, type ActorFacts } from './actor'
import { actorSql } from './facts'
import type { ApiScope } from './rules'
import { hashSecret, newSecret } from './session'

/** Begins every token, so that one left in a file is found by those who search for secrets. */
const PREFIX = 'ctd_'

const ME = `  SELECT t.id, t.account_id, a.name, a.email, a.must_change_password, t.scopes, t.confirmed_only,
         (clock.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today
    FROM clock, api_tokens t JOIN accounts a ON a.id = t.account_id
   WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > clock.now
     AND a.disabled_at IS NULL AND NOT a.must_change_password`

type Row = { scopes: ApiScope[]; confirmedOnly: boolean; stamp: string | null; facts: ActorFacts }
export type TokenHolder = { actor: Actor; tokenId: string; scopes: ApiScope[]; stamp: string | null }

/** A version stamp to be read with the token: an SQL expression over the parameters from `$2` on. */
export type Stamp = { sql: string; params: unknown[] }

const statements = new Map<string, string>()

function statementFor(stamp: string): string {
  const known = statements.get(stamp)
  if (known) return known
  const text = actorSql(ME, `me.scopes, me.confirmed_only AS "confirmedOnly", ${stamp} AS stamp`)
  statements.set(stamp, text)
  return text
}

/** A new token as its holder keeps it; shown once and never stored. */
export function newToken(): string {
  return PREFIX + newSecret()
}

/** What is stored of a token. */
export const hashToken = (token: string) => hashSecret(token.slice(PREFIX.length))

/**
 * Who holds this token and what it may read, with the stamp where one is asked for; null when it is unknown, revoked or
 * expired, or its account is closed or owes a change of password. One statement. The actor has what the account has
 * today, less what the token leaves out.
 */
export async function readToken(token: string, stamp?: Stamp): Promise<TokenHolder | null> {
  if (!/^ctd_[\w-]{43}$/.test(token)) return null
  const [row] = await query<Row>(statementFor(stamp?.sql ?? 'NULL::text'), [
    Buffer.from(hashToken(token)),
    ...(stamp?.params ?? []),
  ])
  if (!row) return null
  const facts: ActorFacts = row.confirmedOnly ? { ...row.facts, confirmedOnly: true } : row.facts
  return { actor: sealActor(facts), tokenId: facts.sessionId, scopes: row.scopes, stamp: row.stamp }
}

/** The token of a request: `Bearer`, or the password of `Basic`, which Excel and Power BI can store. */
export function tokenOf(request: Request): string | null {
  const [scheme = '', value = ''] = (request.headers.get('authorization') ?? '').split(' ', 2)
  if (/^bearer$/i.test(scheme)) return value
  if (!/^basic$/i.test(scheme)) return null
  return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':') || null
}

/**
 * Requests of a token are counted in PostgreSQL, in blocks: an instance takes a block of the minute's requests in one
 * statement and hands them out itself. All instances together never pass the limit; what an instance took and did not use
 * is lost with the minute, so a token may be refused up to one block an instance too early.
 */
const TAKE_BLOCK = `
WITH clock AS MATERIALIZED (
  SELECT date_trunc('minute', app_now()) AS minute, 60 - extract(second FROM app_now())::float8 AS left
), taken AS (
  INSERT INTO api_usage AS u (token_id, minute, taken) SELECT $1::uuid, clock.minute, $2::int FROM clock
  ON CONFLICT (token_id) DO UPDATE SET
    taken = CASE WHEN u.minute = excluded.minute THEN u.taken + $2 ELSE $2 END, minute = excluded.minute
  WHERE u.minute <> excluded.minute OR u.taken < $3
  RETURNING u.taken
)
SELECT clock.left, (SELECT taken FROM taken) AS taken FROM clock`

type Block = { left: number; until: number; refused: boolean }
type Blocks = { held: Map<string, Block>; taking: Map<string, Promise<void>> }

const KEY = Symbol.for('cum-thi-dua.api-blocks')
const shared = globalThis as typeof globalThis & { [KEY]?: Blocks }
const blocks = (shared[KEY] ??= { held: new Map(), taking: new Map() })
const MOST_HELD = 1000

async function takeBlock(tokenId: string): Promise<void> {
  const limit = env().API_REQUESTS_PER_MINUTE
  const size = Math.ceil(limit / 10)
  const [row] = await query<{ left: number; taken: number | null }>(TAKE_BLOCK, [tokenId, size, limit])
  const { left, taken } = row!
  const now = performance.now()
  if (blocks.held.size >= MOST_HELD)
    for (const [id, { until }] of blocks.held) if (until <= now) blocks.held.delete(id)
  blocks.held.set(tokenId, {
    left: taken === null ? 0 : Math.min(size, limit - (taken - size)),
    until: now + left * 1000,
    refused: taken === null,
  })
}

/** Counts one request of a token; returns the whole seconds to wait when the minute's are used up, or null. */
export async function countRequest(tokenId: string): Promise<number | null> {
  for (;;) {
    const block = blocks.held.get(tokenId)
    const wait = block ? block.until - performance.now() : 0
    if (block && wait > 0) {
      if (block.left > 0) {
        block.left -= 1
        return null
      }
      if (block.refused) return Math.ceil(wait / 1000)
    }
    const taking =
      blocks.taking.get(tokenId) ?? takeBlock(tokenId).finally(() => blocks.taking.delete(tokenId))
    blocks.taking.set(tokenId, taking)
    await taking
  }
}
