import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, query } from '@/lib/platform/db'
import { readableReportsSql, readsAllSent } from '@/lib/reports/policy'
import { neverSentSql } from '@/lib/reports/queries'
import { idSchema } from '@/lib/reports/schema'
import { designationSql } from '@/lib/units/queries'
import type { ProjectionCell } from '@/lib/reports/types'
import type { ComparedUnit, ComparisonChoices, SavedComparisonDto, UnitCell } from './types'

/** What can be compared at all: indicators of every year by their code, clusters, years and periods; one statement. */
export async function getComparisonChoices(actor: Actor): Promise<ComparisonChoices> {
  const readable = readableReportsSql(actor, 'r', 1)
  const [row] = await query<ComparisonChoices>(
    `select
      (select coalesce(json_agg(x order by x.position, x.code), '[]') from (
        select distinct on (i.code) i.code, i.name, i.short_name as "shortName",
          json_build_object('id', g.id, 'name', g.name, 'position', g.position) as "group", i.kind,
          i.measure_unit as "measureUnit", i.display_unit as "displayUnit", i.decimals, i.direction, i.aggregation, i.nature,
          i.parts, cs.bands, g.position * 1000 + i.position as position,
          told.years
        from indicators i join (select o.code, json_agg(distinct y.year) as years from indicators o
            join indicator_sets s on s.id = o.set_id join emulation_years y on y.id = s.emulation_year_id group by o.code) told
          on told.code = i.code
        join indicator_sets st on st.id = i.set_id join emulation_years ey on ey.id = st.emulation_year_id
        join indicator_groups g on g.id = i.group_id join completion_schemes cs on cs.id = st.completion_scheme_id
        where i.kind <> 'TEXT' order by i.code, ey.year desc) x) as indicators,
      (select coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name,
          'years', (select coalesce(json_agg(cy.year), '[]') from cluster_years cy where cy.cluster_id = c.id))
          order by c.position, c.slug), '[]') from clusters c) as clusters,
      (select coalesce(json_agg(distinct y.year order by y.year desc), '[]') from emulation_years y
        where exists (select from indicator_sets s where s.emulation_year_id = y.id)) as years,
      (select coalesce(json_agg(json_build_object('year', y.year, 'kind', p.kind, 'readable',
          exists (select from cluster_years cy join reports r on r.cluster_year_id = cy.id and r.period_id = p.id
            where cy.emulation_year_id = y.id and ${readable.sql})
          or exists (select from cluster_years cy join cluster_figures f on f.cluster_year_id = cy.id and f.period = p.kind
            where cy.emulation_year_id = y.id))
          order by y.year, p.kind), '[]')
        from reporting_periods p join emulation_years y on y.id = p.emulation_year_id where p.kind <> 'REGISTRATION') as periods`,
    readable.params,
  )
  return row!
}

/**
 * Units to be compared: of one cluster in the years, or of the nation; with everything their territory came from and
 * went to, and the years in which they were members of a cluster. A unit that did not exist yet bears its first name.
 */
export async function listComparedUnits(
  _actor: Actor,
  { from, to, clusterId }: { from: number; to: number; clusterId: string | null },
): Promise<ComparedUnit[]> {
  return query<ComparedUnit>(
    `with recursive member as materialized (
      select m.unit_id as id, json_agg(distinct cy.year) as years
      from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
      where cy.year between $1 and $2 and ($3::uuid is null or cy.cluster_id = $3) group by m.unit_id
    ), chosen as materialized (
      select id from member
      union select r.unit_id from reports r join reporting_periods p on p.id = r.period_id
        join emulation_years y on y.id = p.emulation_year_id
        where $3::uuid is null and r.cluster_year_id is null and y.year between $1 and $2
    ), line as (
      select id from chosen
      union
      select case when s.successor_id = line.id then s.predecessor_id else s.successor_id end
        from unit_successions s join line on line.id in (s.successor_id, s.predecessor_id)
    )
    select u.id, u.slug, coalesce(${designationSql('name', 'u.id', '$2::int')},
        (select d.name from unit_designations d where d.unit_id = u.id order by d.valid_from limit 1)) as name,
      to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
      (select coalesce(json_agg(s.successor_id), '[]') from unit_successions s where s.predecessor_id = u.id) as successors,
      (select coalesce(json_agg(s.predecessor_id), '[]') from unit_successions s where s.successor_id = u.id) as predecessors,
      coalesce(member.years, '[]') as "memberIn"
    from line join units u on u.id = line.id left join member on member.id = u.id where u.level = 'PROVINCE'`,
    [from, to, clusterId],
  )
}

/** Cells and targets as read, each under its place in `wanted`. */
type CellsRow = {
  wanted: [code: string, year: number][]
  results: [
    place: number,
    unitId: string,
    reportId: string,
    illustrative: boolean,
    confirmed: boolean,
    draft: boolean,
    cell: ProjectionCell,
  ][]
  targets: [place: number, unitId: string, cell: ProjectionCell][]
}

// A result and its target are joined in the application: both are found by keys alone, and no plan of a join of thousands
// of reports with themselves can go wrong.
const cellsSql = (readable: (alias: string) => string, oneCode: boolean) => {
  const listOf = (
    period: string,
    columns: string,
  ) => `(select coalesce(json_agg(json_build_array(${columns})), '[]')
    from told r join wanted w on w.${period} = r.period_id
    cross join lateral (select p.cells -> w.id -> 'm' as cell from report_projections p where p.report_id = r.id offset 0) c
    where c.cell is not null)`
  return `with wanted as materialized (
    select i.id::text as id, i.code, y.year, p.id as period_id,
      (select g.id from reporting_periods g where g.emulation_year_id = y.id and g.kind = 'REGISTRATION') as registration_id,
      row_number() over (order by y.year, i.id) - 1 as place
    from emulation_years y join reporting_periods p on p.emulation_year_id = y.id and p.kind = $3::"PeriodKind"
    join indicator_sets s on s.emulation_year_id = y.id join indicators i on i.set_id = s.id
    where y.year = any($2::int[]) ${oneCode ? 'and i.code = $8' : ''}
  ), told as materialized (
    select r.id, r.unit_id, r.period_id, r.illustrative, r.state in ('CONFIRMED', 'LOCKED') as confirmed,
      ${neverSentSql('r')} as draft
    from reports r where r.unit_id = any($1::uuid[])
      and r.period_id = any(array(select period_id from wanted union select registration_id from wanted)) and ${readable('r')}
  )
  select (select coalesce(json_agg(json_build_array(code, year) order by place), '[]') from wanted) as wanted,
    ${listOf('period_id', 'w.place, r.unit_id, r.id, r.illustrative, r.confirmed, r.draft, c.cell')} as results,
    ${listOf('registration_id', 'w.place, r.unit_id, c.cell')} as targets`
}

/** Cells of units over years for one period, with the registered targets; codes null for every indicator of the sets. */
export async function listUnitCells(
  actor: Actor,
  {
    unitIds,
    years,
    period,
    code,
  }: { unitIds: string[]; years: number[]; period: PeriodKind; code: string | null },
): Promise<UnitCell[]> {
  const readable = (alias: string) => readableReportsSql(actor, alias, 4).sql
  const params = [unitIds, years, period, ...readableReportsSql(actor, 'r', 4).params]
  const [row] = await query<CellsRow>(
    cellsSql(readable, code !== null),
    code === null ? params : [...params, code],
  )
  if (!row) return []
  const targets = new Map(row.targets.map(([place, unitId, cell]) => [`${place} ${unitId}`, cell]))
  // Where organisers share a year, a unit has one cell of a code all the same.
  const cells = new Map<string, UnitCell>()
  for (const [place, unitId, reportId, illustrative, confirmed, draft, cell] of row.results) {
    const [code, year] = row.wanted[place]!
    const key = `${year} ${unitId} ${code}`
    const other = cells.get(key)
    if (other && other.reportId <= reportId) continue
    const target = targets.get(`${place} ${unitId}`) ?? null
    cells.set(key, { year, unitId, code, reportId, illustrative, confirmed, draft, cell, target })
  }
  return [...cells.values()]
}

/** Units and years of a period whose report was sent and is not open to the reader. */
export async function listClosedReports(
  actor: Actor,
  { unitIds, years, period }: { unitIds: string[]; years: number[]; period: PeriodKind },
): Promise<{ unitId: string; year: number }[]> {
  if (readsAllSent(actor)) return []
  const readable = readableReportsSql(actor, 'r', 4)
  return query(
    `select r.unit_id as "unitId", y.year from reports r join reporting_periods p on p.id = r.period_id
     join emulation_years y on y.id = p.emulation_year_id
     where r.unit_id = any($1::uuid[]) and y.year = any($2::int[]) and p.kind = $3::"PeriodKind"
       and not ${neverSentSql('r')} and not ${readable.sql}`,
    [unitIds, years, period, ...readable.params],
  )
}

/** Figures that clusters themselves reported of an indicator, by cluster and year. */
export async function listReportedFigures(
  _actor: Actor,
  { code, period, from, to }: { code: string; period: PeriodKind; from: number; to: number },
): Promise<{ clusterId: string; year: number; cell: UnitCell['cell'] }[]> {
  return query(
    `select cy.cluster_id as "clusterId", cy.year,
      json_strip_nulls(json_build_object('a', trim_scale(f.amount)::text, 'd', trim_scale(f.denominator)::text,
        'q', nullif(f.qualifier, 'EXACT'), 'w', f.words, 'v', 1)) as cell
     from indicators i join cluster_figures f on f.indicator_id = i.id and f.period = $2::"PeriodKind"
     join cluster_years cy on cy.id = f.cluster_year_id
     where i.code = $1 and cy.year between $3 and $4`,
    [code, period, from, to],
  )
}

/** Ids of an indicator's rows over the years, with the year and the measure that counts members, where a set has one. */
export async function listIndicatorIds(
  _actor: Actor,
  { code, from, to }: { code: string; from: number; to: number },
): Promise<{ year: number; id: string; code: string; isBase: boolean }[]> {
  return query(
    `select y.year, i.id, i.code, i.code <> $1 as "isBase" from indicators i join indicator_sets s on s.id = i.set_id
     join emulation_years y on y.id = s.emulation_year_id
     where y.year between $2 and $3 and s.scope <> 'UNIT'
       and (i.code = $1 or (i.kind = 'COUNT' and i.nature = 'STOCK' and i.aggregation = 'SUM' and i.measure_unit = 'hội viên'))`,
    [code, from, to],
  )
}

/** Ids of every indicator of a year's common sets, by code. */
export async function listYearIndicatorIds(
  _actor: Actor,
  year: number,
): Promise<{ id: string; code: string }[]> {
  return query(
    `select i.id, i.code from indicators i join indicator_sets s on s.id = i.set_id
     join emulation_years y on y.id = s.emulation_year_id where y.year = $1 and s.scope <> 'UNIT'`,
    [year],
  )
}

/** Comparisons she saved, the oldest first. */
export async function listSavedComparisons(actor: Actor): Promise<SavedComparisonDto[]> {
  const rows = await prisma.savedComparison.findMany({
    where: { accountId: actor.accountId },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ id, name, query: search, createdAt }) => ({
    id,
    name,
    query: search,
    createdAt: createdAt.toISOString(),
  }))
}

/** The address a saved comparison stands for; it holds no figure, so anybody signed in may follow its link. */
export async function getSavedQuery(_actor: Actor, savedId: string): Promise<string | null> {
  if (!idSchema.safeParse(savedId).success) return null
  const row = await prisma.savedComparison.findUnique({ where: { id: savedId }, select: { query: true } })
  return row?.query ?? null
}
