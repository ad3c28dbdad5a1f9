import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { neverSentSql } from '@/lib/reports/queries'
import { readsTotals } from '../policy'
import { isInterim } from '../rules'
import { keepTotals, type KeptTotals } from './commands'
import { sumUp } from './rules'
import type { ClusterTotal, ClusterYearTotals, SummedIndicator, SummedReport } from './types'

export type TotalsScope = {
  from: number
  to: number
  period: PeriodKind
  /** Only these clusters; null for all. */
  clusterIds: readonly string[] | null
  /** Only these indicators; null for all. */
  indicatorIds: readonly string[] | null
}

type HeadRow = {
  clusterYearId: string
  clusterId: string
  year: number
  emulationYearId: string
  periodId: string
}

/** Cluster-years, generations, heads of what is kept, and totals, each a list of their own. */
type TotalsRow = {
  periods: [id: string, emulationYearId: string][]
  scope: [id: string, clusterId: string, year: number, emulationYearId: string][]
  generations: [clusterYearId: string, generation: number][]
  held: [
    clusterYearId: string,
    generation: number,
    confirmedUnits: number,
    sentUnits: number,
    illustrative: boolean,
  ][]
  kept: [clusterYearId: string, generation: number, indicatorId: string, total: ClusterTotal][]
  sizes: [clusterYearId: string, members: number][]
}

const listSql = (columns: string, from: string) =>
  `(select coalesce(json_agg(json_build_array(${columns})), '[]') from ${from})`

// One statement, so one moment, of lists that are joined in the application: every list is found by the keys of an array,
// whatever the planner believes of tables that an import has just filled. A join it takes for one of single rows would
// compare each of thousands with each.
const totalsSql = (someIndicators: boolean) => `
with asked as materialized (
  select p.id, p.emulation_year_id from emulation_years y
  join reporting_periods p on p.emulation_year_id = y.id and p.kind = $3::"PeriodKind" where y.year between $1 and $2
), scope as materialized (
  select cy.id, cy.cluster_id, cy.year, cy.emulation_year_id from cluster_years cy
  where cy.emulation_year_id = any(array(select emulation_year_id from asked))
    and ($6::uuid[] is null or cy.cluster_id = any($6::uuid[]))
)
select ${listSql('id, emulation_year_id', 'asked')} as periods,
  ${listSql('id, cluster_id, year, emulation_year_id', 'scope')} as scope,
  ${listSql(
    'g.cluster_year_id, g.generation',
    'summary_generations g where g.cluster_year_id = any(array(select id from scope))',
  )} as generations,
  ${listSql(
    'h.cluster_year_id, h.generation, h.confirmed_units, h.sent_units, h.illustrative',
    `cluster_period_summaries h where h.cluster_year_id = any(array(select id from scope))
      and h.period_id = any(array(select id from asked))`,
  )} as held,
  ${listSql(
    `x.cluster_year_id, x.generation, x.indicator_id,
      case when $4::boolean or x.cluster_year_id = any($5::uuid[]) then coalesce(x.sent, x.confirmed) else x.confirmed end`,
    `indicator_summaries x where x.period_id = any(array(select id from asked))
      ${someIndicators ? 'and x.indicator_id = any($7::uuid[])' : ''}
      and ($6::uuid[] is null or x.cluster_year_id in (select id from scope))`,
  )} as kept,
  ${listSql(
    's.cluster_year_id, s.members',
    `(select m.cluster_year_id, count(*)::int as members from cluster_memberships m
      where m.cluster_year_id = any(array(select id from scope)) group by m.cluster_year_id) s`,
  )} as sizes`

/**
 * What the clusters of some years add up to in a period, as far as the reader may see it: what was sent where she
 * follows the cluster, what was confirmed elsewhere. Read from summaries of the current generation; what has changed since
 * is added up anew from its reports, and kept. Earlier years first.
 */
export async function listClusterTotals(actor: Actor, scope: TotalsScope): Promise<ClusterYearTotals[]> {
  const { all, followed } = readsTotals(actor)
  if (all === 'NOTHING') return []
  const [found] = await query<TotalsRow>(totalsSql(scope.indicatorIds !== null), [
    scope.from,
    scope.to,
    scope.period,
    all === 'SENT',
    followed,
    scope.clusterIds,
    ...(scope.indicatorIds ? [scope.indicatorIds] : []),
  ])
  if (!found) return []
  const periods = new Map(found.periods.map(([id, emulationYearId]) => [emulationYearId, id]))
  const generations = new Map(found.generations)
  const sizes = new Map(found.sizes)
  const follows = new Set(followed)
  const held = new Map(
    found.held.flatMap(([id, generation, ...head]) =>
      generation === (generations.get(id) ?? 0) ? [[id, { generation, head }]] : [],
    ),
  )
  const kept = new Map<string, ClusterYearTotals['totals']>()
  for (const [id, generation, indicatorId, total] of found.kept) {
    // What an indicator had before its last figure was taken back stays behind under an earlier generation.
    if (held.get(id)?.generation !== generation) continue
    const totals = kept.get(id)
    if (totals) totals[indicatorId] = total
    else kept.set(id, { [indicatorId]: total })
  }
  const rows = found.scope
    .map(([clusterYearId, clusterId, year, emulationYearId]): HeadRow => ({
      clusterYearId,
      clusterId,
      year,
      emulationYearId,
      periodId: periods.get(emulationYearId)!,
    }))
    .sort((a, b) => a.year - b.year)
  const anew = await addUpAnew(
    rows.filter(({ clusterYearId }) => !held.has(clusterYearId)),
    scope.period,
  )
  return rows.map(({ clusterYearId, clusterId, year }) => {
    const sent = all === 'SENT' || follows.has(clusterYearId)
    const head = { clusterYearId, clusterId, year, members: sizes.get(clusterYearId) ?? 0 }
    const fresh = anew.get(clusterYearId)
    if (fresh) {
      const totals = sent ? (fresh.sent ?? fresh.confirmed) : fresh.confirmed
      const reports = sent ? fresh.sentUnits : fresh.confirmedUnits
      return {
        ...head,
        reports,
        confirmed: fresh.confirmedUnits,
        illustrative: fresh.illustrative,
        totals,
      }
    }
    const [confirmed, sentUnits, illustrative] = held.get(clusterYearId)!.head
    const reports = sent ? sentUnits : confirmed
    return { ...head, reports, confirmed, illustrative, totals: kept.get(clusterYearId) ?? {} }
  })
}

/** So many clusters are added up and kept at a time. */
const BATCH = 200

async function addUpAnew(behind: HeadRow[], period: PeriodKind): Promise<Map<string, KeptTotals>> {
  const anew = new Map<string, KeptTotals>()
  for (let start = 0; start < behind.length; start += BATCH) {
    const fresh = await addUp(behind.slice(start, start + BATCH), period)
    await keepTotals(fresh)
    for (const one of fresh) anew.set(one.clusterYearId, one)
  }
  return anew
}

type SourceRow = {
  clusterYearId: string
  clusterId: string
  emulationYearId: string
  periodId: string
  generation: number
  reports: SummedReport[] | null
}

/** Generation and figures come from one statement, so from one moment. */
const SOURCES = `
select k.id as "clusterYearId", cy.cluster_id as "clusterId", cy.emulation_year_id as "emulationYearId",
  k.period_id as "periodId", coalesce(g.generation, 0) as generation,
  (select json_agg(json_build_object('unitId', r.unit_id, 'confirmed', r.state in ('CONFIRMED', 'LOCKED'),
      'illustrative', r.illustrative, 'cells', coalesce(rp.cells, '{}'),
      'targets', case when not ${neverSentSql('t')} then coalesce(tp.cells, '{}') else '{}' end,
      'targetsConfirmed', coalesce(t.state in ('CONFIRMED', 'LOCKED'), false),
      'notAssigned', (select coalesce(json_agg(ui.indicator_id), '[]') from unit_indicators ui
        where ui.unit_id = r.unit_id and ui.not_assigned)) order by r.unit_id)
    from reports r left join report_projections rp on rp.report_id = r.id
    left join reporting_periods gp on gp.emulation_year_id = cy.emulation_year_id and gp.kind = 'REGISTRATION'
    left join reports t on t.unit_id = r.unit_id and t.period_id = gp.id
    left join report_projections tp on tp.report_id = t.id
    where r.cluster_year_id = k.id and r.period_id = k.period_id and not ${neverSentSql('r')}) as reports
from unnest($1::uuid[], $2::uuid[]) as k(id, period_id)
join cluster_years cy on cy.id = k.id
left join summary_generations g on g.cluster_year_id = k.id`

const INDICATORS = `
select st.emulation_year_id as "emulationYearId", st.cluster_id as "clusterId", i.id, i.code, i.kind, i.aggregation,
  i.direction, cs.bands
from indicator_sets st join completion_schemes cs on cs.id = st.completion_scheme_id join indicators i on i.set_id = st.id
where st.emulation_year_id = any($1::uuid[]) and st.scope in ('NATIONAL', 'CLUSTER')`

async function addUp(keys: HeadRow[], period: PeriodKind): Promise<KeptTotals[]> {
  const years = [...new Set(keys.map(({ emulationYearId }) => emulationYearId))]
  const indicators = await query<SummedIndicator & { emulationYearId: string; clusterId: string | null }>(
    INDICATORS,
    [years],
  )
  const sources = await query<SourceRow>(SOURCES, [
    keys.map(({ clusterYearId }) => clusterYearId),
    keys.map(({ periodId }) => periodId),
  ])
  const interim = isInterim(period)
  return sources.map(({ clusterYearId, clusterId, emulationYearId, periodId, generation, reports }) => {
    const own = indicators.filter(
      (one) => one.emulationYearId === emulationYearId && (one.clusterId ?? clusterId) === clusterId,
    )
    const sent = reports ?? []
    const confirmed = sent.filter((report) => report.confirmed)
    const plain = confirmed.length === sent.length && sent.every(({ targetsConfirmed }) => targetsConfirmed)
    return {
      clusterYearId,
      periodId,
      generation,
      confirmedUnits: confirmed.length,
      sentUnits: sent.length,
      illustrative: sent.some(({ illustrative }) => illustrative),
      confirmed: sumUp(
        own,
        confirmed.map((report) => (report.targetsConfirmed ? report : { ...report, targets: {} })),
        interim,
      ),
      sent: plain ? null : sumUp(own, sent, interim),
    }
  })
}
