import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DocumentTable } from '@/components/documents/document-table'
import { PaperLinks } from '@/components/documents/paper-links'
import { ReviewView } from '@/components/terms/review-view'
import { unitTermCrumbs } from '@/components/terms/crumbs'
import { canDraft } from '@/lib/documents/life/policy'
import { listDocuments } from '@/lib/documents/life/queries'
import { PAPERS } from '@/lib/documents/types'
import { readToday } from '@/lib/periods/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { requireActor } from '@/lib/platform/auth/current'
import { reviewKindOf } from '@/lib/terms/labels'
import { getTermReviewOf } from '@/lib/terms/reviews/queries'
import type { TermRef } from '@/lib/terms/types'

type Props = { params: Promise<{ slug: string; term: string; review: string }> }

export const metadata: Metadata = { title: 'Sơ kết, tổng kết nhiệm kỳ' }

export default async function UnitReviewPage({ params }: Props) {
  const { slug: unitSlug, term: slugTerm, review: kindSlug } = await params
  const actor = await requireActor(`/units/${unitSlug}/terms/${slugTerm}/${kindSlug}`)
  const kind = reviewKindOf(kindSlug)
  const review = kind && (await getTermReviewOf(actor, unitSlug, slugTerm, kind))
  if (!review) notFound()
  const { term } = review
  return (
    <ReviewView
      review={review}
      crumbs={unitTermCrumbs(term)}
      today={await readToday()}
      papers={kind === 'MIDTERM' ? <MidtermPapers actor={actor} term={term} /> : null}
    />
  )
}

/** The mid-term report as paper: those made, and where the next one begins. */
async function MidtermPapers({ actor, term }: { actor: Actor; term: TermRef }) {
  const documents = await listDocuments(actor, { kind: 'midterm_report', subjectId: term.id })
  const mayDraft = canDraft(actor, {
    issuer: PAPERS.midterm_report.issuer,
    clusterYearId: null,
    unitId: term.unit?.id ?? null,
    year: null,
  })
  return (
    <>
      {documents.length > 0 ? (
        <section aria-labelledby="van-ban" className="mt-8">
          <h2 id="van-ban">Văn bản</h2>
          <DocumentTable documents={documents} offers={[]} />
        </section>
      ) : null}
      {mayDraft ? <PaperLinks kinds={['midterm_report']} subjectId={term.id} clusterYearId={null} /> : null}
    </>
  )
}
