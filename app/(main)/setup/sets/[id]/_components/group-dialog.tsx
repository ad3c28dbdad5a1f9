import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitGroup } from '@/lib/indicators/setup/actions'
import type { SetSetup } from '@/lib/indicators/setup/types'
import { FrozenReason } from './frozen-reason'

/** Adds a group, or renames the one given. */
export function GroupDialog({ set, group }: { set: SetSetup; group?: { id: string; name: string } }) {
  return (
    <Dialog
      kind={group ? 'quiet' : 'secondary'}
      opener={
        group ? (
          <>
            Đổi tên nhóm<span className="sr-only"> {group.name}</span>
          </>
        ) : (
          'Thêm nhóm'
        )
      }
      title={group ? 'Đổi tên nhóm chỉ tiêu' : 'Thêm nhóm chỉ tiêu'}
    >
      <Form action={submitGroup} success="Đã lưu nhóm.">
        <input type="hidden" name="groupId" value={group?.id ?? ''} />
        <TextField name="name" label="Tên nhóm" defaultValue={group?.name} />
        <FrozenReason set={set} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu nhóm</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
