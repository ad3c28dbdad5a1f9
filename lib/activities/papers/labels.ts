import type { ClusterPaperKind } from './types'

export const CLUSTER_PAPER_LABELS: Record<ClusterPaperKind, string> = {
  REGULATION: 'Quy chế',
  PLAN: 'Kế hoạch',
  GUIDANCE: 'Hướng dẫn',
  OTHER: 'Văn bản khác',
}
