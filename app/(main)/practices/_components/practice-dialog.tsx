import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { savePracticeAction } from '@/lib/activities/actions'
import type { PracticeDto } from '@/lib/activities/practices/types'

export function PracticeDialog({
  practice,
  unitId,
  year,
  campaigns,
}: {
  practice?: PracticeDto
  unitId: string
  year: number
  campaigns: { id: string; name: string }[]
}) {
  return (
    <Dialog
      opener={practice ? 'Sửa' : 'Viết cách làm hay'}
      kind={practice ? 'quiet' : 'primary'}
      title={practice ? 'Sửa mô hình, cách làm hay' : 'Viết mô hình, cách làm hay'}
    >
      <Form action={savePracticeAction}>
        <input type="hidden" name="practiceId" value={practice?.id ?? ''} />
        <input type="hidden" name="unitId" value={unitId} />
        <input type="hidden" name="version" value={practice?.version ?? 0} />
        <TextField name="title" label="Tên mô hình, cách làm" defaultValue={practice?.title} />
        <TextArea
          name="summary"
          label="Tóm tắt"
          hint="Một, hai câu"
          rows={2}
          defaultValue={practice?.summary}
        />
        <TextArea
          name="text"
          label="Cách làm, kết quả, điều rút ra"
          rows={8}
          defaultValue={practice?.text}
          required={false}
          wide
        />
        <TextField name="year" label="Năm" defaultValue={practice?.year ?? year} inputMode="numeric" />
        <Select
          name="campaignId"
          label="Thuộc phong trào"
          placeholder="Không thuộc phong trào nào"
          defaultValue={practice?.campaignId ?? ''}
          options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
