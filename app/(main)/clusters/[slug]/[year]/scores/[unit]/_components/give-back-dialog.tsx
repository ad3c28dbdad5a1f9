import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { giveBackSelfScoreAction } from '@/lib/scoring/actions'
import { GIVE_BACK_LABELS } from '@/lib/scoring/labels'
import type { SelfReturn, SheetDto } from '@/lib/scoring/types'

const ABOUT: Record<SelfReturn, string> = {
  TAKE_BACK: 'Đơn vị sửa rồi gửi lại. Rút về được khi đơn vị chấm chéo chưa bắt đầu.',
  HAND_BACK:
    'Đơn vị sửa rồi gửi lại. Điểm chấm chéo đã ghi vẫn còn, nhưng hai bên phải thống nhất lại biên bản.',
}

/** Gives a sent self-score back to its unit, with the reason. */
export function GiveBackDialog({ sheet, way }: { sheet: SheetDto; way: SelfReturn }) {
  return (
    <Dialog opener={GIVE_BACK_LABELS[way]} title={`${GIVE_BACK_LABELS[way]}, ${sheet.unit.name}`}>
      <Form action={giveBackSelfScoreAction}>
        <p className="mt-3 max-w-[60ch]">{ABOUT[way]}</p>
        <input type="hidden" name="sheetId" value={sheet.id} />
        <input type="hidden" name="version" value={sheet.version} />
        <TextArea name="reason" label="Lý do" rows={3} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang gửi…">{GIVE_BACK_LABELS[way]}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
