import Link from 'next/link'
import { ListTable } from '@/components/ui/table'
import { NOT_STATED } from '@/lib/clusters/labels'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import { metCells } from '@/lib/summaries/overview/rules'
import type { LeadingCluster } from '@/lib/summaries/overview/types'
import type { ClusterYearTotals } from '@/lib/summaries/totals/types'
import type { UnitRef } from '@/lib/units/types'

const MOST = 60

/** Each cluster's head and deputy, how far its units are, and who leads once scores are published. */
export function ClusterLeaders({
  clusters,
  totals,
  year,
  period,
}: {
  clusters: LeadingCluster[]
  totals: ClusterYearTotals[]
  year: number
  period: PeriodKind
}) {
  const own = new Map(totals.map((one) => [one.clusterYearId, one]))
  const withFirst = clusters.some(({ first }) => first.length > 0)
  return (
    <section aria-labelledby="leaders" className="mt-8">
      <h2 id="leaders">Các cụm và đơn vị dẫn đầu</h2>
      <ListTable label="Cụm trưởng, cụm phó và đơn vị dẫn đầu của các cụm" cards>
        <thead>
          <tr>
            <th scope="col">Cụm</th>
            <th scope="col">Cụm trưởng</th>
            <th scope="col">Cụm phó</th>
            <th scope="col">Chỉ tiêu đạt và vượt</th>
            {withFirst ? <th scope="col">Dẫn đầu điểm thi đua</th> : null}
          </tr>
        </thead>
        <tbody>
          {clusters.slice(0, MOST).map((cluster) => {
            const total = own.get(cluster.clusterYearId)
            const { met, judged } = total ? metCells(total) : { met: 0, judged: 0 }
            return (
              <tr key={cluster.clusterYearId}>
                <th scope="row">
                  <Link
                    href={`/clusters/${cluster.slug}/${year}?ky=${PERIOD_SLUGS[period]}`}
                    prefetch={false}
                  >
                    {cluster.name}
                  </Link>
                </th>
                <td data-label="Cụm trưởng">
                  <Unit unit={cluster.head} year={year} />
                  {cluster.head && cluster.headInferred ? <span className="text-mute"> (suy ra)</span> : null}
                </td>
                <td data-label="Cụm phó">
                  <Unit unit={cluster.deputy} year={year} />
                </td>
                <td data-label="Đạt và vượt">
                  {judged > 0 ? (
                    `${met}/${judged} (${total!.reports}/${total!.members} đơn vị)`
                  ) : (
                    <span className="text-mute">chưa có số liệu</span>
                  )}
                </td>
                {withFirst ? (
                  <td data-label="Dẫn đầu">
                    {cluster.first.length > 0 ? (
                      cluster.first.map((unit) => <Unit key={unit.id} unit={unit} year={year} />)
                    ) : (
                      <span className="text-mute">chưa công bố điểm</span>
                    )}
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </ListTable>
      {clusters.length > MOST ? (
        <p className="text-mute mt-1 text-sm">
          {MOST} trong {clusters.length} cụm; xem đủ ở mục{' '}
          <Link href="/clusters" className="link" prefetch={false}>
            Cụm thi đua
          </Link>
          .
        </p>
      ) : null}
    </section>
  )
}

function Unit({ unit, year }: { unit: UnitRef | null; year: number }) {
  return unit ? (
    <Link href={`/units/${unit.slug}/${year}`} prefetch={false} className="mr-2">
      {unit.name}
    </Link>
  ) : (
    <span className="text-mute">{NOT_STATED}</span>
  )
}
