import type { ComponentProps } from 'react'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { ClusterHeading } from './cluster-heading'

/**
 * How each page of a cluster-year opens: year and period to pick, theme of the year, sentence, tabs. `period` is left out
 * on pages that are not about one.
 */
export function ClusterHeader({
  clusterYear: { cluster, year, theme, motto, years, periods },
  ...rest
}: { clusterYear: ClusterYearDto } & Omit<ComponentProps<typeof ClusterHeading>, 'facts'>) {
  const { slug, name } = cluster
  const kinds = periods.map(({ kind }) => kind).filter((kind) => kind !== 'REGISTRATION')
  return <ClusterHeading facts={{ cluster: { slug, name }, year, theme, motto, years, kinds }} {...rest} />
}
