import { Fragment } from 'react'
import { CompletionMark } from '@/components/reports/completion-mark'
import { figureText } from '@/components/reports/figure-text'
import { ListTable } from '@/components/ui/table'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { IndicatorDto } from '@/lib/indicators/types'
import { printNumber } from '@/lib/platform/numbers/print'
import { BLANK_LABELS, MEASURE_LABELS } from '@/lib/reports/labels'
import type { ReviewRow } from '@/lib/reports/review/rules'
import type { FigureCommentDto, ReportDto } from '@/lib/reports/types'
import { CommentsDialog } from './comments-dialog'
import { EvidenceLinks } from './evidence-links'

/** A report as a reviewer reads it: target, last year, result, completion, proof, remarks; changes since last time marked. */
export function ReviewTable({
  report,
  rows,
  comments,
  files,
}: {
  report: ReportDto
  rows: ReviewRow[]
  comments: FigureCommentDto[]
  files: EvidenceDto[]
}) {
  const registration = report.period.kind === 'REGISTRATION'
  const groups = [
    ...new Map(rows.map(({ cell }) => [cell.indicator.group.id, cell.indicator.group])).values(),
  ]
  const columns = registration ? 5 : 6
  return (
    <ListTable label="Số liệu của báo cáo" cards>
      <thead>
        <tr>
          <th>Chỉ tiêu</th>
          <th className="num">{registration ? 'TW giao' : 'Đăng ký'}</th>
          <th className="num">Năm {report.period.year - 1}</th>
          <th className="num">{registration ? 'Chỉ tiêu đăng ký' : 'Kết quả'}</th>
          {registration ? null : <th>Mức</th>}
          <th>Minh chứng, trao đổi</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns} className="text-cham2 pt-4 text-xs font-semibold">
                {group.name}
              </th>
            </tr>
            {rows
              .filter(({ cell }) => cell.indicator.group.id === group.id)
              .map((row) => (
                <Row
                  key={row.cell.indicator.id}
                  report={report}
                  row={row}
                  comments={comments.filter(({ indicatorId }) => indicatorId === row.cell.indicator.id)}
                  files={files.filter(({ indicatorId }) => indicatorId === row.cell.indicator.id)}
                />
              ))}
          </Fragment>
        ))}
      </tbody>
    </ListTable>
  )
}

/** Figures stand right and unbroken; text is text. */
const numClass = (indicator: IndicatorDto) => (indicator.kind === 'TEXT' ? 'num words' : 'num')

function Row({
  report,
  row: { cell, completion, before },
  comments,
  files,
}: {
  report: ReportDto
  row: ReviewRow
  comments: FigureCommentDto[]
  files: EvidenceDto[]
}) {
  const { indicator, figure, toDate, registeredTarget } = cell
  const registration = report.period.kind === 'REGISTRATION'
  return (
    <tr id={`chi-tieu-${indicator.id}`}>
      <th scope="row" className="font-normal lg:min-w-[280px]">
        {indicator.name}
        <span className="text-mute block text-xs">{indicator.displayUnit ?? indicator.measureUnit}</span>
      </th>
      <td className={numClass(indicator)} data-label={registration ? 'TW giao' : 'Đăng ký'}>
        {registration ? (
          figureText(cell.assignedTarget, indicator)
        ) : (
          <span>
            {figureText(registeredTarget, indicator)}
            {registeredTarget?.replaced.map(({ raw, paper }) => (
              <span key={raw + paper} className="text-mute block text-xs">
                trước điều chỉnh {raw} ({paper})
              </span>
            ))}
          </span>
        )}
      </td>
      <td className={`${numClass(indicator)} text-mute`} data-label={`Năm ${report.period.year - 1}`}>
        {figureText(cell.lastYear, indicator)}
      </td>
      <td className={numClass(indicator)} data-label="Kết quả">
        <span>
          <b className="font-semibold">{figureText(figure, indicator)}</b>
          {before === undefined ? null : (
            <mark className="text-amber block bg-transparent text-xs">
              lần xem trước: {figureText(before, indicator)}
            </mark>
          )}
          {toDate ? (
            <span className="text-mute block text-xs">
              {MEASURE_LABELS.TO_DATE.toLowerCase()}: {figureText(toDate, indicator)}
            </span>
          ) : null}
          {figure?.breakdown ? (
            <span className="text-mute block text-xs">
              {figure.breakdown.map(({ label, amount }) => `${label} ${printNumber(amount)}`).join(' + ')}
            </span>
          ) : null}
          {figure?.note ? (
            <span className="block max-w-[260px] text-left text-xs">
              {figure.blankReason ? `${BLANK_LABELS[figure.blankReason]}: ` : 'Ghi chú: '}
              {figure.note}
            </span>
          ) : null}
        </span>
      </td>
      {registration ? null : (
        <td className="whitespace-nowrap" data-label="Mức">
          <CompletionMark completion={completion} />
        </td>
      )}
      <td data-label="Minh chứng">
        <span>
          <EvidenceLinks files={files} />
          <CommentsDialog
            reportId={report.id}
            indicator={indicator}
            comments={comments}
            mayComment={report.canComment}
          />
        </span>
      </td>
    </tr>
  )
}
