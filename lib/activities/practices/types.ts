import type { Citation } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { UnitRef } from '@/lib/units/types'

export type PracticeListItem = {
  id: string
  title: string
  summary: string
  year: number
  unit: UnitRef | null
  cluster: { slug: string; name: string } | null
  campaign: { slug: string; name: string } | null
  /** Null while the unit alone sees it. */
  sharedAt: string | null
  source: Citation | null
  illustrative: boolean
}

export type PracticeDto = PracticeListItem & {
  text: string
  version: number
  campaignId: string | null
  files: EvidenceDto[]
  mayWrite: boolean
  mayShare: boolean
}

export type PracticePage = { rows: PracticeListItem[]; total: number; pages: number; years: number[] }
