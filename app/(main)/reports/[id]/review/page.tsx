import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StateBadge } from '@/components/reports/state-badge'
import { LinkButton } from '@/components/ui/button'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { requireActor } from '@/lib/platform/auth/current'
import { capitalise } from '@/lib/platform/vietnamese'
import { getAppraisal } from '@/lib/reports/appraisal/queries'
import { listComments } from '@/lib/reports/comments/queries'
import { listReportEvidence } from '@/lib/reports/review/queries'
import { getChangesSince } from '@/lib/reports/history/queries'
import { getReport } from '@/lib/reports/queries'
import { periodTitle, printDue } from '@/lib/reports/rules'
import { REVIEW_FILTERS, reviewRows, type ReviewFilter } from '@/lib/reports/review/rules'
import { SECTION_LABELS } from '@/lib/reports/labels'
import type { AppraisalDto, ReportDto } from '@/lib/reports/types'
import { printDateTime } from '@/lib/platform/dates'
import { ActBar } from './_components/act-bar'
import { EvidenceLinks } from './_components/evidence-links'
import { MarkSeen } from './_components/mark-seen'
import { ReviewTable } from './_components/review-table'
import { reviewSentence } from './_components/sentence'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ loc?: string | string[] }> }

export const metadata: Metadata = { title: 'Xem báo cáo' }

const FILTER_LABELS: Record<ReviewFilter, string> = {
  'tat-ca': 'Tất cả chỉ tiêu',
  'can-xem': 'Cần xem',
  'da-doi': 'Đã đổi từ lần xem trước',
  'trao-doi': 'Đang trao đổi',
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}/review`)
  const report = await getReport(actor, id)
  if (!report) notFound()
  const { loc } = await searchParams
  const filter = REVIEW_FILTERS.find((known) => known === loc) ?? 'tat-ca'
  const [changes, comments, files, appraisal] = await Promise.all([
    report.seenDataVersion === null ? null : getChangesSince(actor, id, report.seenDataVersion),
    listComments(actor, id),
    listReportEvidence(actor, id),
    getAppraisal(actor, id),
  ])
  const rows = reviewRows(report.cells, changes)
  const tabs = REVIEW_FILTERS.map((key) => ({
    href: key === 'tat-ca' ? `/reports/${id}/review` : `/reports/${id}/review?loc=${key}`,
    label: FILTER_LABELS[key],
    count: key === 'tat-ca' ? undefined : rows.filter((row) => row.filters.includes(key)).length,
  }))
  const shown = rows.filter((row) => filter === 'tat-ca' || row.filters.includes(filter))
  return (
    <>
      <PageHeader
        crumbs={crumbsOf(report)}
        title={`${capitalise(periodTitle(report.period.kind, report.period.year))}, ${report.unit.name}`}
        theme={report.clusterYear?.title}
        mark={report.illustrative ? <DemoMark /> : null}
        sentence={
          <>
            <p>{reviewSentence(report)}</p>
            <p className="mt-1.5 text-base">
              <StateBadge state={report.state} lateDays={report.lateDays} />{' '}
              {report.sentAt ? `Gửi lúc ${printDateTime(report.sentAt)}.` : null}{' '}
              {report.period.dueAt ? `Hạn gửi ${printDue(report.period.dueAt)}.` : null}
            </p>
          </>
        }
        tabs={
          <Tabs
            tabs={tabs}
            current={tabs[REVIEW_FILTERS.indexOf(filter)]?.href ?? ''}
            label="Lọc chỉ tiêu"
            actions={
              <>
                {report.canEnter ? (
                  <LinkButton kind="quiet" href={`/reports/${id}`}>
                    Nhập, sửa số liệu
                  </LinkButton>
                ) : null}
                <LinkButton kind="quiet" href={`/reports/${id}/history`}>
                  Lịch sử
                </LinkButton>
              </>
            }
          />
        }
      />
      <PageBody>
        {report.additionsReason ? (
          <Notice kind="warning" title="Đã đề nghị bổ sung">
            “{report.additionsReason}”
            {report.additionsDueAt ? ` Hạn bổ sung: ${printDue(report.additionsDueAt)}.` : null}
          </Notice>
        ) : null}
        {appraisal?.last ? <Appraised appraisal={appraisal.last} /> : null}
        {shown.length === 0 ? (
          <Empty title={`Không có chỉ tiêu nào ở mục “${FILTER_LABELS[filter]}”`} />
        ) : (
          <ReviewTable report={report} rows={shown} comments={comments} files={files} />
        )}
        {filter === 'tat-ca' ? <Narrative report={report} files={files} /> : null}
      </PageBody>
      <ActBar report={report} mayAppraise={appraisal?.mayAppraise ?? false} />
      <MarkSeen reportId={report.id} dataVersion={report.dataVersion} />
    </>
  )
}

function Appraised({ appraisal }: { appraisal: NonNullable<AppraisalDto['last']> }) {
  const { by, at, note, current } = appraisal
  return (
    <Notice
      kind={current ? 'success' : 'warning'}
      title={`${by ?? 'Chuyên viên Trung ương'} đã thẩm định lúc ${printDateTime(at)}${current ? '' : '; số liệu đã thay đổi sau đó'}.`}
    >
      {note ? `“${note}”` : null}
    </Notice>
  )
}

function crumbsOf(report: ReportDto) {
  const { clusterYear, unit, period } = report
  return [
    clusterYear
      ? { label: clusterYear.title, href: `/clusters/${clusterYear.slug}/${clusterYear.year}` }
      : { label: 'Việc của tôi', href: '/my-work' },
    { label: unit.name, href: `/units/${unit.slug}/${period.year}` },
    { label: capitalise(periodTitle(period.kind, period.year)) },
  ]
}

function Narrative({
  report,
  files,
}: {
  report: ReportDto
  files: Awaited<ReturnType<typeof listReportEvidence>>
}) {
  const written = report.narrative.filter(({ text, evidenceCount }) => text !== '' || evidenceCount > 0)
  if (report.period.kind === 'REGISTRATION' && written.length === 0) return null
  return (
    <section aria-labelledby="thuyet-minh" className="mt-9">
      <h2 id="thuyet-minh">Thuyết minh</h2>
      {written.length === 0 ? <p className="text-mute">Đơn vị chưa viết phần thuyết minh.</p> : null}
      {written.map(({ section, text }) => (
        <section key={section} className="mt-4 max-w-[88ch]">
          <h3 className="text-base font-semibold">{SECTION_LABELS[section]}</h3>
          <p className="whitespace-pre-line">{text}</p>
          <EvidenceLinks files={files.filter((file) => file.section === section)} />
        </section>
      ))}
    </section>
  )
}
