import { printDue, periodTitle } from '../rules'
import type { WorkItem, WorkKind } from '../types'

const WAITING: Record<WorkKind, (n: number) => string> = {
  ENTER: (n) => `${n} báo cáo cần nhập`,
  MEND: (n) => `${n} báo cáo cần bổ sung`,
  PRESENTED: (n) => `${n} báo cáo chờ bạn xem và gửi`,
  CHECK: (n) => `${n} báo cáo chờ rà soát`,
  APPRAISE: (n) => `${n} báo cáo chờ thẩm định`,
  REVIEW: (n) => `${n} báo cáo chờ xác nhận`,
  DECIDE_ADJUSTMENT: (n) => `${n} đề nghị điều chỉnh chỉ tiêu`,
}

/** One sentence that says what waits and what comes first: "2 báo cáo cần nhập. Gần nhất: …, hạn 27/11/2026, còn 5 ngày." */
export function workSentence(work: readonly WorkItem[]): string {
  if (work.length === 0) return 'Bạn không có việc nào đang chờ.'
  const kinds = [...new Set(work.map((item) => item.kind))]
  const counts = kinds.map((kind) => WAITING[kind](work.filter((item) => item.kind === kind).length))
  const next = work
    .filter((item) => item.dueAt !== null)
    .toSorted((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))[0]
  return [`Bạn có ${counts.join(', ')}.`, next && soonest(next)].filter(Boolean).join(' ')
}

function soonest(item: WorkItem): string {
  const what = `${periodTitle(item.period.kind, item.period.year)} của ${item.unit.name}`
  const left = item.daysLeft ?? 0
  const when = left < 0 ? `quá hạn ${-left} ngày` : left === 0 ? 'hết hạn hôm nay' : `còn ${left} ngày`
  return `Gần hạn nhất là ${what}: hạn ${printDue(item.dueAt ?? '')}, ${when}.`
}
