import type { PeriodKind } from '@/lib/periods/types'
import { isInterim, summariseRow } from '../rules'
import type { CellSummary, RowSummary, TableIndicator } from '../types'
import type { UnitYear, UnitYearReport } from './types'

export type UnitYearSummary = {
  /** Indicators with something to show, in order. */
  indicators: TableIndicator[]
  registration: UnitYearReport | null
  /** Reports of results with their figures, in the order of the year; cells stand in the order of `indicators`. */
  results: { report: UnitYearReport; row: RowSummary }[]
  /** Registered targets in the order of `indicators`. */
  targets: CellSummary[]
}

/** A unit's year as one table: indicators down, registered target and periods across. */
export function summariseUnitYear(unit: RowSummary['unit'], year: UnitYear): UnitYearSummary {
  const registration = year.reports.find(({ period }) => period === 'REGISTRATION') ?? null
  const results = year.reports.filter(({ period }) => period !== 'REGISTRATION')
  const told = (indicator: TableIndicator) =>
    year.notAssigned.includes(indicator.id) ||
    year.reports.some(({ cells, written }) => cells[indicator.id] ?? written[indicator.id])
  const indicators = year.indicators.filter(told)
  const rowOf = (report: UnitYearReport, targets: UnitYearReport | null) =>
    summariseRow(
      unit,
      indicators,
      {
        unitId: unit.id,
        reportId: report.reportId,
        state: report.state,
        sentBefore: report.sentBefore,
        closed: false,
        illustrative: report.illustrative,
        lateDays: report.lateDays,
        cells: report.cells,
        targets: targets?.cells ?? {},
        last: {},
        notAssigned: year.notAssigned,
      },
      report.dueAt !== null,
      isInterim(report.period),
    )
  return {
    indicators,
    registration,
    results: results.map((report) => ({ report, row: rowOf(report, registration) })),
    targets: registration ? rowOf(registration, null).cells : [],
  }
}

/** The report a unit's page opens with: the latest in the year. */
export function latestResult(summary: UnitYearSummary, wanted: PeriodKind | null) {
  return summary.results.find(({ report }) => report.period === wanted) ?? summary.results.at(-1) ?? null
}
