import 'server-only'
import { createHash } from 'node:crypto'
import { cache } from 'react'
import { clusterTableHtml } from '@/components/summaries/cluster-table'
import { keptUnder, renderOnce, type Rendered } from '@/components/summaries/rendered-store'
import { getClusterHistory, getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { askedOnce } from '@/lib/platform/early'
import { findClusterTable, getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { RowStatus, Sentence, TableInput } from '@/lib/summaries/types'
import { readYear } from './address'
import type { TableView } from './cluster-href'

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

type ClusterYearView = { clusterYear: ClusterYearDto; period: PeriodKind; table: Rendered<TableFacts> }

/** The cluster-year of an address for its title and its page, read once. */
export const loadClusterYear = cache(async (actor: Actor, slug: string, yearText: string) => {
  const year = readYear(yearText)
  return year === null
    ? null
    : askedOnce(`cluster-year ${slug} ${year}`, () => getClusterYear(actor, slug, year))
})

/** The years of its cluster, for the page of a year that is missing. */
export const loadClusterHistory = cache(getClusterHistory)

/** Names what the table's HTML tells beside its content: of the period, and of the cluster-year itself. */
const surroundings = (period: PeriodKind, { id, members, headships, periods }: ClusterYearDto) =>
  createHash('sha1')
    .update(JSON.stringify([period, id, members, headships, periods]))
    .digest('base64url')

/**
 * The cluster-year of an address and its table as the address asks for it; null for an unknown one. Both are asked for at
 * once: a table kept for the address is known by its key, and only where the cluster-year itself has changed is the
 * content fetched after all.
 */
export async function viewClusterYear(
  actor: Actor,
  slug: string,
  yearText: string,
  view: TableView,
): Promise<ClusterYearView | null> {
  const year = readYear(yearText)
  if (year === null) return null
  const scope = JSON.stringify([slug, year, view.period, view.group, view.compare])
  return askedOnce(`cluster-view ${scope}`, () => readClusterYear(actor, slug, year, view, scope))
}

async function readClusterYear(
  actor: Actor,
  slug: string,
  year: number,
  view: TableView,
  scope: string,
): Promise<ClusterYearView | null> {
  const held = keptUnder<TableFacts>(scope)
  const known = [...held.keys()].map((key) => key.slice(0, key.indexOf(' ')))
  const [clusterYear, found] = await Promise.all([
    loadClusterYear(actor, slug, String(year)),
    findClusterTable(actor, slug, year, view.period, known),
  ])
  if (!clusterYear || !found) return null
  const { period } = found
  const key = `${found.key} ${surroundings(period, clusterYear)}`
  const content = held.has(key)
    ? null
    : (found.input(clusterYear) ?? (await getClusterTable(actor, clusterYear, period)))
  const table = renderOnce(scope, key, () => printTable(clusterYear, view, content!), held)
  return { clusterYear, period, table }
}

function printTable(
  clusterYear: ClusterYearDto,
  view: TableView,
  content: TableInput,
): { html: string; extra: TableFacts } {
  const summary = summariseClusterYear(content)
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
      empty: shown.length === 0 || (!summary.hasUnitFigures && !summary.hasReported && !content.collected),
      fromSources: !summary.hasUnitFigures && !content.collected,
      hasMarks: summary.judged > 0,
      hasHalf: summary.rows.some((row) => row.counts.HALF > 0),
      hasLast: summary.hasLast,
    },
  }
}
