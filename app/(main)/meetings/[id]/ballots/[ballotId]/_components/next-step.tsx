import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  approveCountingCommittee,
  giveUpBallot,
  moveBallot,
  reissuePapers,
  saveConsensus,
  saveElectronicVote,
  saveTieDecision,
  startNextRound,
} from '@/lib/ballots/actions'
import { ACT_LABELS } from '@/lib/ballots/labels'
import type { BallotAct, BallotControlDto } from '@/lib/ballots/types'
import { BallotForm, HandsFields } from './ballot-form'

const SIMPLE = [
  'READ_RULES',
  'OPEN_ISSUE',
  'CLOSE_ISSUE',
  'OPEN_CASTING',
  'CLOSE_CASTING',
  'OPEN_COUNT',
  'COUNT_PAPERS',
  'ANNOUNCE',
  'SEAL',
] as const satisfies readonly BallotAct[]

const ABOUT: Record<(typeof SIMPLE)[number], string> = {
  READ_RULES:
    'Đọc thể lệ ở dưới trước hội nghị. Sau bước này nội dung, danh sách và thể lệ không sửa được nữa.',
  OPEN_ISSUE: 'Thể lệ và danh sách bỏ phiếu được cố định. Không đủ số người có mặt thì không mở được.',
  CLOSE_ISSUE: 'Sau bước này không phát thêm phiếu nào.',
  OPEN_CASTING: 'Mọi người bắt đầu bỏ phiếu.',
  CLOSE_CASTING: 'Sau bước này không nhận thêm phiếu nào.',
  OPEN_COUNT: 'Đếm số người giơ tay cho từng lựa chọn. Không đủ số người có mặt thì không mở được.',
  COUNT_PAPERS: 'Kiểm chữ ký từng phiếu rồi cộng; chỉ có tổng số, không có phiếu của ai.',
  ANNOUNCE: 'Mọi người theo dõi hội nghị thấy kết quả; màn hình lớn chuyển sang kết quả.',
  SEAL: 'Phiếu và kết quả được khóa bằng một mã, ghi vào quá trình.',
}

/** The one thing to do next, as the ritual and the rights of the reader say. */
export function NextStep({ ballot }: { ballot: BallotControlDto }) {
  const simple = SIMPLE.find((act) => ballot.acts.includes(act))
  const needsHands =
    ballot.method === 'SECRET_ELECTRONIC' &&
    !ballot.frozen &&
    !ballot.electronicVote &&
    ballot.state === 'COMMITTEE_APPROVED'
  return (
    <div className="no-print mt-5">
      {needsHands && ballot.capacities.includes('RUNNER') ? (
        <ElectronicVote ballot={ballot} />
      ) : ballot.tieToDecide && ballot.capacities.includes('RUNNER') ? (
        <Tie ballot={ballot} />
      ) : ballot.acts.includes('APPROVE_COMMITTEE') ? (
        <Committee ballot={ballot} />
      ) : ballot.acts.includes('RECORD_CONSENSUS') ? (
        <Consensus ballot={ballot} />
      ) : simple ? (
        <Step about={ABOUT[simple]}>
          <BallotForm ballot={ballot} action={moveBallot.bind(null, simple)}>
            <SubmitButton pendingLabel="Đang ghi…">{ACT_LABELS[simple]}</SubmitButton>
          </BallotForm>
        </Step>
      ) : null}
      {ballot.nextRound && ballot.capacities.includes('RUNNER') ? (
        <Step
          about={`Theo thể lệ, còn ${ballot.nextRound.quota} vị trí được bầu tiếp ở vòng sau, trong ${ballot.nextRound.candidateIds.length} lựa chọn.`}
        >
          <BallotForm ballot={ballot} action={startNextRound}>
            <input type="hidden" name="meetingId" value={ballot.meetingId} />
            <SubmitButton kind="secondary" pendingLabel="Đang mở…">
              Mở vòng {ballot.round + 1}
            </SubmitButton>
          </BallotForm>
        </Step>
      ) : null}
      {ballot.nextId ? (
        <LinkButton className="mt-3" href={`/meetings/${ballot.meetingId}/ballots/${ballot.nextId}`}>
          Tới vòng {ballot.round + 1}
        </LinkButton>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        {ballot.acts.includes('REISSUE') ? <Reissue ballot={ballot} /> : null}
        {ballot.acts.includes('VOID') ? <GiveUp ballot={ballot} /> : null}
      </div>
    </div>
  )
}

function Step({ about, children }: { about: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <p className="text-mute mb-2 max-w-[88ch]">{about}</p>
      {children}
    </div>
  )
}

function Committee({ ballot }: { ballot: BallotControlDto }) {
  const options = ballot.delegates.map(({ delegateId, name, accountId }) => ({
    value: delegateId,
    label: accountId ? name : `${name} (chưa có tài khoản)`,
  }))
  return (
    <Step about="Hội nghị giơ tay bầu ban kiểm phiếu: trưởng ban và ít nhất hai thành viên; không ai làm một mình.">
      <BallotForm ballot={ballot} action={approveCountingCommittee} aria-label="Ban kiểm phiếu">
        <Select name="headId" label="Trưởng ban" options={options} placeholder="Chọn trưởng ban" />
        <fieldset className="mt-4">
          <legend className="font-semibold">Thành viên</legend>
          <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4">
            {options.map(({ value, label }) => (
              <Checkbox key={value} name="memberIds" value={value} label={label} />
            ))}
          </div>
        </fieldset>
        <HandsFields inFavour={ballot.progress.present} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">{ACT_LABELS.APPROVE_COMMITTEE}</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Step>
  )
}

function ElectronicVote({ ballot }: { ballot: BallotControlDto }) {
  return (
    <Step about="Hội nghị giơ tay quyết định bỏ phiếu điện tử. Không quá nửa thì hủy lần này và dùng phiếu giấy.">
      <BallotForm ballot={ballot} action={saveElectronicVote} aria-label="Biểu quyết bỏ phiếu điện tử">
        <HandsFields inFavour={ballot.progress.present} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">Ghi kết quả biểu quyết</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Step>
  )
}

function CandidateBoxes({ ballot, ids }: { ballot: BallotControlDto; ids?: string[] }) {
  return (
    <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(180px,1fr))] gap-x-4">
      {ballot.candidates
        .filter(({ id }) => !ids || ids.includes(id))
        .map(({ id, label }) => (
          <Checkbox key={id} name="candidateIds" value={id} label={label} />
        ))}
    </div>
  )
}

function Consensus({ ballot }: { ballot: BallotControlDto }) {
  return (
    <Step about={`Hội nghị thống nhất, không đếm phiếu: chọn tối đa ${ballot.quota}.`}>
      <BallotForm ballot={ballot} action={saveConsensus} aria-label="Kết quả thống nhất">
        <CandidateBoxes ballot={ballot} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">{ACT_LABELS.RECORD_CONSENSUS}</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Step>
  )
}

function Tie({ ballot }: { ballot: BallotControlDto }) {
  const tie = ballot.tieToDecide
  if (!tie) return null
  return (
    <Step
      about={`Bằng phiếu ở vị trí cuối: ${tie.by === 'CHAIR' ? 'chủ trì' : 'cụm trưởng và cụm phó'} chọn ${tie.places} trong ${tie.candidateIds.length}.`}
    >
      <BallotForm ballot={ballot} action={saveTieDecision} aria-label="Quyết định khi bằng phiếu">
        <CandidateBoxes ballot={ballot} ids={tie.candidateIds} />
        <TextArea name="note" label="Lý do, người quyết định" rows={2} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">Ghi quyết định</SubmitButton>
        </DialogActions>
      </BallotForm>
    </Step>
  )
}

function Reissue({ ballot }: { ballot: BallotControlDto }) {
  return (
    <Dialog opener={ACT_LABELS.REISSUE} title="Hủy đợt phát này và phát lại cho mọi người?">
      <p className="mt-2">
        Dùng khi một máy bị mất hoặc hỏng trước khi mở bỏ phiếu. Mọi phiếu đã phát hết giá trị, khóa mới được
        tạo, mọi người nhận phiếu lại.
      </p>
      <BallotForm ballot={ballot} action={reissuePapers}>
        <Select
          name="voterId"
          label="Máy của"
          required={false}
          placeholder="Không ghi"
          options={ballot.roll.filter(({ issued }) => issued).map(({ id, label }) => ({ value: id, label }))}
        />
        <TextArea name="reason" label="Lý do" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang phát lại…">
            Hủy đợt phát và phát lại
          </SubmitButton>
        </DialogActions>
      </BallotForm>
    </Dialog>
  )
}

function GiveUp({ ballot }: { ballot: BallotControlDto }) {
  return (
    <Dialog opener={ACT_LABELS.VOID} kind="danger" title="Hủy lần bỏ phiếu này?">
      <p className="mt-2">Lần này không có kết quả; muốn bỏ phiếu lại thì chuẩn bị một lần mới.</p>
      <BallotForm ballot={ballot} action={giveUpBallot}>
        <TextArea name="reason" label="Lý do" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang hủy…">
            Hủy lần bỏ phiếu
          </SubmitButton>
        </DialogActions>
      </BallotForm>
    </Dialog>
  )
}
