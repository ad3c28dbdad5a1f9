import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { followedYears } from '@/lib/platform/auth/policy'
import { query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { designationSql, unitRefSql } from '@/lib/units/queries'
import { otherPredecessors } from '@/lib/units/rules'
import type { ClusterHistory, ClusterListItem, ClusterPeople, ClusterYearDto, MemberDto } from './types'

/** SQL of a citation as JSON, null without a source. `s` is an alias of sources, `fact` an expression. */
export const citationSql = (s: string, fact = 'null::text') =>
  `case when ${s}.id is null then null else json_build_object('slug', ${s}.slug, 'letter', ${s}.letter, 'title', ${s}.title, 'factId', ${fact}) end`

const HEADSHIPS = (cy: string) => `(select coalesce(json_agg(json_build_object(
    'role', h.role, 'unit', ${unitRefSql('hu', `${cy}.year`)}, 'startsOn', h.starts_on, 'endsOn', h.ends_on,
    'inferred', h.inferred, 'note', h.note, 'source', ${citationSql('hs')}) order by h.role, h.starts_on desc nulls last), '[]')
  from headships h join units hu on hu.id = h.unit_id left join sources hs on hs.id = h.source_id
  where h.cluster_year_id = ${cy}.id)`

const MEMBER_REFS = (cy: string) => `(select coalesce(json_agg(${unitRefSql('mu', `${cy}.year`)}), '[]')
  from cluster_memberships m join units mu on mu.id = m.unit_id where m.cluster_year_id = ${cy}.id)`

// The database's own collation is not relied upon.
const byName = (a: { name: string }, b: { name: string }) => compareVietnamese(a.name, b.name)

/** Whether anything is known of a period of a cluster-year: what a unit has sent, or what the cluster itself reported. */
const HAS_DATA = (cy: string, p: string) => `(exists (select from reports r where r.cluster_year_id = ${cy}.id
    and r.period_id = ${p}.id and r.state not in ('DRAFT', 'PRESENTED'))
  or exists (select from cluster_figures f where f.cluster_year_id = ${cy}.id and f.period = ${p}.kind))`

/** Kind of the latest period of a cluster-year with anything in it; before there is any, the first that can be reported. */
export const openingPeriodSql = (cy: string) => `coalesce((select op.kind
  from (select p.kind, ${HAS_DATA(cy, 'p')} as filled from reporting_periods p
    where p.emulation_year_id = ${cy}.emulation_year_id and p.kind <> 'REGISTRATION') op
  order by op.filled desc, case when op.filled then op.kind end desc, op.kind limit 1), 'YEAR_FINAL')`

const CLUSTER_YEAR = `
select cy.id, json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as cluster, cy.year, cy.title, cy.motto,
  ey.theme, ${citationSql('ts')} as "themeSource", ey.state, cy.illustrative,
  json_build_object('slug', s.slug, 'name', s.name, 'illustrative', s.illustrative, 'validTo', s.valid_to) as set,
  (select coalesce(json_agg(json_build_object('id', u.id, 'slug', u.slug,
      'name', ${designationSql('name', 'u.id', 'cy.year')}, 'kind', ${designationSql('kind', 'u.id', 'cy.year')},
      'includes', (select coalesce(json_agg(${designationSql('name', 'us.predecessor_id')}), '[]') from unit_successions us
         where us.successor_id = u.id and us.date <= make_date(cy.year, 12, 31)),
      'inferred', m.inferred, 'source', ${citationSql('ms')})), '[]')
    from cluster_memberships m join units u on u.id = m.unit_id left join sources ms on ms.id = m.source_id
    where m.cluster_year_id = cy.id) as members,
  ${HEADSHIPS('cy')} as headships,
  (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'opensAt', p.opens_at, 'dueAt', p.due_at,
      'lockedAt', p.locked_at,
      'hasData', ${HAS_DATA('cy', 'p')}) order by p.kind), '[]')
    from reporting_periods p where p.emulation_year_id = ey.id) as periods,
  ${openingPeriodSql('cy')} as "openingPeriod",
  (select json_agg(distinct o.year) from cluster_years o where o.cluster_id = c.id) as years
from clusters c
join cluster_years cy on cy.cluster_id = c.id
join cluster_sets s on s.id = cy.set_id
join emulation_years ey on ey.id = cy.emulation_year_id
left join sources ts on ts.id = ey.theme_source_id
where c.slug = $1 and cy.year = $2
limit 1`

/** All that stands above the cluster table, in one statement; null for an unknown cluster or year. */
export async function getClusterYear(
  _actor: Actor,
  slug: string,
  year: number,
): Promise<ClusterYearDto | null> {
  const [row] = await query<ClusterYearDto>(CLUSTER_YEAR, [slug, year])
  if (!row) return null
  const members = row.members.map((member: MemberDto) => ({
    ...member,
    includes: otherPredecessors(
      member.name,
      member.includes.map((name) => ({ name })),
    )
      .map(({ name }) => name)
      .sort(compareVietnamese),
  }))
  return { ...row, members: members.sort(byName), years: row.years.sort((a, b) => b - a) }
}

/** The newest year of a cluster that she belongs to or follows; null for none. */
export async function findOwnCluster(actor: Actor): Promise<{ slug: string; year: number } | null> {
  const [row] = await query<{ slug: string; year: number }>(
    `select c.slug, cy.year from cluster_years cy join clusters c on c.id = cy.cluster_id
     where cy.id = any($1::uuid[]) order by cy.year desc, c.position limit 1`,
    [followedYears(actor)],
  )
  return row ?? null
}

/** Each cluster of each dated set with its newest year there: current sets first. One statement. */
export async function listClusters(_actor: Actor): Promise<ClusterListItem[]> {
  const rows = await query<ClusterListItem>(
    `select c.id, c.slug, c.name, c.aliases, cy.id as "clusterYearId", cy.year, cy.illustrative, ey.theme,
      ey.state <> 'CLOSED' as open,
      json_build_object('slug', s.slug, 'name', s.name, 'organiser', o.name, 'validFrom', s.valid_from,
        'validTo', s.valid_to, 'illustrative', s.illustrative) as set,
      (select json_agg(y.year order by y.year desc) from cluster_years y where y.cluster_id = c.id and y.set_id = s.id) as years,
      ${MEMBER_REFS('cy')} as members,
      (select ${unitRefSql('u', 'cy.year')} from headships h join units u on u.id = h.unit_id
        where h.cluster_year_id = cy.id and h.role = 'HEAD' order by h.starts_on desc nulls last limit 1) as head,
      (select ${unitRefSql('u', 'cy.year')} from headships h join units u on u.id = h.unit_id
        where h.cluster_year_id = cy.id and h.role = 'DEPUTY' order by h.starts_on desc nulls last limit 1) as deputy
     from cluster_years cy
     join clusters c on c.id = cy.cluster_id
     join cluster_sets s on s.id = cy.set_id
     join organisers o on o.id = s.organiser_id
     join emulation_years ey on ey.id = cy.emulation_year_id
     where cy.year = (select max(y.year) from cluster_years y where y.cluster_id = c.id and y.set_id = s.id)
     order by s.valid_to desc nulls first, s.valid_from desc nulls last, s.slug, c.position, c.slug`,
  )
  return rows.map((row) => ({ ...row, members: row.members.sort(byName) }))
}

/** A cluster over the years: who headed it, who belonged to it. Null for an unknown slug. */
export async function getClusterHistory(_actor: Actor, slug: string): Promise<ClusterHistory | null> {
  const [row] = await query<ClusterHistory>(
    `select c.id, c.slug, c.name, c.aliases, c.note,
      (select coalesce(json_agg(json_build_object('year', cy.year, 'title', cy.title, 'theme', ey.theme,
          'illustrative', cy.illustrative, 'setName', s.name, 'members', ${MEMBER_REFS('cy')},
          'headships', ${HEADSHIPS('cy')},
          'statements', (select count(*) from statements st where st.cluster_year_id = cy.id)) order by cy.year desc), '[]')
        from cluster_years cy join emulation_years ey on ey.id = cy.emulation_year_id
        join cluster_sets s on s.id = cy.set_id where cy.cluster_id = c.id) as years
     from clusters c where c.slug = $1`,
    [slug],
  )
  if (!row) return null
  return { ...row, years: row.years.map((year) => ({ ...year, members: year.members.sort(byName) })) }
}

/** Names of the central officers and vice-chairs who follow a cluster-year today. */
export async function getClusterPeople(_actor: Actor, clusterYearId: string): Promise<ClusterPeople> {
  const rows = await query<{ role: string; name: string }>(
    `select distinct g.role::text, a.name from role_grants g join accounts a on a.id = g.account_id
     where g.cluster_year_id = $1 and g.role in ('CENTRAL_STAFF', 'CENTRAL_REVIEWER') and g.revoked_at is null
       and a.disabled_at is null
       and coalesce(g.ends_on, 'infinity') >= (app_now() at time zone 'Asia/Ho_Chi_Minh')::date
     order by a.name`,
    [clusterYearId],
  )
  return {
    centralStaff: rows.filter(({ role }) => role === 'CENTRAL_STAFF').map(({ name }) => name),
    reviewers: rows.filter(({ role }) => role === 'CENTRAL_REVIEWER').map(({ name }) => name),
  }
}
