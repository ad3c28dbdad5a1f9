import { LinkButton } from '@/components/ui/button'
import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import type { RowStatus } from '@/lib/summaries/types'

type Row = { unitId: string; reportId: string | null; status: RowStatus }

/** What waits for this reader in the cluster, as the page's one primary button. */
export function ReviewAction({
  actor,
  clusterYearId,
  statuses,
}: {
  actor: Actor
  clusterYearId: string
  statuses: Row[]
}) {
  const own = (row: Row) => belongsTo(actor, row.unitId)
  const waiting = (status: RowStatus) => statuses.filter((row) => row.status === status && !own(row))
  const confirming = actor.reviewerOf.includes(clusterYearId) ? waiting('CHECKED') : []
  if (confirming.length > 0)
    return <Waiting rows={confirming} label={`Xem ${confirming.length} báo cáo chờ xác nhận`} />
  const checking = actor.headOf.includes(clusterYearId) ? waiting('SENT') : []
  if (checking.length > 0)
    return <Waiting rows={checking} label={`Xem ${checking.length} báo cáo chờ rà soát`} />
  return null
}

function Waiting({ rows, label }: { rows: Row[]; label: string }) {
  const only = rows.length === 1 ? rows[0]?.reportId : null
  return (
    <LinkButton kind="primary" href={only ? `/reports/${only}/review` : '/my-work'}>
      {label}
    </LinkButton>
  )
}
