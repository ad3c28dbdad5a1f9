import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { designationSql, unitRefSql } from '@/lib/units/queries'
import type { HeadshipGaps, HeadshipStanding } from './types'

/**
 * Every member of the clusters of a year with the years in which it headed a cluster; those of the units it came from
 * stand apart under their own names. One statement.
 */
export async function listHeadshipStandings(
  _actor: Actor,
  emulationYearId: string,
): Promise<HeadshipStanding[]> {
  const rows = await query<HeadshipStanding & { position: number }>(
    `with recursive line as (
      select m.unit_id as root, m.unit_id as id from cluster_years cy join cluster_memberships m on m.cluster_year_id = cy.id
      where cy.emulation_year_id = $1
      union
      select line.root, s.predecessor_id from unit_successions s join line on line.id = s.successor_id
    ), held as materialized (
      select line.root, line.id, cy.year from line join headships h on h.unit_id = line.id and h.role = 'HEAD'
      join cluster_years cy on cy.id = h.cluster_year_id
    )
    select json_build_object('slug', c.slug, 'name', c.name) as cluster, c.position, ${unitRefSql('u', 'cy.year')} as unit,
      (select coalesce(json_agg(distinct held.year order by held.year desc), '[]') from held
        where held.root = u.id and held.id = u.id) as own,
      (select coalesce(json_agg(distinct jsonb_build_object('year', held.year,
          'unit', ${designationSql('name', 'held.id', 'held.year')})), '[]') from held
        where held.root = u.id and held.id <> u.id) as before
    from cluster_years cy join clusters c on c.id = cy.cluster_id
    join cluster_memberships m on m.cluster_year_id = cy.id join units u on u.id = m.unit_id
    where cy.emulation_year_id = $1 order by c.position, c.slug`,
    [emulationYearId],
  )
  return rows
    .map(({ position, ...row }, index) => ({ position, index, row }))
    .sort((a, b) => a.position - b.position || compareVietnamese(a.row.unit.name, b.row.unit.name))
    .map(({ row }) => ({ ...row, before: row.before.sort((a, b) => b.year - a.year) }))
}

/** Cluster-years up to a year with and without a known head: what a "never" is worth. */
export async function getHeadshipGaps(_actor: Actor, until: number): Promise<HeadshipGaps> {
  const [row] = await query<HeadshipGaps>(
    `select count(*) filter (where known)::int as "knownYears", count(*) filter (where not known)::int as "unknownYears"
     from (select exists (select from headships h where h.cluster_year_id = cy.id and h.role = 'HEAD') as known
       from cluster_years cy where cy.year <= $1) x`,
    [until],
  )
  return row ?? { knownYears: 0, unknownYears: 0 }
}
