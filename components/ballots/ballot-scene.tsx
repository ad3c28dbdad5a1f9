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

/**
 * A ballot on the projector, within its frame: what is voted on and the phase at the left, how many papers (never whose,
 * never for whom) or the announced result at the right. Sizes are shares of the screen's width; the smallest text is 28 px
 * at 1920.
 */
export function BallotScene({ ballot, fingerprint }: { ballot: BallotDto; fingerprint?: string }) {
  const announced = ballot.state === 'ANNOUNCED' || ballot.state === 'SEALED'
  const elected = electedCandidates(ballot).map(({ label }) => label)
  const steps = PHASES[ballot.method]
  const now = phaseOf(ballot.method, ballot.state)
  const round = roundInWords(ballot.round)
  return (
    <div className="grid h-full grid-cols-[1.15fr_1fr] items-center gap-[5vw]">
      <div className="min-w-0">
        <h1 className="text-[3.9vw] leading-[1.12] tracking-[-0.02em] text-balance">
          {ballot.title}
          {round ? ` · ${round}` : ''}
        </h1>
        <p className="mt-[1.3vw] text-[1.88vw] leading-[1.45]">
          {announced ? ballotSentence(ballot, elected) : about(ballot)}
        </p>
        {fingerprint ? (
          <p className="text-mute mt-[1.3vw] text-[1.5vw]">
            Mã khóa phiếu: <b className="text-ink">{fingerprint}</b>
          </p>
        ) : null}
        {ballot.state === 'VOID' ? null : (
          <ol className="mt-[2.6vw] flex flex-wrap gap-x-[1.6vw] gap-y-[1vw]">
            {steps.map((step, index) => (
              <li
                key={step}
                aria-current={index === now ? 'step' : undefined}
                className={`border-t-[0.26vw] pt-[0.7vw] text-[1.5vw] ${index === now ? 'border-star text-ink font-semibold' : 'border-thread text-mute'}`}
              >
                {step}
              </li>
            ))}
          </ol>
        )}
      </div>
      <div className="min-w-0">{announced ? <Result ballot={ballot} /> : <Progress ballot={ballot} />}</div>
    </div>
  )
}

function about(ballot: BallotDto): string {
  const who = ballot.rules.roll === 'UNIT' ? 'đơn vị' : 'đại biểu'
  const secret =
    ballot.method === 'SECRET_PAPER' || ballot.method === 'SECRET_ELECTRONIC'
      ? `${METHOD_LABELS[ballot.method]}: không ghi ai bầu cho ai.`
      : `${METHOD_LABELS[ballot.method]}.`
  if (ballot.state === 'VOID') return ballotSentence(ballot, [])
  return `Mỗi ${who} chọn tối đa ${ballot.choose} trong ${ballot.candidates.length}. ${secret}`
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
        <Count done={cast} of={issued} label="phiếu thu về, đang kiểm" dots />
      ) : (
        <p className="text-[2.8vw] font-semibold">{ballotSentence(ballot, [])}</p>
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
      <p className="text-[13vw] leading-none font-semibold tracking-[-0.03em]">
        {done}
        {of === undefined ? null : <span className="text-mute text-[5.7vw] font-normal"> / {of}</span>}
      </p>
      <p className="mt-[0.7vw] text-[1.88vw]">{label}</p>
      {dots && of !== undefined && of <= 60 ? (
        <div className="mt-[2.2vw] grid grid-cols-10 gap-[0.8vw]" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <i
              key={index}
              className={`h-[2.6vw] rounded ${index < done ? 'bg-star' : 'shadow-[inset_0_0_0_0.16vw_var(--color-thread)]'}`}
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
  return (
    <>
      <table className="w-full border-collapse text-[1.88vw]">
        <caption className="sr-only">Kết quả {ballot.title}</caption>
        <tbody>
          {shown.map(({ id, votes, share }) => (
            <tr key={id} className="border-line border-b">
              <th
                scope="row"
                className={`py-[0.55vw] text-left ${elected.has(id) ? 'text-vang font-semibold' : 'font-normal'}`}
              >
                {nameOf(id)}
                {elected.has(id) ? <span className="text-[1.5vw] font-normal"> · được chọn</span> : null}
              </th>
              <td className="py-[0.55vw] text-right font-semibold">{votes}</td>
              <td className="text-mute py-[0.55vw] pl-[1.5vw] text-right text-[1.5vw]">{share}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown.length ? (
        <p className="text-mute mt-[0.8vw] text-[1.5vw]">và {lines.length - shown.length} đơn vị khác</p>
      ) : null}
      {ballot.result?.papers ? (
        <p className="text-mute mt-[1vw] text-[1.5vw]">
          Phát ra {ballot.result.papers.issued}, thu về {ballot.result.papers.returned}, hợp lệ{' '}
          {ballot.result.papers.valid} phiếu
        </p>
      ) : null}
    </>
  )
}
