import 'server-only'
import { createHash } from 'node:crypto'
import { nationalClustersHtml } from '@/components/summaries/national-clusters'
import { nationalTableHtml } from '@/components/summaries/national-table'
import { keptUnder, renderOnce, type Rendered } from '@/components/summaries/rendered-store'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { getNationalTable } from '@/lib/summaries/national/queries'
import { nationalInput } from '@/lib/summaries/national/rules'
import type { NationalYear } from '@/lib/summaries/national/types'
import { listLeadingClusters, listNationalIndicators } from '@/lib/summaries/overview/queries'
import { isInterim, summariseClusterYear } from '@/lib/summaries/rules'
import { listClusterTotals } from '@/lib/summaries/totals/queries'

export type NationalFacts = {
  units: number
  clusters: number
  reporting: number
  confirmed: number
  judged: number
  metByAll: number
  illustrative: boolean
  indicators: number
}

/** More units than one table is read for: then a row stands for a cluster, and leads to its units. */
const MOST_UNITS = 150
export const isLarge = ({ units }: NationalYear): boolean => units > MOST_UNITS

/** The national table of a period, printed once for the same content. */
export async function viewNationalTable(
  actor: Actor,
  national: NationalYear,
  period: PeriodKind,
): Promise<Rendered<NationalFacts>> {
  if (isLarge(national)) return viewClusters(actor, national, period)
  const scope = JSON.stringify([
    'national',
    national.emulationYearId,
    period,
    national.periods,
    national.provinces,
  ])
  const held = keptUnder<NationalFacts>(scope)
  const { key, table } = await getNationalTable(actor, national.emulationYearId, period, [...held.keys()])
  const make = () => {
    const content = table()
    const { clusters, indicators } = content
    const input = nationalInput(national, period, content)
    const nation = summariseClusterYear(input)
    return {
      html: nationalTableHtml(
        clusters.map((cluster) => ({
          cluster,
          summary: summariseClusterYear({ ...input, units: cluster.units }),
        })),
        nation,
        national,
      ),
      extra: {
        units: input.units.length,
        clusters: clusters.length,
        reporting: nation.reporting,
        confirmed: nation.rows.filter(({ status }) => status === 'CONFIRMED').length,
        judged: nation.judged,
        metByAll: nation.metByAll,
        illustrative: nation.illustrative || clusters.some((cluster) => cluster.illustrative),
        indicators: indicators.length,
      },
    }
  }
  return renderOnce(scope, key, make, held)
}

async function viewClusters(
  actor: Actor,
  national: NationalYear,
  period: PeriodKind,
): Promise<Rendered<NationalFacts>> {
  const { emulationYearId, year, provinces } = national
  const [all, clusters, indicators] = await Promise.all([
    listClusterTotals(actor, { from: year, to: year, period, clusterIds: null, indicatorIds: null }),
    listLeadingClusters(actor, emulationYearId),
    listNationalIndicators(actor, emulationYearId),
  ])
  const byId = new Map(all.map((one) => [one.clusterYearId, one]))
  const rows = clusters.flatMap((cluster) => {
    const totals = byId.get(cluster.clusterYearId)
    return totals ? [{ cluster, totals }] : []
  })
  const content = JSON.stringify([rows, indicators, provinces])
  const key = createHash('sha256').update(content).digest('base64url')
  return renderOnce(`nation of clusters ${emulationYearId} ${period}`, key, () => ({
    html: nationalClustersHtml(rows, indicators, { year, provinces, interim: isInterim(period) }),
    extra: {
      units: national.units,
      clusters: clusters.length,
      reporting: rows.reduce((sum, { totals }) => sum + totals.reports, 0),
      confirmed: rows.reduce((sum, { totals }) => sum + totals.confirmed, 0),
      judged: 0,
      metByAll: 0,
      illustrative: rows.some(({ totals }) => totals.illustrative),
      indicators: indicators.length,
    },
  }))
}
