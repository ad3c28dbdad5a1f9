import 'server-only'
import { columnUnit } from '@/lib/summaries/cells/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { compareClusters, compareUnits, MOST_CELLS } from '@/lib/summaries/compare/rules'
import {
  listClosedReports,
  listComparedUnits,
  listUnitCells,
  listYearIndicatorIds,
} from '@/lib/summaries/compare/queries'
import type { Comparison, ComparisonChoices, Resolved } from '@/lib/summaries/compare/types'
import { listClusterTotals } from '@/lib/summaries/totals/queries'
import { printCompared } from './print-cell'
import type { PrintedHeat } from './printed'

/** Every indicator of the last year for every row; null where there are too many rows for a table to be read. */
export async function heatOf(
  actor: Actor,
  ask: Resolved,
  choices: ComparisonChoices,
  { rows: known }: Comparison,
): Promise<PrintedHeat | null> {
  const indicators = choices.indicators.filter(({ years }) => years.includes(ask.to))
  if (known.length * indicators.length > MOST_CELLS) return null
  const compare =
    ask.compared === 'CLUSTERS' ? await ofClusters(actor, ask, choices) : await ofUnits(actor, ask, choices)
  const columns = indicators.map((indicator) => ({ indicator, comparison: compare(indicator) }))
  const told = columns.filter(({ comparison }) =>
    comparison.rows.some(({ figures }) => figures[0]?.value || figures[0]?.reason),
  )
  const rows = new Map<string, PrintedHeat['rows'][number]>()
  told.forEach(({ indicator, comparison }, column) => {
    for (const row of comparison.rows) {
      const line = rows.get(row.key) ?? {
        key: row.key,
        name: row.name,
        href: row.href(ask.to),
        cells: told.map(() => null),
      }
      line.cells[column] = printCompared(row.figures[0] ?? null, indicator, ask, row.href(ask.to))
      rows.set(row.key, line)
    }
  })
  const order = new Map(known.map(({ key }, index) => [key, index]))
  return {
    columns: told.map(({ indicator }) => ({
      code: indicator.code,
      name: indicator.shortName,
      measure: columnUnit(indicator),
    })),
    rows: [...rows.values()].sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0)),
  }
}

type Compare = (indicator: ComparisonChoices['indicators'][number]) => Comparison

async function ofUnits(actor: Actor, ask: Resolved, choices: ComparisonChoices): Promise<Compare> {
  const clusterId = choices.clusters.find(({ slug }) => slug === ask.cluster)?.id ?? null
  const units = await listComparedUnits(actor, { from: ask.to, to: ask.to, clusterId })
  const scope = { unitIds: units.map(({ id }) => id), years: [ask.to], period: ask.period }
  const [cells, closed] = await Promise.all([
    listUnitCells(actor, { ...scope, code: null }),
    listClosedReports(actor, scope),
  ])
  const byCode = new Map<string, typeof cells>()
  for (const cell of cells) byCode.set(cell.code, [...(byCode.get(cell.code) ?? []), cell])
  return (indicator) =>
    compareUnits(
      { ask: { ...ask, code: indicator.code }, indicator, years: [ask.to], shortened: false },
      units,
      byCode.get(indicator.code) ?? [],
      closed,
    )
}

async function ofClusters(actor: Actor, ask: Resolved, choices: ComparisonChoices): Promise<Compare> {
  const [totals, ids] = await Promise.all([
    listClusterTotals(actor, {
      from: ask.to,
      to: ask.to,
      period: ask.period,
      clusterIds: null,
      indicatorIds: null,
    }),
    listYearIndicatorIds(actor, ask.to),
  ])
  return (indicator) =>
    compareClusters(
      { ask: { ...ask, code: indicator.code, base: 'TOTAL' }, indicator, years: [ask.to] },
      choices.clusters,
      totals,
      ids
        .filter(({ code }) => code === indicator.code)
        .map(({ id }) => ({ id, year: ask.to, isBase: false })),
      [],
    )
}
