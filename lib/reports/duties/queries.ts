import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { canAssignDuties } from '../policy'
import { idSchema } from '../schema'

export type Duties = {
  /** The year whose indicators these are: the latest open one. */
  year: number
  officers: { accountId: string; name: string }[]
  indicators: {
    id: string
    name: string
    officer: { accountId: string; name: string; since: string } | null
  }[]
}

/** Who works for the unit today, and who answers for each indicator of the open year; null when it is not hers to arrange. */
export async function getDuties(actor: Actor, unitId: string): Promise<Duties | null> {
  if (!idSchema.safeParse(unitId).success || !canAssignDuties(actor, unitId)) return null
  const [officers, rows] = await Promise.all([officersOf(unitId), dutyRows(unitId)])
  const year = rows[0]?.year
  if (year === undefined) return null
  return {
    year,
    officers,
    indicators: rows.map(({ id, name, accountId, officer, since }) => ({
      id,
      name,
      officer:
        accountId && officer && since ? { accountId, name: officer, since: since.toISOString() } : null,
    })),
  }
}

function officersOf(unitId: string) {
  return query<Duties['officers'][number]>(
    `SELECT DISTINCT a.id AS "accountId", a.name FROM role_grants g
       JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL,
            (SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) today
      WHERE g.unit_id = $1 AND g.revoked_at IS NULL AND g.role IN ('PROVINCE_STAFF', 'PROVINCE_LEADER')
        AND coalesce(g.starts_on, today.day) <= today.day AND coalesce(g.ends_on, today.day) >= today.day
      ORDER BY a.name`,
    [unitId],
  )
}

type DutyRow = {
  year: number
  id: string
  name: string
  accountId: string | null
  officer: string | null
  since: Date | null
}

function dutyRows(unitId: string): Promise<DutyRow[]> {
  return query<DutyRow>(
    `WITH open_year AS (
       SELECT y.id, y.year, cy.cluster_id FROM cluster_memberships m
         JOIN cluster_years cy ON cy.id = m.cluster_year_id
         JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.state = 'OPEN'
        WHERE m.unit_id = $1 ORDER BY y.year DESC LIMIT 1)
     SELECT o.year, i.id, i.name, a.id AS "accountId", a.name AS officer, d.starts_at AS since
       FROM open_year o
       JOIN indicator_sets s ON s.emulation_year_id = o.id
        AND (s.scope = 'NATIONAL' OR (s.scope = 'CLUSTER' AND s.cluster_id = o.cluster_id)
             OR (s.scope = 'UNIT' AND s.unit_id = $1))
       JOIN indicators i ON i.set_id = s.id AND i.retired_at IS NULL
       JOIN indicator_groups g ON g.id = i.group_id
       LEFT JOIN indicator_duties d ON d.indicator_id = i.id AND d.unit_id = $1 AND d.ends_at IS NULL
       LEFT JOIN accounts a ON a.id = d.account_id
      ORDER BY s.scope, g.position, i.position`,
    [unitId],
  )
}
