import type { ClusterHistory } from '@/lib/clusters/types'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import type { RotationRow } from './types'

/**
 * Who headed when, up to a year, for each unit that belonged to the cluster: members of `memberIds` first, those who headed longest
 * ago (or never) before the others, then by name.
 */
export function rotationOf(
  history: ClusterHistory,
  memberIds: readonly string[],
  upTo: number,
): RotationRow[] {
  const rows = new Map<string, RotationRow>()
  for (const { year, headships, members } of history.years
    .filter((row) => row.year <= upTo)
    .sort((a, b) => b.year - a.year)) {
    for (const unit of [...members, ...headships.map((headship) => headship.unit)])
      if (!rows.has(unit.id))
        rows.set(unit.id, { unit, member: memberIds.includes(unit.id), head: [], deputy: [] })
    for (const { role, unit } of headships) {
      const years = rows.get(unit.id)![role === 'HEAD' ? 'head' : 'deputy']
      if (!years.includes(year)) years.push(year)
    }
  }
  const last = (row: RotationRow) => row.head[0] ?? 0
  return [...rows.values()]
    .filter((row) => row.member || row.head.length > 0 || row.deputy.length > 0)
    .sort(
      (a, b) =>
        Number(b.member) - Number(a.member) ||
        last(a) - last(b) ||
        compareVietnamese(a.unit.name, b.unit.name),
    )
}
