import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { readableReportsSql } from '@/lib/reports/policy'
import { unitRefSql } from '@/lib/units/queries'
import type { NationalTable, NationalYear } from './types'

/** The emulation year with the most clusters of that number (the newest year when none is asked for). */
const EMULATION_YEAR = `select y.* from emulation_years y
  where y.year = coalesce($1::int, (select max(m.year) from cluster_years m))
  order by (select count(*) from cluster_years c where c.emulation_year_id = y.id) desc, y.id limit 1`

/** A year of the nation with its periods; null for a year without clusters. */
export async function getNationalYear(_actor: Actor, year: number | null): Promise<NationalYear | null> {
  const [row] = await query<NationalYear>(
    `select ey.id as "emulationYearId", ey.year, ey.theme,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'dueAt', p.due_at,
          'hasData', exists (select from reports r where r.period_id = p.id and r.state not in ('DRAFT', 'PRESENTED')))
          order by p.kind), '[]') from reporting_periods p where p.emulation_year_id = ey.id) as periods,
      (select json_agg(distinct cy.year order by cy.year desc) from cluster_years cy) as years
     from (${EMULATION_YEAR}) ey
     where exists (select from cluster_years cy where cy.emulation_year_id = ey.id)`,
    [year],
  )
  return row ?? null
}

/** Every unit of every cluster of a year with the national indicators, in one statement; `key` names the content. */
export async function getNationalTable(
  actor: Actor,
  emulationYearId: string,
  period: PeriodKind,
): Promise<{ key: string; table: () => NationalTable }> {
  const readable = (alias: string) => readableReportsSql(actor, alias, 3).sql
  const [row] = await query<{ clusters: string; indicators: string; reports: string }>(
    `select
      (select coalesce(json_agg(json_build_object('id', cy.id, 'slug', c.slug, 'name', c.name, 'illustrative', cy.illustrative,
          'units', (select coalesce(json_agg(${unitRefSql('u', 'cy.year')}), '[]') from cluster_memberships m
            join units u on u.id = m.unit_id where m.cluster_year_id = cy.id)) order by c.position, c.slug), '[]')
        from cluster_years cy join clusters c on c.id = cy.cluster_id where cy.emulation_year_id = $1)::text as clusters,
      (select coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'shortName', i.short_name,
          'group', json_build_object('id', g.id, 'name', g.name, 'position', g.position), 'kind', i.kind,
          'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals, 'direction', i.direction,
          'aggregation', i.aggregation, 'nature', i.nature, 'parts', i.parts, 'bands', cs.bands, 'lastId', null)
          order by g.position, i.position), '[]')
        from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id
        join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id
        where st.emulation_year_id = $1 and st.scope = 'NATIONAL' and i.retired_at is null)::text as indicators,
      (select coalesce(json_agg(json_build_object('unitId', m.unit_id,
          'reportId', case when ${readable('r')} then r.id end, 'state', case when ${readable('r')} then r.state end,
          'sentBefore', r.first_sent_at is not null,
          'closed', r.id is not null and (r.first_sent_at is not null or r.state not in ('DRAFT', 'PRESENTED'))
            and not ${readable('r')},
          'illustrative', coalesce(r.illustrative, false), 'lateDays', coalesce(r.late_days, 0),
          'cells', coalesce(case when ${readable('r')} then rp.cells end, '{}'),
          'targets', coalesce(case when ${readable('t')} then tp.cells end, '{}'), 'last', '{}'::json,
          'notAssigned', (select coalesce(json_agg(ui.indicator_id), '[]') from unit_indicators ui
            where ui.unit_id = m.unit_id and ui.not_assigned)) order by m.unit_id), '[]')
        from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
        left join reporting_periods p on p.emulation_year_id = $1 and p.kind = $2::"PeriodKind"
        left join reporting_periods g on g.emulation_year_id = $1 and g.kind = 'REGISTRATION'
        left join reports r on r.unit_id = m.unit_id and r.period_id = p.id
        left join report_projections rp on rp.report_id = r.id
        left join reports t on t.unit_id = m.unit_id and t.period_id = g.id
        left join report_projections tp on tp.report_id = t.id
        where cy.emulation_year_id = $1)::text as reports`,
    [emulationYearId, period, ...readableReportsSql(actor, 'r', 3).params],
  )
  const { clusters, indicators, reports } = row ?? { clusters: '[]', indicators: '[]', reports: '[]' }
  return {
    key: clusters + indicators + reports,
    table: () => ({
      clusters: (JSON.parse(clusters) as NationalTable['clusters']).map((cluster) => ({
        ...cluster,
        units: cluster.units.sort((a, b) => compareVietnamese(a.name, b.name)),
      })),
      indicators: JSON.parse(indicators) as NationalTable['indicators'],
      reports: JSON.parse(reports) as NationalTable['reports'],
      reported: [],
    }),
  }
}
