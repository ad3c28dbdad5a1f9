import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StatementList } from '@/components/sources/statement-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { listClusterPapers } from '@/lib/activities/papers/queries'
import { getPledge, getRegisteredTargets, listPledgeAppendices } from '@/lib/activities/pledge/queries'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { listStatements } from '@/lib/sources/queries'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { clusterHref } from '../_components/cluster-href'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'
import { Agreements, ChangedText, MyAgreement } from './_components/agreements'
import { Papers } from './_components/papers'
import { DrafterActs } from './_components/pledge-acts'
import { PledgeSentence } from './_components/pledge-sentence'
import { PledgeText } from './_components/pledge-text'
import { SignedPaper } from './_components/signed-paper'
import { Appendices, Targets } from './_components/targets'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata: Metadata = { title: 'Giao ước thi đua' }

const SECTIONS = ['theme', 'pledge', 'solutions']

export default async function PledgePage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/pledge`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="pledge" />
  const [view, targets, appendices, papers, statements] = await Promise.all([
    getPledge(actor, clusterYear.id),
    getRegisteredTargets(actor, clusterYear.id),
    listPledgeAppendices(actor, clusterYear.id),
    listClusterPapers(actor, clusterYear.id),
    listStatements(actor, { clusterYearId: clusterYear.id }),
  ])
  if (!view) notFound()
  const { pledge, mayDraft } = view
  const told = statements.filter(({ section }) => SECTIONS.includes(section))
  const editHref = `${clusterHref(slug, clusterYear.year, { tab: 'pledge' })}/edit`
  const historic = view.closed && (pledge === null || pledge.source !== null)
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="pledge"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={pledge?.illustrative ?? clusterYear.illustrative}
        sentence={<PledgeSentence pledge={pledge} year={clusterYear.year} mayDraft={mayDraft} />}
        actions={mayDraft && pledge ? <DrafterActs pledge={pledge} editHref={editHref} /> : null}
      />
      <PageBody>
        {pledge ? (
          <>
            <ChangedText pledge={pledge} />
            <MyAgreement pledge={pledge} unitIds={view.closed ? [] : view.mayAgreeFor} />
            <PledgeText pledge={pledge} />
            {historic ? null : <Agreements pledge={pledge} />}
          </>
        ) : (
          <Empty
            title={`Chưa có giao ước năm ${clusterYear.year}`}
            action={
              mayDraft ? (
                <LinkButton kind="primary" href={editHref}>
                  Soạn giao ước
                </LinkButton>
              ) : null
            }
          >
            {view.closed
              ? 'Chưa tài liệu nào nêu giao ước của năm này.'
              : 'Cụm trưởng soạn giao ước rồi mở lấy ý kiến; khi đó văn bản hiện ở đây.'}
          </Empty>
        )}
        {targets.units.length > 0 ? (
          <Targets slug={slug} targets={targets} members={clusterYear.members} year={clusterYear.year} />
        ) : null}
        {pledge && !historic ? <Appendices appendices={appendices} /> : null}
        {pledge?.state === 'FINAL' ? <SignedPaper pledge={pledge} mayChange={mayDraft} /> : null}
        {papers.length > 0 || mayDraft ? (
          <Papers papers={papers} clusterYearId={clusterYear.id} mayChange={mayDraft} />
        ) : null}
        {told.length > 0 ? (
          <section aria-labelledby="nguon" className="mt-8">
            <h2 id="nguon">Những gì nguồn nêu về giao ước năm {clusterYear.year}</h2>
            <StatementList statements={told} />
          </section>
        ) : null}
        {canDraft(actor, { issuer: 'CLUSTER', clusterYearId: clusterYear.id, unitId: null }) ? (
          <PaperLinks
            kinds={['pledge', 'regulation', 'plan']}
            subjectId={clusterYear.id}
            clusterYearId={clusterYear.id}
          />
        ) : null}
      </PageBody>
    </>
  )
}
