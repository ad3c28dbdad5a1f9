import { Time } from '@/components/ui/time'
import { STATE_LABELS } from '@/lib/ballots/labels'
import type { BallotControlDto } from '@/lib/ballots/types'

/** Committee and course of the ritual. */
export function History({ ballot }: { ballot: BallotControlDto }) {
  return (
    <section aria-labelledby="qua-trinh" className="mt-8">
      {ballot.committee.length > 0 ? (
        <>
          <h2>Ban kiểm phiếu</h2>
          <ul className="mt-1">
            {ballot.committee.map(({ delegateId, name, role }) => (
              <li key={delegateId}>
                {name}
                {role === 'HEAD' ? ', trưởng ban' : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 id="qua-trinh" className="mt-6">
        Quá trình
      </h2>
      <ol className="mt-1">
        {ballot.events.map((event) => (
          <li key={`${event.at}${event.to}`} className="max-w-[88ch]">
            <Time value={event.at} clock /> · {STATE_LABELS[event.to]}
            {event.by ? ` · ${event.by}` : ''}
            {event.note ? <span className="text-mute break-all"> · {event.note}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
