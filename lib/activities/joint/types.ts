import type { Citation, ClusterRef } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { UnitRef } from '@/lib/units/types'

export const ACTIVITY_STATES = ['PLANNED', 'UNDER_WAY', 'HANDED_OVER'] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

export const FUNDING_KINDS = ['MONEY', 'LOAN', 'IN_KIND', 'LABOUR'] as const
export type FundingKind = (typeof FUNDING_KINDS)[number]

/** A beneficiary as anybody may see her: her name and address only with recorded consent. */
export type BeneficiaryDto = {
  id: string
  shown: string
  address: string | null
  consent: string | null
  consentedOn: string | null
  erased: boolean
}

export type FundingDto = {
  id: string
  giver: string
  kind: FundingKind
  /** In đồng; null for what was given in kind without a value. */
  amount: string | null
  raw: string | null
  note: string | null
}

/** Sums in đồng. `rest` is value less what is listed, null where no value is stated; negative when more is listed. */
export type Ledger = { listed: string; rest: string | null }

export type ActivityListItem = {
  id: string
  title: string
  unit: UnitRef | null
  place: string | null
  value: string | null
  valueRaw: string | null
  quantity: number | null
  state: ActivityState
  heldOn: string | null
  handedOverOn: string | null
  source: Citation | null
  illustrative: boolean
  ledger: Ledger
  beneficiaries: string[]
}

export type ActivityDto = Omit<ActivityListItem, 'beneficiaries'> & {
  cluster: ClusterRef
  clusterYearId: string
  year: number
  description: string
  version: number
  beneficiaries: BeneficiaryDto[]
  funding: FundingDto[]
  files: EvidenceDto[]
  /** Files wait for the consent of everyone they may show. */
  filesWithheld: boolean
  mayManage: boolean
  /** Consent can be withdrawn and a name erased even when the year is closed. */
  mayProtect: boolean
}
