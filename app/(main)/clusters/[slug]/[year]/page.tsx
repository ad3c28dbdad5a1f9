import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExportLinks } from '@/components/documents/export-links'
import { StatementList } from '@/components/sources/statement-list'
import { Sentences } from '@/components/summaries/sentence'
import { StoredTable } from '@/components/summaries/stored-table'
import { DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { escapeHtml } from '@/components/ui/html'
import { PageBody } from '@/components/ui/page-header'
import { PrintButton } from '@/components/ui/print-button'
import { Mark } from '@/components/ui/table'
import { PERIOD_LABELS, PERIOD_SLUGS } from '@/lib/periods/labels'
import { requireActor } from '@/lib/platform/auth/current'
import { listStatements } from '@/lib/sources/queries'
import { membershipSentence } from '@/lib/summaries/sentences/rules'
import { clusterHref, readView, readYear, type SearchParams } from './_components/address'
import { ClusterHeader } from './_components/cluster-header'
import { clusterTabs } from './_components/cluster-tabs'
import { loadClusterHistory, loadClusterYear, viewClusterYear } from './_components/cluster-view'
import { MissingYear } from './_components/missing-year'
import { FigureDialog } from '@/components/summaries/figure-dialog'
import { ReviewAction } from './_components/review-action'

type Props = { params: Promise<{ slug: string; year: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, year } = await params
  const actor = await requireActor(`/clusters/${slug}/${year}`)
  const clusterYear = await loadClusterYear(actor, slug, year)
  if (clusterYear) return { title: `${clusterYear.cluster.name}, năm ${year}` }
  if (readYear(year) === null || !(await loadClusterHistory(actor, slug))) notFound()
  return { title: `Chưa có tài liệu năm ${year}` }
}

export default async function ClusterYearPage({ params, searchParams }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}`)
  const year = readYear(yearText)
  if (year === null) notFound()
  const view = readView(await searchParams)
  const found = await viewClusterYear(actor, slug, yearText, view)
  if (!found) {
    const cluster = await loadClusterHistory(actor, slug)
    if (!cluster) notFound()
    return <MissingYear cluster={cluster} year={year} />
  }

  const { clusterYear, period } = found
  const { id, extra: facts } = found.table
  const statements = facts.fromSources ? await listStatements(actor, { clusterYearId: clusterYear.id }) : []
  const illustrative = clusterYear.illustrative || facts.illustrative
  const here = (changes: Partial<typeof view>) => clusterHref(slug, year, { ...view, ...changes })
  const query = here({ period }).split('?')[1] ?? ''

  return (
    <div className="print-landscape">
      <ClusterHeader
        clusterYear={clusterYear}
        tab=""
        tabs={clusterTabs(actor, clusterYear, facts)}
        view={view}
        period={period}
        illustrative={illustrative}
        sentence={
          <Sentences
            sentences={
              facts.fromSources ? [...facts.sentences, membershipSentence(clusterYear)] : facts.sentences
            }
            year={year}
          />
        }
        actions={
          <>
            {facts.hasLast ? (
              <LinkButton kind="quiet" href={here({ compare: !view.compare })}>
                {view.compare ? 'So với chỉ tiêu đăng ký' : `So với ${year - 1}`}
              </LinkButton>
            ) : null}
            {facts.empty ? null : (
              <>
                <ExportLinks
                  table="cluster"
                  of={{ slug, nam: year, ky: PERIOD_SLUGS[period] }}
                  label="bảng kết quả của cụm"
                />
                <PrintButton />
              </>
            )}
            <ReviewAction actor={actor} clusterYearId={clusterYear.id} statuses={facts.statuses} />
          </>
        }
      />
      <PageBody>
        {facts.empty ? (
          statements.length === 0 ? (
            <Empty
              title={`Nguồn không nêu số liệu của năm ${year}`}
              action={
                <LinkButton href={clusterHref(slug, year, { tab: 'members' })}>
                  Xem thành viên của cụm
                </LinkButton>
              }
            />
          ) : null
        ) : (
          <>
            {facts.groups.length > 1 ? (
              <GroupLinks groups={facts.groups} current={view.group} href={(group) => here({ group })} />
            ) : null}
            <StoredTable
              key={id}
              id={id}
              src={`/api/app/v1/clusters/${slug}/${year}/table?${query}`}
              label={`Bảng kết quả ${clusterYear.cluster.name} năm ${year}, ${PERIOD_LABELS[period].toLowerCase()}`}
            />
            <Legend illustrative={illustrative} facts={facts} compare={view.compare} year={year} />
            <FigureDialog />
          </>
        )}
        {statements.length > 0 ? (
          <section className="mt-6">
            <h2>Những gì nguồn nêu về năm {year}</h2>
            <StatementList statements={statements} />
          </section>
        ) : null}
      </PageBody>
    </div>
  )
}

/** As elements these links would be a good part of the page's work. */
function GroupLinks({
  groups,
  current,
  href,
}: {
  groups: { name: string; position: number }[]
  current: number | null
  href: (group: number | null) => string
}) {
  const links = [{ name: 'Tất cả các nhóm', position: null }, ...groups].map(
    ({ name, position }) =>
      `<a data-soft href="${escapeHtml(href(position))}"${position === current ? ' aria-current="true"' : ''}>${escapeHtml(name)}</a>`,
  )
  return (
    <nav
      aria-label="Nhóm chỉ tiêu"
      className="no-print [&>a]:text-cham2 [&>[aria-current]]:text-ink mt-2 flex flex-wrap gap-x-4 text-sm [&>[aria-current]]:font-semibold [&>a]:py-1 [&>a]:no-underline pointer-coarse:[&>a]:py-[13px] [&>a:hover]:underline"
      dangerouslySetInnerHTML={{ __html: links.join('') }}
    />
  )
}

function Legend({
  illustrative,
  facts,
  compare,
  year,
}: {
  illustrative: boolean
  facts: { hasMarks: boolean; hasHalf: boolean }
  compare: boolean
  year: number
}) {
  if (!illustrative && !facts.hasMarks && !compare) return null
  return (
    <div className="text-mute mt-3.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {illustrative ? <DemoMark /> : null}
        {facts.hasMarks && !compare ? (
          <>
            <Mark kind="vuot">Vượt</Mark>
            <Mark kind="dat">Đạt</Mark>
            {facts.hasHalf ? <Mark kind="half">Đạt trên 50%</Mark> : null}
            <Mark kind="chua" share={0.6}>
              Chưa đạt (phần tô: mức thực hiện)
            </Mark>
          </>
        ) : null}
      </p>
      <p className="mt-1">
        {compare
          ? `Số nhỏ: cùng kỳ năm ${year - 1} và mức tăng, giảm.`
          : 'Số nhỏ: chỉ tiêu đăng ký, % thực hiện so với đăng ký. '}
        {compare ? null : <span className="no-print">Chọn một số liệu để xem nguồn và minh chứng.</span>}
      </p>
    </div>
  )
}
