import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { canSeeCompleteness } from '@/lib/reports/policy'
import { daysLeft } from '@/lib/reports/rules'
import { unitRefSql } from '@/lib/units/queries'
import type { TableIndicator } from '../types'
import type { LeadingCluster, PeriodProgress } from './types'

type ProgressRow = Omit<PeriodProgress, 'daysLeft' | 'dueAt'> & { dueAt: Date; now: Date }

/**
 * How far every cluster is in each period that has a deadline, counted in the database: one row a period. Empty for those
 * who may not see the nation's completeness.
 */
export async function listNationalProgress(actor: Actor, emulationYearId: string): Promise<PeriodProgress[]> {
  if (!canSeeCompleteness(actor, { national: true })) return []
  const rows = await query<ProgressRow>(
    `select p.id, p.kind, p.due_at as "dueAt", app_now() as now,
      (select coalesce(json_agg(x), '[]') from (
        select m.cluster_year_id as "clusterYearId", count(*)::int as members,
          count(*) filter (where s.sent)::int as sent,
          count(*) filter (where s.sent and r.state in ('ADDITIONS_REQUESTED', 'DRAFT', 'PRESENTED'))::int as mending,
          count(*) filter (where case when s.sent then r.late_days > 0 else p.due_at < app_now() end)::int as late,
          count(*) filter (where r.state in ('CONFIRMED', 'LOCKED'))::int as confirmed
        from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
        left join reports r on r.unit_id = m.unit_id and r.period_id = p.id
        cross join lateral (select coalesce(r.first_sent_at is not null
          or r.state in ('SENT', 'CHECKED', 'CONFIRMED', 'LOCKED'), false) as sent) s
        where cy.emulation_year_id = p.emulation_year_id group by m.cluster_year_id) x) as clusters
     from reporting_periods p where p.emulation_year_id = $1 and p.due_at is not null order by p.kind`,
    [emulationYearId],
  )
  return rows.map(({ dueAt, now, ...row }) => ({
    ...row,
    dueAt: dueAt.toISOString(),
    daysLeft: daysLeft(dueAt, now) ?? 0,
  }))
}

/** The clusters of a year with head, deputy and, once scores are published, the units ranked first. */
export async function listLeadingClusters(_actor: Actor, emulationYearId: string): Promise<LeadingCluster[]> {
  const held = (
    role: 'HEAD' | 'DEPUTY',
    column: string,
  ) => `(select ${column} from headships h join units u on u.id = h.unit_id
    where h.cluster_year_id = cy.id and h.role = '${role}' order by h.ends_on desc nulls first, h.starts_on desc nulls last limit 1)`
  return query<LeadingCluster>(
    `select cy.id as "clusterYearId", c.id as "clusterId", c.slug, c.name,
      ${held('HEAD', unitRefSql('u', 'cy.year'))} as head, coalesce(${held('HEAD', 'h.inferred')}, false) as "headInferred",
      ${held('DEPUTY', unitRefSql('u', 'cy.year'))} as deputy, (select coalesce(json_agg(${unitRefSql('su', 'cy.year')}), '[]') from rubrics rb join score_sheets sh on sh.rubric_id = rb.id and sh.rank = 1
        join units su on su.id = sh.unit_id where rb.cluster_year_id = cy.id and rb.published_at is not null) as first
     from cluster_years cy join clusters c on c.id = cy.cluster_id
     where cy.emulation_year_id = $1 order by c.position, c.slug`,
    [emulationYearId],
  )
}

/** The national indicators of a year in the order of the table. */
export async function listNationalIndicators(
  _actor: Actor,
  emulationYearId: string,
): Promise<TableIndicator[]> {
  return query<TableIndicator>(
    `select i.id, i.code, i.name, i.short_name as "shortName",
      json_build_object('id', g.id, 'name', g.name, 'position', g.position) as "group", i.kind, i.measure_unit as "measureUnit",
      i.display_unit as "displayUnit", i.decimals, i.direction, i.aggregation, i.nature, coalesce(i.parts, '{}') as parts, cs.bands, null as "lastId"
     from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id
     join indicators i on i.set_id = st.id join indicator_groups g on g.id = i.group_id
     where st.emulation_year_id = $1 and st.scope = 'NATIONAL' and i.retired_at is null
     order by g.position, i.position`,
    [emulationYearId],
  )
}
