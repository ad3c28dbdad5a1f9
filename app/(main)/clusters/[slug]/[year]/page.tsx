import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatementList } from '@/components/sources/statement-list'
import { Sentences } from '@/components/summaries/sentence'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { requireActor } from '@/lib/platform/auth/current'
import { listStatements } from '@/lib/sources/queries'
import { membershipSentence } from '@/lib/summaries/sentences/rules'
import { readView, readYear, type SearchParams } from './_components/address'
import { clusterHref } from './_components/cluster-href'
import { ClusterHeader } from './_components/cluster-header'
import { clusterTabs } from './_components/cluster-tabs'
import { loadClusterHistory, loadClusterYear, viewClusterYear } from './_components/cluster-view'
import { MissingYear } from './_components/missing-year'
import { reviewWaiting } from './_components/review-waiting'
import { TableActions } from './_components/table-actions'
import { TableSection } from './_components/table-section'

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
          <TableActions
            slug={slug}
            year={year}
            view={view}
            period={period}
            compared={facts.hasLast}
            empty={facts.empty}
            review={reviewWaiting(actor, clusterYear.id, facts.statuses)}
          />
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
          <TableSection
            slug={slug}
            year={year}
            view={view}
            id={id}
            src={`/api/app/v1/clusters/${slug}/${year}/table?${query}`}
            label={`Bảng kết quả ${clusterYear.cluster.name} năm ${year}, ${PERIOD_LABELS[period].toLowerCase()}`}
            groups={
              facts.groups.length > 1 ? facts.groups.map(({ name, position }) => ({ name, position })) : []
            }
            marks={facts.hasMarks}
            half={facts.hasHalf}
            illustrative={illustrative}
          />
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
