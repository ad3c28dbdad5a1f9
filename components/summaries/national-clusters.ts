import { escapeHtml } from '@/components/ui/html'
import { completionOf } from '@/lib/indicators/rules'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import type { LeadingCluster } from '@/lib/summaries/overview/types'
import { onTheWay } from '@/lib/summaries/rules'
import { addTotals, readTotal } from '@/lib/summaries/totals/rules'
import type { ClusterYearTotals, IndicatorTotal } from '@/lib/summaries/totals/types'
import type { TableIndicator } from '@/lib/summaries/types'
import { nationLabel } from './cluster-table'
import { markClass, markHtml, targetLine } from './cell'

type Row = { cluster: LeadingCluster; totals: ClusterYearTotals }

/** A nation of many units as a string of table HTML: a row a cluster with its totals, and the total of all. */
export function nationalClustersHtml(
  rows: readonly Row[],
  indicators: readonly TableIndicator[],
  { year, provinces, interim }: { year: number; provinces: number; interim: boolean },
): string {
  const parts = indicators.map((): IndicatorTotal[] => [])
  const body = rows.map(({ cluster, totals }, index) => {
    const cells = indicators.map((indicator, column) => {
      const total = totals.totals[indicator.id]
      if (!total) return '<td></td>'
      const read = readTotal(indicator.kind, total)
      parts[column]!.push(read)
      return cellHtml(read, indicator, interim, totals.members)
    })
    const some =
      totals.reports < totals.members ? `<small>${totals.reports}/${totals.members} đơn vị</small>` : ''
    return (
      `<tr><td class="tt">${index + 1}</td><th scope="row"><a href="/clusters/${encodeURIComponent(cluster.slug)}/${year}">` +
      `${escapeHtml(cluster.name)}</a>${some}</th>${cells.join('')}</tr>`
    )
  })
  const foot = indicators.map((indicator, column) =>
    parts[column]!.length > 0
      ? cellHtml(addTotals(parts[column]!, indicator), indicator, interim, null)
      : '<td></td>',
  )
  const sum = (of: (totals: ClusterYearTotals) => number) =>
    rows.reduce((all, { totals }) => all + of(totals), 0)
  const label = nationLabel(
    sum(({ reports }) => reports),
    Math.max(
      provinces,
      sum(({ members }) => members),
    ),
  )
  return `${headHtml(indicators)}<tbody>${body.join('')}</tbody><tfoot><tr class="t"><td></td><th scope="row">${label}</th>${foot.join('')}</tr></tfoot>`
}

function headHtml(indicators: readonly TableIndicator[]): string {
  const names = indicators.map(
    (indicator) =>
      `<th class="n" scope="col"><span>${escapeHtml(indicator.shortName)}</span><small>${escapeHtml(columnUnit(indicator))}</small></th>`,
  )
  return `<thead><tr><th class="c" scope="col">TT</th><th class="c" scope="col">Cụm</th>${names.join('')}</tr></thead>`
}

/** `members` null: no mark and no count, for the total of all. */
function cellHtml(
  { value, target, units }: IndicatorTotal,
  indicator: TableIndicator,
  interim: boolean,
  members: number | null,
): string {
  if (!value) return '<td class="x"><span>không cộng</span></td>'
  const plain = completionOf(value, target, indicator)
  const completion = interim ? onTheWay(plain, indicator) : plain
  const below = targetLine(target, completion, indicator)
  const fewer = members !== null && units < members ? `<span>${units} đơn vị</span>` : ''
  const mark = members === null ? '' : markClass(completion)
  return (
    `<td${mark ? ` class="${mark}"` : ''}><b>${escapeHtml(printCell(value, indicator))}</b>` +
    `${below ? `<span>${below}</span>` : fewer}${members === null ? '' : markHtml(completion)}</td>`
  )
}
