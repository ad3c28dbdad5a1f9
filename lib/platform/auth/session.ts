import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { prisma, query } from '../db'
import { logger } from '../logger'
import { sealActor, type Actor, type ActorFacts } from './actor'
import { IDLE_DAYS, SESSION_DAYS } from './cookie'

const IN_FORCE = `g.revoked_at IS NULL AND coalesce(g.starts_on, me.today) <= me.today AND coalesce(g.ends_on, me.today) >= me.today`
const OF_UNIT = `('PROVINCE_STAFF', 'PROVINCE_LEADER')`

/**
 * The session, the account, its roles in force today, delegations to it and what follows from the headships of today,
 * in one statement. A headship without a known end counts as ended once its year is closed.
 */
const READ_SESSION = `
WITH clock AS MATERIALIZED (
  SELECT app_now() AS now
), me AS MATERIALIZED (
  SELECT s.id, s.account_id, a.name, a.email, a.must_change_password,
         (clock.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today,
         s.last_seen_at < clock.now - interval '5 minutes' AS stale
    FROM clock, sessions s JOIN accounts a ON a.id = s.account_id
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > clock.now
     AND s.last_seen_at > clock.now - interval '${IDLE_DAYS} days' AND a.disabled_at IS NULL
), held AS MATERIALIZED (
  SELECT g.role, g.unit_id, g.cluster_year_id, g.created_at,
         NULL::uuid AS from_id, NULL::text AS from_name, NULL::date AS until
    FROM me JOIN role_grants g ON g.account_id = me.account_id
   WHERE ${IN_FORCE}
  UNION ALL
  SELECT g.role, g.unit_id, g.cluster_year_id, g.created_at, f.id, f.name, least(d.ends_on, g.ends_on)
    FROM me JOIN delegations d ON d.to_account_id = me.account_id
    JOIN accounts f ON f.id = d.from_account_id
    JOIN role_grants g ON g.account_id = f.id
   WHERE d.revoked_at IS NULL AND me.today BETWEEN d.starts_on AND d.ends_on AND f.disabled_at IS NULL
     AND g.role IN ('PROVINCE_LEADER', 'CENTRAL_REVIEWER') AND ${IN_FORCE}
), own AS MATERIALIZED (
  SELECT DISTINCT unit_id FROM held WHERE role IN ${OF_UNIT} AND unit_id IS NOT NULL
), headed AS MATERIALIZED (
  SELECT DISTINCT h.cluster_year_id, h.role
    FROM me, own JOIN headships h ON h.unit_id = own.unit_id
    JOIN cluster_years cy ON cy.id = h.cluster_year_id
    JOIN emulation_years y ON y.id = cy.emulation_year_id
   WHERE coalesce(h.starts_on, me.today) <= me.today
     AND CASE WHEN h.ends_on IS NULL THEN y.state <> 'CLOSED' ELSE h.ends_on >= me.today END
)
SELECT me.stale, json_build_object(
  'accountId', me.account_id,
  'sessionId', me.id,
  'name', me.name,
  'email', me.email,
  'mustChangePassword', me.must_change_password,
  'homeUnit', (
    SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', coalesce(n.name, u.slug), 'kind', coalesce(n.kind, ''))
      FROM (SELECT unit_id FROM held WHERE from_id IS NULL AND role IN ${OF_UNIT} AND unit_id IS NOT NULL
             ORDER BY created_at, unit_id LIMIT 1) home
      JOIN units u ON u.id = home.unit_id
      LEFT JOIN LATERAL (
        SELECT d.name, d.kind FROM unit_designations d
         WHERE d.unit_id = u.id AND coalesce(d.valid_from, me.today) <= me.today
         ORDER BY coalesce(d.valid_to > me.today, true) DESC, d.valid_from DESC NULLS LAST LIMIT 1
      ) n ON true),
  'staffOf', coalesce((SELECT json_agg(DISTINCT unit_id) FROM held WHERE role = 'PROVINCE_STAFF' AND unit_id IS NOT NULL), '[]'),
  'leaderOf', coalesce((SELECT json_agg(DISTINCT unit_id) FROM held WHERE role = 'PROVINCE_LEADER' AND unit_id IS NOT NULL), '[]'),
  'centralStaffOf', coalesce((SELECT json_agg(DISTINCT cluster_year_id) FROM held WHERE role = 'CENTRAL_STAFF' AND cluster_year_id IS NOT NULL), '[]'),
  'reviewerOf', coalesce((SELECT json_agg(DISTINCT cluster_year_id) FROM held WHERE role = 'CENTRAL_REVIEWER' AND cluster_year_id IS NOT NULL), '[]'),
  'headOf', coalesce((SELECT json_agg(cluster_year_id) FROM headed WHERE role = 'HEAD'), '[]'),
  'deputyOf', coalesce((SELECT json_agg(cluster_year_id) FROM headed WHERE role = 'DEPUTY'), '[]'),
  'memberOf', coalesce((SELECT json_agg(DISTINCT m.cluster_year_id) FROM own JOIN cluster_memberships m ON m.unit_id = own.unit_id), '[]'),
  'isOffice', EXISTS (SELECT FROM held WHERE role = 'CENTRAL_OFFICE'),
  'isAdmin', EXISTS (SELECT FROM held WHERE role = 'SYSTEM_ADMIN'),
  'actsFor', coalesce((
    SELECT json_agg(json_build_object('accountId', from_id, 'name', from_name, 'role', role,
                    'scopeId', coalesce(unit_id, cluster_year_id), 'until', to_char(until, 'YYYY-MM-DD')) ORDER BY from_id)
      FROM held WHERE from_id IS NOT NULL AND coalesce(unit_id, cluster_year_id) IS NOT NULL), '[]')
) AS facts
FROM me`

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
