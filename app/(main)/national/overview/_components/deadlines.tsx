import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { printDue } from '@/lib/reports/rules'
import type { LeadingCluster, PeriodProgress } from '@/lib/summaries/overview/types'

/** More clusters than a page is read for: those that lag come first, the rest is counted. */
const MOST = 60

/** Who has sent, cluster by cluster, and how long each deadline still is. */
export function Deadlines({
  progress,
  clusters,
  year,
}: {
  progress: PeriodProgress[]
  clusters: LeadingCluster[]
  year: number
}) {
  if (progress.length === 0) return null
  const next = progress.find(({ daysLeft }) => daysLeft >= 0)
  const of = new Map(
    progress.map((period) => [period.id, new Map(period.clusters.map((one) => [one.clusterYearId, one]))]),
  )
  const watched = next ?? progress.at(-1)!
  const behind = (cluster: LeadingCluster) => {
    const one = of.get(watched.id)?.get(cluster.clusterYearId)
    return one ? one.members - one.sent : 0
  }
  const shown =
    clusters.length > MOST ? clusters.toSorted((a, b) => behind(b) - behind(a)).slice(0, MOST) : clusters
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">Tiến độ gửi và thời hạn</h2>
      <p className="mt-1">{countdown(watched, next !== undefined)}</p>
      <ListTable label="Tiến độ gửi của các cụm theo kỳ" cards>
        <thead>
          <tr>
            <th scope="col">Cụm</th>
            {progress.map((period) => (
              <th key={period.id} scope="col">
                {PERIOD_LABELS[period.kind]}
                <small className="font-normal">
                  hạn {printDue(period.dueAt)}, {daysWords(period.daysLeft)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cluster) => (
            <tr key={cluster.clusterYearId}>
              <th scope="row">
                <Link href={`/clusters/${cluster.slug}/${year}/submissions`} prefetch={false}>
                  {cluster.name}
                </Link>
              </th>
              {progress.map((period) => {
                const one = of.get(period.id)?.get(cluster.clusterYearId)
                return (
                  <td key={period.id} data-label={PERIOD_LABELS[period.kind]}>
                    {one ? (
                      <div>
                        {one.sent}/{one.members} đã gửi
                        {one.mending > 0 ? ` (${one.mending} cần bổ sung)` : ''}, {one.confirmed} đã xác nhận{' '}
                        {one.late > 0 ? <Badge kind="wrong">{one.late} chậm</Badge> : null}
                      </div>
                    ) : (
                      '–'
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </ListTable>
      {shown.length < clusters.length ? (
        <p className="text-mute mt-1 text-sm">
          {shown.length} cụm còn nhiều đơn vị chưa gửi nhất trong {clusters.length} cụm.
        </p>
      ) : null}
    </section>
  )
}

const daysWords = (days: number) =>
  days > 0 ? `còn ${days} ngày` : days === 0 ? 'hết hạn hôm nay' : `đã qua ${-days} ngày`

function countdown({ kind, clusters, daysLeft }: PeriodProgress, ahead: boolean): string {
  const sent = clusters.reduce((sum, one) => sum + one.sent, 0)
  const members = clusters.reduce((sum, one) => sum + one.members, 0)
  const name = PERIOD_LABELS[kind].toLowerCase()
  const rest = members - sent
  if (!ahead)
    return rest === 0
      ? `Mọi thời hạn của năm đã qua; kỳ ${name}: cả ${members} đơn vị đã gửi.`
      : `Mọi thời hạn của năm đã qua; kỳ ${name}: ${rest}/${members} đơn vị chưa gửi.`
  return `Kỳ ${name} ${daysWords(daysLeft)}: ${sent}/${members} đơn vị đã gửi${rest > 0 ? `, ${rest} đơn vị chưa gửi` : ''}.`
}
