import 'server-only'
import { query } from '../db'

/**
 * Failures that cost nothing, the first delay after them and the longest, in seconds. An account alone forgives more
 * and waits less, or anybody could lock a colleague out; an address alone is never counted: a hall shares one.
 */
const ACCOUNT = { free: 12, first: 15, longest: 300 }
const ACCOUNT_AT_ADDRESS = { free: 4, first: 10, longest: 1800 }
const FORGOTTEN_AFTER = '1 day'

/**
 * Counts an attempt before it is judged, so that a hundred at once are a hundred, on however many instances. Rows of
 * both keys are locked, then counted, or none is: an attempt during a delay changes nothing.
 */
const COUNT_ATTEMPT = `
WITH wanted AS (
  SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS w(key, free, first, longest)
), clock AS MATERIALIZED (
  SELECT app_now() AS now
), known AS MATERIALIZED (
  SELECT t.* FROM sign_in_throttles t WHERE t.key = ANY ($1::text[]) ORDER BY t.key FOR UPDATE
), blocked AS MATERIALIZED (
  SELECT max(k.blocked_until) AS until FROM known k, clock WHERE k.blocked_until > clock.now
), counted AS (
  INSERT INTO sign_in_throttles AS t (key, failures, last_failure_at)
  SELECT w.key, 1, clock.now FROM wanted w, clock, blocked WHERE blocked.until IS NULL ORDER BY w.key
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN t.last_failure_at < excluded.last_failure_at - interval '${FORGOTTEN_AFTER}'
                    THEN 1 ELSE t.failures + 1 END,
    last_failure_at = excluded.last_failure_at,
    blocked_until = CASE
      WHEN t.last_failure_at < excluded.last_failure_at - interval '${FORGOTTEN_AFTER}' THEN NULL
      ELSE (SELECT CASE WHEN t.failures + 1 <= w.free THEN NULL ELSE excluded.last_failure_at +
                   least(w.longest, w.first * power(2, least(t.failures - w.free, 20))) * interval '1 second' END
              FROM wanted w WHERE w.key = t.key)
    END
  WHERE coalesce(t.blocked_until <= excluded.last_failure_at, true)
  RETURNING 1
)
SELECT extract(epoch FROM blocked.until - clock.now)::float8 AS wait, (SELECT count(*) FROM counted)::int AS counted
  FROM blocked, clock`

function keysOf(email: string, address: string | null): string[] {
  return address ? [`a:${email}`, `aa:${email}|${address}`] : [`a:${email}`]
}

/** Counts an attempt at signing in; returns the seconds to wait when none is allowed yet, or null. */
export async function countAttempt(email: string, address: string | null): Promise<number | null> {
  const keys = keysOf(email, address)
  const limits = [ACCOUNT, ACCOUNT_AT_ADDRESS].slice(0, keys.length)
  const [row] = await query<{ wait: number | null; counted: number }>(COUNT_ATTEMPT, [
    keys,
    limits.map((limit) => limit.free),
    limits.map((limit) => limit.first),
    limits.map((limit) => limit.longest),
  ])
  if (row?.wait != null) return row.wait
  // A rival's row, unseen when this statement began, already forbade the attempt.
  return row?.counted === keys.length ? null : ACCOUNT_AT_ADDRESS.first
}

/** A success forgets the account's failures; what is older than a day is forgotten with them. */
export async function forgetAttempts(email: string, address: string | null): Promise<void> {
  await query(
    `DELETE FROM sign_in_throttles
      WHERE key = ANY ($1::text[]) OR (last_failure_at < app_now() - interval '${FORGOTTEN_AFTER}')`,
    [keysOf(email, address)],
  )
}
