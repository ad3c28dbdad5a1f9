import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  discardDocumentAction,
  issueDocumentAction,
  presentDocumentAction,
  recallDocumentAction,
  returnDocumentAction,
} from '@/lib/documents/life/actions'
import type { DocumentDto } from '@/lib/documents/life/types'

/** What can be done with a paper that is not issued yet. */
export function DocumentActs({ document, today }: { document: DocumentDto; today: string }) {
  const which = (
    <>
      <input type="hidden" name="documentId" value={document.id} />
      <input type="hidden" name="version" value={document.version} />
    </>
  )
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {document.state === 'DRAFT' ? (
        <Form action={presentDocumentAction} aria-label="Trình ký">
          {which}
          <SubmitButton pendingLabel="Đang trình…">Trình ký</SubmitButton>
        </Form>
      ) : (
        <>
          <IssueDialog document={document} today={today} which={which} />
          <Dialog opener="Trả lại dự thảo" title="Trả lại dự thảo để sửa?">
            <Form action={returnDocumentAction} aria-label="Trả lại dự thảo">
              {which}
              <TextArea name="reason" label="Lý do" rows={2} required />
              <DialogActions>
                <DialogCancel />
                <SubmitButton pendingLabel="Đang trả lại…">Trả lại dự thảo</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        </>
      )}
      <Dialog opener="Bỏ dự thảo" kind="quiet" title="Bỏ dự thảo này?">
        <p className="mt-2">
          Dự thảo và lời đã thêm không còn hiện trong danh sách. Nhật ký vẫn giữ việc này.
        </p>
        <Form action={discardDocumentAction} aria-label="Bỏ dự thảo">
          {which}
          <TextArea name="reason" label="Lý do" rows={2} required />
          <DialogActions>
            <DialogCancel />
            <SubmitButton kind="danger" pendingLabel="Đang bỏ…">
              Bỏ dự thảo
            </SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </div>
  )
}

/** For what was recorded as issued by mistake. */
export function RecallDialog({ document }: { document: DocumentDto }) {
  return (
    <Dialog opener="Thu hồi văn bản" kind="quiet" title="Thu hồi văn bản đã ban hành?">
      <p className="mt-2">
        Văn bản vẫn giữ số, ngày, bản Word và PDF, và được ghi rõ là đã thu hồi kèm lý do. Sau đó lập được văn
        bản khác thay thế; văn bản đã thu hồi không dùng lại được.
      </p>
      <Form action={recallDocumentAction} aria-label="Thu hồi văn bản">
        <input type="hidden" name="documentId" value={document.id} />
        <input type="hidden" name="version" value={document.version} />
        <TextArea name="reason" label="Lý do" rows={2} required />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang thu hồi…">
            Thu hồi văn bản
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function IssueDialog({
  document,
  today,
  which,
}: {
  document: DocumentDto
  today: string
  which: React.ReactNode
}) {
  return (
    <Dialog opener="Ghi đã ban hành" kind="primary" title="Ghi văn bản đã ban hành">
      <p className="prose mt-2">
        Ghi đúng số, ngày và người đã ký bản giấy hoặc bản ký số. Hệ thống giữ nguyên bản Word và PDF lúc này,
        không thay cho chữ ký và con dấu.
      </p>
      <Form action={issueDocumentAction} aria-label="Ghi đã ban hành">
        {which}
        {document.frame.symbol ? (
          <TextField
            name="number"
            label="Số"
            hint={`Ký hiệu: /${document.frame.symbol}`}
            inputMode="numeric"
            autoComplete="off"
            required
          />
        ) : null}
        <DateField name="datedOn" label="Ngày ban hành" defaultValue={today} max={today} required />
        <TextField
          name="name"
          label="Họ tên người đã ký"
          defaultValue={document.frame.signatory.name}
          required
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang giữ bản ban hành…">Ghi đã ban hành</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
