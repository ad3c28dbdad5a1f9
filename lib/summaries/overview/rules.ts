import { completionOf } from '@/lib/indicators/rules'
import { compareDecimals } from '@/lib/platform/numbers/decimal'
import { addTotals, readTotal } from '../totals/rules'
import type { ClusterYearTotals, IndicatorTotal } from '../totals/types'
import type { TableIndicator } from '../types'
import type { IndicatorStanding, LeadingCluster } from './types'

/** Every national indicator over all clusters, with the cluster that went furthest towards its target. */
export function standingsOf(
  indicators: readonly TableIndicator[],
  totals: readonly ClusterYearTotals[],
  clusters: readonly LeadingCluster[],
): IndicatorStanding[] {
  const byId = new Map(clusters.map((cluster) => [cluster.clusterYearId, cluster]))
  return indicators.map((indicator) => {
    const parts = totals.flatMap(({ clusterYearId, totals: own }) => {
      const total = own[indicator.id]
      return total ? [{ clusterYearId, total: readTotal(indicator.kind, total) }] : []
    })
    let best: IndicatorStanding['best'] = null
    for (const { clusterYearId, total } of parts) {
      const percent = percentOf(total, indicator)
      const cluster = byId.get(clusterYearId)
      if (cluster && percent !== null && (best === null || compareDecimals(percent, best.percent) > 0))
        best = { cluster, percent }
    }
    return {
      indicator,
      total: addTotals(
        parts.map(({ total }) => total),
        indicator,
      ),
      best,
    }
  })
}

const percentOf = (total: IndicatorTotal, indicator: TableIndicator): string | null =>
  completionOf(total.value, total.target, indicator).percent

/** Of the cells of a cluster that have a class, how many are met or exceeded. */
export function metCells(totals: ClusterYearTotals): { met: number; judged: number } {
  let [met, judged] = [0, 0]
  for (const { c } of Object.values(totals.totals)) {
    met += c[2] + c[3]
    judged += c[0] + c[1] + c[2] + c[3]
  }
  return { met, judged }
}
