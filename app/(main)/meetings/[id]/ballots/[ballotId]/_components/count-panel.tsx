import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { confirmPaperCount, saveCount, sendBackCount } from '@/lib/ballots/actions'
import { imbalanceInWords } from '@/lib/ballots/labels'
import type { BallotControlDto, PaperCountDto } from '@/lib/ballots/types'
import { BallotForm } from './ballot-form'

const FIGURES = [
  ['issued', 'Phát ra'],
  ['returned', 'Thu về'],
  ['unreturned', 'Không thu về'],
  ['valid', 'Hợp lệ'],
  ['invalid', 'Không hợp lệ'],
  ['blank', 'Phiếu trắng'],
] as const

/** The count of papers or hands: entered by one of the committee, confirmed by another. */
export function CountPanel({ ballot }: { ballot: BallotControlDto }) {
  const { count } = ballot
  return (
    <section aria-labelledby="kiem-phieu" className="mt-6">
      <h2 id="kiem-phieu">{ballot.method === 'SHOW_OF_HANDS' ? 'Đếm số giơ tay' : 'Kiểm phiếu'}</h2>
      {count ? <Pending ballot={ballot} count={count} /> : null}
      {ballot.canEnterCount ? <Entry ballot={ballot} count={count} /> : null}
      {!ballot.canEnterCount && !count ? (
        <p className="text-mute mt-1">
          Ban kiểm phiếu đang làm việc; số liệu chỉ ban kiểm phiếu thấy trước khi công bố.
        </p>
      ) : null}
    </section>
  )
}

function Pending({ ballot, count }: { ballot: BallotControlDto; count: PaperCountDto }) {
  const nameOf = (id: string) => ballot.candidates.find((one) => one.id === id)?.label ?? ''
  return (
    <>
      <p className="mt-1 max-w-[88ch]">
        {count.enteredBy} đã nhập. {FIGURES.map(([name, label]) => `${label} ${count[name]}`).join('; ')}.
      </p>
      <ListTable label="Số phiếu đã nhập">
        <tbody>
          {ballot.candidates.map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="num">{count.votes[id]}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {count.imbalances.length > 0 ? (
        <Notice kind="warning" title="Chưa cân, không xác nhận được">
          <ul className="list-disc pl-5">
            {count.imbalances.map((one) => (
              <li key={`${one.kind}${one.candidateId ?? ''}`}>{imbalanceInWords(one, nameOf)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {ballot.canConfirmCount ? (
        <div className="mt-3 flex flex-wrap gap-3">
          {count.imbalances.length === 0 ? (
            <BallotForm ballot={ballot} action={confirmPaperCount}>
              <input type="hidden" name="countId" value={count.id} />
              <SubmitButton pendingLabel="Đang xác nhận…">Xác nhận kết quả này</SubmitButton>
            </BallotForm>
          ) : null}
          <BallotForm ballot={ballot} action={sendBackCount}>
            <input type="hidden" name="countId" value={count.id} />
            <SubmitButton kind="secondary" pendingLabel="Đang gửi lại…">
              Đề nghị kiểm lại
            </SubmitButton>
          </BallotForm>
        </div>
      ) : (
        <p className="text-mute mt-2">Chờ một người khác trong ban kiểm phiếu xác nhận.</p>
      )}
    </>
  )
}

function Entry({ ballot, count }: { ballot: BallotControlDto; count: PaperCountDto | null }) {
  const hands = ballot.method === 'SHOW_OF_HANDS'
  const all = ballot.progress.issued
  const preset: Record<(typeof FIGURES)[number][0], number | ''> = hands
    ? { issued: all, returned: all, unreturned: 0, valid: all, invalid: 0, blank: 0 }
    : { issued: all, returned: '', unreturned: '', valid: '', invalid: '', blank: '' }
  return (
    <details className="mt-3" open={!count}>
      <summary className="unfold text-cham2 font-semibold">{count ? 'Nhập lại' : 'Nhập kết quả'}</summary>
      <BallotForm ballot={ballot} action={saveCount} success="Đã lưu, chờ người thứ hai xác nhận.">
        <div className="flex max-w-[720px] flex-wrap gap-x-4">
          {FIGURES.map(([name, label]) => (
            <TextField
              key={name}
              name={name}
              type="number"
              min={0}
              label={hands && name === 'valid' ? 'Số người biểu quyết' : label}
              defaultValue={count?.[name] ?? preset[name]}
              className="w-32"
            />
          ))}
        </div>
        <div className="grid max-w-[720px] grid-cols-[repeat(auto-fill,minmax(180px,1fr))] gap-x-4">
          {ballot.candidates.map(({ id, label }) => (
            <TextField
              key={id}
              name={`votes.${id}`}
              type="number"
              min={0}
              label={label}
              defaultValue={count?.votes[id] ?? ''}
            />
          ))}
        </div>
        <div className="mt-5 flex max-w-[720px] justify-end">
          <SubmitButton pendingLabel="Đang lưu…">Lưu kết quả đã đếm</SubmitButton>
        </div>
      </BallotForm>
    </details>
  )
}
