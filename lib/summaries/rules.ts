import { completionOf, totalOf } from '@/lib/indicators/rules'
import type { Completion, CompletionClass } from '@/lib/indicators/types'
import { subtractDecimals } from '@/lib/platform/numbers/decimal'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import { fromProjection } from '@/lib/reports/figures/rules'
import type { ReportState } from '@/lib/reports/types'
import { clusterSentences } from './sentences/rules'
import type {
  CellSummary,
  ClassCounts,
  ClusterSummary,
  ColumnSummary,
  ReportedFigure,
  RowStatus,
  RowSummary,
  TableIndicator,
  TableInput,
  TableReport,
} from './types'

export function rowStatus(
  report: Pick<TableReport, 'state' | 'closed' | 'sentBefore'> | undefined,
  collected: boolean,
): RowStatus {
  if (!collected && !report?.state) return 'NO_SOURCE'
  if (!report) return 'NOT_SENT'
  if (report.closed) return 'CLOSED_TO_READER'
  if (!report.state) return 'NOT_SENT'
  const mending = report.sentBefore && (report.state === 'DRAFT' || report.state === 'PRESENTED')
  return mending ? 'ADDITIONS_REQUESTED' : STATUS_OF[report.state]
}

const isDraft = (status: RowStatus): boolean => status === 'DRAFT' || status === 'PRESENTED'

const STATUS_OF: Record<ReportState, RowStatus> = {
  DRAFT: 'DRAFT',
  PRESENTED: 'PRESENTED',
  SENT: 'SENT',
  CHECKED: 'CHECKED',
  ADDITIONS_REQUESTED: 'ADDITIONS_REQUESTED',
  CONFIRMED: 'CONFIRMED',
  LOCKED: 'CONFIRMED',
}

export const noCounts = (): ClassCounts => ({ NOT_MET: 0, HALF: 0, MET: 0, EXCEEDED: 0 })

export const reached = (completionClass: CompletionClass | null): boolean =>
  completionClass === 'MET' || completionClass === 'EXCEEDED'

/** 6 and 9 months are on the way to a target of the whole year. */
export const isInterim = (period: PeriodKind): boolean => period === 'SIX_MONTHS' || period === 'NINE_MONTHS'

/**
 * Before the year is over, a target not reached yet is no failure: the percentage stands, the class waits. A scheme that
 * has a class for the half-way mark judges half-way.
 */
export function onTheWay(completion: Completion, { bands }: Pick<TableIndicator, 'bands'>): Completion {
  const waits = !reached(completion.class) && !bands.some((band) => band.class === 'HALF')
  return waits ? { ...completion, class: null, label: null } : completion
}

function summariseCell(
  indicator: TableIndicator,
  report: TableReport | undefined,
  interim: boolean,
): CellSummary {
  const cell = report?.cells[indicator.id]?.m
  const value = fromProjection(indicator.kind, cell)
  const notAssigned = report?.notAssigned.includes(indicator.id) ?? false
  const target = notAssigned ? null : fromProjection(indicator.kind, report?.targets[indicator.id]?.m)
  const completion = completionOf(value, target, indicator)
  const last = indicator.lastId ? report?.last[indicator.lastId]?.m : undefined
  return {
    value,
    blank: cell?.b ?? null,
    notAssigned,
    target,
    last: fromProjection(indicator.kind, last),
    completion: interim ? onTheWay(completion, indicator) : completion,
  }
}

type Judged = Pick<RowSummary, 'cells' | 'counts' | 'hasFigures'>

/** What was reckoned of a report, beside the report itself: a table in which one report changed reckons that one anew. */
const reckoned = new WeakMap<
  TableReport,
  { indicators: readonly TableIndicator[]; interim: boolean; row: Judged }
>()

function judge(indicators: TableIndicator[], report: TableReport | undefined, interim: boolean): Judged {
  const known = report && reckoned.get(report)
  if (known && known.indicators === indicators && known.interim === interim) return known.row
  const cells = indicators.map((indicator) => summariseCell(indicator, report, interim))
  const counts = noCounts()
  for (const { completion } of cells) if (completion.class) counts[completion.class] += 1
  const row = { cells, counts, hasFigures: cells.some((cell) => cell.value !== null) }
  if (report) reckoned.set(report, { indicators, interim, row })
  return row
}

/** One unit's figures of a period: its cells in the order of the indicators, and how many stand in each class. */
export function summariseRow(
  unit: RowSummary['unit'],
  indicators: TableIndicator[],
  report: TableReport | undefined,
  collected: boolean,
  interim = false,
): RowSummary {
  const status = rowStatus(report, collected)
  return {
    unit,
    reportId: report?.closed ? null : (report?.reportId ?? null),
    status,
    draft: isDraft(status),
    illustrative: report?.illustrative ?? false,
    ...judge(indicators, report, interim),
  }
}

const present = (value: FigureValue | null): value is FigureValue => value !== null

/**
 * The total of a column. The target and percentage stand under it only where they speak of the very units that are in
 * the total, so that a unit without a target, or one that has not reported, does not bend the percentage.
 */
function summariseColumn(
  indicator: TableIndicator,
  cells: CellSummary[],
  reported: ReportedFigure | undefined,
): ColumnSummary {
  const values = cells.map((cell) => cell.value).filter(present)
  const total = totalOf(values, indicator)
  const within = cells.filter((cell) => cell.value !== null)
  const targets = within.map((cell) => cell.target).filter(present)
  const target = total.value && targets.length === within.length ? totalOf(targets, indicator).value : null
  // Like is compared with like: the year before counts the units that are in the total now.
  const lasts = within.map((cell) => cell.last).filter(present)
  return {
    value: total.value,
    noTotal: total.reason,
    units: values.length,
    target,
    completion: target ? completionOf(total.value, target, indicator) : null,
    last: totalOf(lasts, indicator).value,
    lastUnits: lasts.length,
    reported: reported ?? null,
    difference: differenceOf(reported?.value ?? null, total.value),
  }
}

/** What the cluster reported less what its units add up to: "-12"; null unless both are amounts of one kind. */
export function differenceOf(reported: FigureValue | null, total: FigureValue | null): string | null {
  if (reported?.kind === 'RATIO' && total?.kind === 'RATIO')
    return reported.denominator === total.denominator
      ? subtractDecimals(reported.numerator, total.numerator)
      : null
  if (!reported || !total || reported.kind !== total.kind) return null
  if (!('amount' in reported) || !('amount' in total)) return null
  if (reported.amount === null || total.amount === null) return null
  return subtractDecimals(reported.amount, total.amount)
}

/**
 * The cluster table of a period with its totals and the sentences that stand above it. What was never sent is its unit's
 * alone to see: it stands in its row and in no total, so that everybody reads the same totals.
 */
export function summariseClusterYear(input: TableInput): ClusterSummary {
  const reports = new Map(input.reports.map((report) => [report.unitId, report]))
  const reported = new Map(input.reported.map((figure) => [figure.indicatorId, figure]))
  const rows = input.units.map((unit) =>
    summariseRow(unit, input.indicators, reports.get(unit.id), input.collected, isInterim(input.period)),
  )
  const counted = rows.filter((row) => !row.draft)
  const columns = input.indicators.map((indicator, index) =>
    summariseColumn(
      indicator,
      counted.map((row) => row.cells[index]!),
      reported.get(indicator.id),
    ),
  )
  const reporting = counted.filter((row) => row.hasFigures)
  const judged = input.indicators.map((_, index) => reporting.map((row) => row.cells[index]!))
  const judgedColumns = judged.filter((cells) =>
    cells.some(
      ({ completion }) =>
        completion.class !== null || (isInterim(input.period) && completion.percent !== null),
    ),
  )
  const fallsShort = ({ completion }: CellSummary) => completion.class !== null && !reached(completion.class)
  // A unit to which the indicator is not assigned is out of the count; one that left it blank has not met it.
  const metByAll = judgedColumns.filter((cells) =>
    cells.every((cell) => cell.notAssigned || reached(cell.completion.class)),
  ).length
  const missed = judgedColumns.filter((cells) => cells.some(fallsShort)).length
  const summary = {
    indicators: input.indicators,
    rows,
    columns,
    reporting: reporting.length,
    judged: judgedColumns.length,
    metByAll,
    missed,
    unranked: judgedColumns.length - metByAll - missed,
    hasUnitFigures: rows.some((row) => row.hasFigures),
    hasReported: input.reported.length > 0,
    hasLast: columns.some((column) => column.lastUnits > 0),
    illustrative: rows.some((row) => row.illustrative && row.hasFigures),
  }
  return { ...summary, sentences: clusterSentences(summary, input) }
}
