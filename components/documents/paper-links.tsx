import Link from 'next/link'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { PAPERS, type PaperKind } from '@/lib/documents/types'

/** From a page to the papers that can be made of what it shows: looked at first, drafted there. */
export function PaperLinks({
  kinds,
  subjectId,
  clusterYearId,
}: {
  kinds: readonly PaperKind[]
  subjectId: string
  /** Null for a paper about a term. */
  clusterYearId: string | null
}) {
  return (
    <nav aria-label="Lập văn bản" className="no-print border-line mt-8 border-t pt-3">
      <ul className="links flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <li className="text-mute">Lập văn bản:</li>
        {kinds.map((kind) => {
          const isOfYear = PAPERS[kind].subject === 'cluster_period' || PAPERS[kind].subject === 'unit_year'
          return (
            <li key={kind}>
              <Link
                prefetch={false}
                className="link"
                href={`/documents/new/${kind}/${subjectId}${isOfYear ? `?cum=${clusterYearId}` : ''}`}
              >
                {PAPER_LABELS[kind]}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
