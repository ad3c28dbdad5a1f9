import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printNumber } from '@/lib/platform/numbers/print'
import { finishStageAction } from '@/lib/scoring/actions'
import { FINISH_LABELS, STAGE_LABELS } from '@/lib/scoring/labels'
import type { ScoreStage, SheetDto } from '@/lib/scoring/types'

/** Ends the open stage with what has been saved. */
export function FinishDialog({ sheet, stage }: { sheet: SheetDto; stage: ScoreStage }) {
  const total = sheet.totals[stage]
  return (
    <Dialog
      opener={FINISH_LABELS[stage]}
      kind="primary"
      title={`${FINISH_LABELS[stage]}, ${sheet.unit.name}`}
    >
      <Form action={finishStageAction}>
        <p className="mt-3 max-w-[60ch]">
          {STAGE_LABELS[stage]} đã lưu: <b>{total ? printNumber(total.total) : 'chưa có điểm'}</b>
          {total && total.blank.length > 0 ? `, còn ${total.blank.length} tiêu chí chưa chấm` : ''}. Sau khi
          gửi, bước này không sửa được nữa. Điểm vừa nhập mà chưa bấm Lưu sẽ không được gửi.
        </p>
        <input type="hidden" name="sheetId" value={sheet.id} />
        <input type="hidden" name="version" value={sheet.version} />
        <input type="hidden" name="stage" value={stage} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>{FINISH_LABELS[stage]}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
