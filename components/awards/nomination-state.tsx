import { Badge, type BadgeKind } from '@/components/ui/badge'
import { NOMINATION_STATE_LABELS } from '@/lib/awards/labels'
import type { NominationState } from '@/lib/awards/types'

const KINDS: Record<NominationState, BadgeKind> = {
  PROPOSED: 'plain',
  PUBLIC_NOTICE: 'wait',
  CENTRAL_REVIEW: 'wait',
  DECIDED: 'gold',
  REFUSED: 'plain',
  WITHDRAWN: 'plain',
}

export function NominationStateBadge({
  state,
  blocked = false,
}: {
  state: NominationState
  blocked?: boolean
}) {
  return (
    <>
      <Badge kind={KINDS[state]}>{NOMINATION_STATE_LABELS[state]}</Badge>
      {blocked ? (
        <>
          {' '}
          <Badge kind="wrong">Dừng xét</Badge>
        </>
      ) : null}
    </>
  )
}
