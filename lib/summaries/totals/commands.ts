import 'server-only'
import { query } from '@/lib/platform/db'
import type { ClusterTotal } from './types'

export type KeptTotals = {
  clusterYearId: string
  periodId: string
  generation: number
  confirmedUnits: number
  sentUnits: number
  illustrative: boolean
  confirmed: Record<string, ClusterTotal>
  /** Null where every sent report is a confirmed one. */
  sent: Record<string, ClusterTotal> | null
}

/**
 * Keeps totals that were just added up, under the generation that was read in the same statement as the figures: when
 * anything has changed since, they are of an earlier generation and nobody uses them. Never touches a later one.
 */
export async function keepTotals(rows: readonly KeptTotals[]): Promise<void> {
  if (rows.length === 0) return
  const sorted = [...rows].sort((a, b) =>
    a.clusterYearId + a.periodId < b.clusterYearId + b.periodId ? -1 : 1,
  )
  const lines = sorted.flatMap((row) =>
    [...new Set([...Object.keys(row.confirmed), ...Object.keys(row.sent ?? {})])].sort().map((id) => ({
      p: row.periodId,
      i: id,
      y: row.clusterYearId,
      g: row.generation,
      c: row.confirmed[id] ?? { n: 0, c: [0, 0, 0, 0] },
      s: row.sent ? (row.sent[id] ?? { n: 0, c: [0, 0, 0, 0] }) : null,
    })),
  )
  await query(
    `with heads as (
       insert into cluster_period_summaries as h
         (cluster_year_id, period_id, generation, confirmed_units, sent_units, illustrative)
       select * from json_to_recordset($1::json) as x("clusterYearId" uuid, "periodId" uuid, generation int,
         "confirmedUnits" int, "sentUnits" int, illustrative boolean)
       on conflict (cluster_year_id, period_id) do update set generation = excluded.generation,
         confirmed_units = excluded.confirmed_units, sent_units = excluded.sent_units, illustrative = excluded.illustrative
       where h.generation < excluded.generation
     )
     insert into indicator_summaries as t (period_id, indicator_id, cluster_year_id, generation, confirmed, sent)
     select x.p, x.i, x.y, x.g, x.c, x.s from json_to_recordset($2::json) as x(p uuid, i uuid, y uuid, g int, c jsonb, s jsonb)
     on conflict (period_id, indicator_id, cluster_year_id) do update
       set generation = excluded.generation, confirmed = excluded.confirmed, sent = excluded.sent
     where t.generation < excluded.generation`,
    [JSON.stringify(sorted.map(({ confirmed: _, sent: __, ...head }) => head)), JSON.stringify(lines)],
  )
}
