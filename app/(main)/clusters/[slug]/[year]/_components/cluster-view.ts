import 'server-only'
import { cache } from 'react'
import { clusterTableHtml } from '@/components/summaries/cluster-table'
import { keptUnder, renderOnce, type Rendered } from '@/components/summaries/rendered-store'
import { getClusterHistory, getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { RESULT_PERIOD_KINDS, type PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { RowStatus, Sentence } from '@/lib/summaries/types'
import { readYear, type TableView } from './address'

/** What the page shows beside the table itself. */
export type TableFacts = {
  sentences: Sentence[]
  groups: { name: string; position: number }[]
  statuses: { unitId: string; reportId: string | null; status: RowStatus }[]
  illustrative: boolean
  empty: boolean
  /** Nothing is known of single units: what sources state is all there is. */
  fromSources: boolean
  hasMarks: boolean
  hasHalf: boolean
  hasLast: boolean
}

/** The cluster-year of an address for its title and its page, read once. */
export const loadClusterYear = cache(async (actor: Actor, slug: string, yearText: string) => {
  const year = readYear(yearText)
  return year === null ? null : getClusterYear(actor, slug, year)
})

/** The years of its cluster, for the page of a year that is missing. */
export const loadClusterHistory = cache(getClusterHistory)

/** The latest period with anything in it; before there is any, the first that can be reported. */
export function openingPeriod(clusterYear: ClusterYearDto): PeriodKind {
  const kinds = clusterYear.periods.filter(({ kind }) => kind !== 'REGISTRATION')
  const withData = kinds.filter(({ hasData }) => hasData)
  const latest = (withData.length > 0 ? withData : kinds.slice(0, 1)).map(({ kind }) => kind)
  return RESULT_PERIOD_KINDS.findLast((kind) => latest.includes(kind)) ?? 'YEAR_FINAL'
}

/** The cluster table as the address asks for it. */
export async function viewClusterTable(
  actor: Actor,
  clusterYear: ClusterYearDto,
  view: TableView,
): Promise<Rendered<TableFacts>> {
  const period = view.period ?? openingPeriod(clusterYear)
  const scope = JSON.stringify([
    clusterYear.id,
    clusterYear.year,
    clusterYear.periods,
    period,
    view.group,
    view.compare,
    clusterYear.members,
    clusterYear.headships,
  ])
  const held = keptUnder<TableFacts>(scope)
  const table = await getClusterTable(actor, clusterYear, period, [...held.keys()])
  const make = () => {
    const summary = summariseClusterYear(table.input())
    const groups = [...new Map(summary.indicators.map(({ group }) => [group.id, group])).values()]
    const group = view.group === null ? undefined : groups[view.group - 1]
    const shown = summary.indicators
      .map((indicator, index) => ({ indicator, index, column: summary.columns[index]! }))
      .filter(({ indicator }) => !group || indicator.group.id === group.id)
      // Without figures of units only what the cluster itself reported can fill a column.
      .filter(({ column }) => summary.hasUnitFigures || !summary.hasReported || column.reported !== null)
    return {
      html: clusterTableHtml(summary, {
        year: clusterYear.year,
        members: clusterYear.members,
        headships: clusterYear.headships,
        columns: shown.map(({ index }) => index),
        compare: view.compare && summary.hasLast,
      }),
      extra: {
        sentences: summary.sentences,
        groups: groups.map(({ name }, index) => ({ name, position: index + 1 })),
        statuses: summary.rows.map((row) => ({
          unitId: row.unit.id,
          reportId: row.reportId,
          status: row.status,
        })),
        illustrative: summary.illustrative,
        empty: shown.length === 0 || (!summary.hasUnitFigures && !summary.hasReported && !table.collected),
        fromSources: !summary.hasUnitFigures && !table.collected,
        hasMarks: summary.judged > 0,
        hasHalf: summary.rows.some((row) => row.counts.HALF > 0),
        hasLast: summary.hasLast,
      },
    }
  }
  return renderOnce(scope, table.key, make, held)
}
