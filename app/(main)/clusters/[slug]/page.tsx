import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Badge, DemoMark } from '@/components/ui/badge'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { INFERRED, NOT_STATED } from '@/lib/clusters/labels'
import { getClusterHistory } from '@/lib/clusters/queries'
import type { ClusterHistoryYear, HeadshipRole } from '@/lib/clusters/types'
import { requireActor } from '@/lib/platform/auth/current'

type Props = { params: Promise<{ slug: string }> }

export const metadata = { title: 'Các năm của cụm' }

export default async function ClusterHistoryPage({ params }: Props) {
  const { slug } = await params
  const actor = await requireActor(`/clusters/${slug}`)
  const cluster = await getClusterHistory(actor, slug)
  if (!cluster) notFound()
  const latest = cluster.years[0]
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Cụm thi đua', href: '/clusters' }, { label: 'Các năm của cụm' }]}
        title={cluster.name}
        theme={cluster.aliases.length > 0 ? `Còn gọi: ${cluster.aliases.join('; ')}` : undefined}
        sentence={
          latest ? (
            <p>
              Có dữ liệu của {cluster.years.length} năm; năm gần nhất là{' '}
              <Link href={`/clusters/${slug}/${latest.year}`}>năm {latest.year}</Link>.
              {cluster.note ? ` ${cluster.note}` : ''}
            </p>
          ) : (
            <p>Chưa có năm nào.</p>
          )
        }
      />
      <PageBody>
        <h2>Luân phiên Cụm trưởng, Cụm phó</h2>
        <ListTable label="Các năm của cụm" cards>
          <thead>
            <tr>
              <th scope="col">Năm</th>
              <th scope="col">Cụm trưởng</th>
              <th scope="col">Cụm phó</th>
              <th scope="col">Chủ đề năm</th>
              <th scope="col">Thành viên</th>
            </tr>
          </thead>
          <tbody>
            {cluster.years.map((year) => (
              <tr key={year.year}>
                <th scope="row">
                  <Link href={`/clusters/${slug}/${year.year}`} className="font-semibold">
                    {year.year}
                  </Link>{' '}
                  {year.illustrative ? <DemoMark /> : null}
                  <small>{year.setName}</small>
                </th>
                <td data-label="Cụm trưởng">
                  <Heads year={year} role="HEAD" />
                </td>
                <td data-label="Cụm phó">
                  <Heads year={year} role="DEPUTY" />
                </td>
                <td data-label="Chủ đề năm">
                  {year.theme ?? <span className="text-mute">{NOT_STATED}</span>}
                </td>
                <td data-label="Thành viên">
                  {year.members.map((member, index) => (
                    <span key={member.id}>
                      {index > 0 ? ', ' : ''}
                      <Link href={`/units/${member.slug}/${year.year}`}>{member.name}</Link>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      </PageBody>
    </>
  )
}

function Heads({ year, role }: { year: ClusterHistoryYear; role: HeadshipRole }) {
  const rows = year.headships.filter((headship) => headship.role === role)
  if (rows.length === 0) {
    return <span className="text-mute">{year.illustrative ? 'chưa giao' : NOT_STATED}</span>
  }
  return rows.map((headship) => (
    <span key={headship.unit.id + (headship.startsOn ?? '')} className="block">
      <span className="text-vang font-semibold">{headship.unit.name}</span>{' '}
      {headship.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null}{' '}
      {headship.inferred && headship.note ? <small className="text-mute">{headship.note}</small> : null}
    </span>
  ))
}
