import type { Citation } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { UnitRef } from '@/lib/units/types'

export const CAMPAIGN_KINDS = ['MOVEMENT', 'EMULATION_DRIVE', 'MOBILISATION'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

/** Highest first; DISTRICT exists in years until 2025 only. */
export const WORK_LEVELS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const
export type WorkLevel = (typeof WORK_LEVELS)[number]

/** Sums of what is known; `null` where nothing is. */
export type WorkTotals = { registered: number | null; done: number | null }

export type WorkDto = {
  id: string
  /** Null where the source does not state it. */
  level: WorkLevel | null
  registered: number | null
  done: number | null
  note: string | null
  source: Citation | null
  illustrative: boolean
  version: number
  files: EvidenceDto[]
}

/** The works of one unit in one year, with their total. */
export type UnitWorks = {
  unit: UnitRef
  year: number | null
  works: WorkDto[]
  totals: WorkTotals
  /** She may enter works for this unit and year. */
  mayEnter: boolean
}

/** The works of one year, all units together; `year` null where sources do not state it. */
export type CampaignYear = { year: number | null; units: number; totals: WorkTotals; illustrative: boolean }

export type CampaignMention = {
  text: string
  factId: string
  source: Citation
  clusterYear: { slug: string; year: number; title: string } | null
  unit: UnitRef | null
  year: number | null
}

export type CampaignListItem = {
  id: string
  slug: string
  name: string
  kind: CampaignKind
  description: string
  firstYear: number | null
  lastYear: number | null
  illustrative: boolean
  /** Newest first, what is of no stated year last: sums never cross years. */
  years: CampaignYear[]
}

export type CampaignDto = CampaignListItem & {
  version: number
  source: Citation | null
  mentions: CampaignMention[]
  rows: UnitWorks[]
  practices: { id: string; title: string; unit: UnitRef | null; year: number }[]
}
