import 'server-only'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { neverSentSql } from '@/lib/reports/queries'
import { readsTotals } from '../policy'
import { isInterim } from '../rules'
import { keepTotals, type KeptTotals } from './commands'
import { sumUp } from './rules'
import type { ClusterYearTotals, SummedIndicator, SummedReport } from './types'

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
  follows: boolean
  members: number
  current: boolean
  reports: number
  confirmed: number
  illustrative: boolean
}
type KeptRow = { clusterYearId: string; year: null; totals: ClusterYearTotals['totals'] }

// Heads and what is kept of them come as rows of their own, to be joined here: the planner takes either for a single row,
// and of thousands would compare each with each.
const totalsSql = (someIndicators: boolean) => `
with scope as materialized (
  select cy.id, cy.cluster_id, cy.year, cy.emulation_year_id, p.id as period_id,
    ($4::boolean or cy.id = any($5::uuid[])) as follows,
    h.generation is not null and h.generation = coalesce(g.generation, 0) as current, h.generation as held,
    h.confirmed_units, h.sent_units, h.illustrative
  from cluster_years cy
  join reporting_periods p on p.emulation_year_id = cy.emulation_year_id and p.kind = $3::"PeriodKind"
  left join summary_generations g on g.cluster_year_id = cy.id
  left join cluster_period_summaries h on h.cluster_year_id = cy.id and h.period_id = p.id
  where cy.year between $1 and $2 and ($6::uuid[] is null or cy.cluster_id = any($6::uuid[]))
), kept as materialized (
  select x.cluster_year_id, x.period_id, json_object_agg(x.indicator_id,
      case when s.follows then coalesce(x.sent, x.confirmed) else x.confirmed end) as totals
  from scope s join indicator_summaries x on x.period_id = s.period_id and x.cluster_year_id = s.id
    and x.generation = s.held ${someIndicators ? 'and x.indicator_id = any($7::uuid[])' : ''}
  where s.current and x.period_id = any(array(select distinct period_id from scope))
  group by x.cluster_year_id, x.period_id
), sizes as materialized (
  select m.cluster_year_id, count(*)::int as members from cluster_memberships m
  where m.cluster_year_id in (select id from scope) group by m.cluster_year_id
)
select s.id as "clusterYearId", s.cluster_id as "clusterId", s.year, s.emulation_year_id as "emulationYearId",
  s.period_id as "periodId", s.follows, coalesce(z.members, 0) as members, s.current,
  case when s.follows then s.sent_units else s.confirmed_units end as reports, s.confirmed_units as confirmed, s.illustrative,
  null::json as totals
from scope s left join sizes z on z.cluster_year_id = s.id
union all select k.cluster_year_id, null, null, null, null, null, null, null, null, null, null, k.totals from kept k
order by year nulls last`

/**
 * What the clusters of some years add up to in a period, as far as the reader may see it: what was sent where she
 * follows the cluster, what was confirmed elsewhere. Read from summaries of the current generation; what has changed since
 * is added up anew from its reports, and kept.
 */
export async function listClusterTotals(actor: Actor, scope: TotalsScope): Promise<ClusterYearTotals[]> {
  const { all, followed } = readsTotals(actor)
  if (all === 'NOTHING') return []
  const found = await query<HeadRow | KeptRow>(totalsSql(scope.indicatorIds !== null), [
    scope.from,
    scope.to,
    scope.period,
    all === 'SENT',
    followed,
    scope.clusterIds,
    ...(scope.indicatorIds ? [scope.indicatorIds] : []),
  ])
  const rows = found.filter((row): row is HeadRow => row.year !== null)
  const held = new Map(found.flatMap((row) => (row.year === null ? [[row.clusterYearId, row.totals]] : [])))
  const anew = new Map<string, KeptTotals>()
  const behind = rows.filter(({ current }) => !current)
  for (let start = 0; start < behind.length; start += BATCH) {
    const fresh = await addUp(behind.slice(start, start + BATCH), scope.period)
    await keepTotals(fresh)
    for (const one of fresh) anew.set(one.clusterYearId, one)
  }
  return rows.map(({ clusterYearId, clusterId, year, members, follows, ...row }) => {
    const fresh = anew.get(clusterYearId)
    const head = { clusterYearId, clusterId, year, members }
    if (!fresh)
      return {
        ...head,
        reports: row.reports,
        confirmed: row.confirmed,
        illustrative: row.illustrative,
        totals: held.get(clusterYearId) ?? {},
      }
    const totals = follows ? (fresh.sent ?? fresh.confirmed) : fresh.confirmed
    const reports = follows ? fresh.sentUnits : fresh.confirmedUnits
    return { ...head, reports, confirmed: fresh.confirmedUnits, illustrative: fresh.illustrative, totals }
  })
}

const BATCH = 200

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
