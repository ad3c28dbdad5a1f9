import { Dialog, DialogActions } from '@/components/ui/dialog'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { recordAwardAction } from '@/lib/awards/actions'
import { RECIPIENT_LABELS } from '@/lib/awards/labels'
import { RECIPIENT_KINDS, UNSPECIFIED_TYPES, type AwardTypeDto } from '@/lib/awards/types'

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
        <Select
          name="awardTypeId"
          label="Danh hiệu, hình thức"
          placeholder="Chọn"
          options={types
            .filter(({ code }) => !UNSPECIFIED_TYPES.includes(code))
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="year" label="Năm thành tích" inputMode="numeric" defaultValue={year} />
        <Select
          name="recipientKind"
          label="Tặng cho"
          options={RECIPIENT_KINDS.map((value) => ({ value, label: RECIPIENT_LABELS[value] }))}
        />
        <Select
          name="unitId"
          label="Đơn vị"
          placeholder="Chọn đơn vị"
          options={units.map(({ id, label }) => ({ value: id, label }))}
          hint="Với tập thể, cá nhân: đơn vị của tập thể, cá nhân ấy."
        />
        <TextField name="recipient" label="Tên tập thể, cá nhân" required={false} />
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
