import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printNumber } from '@/lib/platform/numbers/print'
import { openRubricAction, saveRubricAction } from '@/lib/scoring/actions'
import type { RubricDto } from '@/lib/scoring/types'

/** Name, total, caps and bands of the rubric. */
export function RubricDialog({ rubric, clusterYearId }: { rubric: RubricDto | null; clusterYearId: string }) {
  const points = (value: string | undefined, otherwise: string) => printNumber(value ?? otherwise)
  return (
    <Dialog
      opener={rubric ? 'Sửa tổng điểm, xếp loại' : 'Soạn bảng tiêu chí'}
      kind={rubric ? 'quiet' : 'primary'}
      title="Bảng tiêu chí chấm điểm"
    >
      <Form action={saveRubricAction} success="Đã lưu.">
        <input type="hidden" name="clusterYearId" value={clusterYearId} />
        <input type="hidden" name="version" value={rubric?.version ?? 0} />
        <TextField name="name" label="Tên bảng" defaultValue={rubric?.name ?? ''} />
        <TextField
          name="total"
          label="Tổng điểm"
          inputMode="decimal"
          defaultValue={points(rubric?.total, '100')}
          hint="Thang nào cũng được: 90, 100, 1.000."
        />
        <TextField
          name="bonusCap"
          label="Điểm thưởng tối đa"
          inputMode="decimal"
          defaultValue={points(rubric?.bonusCap, '0')}
        />
        <TextField
          name="penaltyCap"
          label="Điểm trừ tối đa"
          inputMode="decimal"
          defaultValue={points(rubric?.penaltyCap, '0')}
        />
        <TextArea
          name="bands"
          label="Xếp loại"
          hint="Mỗi dòng một mức, ví dụ “Xuất sắc: 90”."
          defaultValue={(rubric?.bands ?? [])
            .map(({ label, from }) => `${label}: ${printNumber(from)}`)
            .join('\n')}
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

export function OpenDialog({ rubric, back, warned }: { rubric: RubricDto; back: string; warned: boolean }) {
  return (
    <Dialog opener="Mở chấm điểm" kind="primary" title="Mở chấm điểm">
      <Form action={openRubricAction.bind(null, back)}>
        <p className="mt-3 max-w-[60ch]">
          Mỗi đơn vị nhận một phiếu để tự chấm. Từ đó bảng tiêu chí không sửa được nữa.
          {warned ? ' Điểm tối đa hiện chưa khớp với tổng; hãy xem lại nếu đó không phải chủ ý.' : ''}
        </p>
        <input type="hidden" name="rubricId" value={rubric.id} />
        <input type="hidden" name="version" value={rubric.version} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Mở chấm điểm</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
