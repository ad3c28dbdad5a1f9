import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Select, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { blockRecipientAction, releaseRecipientAction, saveCentralNoteAction } from '@/lib/awards/actions'
import { BLOCK_LABELS } from '@/lib/awards/labels'
import { BLOCK_REASONS, type NominationDto } from '@/lib/awards/types'
import { Ids } from './acts'

/** The central union's remark, and whether the recipient is stopped for now. */
export function CentralReview({ nomination, mayReview }: { nomination: NominationDto; mayReview: boolean }) {
  const { blocked, blockedReason, centralNote } = nomination
  if (!mayReview && !blocked && !centralNote) return null
  return (
    <section aria-labelledby="trung-uong" className="mt-8">
      <h2 id="trung-uong">Trung ương Hội xét</h2>
      {blocked ? (
        <Notice kind="warning" title="Đang dừng xét">
          {blockedReason ?? 'Trung ương Hội đang dừng xét đề nghị này.'}
        </Notice>
      ) : null}
      {!mayReview && centralNote ? <p className="mt-1 whitespace-pre-line">{centralNote}</p> : null}
      {mayReview ? (
        <>
          <Form action={saveCentralNoteAction} success="Đã lưu ý kiến.">
            <Ids nomination={nomination} />
            <TextArea
              name="centralNote"
              label="Ý kiến xét"
              rows={3}
              required={false}
              defaultValue={centralNote ?? ''}
            />
            <SubmitButton kind="secondary" className="mt-3">
              Lưu ý kiến
            </SubmitButton>
          </Form>
          <div className="mt-4">
            {blocked ? (
              <Form action={releaseRecipientAction} success="Đã gỡ.">
                <Ids nomination={nomination} />
                <SubmitButton kind="quiet">Gỡ dừng xét</SubmitButton>
              </Form>
            ) : (
              <Dialog opener="Dừng xét vì có việc chưa xong" kind="quiet" title="Dừng xét">
                <p className="mt-1">
                  Không xét khen thưởng khi đang kỷ luật, thanh tra hoặc giải quyết khiếu nại (Nghị định
                  152/2025/NĐ-CP, Điều 4).
                </p>
                <Form action={blockRecipientAction} success="Đã dừng xét.">
                  <Ids nomination={nomination} />
                  <Select
                    name="kind"
                    label="Lý do"
                    options={BLOCK_REASONS.map((value) => ({ value, label: BLOCK_LABELS[value] }))}
                  />
                  <TextArea name="detail" label="Chi tiết" rows={2} required={false} />
                  <DialogActions>
                    <SubmitButton kind="danger">Dừng xét</SubmitButton>
                  </DialogActions>
                </Form>
              </Dialog>
            )}
          </div>
        </>
      ) : null}
    </section>
  )
}
