import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { hashSecret } from '@/lib/platform/auth/session'
import { databaseNow, prisma, query } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { calendarDay, storedDay } from '@/lib/platform/dates'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { CENTRAL_UNION, ROLE_LABELS, unionName } from './labels'
import { canDelegate, canReceiveDelegation } from './policy'
import { delegationState, deviceInWords } from './rules'
import type { DelegationDto, DelegationsDto, DemoGroup, Role, SessionDto } from './types'

/** The accounts of the demonstration, for its sign-in page; none elsewhere. Needs no actor: nobody is signed in yet. */
export async function listDemoAccounts(): Promise<DemoGroup[]> {
  if (!env().DEMO) return []
  const accounts = await prisma.account.findMany({
    where: { demo: true, disabledAt: null },
    select: {
      email: true,
      name: true,
      grants: {
        where: { revokedAt: null },
        select: {
          unit: {
            select: { designations: { orderBy: { validFrom: { sort: 'desc', nulls: 'last' } }, take: 1 } },
          },
        },
      },
    },
  })
  const groups = new Map<string, DemoGroup & { name: string }>()
  for (const { email, name, grants } of accounts.sort((a, b) => a.email.localeCompare(b.email))) {
    const unit = grants.flatMap((grant) => grant.unit?.designations ?? [])[0]
    const union = unit ? unionName(unit) : CENTRAL_UNION
    const group = groups.get(union) ?? { union, people: [], name: unit?.name ?? '' }
    group.people.push({ email, name })
    groups.set(union, group)
  }
  return [...groups.values()]
    .sort((a, b) => compareVietnamese(a.name, b.name))
    .map(({ union, people }) => ({ union, people }))
}

/** Whom an invitation's link is for, or null when it was used, ran out or never was. The link itself is the right to ask. */
export async function getInvitation(token: string): Promise<{ name: string; email: string } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const invitation = await prisma.invitation.findFirst({
    where: {
      tokenHash: hashSecret(token),
      usedAt: null,
      expiresAt: { gt: await databaseNow() },
      account: { disabledAt: null },
    },
    select: { account: { select: { name: true, email: true } } },
  })
  return invitation?.account ?? null
}

/** One's own open sessions, this one first. */
export async function listOwnSessions(actor: Actor): Promise<SessionDto[]> {
  const now = await databaseNow()
  const sessions = await prisma.session.findMany({
    where: { accountId: actor.accountId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  return sessions
    .map((session) => ({
      id: session.id,
      current: session.id === actor.sessionId,
      device: deviceInWords(session.userAgent),
      address: session.address,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

const PEOPLE_WITH_ROLES = `
WITH today AS MATERIALIZED (
  SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
), held AS (
  SELECT g.account_id, g.role::text AS role, g.unit_id FROM role_grants g, today
   WHERE g.revoked_at IS NULL AND coalesce(g.starts_on, today.day) <= today.day
     AND coalesce(g.ends_on, today.day) >= today.day
)
SELECT a.id, a.name, to_char(today.day, 'YYYY-MM-DD') AS today,
       json_agg(json_build_object('role', h.role, 'unitId', h.unit_id)) AS held
  FROM today, accounts a JOIN held h ON h.account_id = a.id
 WHERE a.disabled_at IS NULL AND (a.id = $1 OR EXISTS (
   SELECT FROM held mine WHERE mine.account_id = $1
      AND (mine.role = 'PROVINCE_LEADER' AND mine.unit_id = h.unit_id
           OR mine.role = 'CENTRAL_REVIEWER' AND h.role LIKE 'CENTRAL%')))
 GROUP BY a.id, today.day`

/** Delegations given and received by the actor, and to whom she may delegate (nobody, where she decides nothing). */
export async function getOwnDelegations(actor: Actor): Promise<DelegationsDto> {
  const [people, rows, now] = await Promise.all([
    query<{ id: string; name: string; held: { role: Role; unitId: string | null }[] }>(PEOPLE_WITH_ROLES, [
      actor.accountId,
    ]),
    prisma.delegation.findMany({
      where: { OR: [{ fromAccountId: actor.accountId }, { toAccountId: actor.accountId }] },
      include: { from: { select: { name: true } }, to: { select: { name: true } } },
      orderBy: { startsOn: 'desc' },
      take: 100,
    }),
    databaseNow(),
  ])
  const today = calendarDay(now)
  const own = people.find((person) => person.id === actor.accountId)?.held ?? []
  const dto = (row: (typeof rows)[number], name: string): DelegationDto => {
    const span = { startsOn: storedDay(row.startsOn), endsOn: storedDay(row.endsOn) }
    const state = delegationState({ ...span, revoked: row.revokedAt !== null }, today)
    return { id: row.id, name, ...span, reason: row.reason, state }
  }
  return {
    today,
    mayDelegate: canDelegate(own.map((grant) => grant.role)),
    given: rows.filter((row) => row.fromAccountId === actor.accountId).map((row) => dto(row, row.to.name)),
    received: rows.filter((row) => row.toAccountId === actor.accountId).map((row) => dto(row, row.from.name)),
    candidates: people
      .filter((person) => person.id !== actor.accountId && canReceiveDelegation(own, person.held))
      .map(({ id, name, held }) => ({ id, name, role: ROLE_LABELS[held[0]?.role ?? 'PROVINCE_STAFF'] }))
      .sort((a, b) => compareVietnamese(a.name, b.name)),
  }
}

/** Names of accounts by id, as trails show them; ids of no account, and null, are left out. */
export async function accountNamesIn(
  db: Pick<Prisma.TransactionClient, 'account'>,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.account.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
