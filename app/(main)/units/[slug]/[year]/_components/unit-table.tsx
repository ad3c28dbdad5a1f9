import Link from 'next/link'
import { markClass } from '@/components/summaries/cell'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import { FigureTable } from '@/components/ui/table'
import { sourceCitation } from '@/lib/sources/labels'
import { printedPercent } from '@/lib/indicators/rules'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { printNumber } from '@/lib/platform/numbers/print'
import { BLANK_LABELS, STATE_LABELS } from '@/lib/reports/labels'
import type { CellSummary, TableIndicator } from '@/lib/summaries/types'
import type { UnitYearSummary } from '@/lib/summaries/unit-years/rules'
import type { UnitYearReport } from '@/lib/summaries/unit-years/types'
import type { UnitRef } from '@/lib/units/types'

/** A unit's year: indicators down, registered target and each period's result across. */
export function UnitTable({
  unit,
  year,
  summary,
}: {
  unit: UnitRef
  year: number
  summary: UnitYearSummary
}) {
  const { indicators, registration, results } = summary
  const columns = 3 + (registration ? 1 : 0) + results.length
  // The words of a source often hold the unit already.
  const unitOf = (indicator: TableIndicator): string => {
    const unit = columnUnit(indicator)
    const said = results.some(
      ({ report }) => report.source && saysUnit(report.written[indicator.id]?.raw ?? '', indicator, unit),
    )
    return said ? '' : unit
  }
  const groups = [...new Map(indicators.map(({ group }) => [group.id, group])).values()]
  return (
    <div className={`[&_td.w]:min-w-[150px] ${columns <= 5 ? 'max-w-[1000px]' : ''}`}>
      <FigureTable label={`Số liệu của ${unit.name} năm ${year}`}>
        <thead>
          <tr>
            <th scope="col" className="c">
              Chỉ tiêu
            </th>
            <th scope="col" className="l max-sm:hidden">
              Đơn vị tính
            </th>
            {registration ? (
              <th scope="col" className="n">
                <span>Đăng ký</span>
                <small>{statusOf(registration)}</small>
              </th>
            ) : null}
            {results.map(({ report }) => (
              <th key={report.reportId} scope="col" className="n">
                <span>{PERIOD_LABELS[report.period]}</span>
                <small>
                  {report.source ? (
                    <Link
                      href={`/sources/${report.source.slug}`}
                      prefetch={false}
                      className="!static after:!hidden"
                    >
                      {sourceCitation(report.source)}
                    </Link>
                  ) : (
                    statusOf(report)
                  )}
                </small>
              </th>
            ))}
            {results.length === 0 ? <th scope="col">Kết quả</th> : null}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => [
            <tr key={group.id} className="gr">
              <th scope="colgroup" colSpan={columns}>
                {group.name}
              </th>
            </tr>,
            ...indicators.map((indicator, index) =>
              indicator.group.id !== group.id ? null : (
                <tr key={indicator.id} data-i={indicator.id}>
                  <th scope="row" className="min-w-[150px] !py-1.5 !whitespace-normal sm:min-w-[280px]">
                    {indicator.name}
                    <small className="sm:!hidden">{unitOf(indicator)}</small>
                  </th>
                  <td className="t !whitespace-nowrap max-sm:hidden">{unitOf(indicator)}</td>
                  {registration ? (
                    <Cell cell={summary.targets[index]!} indicator={indicator} report={registration} />
                  ) : null}
                  {results.map(({ report, row }) => (
                    <Cell
                      key={report.reportId}
                      cell={row.cells[index]!}
                      indicator={indicator}
                      report={report}
                    />
                  ))}
                  {results.length === 0 ? <td className="x" /> : null}
                </tr>
              ),
            ),
          ])}
        </tbody>
      </FigureTable>
    </div>
  )
}

const saysUnit = (words: string, { kind }: TableIndicator, unit: string): boolean =>
  kind === 'MONEY'
    ? /đồng|triệu|tỷ/i.test(words)
    : unit !== '' && words.toLowerCase().includes(unit.toLowerCase())

const statusOf = (report: UnitYearReport): string => {
  const mending = report.sentBefore && (report.state === 'DRAFT' || report.state === 'PRESENTED')
  return STATE_LABELS[mending ? 'ADDITIONS_REQUESTED' : report.state].toLowerCase()
}

function Cell({
  cell,
  indicator,
  report,
}: {
  cell: CellSummary
  indicator: TableIndicator
  report: UnitYearReport
}) {
  const written = report.written[indicator.id]
  if (cell.notAssigned) return <td className="x">không giao</td>
  if (!cell.value && !written) return <td className="x">{cell.blank ? BLANK_LABELS[cell.blank] : '–'}</td>
  const printed = cell.value ? printCell(cell.value, indicator) : ''
  // A source's own words stand first; what an officer typed stands as it was understood.
  const shown = report.source ? (written?.raw ?? printed) : printed || (written?.raw ?? '')
  const percent = printedPercent(cell.completion)
  const parts = (written?.breakdown ?? [])
    .map((part) => `${printNumber(part.amount)} ${part.label}`)
    .join(' + ')
  const long = shown.length > 28
  return (
    <td data-r={report.reportId} className={`${markClass(cell.completion)} ${long ? 'w' : ''}`}>
      <b className="max-sm:!whitespace-normal">{shown}</b>
      {percent ? <span>{percent}</span> : null}
      {parts ? <span className="max-sm:!whitespace-normal">{parts}</span> : null}
      {written?.note && report.source ? (
        <span className="!whitespace-normal sm:min-w-[280px]">{written.note}</span>
      ) : null}
      {report.source && written?.factId ? (
        <span>
          <Link href={`/sources/${report.source.slug}`} className="!static after:!hidden">
            mục {written.factId}
          </Link>
        </span>
      ) : null}
      {cell.completion.class ? <i title={cell.completion.label ?? ''}>{cell.completion.label}</i> : null}
    </td>
  )
}
