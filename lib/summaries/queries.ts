import 'server-only'
import { openingPeriodSql } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { collects } from '@/lib/periods/rules'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { parsedEach, parsedOnce } from '@/lib/platform/parsed'
import { fromProjection } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import { reportOfSql } from '@/lib/reports/queries'
import type { ProjectionCell } from '@/lib/reports/types'
import type { TableIndicator, TableInput, TableReport } from './types'

/** The indicators of a cluster-year in table order. `cy` is an alias of cluster_years, `last` of the year before's id. */
const INDICATORS = (cy: string, last: string) => `(select coalesce(json_agg(json_build_object(
    'id', i.id, 'code', i.code, 'name', i.name, 'shortName', i.short_name,
    'group', json_build_object('id', g.id, 'name', g.name, 'position', g.position),
    'kind', i.kind, 'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals,
    'direction', i.direction, 'aggregation', i.aggregation, 'nature', i.nature, 'parts', coalesce(i.parts, '{}'), 'bands', cs.bands,
    'lastId', (select li.id from indicators li join indicator_sets ls on ls.id = li.set_id
      where li.code = i.code and ls.emulation_year_id = ${last} and ls.unit_id is null
        and (ls.cluster_id is null or ls.cluster_id = ${cy}.cluster_id) limit 1))
    order by st.scope, st.id, g.position, i.position), '[]')
  from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id
  join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id
  where st.emulation_year_id = ${cy}.emulation_year_id and i.retired_at is null
    and (st.scope = 'NATIONAL' or (st.scope = 'CLUSTER' and st.cluster_id = ${cy}.cluster_id)))`

/** What the indicators of a table are made of, as versions of their rows; for a year of `cy`. */
export const indicatorVersionsSql = (
  where: string,
) => `(select string_agg(format('%s,%s,%s,%s', i.xmin, g.xmin, st.xmin, cs.xmin), ';' order by i.id)
  from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id
  join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id where ${where})`

// Totals are added up in the application: one row a unit-year travels, not one a figure. The key is made of the versions
// of the rows that the reader may see, so that content which the caller has under a known key need not travel again. Each
// report is a JSON text of its own, so that after a change only the changed one is parsed and reckoned anew.
const clusterTableSql = (readable: (alias: string) => string) => `
with asked as materialized (
  select cy.id, cy.cluster_id, cy.emulation_year_id, coalesce($3::"PeriodKind", ${openingPeriodSql('cy')}) as period
  from clusters c join cluster_years cy on cy.cluster_id = c.id where c.slug = $1 and cy.year = $2
), cy as materialized (
  select cy.*, (select p.id from reporting_periods p where p.emulation_year_id = cy.emulation_year_id and p.kind = cy.period) as period_id,
    (select p.id from reporting_periods p where p.emulation_year_id = cy.emulation_year_id and p.kind = 'REGISTRATION') as registration_id,
    ly.id as last_year_id,
    (select p.id from reporting_periods p where p.emulation_year_id = ly.id and p.kind = cy.period) as last_period_id
  from asked cy join emulation_years ey on ey.id = cy.emulation_year_id
  left join emulation_years ly on ly.organiser_id = ey.organiser_id and ly.year = ey.year - 1
), line as materialized (
  select m.unit_id, r.id, r.state, r.first_sent_at is not null as sent_before, coalesce(${readable('r')}, false) as open,
    r.illustrative, r.late_days,
    case when ${readable('r')} then rp.cells end as cells, case when ${readable('r')} then rp.xmin end as cells_version,
    case when ${readable('t')} then tp.cells end as targets, case when ${readable('t')} then tp.xmin end as targets_version,
    case when ${readable('l')} then lp.cells end as last, case when ${readable('l')} then lp.xmin end as last_version
  from cy join cluster_memberships m on m.cluster_year_id = cy.id
  left join lateral ${reportOfSql('m.unit_id', 'cy.period_id')} r on true
  left join report_projections rp on rp.report_id = r.id
  left join lateral ${reportOfSql('m.unit_id', 'cy.registration_id')} t on true
  left join report_projections tp on tp.report_id = t.id
  left join lateral ${reportOfSql('m.unit_id', 'cy.last_period_id')} l on true
  left join report_projections lp on lp.report_id = l.id
  join units mu on mu.id = m.unit_id left join reporting_periods due on due.id = cy.period_id
  where r.cluster_year_id is not null or due.due_at is null
    or (coalesce(mu.valid_to, 'infinity') > due.due_at::date and coalesce(mu.valid_from, '-infinity') <= due.due_at::date)
), unassigned as materialized (
  select ui.unit_id, ui.indicator_id, ui.xmin as version from cy
  join indicator_sets iset on iset.emulation_year_id = cy.emulation_year_id join indicators ii on ii.set_id = iset.id
  join unit_indicators ui on ui.indicator_id = ii.id and ui.not_assigned
  where ui.unit_id in (select unit_id from line)
), stamp as materialized (
  select md5(format('%s#%s#%s#%s#%s',
    (select string_agg(format('%s,%s,%s,%s,%s,%s,%s,%s,%s,%s', unit_id, id, state, sent_before, open, illustrative, late_days,
        cells_version, targets_version, last_version), ';' order by unit_id) from line),
    ${indicatorVersionsSql(`st.emulation_year_id = cy.emulation_year_id and i.retired_at is null
      and (st.scope = 'NATIONAL' or (st.scope = 'CLUSTER' and st.cluster_id = cy.cluster_id))`)},
    (select string_agg(format('%s,%s,%s', li.id, li.xmin, ls.xmin), ';' order by li.id) from indicators li
      join indicator_sets ls on ls.id = li.set_id where ls.emulation_year_id = cy.last_year_id),
    (select string_agg(format('%s,%s,%s', f.id, f.xmin, s.xmin), ';' order by f.id) from cluster_figures f
      left join sources s on s.id = f.source_id where f.cluster_year_id = cy.id and f.period = cy.period),
    (select string_agg(format('%s,%s,%s', unit_id, indicator_id, version), ';' order by unit_id, indicator_id) from unassigned))) as key
  from cy
)
select stamp.key, cy.period,
  case when stamp.key <> all ($8::text[]) then ${INDICATORS('cy', 'cy.last_year_id')}::text end as indicators,
  case when stamp.key <> all ($8::text[]) then (select coalesce(string_agg(json_build_object(
      'unitId', line.unit_id, 'reportId', case when open then line.id end, 'state', case when open then state end,
      'sentBefore', sent_before,
      'closed', line.id is not null and (sent_before or state not in ('DRAFT', 'PRESENTED')) and not open,
      'illustrative', coalesce(illustrative, false), 'lateDays', coalesce(late_days, 0),
      'cells', coalesce(cells, '{}'), 'targets', coalesce(targets, '{}'), 'last', coalesce(last, '{}'),
      'notAssigned', (select coalesce(json_agg(ua.indicator_id order by ua.indicator_id), '[]') from unassigned ua
        where ua.unit_id = line.unit_id))::text, chr(30) order by line.unit_id), '') from line) end as reports,
  case when stamp.key <> all ($8::text[]) then (select coalesce(json_agg(json_build_object('indicatorId', f.indicator_id, 'raw', f.raw,
      'cell', json_strip_nulls(json_build_object('a', trim_scale(f.amount)::text, 'd', trim_scale(f.denominator)::text,
        'q', nullif(f.qualifier, 'EXACT'), 'w', f.words, 'v', 1)),
      'note', f.note, 'source', case when s.id is null then null else
        json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title, 'factId', f.fact_id) end)), '[]')
    from cluster_figures f left join sources s on s.id = f.source_id
    where f.cluster_year_id = cy.id and f.period = cy.period)::text end as reported
from cy, stamp`

type TableRow = {
  key: string
  period: PeriodKind
  indicators: string | null
  reports: string | null
  reported: string | null
}

export type ClusterTable = {
  key: string
  period: PeriodKind
  /** The content, for the cluster-year as it was asked for; null where it was left out as known. */
  input: (clusterYear: ClusterYearDto) => TableInput | null
}

/**
 * What the table of a cluster-year and period is made of, as the reader may see it, in one statement; null for an unknown
 * cluster or year. Without a period the latest with anything in it. `key` names the content: the same key of the same
 * cluster-year is the same table. Under a key of `known` no content comes along.
 */
export async function findClusterTable(
  actor: Actor,
  slug: string,
  year: number,
  wanted: PeriodKind | null,
  known: readonly string[] = [],
): Promise<ClusterTable | null> {
  const { params } = readableReportsSql(actor, 'r', 4)
  const [row] = await query<TableRow>(
    clusterTableSql((alias) => readableReportsSql(actor, alias, 4).sql),
    [slug, year, wanted, ...params, known],
  )
  if (!row) return null
  const { key, period, indicators, reports, reported } = row
  return {
    key,
    period,
    input: (clusterYear) =>
      indicators === null || reports === null || reported === null
        ? null
        : tableInput(clusterYear, period, indicators, reports, reported),
  }
}

/** What the table of a cluster-year and period is made of, as the reader may see it. */
export async function getClusterTable(
  actor: Actor,
  clusterYear: ClusterYearDto,
  period: PeriodKind,
): Promise<TableInput> {
  const table = await findClusterTable(actor, clusterYear.cluster.slug, clusterYear.year, period)
  return table?.input(clusterYear) ?? tableInput(clusterYear, period, '[]', '', '[]')
}

type ReportedRow = Omit<TableInput['reported'][number], 'value'> & { cell: ProjectionCell }

function tableInput(
  clusterYear: ClusterYearDto,
  period: PeriodKind,
  indicatorsJson: string,
  reportRecords: string,
  reportedJson: string,
): TableInput {
  const { year, members } = clusterYear
  const indicators = parsedOnce<TableIndicator[]>(indicatorsJson)
  const kinds = new Map(indicators.map(({ id, kind }) => [id, kind]))
  const reports = parsedEach<TableReport>(reportRecords)
  // After a merger in the year a member has a line only in the periods it owes.
  const lines = new Set(reports.map(({ unitId }) => unitId))
  return {
    year,
    period,
    units: members.filter(({ id }) => lines.has(id)),
    indicators,
    reports,
    reported: (JSON.parse(reportedJson) as ReportedRow[]).flatMap(({ cell, ...figure }) => {
      const kind = kinds.get(figure.indicatorId)
      return kind ? [{ ...figure, value: fromProjection(kind, cell) }] : []
    }),
    collected: collects(clusterYear.periods, period),
  }
}
