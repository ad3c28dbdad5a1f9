import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { databaseNow, query } from '@/lib/platform/db'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { fromColumns, type ValueColumns } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import type { BlankReason, BreakdownPart, FigureMeasure } from '@/lib/reports/types'
import { designationSql } from '@/lib/units/queries'
import { mayChooseStated, watchedYears, watchesQuality } from './policy'
import { reportedIssue, sourcesIssue, staleIssue, suspectIssues } from './rules'
import type { QualityFilter } from './schema'
import {
  QUALITY_KINDS,
  type QualityCluster,
  type QualityIndicator,
  type QualityIssue,
  type QualityReport,
  type ReportedBeside,
  type StatedDto,
  type StatedFigures,
  type WaitingReport,
} from './types'

/** So many suspect figures are looked at in one go. */
const MOST = 1000

const COLUMNS = (f: string) => `'raw', ${f}.raw, 'amount', trim_scale(${f}.amount)::text,
  'denominator', trim_scale(${f}.denominator)::text, 'qualifier', ${f}.qualifier, 'words', ${f}.words`
const FIGURE = (f: string) => `jsonb_build_object(${COLUMNS(f)}, 'yes', ${f}.yes,
  'parts', (select coalesce(jsonb_agg(trim_scale(part)::text), '[]') from unnest(${f}.parts) part))`
const INDICATOR = `jsonb_build_object('id', i.id, 'name', i.name, 'shortName', i.short_name, 'kind', i.kind,
  'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals, 'parts', coalesce(i.parts, '{}'),
  'nature', i.nature, 'breakdown', coalesce(i.breakdown, '{}'), 'cumulative', i.cumulative,
  'numeratorMayPass', i.numerator_may_pass, 'aggregation', i.aggregation)`
const CLUSTER = `jsonb_build_object('id', cy.id, 'slug', c.slug, 'name', c.name, 'year', cy.year, 'illustrative', cy.illustrative)`
const UNIT = `jsonb_build_object('slug', u.slug, 'name', ${designationSql('name', 'u.id', 'cy.year')})`

// Only figures that may be wrong leave the database; `checkFigure`, the judge of the entry form, has the last word.
const suspectsSql = (readable: (alias: string) => string) => `
with figure as materialized (
  select r.id as report_id, r.unit_id, r.cluster_year_id, r.illustrative, p.kind as period, p.emulation_year_id, i.id as indicator_id,
    i.code, i.kind, i.numerator_may_pass, i.cumulative, i.breakdown as parts_wanted, f.measure, f.amount, f.denominator, f.breakdown,
    coalesce(btrim(f.note), '') = '' as unsaid, f.id
  from reports r join reporting_periods p on p.id = r.period_id join figures f on f.report_id = r.id
  join indicators i on i.id = f.indicator_id
  where r.cluster_year_id = any($1::uuid[]) and ${readable('r')}
), before as materialized (
  select l.unit_id, lp.kind as period, li.code, lf.id, lf.amount, lf.denominator
  from emulation_years y join emulation_years ly on ly.organiser_id = y.organiser_id and ly.year = y.year - 1
  join reporting_periods lp on lp.emulation_year_id = ly.id join reports l on l.period_id = lp.id
  join figures lf on lf.report_id = l.id and lf.measure = 'MAIN' join indicators li on li.id = lf.indicator_id
  where y.id = any(select distinct emulation_year_id from figure) and l.unit_id in (select unit_id from figure) and ${readable('l')}
), suspect as (
  select f.*, b.id as before_id from figure f
  left join before b on b.unit_id = f.unit_id and b.period = f.period and b.code = f.code and f.period <> 'REGISTRATION'
  where f.measure = 'MAIN' and (
    (jsonb_typeof(f.breakdown) = 'array' and jsonb_array_length(f.breakdown) > 0 and (
      jsonb_array_length(f.breakdown) < cardinality(f.parts_wanted)
      or (select sum((part ->> 'amount')::numeric) from jsonb_array_elements(f.breakdown) part) is distinct from f.amount))
    or (not f.numerator_may_pass and ((f.kind = 'RATIO' and f.amount > f.denominator) or (f.kind = 'PERCENTAGE' and f.amount > 100)))
    or (f.unsaid and b.amount <> 0 and
      abs(f.amount * coalesce(b.denominator, 1) - b.amount * coalesce(f.denominator, 1)) * 2 > abs(b.amount * coalesce(f.denominator, 1)))
    or (f.unsaid and f.cumulative and exists (select from figure e where e.unit_id = f.unit_id and e.indicator_id = f.indicator_id
      and e.period < f.period and e.period <> 'REGISTRATION' and (e.period <> 'YEAR_ESTIMATE' or e.measure = 'TO_DATE')
      and (f.kind = 'COMPOSITE' or e.amount > f.amount))))
  limit ${MOST + 1}
)
select s.report_id as "reportId", s.period, s.illustrative, s.kind, ${CLUSTER} as cluster, ${UNIT} as unit, ${INDICATOR} as indicator,
  (select ${FIGURE('f')} || jsonb_build_object('breakdown', f.breakdown, 'blankReason', f.blank_reason, 'note', f.note)
    from figures f where f.id = s.id) as figure,
  (select ${FIGURE('f')} from figures f where f.id = s.before_id) as before,
  (select coalesce(jsonb_agg(${FIGURE('f')} || jsonb_build_object('period', e.period, 'measure', e.measure) order by e.period, e.measure), '[]')
    from figure e join figures f on f.id = e.id where e.unit_id = s.unit_id and e.indicator_id = s.indicator_id
      and e.period < s.period and e.period <> 'REGISTRATION' and (e.period <> 'YEAR_ESTIMATE' or e.measure = 'TO_DATE')) as earlier
from suspect s join cluster_years cy on cy.id = s.cluster_year_id join clusters c on c.id = cy.cluster_id
join units u on u.id = s.unit_id join indicators i on i.id = s.indicator_id`

type Stored = ValueColumns & { raw: string }
type SuspectRow = {
  reportId: string
  period: PeriodKind
  illustrative: boolean
  kind: FigureKind
  cluster: QualityCluster
  unit: { slug: string; name: string }
  indicator: QualityIndicator
  figure: Stored & {
    breakdown: BreakdownPart[] | null
    blankReason: BlankReason | null
    note: string | null
  }
  before: Stored | null
  earlier: (Stored & { period: PeriodKind; measure: FigureMeasure })[]
}

async function suspects(actor: Actor, clusterYears: string[]): Promise<[QualityIssue[], boolean]> {
  const rows = await query<SuspectRow>(
    suspectsSql((alias) => readableReportsSql(actor, alias, 2).sql),
    [clusterYears, ...readableReportsSql(actor, 'r', 2).params],
  )
  const issues = rows.slice(0, MOST).flatMap(({ kind, figure, before, earlier, ...row }) =>
    suspectIssues({
      ...row,
      figure: { ...figure, value: fromColumns(kind, figure) },
      lastYear: before && { year: row.cluster.year - 1, raw: before.raw, value: fromColumns(kind, before) },
      earlier: earlier.map((one) => ({ ...one, value: fromColumns(kind, one) })),
    }),
  )
  return [issues, rows.length > MOST]
}

async function reported(actor: Actor, clusterYears: string[]): Promise<QualityIssue[]> {
  const readable = readableReportsSql(actor, 'r', 2)
  const rows = await query<
    Omit<ReportedBeside, 'reported' | 'units'> & { own: Stored; others: Stored[]; kind: FigureKind }
  >(
    `select f.id as "figureId", f.period, i.kind, ${CLUSTER} as cluster, ${INDICATOR} as indicator,
      jsonb_build_object(${COLUMNS('f')}, 'yes', null, 'parts', '[]'::jsonb) as own, beside.figures as others,
      (select count(*)::int from cluster_memberships m where m.cluster_year_id = cy.id) as members, beside.illustrative
     from cluster_figures f join cluster_years cy on cy.id = f.cluster_year_id join clusters c on c.id = cy.cluster_id
     join indicators i on i.id = f.indicator_id
     join lateral (select jsonb_agg(${FIGURE('g')}) as figures, bool_or(r.illustrative) as illustrative from reports r
       join reporting_periods p on p.id = r.period_id join figures g on g.report_id = r.id and g.measure = 'MAIN'
       where r.cluster_year_id = cy.id and p.kind = f.period and g.indicator_id = f.indicator_id and ${readable.sql}) beside
       on beside.figures is not null
     where f.cluster_year_id = any($1::uuid[])`,
    [clusterYears, ...readable.params],
  )
  return rows.flatMap(({ own, others, kind, ...row }) => {
    const units = others.map((figure) => fromColumns(kind, figure)).filter((value) => value !== null)
    return reportedIssue({ ...row, reported: fromColumns(kind, own), units }) ?? []
  })
}

async function stated(actor: Actor, clusterYears: string[]): Promise<QualityIssue[]> {
  const rows = await query<
    Omit<StatedFigures, 'stated' | 'mayChoose'> & {
      kind: FigureKind
      stated: (Omit<StatedDto, 'value'> & Stored)[]
    }
  >(
    `select f.id as "figureId", f.period, i.kind, ${CLUSTER} as cluster, ${INDICATOR} as indicator,
      (select jsonb_agg(jsonb_build_object('id', s.id, ${COLUMNS('s')}, 'yes', null, 'parts', '[]'::jsonb, 'statedOn', s.stated_on,
          'factId', s.fact_id, 'note', s.note,
          'source', jsonb_build_object('slug', o.slug, 'letter', o.letter, 'title', o.title))
          order by s.recorded_at, s.recorded_by_id nulls first, s.id)
        from stated_figures s join sources o on o.id = s.source_id where s.cluster_figure_id = f.id) as stated,
      (select jsonb_build_object('id', h.id::text, 'statedId', h.stated_figure_id, 'reason', h.reason, 'by', a.name, 'at', h.at,
          'weighedAll', not exists (select from stated_figures s where s.cluster_figure_id = f.id and s.recorded_at > h.at))
        from stated_figure_choices h join accounts a on a.id = h.by_id where h.cluster_figure_id = f.id
        order by h.id desc limit 1) as choice
     from cluster_figures f join cluster_years cy on cy.id = f.cluster_year_id join clusters c on c.id = cy.cluster_id
     join indicators i on i.id = f.indicator_id
     where f.cluster_year_id = any($1::uuid[])
       and (select count(*) from stated_figures s where s.cluster_figure_id = f.id) > 1`,
    [clusterYears],
  )
  return rows.flatMap(({ kind, ...row }) => {
    const said = row.stated.map(({ id, raw, source, statedOn, factId, note, ...columns }) => ({
      ...{ id, raw, source, statedOn, factId, note },
      value: fromColumns(kind, columns),
    }))
    return sourcesIssue({ ...row, stated: said, mayChoose: mayChooseStated(actor, row.cluster.id) }) ?? []
  })
}

async function stale(clusterYears: string[]): Promise<QualityIssue[]> {
  const [rows, now] = await Promise.all([
    query<WaitingReport>(
      `select ${CLUSTER} as cluster, ${UNIT} as unit, p.kind as period, r.state, r.illustrative, to_json(p.due_at) as "dueAt",
        to_json(greatest(r.created_at, (select max(f.updated_at) from figures f where f.report_id = r.id),
          (select max(n.updated_at) from narrative_sections n where n.report_id = r.id),
          (select max(e.at) from report_events e where e.report_id = r.id))) as "touchedAt"
       from reports r join reporting_periods p on p.id = r.period_id join cluster_years cy on cy.id = r.cluster_year_id
       join clusters c on c.id = cy.cluster_id join units u on u.id = r.unit_id
       where r.cluster_year_id = any($1::uuid[]) and r.state in ('DRAFT', 'PRESENTED') and p.due_at is not null and p.locked_at is null`,
      [clusterYears],
    ),
    databaseNow(),
  ])
  return rows.flatMap((row) => staleIssue(row, now) ?? [])
}

async function statable(clusterYears: string[]) {
  return query<{ id: string; label: string }>(
    `select f.id, c.name || ', ' || i.short_name || ': ' || f.raw as label from cluster_figures f
     join cluster_years cy on cy.id = f.cluster_year_id join clusters c on c.id = cy.cluster_id
     join indicators i on i.id = f.indicator_id
     where f.cluster_year_id = any($1::uuid[]) and f.source_id is not null order by c.position, i.position, f.period limit 500`,
    [clusterYears],
  )
}

/**
 * What in the data of a year disagrees, of the clusters she watches over and in the figures she may read; the newest year
 * where none is asked for. Null where she watches over none.
 */
export async function getQuality(
  actor: Actor,
  filter: Pick<QualityFilter, 'year' | 'cluster'>,
): Promise<QualityReport | null> {
  if (!watchesQuality(actor)) return null
  const watched = watchedYears(actor)
  const all = await query<QualityCluster>(
    `select cy.id, c.slug, c.name, cy.year, cy.illustrative from cluster_years cy join clusters c on c.id = cy.cluster_id
     where $1::boolean or cy.id = any($2::uuid[]) order by cy.year desc, c.position, c.slug`,
    [watched === 'ALL', watched === 'ALL' ? [] : watched],
  )
  const years = [...new Set(all.map(({ year }) => year))]
  const year = filter.year ?? (await openYear(years))
  const clusters = all.filter((cluster) => cluster.year === year)
  const ids = clusters.filter(({ slug }) => !filter.cluster || slug === filter.cluster).map(({ id }) => id)
  const [[wrong, truncated], beside, said, waiting, figures] = await Promise.all([
    suspects(actor, ids),
    reported(actor, ids),
    stated(actor, ids),
    stale(ids),
    statable(ids),
  ])
  const place = new Map(clusters.map(({ id }, index) => [id, index]))
  const issues = [...said, ...beside, ...wrong, ...waiting].sort(
    (a, b) =>
      Number(a.settled) - Number(b.settled) ||
      QUALITY_KINDS.indexOf(a.kind) - QUALITY_KINDS.indexOf(b.kind) ||
      place.get(a.cluster.id)! - place.get(b.cluster.id)! ||
      compareVietnamese(a.unit?.name ?? '', b.unit?.name ?? '') ||
      compareVietnamese(a.indicator ?? '', b.indicator ?? ''),
  )
  return { year, years, clusters, issues, truncated, statable: figures }
}

/** The emulation year that is open now, where she watches over one; else the newest of hers. */
async function openYear(years: number[]): Promise<number> {
  const [open] = await query<{ year: number | null }>(
    `select max(year) as year from emulation_years where state = 'OPEN' and year = any($1::int[])`,
    [years],
  )
  return open?.year ?? years[0] ?? 0
}
