import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { moveActivityAction, removeActivityAction } from '@/lib/activities/actions'
import type { ActivityDto } from '@/lib/activities/joint/types'

/** Starting, handing over, and taking away what was only planned. */
export function ActivityActs({
  activity,
  list,
  mayRemove,
}: {
  activity: ActivityDto
  list: string
  mayRemove: boolean
}) {
  const { state } = activity
  const hidden = (
    <>
      <input type="hidden" name="activityId" value={activity.id} />
      <input type="hidden" name="version" value={activity.version} />
    </>
  )
  const untouched = activity.funding.length + activity.beneficiaries.length + activity.files.length === 0
  return (
    <>
      {state === 'PLANNED' && mayRemove && untouched ? (
        <Form action={removeActivityAction.bind(null, list)}>
          {hidden}
          <SubmitButton kind="quiet">Xóa</SubmitButton>
        </Form>
      ) : null}
      {state === 'PLANNED' ? (
        <Form action={moveActivityAction}>
          {hidden}
          <input type="hidden" name="state" value="UNDER_WAY" />
          <SubmitButton kind="secondary">Bắt đầu làm</SubmitButton>
        </Form>
      ) : null}
      {state === 'HANDED_OVER' ? null : (
        <Dialog opener="Ghi bàn giao" kind="primary" title="Ghi bàn giao">
          <Form action={moveActivityAction}>
            {hidden}
            <input type="hidden" name="state" value="HANDED_OVER" />
            <DateField name="handedOverOn" label="Ngày bàn giao" />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Ghi bàn giao</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      )}
    </>
  )
}
