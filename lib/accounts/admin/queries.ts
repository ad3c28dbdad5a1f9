import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { invitationToken } from '@/lib/platform/auth/invitation'
import { prisma, query } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isRowId } from '@/lib/platform/fields'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { canManageAccounts } from '../policy'
import type { AccountFilter } from './schema'
import type { AccountDetail, AccountRow, AccountState, GrantDto, ScopeChoices } from './types'

const ACCOUNTS_PER_PAGE = 50

/** Accounts with their unrevoked roles; `$1` an id or null, then search, role, unit, state, limit, offset. */
const ACCOUNTS = `
WITH today AS MATERIALIZED (
  SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
), listed AS MATERIALIZED (
  SELECT a.id, a.name, a.email, a.created_at, count(*) OVER () AS total,
         CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled' WHEN a.password_hash IS NULL THEN 'invited' ELSE 'active' END AS state
    FROM accounts a
   WHERE ($1::uuid IS NULL OR a.id = $1)
     AND ($2::text = '' OR vn_fold(a.name) LIKE '%' || vn_fold($2) || '%' OR a.email LIKE '%' || lower($2) || '%')
     AND (($3::text IS NULL AND $4::uuid IS NULL) OR EXISTS (
       SELECT FROM role_grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL
          AND ($3 IS NULL OR g.role::text = $3) AND ($4 IS NULL OR g.unit_id = $4)))
     AND CASE $5::text WHEN 'disabled' THEN a.disabled_at IS NOT NULL
           WHEN 'invited' THEN a.disabled_at IS NULL AND a.password_hash IS NULL
           WHEN 'active' THEN a.disabled_at IS NULL AND a.password_hash IS NOT NULL
           ELSE true END
   ORDER BY a.name COLLATE vn, a.email LIMIT $6 OFFSET $7
)
SELECT l.*, l.total::int AS total, seen.at AS last_seen_at, coalesce(seen.open, 0)::int AS open_sessions, coalesce((
  SELECT json_agg(json_build_object(
           'id', g.id, 'role', g.role, 'startsOn', g.starts_on, 'endsOn', g.ends_on,
           'inForce', coalesce(g.starts_on, today.day) <= today.day AND coalesce(g.ends_on, today.day) >= today.day,
           'scope', coalesce(cy.title || ', năm ' || cy.year, n.kind || ' ' || n.name)) ORDER BY g.created_at)
    FROM role_grants g
    LEFT JOIN cluster_years cy ON cy.id = g.cluster_year_id
    LEFT JOIN LATERAL (
      SELECT d.kind, d.name FROM unit_designations d WHERE d.unit_id = g.unit_id
       ORDER BY d.valid_from DESC NULLS LAST LIMIT 1) n ON true
   WHERE g.account_id = l.id AND g.revoked_at IS NULL), '[]') AS grants
  FROM listed l CROSS JOIN today LEFT JOIN LATERAL (
    SELECT max(s.last_seen_at) AS at, count(*) FILTER (WHERE s.revoked_at IS NULL AND s.expires_at > app_now()) AS open
      FROM sessions s WHERE s.account_id = l.id) seen ON true
 ORDER BY l.name COLLATE vn, l.email`

type Row = {
  id: string
  name: string
  email: string
  created_at: Date
  state: AccountState
  total: number
  last_seen_at: Date | null
  open_sessions: number
  grants: GrantDto[]
}

function dto(row: Row): AccountRow {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    state: row.state,
    grants: row.grants,
    lastSeenAt: row.last_seen_at,
  }
}

/** One page of accounts by name; null for whoever may not see them. */
export async function listAccounts(
  actor: Actor,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; total: number; pages: number } | null> {
  if (!canManageAccounts(actor)) return null
  const rows = await query<Row>(ACCOUNTS, [
    null,
    filter.q.replace(/[\\%_]/g, '\\$&'),
    filter.role ?? null,
    filter.unit ?? null,
    filter.state ?? null,
    ACCOUNTS_PER_PAGE,
    (filter.page - 1) * ACCOUNTS_PER_PAGE,
  ])
  const total = rows[0]?.total ?? 0
  return { rows: rows.map(dto), total, pages: Math.ceil(total / ACCOUNTS_PER_PAGE) }
}

export async function getAccount(actor: Actor, id: string): Promise<AccountDetail | null> {
  if (!canManageAccounts(actor) || !isRowId(id)) return null
  const [row] = await query<Row>(ACCOUNTS, [id, '', null, null, null, 1, 0])
  return row
    ? {
        ...dto(row),
        createdAt: row.created_at,
        openSessions: row.open_sessions,
        isSelf: row.id === actor.accountId,
      }
    : null
}

/**
 * The link of an invitation made within the last ten minutes by the one who asks; later it cannot be seen again, only
 * replaced.
 */
export async function getFreshInvitationLink(
  actor: Actor,
  accountId: string,
  invitationId: string,
): Promise<string | null> {
  if (!canManageAccounts(actor) || !isRowId(invitationId) || !isRowId(accountId)) return null
  const rows = await query(
    `SELECT 1 FROM invitations WHERE id = $1 AND account_id = $2 AND created_by_id = $3 AND used_at IS NULL
        AND expires_at > app_now() AND created_at > app_now() - interval '10 minutes'`,
    [invitationId, accountId, actor.accountId],
  )
  return rows.length > 0 ? `${env().APP_URL}/invite/${invitationToken(invitationId)}` : null
}

/** Units of today and cluster-years not yet closed: what a role can be given for. */
export async function listScopeChoices(actor: Actor): Promise<ScopeChoices> {
  if (!canManageAccounts(actor)) return { units: [], clusterYears: [] }
  const [units, clusterYears] = await Promise.all([
    query<{ id: string; name: string; kind: string }>(
      `SELECT u.id, d.name, d.kind FROM units u JOIN unit_designations d ON d.unit_id = u.id
        WHERE u.level = 'PROVINCE' AND u.valid_to IS NULL AND d.valid_to IS NULL`,
    ),
    prisma.clusterYear.findMany({
      where: { emulationYear: { state: { not: 'CLOSED' } } },
      select: { id: true, title: true, year: true },
      orderBy: [{ year: 'desc' }, { cluster: { position: 'asc' } }],
    }),
  ])
  return {
    units: units
      .sort((a, b) => compareVietnamese(a.name, b.name))
      .map(({ id, name, kind }) => ({ id, name: `${name} (${kind})` })),
    clusterYears: clusterYears.map(({ id, title, year }) => ({ id, name: `${title}, năm ${year}` })),
  }
}
