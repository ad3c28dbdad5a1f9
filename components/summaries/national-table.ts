import { escapeHtml } from '@/components/ui/html'
import { ROW_STATUS_LABELS } from '@/lib/summaries/labels'
import type { NationalCluster, NationalYear } from '@/lib/summaries/national/types'
import type { ClusterSummary } from '@/lib/summaries/types'
import { asideHtml, cellHtml, headHtml, nationLabel, totalRow } from './cluster-table'

/**
 * The nation as a string of table HTML: clusters with their units and totals, and the total of all, which says so where
 * units of the nation are missing from it.
 */
export function nationalTableHtml(
  clusters: { cluster: NationalCluster; summary: ClusterSummary }[],
  nation: ClusterSummary,
  { year, provinces }: Pick<NationalYear, 'year' | 'provinces'>,
): string {
  const options = { columns: nation.indicators.map((_, index) => index), compare: false }
  let number = 0
  const bodies = clusters.map(({ cluster, summary }) => {
    const rows = summary.rows.map((row) => {
      number += 1
      const cells = summary.indicators.map((indicator, index) =>
        cellHtml(row.cells[index]!, indicator, options, row),
      )
      const status = ROW_STATUS_LABELS[row.status]
      return (
        `<tr${row.reportId ? ` data-r="${row.reportId}"` : ''}><td class="tt">${number}</td>` +
        `<th scope="row"><a href="/units/${encodeURIComponent(row.unit.slug)}/${year}">${escapeHtml(row.unit.name)}</a>` +
        `${status ? `<u>${status}</u>` : ''}${asideHtml(row)}</th>${cells.join('')}</tr>`
      )
    })
    const title = `<a href="/clusters/${encodeURIComponent(cluster.slug)}/${year}">${escapeHtml(cluster.name)}</a>`
    const total = summary.reporting > 0 ? totalRow(summary, options, 'Tổng của cụm') : ''
    return `<tbody><tr class="gr"><th colspan="${options.columns.length + 2}" scope="rowgroup">${title}</th></tr>${rows.join('')}${total}</tbody>`
  })
  const label = nationLabel(nation.reporting, Math.max(provinces, nation.rows.length))
  const total = nation.reporting > 0 ? `<tfoot>${totalRow(nation, options, label, '')}</tfoot>` : ''
  return headHtml(nation, options) + bodies.join('') + total
}
