import { DialogActions } from '@/components/ui/dialog'
import { Checkbox, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { prepareBallot, saveBallot } from '@/lib/ballots/actions'
import { METHOD_LABELS, PURPOSE_LABELS } from '@/lib/ballots/labels'
import { BALLOT_PURPOSES, LIVE_METHODS, type BallotControlDto } from '@/lib/ballots/types'

type Unit = { id: string; name: string }

/** Prepares a ballot: what, how, among whom, how many. */
export function NewBallot({ meetingId, units }: { meetingId: string; units: Unit[] }) {
  return (
    <section aria-labelledby="chuan-bi" className="mt-9">
      <h2 id="chuan-bi">Chuẩn bị một lần bỏ phiếu</h2>
      <Form action={prepareBallot} aria-label="Chuẩn bị một lần bỏ phiếu">
        <input type="hidden" name="meetingId" value={meetingId} />
        <Fields units={units} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang lưu…">Chuẩn bị lần bỏ phiếu</SubmitButton>
        </DialogActions>
      </Form>
    </section>
  )
}

/** The same fields of a ballot whose rules have not been read yet. */
export function ChangeBallot({ ballot, units }: { ballot: BallotControlDto; units: Unit[] }) {
  return (
    <Form action={saveBallot} success="Đã lưu." aria-label="Sửa lần bỏ phiếu">
      <input type="hidden" name="ballotId" value={ballot.id} />
      <input type="hidden" name="version" value={ballot.version} />
      <Fields units={units} ballot={ballot} />
      <DialogActions>
        <SubmitButton kind="secondary" pendingLabel="Đang lưu…">
          Lưu nội dung
        </SubmitButton>
      </DialogActions>
    </Form>
  )
}

function Fields({ units, ballot }: { units: Unit[]; ballot?: BallotControlDto }) {
  const chosen = ballot?.candidates
  return (
    <>
      <Select
        name="purpose"
        label="Mục đích"
        options={BALLOT_PURPOSES.map((value) => ({ value, label: PURPOSE_LABELS[value] }))}
        defaultValue={ballot?.purpose ?? 'FLAG'}
      />
      <TextField name="title" label="Nội dung, như in trên phiếu" defaultValue={ballot?.title} />
      <Select
        name="method"
        label="Hình thức"
        options={LIVE_METHODS.map((value) => ({ value, label: METHOD_LABELS[value] }))}
        defaultValue={ballot && ballot.method !== 'NOT_STATED' ? ballot.method : 'SECRET_PAPER'}
      />
      <div className="flex max-w-[520px] flex-wrap gap-x-4">
        <TextField
          name="choose"
          type="number"
          min={1}
          label="Mỗi phiếu chọn tối đa"
          className="w-44"
          defaultValue={ballot?.choose ?? 2}
        />
        <TextField
          name="quota"
          type="number"
          min={1}
          label="Lấy"
          className="w-32"
          defaultValue={ballot?.quota ?? 2}
        />
      </div>
      <fieldset className="mt-4">
        <legend className="font-semibold">Danh sách bầu</legend>
        <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(180px,1fr))] gap-x-4">
          {units.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="unitIds"
              value={id}
              label={name}
              defaultChecked={chosen ? chosen.some((one) => one.unitId === id) : true}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        name="others"
        label="Người, tập thể khác, mỗi dòng một"
        rows={2}
        required={false}
        defaultValue={(chosen ?? [])
          .filter(({ unitId }) => unitId === null)
          .map(({ label }) => label)
          .join('\n')}
      />
      <details className="mt-4">
        <summary className="unfold text-cham2">Ưu tiên khi bằng phiếu</summary>
        <p className="text-mute mt-1 max-w-[68ch] text-xs">
          Chỉ có tác dụng khi thể lệ cho ưu tiên giữa những người bằng phiếu (ví dụ: nữ, tập thể có từ 70%
          nữ).
        </p>
        <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(180px,1fr))] gap-x-4">
          {units.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="preferredUnitIds"
              value={id}
              label={name}
              defaultChecked={chosen?.some((one) => one.unitId === id && one.preferred)}
            />
          ))}
        </div>
      </details>
    </>
  )
}
