import 'server-only'
import { nationalTableHtml } from '@/components/summaries/national-table'
import { keptUnder, renderOnce, type Rendered } from '@/components/summaries/rendered-store'
import { RESULT_PERIOD_KINDS, type PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { getNationalTable } from '@/lib/summaries/national/queries'
import type { NationalYear } from '@/lib/summaries/national/types'
import { summariseClusterYear } from '@/lib/summaries/rules'

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

export function openingNationalPeriod({ periods }: NationalYear): PeriodKind {
  return (
    RESULT_PERIOD_KINDS.findLast((kind) => periods.some((p) => p.kind === kind && p.hasData)) ?? 'YEAR_FINAL'
  )
}

/** The national table of a period, printed once for the same content. */
export async function viewNationalTable(
  actor: Actor,
  national: NationalYear,
  period: PeriodKind,
): Promise<Rendered<NationalFacts>> {
  const scope = JSON.stringify(['national', national.emulationYearId, period, national.periods])
  const held = keptUnder<NationalFacts>(scope)
  const { key, table } = await getNationalTable(actor, national.emulationYearId, period, [...held.keys()])
  const make = () => {
    const { clusters, indicators, reports, reported } = table()
    const collected = national.periods.some(({ kind, dueAt }) => kind === period && dueAt !== null)
    const summarise = (units: (typeof clusters)[number]['units']) =>
      summariseClusterYear({ year: national.year, period, units, indicators, reports, reported, collected })
    const all = [...new Map(clusters.flatMap(({ units }) => units).map((unit) => [unit.id, unit])).values()]
    const nation = summarise(all)
    return {
      html: nationalTableHtml(
        clusters.map((cluster) => ({ cluster, summary: summarise(cluster.units) })),
        nation,
        national.year,
      ),
      extra: {
        units: all.length,
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
