import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { resolveAmong } from './rules'
import type { NamedUnit, Resolution } from './types'

/** Provincial units of all times under the name, kind and code of a day; their last or first ones outside their time. */
const NAMED_UNITS = `select u.id, u.slug, d.name, d.kind, d.code,
    to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
    (select coalesce(json_agg(distinct names.name), '[]') from (
       select a.alias as name from unit_aliases a where a.unit_id = u.id
       union select o.name from unit_designations o where o.unit_id = u.id) names) as aliases
  from units u
  join lateral (select x.name, x.kind, x.code from unit_designations x where x.unit_id = u.id
    order by (coalesce(x.valid_from, '-infinity') <= $1::date and coalesce(x.valid_to, 'infinity') > $1::date) desc,
      x.valid_from desc nulls last limit 1) d on true
 where u.level = 'PROVINCE'`

async function namedUnits(day: string): Promise<NamedUnit[]> {
  return query<NamedUnit>(NAMED_UNITS, [day])
}

/**
 * Which unit a text (name with or without diacritics and "Hội LHPN tỉnh", alias, slug, official code) means on a day,
 * yyyy-MM-dd. One statement; to resolve many texts of one day, read {@link listNamedUnits} once and use `resolveAmong`.
 */
export async function resolveUnit(_actor: Actor, text: string, asOf: string): Promise<Resolution> {
  return resolveAmong(await namedUnits(asOf), text, asOf)
}

/** Every provincial unit under what it was called on a day, those of other times too. */
export async function listNamedUnits(_actor: Actor, asOf: string): Promise<NamedUnit[]> {
  return namedUnits(asOf)
}
