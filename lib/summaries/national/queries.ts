import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { parsedEach, parsedOnce } from '@/lib/platform/parsed'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { readableReportsSql } from '@/lib/reports/policy'
import { unitRefSql } from '@/lib/units/queries'
import { indicatorVersionsSql } from '../queries'
import type { NationalTable, NationalYear } from './types'

/**
 * SQL of the emulation year with the most clusters of a number (of the newest year where that is null): of several
 * organisers' years the one that is the nation's.
 */
export const nationalYearSql = (year: string) => `select y.* from emulation_years y
  where y.year = coalesce(${year}::int, (select max(m.year) from cluster_years m))
  order by (select count(*) from cluster_years c where c.emulation_year_id = y.id) desc, y.id limit 1`

/** A year of the nation with its periods; null for a year without clusters. */
export async function getNationalYear(_actor: Actor, year: number | null): Promise<NationalYear | null> {
  const [row] = await query<NationalYear>(
    `select ey.id as "emulationYearId", ey.year, ey.theme,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'dueAt', p.due_at,
          'hasData', exists (select from reports r where r.period_id = p.id and r.state not in ('DRAFT', 'PRESENTED')))
          order by p.kind), '[]') from reporting_periods p where p.emulation_year_id = ey.id) as periods,
      (select json_agg(y.year order by y.year desc) from (select distinct o.year from emulation_years o
        where exists (select from cluster_years cy where cy.emulation_year_id = o.id)) y) as years,
      (select count(*)::int from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
        where cy.emulation_year_id = ey.id) as units,
      (select count(*)::int from units o where o.level = 'PROVINCE' and coalesce(o.valid_from, '-infinity') <= make_date(ey.year, 12, 31)
        and coalesce(o.valid_to, 'infinity') > make_date(ey.year, 12, 31)) as provinces
     from (${nationalYearSql('$1')}) ey
     where exists (select from cluster_years cy where cy.emulation_year_id = ey.id)`,
    [year],
  )
  return row ?? null
}

const NATIONAL_INDICATORS = `st.emulation_year_id = $1 and st.scope = 'NATIONAL' and i.retired_at is null`

const nationalTableSql = (readable: (alias: string) => string) => `
with line as materialized (
  select m.cluster_year_id, m.unit_id, r.id, r.state, r.first_sent_at is not null as sent_before,
    coalesce(${readable('r')}, false) as open, r.illustrative, r.late_days,
    case when ${readable('r')} then rp.cells end as cells, case when ${readable('r')} then rp.xmin end as cells_version,
    case when ${readable('t')} then tp.cells end as targets, case when ${readable('t')} then tp.xmin end as targets_version
  from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
  left join reporting_periods p on p.emulation_year_id = $1 and p.kind = $2::"PeriodKind"
  left join reporting_periods g on g.emulation_year_id = $1 and g.kind = 'REGISTRATION'
  left join reports r on r.unit_id = m.unit_id and r.period_id = p.id
  left join report_projections rp on rp.report_id = r.id
  left join reports t on t.unit_id = m.unit_id and t.period_id = g.id
  left join report_projections tp on tp.report_id = t.id
  where cy.emulation_year_id = $1
), cluster as materialized (
  select coalesce(json_agg(json_build_object('id', cy.id, 'slug', c.slug, 'name', c.name, 'illustrative', cy.illustrative,
      'units', (select coalesce(json_agg(${unitRefSql('u', 'cy.year')}), '[]') from cluster_memberships m
        join units u on u.id = m.unit_id where m.cluster_year_id = cy.id)) order by c.position, c.slug), '[]')::text as content
    from cluster_years cy join clusters c on c.id = cy.cluster_id where cy.emulation_year_id = $1
), unassigned as materialized (
  select ui.unit_id, ui.indicator_id, ui.xmin as version from unit_indicators ui
  where ui.not_assigned and ui.unit_id in (select unit_id from line)
), stamp as materialized (
  select md5(format('%s#%s#%s#%s', cluster.content,
    (select string_agg(format('%s,%s,%s,%s,%s,%s,%s,%s,%s,%s', cluster_year_id, unit_id, id, state, sent_before, open, illustrative,
        late_days, cells_version, targets_version), ';' order by cluster_year_id, unit_id) from line),
    ${indicatorVersionsSql(NATIONAL_INDICATORS)},
    (select string_agg(format('%s,%s,%s', unit_id, indicator_id, version), ';' order by unit_id, indicator_id) from unassigned))) as key
  from cluster
)
select stamp.key,
  case when stamp.key <> all ($7::text[]) then cluster.content end as clusters,
  case when stamp.key <> all ($7::text[]) then
    (select coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'shortName', i.short_name,
        'group', json_build_object('id', g.id, 'name', g.name, 'position', g.position), 'kind', i.kind,
        'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals, 'direction', i.direction,
        'aggregation', i.aggregation, 'nature', i.nature, 'parts', coalesce(i.parts, '{}'), 'bands', cs.bands, 'lastId', null)
        order by g.position, i.position), '[]')
      from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id
      join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id
      where ${NATIONAL_INDICATORS})::text end as indicators,
  case when stamp.key <> all ($7::text[]) then
    (select coalesce(string_agg(json_build_object('unitId', line.unit_id,
        'reportId', case when open then line.id end, 'state', case when open then state end,
        'sentBefore', sent_before,
        'closed', line.id is not null and (sent_before or state not in ('DRAFT', 'PRESENTED')) and not open,
        'illustrative', coalesce(illustrative, false), 'lateDays', coalesce(late_days, 0),
        'cells', coalesce(cells, '{}'), 'targets', coalesce(targets, '{}'), 'last', '{}'::json,
        'notAssigned', (select coalesce(json_agg(ua.indicator_id order by ua.indicator_id), '[]') from unassigned ua
          where ua.unit_id = line.unit_id))::text, chr(30) order by line.unit_id), '') from line) end as reports
from stamp, cluster`

type TableRow = { key: string; clusters: string | null; indicators: string | null; reports: string | null }

/**
 * Every unit of every cluster of a year with the national indicators, in one statement; `key` names the content. Under a
 * key of `known` no content comes along.
 */
export async function getNationalTable(
  actor: Actor,
  emulationYearId: string,
  period: PeriodKind,
  known: readonly string[] = [],
): Promise<{ key: string; table: () => NationalTable }> {
  const [row] = await query<TableRow>(
    nationalTableSql((alias) => readableReportsSql(actor, alias, 3).sql),
    [emulationYearId, period, ...readableReportsSql(actor, 'r', 3).params, known],
  )
  return {
    key: row?.key ?? '',
    table: () => ({
      clusters: (JSON.parse(row?.clusters ?? '[]') as NationalTable['clusters']).map((cluster) => ({
        ...cluster,
        units: cluster.units.sort((a, b) => compareVietnamese(a.name, b.name)),
      })),
      indicators: parsedOnce<NationalTable['indicators']>(row?.indicators ?? '[]'),
      reports: parsedEach<NationalTable['reports'][number]>(row?.reports ?? ''),
      reported: [],
    }),
  }
}
