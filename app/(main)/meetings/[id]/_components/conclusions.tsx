import { SourceMark } from '@/components/meetings/source-mark'
import { TaskRow } from '@/components/meetings/task-row'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { assignTaskAction, removeConclusionAction, writeConclusionAction } from '@/lib/meetings/actions'
import { canConclude, canFollowUp, canRunMeeting } from '@/lib/meetings/policy'
import type { ConclusionDto, MeetingDto, MeetingFacts } from '@/lib/meetings/types'
import type { Actor } from '@/lib/platform/auth/actor'

/** The vice-chair's conclusion point by point, each with the tasks made of it. */
export function Conclusions({
  actor,
  facts,
  meeting,
}: {
  actor: Actor
  facts: MeetingFacts
  meeting: MeetingDto
}) {
  const writes = canConclude(actor, facts) && (facts.state === 'OPEN' || facts.state === 'CLOSED')
  const assigns = writes || canRunMeeting(actor, facts)
  return (
    <>
      <ol className="mt-2 grid max-w-[96ch] gap-2">
        {meeting.conclusions.map((point, index) => (
          <li key={point.id} className="border-hair border-t pt-2">
            <p>
              {index + 1}. {point.text}{' '}
              {point.speaker ? <span className="text-mute text-sm">({point.speaker})</span> : null}{' '}
              <SourceMark source={point.source} />
            </p>
            {point.tasks.length > 0 ? (
              <ul className="mt-1 ml-4 grid gap-1.5">
                {point.tasks.map((task) => (
                  <li key={task.id}>
                    <TaskRow task={task} mayFollow={canFollowUp(actor, facts, task.unit?.id ?? null)} />
                  </li>
                ))}
              </ul>
            ) : null}
            <div className="no-print flex flex-wrap gap-x-4">
              {assigns ? <Assign point={point} meeting={meeting} /> : null}
              {writes && !point.source ? <Edit point={point} meetingId={meeting.id} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {writes ? (
        <Form
          action={writeConclusionAction}
          clearAfterSuccess
          success="Đã ghi ý kết luận."
          className="no-print mt-3"
          aria-label="Thêm ý kết luận"
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
          <TextArea name="text" label="Thêm một ý kết luận" rows={2} wide />
          <DialogActions wide>
            <SubmitButton>Ghi kết luận</SubmitButton>
          </DialogActions>
        </Form>
      ) : null}
    </>
  )
}

function Assign({ point, meeting }: { point: ConclusionDto; meeting: MeetingDto }) {
  return (
    <Dialog kind="quiet" opener="Giao thành việc" title="Giao thành việc">
      <Form action={assignTaskAction} success="Đã giao việc.">
        <input type="hidden" name="pointId" value={point.id} />
        <TextArea name="text" label="Việc phải làm" defaultValue={point.text} />
        <Select
          name="unitId"
          label="Đơn vị"
          placeholder="Toàn cụm"
          options={meeting.memberUnits.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="dueOn" label="Hạn" required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Giao việc</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Edit({ point, meetingId }: { point: ConclusionDto; meetingId: string }) {
  return (
    <>
      <Dialog kind="quiet" opener="Sửa" title="Sửa ý kết luận">
        <Form action={writeConclusionAction} success="Đã sửa.">
          <input type="hidden" name="meetingId" value={meetingId} />
          <input type="hidden" name="pointId" value={point.id} />
          <TextArea name="text" label="Nội dung" defaultValue={point.text} />
          <DialogActions>
            <DialogCancel />
            <SubmitButton>Lưu</SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
      {point.tasks.length === 0 ? (
        <Form action={removeConclusionAction} success="Đã gỡ.">
          <input type="hidden" name="pointId" value={point.id} />
          <SubmitButton kind="quiet">Gỡ</SubmitButton>
        </Form>
      ) : null}
    </>
  )
}
