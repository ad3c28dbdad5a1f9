import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ExportLinks } from '@/components/documents/export-links'
import { CopyText } from '@/components/summaries/copy-text'
import { Sentences } from '@/components/summaries/sentence'
import { Badge } from '@/components/ui/badge'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { getClusterYear } from '@/lib/clusters/queries'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { isCollected } from '@/lib/periods/rules'
import { requireActor } from '@/lib/platform/auth/current'
import { printDateTime } from '@/lib/platform/dates'
import { standingLabel } from '@/lib/reports/labels'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { printDue, reminderText } from '@/lib/reports/rules'
import type { CompletenessRow } from '@/lib/reports/types'
import { completenessSentence } from '@/lib/summaries/sentences/rules'
import { AbsentYear } from '../_components/absent-year'
import { readView, readYear, type SearchParams } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

type Props = { params: Promise<{ slug: string; year: string }>; searchParams: Promise<SearchParams> }

export const metadata = { title: 'Tiến độ gửi' }

export default async function SubmissionsPage({ params, searchParams }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/submissions`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="submissions" />
  if (!clusterTabs(actor, clusterYear).includes('submissions')) notFound()
  const view = readView(await searchParams)
  const due = clusterYear.periods.filter(isCollected).map(({ id }) => id)
  const tables = await getCompleteness(actor, { clusterYearId: clusterYear.id }, due)
  const kind = view.period ?? clusterYear.openingPeriod
  const current = tables.find(({ period }) => period.kind === kind) ?? tables[0]
  if (!current) notFound()
  const reminder = reminderText(current.rows, current.period)
  return (
    <div className="print-landscape">
      <ClusterHeader
        clusterYear={clusterYear}
        tab="submissions"
        tabs={clusterTabs(actor, clusterYear)}
        view={view}
        period={current.period.kind}
        illustrative={clusterYear.illustrative}
        actions={
          <ExportLinks table="submissions" of={{ slug, nam: clusterYear.year }} label="bảng tiến độ gửi" />
        }
        sentence={<Sentences sentences={completenessSentence(current.rows)} year={clusterYear.year} />}
      />
      <PageBody>
        <ListTable label="Tiến độ gửi báo cáo của các đơn vị" cards>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {tables.map(({ period }) => (
                <th key={period.id} scope="col">
                  {PERIOD_LABELS[period.kind]}
                  {period.dueAt ? (
                    <small className="font-normal">hạn gửi {printDue(period.dueAt)}</small>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clusterYear.members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  <Link href={`/units/${member.slug}/${clusterYear.year}`} prefetch={false}>
                    {member.name}
                  </Link>
                </th>
                {tables.map(({ period, rows }) => {
                  const row = rows.find(({ unit }) => unit.id === member.id)
                  return (
                    <td key={period.id} data-label={PERIOD_LABELS[period.kind]}>
                      {row ? (
                        <div>
                          <Standing row={row} />
                        </div>
                      ) : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </ListTable>
        {reminder ? (
          <section aria-labelledby="reminder" className="no-print mt-6 max-w-[88ch]">
            <h2 id="reminder">Lời nhắc gửi các đơn vị chưa gửi</h2>
            <CopyText text={reminder} />
          </section>
        ) : null}
        {current.rows.some(({ sent }) => !sent) &&
        canDraft(actor, { issuer: 'CLUSTER', clusterYearId: clusterYear.id, unitId: null }) ? (
          <PaperLinks kinds={['reminder']} subjectId={current.period.id} clusterYearId={clusterYear.id} />
        ) : null}
      </PageBody>
    </div>
  )
}

function Standing({ row }: { row: CompletenessRow }) {
  const state = standingLabel(row)
  return (
    <>
      {row.sent && row.reportId ? (
        <Link href={`/reports/${row.reportId}/review`} prefetch={false}>
          {state}
        </Link>
      ) : (
        <span className={row.sent ? '' : 'text-mute'}>{state}</span>
      )}{' '}
      {row.lateDays > 0 ? (
        <Badge kind="wrong">
          {row.sent ? `Gửi chậm ${row.lateDays} ngày` : `Quá hạn ${row.lateDays} ngày`}
        </Badge>
      ) : null}
      {row.sentAt ? <small>gửi {printDateTime(row.sentAt)}</small> : null}
    </>
  )
}
