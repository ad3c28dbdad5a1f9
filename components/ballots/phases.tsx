import { PHASES, phaseOf } from '@/lib/ballots/labels'
import type { BallotMethod, BallotState } from '@/lib/ballots/types'

/** The ritual from the rules to the seal, and how far it has come. Gold marks the step under way. */
export function Phases({ method, state }: { method: BallotMethod; state: BallotState }) {
  const steps = PHASES[method]
  const now = phaseOf(method, state)
  return (
    <ol className="mt-3 flex flex-wrap gap-x-5 gap-y-2" aria-label="Các bước">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === now ? 'step' : undefined}
          className={`border-t-3 pt-1 text-xs ${
            index === now
              ? 'border-star text-ink font-semibold'
              : index < now
                ? 'border-cham text-ink'
                : 'border-line text-mute'
          }`}
        >
          {step}
        </li>
      ))}
    </ol>
  )
}
