import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { canAssignDuties } from '../policy'
import { idSchema } from '../schema'

export type Duties = {
  officers: { accountId: string; name: string }[]
  duties: { indicatorId: string; indicatorName: string; accountId: string; name: string; since: string }[]
}

/** Who works for the unit today, and who answers for which indicator; null when it is not hers to arrange. */
export async function getDuties(actor: Actor, unitId: string): Promise<Duties | null> {
  if (!idSchema.safeParse(unitId).success || !canAssignDuties(actor, unitId)) return null
  const [officers, duties] = await Promise.all([
    query<Duties['officers'][number]>(
      `SELECT DISTINCT a.id AS "accountId", a.name FROM role_grants g
         JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL,
              (SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) today
        WHERE g.unit_id = $1 AND g.revoked_at IS NULL AND g.role IN ('PROVINCE_STAFF', 'PROVINCE_LEADER')
          AND coalesce(g.starts_on, today.day) <= today.day AND coalesce(g.ends_on, today.day) >= today.day
        ORDER BY a.name`,
      [unitId],
    ),
    query<Omit<Duties['duties'][number], 'since'> & { since: Date }>(
      `SELECT d.indicator_id AS "indicatorId", i.short_name AS "indicatorName", a.id AS "accountId", a.name,
              d.starts_at AS since
         FROM indicator_duties d JOIN indicators i ON i.id = d.indicator_id JOIN accounts a ON a.id = d.account_id
        WHERE d.unit_id = $1 AND d.ends_at IS NULL ORDER BY i.position, i.code`,
      [unitId],
    ),
  ])
  return { officers, duties: duties.map((duty) => ({ ...duty, since: duty.since.toISOString() })) }
}
