import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { publishScoresAction } from '@/lib/scoring/actions'
import type { RubricDto } from '@/lib/scoring/types'
import type { UnitRef } from '@/lib/units/types'

/** The one deliberate act by which everyone sees every score. */
export function PublishDialog({ rubric, waiting }: { rubric: RubricDto; waiting: UnitRef[] }) {
  const ready = waiting.length === 0
  return (
    <Dialog
      opener="Công bố điểm"
      kind={ready ? 'primary' : 'secondary'}
      title="Công bố điểm và xếp loại của cụm"
    >
      <Form action={publishScoresAction}>
        <p className="mt-3 max-w-[60ch]">
          {ready
            ? 'Mọi đơn vị sẽ thấy điểm từng bước, lý do, hạng và xếp loại của nhau. Việc công bố chỉ làm một lần và không thu hồi được.'
            : `Chưa công bố được: còn ${waiting.length} đơn vị chưa có điểm chốt (${waiting.map(({ name }) => name).join(', ')}).`}
        </p>
        <input type="hidden" name="rubricId" value={rubric.id} />
        <input type="hidden" name="version" value={rubric.version} />
        <DialogActions>
          <DialogCancel />
          {ready ? <SubmitButton kind="danger">Công bố, không thu hồi</SubmitButton> : null}
        </DialogActions>
      </Form>
    </Dialog>
  )
}
