import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { unitRefSql } from '@/lib/units/queries'
import { citationSql } from '../queries'
import type { ClusterRef } from '../types'
import { holderOn } from './rules'
import type { ClusterOnDay, DatedHeadship, LineageHeadship } from './types'

type Row = {
  cluster: ClusterRef
  year: number | null
  title: string | null
  illustrative: boolean | null
  members: ClusterOnDay['members'] | null
  headships: DatedHeadship[]
}

/**
 * Members of cluster-year cy on day $1. A merger in the course of the year puts the new unit in the place of the old
 * ones; before its day those are told, as the change keeps them.
 */
const MEMBERS_ON_DAY = `
  select m.unit_id, m.inferred, m.source_id from cluster_memberships m where m.cluster_year_id = cy.id
  union
  select (old->>'unitId')::uuid, (old->>'inferred')::boolean, (old->>'sourceId')::uuid
    from territory_changes t, jsonb_array_elements(t.trace->'before'->'memberships') old
   where t.reverted_at is null and t.effective_on > $1::date and old->>'clusterYearId' = cy.id::text`

// A headship may begin in the year before its own and, handed over late, end after it; hence every year's are looked at.
const CLUSTERS_ON_DAY = `
select json_build_object('id', c.id, 'slug', c.slug, 'name', c.name) as cluster, cy.year, cy.title, cy.illustrative,
  (select coalesce(json_agg(${unitRefSql('u', 'cy.year')}::jsonb || jsonb_build_object('inferred', m.inferred,
      'source', ${citationSql('s')})), '[]')
     from (${MEMBERS_ON_DAY}) m join units u on u.id = m.unit_id left join sources s on s.id = m.source_id
    where coalesce(u.valid_from, '-infinity') <= $1::date and coalesce(u.valid_to, 'infinity') > $1::date) as members,
  (select coalesce(json_agg(json_build_object('role', h.role, 'year', hy.year, 'unit', ${unitRefSql('hu', 'hy.year')},
      'startsOn', h.starts_on, 'endsOn', h.ends_on, 'inferred', h.inferred, 'note', h.note, 'source', ${citationSql('hs')})), '[]')
     from headships h join cluster_years hy on hy.id = h.cluster_year_id join units hu on hu.id = h.unit_id
     left join sources hs on hs.id = h.source_id where hy.cluster_id = c.id) as headships
from clusters c
left join cluster_years cy on cy.cluster_id = c.id and cy.year = extract(year from $1::date)
  and exists (select from cluster_sets cs where cs.id = cy.set_id and coalesce(cs.valid_from, '-infinity') <= $1::date
              and coalesce(cs.valid_to, 'infinity') > $1::date)
order by c.position, c.slug`

/** Every cluster on a day: its members, head and deputy then, each unknown where no source says. One statement. */
export async function listClustersOn(_actor: Actor, day: string): Promise<ClusterOnDay[]> {
  const rows = await query<Row>(CLUSTERS_ON_DAY, [day])
  return rows.map(({ cluster, year, title, illustrative, members, headships }) => ({
    cluster,
    year,
    title: title ?? cluster.name,
    illustrative: illustrative ?? false,
    members: (members ?? []).sort((a, b) => compareVietnamese(a.name, b.name)),
    head: holderOn(headships, 'HEAD', day),
    deputy: holderOn(headships, 'DEPUTY', day),
  }))
}

/** Headships of a unit and of every unit it came from, newest first, each under the name of the unit that held it. */
export async function listLineageHeadships(_actor: Actor, unitId: string): Promise<LineageHeadship[]> {
  return query<LineageHeadship>(
    `with recursive line as (
       select $1::uuid as id
       union select s.predecessor_id from unit_successions s join line on line.id = s.successor_id)
     select h.role, hy.year, hy.illustrative, ${unitRefSql('u', 'hy.year')} as unit, u.id = $1 as own,
       to_char(u.valid_to, 'YYYY-MM-DD') as "unitEnded", json_build_object('slug', c.slug, 'title', hy.title) as cluster,
       to_char(h.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(h.ends_on, 'YYYY-MM-DD') as "endsOn",
       h.inferred, h.note, ${citationSql('s')} as source
     from line join headships h on h.unit_id = line.id join cluster_years hy on hy.id = h.cluster_year_id
     join clusters c on c.id = hy.cluster_id join units u on u.id = line.id left join sources s on s.id = h.source_id
     order by hy.year desc, h.role, c.position`,
    [unitId],
  )
}
