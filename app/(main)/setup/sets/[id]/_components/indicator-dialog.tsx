import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { AGGREGATION_LABELS, DIRECTION_LABELS, KIND_LABELS, NATURE_LABELS } from '@/lib/indicators/labels'
import { submitIndicator } from '@/lib/indicators/setup/actions'
import type { IndicatorRow, SetSetup } from '@/lib/indicators/setup/types'
import { FrozenReason } from './frozen-reason'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Adds an indicator to a set, or changes the one given. */
export function IndicatorDialog({ set, indicator }: { set: SetSetup; indicator?: IndicatorRow }) {
  return (
    <Dialog
      kind={indicator ? 'quiet' : 'primary'}
      opener={
        indicator ? (
          <>
            Sửa<span className="sr-only"> chỉ tiêu {indicator.name}</span>
          </>
        ) : (
          'Thêm chỉ tiêu'
        )
      }
      title={indicator ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'}
    >
      <Form action={submitIndicator} success="Đã lưu chỉ tiêu.">
        <input type="hidden" name="indicatorId" value={indicator?.id ?? ''} />
        <Select
          name="groupId"
          label="Nhóm"
          options={set.groups.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={indicator?.groupId}
        />
        <TextField name="name" label="Tên chỉ tiêu" defaultValue={indicator?.name} />
        <TextField name="shortName" label="Tên ngắn, dùng ở đầu cột" defaultValue={indicator?.shortName} />
        <Select
          name="kind"
          label="Loại số liệu"
          options={options(KIND_LABELS)}
          defaultValue={indicator?.kind}
        />
        <TextField
          name="measureUnit"
          label="Đơn vị tính"
          hint="hộ, người, đồng…"
          defaultValue={indicator?.measureUnit}
        />
        <TextField
          name="displayUnit"
          label="Đơn vị hiện trong bảng"
          hint="Chỉ dùng cho tiền, ví dụ: tỷ đồng"
          required={false}
          defaultValue={indicator?.displayUnit ?? ''}
        />
        <TextField
          name="decimals"
          label="Số chữ số thập phân"
          inputMode="numeric"
          defaultValue={indicator?.decimals ?? 0}
        />
        <Select
          name="direction"
          label="Chiều đánh giá"
          options={options(DIRECTION_LABELS)}
          defaultValue={indicator?.direction}
        />
        <Select
          name="aggregation"
          label="Cách tổng hợp"
          options={options(AGGREGATION_LABELS)}
          defaultValue={indicator?.aggregation}
        />
        <Select
          name="nature"
          label="Tính chất"
          options={options(NATURE_LABELS)}
          defaultValue={indicator?.nature}
        />
        <TextArea
          name="parts"
          label="Các phần của chỉ tiêu ghép"
          hint="Mỗi dòng một phần; chỉ dùng cho loại ghép."
          rows={3}
          required={false}
          defaultValue={indicator?.parts.join('\n')}
        />
        <TextArea
          name="breakdown"
          label="Phân tổ phải cộng đúng bằng tổng"
          hint="Mỗi dòng một phân tổ, ví dụ: cấp tỉnh, cấp cơ sở."
          rows={3}
          required={false}
          defaultValue={indicator?.breakdown.join('\n')}
        />
        <Checkbox
          name="cumulative"
          label="Lũy kế từ 01/01: kỳ sau không nhỏ hơn kỳ trước"
          defaultChecked={indicator?.cumulative ?? true}
        />
        <Checkbox
          name="numeratorMayPass"
          label="Tử số được lớn hơn mẫu số"
          defaultChecked={indicator?.numeratorMayPass}
        />
        <Checkbox
          name="evidenceRequired"
          label="Phải có minh chứng"
          defaultChecked={indicator?.evidenceRequired}
        />
        <TextArea
          name="definition"
          label="Cách hiểu, cách tính"
          rows={3}
          required={false}
          defaultValue={indicator?.definition ?? ''}
        />
        <TextField
          name="definitionSource"
          label="Nguồn của cách hiểu này"
          required={false}
          defaultValue={indicator?.definitionSource ?? ''}
        />
        <FrozenReason set={set} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu chỉ tiêu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
