import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveBallotRules } from '@/lib/ballots/actions'
import type { BallotControlDto } from '@/lib/ballots/types'
import { ChangeBallot } from '../../_components/new-ballot'
import { RulesFields } from '../../_components/rules-fields'

/** What may be changed until the rules have been read out. */
export function Draft({
  ballot,
  units,
}: {
  ballot: BallotControlDto
  units: { id: string; name: string }[]
}) {
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      <Dialog opener="Sửa nội dung, danh sách" title="Sửa lần bỏ phiếu">
        <ChangeBallot ballot={ballot} units={units} />
      </Dialog>
      <Dialog opener="Sửa thể lệ" title="Thể lệ của lần bỏ phiếu này">
        <Form action={saveBallotRules} success="Đã lưu thể lệ.">
          <input type="hidden" name="ballotId" value={ballot.id} />
          <input type="hidden" name="version" value={ballot.version} />
          <RulesFields rules={ballot.rules} />
          <DialogActions>
            <DialogCancel />
            <SubmitButton pendingLabel="Đang lưu…">Lưu thể lệ</SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </div>
  )
}
