import {
  ballotSentence,
  METHOD_LABELS,
  PHASES,
  phaseOf,
  roundInWords,
  shareInWords,
} from '@/lib/ballots/labels'
import { electedCandidates } from '@/lib/ballots/rules'
import type { BallotDto } from '@/lib/ballots/types'

const ROWS = 8
const SMALL = 'text-[calc(30*var(--u))]'

/**
 * A ballot on the projector, within the hall's frame and in its units: what is voted on and the phase at the left, how many
 * papers (never whose, never for whom) or the announced result at the right.
 */
export function BallotScene({ ballot }: { ballot: BallotDto }) {
  const announced = ballot.state === 'ANNOUNCED' || ballot.state === 'SEALED'
  const elected = electedCandidates(ballot).map(({ label }) => label)
  const title = [ballot.title, roundInWords(ballot.round)].filter(Boolean).join(' · ')
  const issuing = ballot.state === 'ISSUING' || ballot.state === 'ISSUE_CLOSED' || ballot.state === 'CASTING'
  return (
    <div className="hall-two">
      <div>
        <h1 className={title.length > 40 ? 'long' : undefined}>{title}</h1>
        <p className="mt-[calc(26*var(--u))]">
          {announced || ballot.state === 'VOID' ? ballotSentence(ballot, elected) : about(ballot)}
        </p>
        {ballot.keyPrint && issuing ? (
          <p className={`text-mute mt-[calc(20*var(--u))] ${SMALL}`}>
            Mã khóa phiếu <b className="text-ink">{ballot.keyPrint}</b>
          </p>
        ) : null}
        {ballot.state === 'VOID' ? null : <Steps ballot={ballot} />}
      </div>
      <div>{announced ? <Result ballot={ballot} /> : <Progress ballot={ballot} />}</div>
    </div>
  )
}

function Steps({ ballot }: { ballot: BallotDto }) {
  const now = phaseOf(ballot.method, ballot.state)
  return (
    <ol className="mt-[calc(50*var(--u))] flex flex-wrap gap-x-[calc(30*var(--u))] gap-y-[calc(18*var(--u))]">
      {PHASES[ballot.method].map((step, index) => (
        <li
          key={step}
          aria-current={index === now ? 'step' : undefined}
          className={`border-t-[calc(5*var(--u))] pt-[calc(12*var(--u))] ${SMALL} ${
            index === now ? 'border-star text-ink font-semibold' : 'border-thread text-mute'
          }`}
        >
          {step}
        </li>
      ))}
    </ol>
  )
}

function about(ballot: BallotDto): string {
  const who = ballot.rules.roll === 'UNIT' ? 'đơn vị' : 'đại biểu'
  const secret = ballot.method === 'SECRET_PAPER' || ballot.method === 'SECRET_ELECTRONIC'
  const how = secret
    ? `${METHOD_LABELS[ballot.method]}: không ghi ai bầu cho ai.`
    : `${METHOD_LABELS[ballot.method]}.`
  return `Mỗi ${who} chọn tối đa ${ballot.choose} trong ${ballot.candidates.length}. ${how}`
}

function Progress({ ballot }: { ballot: BallotDto }) {
  const { members, present, issued, cast } = ballot.progress
  const electronic = ballot.method === 'SECRET_ELECTRONIC'
  switch (ballot.state) {
    case 'DRAFT':
    case 'RULES_READ':
    case 'COMMITTEE_APPROVED':
      return (
        <Count
          done={present}
          of={members}
          label={ballot.rules.roll === 'UNIT' ? 'đơn vị có mặt' : 'đại biểu có mặt'}
        />
      )
    case 'ISSUING':
    case 'ISSUE_CLOSED':
      return <Count done={issued} of={members} label="phiếu đã phát" dots />
    case 'CASTING':
      return electronic ? (
        <Count done={cast} of={issued} label="phiếu đã bỏ" dots />
      ) : (
        <Count done={issued} label="phiếu đã phát, mời bỏ vào hòm phiếu" />
      )
    case 'COUNTING':
    case 'COUNTED':
      return electronic ? (
        <Count done={cast} of={issued} label="phiếu thu về" dots />
      ) : (
        <h2>{ballotSentence(ballot, [])}</h2>
      )
    case 'ANNOUNCED':
    case 'SEALED':
    case 'VOID':
      return null
  }
}

function Count({ done, of, label, dots }: { done: number; of?: number; label: string; dots?: boolean }) {
  return (
    <>
      <p className="text-[calc(250*var(--u))] leading-none font-semibold tracking-[-0.03em]">
        {done}
        {of === undefined ? null : (
          <span className="text-mute text-[calc(110*var(--u))] font-normal"> / {of}</span>
        )}
      </p>
      <p className="mt-[calc(14*var(--u))]">{label}</p>
      {dots && of !== undefined && of <= 50 ? (
        <div className="mt-[calc(44*var(--u))] grid grid-cols-10 gap-[calc(16*var(--u))]" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <i
              key={index}
              className={`h-[calc(54*var(--u))] rounded ${index < done ? 'bg-star' : 'shadow-[inset_0_0_0_calc(3*var(--u))_var(--color-thread)]'}`}
            />
          ))}
        </div>
      ) : null}
    </>
  )
}

function Result({ ballot }: { ballot: BallotDto }) {
  const elected = new Set(electedCandidates(ballot).map(({ id }) => id))
  const nameOf = (id: string) => ballot.candidates.find((one) => one.id === id)?.label ?? ''
  const lines = ballot.result
    ? ballot.result.tally.outcomes.map(({ id, total, share }) => ({
        id,
        votes: String(total),
        share: shareInWords(share),
      }))
    : (ballot.stated ?? []).map(({ id, votes }) => ({
        id,
        votes: votes === null ? '' : String(votes),
        share: '',
      }))
  const shown = lines.slice(0, Math.max(ROWS, elected.size))
  const papers = ballot.result?.papers
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">Kết quả {ballot.title}</caption>
        <tbody>
          {shown.map(({ id, votes, share }) => (
            <tr key={id} className="border-line border-b">
              <th
                scope="row"
                className={`py-[calc(9*var(--u))] text-left ${elected.has(id) ? 'text-vang font-semibold' : 'font-normal'}`}
              >
                {nameOf(id)}
                {elected.has(id) ? <span className={`font-normal ${SMALL}`}> · được chọn</span> : null}
              </th>
              <td className="py-[calc(9*var(--u))] text-right font-semibold">{votes}</td>
              <td className={`text-mute py-[calc(9*var(--u))] pl-[calc(28*var(--u))] text-right ${SMALL}`}>
                {share}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown.length ? (
        <p className={`text-mute mt-[calc(14*var(--u))] ${SMALL}`}>
          và {lines.length - shown.length} lựa chọn khác
        </p>
      ) : null}
      {papers ? (
        <p className={`text-mute mt-[calc(18*var(--u))] ${SMALL}`}>
          Phát ra {papers.issued}, thu về {papers.returned}, hợp lệ {papers.valid} phiếu
        </p>
      ) : null}
    </>
  )
}
