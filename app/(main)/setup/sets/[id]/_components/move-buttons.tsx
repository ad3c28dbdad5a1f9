import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitIndicatorMove } from '@/lib/indicators/setup/actions'
import type { IndicatorRow, SetSetup } from '@/lib/indicators/setup/types'
import { FrozenReason } from './frozen-reason'

/** Order and life of an indicator: up, down, retired (its figures stay), brought back. */
export function MoveButtons({ set, indicator }: { set: SetSetup; indicator: IndicatorRow }) {
  const life = indicator.retired
    ? { move: 'RESTORE', label: 'Dùng lại', title: 'Dùng lại chỉ tiêu này?' }
    : { move: 'RETIRE', label: 'Ngừng', title: 'Ngừng chỉ tiêu này?' }
  return (
    <>
      {set.frozenAt ? null : (
        <>
          <Move set={set} indicator={indicator} move="UP" label="Lên" />
          <Move set={set} indicator={indicator} move="DOWN" label="Xuống" />
        </>
      )}
      <Dialog
        kind="quiet"
        opener={
          <>
            {life.label}
            <span className="sr-only"> chỉ tiêu {indicator.name}</span>
          </>
        }
        title={life.title}
      >
        <Form action={submitIndicatorMove}>
          <p className="mt-2">
            {indicator.name}.{' '}
            {indicator.retired ? null : 'Số liệu đã nhập vẫn giữ trong lịch sử, biểu mới không còn dòng này.'}
          </p>
          <input type="hidden" name="indicatorId" value={indicator.id} />
          <FrozenReason set={set} />
          <DialogActions>
            <DialogCancel />
            <SubmitButton name="move" value={life.move} pendingLabel="Đang lưu…">
              {life.label}
            </SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </>
  )
}

function Move({
  set,
  indicator,
  move,
  label,
}: {
  set: SetSetup
  indicator: IndicatorRow
  move: 'UP' | 'DOWN'
  label: string
}) {
  return (
    <Form action={submitIndicatorMove} className="inline">
      <input type="hidden" name="indicatorId" value={indicator.id} />
      <FrozenReason set={set} />
      <SubmitButton kind="quiet" name="move" value={move} pendingLabel="…">
        {label}
        <span className="sr-only"> chỉ tiêu {indicator.name}</span>
      </SubmitButton>
    </Form>
  )
}
