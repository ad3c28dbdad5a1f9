import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printDate } from '@/lib/platform/dates'
import { freezeReviewAction, recordReviewCountsAction, reopenReviewAction } from '@/lib/terms/actions'
import type { TermReviewDto } from '@/lib/terms/reviews/types'

/** Freezing and reopening, for whoever decides. What a source states is not reopened. */
export function ReviewActs({ review }: { review: TermReviewDto }) {
  if (review.frozenAt) return review.source ? null : <Reopen review={review} />
  return (
    <>
      <Counts review={review} />
      <Freeze review={review} />
    </>
  )
}

function Identity({ review }: { review: TermReviewDto }) {
  return (
    <>
      <input type="hidden" name="reviewId" value={review.id} />
      <input type="hidden" name="version" value={review.version} />
    </>
  )
}

function Freeze({ review }: { review: TermReviewDto }) {
  return (
    <Dialog opener="Chốt số liệu" kind="primary" title="Chốt số liệu của hội nghị">
      <Form action={freezeReviewAction}>
        <Identity review={review} />
        <p className="mt-3">
          {review.asOf
            ? `${review.items.length} chỉ tiêu được giữ nguyên như số liệu đến ngày ${printDate(review.asOf)}. Báo cáo nộp sau không làm đổi các số này.`
            : 'Chưa ghi ngày chốt số liệu: hãy chọn “Sửa nội dung” để ghi ngày trước.'}
        </p>
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Chốt số liệu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Counts({ review }: { review: TermReviewDto }) {
  return (
    <Dialog opener="Chỉ biết số tiêu chí theo mức" kind="quiet" title="Chốt theo số tiêu chí ở mỗi mức">
      <Form action={recordReviewCountsAction}>
        <Identity review={review} />
        <p className="mt-3">Dùng khi chỉ có báo cáo nêu số lượng, không có số liệu từng tiêu chí.</p>
        {review.bands.map((band) => (
          <TextField
            key={band.class}
            name={band.class}
            label={band.label}
            inputMode="numeric"
            required={false}
          />
        ))}
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Chốt các số này</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Reopen({ review }: { review: TermReviewDto }) {
  return (
    <Dialog opener="Mở lại" kind="quiet" title="Mở lại để sửa số liệu đã chốt">
      <Form action={reopenReviewAction}>
        <Identity review={review} />
        <p className="mt-3">Các số đã chốt được ghi vào nhật ký rồi bỏ khỏi bản sơ kết, tổng kết này.</p>
        <TextArea name="reason" label="Lý do" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Mở lại</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
