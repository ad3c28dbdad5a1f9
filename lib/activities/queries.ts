import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { ClusterYearFacts } from './types'

/** What policy asks of a cluster-year, read inside the caller's transaction; null for an unknown id. */
export async function clusterYearFactsIn(
  tx: Prisma.TransactionClient,
  clusterYearId: string,
): Promise<ClusterYearFacts | null> {
  const [row] = await tx.$queryRaw<ClusterYearFacts[]>`
    SELECT cy.id, cy.year, y.state = 'CLOSED' AS closed,
           EXISTS (SELECT FROM headships h WHERE h.cluster_year_id = cy.id AND h.role = 'HEAD'
                      AND coalesce(h.starts_on, t.today) <= t.today
                      AND CASE WHEN h.ends_on IS NULL THEN y.state <> 'CLOSED' ELSE h.ends_on >= t.today END) AS "hasHead",
           (SELECT coalesce(json_agg(m.unit_id), '[]') FROM cluster_memberships m
             WHERE m.cluster_year_id = cy.id) AS "memberIds"
      FROM cluster_years cy JOIN emulation_years y ON y.id = cy.emulation_year_id,
           (SELECT (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today) t
     WHERE cy.id = ${clusterYearId}::uuid`
  return row ?? null
}
