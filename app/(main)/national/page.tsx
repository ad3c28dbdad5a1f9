import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ExportLinks } from '@/components/documents/export-links'
import { CopyText } from '@/components/summaries/copy-text'
import { FigureDialog } from '@/components/summaries/figure-dialog'
import { StoredTable } from '@/components/summaries/stored-table'
import { Badge } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import { isCollected, openingPeriod } from '@/lib/periods/rules'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf } from '@/lib/platform/fields'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { printDue, reminderText } from '@/lib/reports/rules'
import type { Completeness } from '@/lib/reports/types'
import { getNationalYear } from '@/lib/summaries/national/queries'
import { watchesQuality } from '@/lib/summaries/quality/policy'
import { readView, readYear, type SearchParams } from '../clusters/[slug]/[year]/_components/address'
import { NationalHeader, nationalHref } from './_components/national-frame'
import { isLarge, viewNationalTable } from './_components/national-view'

export const metadata = { title: 'Toàn quốc' }

export default async function NationalPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('/national')
  const search = await searchParams
  const asked = firstOf(search.nam)
  if (asked !== undefined && readYear(asked) === null) notFound()
  const national = await getNationalYear(actor, asked === undefined ? null : readYear(asked))
  if (!national) {
    if (asked !== undefined) notFound()
    return (
      <>
        <PageHeader title="Toàn quốc" />
        <PageBody>
          <Empty title="Chưa có năm thi đua nào" />
        </PageBody>
      </>
    )
  }
  const period = readView(search).period ?? openingPeriod(national.periods)
  const due = national.periods.filter(isCollected).map((row) => row.id)
  const [{ id, extra: facts }, completeness] = await Promise.all([
    viewNationalTable(actor, national, period),
    // A nation of thousands has its completeness counted by cluster, under “Tổng quan”.
    isLarge(national) ? [] : getCompleteness(actor, { national: true }, due),
  ])
  const kinds = national.periods.map(({ kind }) => kind).filter((kind) => kind !== 'REGISTRATION')
  return (
    <div className="print-landscape">
      <NationalHeader
        national={national}
        tab=""
        period={period}
        periods={kinds}
        illustrative={facts.illustrative}
        sentence={
          <p>
            <b>
              {facts.reporting > 0
                ? `${facts.reporting}/${facts.units} đơn vị của ${facts.clusters} cụm có số liệu bạn được xem; ${facts.confirmed} đơn vị đã được xác nhận.`
                : `${facts.units} đơn vị trong ${facts.clusters} cụm; chưa có số liệu từng đơn vị mà bạn được xem.`}
            </b>
            {national.provinces > national.units
              ? ` Danh sách cụm năm ${national.year} có ${national.units}/${national.provinces} đơn vị của cả nước.`
              : ''}
          </p>
        }
        actions={
          <>
            {watchesQuality(actor) ? (
              <a data-soft href={`/quality?nam=${national.year}`} className="link pointer-coarse:py-3">
                Chất lượng số liệu
              </a>
            ) : null}
            {facts.indicators > 0 ? (
              <ExportLinks table="national" of={{ nam: national.year }} label="bảng toàn quốc, mọi kỳ" />
            ) : null}
          </>
        }
      />
      <PageBody className="pt-5">
        {completeness.length > 0 ? (
          <CompletenessByCluster tables={completeness} year={national.year} />
        ) : null}
        {completeness.length > 0 ? <Reminder tables={completeness} period={period} /> : null}
        {facts.indicators > 0 ? (
          <>
            <StoredTable
              key={id}
              id={id}
              src={`/api/app/v1${nationalHref('', national.year, period).replace('?', '/table?')}`}
              label={`Bảng kết quả toàn quốc năm ${national.year}`}
            />
            <p className="text-mute mt-3.5 text-sm">
              {isLarge(national)
                ? 'Mỗi dòng là một cụm: tổng các đơn vị có báo cáo đã gửi hoặc đã xác nhận mà bạn được xem; chọn tên cụm để xem từng đơn vị.'
                : 'Ô trống: báo cáo của đơn vị chưa được xác nhận nên chưa mở cho bạn xem, hoặc nguồn không nêu. “–”: đơn vị chưa gửi hoặc để trống chỉ tiêu này.'}
            </p>
            <FigureDialog />
          </>
        ) : (
          <Empty title="Năm này không có bộ chỉ tiêu toàn quốc">
            Xem từng cụm để biết những gì nguồn nêu.
          </Empty>
        )}
      </PageBody>
    </div>
  )
}

function CompletenessByCluster({ tables, year }: { tables: Completeness[]; year: number }) {
  const clusters = [
    ...new Map(
      tables.flatMap(({ rows }) =>
        rows.flatMap(({ clusterYear }) => (clusterYear ? [[clusterYear.id, clusterYear] as const] : [])),
      ),
    ).values(),
  ]
  return (
    <section aria-labelledby="completeness">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="completeness">Tiến độ gửi theo cụm</h2>
        <ExportLinks table="national-submissions" of={{ nam: year }} label="bảng tiến độ gửi toàn quốc" />
      </div>
      <ListTable label="Tiến độ gửi của các cụm" cards>
        <thead>
          <tr>
            <th scope="col">Cụm</th>
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
          {clusters.map((cluster) => (
            <tr key={cluster.id}>
              <th scope="row">
                <Link href={`/clusters/${cluster.slug}/${year}/submissions`}>{cluster.title}</Link>
              </th>
              {tables.map(({ period, rows }) => {
                const own = rows.filter((row) => row.clusterYear?.id === cluster.id)
                const late = own.filter((row) => row.lateDays > 0)
                const most = Math.max(0, ...late.map((row) => row.lateDays))
                return (
                  <td key={period.id} data-label={PERIOD_LABELS[period.kind]}>
                    <div>
                      {own.filter((row) => row.sent).length}/{own.length} đã gửi{' '}
                      {late.length > 0 ? (
                        <Badge kind="wrong">
                          {late.length} chậm, nhiều nhất {most} ngày
                        </Badge>
                      ) : null}
                    </div>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

function Reminder({ tables, period }: { tables: Completeness[]; period: PeriodKind }) {
  const current = tables.find((table) => table.period.kind === period)
  const text = current ? reminderText(current.rows, current.period) : null
  if (!text) return null
  return (
    <details className="no-print mt-3 mb-6 max-w-[88ch]">
      <summary className="unfold text-cham2">Lời nhắc gửi các đơn vị chưa gửi</summary>
      <CopyText text={text} />
    </details>
  )
}
