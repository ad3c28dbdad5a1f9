import 'server-only'
import { listUnitAwards } from '@/lib/awards/book/queries'
import { listAwards } from '@/lib/awards/queries'
import type { AwardDto } from '@/lib/awards/types'
import { getClusterYear, listClusters } from '@/lib/clusters/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { openingPeriod } from '@/lib/periods/rules'
import { CENTRAL_ORGANISER } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Stamp } from '@/lib/platform/auth/token'
import { calendarDay } from '@/lib/platform/dates'
import { databaseNow, query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { readableReportsSql } from '@/lib/reports/policy'
import { reportOfSql } from '@/lib/reports/queries'
import { sourceCitation } from '@/lib/sources/labels'
import { getNationalTable, getNationalYear, nationalYearSql } from '@/lib/summaries/national/queries'
import { nationalInput } from '@/lib/summaries/national/rules'
import type { NationalCluster } from '@/lib/summaries/national/types'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { ClusterSummary } from '@/lib/summaries/types'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { summariseUnitYear } from '@/lib/summaries/unit-years/rules'
import { designationSql, findUnitOfYear } from '@/lib/units/queries'
import { toIndicator, toNationalSummary, toSummary, toUnitReport } from './figures/rules'
import { pageOf } from './rules'
import type {
  AwardItem,
  ClusterItem,
  NationalSummary,
  SetIndicatorItem,
  Summary,
  UnitItem,
  UnitReport,
} from './types'

const LINEAGE = (from: string, to: string) => `(select coalesce(json_agg(json_build_object('slug', o.slug,
    'name', ${designationSql('name', 'o.id')}, 'on', s.date) order by o.slug), '[]')
  from unit_successions s join units o on o.id = s.${to} where s.${from} = u.id)`

const UNITS_AS_OF = `
select u.id, u.slug, d.code, d.name, d.kind, to_char(u.valid_from, 'YYYY-MM-DD') as "validFrom",
  to_char(u.valid_to, 'YYYY-MM-DD') as "validTo",
  (select coalesce(json_agg(a.alias order by a.alias), '[]') from unit_aliases a where a.unit_id = u.id) as aliases,
  ${LINEAGE('successor_id', 'predecessor_id')} as predecessors,
  ${LINEAGE('predecessor_id', 'successor_id')} as successors
from units u
join lateral (select d.name, d.kind, d.code from unit_designations d
  where d.unit_id = u.id and coalesce(d.valid_from, '-infinity') <= $1::date and coalesce(d.valid_to, 'infinity') > $1::date
  order by d.valid_from desc nulls last limit 1) d on true
where u.level = 'PROVINCE' and coalesce(u.valid_from, '-infinity') <= $1::date
  and coalesce(u.valid_to, 'infinity') > $1::date and ($2::text is null or d.code = $2)`

async function unitsAsOf(day: string, code: string | null): Promise<(UnitItem & { id: string })[]> {
  const rows = await query<UnitItem & { id: string }>(UNITS_AS_OF, [day, code])
  return rows.sort((a, b) => compareVietnamese(a.name, b.name))
}

/** Units that exist on a day, under the names and codes of that day, by the alphabet; today where no day is asked for. */
export async function listUnitsAsOf(
  _actor: Actor,
  { asOf, code }: { asOf?: string; code?: string },
): Promise<{ asOf: string; items: UnitItem[] }> {
  const day = asOf ?? calendarDay(await databaseNow())
  const rows = await unitsAsOf(day, code ?? null)
  return { asOf: day, items: rows.map(({ id: _id, ...item }) => item) }
}

/** Clusters of every dated set, current sets first. */
export async function listClusterItems(actor: Actor): Promise<ClusterItem[]> {
  const ref = (unit: { slug: string; name: string } | null) => unit && { slug: unit.slug, name: unit.name }
  return (await listClusters(actor)).map((cluster) => ({
    slug: cluster.slug,
    name: cluster.name,
    set: {
      slug: cluster.set.slug,
      name: cluster.set.name,
      organiser: cluster.set.organiser,
      validFrom: cluster.set.validFrom,
      validTo: cluster.set.validTo,
    },
    year: cluster.year,
    years: cluster.years,
    theme: cluster.theme,
    head: ref(cluster.head),
    deputy: ref(cluster.deputy),
    members: cluster.members.map((member) => ref(member)!),
    illustrative: cluster.illustrative,
  }))
}

/** Indicators of a year's national set and, where a cluster is named, of its own; null for an unknown year or cluster. */
export async function listIndicatorItems(
  actor: Actor,
  { year, cluster }: { year: number; cluster?: string },
): Promise<SetIndicatorItem[] | null> {
  const [reach] = cluster
    ? await query<{ emulationYearId: string; clusterId: string | null }>(
        `select cy.emulation_year_id as "emulationYearId", c.id as "clusterId"
           from clusters c join cluster_years cy on cy.cluster_id = c.id where c.slug = $1 and cy.year = $2`,
        [cluster, year],
      )
    : await query<{ emulationYearId: string; clusterId: string | null }>(
        `select y.id as "emulationYearId", null::uuid as "clusterId"
           from emulation_years y join organisers o on o.id = y.organiser_id where o.slug = $1 and y.year = $2`,
        [CENTRAL_ORGANISER, year],
      )
  if (!reach) return null
  const rows = await listIndicators(actor, { ...reach, unitId: null })
  return rows.map((row) => ({
    ...toIndicator({ ...row, lastId: null }),
    scope: row.scope === 'CLUSTER' ? 'CLUSTER' : 'NATIONAL',
    definition: row.definition,
    parts: row.parts,
  }))
}

const toAward = (award: AwardDto): AwardItem => ({
  id: award.id,
  year: award.year,
  type: { code: award.type.code, name: award.type.name, issuer: award.type.issuer },
  recipientKind: award.recipientKind,
  unit: award.unit && { slug: award.unit.slug, name: award.unit.name },
  recipient: award.recipient,
  decision: award.decision && {
    number: award.decision.number,
    decidedOn: award.decision.decidedOn,
    issuer: award.decision.issuer,
  },
  source: award.source && sourceCitation(award.source),
  illustrative: award.illustrative,
})

/** Awards given, newest year first; null for an unknown unit. An award stays with the unit of its time. */
export async function listAwardItems(
  actor: Actor,
  filter: { year?: number; type?: string; unit?: string },
): Promise<AwardItem[] | null> {
  if (!filter.unit)
    return (await listAwards(actor, { year: filter.year, typeCode: filter.type })).map(toAward)
  const [unit] = await query<{ id: string }>(`select id from units where slug = $1`, [filter.unit])
  if (!unit) return null
  const awards = await listUnitAwards(actor, unit.id, { withPredecessors: false })
  return awards
    .filter(
      ({ year, type }) =>
        (filter.year === undefined || year === filter.year) &&
        (filter.type === undefined || type.code === filter.type),
    )
    .map(toAward)
}

/**
 * Version of everything a cluster's summary is made of, whoever reads it: the reports of its members and their figures by
 * row version, all else by the reference data's. `$2` slug, `$3` year, `$4` period or null for all of them.
 */
const SUMMARY_STAMP = `(
  SELECT concat((SELECT transaction_id FROM reference_version), '.',
      md5(string_agg(concat(r.row_version, '.', p.xmin), ',' ORDER BY r.id)))
    FROM clusters c JOIN cluster_years cy ON cy.cluster_id = c.id AND cy.year = $3
    JOIN emulation_years ey ON ey.id = cy.emulation_year_id
    JOIN emulation_years y ON y.organiser_id = ey.organiser_id AND y.year IN (ey.year, ey.year - 1)
    JOIN reporting_periods rp ON rp.emulation_year_id = y.id
     AND ($4::"PeriodKind" IS NULL OR rp.kind = $4 OR (rp.kind = 'REGISTRATION' AND y.id = ey.id))
    JOIN cluster_memberships m ON m.cluster_year_id = cy.id
    JOIN LATERAL ${reportOfSql('m.unit_id', 'rp.id')} r ON true
    LEFT JOIN report_projections p ON p.report_id = r.id
   WHERE c.slug = $2)`

export function summaryStamp(slug: string, year: number, period?: Summary['period']): Stamp {
  return { sql: SUMMARY_STAMP, params: [slug, year, period ?? null] }
}

/** What of the reader decides which reports she sees: the same rights see the same summary. */
export function readingRights(actor: Actor): string {
  return JSON.stringify(readableReportsSql(actor, 'r', 1).params)
}

/** Official codes at the end of a year of the members of the cluster-years whose `column` is `id`. */
async function codesOf(column: 'id' | 'emulation_year_id', id: string, year: number) {
  const rows = await query<{ id: string; code: string | null }>(
    `select u.id, ${designationSql('code', 'u.id', '$2::int')} as code from cluster_years cy
       join cluster_memberships m on m.cluster_year_id = cy.id join units u on u.id = m.unit_id where cy.${column} = $1`,
    [id, year],
  )
  return new Map(rows.map(({ id: unitId, code }) => [unitId, code]))
}

/** The table of a cluster-year and period with totals, percentages and places; null for an unknown cluster or year. */
export async function getClusterSummary(
  actor: Actor,
  slug: string,
  year: number,
  wanted?: Summary['period'],
): Promise<Summary | null> {
  const clusterYear = await getClusterYear(actor, slug, year)
  if (!clusterYear) return null
  const period = wanted ?? clusterYear.openingPeriod
  const [table, codes] = await Promise.all([
    getClusterTable(actor, clusterYear, period),
    codesOf('id', clusterYear.id, year),
  ])
  return toSummary(clusterYear, period, summariseClusterYear(table), codes)
}

/** As {@link SUMMARY_STAMP}, for all clusters of a year. `$2` year, `$3` period or null for all of them. */
const NATION_STAMP = `(
  SELECT concat((SELECT transaction_id FROM reference_version), '.',
      md5(string_agg(concat(r.xmin, '.', p.xmin), ',' ORDER BY r.id)))
    FROM (${nationalYearSql('$2')}) ey JOIN reporting_periods rp ON rp.emulation_year_id = ey.id
     AND ($3::"PeriodKind" IS NULL OR rp.kind IN ($3, 'REGISTRATION'))
    JOIN reports r ON r.period_id = rp.id LEFT JOIN report_projections p ON p.report_id = r.id)`

export function nationStamp(year: number, period?: NationalSummary['period']): Stamp {
  return { sql: NATION_STAMP, params: [year, period ?? null] }
}

/** Each unit's row of the national table with the first cluster that has it. */
function inCluster({ rows }: ClusterSummary) {
  const left = new Map(rows.map((row) => [row.unit.id, row]))
  return (cluster: NationalCluster) =>
    cluster.units.flatMap(({ id }) => {
      const row = left.get(id)
      left.delete(id)
      return row ? [{ cluster, row }] : []
    })
}

/** A page of the national table of a year and period with the totals of all; null for an unknown year or page. */
export async function getNationalSummary(
  actor: Actor,
  year: number,
  { period: wanted, ...page }: { period?: NationalSummary['period']; limit: number; cursor?: string },
): Promise<NationalSummary | null> {
  const head = await getNationalYear(actor, year)
  if (!head) return null
  const period = wanted ?? openingPeriod(head.periods)
  const [{ table }, codes] = await Promise.all([
    getNationalTable(actor, head.emulationYearId, period),
    codesOf('emulation_year_id', head.emulationYearId, year),
  ])
  const content = table()
  const summary = summariseClusterYear(nationalInput(head, period, content))
  const shown = pageOf(content.clusters.flatMap(inCluster(summary)), ({ row }) => row.unit.slug, page)
  const illustrative = content.clusters.some((cluster) => cluster.illustrative)
  return (
    shown &&
    toNationalSummary({ head, period, summary, rows: shown.items, next: shown.next, illustrative }, codes)
  )
}

/**
 * A unit's year as far as the reader may see it; null for an unknown unit. `slug` may be an official code of two digits,
 * which means the unit that bears it on `asOf` (the last day of the year unless said).
 */
export async function getUnitReport(
  actor: Actor,
  slug: string,
  year: number,
  { period, asOf }: { period?: UnitReport['reports'][number]['period']; asOf?: string },
): Promise<UnitReport | null> {
  const day = asOf ?? `${year}-12-31`
  const byCode = /^\d{2}$/.test(slug)
  const [bearer] = byCode ? await unitsAsOf(day, slug) : []
  const unit = byCode ? (bearer ?? null) : await findUnitOfYear(actor, slug, year)
  if (!unit) return null
  const [unitYear, [coded]] = await Promise.all([
    getUnitYear(actor, unit.id, year),
    query<{ code: string | null; name: string }>(
      `select ${designationSql('code', 'u.id', '$2::int')} as code, ${designationSql('name', 'u.id', '$2::int')} as name
         from units u where u.id = $1`,
      [unit.id, year],
    ),
  ])
  const ref = { id: unit.id, slug: unit.slug, name: coded?.name ?? unit.name }
  return toUnitReport(
    { slug: unit.slug, code: coded?.code ?? null, name: ref.name },
    year,
    unitYear,
    summariseUnitYear(ref, unitYear),
    period,
  )
}
