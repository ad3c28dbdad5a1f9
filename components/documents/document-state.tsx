import { Badge } from '@/components/ui/badge'
import { DOCUMENT_STATE_LABELS } from '@/lib/documents/life/labels'
import type { DocumentState } from '@/lib/documents/life/types'

const KINDS = {
  DRAFT: 'plain',
  PRESENTED: 'wait',
  ISSUED: 'strong',
  RECALLED: 'wrong',
  DISCARDED: 'plain',
} as const

/** The state of a paper in words. */
export function DocumentStateBadge({ state }: { state: DocumentState }) {
  return <Badge kind={KINDS[state]}>{DOCUMENT_STATE_LABELS[state]}</Badge>
}
