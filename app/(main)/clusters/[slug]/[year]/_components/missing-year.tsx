import Link from 'next/link'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import type { ClusterHistory } from '@/lib/clusters/types'
import { clusterHref, type ClusterTab } from './cluster-href'

/** A year no document speaks of, with the way to those there are. */
export function MissingYear({
  cluster,
  year,
  tab = '',
}: {
  cluster: ClusterHistory
  year: number
  tab?: ClusterTab
}) {
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Cụm thi đua', href: '/clusters' },
          { label: 'Các năm của cụm', href: `/clusters/${cluster.slug}` },
          { label: `Năm ${year}` },
        ]}
        title={cluster.name}
      />
      <PageBody>
        <Empty title={`Chưa có tài liệu năm ${year}`}>
          {cluster.years.length > 0 ? (
            <p>
              Các năm có dữ liệu của cụm:{' '}
              {cluster.years.map((other, index) => (
                <span key={other.year}>
                  {index > 0 ? ', ' : ''}
                  <Link
                    href={clusterHref(cluster.slug, other.year, { tab })}
                    prefetch={false}
                    className="link"
                  >
                    năm {other.year}
                  </Link>
                </span>
              ))}
              .
            </p>
          ) : null}
        </Empty>
      </PageBody>
    </>
  )
}
