import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ExportLinks } from '@/components/documents/export-links'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { PrintButton } from '@/components/ui/print-button'
import { PrintDate } from '@/components/ui/print-date'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { getScoreBoard } from '@/lib/scoring/rubric/queries'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { clusterHref } from '../_components/cluster-href'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'
import { BoardSentence } from './_components/board-sentence'
import { Progress, Ranking } from './_components/board-tables'
import { PublishDialog } from './_components/publish-dialog'
import { Teams } from './_components/teams'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata: Metadata = { title: 'Chấm điểm' }

export default async function ScoresPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/scores`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  const board = clusterYear && (await getScoreBoard(actor, clusterYear.id))
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="scores" />
  if (!board) notFound()
  const { rubric, may } = board
  const href = clusterHref(slug, clusterYear.year, { tab: 'scores' })
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="scores"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={rubric?.illustrative ?? clusterYear.illustrative}
        sentence={<BoardSentence board={board} year={clusterYear.year} />}
        actions={
          rubric ? (
            <>
              <LinkButton kind="quiet" href={`${href}/rubric`}>
                {may.draft ? 'Soạn bảng tiêu chí' : 'Bảng tiêu chí'}
              </LinkButton>
              {rubric.state === 'DRAFT' ? null : (
                <ExportLinks table="scores" of={{ slug, nam: clusterYear.year }} label="bảng chấm điểm" />
              )}
              {rubric.state === 'PUBLISHED' ? <PrintButton /> : null}
              {may.publish ? <PublishDialog rubric={rubric} waiting={board.waiting} /> : null}
            </>
          ) : null
        }
      />
      <PageBody>
        <PrintDate />
        {!rubric || rubric.state === 'DRAFT' ? (
          <Empty
            title={rubric ? 'Bảng tiêu chí đang soạn' : `Chưa có bảng tiêu chí năm ${clusterYear.year}`}
            action={
              may.draft ? (
                <LinkButton kind="primary" href={`${href}/rubric`}>
                  {rubric ? 'Soạn tiếp bảng tiêu chí' : 'Soạn bảng tiêu chí'}
                </LinkButton>
              ) : null
            }
          >
            Khi bảng tiêu chí được mở, mỗi đơn vị tự chấm, tổ được phân công chấm chéo, Trung ương Hội thẩm
            định và chốt điểm. Điểm chỉ hiện cho mọi người sau khi công bố.
          </Empty>
        ) : rubric.state === 'PUBLISHED' ? (
          <Ranking board={board} href={href} />
        ) : (
          <Progress board={board} href={href} />
        )}
        {rubric ? <Teams board={board} members={clusterYear.members} rubricId={rubric.id} /> : null}
        {rubric && canDraft(actor, { issuer: 'CLUSTER', clusterYearId: clusterYear.id, unitId: null }) ? (
          <PaperLinks kinds={['score_table']} subjectId={clusterYear.id} clusterYearId={clusterYear.id} />
        ) : null}
      </PageBody>
    </>
  )
}
