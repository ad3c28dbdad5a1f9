import 'server-only'
import { totalOf } from '@/lib/indicators/rules'
import type { Aggregation } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { fromProjection } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import { neverSentSql } from '@/lib/reports/queries'
import type { ProjectionCell } from '@/lib/reports/types'
import { unitRefSql } from '@/lib/units/queries'
import type { UnitRef } from '@/lib/units/types'
import type { TrendYear } from './types'

type Row = {
  year: number
  kind: FigureKind
  aggregation: Aggregation
  cells: { unit: UnitRef; cell: ProjectionCell; draft: boolean }[]
  reported: ProjectionCell | null
  members: number
}

/** The indicator of a code in each year of a cluster, for the same period, in one statement. */
export async function getTrend(
  actor: Actor,
  clusterId: string,
  code: string,
  period: PeriodKind,
): Promise<TrendYear[]> {
  const readable = readableReportsSql(actor, 'r', 4)
  const rows = await query<Row>(
    `select cy.year, i.kind, i.aggregation,
      (select count(*)::int from cluster_memberships m where m.cluster_year_id = cy.id) as members,
      (select coalesce(json_agg(json_build_object('unit', ${unitRefSql('u', 'cy.year')}, 'cell', rp.cells -> i.id::text -> 'm',
          'draft', ${neverSentSql('r')})), '[]')
        from reports r join report_projections rp on rp.report_id = r.id join units u on u.id = r.unit_id
        where r.cluster_year_id = cy.id and r.period_id = p.id and rp.cells -> i.id::text -> 'm' is not null
          and ${readable.sql}) as cells,
      (select json_strip_nulls(json_build_object('a', trim_scale(f.amount)::text, 'd', trim_scale(f.denominator)::text,
          'q', nullif(f.qualifier, 'EXACT'), 'w', f.words, 'v', 1))
        from cluster_figures f where f.cluster_year_id = cy.id and f.indicator_id = i.id and f.period = p.kind) as reported
     from cluster_years cy
     join reporting_periods p on p.emulation_year_id = cy.emulation_year_id and p.kind = $3::"PeriodKind"
     join indicator_sets st on st.emulation_year_id = cy.emulation_year_id
       and (st.scope = 'NATIONAL' or (st.scope = 'CLUSTER' and st.cluster_id = cy.cluster_id))
     join indicators i on i.set_id = st.id and i.code = $2
     where cy.cluster_id = $1 order by cy.year`,
    [clusterId, code, period, ...readable.params],
  )
  return rows.map(({ year, kind, aggregation, cells, reported, members }) => {
    const figures = cells.flatMap(({ unit, cell, draft }) => {
      const value = fromProjection(kind, cell)
      return value ? [{ unit, value, draft }] : []
    })
    return {
      year,
      members,
      figures,
      total: totalOf(
        figures.flatMap(({ value, draft }) => (draft ? [] : value)),
        { aggregation },
      ).value,
      reported: reported ? fromProjection(kind, reported) : null,
    }
  })
}
