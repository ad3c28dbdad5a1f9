import Link from 'next/link'
import type { PledgeToAgree } from '@/lib/activities/pledge/types'
import { printDateTime } from '@/lib/platform/dates'

/** Pledges that wait for her unit's agreement, above the reports. */
export function PledgesToAgree({ pledges }: { pledges: PledgeToAgree[] }) {
  if (pledges.length === 0) return null
  return (
    <section aria-labelledby="giao-uoc" className="mt-4">
      <h2 id="giao-uoc">Giao ước chờ xác nhận thống nhất</h2>
      <ul>
        {pledges.map(({ clusterSlug, clusterName, year, unit, voidedAt }) => (
          <li key={`${clusterSlug}/${year}/${unit.id}`} className="border-hair border-b py-2.5">
            <Link prefetch={false} href={`/clusters/${clusterSlug}/${year}/pledge`} className="link">
              Giao ước năm {year}, {clusterName}
            </Link>
            <span className="text-mute block text-xs">
              {unit.name}
              {voidedAt
                ? `: văn bản đã thay đổi, xác nhận trước hết hiệu lực từ ${printDateTime(voidedAt)}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
