'use client'

import { ExportLinks } from '@/components/documents/export-links'
import { LinkButton } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import { clusterHref, type TableView } from './cluster-href'
import type { Waiting } from './review-waiting'

/** What can be done with the cluster table: `compared` where there is a last year; `review` what waits for this reader. */
export function TableActions({
  slug,
  year,
  view,
  period,
  compared,
  empty,
  review,
}: {
  slug: string
  year: number
  view: TableView
  period: PeriodKind
  compared: boolean
  empty: boolean
  review: Waiting | null
}) {
  return (
    <>
      {compared ? (
        <LinkButton kind="quiet" href={clusterHref(slug, year, { ...view, compare: !view.compare })}>
          {view.compare ? 'So với chỉ tiêu đăng ký' : `So với ${year - 1}`}
        </LinkButton>
      ) : null}
      {empty ? null : (
        <>
          <ExportLinks
            table="cluster"
            of={{ slug, nam: year, ky: PERIOD_SLUGS[period] }}
            label="bảng kết quả của cụm"
          />
          <PrintButton />
        </>
      )}
      {review ? (
        <LinkButton kind="primary" href={review.href}>
          {review.label}
        </LinkButton>
      ) : null}
    </>
  )
}
