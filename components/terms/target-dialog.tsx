import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TickList } from '@/components/ui/tick-list'
import { DIRECTION_LABELS } from '@/lib/indicators/labels'
import { DIRECTIONS } from '@/lib/indicators/types'
import { recordUnstatedTargetsAction, retireTargetAction, saveTargetAction } from '@/lib/terms/actions'
import { MANNER_LABELS, TARGET_KIND_LABELS, termPhrase } from '@/lib/terms/labels'
import { TARGET_KINDS, TERM_MANNERS, type TargetDto, type TargetRef } from '@/lib/terms/types'

type Choices = { indicators: { code: string; name: string }[]; national: TargetRef[] }

/** Adds a target or mends one. `national` is empty for a national term, which serves no other. */
export function TargetDialog({
  termId,
  target,
  indicators,
  national,
}: Choices & { termId: string; target?: TargetDto }) {
  return (
    <Dialog
      opener={target ? 'Sửa chỉ tiêu' : 'Thêm chỉ tiêu'}
      kind={target ? 'quiet' : 'primary'}
      title={target ? 'Sửa chỉ tiêu nhiệm kỳ' : 'Thêm chỉ tiêu nhiệm kỳ'}
    >
      <Form action={saveTargetAction} success="Đã lưu." clearAfterSuccess={!target}>
        <input type="hidden" name="termId" value={termId} />
        <input type="hidden" name="targetId" value={target?.id ?? ''} />
        <input type="hidden" name="version" value={target?.version ?? 0} />
        <TextField
          name="number"
          label="Số thứ tự trong nghị quyết"
          defaultValue={target?.number ?? ''}
          required={false}
        />
        <TextArea name="name" label="Nội dung" rows={2} defaultValue={target?.name ?? ''} />
        <Select
          name="manner"
          label="Cách tính"
          hint="Hằng năm: năm nào cũng phải đạt. Cả nhiệm kỳ: cộng các năm. Mức: đạt đến khi kết thúc."
          defaultValue={target?.manner ?? 'CUMULATIVE'}
          options={TERM_MANNERS.map((value) => ({ value, label: MANNER_LABELS[value] }))}
        />
        <Select
          name="kind"
          label="Loại số liệu"
          defaultValue={target?.kind ?? 'COUNT'}
          options={TARGET_KINDS.map((value) => ({ value, label: TARGET_KIND_LABELS[value] }))}
        />
        <TextField
          name="measureUnit"
          label="Đơn vị tính"
          hint="Ví dụ hộ, người, hợp tác xã"
          defaultValue={target?.measureUnit ?? ''}
          required={false}
        />
        <Select
          name="direction"
          label="Chiều đánh giá"
          defaultValue={target?.direction ?? 'HIGHER_IS_BETTER'}
          options={DIRECTIONS.map((value) => ({ value, label: DIRECTION_LABELS[value] }))}
        />
        <TextField
          name="plan"
          label="Mức phải đạt"
          hint="Viết như trong nghị quyết: 33.500, 80%, 20 tỷ"
          defaultValue={target?.plan ?? ''}
        />
        <TextField
          name="base"
          label="Mức đầu nhiệm kỳ"
          hint="Cho chỉ tiêu tính theo mức, để vẽ lộ trình"
          defaultValue={target?.base ?? ''}
          required={false}
        />
        <TextArea
          name="milestones"
          label="Lộ trình từng năm"
          hint="Mỗi dòng một năm, ví dụ “2023: 40.000”. Để trống thì chia đều."
          rows={3}
          defaultValue={target?.milestones.map(({ year, plan }) => `${year}: ${plan}`).join('\n') ?? ''}
          required={false}
        />
        <TickList
          name="codes"
          legend="Lấy số liệu từ chỉ tiêu hằng năm"
          hint="Không chọn thì nhập tay từng năm"
          empty="Chưa có chỉ tiêu nào để chọn."
          boxed
          required={false}
          options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
          chosen={target?.indicators.map(({ code }) => code) ?? []}
        />
        {national.length > 0 ? (
          <TickList
            name="nationalIds"
            legend="Góp vào chỉ tiêu toàn quốc"
            boxed
            required={false}
            options={national.map(({ id, number, name, term }) => ({
              value: id,
              label: `${number ? `${number}. ` : ''}${name ?? ''} (${termPhrase(term)})`,
            }))}
            chosen={target?.national.map(({ id }) => id) ?? []}
          />
        ) : null}
        <TextArea name="note" label="Ghi chú" rows={2} defaultValue={target?.note ?? ''} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

/** Strikes a target off, with the reason. */
export function RetireTarget({ target }: { target: TargetDto }) {
  return (
    <Dialog opener="Rút chỉ tiêu" kind="quiet" title="Rút chỉ tiêu khỏi nhiệm kỳ">
      <Form action={retireTargetAction}>
        <input type="hidden" name="targetId" value={target.id} />
        <input type="hidden" name="version" value={target.version} />
        <p className="mt-3">Các lần sơ kết, tổng kết đã chốt vẫn giữ chỉ tiêu này.</p>
        <TextArea name="reason" label="Lý do, căn cứ" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Rút chỉ tiêu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

/** For a resolution of which only the number of targets is known. */
export function UnstatedTargets({ termId }: { termId: string }) {
  return (
    <Dialog opener="Chỉ biết số tiêu chí" kind="quiet" title="Ghi số tiêu chí của nghị quyết">
      <Form action={recordUnstatedTargetsAction} success="Đã ghi.">
        <input type="hidden" name="termId" value={termId} />
        <p className="mt-3">Mỗi tiêu chí là một dòng chưa có nội dung; khi có nghị quyết thì ghi tiếp.</p>
        <TextField name="total" label="Tổng số tiêu chí" inputMode="numeric" />
        <TextField name="note" label="Nguồn nêu số này" />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Ghi</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
