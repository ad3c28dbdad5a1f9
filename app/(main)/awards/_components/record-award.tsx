import { AwardTypeField, RecipientFields } from '@/components/awards/award-fields'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { recordAwardAction } from '@/lib/awards/actions'
import type { AwardTypeDto } from '@/lib/awards/types'

/** Awards that no nomination in the app led to. */
export function RecordAward({
  types,
  units,
  year,
}: {
  types: AwardTypeDto[]
  units: { id: string; label: string }[]
  year: number
}) {
  return (
    <Dialog opener="Ghi khen thưởng" title="Ghi một khen thưởng đã có quyết định">
      <p className="text-mute mt-1">
        Dành cho khen thưởng không qua đề nghị trên phần mềm: của cấp khác, khối khác, năm trước.
      </p>
      <Form action={recordAwardAction} success="Đã ghi." clearAfterSuccess>
        <AwardTypeField types={types} />
        <TextField name="year" label="Năm thành tích" inputMode="numeric" defaultValue={year} />
        <RecipientFields label="Tặng cho" units={units} />
        <TextField name="number" label="Số quyết định" required={false} />
        <DateField name="decidedOn" label="Ngày quyết định" required={false} />
        <TextField name="issuer" label="Cơ quan ban hành" />
        <TextField name="signer" label="Người ký" required={false} />
        <TextArea name="note" label="Ghi chú" required={false} rows={2} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">Ghi khen thưởng</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
