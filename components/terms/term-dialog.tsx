import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveTermAction } from '@/lib/terms/actions'
import type { TermDto } from '@/lib/terms/types'

/** Begins a term or mends one. `base` is the address of the list; `nextCongress` what the unit's own count comes to. */
export function TermDialog({
  base,
  unitId,
  term,
  nextCongress,
}: {
  base: string
  unitId: string | null
  term?: TermDto
  nextCongress?: number
}) {
  return (
    <Dialog
      opener={term ? 'Sửa nhiệm kỳ' : 'Thêm nhiệm kỳ'}
      kind={term ? 'quiet' : 'secondary'}
      title={term ? 'Sửa nhiệm kỳ' : 'Thêm nhiệm kỳ'}
    >
      <Form action={saveTermAction.bind(null, base)}>
        <input type="hidden" name="termId" value={term?.id ?? ''} />
        <input type="hidden" name="unitId" value={unitId ?? ''} />
        <input type="hidden" name="version" value={term?.version ?? 0} />
        <TextField
          name="startYear"
          label="Từ năm"
          inputMode="numeric"
          defaultValue={term?.startYear ?? ''}
          required={false}
        />
        <TextField
          name="endYear"
          label="Đến năm"
          hint="Năm của Đại hội sau, ví dụ nhiệm kỳ 2021 - 2026"
          inputMode="numeric"
          defaultValue={term?.endYear ?? ''}
          required={false}
        />
        <TextField
          name="congressNumber"
          label="Đại hội lần thứ"
          hint={
            nextCongress === 1
              ? 'Đơn vị mới đếm lại từ 1 (hiện thành “lần thứ I”)'
              : 'Ghi bằng chữ số thường, ví dụ 18 hiện thành XVIII'
          }
          inputMode="numeric"
          defaultValue={term ? (term.congressNumber ?? '') : (nextCongress ?? '')}
          required={false}
        />
        <DateField
          name="congressOn"
          label="Ngày Đại hội"
          defaultValue={term?.congressOn ?? ''}
          required={false}
        />
        <TextField
          name="resolution"
          label="Nghị quyết"
          defaultValue={term?.resolution ?? ''}
          required={false}
        />
        <TextArea name="note" label="Ghi chú" rows={2} defaultValue={term?.note ?? ''} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
