import { escapeHtml } from '@/components/ui/html'
import { citationLabel, HEADSHIP_LABELS } from '@/lib/clusters/labels'
import type { HeadshipDto, MemberDto } from '@/lib/clusters/types'
import { NO_TOTAL_LABELS } from '@/lib/indicators/labels'
import { ratioPercent } from '@/lib/platform/numbers/sum'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { NO_UNIT_FIGURES, NOT_COUNTED, ROW_STATUS_LABELS } from '@/lib/summaries/labels'
import type {
  CellSummary,
  ClusterSummary,
  ColumnSummary,
  RowSummary,
  TableIndicator,
} from '@/lib/summaries/types'
import { markClass, markHtml, printDifference, targetLine } from './cell'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'

export type ClusterTableOptions = {
  year: number
  members: MemberDto[]
  headships: HeadshipDto[]
  /** Positions of the columns to show, in order. */
  columns: number[]
  /** The small line compares with the year before instead of the registered target. */
  compare: boolean
}

/** `<thead>`, `<tbody>` and `<tfoot>` of the cluster table as a string; everything people wrote is escaped. */
export function clusterTableHtml(summary: ClusterSummary, options: ClusterTableOptions): string {
  return headHtml(summary, options) + bodyHtml(summary, options) + footHtml(summary, options)
}

export function headHtml(summary: ClusterSummary, { columns }: Pick<ClusterTableOptions, 'columns'>): string {
  const shown = columns.map((column) => summary.indicators[column]!)
  let groups = ''
  for (let start = 0; start < shown.length;) {
    const group = shown[start]!.group
    let end = start
    while (end < shown.length && shown[end]!.group.id === group.id) end += 1
    groups += `<th colspan="${end - start}" class="g" scope="colgroup">${escapeHtml(group.name)}</th>`
    start = end
  }
  const names = shown
    .map((indicator) => {
      const name = escapeHtml(indicator.shortName)
      const full = indicator.name === indicator.shortName ? '' : ` title="${escapeHtml(indicator.name)}"`
      return `<th class="n" scope="col" data-i="${indicator.id}"${full}><span>${name}</span><small>${escapeHtml(columnUnit(indicator))}</small></th>`
    })
    .join('')
  return `<thead><tr><th rowspan="2" class="c" scope="col">TT</th><th rowspan="2" class="c" scope="col">Đơn vị</th>${groups}</tr><tr>${names}</tr></thead>`
}

function bodyHtml(summary: ClusterSummary, options: ClusterTableOptions): string {
  if (!summary.hasUnitFigures && summary.hasReported) return reportedOnlyHtml(summary, options)
  const members = new Map(options.members.map((member) => [member.id, member]))
  const roles = new Map(options.headships.map((headship) => [headship.unit.id, headship.role]))
  const rows = summary.rows.map((row, index) => {
    const member = members.get(row.unit.id)
    const role = roles.get(row.unit.id)
    const status = ROW_STATUS_LABELS[row.status]
    const includes = member && member.includes.length > 0 ? `gồm ${member.includes.join(', ')}` : ''
    const cells = options.columns.map((column) => {
      return cellHtml(row.cells[column]!, summary.indicators[column]!, options, row)
    })
    return (
      `<tr${row.reportId ? ` data-r="${row.reportId}"` : ''}><td class="tt">${index + 1}</td>` +
      `<th scope="row"><a href="/units/${encodeURIComponent(row.unit.slug)}/${options.year}">${escapeHtml(row.unit.name)}</a>` +
      (role ? `<em>${HEADSHIP_LABELS[role]}</em>` : '') +
      (status ? `<u>${status}</u>` : '') +
      asideHtml(row) +
      (includes ? `<small>${escapeHtml(includes)}</small>` : '') +
      `</th>${cells.join('')}</tr>`
    )
  })
  return `<tbody>${rows.join('')}</tbody>`
}

/** A draft's figures stand in its row alone. */
export const asideHtml = ({ draft, hasFigures }: Pick<RowSummary, 'draft' | 'hasFigures'>): string =>
  draft && hasFigures ? `<small>${NOT_COUNTED}</small>` : ''

/** Longer texts show their beginning; the whole stands behind the cell. */
const CLIP = 60
const clip = (text: string) => (text.length > CLIP ? `${text.slice(0, CLIP - 1).trimEnd()}…` : text)

export function cellHtml(
  cell: CellSummary,
  indicator: TableIndicator,
  options: Pick<ClusterTableOptions, 'compare'>,
  row: RowSummary,
): string {
  if (!cell.value) return `<td class="x">${blankHtml(cell, indicator, row)}</td>`
  const text = indicator.kind === 'TEXT'
  const shown = printCell(cell.value, indicator)
  const full = shown.length > (text ? 30 : CLIP) ? ` title="${escapeHtml(shown)}"` : ''
  const below =
    indicator.kind === 'YES_NO'
      ? ''
      : options.compare
        ? lastLine(cell.value, cell.last, indicator)
        : targetLine(cell.target, cell.completion, indicator)
  const classes = [text ? 'w' : '', options.compare ? '' : markClass(cell.completion)]
    .filter(Boolean)
    .join(' ')
  return (
    `<td${classes ? ` class="${classes}"` : ''}${full}><b>${escapeHtml(clip(shown))}</b>` +
    (below ? `<span>${below}</span>` : '') +
    (options.compare ? '' : markHtml(cell.completion)) +
    '</td>'
  )
}

function blankHtml(cell: CellSummary, indicator: TableIndicator, row: RowSummary): string {
  if (cell.notAssigned) return '<span>không giao</span>'
  if (cell.blank) return `<span>${cell.blank === 'NOT_ARISEN' ? 'không phát sinh' : 'có lý do'}</span>`
  const target = cell.target ? `<span>${escapeHtml(printCell(cell.target, indicator))}</span>` : ''
  return row.status === 'NO_SOURCE' || row.status === 'CLOSED_TO_READER' ? '' : `<b>–</b>${target}`
}

/** "1.480 · +1,4%": the figure of the year before and the change since. */
function lastLine(value: FigureValue, last: FigureValue | null, indicator: TableIndicator): string {
  if (!last) return ''
  const change = changePercent(value, last)
  return escapeHtml(
    change === null ? printCell(last, indicator) : `${printCell(last, indicator)} · ${change}`,
  )
}

function changePercent(value: FigureValue, last: FigureValue): string | null {
  if (!('amount' in value) || !('amount' in last) || value.kind === 'PERCENTAGE') return null
  if (value.amount === null || last.amount === null) return null
  if (value.qualifier !== 'EXACT' || last.qualifier !== 'EXACT') return null
  const percent = ratioPercent(value.amount, last.amount)
  if (percent === null || percent.startsWith('-')) return null
  const change = Number(percent) - 100
  if (change === 0) return 'bằng'
  // Rounded away from zero, so that a change never reads as none.
  const size = Math.max(0.1, Math.round(Math.abs(change) * 10) / 10)
  return `${change > 0 ? '+' : '−'}${String(size).replace('.', ',')}%`
}

/** The one row of a cluster-year whose source gives no figures of units. */
function reportedOnlyHtml(summary: ClusterSummary, { columns }: ClusterTableOptions): string {
  const cells = columns.map((column) => {
    const indicator = summary.indicators[column]!
    const reported = summary.columns[column]!.reported
    if (!reported) return '<td class="x"></td>'
    const value = reported.value ? printCell(reported.value, indicator) : reported.raw
    return `<td${indicator.kind === 'TEXT' ? ' class="w"' : ''}><b>${escapeHtml(value)}</b>${sourceHtml(reported.source)}</td>`
  })
  return `<tbody><tr><td class="tt"></td><th scope="row">Số liệu cụm báo cáo<small>${NO_UNIT_FIGURES}</small></th>${cells.join('')}</tr></tbody>`
}

function sourceHtml(source: NonNullable<ColumnSummary['reported']>['source']): string {
  if (!source) return ''
  const label = source.letter ? (source.factId ?? `Tài liệu ${source.letter}`) : 'nguồn'
  return `<span><a href="/sources/${encodeURIComponent(source.slug)}" title="${escapeHtml(citationLabel(source))}">${escapeHtml(label)}</a></span>`
}

function footHtml(summary: ClusterSummary, options: ClusterTableOptions): string {
  if (!summary.hasUnitFigures) return ''
  const rows = summary.reporting > 0 ? [totalRow(summary, options)] : []
  if (summary.hasReported) rows.push(reportedRow(summary, options))
  if (summary.hasLast && summary.reporting > 0) rows.push(lastRow(summary, options))
  return rows.length > 0 ? `<tfoot>${rows.join('')}</tfoot>` : ''
}

const footRow = (className: string, label: string, small: string, cells: string[]) =>
  `<tr class="${className}"><td></td><th scope="row">${label}${small ? `<small>${small}</small>` : ''}</th>${cells.join('')}</tr>`

/** "13/34 đơn vị có số liệu"; '' where all have some. */
const someOf = (units: number, all: number): string =>
  units < all ? `${units}/${all} đơn vị có số liệu` : ''

/** What the nation's total is called: of part of its units it says so. */
export function nationLabel(units: number, all: number): string {
  const some = someOf(units, all)
  return some ? `Tổng ${some}` : 'Tổng toàn quốc'
}

export function totalRow(
  summary: ClusterSummary,
  options: Pick<ClusterTableOptions, 'columns' | 'compare'>,
  label = 'Tổng các đơn vị',
  some = someOf(summary.reporting, summary.rows.length),
): string {
  const cells = options.columns.map((column) => {
    const indicator = summary.indicators[column]!
    const total = summary.columns[column]!
    if (!total.value) {
      const why = total.noTotal && total.noTotal !== 'NO_FIGURES' ? NO_TOTAL_LABELS[total.noTotal] : ''
      return why ? `<td class="x" title="${why}"><span>không cộng</span></td>` : '<td></td>'
    }
    const below = options.compare ? '' : targetLine(total.target, total.completion, indicator)
    const maximum = indicator.aggregation === 'MAXIMUM' ? '<span>cao nhất</span>' : ''
    return `<td><b>${escapeHtml(printCell(total.value, indicator))}</b>${below ? `<span>${below}</span>` : ''}${maximum}</td>`
  })
  return footRow('t', label, some, cells)
}

function reportedRow(summary: ClusterSummary, options: ClusterTableOptions): string {
  const cells = options.columns.map((column) => {
    const indicator = summary.indicators[column]!
    const { reported, difference } = summary.columns[column]!
    if (!reported) return '<td></td>'
    const value = reported.value ? printCell(reported.value, indicator) : reported.raw
    const differs = difference !== null && difference !== '0'
    const below = differs ? `<span class="d">lệch ${printDifference(difference, indicator)}</span>` : ''
    return `<td><b>${escapeHtml(value)}</b>${below}${sourceHtml(reported.source)}</td>`
  })
  return footRow('r', 'Cụm báo cáo', 'số của cả cụm, theo nguồn', cells)
}

function lastRow(summary: ClusterSummary, options: ClusterTableOptions): string {
  const most = Math.max(...summary.columns.map((column) => column.lastUnits))
  const cells = options.columns.map((column) => {
    const { last, lastUnits, units } = summary.columns[column]!
    if (!last) return '<td></td>'
    const fewer = lastUnits < units ? `<span>${lastUnits} đơn vị</span>` : ''
    return `<td><b>${escapeHtml(printCell(last, summary.indicators[column]!))}</b>${fewer}</td>`
  })
  const { reporting, rows } = summary
  const small =
    reporting === rows.length
      ? most < rows.length
        ? `${most}/${rows.length} đơn vị có số liệu`
        : ''
      : most === reporting
        ? `cùng ${reporting} đơn vị`
        : `${most} trong ${reporting} đơn vị này`
  return footRow('r', `Cùng kỳ năm ${options.year - 1}`, small, cells)
}
