import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import type { CompletionBand, IndicatorDto } from './types'

/** Whose indicators: the national set of the year, the cluster's own, and the unit's own. */
export type IndicatorReach = { emulationYearId: string; clusterId: string | null; unitId: string | null }

type Row = Omit<IndicatorDto, 'group' | 'bands'> & {
  groupId: string
  groupName: string
  groupPosition: number
  bands: CompletionBand[]
}

/** Indicators in force in the order of the set: national, cluster, unit; by group, then by position. Open to all who sign in. */
export async function listIndicators(
  _actor: Actor,
  reach: IndicatorReach,
  run: typeof query = query,
): Promise<IndicatorDto[]> {
  const rows = await run<Row>(
    `SELECT i.id, i.set_id AS "setId", i.code, i.name, i.short_name AS "shortName", i.kind,
            i.measure_unit AS "measureUnit", i.display_unit AS "displayUnit", i.decimals, i.direction, i.aggregation,
            i.nature, i.cumulative, i.numerator_may_pass AS "numeratorMayPass", coalesce(i.parts, '{}') AS parts,
            coalesce(i.breakdown, '{}') AS breakdown,
            i.evidence_required AS "evidenceRequired", i.definition, i.definition_source AS "definitionSource",
            i.position, s.scope, g.id AS "groupId", g.name AS "groupName", g.position AS "groupPosition", c.bands
       FROM indicator_sets s
       JOIN indicators i ON i.set_id = s.id AND i.retired_at IS NULL
       JOIN indicator_groups g ON g.id = i.group_id
       JOIN completion_schemes c ON c.id = s.completion_scheme_id
      WHERE s.emulation_year_id = $1
        AND (s.scope = 'NATIONAL' OR (s.scope = 'CLUSTER' AND s.cluster_id = $2) OR (s.scope = 'UNIT' AND s.unit_id = $3))
      ORDER BY s.scope, g.position, i.position, i.code`,
    [reach.emulationYearId, reach.clusterId, reach.unitId],
  )
  return rows.map(({ groupId, groupName, groupPosition, ...row }) => ({
    ...row,
    group: { id: groupId, name: groupName, position: groupPosition },
  }))
}
