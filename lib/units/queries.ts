import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { ownUnits } from '@/lib/platform/auth/policy'
import { query } from '@/lib/platform/db'
import { unitOfYear } from './rules'
import type { UnitDetail, UnitInTime, UnitListItem, UnitRef } from './types'

/**
 * SQL for one column of the designation in force at the end of a year (the last one, for a unit that ended before).
 * `unitId` and `year` are SQL expressions, never input.
 */
export function designationSql(
  column: 'name' | 'kind' | 'code',
  unitId: string,
  year = `extract(year from app_now() at time zone 'Asia/Ho_Chi_Minh')::int`,
): string {
  return `(select d.${column} from unit_designations d
    where d.unit_id = ${unitId} and coalesce(d.valid_from, '-infinity') <= make_date(${year}, 12, 31)
    order by d.valid_from desc nulls last limit 1)`
}

/** SQL of a unit reference as JSON, under the name it bore in `year`. */
export function unitRefSql(alias: string, year?: string): string {
  return `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${designationSql('name', `${alias}.id`, year)})`
}

const NEIGHBOUR = (from: string, to: string) => `(select coalesce(json_agg(json_build_object(
    'id', o.id, 'slug', o.slug, 'name', ${designationSql('name', 'o.id')}, 'kind', ${designationSql('kind', 'o.id')},
    'date', s.date, 'decision', s.decision, 'validFrom', o.valid_from, 'validTo', o.valid_to) order by o.slug), '[]')
  from unit_successions s join units o on o.id = s.${to} where s.${from} = u.id)`

const UNIT = `u.id, u.slug, ${designationSql('name', 'u.id')} as name, ${designationSql('kind', 'u.id')} as kind,
  ${designationSql('code', 'u.id')} as code, u.note,
  to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
  (select coalesce(json_agg(a.alias order by a.alias), '[]') from unit_aliases a where a.unit_id = u.id) as aliases,
  ${NEIGHBOUR('successor_id', 'predecessor_id')} as predecessors,
  ${NEIGHBOUR('predecessor_id', 'successor_id')} as successors`

type UnitRow = Omit<UnitListItem, 'namesake'> & { note: string | null }

const namesakeIn = (unit: { name: string; predecessors: UnitRef[]; successors: UnitRef[] }): boolean =>
  [...unit.predecessors, ...unit.successors].some((other) => other.name === unit.name)

/** Every provincial unit of all times, by name; one statement. */
export async function listUnits(_actor: Actor): Promise<UnitListItem[]> {
  const rows = await query<UnitRow>(
    `select ${UNIT},
      (select coalesce(json_agg(json_build_object('slug', c.slug, 'name', c.name, 'year', cy.year) order by c.position), '[]')
         from cluster_memberships m join cluster_years cy on cy.id = m.cluster_year_id join clusters c on c.id = cy.cluster_id
        where m.unit_id = u.id and cy.year = (select max(y.year) from cluster_memberships n
          join cluster_years y on y.id = n.cluster_year_id where n.unit_id = u.id)) as clusters
     from units u where u.level = 'PROVINCE'`,
  )
  return rows.map((row) => ({ ...row, namesake: namesakeIn(row) }))
}

/** A unit with its lineage and the years in which anything is recorded of it; null where there is no such slug. */
export async function getUnit(actor: Actor, slug: string): Promise<UnitDetail | null> {
  const [row] = await query<
    UnitRow & {
      designations: UnitDetail['designations']
      predecessors: UnitDetail['predecessorsFull']
      successors: UnitDetail['successorsFull']
      years: UnitDetail['years']
    }
  >(
    `select ${UNIT}, '[]'::json as clusters,
      (select coalesce(json_agg(json_build_object('name', d.name, 'kind', d.kind, 'code', d.code,
         'validFrom', d.valid_from, 'validTo', d.valid_to, 'source', d.source) order by d.valid_from desc nulls last), '[]')
         from unit_designations d where d.unit_id = u.id) as designations,
      (select coalesce(json_agg(y order by y.year desc), '[]') from (
        select years.year,
          (select coalesce(json_agg(json_build_object('slug', c.slug, 'name', c.name, 'illustrative', cy.illustrative,
             'role', (select h.role from headships h where h.cluster_year_id = cy.id and h.unit_id = u.id order by h.role limit 1))
             order by c.position), '[]')
             from cluster_memberships m join cluster_years cy on cy.id = m.cluster_year_id join clusters c on c.id = cy.cluster_id
            where m.unit_id = u.id and cy.year = years.year) as clusters,
          (select count(*)::int from statements st where st.unit_id = u.id and st.year = years.year) as statements,
          (select count(*)::int from reports r join reporting_periods p on p.id = r.period_id
             join emulation_years ey on ey.id = p.emulation_year_id
            where r.unit_id = u.id and ey.year = years.year and r.state in ('CONFIRMED', 'LOCKED')) as reports
        from (select cy.year from cluster_memberships m join cluster_years cy on cy.id = m.cluster_year_id where m.unit_id = u.id
              union select st.year from statements st where st.unit_id = u.id and st.year is not null
              union select ey.year from reports r join reporting_periods p on p.id = r.period_id
                join emulation_years ey on ey.id = p.emulation_year_id
                where r.unit_id = u.id and (r.state in ('CONFIRMED', 'LOCKED') or r.unit_id = any($2::uuid[]))) years
      ) y) as years
     from units u where u.slug = $1 and u.level = 'PROVINCE'`,
    [slug, ownUnits(actor)],
  )
  if (!row) return null
  return {
    ...row,
    namesake: namesakeIn(row),
    predecessorsFull: row.predecessors,
    successorsFull: row.successors,
  }
}

/** The Union was founded on 20 October 1930: an address may name no earlier year. */
const FOUNDED = 1930

/** The unit that `slug` meant in `year`; null for an unknown slug, where no unit existed then, and for a year out of sight. */
export async function findUnitOfYear(
  _actor: Actor,
  slug: string,
  year: number,
): Promise<(UnitInTime & { kind: string }) | null> {
  const [row] = await query<
    UnitInTime & { kind: string; predecessors: (UnitInTime & { kind: string })[]; successors: UnitInTime[] }
  >(
    `select ${UNIT} from units u where u.slug = $1 and u.level = 'PROVINCE'
       and $2::int between ${FOUNDED} and extract(year from app_now()) + 1`,
    [slug, year],
  )
  if (!row) return null
  const found = unitOfYear(row, row.predecessors, row.successors, year)
  return found as (UnitInTime & { kind: string }) | null
}
