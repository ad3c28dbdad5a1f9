import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextArea, TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { saveHandedOut, saveLostDevice, saveOpinion } from '@/lib/ballots/actions'
import type { BallotControlDto, BallotState } from '@/lib/ballots/types'
import { BallotForm } from './ballot-form'

const TAKES_OPINIONS: readonly BallotState[] = [
  'DRAFT',
  'RULES_READ',
  'COMMITTEE_APPROVED',
  'ISSUING',
  'ISSUE_CLOSED',
  'CASTING',
]

/** The roll: who may vote, who is present, who received a paper, who gave an opinion in writing. Never who cast. */
export function Roll({ ballot }: { ballot: BallotControlDto }) {
  if (ballot.method === 'NOT_STATED') return null
  const byUnit = ballot.rules.roll === 'UNIT'
  const handing = ballot.method === 'SECRET_PAPER' && ballot.state === 'ISSUING'
  const absent = ballot.roll.filter((line) => !line.present && !line.issued && !line.gaveOpinion)
  const losable = ballot.roll.filter(({ issued, lost }) => issued && !lost)
  return (
    <section aria-labelledby="danh-sach" className="mt-8">
      <h2 id="danh-sach">Danh sách bỏ phiếu</h2>
      {handing ? <HandOut ballot={ballot} /> : <RollTable ballot={ballot} byUnit={byUnit} />}
      <div className="no-print mt-3 flex flex-wrap gap-3">
        {ballot.rules.writtenOpinions &&
        ballot.method !== 'CONSENSUS' &&
        TAKES_OPINIONS.includes(ballot.state) &&
        absent.length > 0 ? (
          <Opinion ballot={ballot} absent={absent} />
        ) : null}
        {ballot.method === 'SECRET_ELECTRONIC' && ballot.state === 'CASTING' && losable.length > 0 ? (
          <LostDevice ballot={ballot} lines={losable} />
        ) : null}
      </div>
      {ballot.opinions.length > 0 ? (
        <ul className="mt-3">
          {ballot.opinions.map(({ id, label, candidateIds, paper }) => (
            <li key={id}>
              {label}:{' '}
              {candidateIds
                .map((chosen) => ballot.candidates.find((one) => one.id === chosen)?.label)
                .join(', ') || 'không chọn'}{' '}
              <span className="text-mute">({paper})</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function RollTable({ ballot, byUnit }: { ballot: BallotControlDto; byUnit: boolean }) {
  return (
    <ListTable label="Danh sách bỏ phiếu">
      <thead>
        <tr>
          <th>{byUnit ? 'Đơn vị' : 'Đại biểu'}</th>
          <th>Có mặt</th>
          <th>Phiếu</th>
        </tr>
      </thead>
      <tbody>
        {ballot.roll.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.label}</th>
            <td>{line.present ? 'có mặt' : 'vắng'}</td>
            <td>
              {line.gaveOpinion ? (
                'ý kiến bằng văn bản'
              ) : line.lost ? (
                <Badge kind="wrong">mất máy, phiếu không thu về</Badge>
              ) : line.issued ? (
                'đã nhận phiếu'
              ) : (
                ''
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function HandOut({ ballot }: { ballot: BallotControlDto }) {
  const none = ballot.roll.every(({ issued }) => !issued)
  return (
    <BallotForm ballot={ballot} action={saveHandedOut} success="Đã ghi danh sách phát phiếu.">
      <p className="text-mute mt-1 max-w-[88ch]">Đánh dấu ai đã nhận phiếu giấy; mỗi dòng một phiếu.</p>
      <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4">
        {ballot.roll.map((line) => (
          <Checkbox
            key={line.id}
            name="voterIds"
            value={line.id}
            label={
              line.gaveOpinion
                ? `${line.label} (ý kiến văn bản)`
                : line.present
                  ? line.label
                  : `${line.label} (vắng)`
            }
            disabled={!line.present || line.gaveOpinion}
            defaultChecked={none ? line.present && !line.gaveOpinion : line.issued}
          />
        ))}
      </div>
      <DialogActions>
        <SubmitButton kind="secondary" pendingLabel="Đang ghi…">
          Ghi đã phát phiếu
        </SubmitButton>
      </DialogActions>
    </BallotForm>
  )
}

type Lines = BallotControlDto['roll']

function Opinion({ ballot, absent }: { ballot: BallotControlDto; absent: Lines }) {
  return (
    <Dialog opener="Nhập ý kiến bằng văn bản" title="Ý kiến bằng văn bản của thành viên vắng mặt">
      <BallotForm ballot={ballot} action={saveOpinion} success="Đã nhập ý kiến.">
        <Select
          name="memberId"
          label="Của"
          options={absent.map(({ memberId, label }) => ({ value: memberId, label }))}
        />
        <fieldset className="mt-4">
          <legend className="font-semibold">Chọn tối đa {ballot.choose}</legend>
          {ballot.candidates.map(({ id, label }) => (
            <Checkbox key={id} name="candidateIds" value={id} label={label} />
          ))}
        </fieldset>
        <TextField name="paper" label="Văn bản" hint="Số, ngày, người ký." />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu ý kiến</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Dialog>
  )
}

function LostDevice({ ballot, lines }: { ballot: BallotControlDto; lines: Lines }) {
  return (
    <Dialog opener="Ghi mất máy" title="Máy giữ phiếu bị mất hoặc hỏng sau khi mở bỏ phiếu">
      <p className="mt-2">Phiếu này tính là đã phát, không thu về; không phát phiếu khác thay.</p>
      <BallotForm ballot={ballot} action={saveLostDevice} success="Đã ghi.">
        <Select
          name="voterId"
          label="Máy của"
          options={lines.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextArea name="note" label="Điều đã xảy ra" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang ghi…">Ghi lại</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Dialog>
  )
}
