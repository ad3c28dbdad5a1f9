import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { NOT_STATED } from '@/lib/clusters/labels'
import { listClusters } from '@/lib/clusters/queries'
import type { ClusterListItem } from '@/lib/clusters/types'
import { requireActor } from '@/lib/platform/auth/current'
import { followedYears } from '@/lib/platform/auth/policy'
import { validityLabel } from '@/lib/units/labels'
import type { UnitRef } from '@/lib/units/types'

export const metadata = { title: 'Cụm thi đua' }

export default async function ClustersPage() {
  const actor = await requireActor('/clusters')
  const clusters = await listClusters(actor)
  const sets = [...new Map(clusters.map(({ set }) => [set.slug, set])).values()]
  const current = sets.filter(({ validTo }) => validTo === null)
  const mine = followedYears(actor)
  const followed = clusters.filter((cluster) => mine.includes(cluster.clusterYearId))
  return (
    <>
      <PageHeader
        title="Cụm thi đua"
        actions={
          <LinkButton kind="quiet" href="/sources">
            Tài liệu nguồn
          </LinkButton>
        }
        sentence={
          clusters.length > 0 ? (
            <p>
              {followed.length > 0 ? (
                <>
                  <b>Cụm của bạn năm {followed[0]!.year}: </b>
                  {followed.map((cluster, index) => (
                    <span key={cluster.clusterYearId}>
                      {index > 0 ? ', ' : ''}
                      <Link href={`/clusters/${cluster.slug}/${cluster.year}`}>{cluster.name}</Link>
                    </span>
                  ))}
                  .{' '}
                </>
              ) : null}
              {current.length > 0
                ? `${clusters.filter(({ set }) => set.validTo === null).length} cụm đang hoạt động; các bộ cụm trước được giữ nguyên theo thời điểm.`
                : 'Chưa có bộ cụm nào đang mở; các bộ cụm trước được giữ nguyên theo thời điểm.'}
            </p>
          ) : undefined
        }
      />
      <PageBody>
        {sets.length === 0 ? <Empty title="Chưa có cụm thi đua nào" /> : null}
        {sets.map((set) => (
          <section key={set.slug} aria-labelledby={`set-${set.slug}`} className="mt-5">
            <h2 id={`set-${set.slug}`}>
              {set.name} {set.illustrative ? <DemoMark /> : null}
            </h2>
            <p className="text-mute">
              {[set.organiser, validityLabel(set.validFrom, set.validTo), set.validTo ? 'đã khép' : 'đang mở']
                .filter(Boolean)
                .join(', ')}
            </p>
            <ClusterTable clusters={clusters.filter((cluster) => cluster.set.slug === set.slug)} />
          </section>
        ))}
      </PageBody>
    </>
  )
}

function ClusterTable({ clusters }: { clusters: ClusterListItem[] }) {
  return (
    <ListTable label="Các cụm của bộ cụm" cards>
      <thead>
        <tr>
          <th scope="col">Cụm</th>
          <th scope="col">Năm gần nhất</th>
          <th scope="col">Cụm trưởng</th>
          <th scope="col">Cụm phó</th>
          <th scope="col">Thành viên</th>
          <th scope="col">Các năm</th>
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <tr key={cluster.clusterYearId}>
            <th scope="row">
              <Link href={`/clusters/${cluster.slug}/${cluster.year}`} className="font-semibold">
                {cluster.name}
              </Link>
              {cluster.theme ? <small>“{cluster.theme}”</small> : null}
            </th>
            <td data-label="Năm gần nhất">{cluster.year}</td>
            <td data-label="Cụm trưởng">
              <Headship unit={cluster.head} open={cluster.open} />
            </td>
            <td data-label="Cụm phó">
              <Headship unit={cluster.deputy} open={cluster.open} />
            </td>
            <td data-label="Thành viên">{cluster.members.map(({ name }) => name).join(', ')}</td>
            <td data-label="Các năm">
              {cluster.years.map((year) => (
                <Link key={year} href={`/clusters/${cluster.slug}/${year}`} className="mr-2">
                  {year}
                </Link>
              ))}
              <Link href={`/clusters/${cluster.slug}`} className="whitespace-nowrap">
                lịch sử
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Headship({ unit, open }: { unit: UnitRef | null; open: boolean }) {
  if (unit) return <span className="text-vang font-semibold">{unit.name}</span>
  return <span className="text-mute">{open ? 'chưa giao' : NOT_STATED}</span>
}
