import 'server-only'
import { readsAwards } from '@/lib/awards/policy'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { unitLabel } from '@/lib/units/labels'
import { designationSql, unitRefSql } from '@/lib/units/queries'
import type { AwardedUnit, HeadshipGaps, HeadshipStanding, UnitHonours } from './types'

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
      select line.root, coalesce(jsonb_agg(distinct cy.year order by cy.year desc) filter (where line.id = line.root), '[]') as own,
        coalesce(jsonb_agg(distinct jsonb_build_object('year', cy.year, 'unit', ${designationSql('name', 'line.id', 'cy.year')}))
          filter (where line.id <> line.root), '[]') as before
      from line join headships h on h.unit_id = line.id and h.role = 'HEAD'
      join cluster_years cy on cy.id = h.cluster_year_id group by line.root
    )
    select json_build_object('slug', c.slug, 'name', c.name) as cluster, c.position, ${unitRefSql('u', 'cy.year')} as unit,
      coalesce(held.own, '[]') as own, coalesce(held.before, '[]') as before
    from cluster_years cy join clusters c on c.id = cy.cluster_id
    join cluster_memberships m on m.cluster_year_id = cy.id join units u on u.id = m.unit_id left join held on held.root = u.id
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

/** Units with the awards given to themselves in all years, at most so many; nothing for whoever reads no awards. */
export async function listUnitHonours(actor: Actor, most: number): Promise<UnitHonours> {
  if (!readsAwards(actor)) return { units: [], awarded: 0, illustrative: false }
  type Row = AwardedUnit & { validTo: string | null; awarded: number; anyIllustrative: boolean }
  const rows = await query<Row>(
    `with honoured as materialized (
      select a.unit_id, count(*) as many, bool_or(a.illustrative) as illustrative from awards a
      where a.recipient_kind = 'UNIT' and a.unit_id is not null group by a.unit_id
    ), listed as materialized (select unit_id from honoured order by many desc, unit_id limit $1)
    select u.id, u.slug, ${designationSql('name', 'u.id', '9998')} as name, to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
      (select json_agg(json_build_object('id', a.id, 'year', a.year, 'illustrative', a.illustrative,
          'type', json_build_object('name', t.name, 'isFlag', t.is_flag, 'position', t.position)) order by t.position, a.id)
        from awards a join award_types t on t.id = a.award_type_id
        where a.unit_id = u.id and a.recipient_kind = 'UNIT') as honours,
      (select count(*)::int from honoured) as awarded, (select bool_or(illustrative) from honoured) as "anyIllustrative"
    from listed join units u on u.id = listed.unit_id`,
    [most],
  )
  return {
    units: rows
      .map(({ id, slug, name, validTo, honours }) => ({
        id,
        slug,
        name: unitLabel({ slug, name, validTo }),
        honours,
      }))
      .sort((a, b) => compareVietnamese(a.name, b.name)),
    awarded: rows[0]?.awarded ?? 0,
    illustrative: rows[0]?.anyIllustrative ?? false,
  }
}
