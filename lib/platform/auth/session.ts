import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { prisma, query, together } from '../db'
import { logger } from '../logger'
import { sealActor, type Actor, type ActorFacts } from './actor'
import { cookieIn, IDLE_DAYS, SESSION_DAYS, sessionCookieName } from './cookie'
import { readSessionsWith } from '../early'
import { actorSql } from './facts'

/** The session, the account and everything that follows from it, in one statement. */
const READ_SESSION = actorSql(
  `  SELECT s.id, s.account_id, a.name, a.email, a.must_change_password,
         (clock.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today,
         s.last_seen_at < clock.now - interval '5 minutes' AS stale
    FROM clock, sessions s JOIN accounts a ON a.id = s.account_id
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > clock.now
     AND s.last_seen_at > clock.now - interval '${IDLE_DAYS} days' AND a.disabled_at IS NULL`,
  'me.stale',
)

/** A new opaque id of 256 bits, as the cookie carries it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of an opaque id. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

/** Who holds this session, or null when it is unknown, ended, or its account is closed. One statement. */
export async function readSession(token: string | undefined): Promise<Actor | null> {
  if (!token || !/^[\w-]{43}$/.test(token)) return null
  const hash = hashSecret(token)
  const [row] = await query<{ stale: boolean; facts: ActorFacts }>(READ_SESSION, [Buffer.from(hash)])
  if (!row) return null
  if (row.stale) markSeen(hash)
  return sealActor(row.facts)
}

/** From now on whoever asks for a page is looked up as soon as the request has arrived. */
export function readSessionsEarly(): void {
  readSessionsWith((cookies) => {
    const token = cookieIn(cookies, sessionCookieName())
    return token ? { token, actor: readSession(token) } : null
  }, together)
}

/** Never waited for: the answer does not depend on it. */
function markSeen(hash: Uint8Array): void {
  query(
    `UPDATE sessions SET last_seen_at = app_now() WHERE token_hash = $1 AND last_seen_at < app_now() - interval '5 minutes'`,
    [Buffer.from(hash)],
  ).catch(() =>
    logger.warn({ event: 'last_seen_not_saved' }, 'the time a session was last seen was not saved'),
  )
}

/** Opens a session and returns its opaque id, which is stored nowhere. */
export async function openSessionIn(
  tx: Prisma.TransactionClient,
  accountId: string,
  device: { address: string | null; userAgent: string | null },
): Promise<string> {
  const token = newSecret()
  await tx.$executeRaw`
    INSERT INTO sessions (token_hash, account_id, expires_at, address, user_agent)
    VALUES (${hashSecret(token)}, ${accountId}::uuid, app_now() + ${`${SESSION_DAYS} days`}::interval,
            ${device.address}, ${device.userAgent?.slice(0, 300) ?? null})`
  return token
}

/** Ends the session that a cookie names, if it is still open. */
export async function endSession(token: string | undefined): Promise<void> {
  if (!token) return
  await prisma.$executeRaw`
    UPDATE sessions SET revoked_at = app_now() WHERE token_hash = ${hashSecret(token)} AND revoked_at IS NULL`
}

/** Ends every session of an account, but for the one to keep. */
export async function endSessionsIn(
  tx: Prisma.TransactionClient,
  accountId: string,
  keepSessionId?: string,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE sessions SET revoked_at = app_now()
     WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL
       AND id IS DISTINCT FROM ${keepSessionId ?? null}::uuid`
}
