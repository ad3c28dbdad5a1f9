import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'
import type { RowStatus } from '@/lib/summaries/types'

type Row = { unitId: string; reportId: string | null; status: RowStatus }
export type Waiting = { href: string; label: string }

/** What waits for this reader in the cluster, as the page's one primary button. */
export function reviewWaiting(actor: Actor, clusterYearId: string, statuses: Row[]): Waiting | null {
  const own = (row: Row) => belongsTo(actor, row.unitId)
  const waiting = (status: RowStatus) => statuses.filter((row) => row.status === status && !own(row))
  const confirming = actor.reviewerOf.includes(clusterYearId) ? waiting('CHECKED') : []
  if (confirming.length > 0)
    return { href: placeOf(confirming), label: `Xem ${confirming.length} báo cáo chờ xác nhận` }
  const checking = actor.headOf.includes(clusterYearId) ? waiting('SENT') : []
  if (checking.length > 0)
    return { href: placeOf(checking), label: `Xem ${checking.length} báo cáo chờ rà soát` }
  return null
}

function placeOf(rows: Row[]): string {
  const only = rows.length === 1 ? rows[0]?.reportId : null
  return only ? `/reports/${only}/review` : '/my-work'
}
