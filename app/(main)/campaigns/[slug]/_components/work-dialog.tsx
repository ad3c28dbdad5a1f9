import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveWorkAction } from '@/lib/activities/actions'
import { WORK_LEVEL_LABELS } from '@/lib/activities/campaigns/labels'
import { levelsOf } from '@/lib/activities/campaigns/rules'
import type { WorkDto, WorkLevel } from '@/lib/activities/campaigns/types'

/** What a unit registered and did at one level in one year. */
export function WorkDialog({
  campaignId,
  unit,
  year,
  work,
}: {
  campaignId: string
  unit: { id: string; name: string }
  year: number
  work?: WorkDto & { level: WorkLevel }
}) {
  return (
    <Dialog
      opener={work ? 'Sửa số' : 'Ghi công trình, phần việc'}
      kind={work ? 'quiet' : 'primary'}
      title={`Công trình, phần việc của ${unit.name}`}
    >
      <Form action={saveWorkAction} success="Đã lưu.">
        <input type="hidden" name="campaignId" value={campaignId} />
        <input type="hidden" name="unitId" value={unit.id} />
        <input type="hidden" name="version" value={work?.version ?? 0} />
        {work ? (
          <>
            <input type="hidden" name="year" value={year} />
            <input type="hidden" name="level" value={work.level} />
            <p className="mt-3">
              {WORK_LEVEL_LABELS[work.level]}, năm {year}
            </p>
          </>
        ) : (
          <>
            <TextField name="year" label="Năm" defaultValue={year} inputMode="numeric" />
            <Select
              name="level"
              label="Cấp"
              defaultValue="COMMUNE"
              options={levelsOf(year).map((level) => ({ value: level, label: WORK_LEVEL_LABELS[level] }))}
            />
          </>
        )}
        <TextField
          name="registered"
          label="Số đã đăng ký"
          defaultValue={work?.registered ?? ''}
          inputMode="numeric"
          required={false}
        />
        <TextField
          name="done"
          label="Số đã hoàn thành"
          defaultValue={work?.done ?? ''}
          inputMode="numeric"
          required={false}
        />
        <TextField name="note" label="Ghi chú" defaultValue={work?.note ?? ''} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
