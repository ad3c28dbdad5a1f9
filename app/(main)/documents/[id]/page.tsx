import { notFound } from 'next/navigation'
import { DocumentStateBadge } from '@/components/documents/document-state'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { buttonClass } from '@/components/ui/button'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { getDocument } from '@/lib/documents/life/queries'
import { isUnderWay, wasIssued } from '@/lib/documents/life/rules'
import type { DocumentDto } from '@/lib/documents/life/types'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { DocumentActs, RecallDialog } from './_components/document-acts'
import { DocumentTrail } from './_components/document-trail'
import { FrameForm } from './_components/frame-form'
import { SignedCopies } from './_components/signed-copies'
import { TextsForm } from './_components/texts-form'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Văn bản' }

export default async function DocumentPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/documents/${id}`)
  const document = await getDocument(actor, id)
  if (!document) notFound()
  const { paper, state, mayDraft } = document
  const recalled = document.events.find(({ act }) => act === 'RECALL')
  const today = await readToday()
  return (
    <>
      <PageHeader
        crumbs={[
          { label: document.place.label, href: document.place.href },
          { label: PAPER_LABELS[document.kind] },
        ]}
        title={PAPER_LABELS[document.kind]}
        theme={paper?.title}
        mark={<DocumentStateBadge state={state} />}
        sentence={<p>{sentenceOf(document)}</p>}
        actions={
          paper && state !== 'DISCARDED' ? (
            <>
              <a
                href={`/api/app/v1/documents/${document.id}/docx`}
                className={buttonClass('secondary')}
                download
              >
                Tải bản Word
              </a>
              <a
                href={`/api/app/v1/documents/${document.id}/pdf`}
                className={buttonClass('secondary')}
                download
              >
                Tải bản PDF
              </a>
            </>
          ) : null
        }
      />
      <PageBody>
        {document.dataChanged ? (
          <Notice kind="warning" title="Dữ liệu đã thay đổi từ khi lập văn bản">
            <p>
              Văn bản giữ nguyên như khi ban hành. Nếu cần, lập văn bản mới cùng loại từ dữ liệu hiện nay.
            </p>
          </Notice>
        ) : null}
        {recalled ? (
          <Notice kind="warning" title="Văn bản này đã thu hồi">
            <p>Lý do: {recalled.reason}</p>
          </Notice>
        ) : null}
        {document.refusal ? <Notice kind="warning" title={document.refusal} /> : null}
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_minmax(320px,420px)]">
          <section aria-label="Bản xem trước" className="min-w-0 max-xl:order-2">
            {paper ? (
              <PaperSheet paper={paper} />
            ) : (
              <Empty title="Không dựng được bản xem trước">{document.refusal ?? 'Văn bản đã bỏ.'}</Empty>
            )}
          </section>
          <div className="no-print min-w-0">
            {mayDraft && isUnderWay(state) ? <DocumentActs document={document} today={today} /> : null}
            {mayDraft && state === 'DRAFT' ? (
              <>
                <TextsForm document={document} />
                <FrameForm document={document} />
              </>
            ) : null}
            {mayDraft && state === 'ISSUED' ? <RecallDialog document={document} /> : null}
            {wasIssued(state) ? <SignedCopies document={document} /> : null}
            <DocumentTrail document={document} />
          </div>
        </div>
      </PageBody>
    </>
  )
}

function sentenceOf({ state, number, datedOn, files }: DocumentDto): string {
  switch (state) {
    case 'DRAFT':
      return 'Dự thảo lấy số liệu lúc này mỗi lần mở; lời bạn thêm được giữ nguyên.'
    case 'PRESENTED':
      return 'Đang trình ký: in bản Word hoặc PDF để ký, đóng dấu, rồi ghi số, ngày ban hành.'
    case 'ISSUED':
    case 'RECALLED':
      return `${state === 'RECALLED' ? 'Đã thu hồi. ' : ''}${number ? `Số ${number}, ban` : 'Ban'} hành ngày ${datedOn ? printDate(datedOn) : ''}. ${
        files.length > 0 ? 'Bản ký đính kèm bên dưới.' : 'Chưa đính kèm bản ký, đóng dấu hoặc bản ký số.'
      }`
    case 'DISCARDED':
      return 'Dự thảo này đã bỏ.'
  }
}
