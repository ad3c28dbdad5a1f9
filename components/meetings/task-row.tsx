import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { followUpTaskAction } from '@/lib/meetings/actions'
import { TASK_STATE_LABELS } from '@/lib/meetings/labels'
import { TASK_STATES, type TaskDto } from '@/lib/meetings/types'
import { printDate } from '@/lib/platform/dates'

/** One task with what has come of it, and the form that says how it stands. */
export function TaskRow({ task, mayFollow }: { task: TaskDto; mayFollow: boolean }) {
  return (
    <>
      <p>
        <b>{task.unit?.name ?? 'Toàn cụm'}</b>: {task.text}
        {task.dueOn ? <span className="text-mute"> · hạn {printDate(task.dueOn)}</span> : null}{' '}
        <Badge kind={task.state === 'OPEN' ? 'wait' : 'plain'}>{TASK_STATE_LABELS[task.state]}</Badge>
      </p>
      {task.followUps.length > 0 ? (
        <ul className="text-mute ml-4 text-sm">
          {task.followUps.map((followUp) => (
            <li key={followUp.id}>
              {printDate(followUp.at)}, {followUp.by}: {followUp.text}
            </li>
          ))}
        </ul>
      ) : null}
      {mayFollow ? (
        <div className="no-print">
          <Dialog kind="quiet" opener="Ghi tình hình" title="Tình hình thực hiện">
            <Form action={followUpTaskAction} success="Đã ghi tình hình.">
              <input type="hidden" name="taskId" value={task.id} />
              <input type="hidden" name="version" value={task.version} />
              <Select
                name="state"
                label="Tình hình"
                defaultValue={task.state}
                options={TASK_STATES.map((state) => ({ value: state, label: TASK_STATE_LABELS[state] }))}
              />
              <TextArea name="text" label="Đã làm được gì" />
              <DialogActions>
                <DialogCancel />
                <SubmitButton>Lưu</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        </div>
      ) : null}
    </>
  )
}
