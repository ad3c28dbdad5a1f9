import { Badge } from '@/components/ui/badge'
import { ACTIVITY_STATE_LABELS } from '@/lib/activities/joint/labels'
import type { ActivityListItem } from '@/lib/activities/joint/types'
import { NOT_STATED } from '@/lib/clusters/labels'
import { printDate } from '@/lib/platform/dates'

/** Where an activity stands. Of one that a source tells of without a handing over, only that it does not say. */
export function ActivityStateMark({
  activity: { state, handedOverOn, source },
}: {
  activity: Pick<ActivityListItem, 'state' | 'handedOverOn' | 'source'>
}) {
  if (source && !handedOverOn) return <span className="text-mute">bàn giao: {NOT_STATED}</span>
  return (
    <>
      <Badge kind={state === 'HANDED_OVER' ? 'strong' : 'plain'}>{ACTIVITY_STATE_LABELS[state]}</Badge>
      {handedOverOn ? <span className="whitespace-nowrap"> ngày {printDate(handedOverOn)}</span> : null}
    </>
  )
}
