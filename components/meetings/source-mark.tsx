import Link from 'next/link'
import { citationLabel } from '@/lib/clusters/labels'
import type { Citation } from '@/lib/clusters/types'

/** "Tài liệu A, mục A3", leading to the document. */
export function SourceMark({ source }: { source: Citation | null }) {
  if (!source) return null
  return (
    <Link
      prefetch={false}
      href={`/sources/${source.slug}`}
      className="link text-mute text-xs whitespace-nowrap"
    >
      {citationLabel(source)}
    </Link>
  )
}
