import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { readableReportsSql } from '@/lib/reports/policy'
import { idSchema } from '@/lib/reports/schema'
import { unitRefSql } from '@/lib/units/queries'
import type { FigureDetail } from './types'

const WORDS = (f: string) => `'raw', ${f}.raw, 'amount', trim_scale(${f}.amount)::text,
  'denominator', trim_scale(${f}.denominator)::text, 'qualifier', ${f}.qualifier, 'yes', ${f}.yes, 'words', ${f}.words,
  'parts', (select coalesce(json_agg(trim_scale(part)::text), '[]') from unnest(${f}.parts) part)`

/** A unit's figure of the same indicator code in another report that the reader may see. */
const BESIDE = (period: string, year: string, readable: string) => `(select json_build_object(${WORDS('bf')})
  from reports b join reporting_periods bp on bp.id = b.period_id join emulation_years by on by.id = bp.emulation_year_id
  join figures bf on bf.report_id = b.id and bf.measure = 'MAIN' join indicators bi on bi.id = bf.indicator_id
  where b.unit_id = r.unit_id and by.organiser_id = ey.organiser_id and by.year = ${year} and bp.kind = ${period}
    and bi.code = i.code and ${readable} limit 1)`

/** Everything behind one figure, in one statement; null when there is no such figure or it is not hers to read. */
export async function getFigureDetail(
  actor: Actor,
  reportId: string,
  indicatorId: string,
): Promise<FigureDetail | null> {
  if (!idSchema.safeParse(reportId).success || !idSchema.safeParse(indicatorId).success) return null
  const readable = (alias: string) => readableReportsSql(actor, alias, 3).sql
  const [row] = await query<FigureDetail>(
    `select r.id as "reportId", ${unitRefSql('u', 'ey.year')} as unit, ey.year, p.kind as period, r.state, r.illustrative,
      json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'shortName', i.short_name,
        'group', json_build_object('id', g.id, 'name', g.name, 'position', g.position), 'kind', i.kind,
        'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals, 'direction', i.direction,
        'aggregation', i.aggregation, 'nature', i.nature, 'parts', coalesce(i.parts, '{}'), 'bands', cs.bands,
        'definition', i.definition, 'definitionSource', i.definition_source) as indicator,
      (select json_build_object(${WORDS('f')}, 'breakdown', f.breakdown, 'blankReason', f.blank_reason, 'note', f.note,
          'asOf', f.as_of, 'factId', f.fact_id, 'updatedAt', f.updated_at, 'updatedBy', a.name)
        from figures f left join accounts a on a.id = f.updated_by_id
        where f.report_id = r.id and f.indicator_id = i.id and f.measure = 'MAIN') as figure,
      (select json_build_object(${WORDS('f')}) from figures f
        where f.report_id = r.id and f.indicator_id = i.id and f.measure = 'TO_DATE') as "toDate",
      case when p.kind = 'REGISTRATION' then null else ${BESIDE(`'REGISTRATION'`, 'ey.year', readable('b'))} end as target,
      ui.assigned_target as "assignedTarget", ui.provincial_target as "provincialTarget",
      ${BESIDE('p.kind', 'ey.year - 1', readable('b'))} as last,
      case when s.id is null then null else json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title,
        'factId', (select f.fact_id from figures f where f.report_id = r.id and f.indicator_id = i.id and f.measure = 'MAIN')) end as source,
      (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'size', e.size, 'mediaType', coalesce(e.media_type, ''))
          order by e.created_at), '[]')
        from evidence_files e where e.report_id = r.id and e.indicator_id = i.id and e.completed_at is not null
          and e.removed_at is null) as evidence
     from reports r
     join units u on u.id = r.unit_id
     join reporting_periods p on p.id = r.period_id
     join emulation_years ey on ey.id = p.emulation_year_id
     join indicators i on i.id = $2
     join indicator_groups g on g.id = i.group_id
     join indicator_sets st on st.id = i.set_id and st.emulation_year_id = ey.id
     join completion_schemes cs on cs.id = st.completion_scheme_id
     left join unit_indicators ui on ui.indicator_id = i.id and ui.unit_id = r.unit_id
     left join sources s on s.id = r.source_id
     where r.id = $1 and ${readable('r')}`,
    [reportId, indicatorId, ...readableReportsSql(actor, 'r', 3).params],
  )
  return row ?? null
}
