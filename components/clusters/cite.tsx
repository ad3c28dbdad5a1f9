import Link from 'next/link'
import { citationLabel } from '@/lib/clusters/labels'
import type { Citation } from '@/lib/clusters/types'

/** "Tài liệu C, mục C9" as a quiet link to the document; nothing where there is no source. */
export function Cite({ source }: { source: Citation | null }) {
  if (!source) return null
  return (
    <Link href={`/sources/${source.slug}`} prefetch={false} className="link text-mute text-xs">
      {citationLabel(source)}
    </Link>
  )
}
