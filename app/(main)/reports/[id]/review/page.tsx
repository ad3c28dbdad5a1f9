import type { Metadata } from 'next'
import Link from 'next/link'
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
import { listMyWork } from '@/lib/reports/overview/queries'
import { getReport } from '@/lib/reports/queries'
import { periodTitle, printDue } from '@/lib/reports/rules'
import { REVIEW_FILTERS, reviewRows, type ReviewFilter } from '@/lib/reports/review/rules'
import { SECTION_LABELS, STATE_LABELS } from '@/lib/reports/labels'
import type { AppraisalDto, ReportDto, WorkItem } from '@/lib/reports/types'
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

const NOTHING: Record<ReviewFilter, string> = {
  'tat-ca': 'Báo cáo này không có chỉ tiêu nào',
  'can-xem': 'Không có chỉ tiêu nào cần xem riêng',
  'da-doi': 'Không có số liệu nào đổi từ lần bạn xem trước',
  'trao-doi': 'Không có trao đổi nào chưa xong',
}
const NEEDS_NO_LOOK =
  'Chỉ tiêu nào cũng có số liệu; không chỉ tiêu nào chưa đạt, có ghi chú, đã đổi hay đang trao đổi.'

export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}/review`)
  const report = await getReport(actor, id)
  if (!report) notFound()
  const { loc } = await searchParams
  const judges = report.acts.some((act) => act === 'CHECK' || act === 'CONFIRM')
  const opening: ReviewFilter = judges ? 'can-xem' : 'tat-ca'
  const filter = REVIEW_FILTERS.find((known) => known === loc) ?? opening
  const [changes, comments, files, appraisal, work] = await Promise.all([
    report.seenDataVersion === null ? null : getChangesSince(actor, id, report.seenDataVersion),
    listComments(actor, id),
    listReportEvidence(actor, id),
    getAppraisal(actor, id),
    judges || report.canEnter ? null : listMyWork(actor),
  ])
  const rows = reviewRows(report.cells, changes)
  const tabs = REVIEW_FILTERS.map((key) => ({
    href: key === opening ? `/reports/${id}/review` : `/reports/${id}/review?loc=${key}`,
    label: key === 'tat-ca' ? `Tất cả ${rows.length} chỉ tiêu` : FILTER_LABELS[key],
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
        {work && waits(report, appraisal) ? <NextReport report={report} work={work} /> : null}
        {appraisal?.last ? <Appraised appraisal={appraisal.last} /> : null}
        {shown.length === 0 ? (
          <Empty
            title={NOTHING[filter]}
            action={
              <LinkButton href={`/reports/${id}/review?loc=tat-ca`}>Xem cả {rows.length} chỉ tiêu</LinkButton>
            }
          >
            {filter === 'can-xem' ? NEEDS_NO_LOOK : null}
          </Empty>
        ) : (
          <ReviewTable report={report} rows={shown} comments={comments} files={files} />
        )}
        {filter === 'tat-ca' || filter === 'can-xem' ? <Narrative report={report} files={files} /> : null}
      </PageBody>
      <ActBar report={report} mayAppraise={appraisal?.mayAppraise ?? false} />
      <MarkSeen reportId={report.id} dataVersion={report.dataVersion} />
    </>
  )
}

/** Nothing is left for her to do with the report, so that she may go on. */
const waits = (report: ReportDto, appraisal: AppraisalDto | null): boolean =>
  !appraisal?.mayAppraise && report.state !== 'DRAFT' && report.state !== 'PRESENTED'

/** What became of the report and which one is next, for those who work through a row of them. */
function NextReport({ report, work }: { report: ReportDto; work: WorkItem[] }) {
  const waiting = work.filter(
    ({ kind, reportId }) =>
      reportId !== null &&
      reportId !== report.id &&
      (kind === 'CHECK' || kind === 'REVIEW' || kind === 'APPRAISE'),
  )
  const next = waiting[0]
  return (
    <Notice kind="success" title={`Báo cáo này: ${STATE_LABELS[report.state].toLowerCase()}.`}>
      {next ? (
        <>
          Còn {waiting.length} báo cáo chờ bạn. Tiếp theo:{' '}
          <Link href={`/reports/${next.reportId}/review`} prefetch={false} className="link">
            {periodTitle(next.period.kind, next.period.year)} của {next.unit.name}
          </Link>
          .{' '}
        </>
      ) : (
        'Không còn báo cáo nào chờ bạn. '
      )}
      <Link href="/my-work" prefetch={false} className="link">
        Về Việc của tôi
      </Link>
    </Notice>
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
