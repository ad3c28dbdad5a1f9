import Link from 'next/link'
import { DemoMark } from '@/components/ui/badge'
import { citationLabel } from '@/lib/clusters/labels'
import type { Citation } from '@/lib/clusters/types'

/** Where a row comes from: the document, or the mark of what is not real. */
export function SourceMark({ source, illustrative }: { source: Citation | null; illustrative: boolean }) {
  if (source)
    return (
      <Link
        href={`/sources/${source.slug}`}
        prefetch={false}
        className="link text-mute text-xs whitespace-nowrap"
      >
        {citationLabel(source)}
      </Link>
    )
  return illustrative ? <DemoMark /> : null
}
