import { AwardTypeField, RecipientFields } from '@/components/awards/award-fields'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { importElectedAction, proposeNominationAction } from '@/lib/awards/actions'
import { UNSPECIFIED_TYPES, type AwardTypeDto, type BallotToImport } from '@/lib/awards/types'

type Place = { clusterYearId: string; year: number }

/** Enters a nomination by hand. `units` are those she may propose. */
export function Propose({
  clusterYearId,
  year,
  types,
  units,
  mayLeaveUnnamed,
}: Place & { types: AwardTypeDto[]; units: { id: string; name: string }[]; mayLeaveUnnamed: boolean }) {
  return (
    <Dialog opener="Thêm đề nghị" title="Đề nghị khen thưởng">
      <Form action={proposeNominationAction}>
        <input type="hidden" name="clusterYearId" value={clusterYearId} />
        <input type="hidden" name="year" value={year} />
        <AwardTypeField
          types={types}
          hint="Cờ thi đua phải qua bỏ phiếu (Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7); biên bản ghi kết quả bỏ phiếu."
        />
        <RecipientFields
          label="Đề nghị tặng cho"
          units={units.map(({ id, name }) => ({ id, label: name }))}
        />
        {mayLeaveUnnamed ? (
          <TextField
            name="unnamed"
            label="Số đơn vị chưa nêu tên"
            required={false}
            inputMode="numeric"
            hint="Chỉ dùng khi tài liệu nêu số lượng mà không nêu tên."
          />
        ) : null}
        <TextArea name="achievement" label="Tóm tắt thành tích" required={false} rows={3} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">Ghi đề nghị</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

/** Turns the announced result of a ballot into nominations. */
export function ImportBallots({
  clusterYearId,
  types,
  ballots,
}: {
  clusterYearId: string
  types: AwardTypeDto[]
  ballots: BallotToImport[]
}) {
  return (
    <section aria-labelledby="theo-phieu" className="mt-7">
      <h2 id="theo-phieu">Kết quả bỏ phiếu đã công bố</h2>
      {ballots.map((ballot) => {
        const fitting = types.filter(
          ({ code, isFlag, recipientKinds }) =>
            isFlag === ballot.isFlag && recipientKinds.includes('UNIT') && !UNSPECIFIED_TYPES.includes(code),
        )
        return (
          <Form
            key={ballot.id}
            action={importElectedAction}
            success="Đã lập đề nghị theo kết quả bỏ phiếu."
            className="border-hair border-b py-3"
          >
            <p>
              <b>{ballot.title}</b>: {ballot.elected.map(({ label }) => label).join(', ')}
            </p>
            <input type="hidden" name="clusterYearId" value={clusterYearId} />
            <input type="hidden" name="ballotId" value={ballot.id} />
            <div className="flex flex-wrap items-end gap-x-4">
              <Select
                name="awardTypeId"
                label="Lập đề nghị"
                placeholder="Chọn danh hiệu, hình thức"
                options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
                className="min-w-[280px]"
              />
              <SubmitButton kind="secondary" pendingLabel="Đang lập…">
                Lập đề nghị cho {ballot.elected.length} đơn vị
              </SubmitButton>
            </div>
          </Form>
        )
      })}
    </section>
  )
}
