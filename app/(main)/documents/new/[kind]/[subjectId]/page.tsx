import { notFound, redirect } from 'next/navigation'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { Empty } from '@/components/ui/empty'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { draftPaperAction } from '@/lib/documents/life/actions'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { canDraft } from '@/lib/documents/life/policy'
import { findUnderWay, placeOf } from '@/lib/documents/life/queries'
import { factsOf, previewPaper } from '@/lib/documents/making/queries'
import { PAPER_KINDS, type PaperKind } from '@/lib/documents/types'
import { requireActor } from '@/lib/platform/auth/current'
import { isRowId } from '@/lib/platform/fields'
import { readYear } from '../../../../clusters/[slug]/[year]/_components/address'

type Props = {
  params: Promise<{ kind: string; subjectId: string }>
  searchParams: Promise<{ cum?: string | string[]; nam?: string | string[] }>
}

export const metadata = { title: 'Xem trước văn bản' }

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const { kind: named, subjectId } = await params
  const { cum, nam } = await searchParams
  const query = typeof cum === 'string' ? `?cum=${cum}` : typeof nam === 'string' ? `?nam=${nam}` : ''
  const actor = await requireActor(`/documents/new/${named}/${subjectId}${query}`)
  const clusterYearId = typeof cum === 'string' && isRowId(cum) ? cum : null
  if (!(PAPER_KINDS as readonly string[]).includes(named) || !isRowId(subjectId)) notFound()
  const kind = named as PaperKind
  const year = typeof nam === 'string' ? readYear(nam) : null
  const preview = await previewPaper(actor, kind, { id: subjectId, clusterYearId, year })
  if (!preview || !canDraft(actor, factsOf(kind, preview.subject))) notFound()
  const { subject, paper } = preview
  if (!paper.ok && paper.code === 'not_found') notFound()
  const underWay = await findUnderWay(actor, kind, subject)
  if (underWay) redirect(`/documents/${underWay}`)
  return (
    <>
      <PageHeader
        crumbs={[await placeOf(actor, subject), { label: PAPER_LABELS[kind] }]}
        title={PAPER_LABELS[kind]}
        theme={paper.ok ? paper.value.title : undefined}
        sentence={
          paper.ok ? (
            <p>
              Bản xem trước lập từ dữ liệu lúc này. Lập dự thảo để thêm lời, sửa thể thức, tải bản Word và
              PDF, trình ký.
            </p>
          ) : undefined
        }
        actions={
          paper.ok ? (
            <Form action={draftPaperAction} aria-label="Lập dự thảo">
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="subjectId" value={subjectId} />
              <input type="hidden" name="clusterYearId" value={subject.clusterYearId ?? ''} />
              <input type="hidden" name="year" value={subject.year ?? ''} />
              <SubmitButton pendingLabel="Đang lập…">Lập dự thảo</SubmitButton>
            </Form>
          ) : null
        }
      />
      <PageBody>
        {paper.ok ? (
          <PaperSheet paper={paper.value} />
        ) : (
          <Empty title="Chưa lập được văn bản này">{paper.message}</Empty>
        )}
      </PageBody>
    </>
  )
}
