import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StateBadge } from '@/components/reports/state-badge'
import { figureText } from '@/components/reports/figure-text'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { printDateTime } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/vietnamese'
import { getChangesSince, getReportHistory } from '@/lib/reports/history/queries'
import { CAPACITY_LABELS, MEASURE_LABELS, STATE_LABELS } from '@/lib/reports/labels'
import { getReport } from '@/lib/reports/queries'
import { periodTitle } from '@/lib/reports/rules'
import type { ReportChanges, ReportDto, ReportEventDto } from '@/lib/reports/types'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Lịch sử báo cáo' }

export default async function ReportHistoryPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}/history`)
  const report = await getReport(actor, id)
  if (!report) notFound()
  const [events, changes] = await Promise.all([getReportHistory(actor, id), getChangesSince(actor, id, 0)])
  return (
    <>
      <PageHeader
        crumbs={[
          { label: report.unit.name, href: `/units/${report.unit.slug}/${report.period.year}` },
          {
            label: capitalise(periodTitle(report.period.kind, report.period.year)),
            href: `/reports/${id}/review`,
          },
          { label: 'Lịch sử' },
        ]}
        title="Lịch sử báo cáo"
        theme={`${capitalise(periodTitle(report.period.kind, report.period.year))}, ${report.unit.name}`}
        sentence={
          <p>
            <StateBadge state={report.state} lateDays={report.lateDays} />
          </p>
        }
      />
      <PageBody>
        <section aria-labelledby="trang-thai">
          <h2 id="trang-thai">Thay đổi trạng thái</h2>
          {events.length === 0 ? (
            <Empty title="Báo cáo chưa đổi trạng thái lần nào" />
          ) : (
            <Events events={events} />
          )}
        </section>
        <section aria-labelledby="so-lieu" className="mt-9">
          <h2 id="so-lieu">Thay đổi số liệu</h2>
          {changes && changes.figures.length > 0 ? (
            <Changes report={report} changes={changes} />
          ) : (
            <Empty title="Chưa có số liệu nào được lưu trong ứng dụng" />
          )}
        </section>
      </PageBody>
    </>
  )
}

function Events({ events }: { events: ReportEventDto[] }) {
  return (
    <ListTable label="Thay đổi trạng thái" cards>
      <thead>
        <tr>
          <th>Lúc</th>
          <th>Từ</th>
          <th>Sang</th>
          <th>Người thực hiện</th>
          <th>Lý do, nhận xét</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.at}${event.to}`}>
            <th scope="row">{printDateTime(event.at)}</th>
            <td data-label="Từ">{event.from ? STATE_LABELS[event.from] : '—'}</td>
            <td data-label="Sang">{STATE_LABELS[event.to]}</td>
            <td data-label="Người làm">
              {event.by ?? 'Hệ thống'}
              {event.capacity ? (
                <span className="text-mute block text-xs">{CAPACITY_LABELS[event.capacity]}</span>
              ) : null}
              {event.onBehalfOf ? (
                <span className="text-mute block text-xs">theo ủy quyền của {event.onBehalfOf}</span>
              ) : null}
            </td>
            <td data-label="Lý do, nhận xét">{event.reason}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Changes({ report, changes }: { report: ReportDto; changes: ReportChanges }) {
  const indicators = new Map(report.cells.map((cell) => [cell.indicator.id, cell.indicator]))
  return (
    <ListTable label="Thay đổi số liệu" cards>
      <thead>
        <tr>
          <th>Chỉ tiêu</th>
          <th className="num">Ban đầu</th>
          <th className="num">Hiện nay</th>
          <th>Sửa gần nhất</th>
        </tr>
      </thead>
      <tbody>
        {changes.figures.map((figure) => {
          const indicator = indicators.get(figure.indicatorId)
          return (
            <tr key={figure.indicatorId + figure.measure} id={`chi-tieu-${figure.indicatorId}`}>
              <th scope="row" className="font-normal">
                {figure.name}
                {figure.measure === 'TO_DATE' ? (
                  <span className="text-mute block text-xs">{MEASURE_LABELS.TO_DATE}</span>
                ) : null}
              </th>
              <td className="num" data-label="Ban đầu">
                {indicator ? figureText(figure.before, indicator) : (figure.before?.raw ?? '—')}
              </td>
              <td className="num" data-label="Hiện nay">
                {indicator ? figureText(figure.after, indicator) : figure.after.raw}
              </td>
              <td data-label="Sửa gần nhất">
                {printDateTime(figure.at)}
                <span className="text-mute block text-xs">{figure.by ?? 'Hệ thống'}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
