import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { readableReportsSql } from '@/lib/reports/policy'
import type { UnitYear } from './types'

/** A unit's reports, indicators and clusters of a year, in one statement. */
export async function getUnitYear(actor: Actor, unitId: string, year: number): Promise<UnitYear> {
  const readable = readableReportsSql(actor, 'r', 3)
  const [row] = await query<UnitYear>(
    `with mine as materialized (
       select cy.id, cy.cluster_id, cy.emulation_year_id, cy.title, cy.illustrative, c.slug, c.name, c.position
         from cluster_memberships m join cluster_years cy on cy.id = m.cluster_year_id join clusters c on c.id = cy.cluster_id
        where m.unit_id = $1 and cy.year = $2
     )
     select
       (select ey.theme from emulation_years ey where ey.year = $2 and ey.theme is not null
         order by ey.id in (select emulation_year_id from mine) desc limit 1) as theme,
       (select coalesce(json_agg(json_build_object('id', mine.id, 'slug', mine.slug, 'name', mine.name, 'title', mine.title,
           'illustrative', mine.illustrative,
           'role', (select h.role from headships h where h.cluster_year_id = mine.id and h.unit_id = $1 order by h.role limit 1))
           order by mine.position), '[]') from mine) as clusters,
       (select coalesce(json_agg(json_build_object('id', i.id, 'code', i.code, 'name', i.name, 'shortName', i.short_name,
           'group', json_build_object('id', g.id, 'name', g.name, 'position', g.position), 'kind', i.kind,
           'measureUnit', i.measure_unit, 'displayUnit', i.display_unit, 'decimals', i.decimals, 'direction', i.direction,
           'aggregation', i.aggregation, 'nature', i.nature, 'parts', coalesce(i.parts, '{}'), 'bands', cs.bands, 'lastId', null)
           order by st.scope, st.id, g.position, i.position), '[]')
         from indicator_sets st join emulation_years ey on ey.id = st.emulation_year_id
         join completion_schemes cs on cs.id = st.completion_scheme_id
         join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id
         where ey.year = $2 and i.retired_at is null
           and (st.scope = 'NATIONAL' or (st.scope = 'CLUSTER' and st.cluster_id in (select cluster_id from mine))
             or (st.scope = 'UNIT' and st.unit_id = $1))) as indicators,
       (select coalesce(json_agg(ui.indicator_id), '[]') from unit_indicators ui where ui.unit_id = $1 and ui.not_assigned) as "notAssigned",
       (select coalesce(json_agg(json_build_object('reportId', r.id, 'period', p.kind, 'state', r.state,
           'sentBefore', r.first_sent_at is not null, 'illustrative', r.illustrative, 'lateDays', r.late_days,
           'sentAt', r.sent_at, 'dueAt', p.due_at,
           'source', case when s.id is null then null else
             json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title, 'factId', null) end,
           'cells', coalesce(rp.cells, '{}'),
           'written', (select coalesce(json_object_agg(f.indicator_id, json_build_object('raw', f.raw, 'factId', f.fact_id,
               'note', f.note, 'breakdown', f.breakdown)), '{}') from figures f where f.report_id = r.id and f.measure = 'MAIN'),
           'narrative', (select coalesce(json_agg(json_build_object('section', n.section, 'text', n.text)), '[]')
             from narrative_sections n where n.report_id = r.id and n.text <> '')) order by p.kind), '[]')
         from reports r join reporting_periods p on p.id = r.period_id join emulation_years ey on ey.id = p.emulation_year_id
         left join report_projections rp on rp.report_id = r.id left join sources s on s.id = r.source_id
         where r.unit_id = $1 and ey.year = $2 and ${readable.sql}) as reports,
       (select coalesce(json_agg(y.year order by y.year desc), '[]') from (
           select cy.year from cluster_memberships m join cluster_years cy on cy.id = m.cluster_year_id where m.unit_id = $1
           union select st.year from statements st where st.unit_id = $1 and st.year is not null
           union select ey.year from reports r join reporting_periods p on p.id = r.period_id
             join emulation_years ey on ey.id = p.emulation_year_id where r.unit_id = $1 and ${readable.sql}) y) as years`,
    [unitId, year, ...readable.params],
  )
  return row!
}
