import { Badge, type BadgeKind } from '@/components/ui/badge'
import { STATE_LABELS } from '@/lib/reports/labels'
import type { ReportState } from '@/lib/reports/types'

const KINDS: Record<ReportState, BadgeKind> = {
  DRAFT: 'plain',
  PRESENTED: 'wait',
  SENT: 'wait',
  CHECKED: 'wait',
  ADDITIONS_REQUESTED: 'wrong',
  CONFIRMED: 'strong',
  LOCKED: 'strong',
}

/** Where a report stands, and by how much it was sent late. */
export function StateBadge({ state, lateDays = 0 }: { state: ReportState; lateDays?: number }) {
  return (
    <>
      <Badge kind={KINDS[state]}>{STATE_LABELS[state]}</Badge>
      {lateDays > 0 ? (
        <>
          {' '}
          <Badge kind="wrong">Gửi chậm {lateDays} ngày</Badge>
        </>
      ) : null}
    </>
  )
}
