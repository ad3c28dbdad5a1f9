import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { QUALITY_LABELS } from '@/lib/summaries/quality/labels'
import type { QualityIssue, QualityKind } from '@/lib/summaries/quality/types'
import { StatedChoice } from './stated-choice'

/** The lines of one kind: where, what disagrees and by how much, and the way to the place where it is mended. */
export function IssueList({ kind, issues }: { kind: QualityKind; issues: QualityIssue[] }) {
  if (issues.length === 0) return null
  const open = issues.filter(({ settled }) => !settled).length
  return (
    <section aria-labelledby={`loai-${kind}`} className="mt-7 max-w-[104ch]">
      <h2 id={`loai-${kind}`}>
        {QUALITY_LABELS[kind]} <span className="text-mute text-base font-normal">({open})</span>
      </h2>
      <ul className="mt-1">
        {issues.map((issue) => (
          <li
            key={issue.key}
            className="border-hair grid gap-x-8 gap-y-0.5 border-t py-2.5 lg:grid-cols-[230px_minmax(0,1fr)]"
          >
            <div>
              <Place issue={issue} />
              <p className="text-mute text-xs">
                {issue.unit ? `${issue.cluster.name} · ` : ''}
                {PERIOD_LABELS[issue.period]}
              </p>
            </div>
            <div>
              {issue.indicator ? <p className="font-semibold">{issue.indicator}</p> : null}
              <p>
                {issue.sentence} {issue.illustrative ? <Badge kind="wait">minh họa</Badge> : null}{' '}
                {issue.settled ? <Badge kind="gold">đã chọn</Badge> : null}
              </p>
              {issue.sources ? <StatedChoice figures={issue.sources} settled={issue.settled} /> : null}
              <Link
                href={issue.href}
                prefetch={false}
                className="link text-sm pointer-coarse:inline-block pointer-coarse:py-3"
              >
                {issue.mend}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Place({ issue: { unit, cluster } }: { issue: QualityIssue }) {
  return unit ? (
    <Link href={`/units/${unit.slug}/${cluster.year}`} prefetch={false} className="link font-semibold">
      {unit.name}
    </Link>
  ) : (
    <Link href={`/clusters/${cluster.slug}/${cluster.year}`} prefetch={false} className="link font-semibold">
      {cluster.name}
    </Link>
  )
}
