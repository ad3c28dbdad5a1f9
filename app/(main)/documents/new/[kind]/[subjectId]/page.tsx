import { notFound, redirect } from 'next/navigation'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { Empty } from '@/components/ui/empty'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { draftPaperAction } from '@/lib/documents/life/actions'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { canDraft } from '@/lib/documents/life/policy'
import { findUnderWay } from '@/lib/documents/life/queries'
import { factsOf, previewPaper } from '@/lib/documents/making/queries'
import { PAPER_KINDS, type PaperKind } from '@/lib/documents/types'
import { requireActor } from '@/lib/platform/auth/current'

type Props = {
  params: Promise<{ kind: string; subjectId: string }>
  searchParams: Promise<{ cum?: string | string[] }>
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const metadata = { title: 'Xem trước văn bản' }

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const { kind: named, subjectId } = await params
  const { cum } = await searchParams
  const actor = await requireActor(`/documents/new/${named}/${subjectId}`)
  const clusterYearId = typeof cum === 'string' && ID.test(cum) ? cum : null
  if (!(PAPER_KINDS as readonly string[]).includes(named) || !ID.test(subjectId)) notFound()
  const kind = named as PaperKind
  const preview = await previewPaper(actor, kind, subjectId, clusterYearId)
  if (!preview.ok && preview.code === 'not_found') notFound()
  const subject = preview.ok ? preview.value.subject : null
  const mayDraft = subject !== null && canDraft(actor, factsOf(kind, subject))
  if (subject && !mayDraft) notFound()
  const underWay = subject && (await findUnderWay(actor, kind, subject))
  if (underWay) redirect(`/documents/${underWay}`)
  return (
    <>
      <PageHeader
        title={PAPER_LABELS[kind]}
        sentence={
          preview.ok ? (
            <p>
              Bản xem trước lập từ dữ liệu lúc này. Lập dự thảo để thêm lời, sửa thể thức, tải bản Word và
              PDF, trình ký.
            </p>
          ) : undefined
        }
        actions={
          preview.ok ? (
            <Form action={draftPaperAction} aria-label="Lập dự thảo">
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="subjectId" value={subjectId} />
              <input type="hidden" name="clusterYearId" value={subject?.clusterYearId ?? ''} />
              <SubmitButton pendingLabel="Đang lập…">Lập dự thảo</SubmitButton>
            </Form>
          ) : null
        }
      />
      <PageBody>
        {preview.ok ? (
          <PaperSheet paper={preview.value.paper} />
        ) : (
          <Empty title="Chưa lập được văn bản này">{preview.message}</Empty>
        )}
      </PageBody>
    </>
  )
}
