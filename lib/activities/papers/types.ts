import type { Citation } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'

export const CLUSTER_PAPER_KINDS = ['REGULATION', 'PLAN', 'GUIDANCE', 'OTHER'] as const
export type ClusterPaperKind = (typeof CLUSTER_PAPER_KINDS)[number]

export type ClusterPaperDto = {
  id: string
  kind: ClusterPaperKind
  title: string
  number: string | null
  issuedOn: string | null
  text: string
  source: Citation | null
  version: number
  files: EvidenceDto[]
}
