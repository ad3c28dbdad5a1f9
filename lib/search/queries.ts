import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { designationSql } from '@/lib/units/queries'
import { findableSql } from './policy'
import { answerOf, codeQuestion, namesQueryOf, tsqueryOf, wordsOf } from './rules'
import type { SearchInput } from './schema'
import type { FoundRow, SearchAnswer } from './types'

const YEAR = `coalesce(e.year, cy.year, extract(year from e.happened_on)::int,
  extract(year from app_now() at time zone 'Asia/Ho_Chi_Minh')::int)`

/** What is shown of the entries of `found`; asked only of those that are shown. */
const SHOWN = `e.kind, e.id, e.title, e.detail, e.illustrative, to_char(e.happened_on, 'YYYY-MM-DD') as "happenedOn",
  coalesce(e.year, cy.year) as year,
  coalesce(u.slug, case e.kind when 'cluster' then (select slug from clusters where id = e.id)
    when 'campaign' then (select slug from campaigns where id = e.id)
    when 'source' then (select slug from sources where id = e.id) end) as slug,
  m.id as "meetingId", m.title as meeting,
  case when e.unit_id is not null then ${designationSql('name', 'e.unit_id', YEAR)} end as unit,
  case e.kind when 'unit' then (select c.name || ' (' || y.year || ')' from cluster_memberships o
      join cluster_years y on y.id = o.cluster_year_id join clusters c on c.id = y.cluster_id
      where o.unit_id = e.id order by y.year desc, c.position limit 1)
    else (select c.name from clusters c where c.id = cy.cluster_id) end as cluster,
  to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
  (select string_agg(${designationSql('name', 's.successor_id')}, ', ') from unit_successions s
    where s.predecessor_id = u.id) as successors,
  (select json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title) from statements t
    join sources s on s.id = t.source_id where e.kind = 'statement' and t.id = e.id) as source`

const JOINS = `left join cluster_years cy on cy.id = e.cluster_year_id
  left join units u on e.kind = 'unit' and u.id = e.id
  left join meetings m on e.kind = 'person' and m.id = coalesce(
    (select d.meeting_id from delegates d where d.id = e.id), (select s.meeting_id from speakers s where s.id = e.id))`

/** Of each kind so many are weighed against each other: those whose names hold the words, then the newest. */
const RANKED = 200
/** So many that are alike are looked at; the words of a question that means one of them are no closer to the others. */
const ALIKE = 300

/** With diacritics typed, a title that has them as typed stands before those that are alike only without them. */
const AS_TYPED = (title: string) =>
  `(position($4 in lower(${title})) > 0)::int * (case when $4 ~ '[^ -~]' then 5 else 1 end)`

/**
 * What is few and needs no index: indicators by name and code, each once under its newest year, and pledges, looked at
 * only where the question speaks of one. Both are for those who work here.
 */
const DIRECT = `
direct as materialized (
  select 'indicator' as kind, i.id, i.name as title, '' as detail, false as illustrative, i.year, i.code as slug, i.place,
    to_tsvector('simple', search_words(i.name || ' ' || i.short_name || ' ' || i.code)) as vector
  from (select distinct on (o.code) o.id, o.code, o.name, o.short_name, y.year, g.name as place
    from indicators o join indicator_sets s on s.id = o.set_id and s.scope <> 'UNIT'
    join emulation_years y on y.id = s.emulation_year_id join indicator_groups g on g.id = o.group_id
    where o.retired_at is null order by o.code, y.year desc) i
  where $8::boolean and ($6::text is null or $6 = 'indicator')
  union all
  select 'pledge', p.id, 'Giao ước thi đua năm ' || cy.year, '', p.illustrative, cy.year, c.slug, c.name,
    to_tsvector('simple', search_words('Giao ước thi đua năm ' || cy.year || ' ' || cy.title || ' ' || c.name))
  from pledges p join cluster_years cy on cy.id = p.cluster_year_id join clusters c on c.id = cy.cluster_id
  where $8::boolean and ($6::text is null or $6 = 'pledge') and $3 ~ '\\m(giao|uoc)'
), known as materialized (
  select d.*, count(*) over (partition by d.kind)::int as total,
    row_number() over (partition by d.kind order by ts_rank(d.vector, asked.words) + ${AS_TYPED('d.title')} desc,
      d.year desc, d.title) as place_in_kind
  from direct d, asked where d.vector @@ asked.words
)`

/** The question is read once: written into a condition it would be read anew for every entry. */
const ASKED = `
asked as materialized (
  select to_tsquery('simple', $1) as words, to_tsquery('simple', $2) as whole_names, to_tsquery('simple', $7) as names
)`

/**
 * The order in which entries of a kind are taken to be weighed, as one number: the words in the name, then the newest day,
 * then the newest year. Thousands are sorted by it.
 */
const TURN = `((position($3 in e.names) > 0)::int + (e.vector @@ (select whole_names from asked))::int)::bigint * 1099511627776
    + coalesce(e.happened_on - date '0001-01-01', 0)::bigint * 4096 + coalesce(e.year, 0)`

/**
 * Best first within each kind: the words as a name, at its beginning, somewhere in it, each of them in it, with the diacritics as typed; then
 * units of today before those of the past, and the newest first. What is only alike counts when nothing holds the words.
 */
const foundSql = (findable: string) => `
with ${ASKED}, ${DIRECT}, matched as materialized (
  select e.kind, e.id, ${TURN} as turn
  from search_entries e
  where e.vector @@ (select words from asked) and ($6::text is null or e.kind = $6) and ${findable}
), counted as materialized (
  select kind, count(*)::int as total from matched group by kind
), first as materialized (
  select kind, id from (
    select kind, id, row_number() over (partition by kind collate "C" order by turn desc) as place from matched) m where place <= ${RANKED}
), found as (
  select e.kind, e.id, e.happened_on, e.year, (select total from counted c where c.kind = m.kind) as total, false as near,
    ts_rank('{0.05, 0.1, 0.4, 1}', e.vector, asked.words)
    + case when e.names = $3 then 4 when starts_with(e.names, $3) then 2 when position($3 in e.names) > 0 then 1 else 0 end
    + (e.vector @@ asked.whole_names)::int + (e.vector @@ asked.names)::int
    + ${AS_TYPED('e.title')} as rank
  from asked, first m join search_entries e on e.kind = m.kind and e.id = m.id
  union all
  select e.kind, e.id, e.happened_on, e.year, count(*) over (partition by e.kind)::int, true, word_similarity($3, e.names)
  from (select e.* from search_entries e where not exists (select from matched) and not exists (select from known) and $3 <% e.names
    and ($6::text is null or e.kind = $6) and ${findable} limit ${ALIKE}) e
), placed as (
  select f.kind, f.id, f.near, f.total,
    row_number() over (partition by f.kind order by f.rank desc, u.valid_to desc nulls first, f.happened_on desc nulls last,
      f.year desc nulls last, f.id) as place
  from found f left join units u on f.kind = 'unit' and u.id = f.id
)
select * from (
  select ${SHOWN}, p.total, p.near, p.place as "placeInKind"
  from placed p join search_entries e on e.kind = p.kind and e.id = p.id ${JOINS} where p.place <= $5
  union all
  select k.kind, k.id, k.title, k.detail, k.illustrative, null, k.year, k.slug, null, null, null, k.place, null, null, null, null,
    k.total, false, k.place_in_kind
  from known k where k.place_in_kind <= $5
) shown order by kind, "placeInKind"`

/** Units that bore a code on some day from $2 to $3, at any time without them; those of today first. */
const CODED = `select ${SHOWN}, 0 as total, false as near
  from unit_designations d join search_entries e on e.kind = 'unit' and e.id = d.unit_id ${JOINS}
  where d.code = $1
    and ($2::date is null or (coalesce(greatest(d.valid_from, u.valid_from), '-infinity') <= $3::date
      and coalesce(least(d.valid_to, u.valid_to), 'infinity') > $2::date))
  order by u.valid_to desc nulls first, d.valid_from desc nulls last limit 20`

/**
 * What the reader may see that holds the words, grouped by kind, at most `perKind` of each (diacritics optional, the last word
 * perhaps unfinished); a code of a unit is resolved by its date.
 */
export async function searchEverything(
  actor: Actor,
  { words: question, kind }: SearchInput,
  perKind: number,
): Promise<SearchAnswer> {
  const words = wordsOf(question)
  if (words.length === 0) return answerOf(question, [], null)
  const findable = findableSql(actor, 'e', 8)
  const code = kind === null || kind === 'unit' ? codeQuestion(question) : null
  const [rows, coded] = await Promise.all([
    query<FoundRow>(foundSql(findable.sql), [
      tsqueryOf(words),
      namesQueryOf(words, true),
      words.join(' '),
      question.toLocaleLowerCase('vi'),
      perKind,
      kind,
      namesQueryOf(words, false),
      ...findable.params,
    ]),
    code ? query<FoundRow>(CODED, [code.code, code.from, code.to]) : [],
  ])
  const units = [...new Map(coded.map((row) => [row.id, row])).values()]
  return answerOf(question, rows, code && units.length > 0 ? { question: code, rows: units } : null)
}
