import type { Citation } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { FigureValue } from '@/lib/platform/numbers/types'
import type { ReportState } from '@/lib/reports/types'
import type { UnitRef } from '@/lib/units/types'

export const PLEDGE_STATES = ['DRAFT', 'OPEN', 'FINAL'] as const
export type PledgeState = (typeof PLEDGE_STATES)[number]

/** The text that units agree to. Registered targets are no part of it: they are read from the registrations. */
export type PledgeContent = {
  theme: string
  preamble: string
  tasks: string[]
  activities: string[]
  closing: string
}

export type PledgeTextDto = {
  version: number
  hash: string
  content: PledgeContent
  at: string
  by: string | null
}

/** xác nhận thống nhất of one unit. `onBehalfOf` is the leader who delegated. */
export type AgreementDto = {
  by: string
  onBehalfOf: string | null
  at: string
  textVersion: number
  textHash: string
}

export type PledgeMemberDto = {
  unit: UnitRef
  agreement: AgreementDto | null
  /** Her last agreement that a change of text voided; null once she agreed anew, or never lost one. */
  voided: (AgreementDto & { voidedAt: string }) | null
}

/** phụ lục: a registered target that was adjusted with approval. It voids no agreement. */
export type PledgeAppendixDto = {
  id: string
  reportId: string
  unit: UnitRef
  indicator: string
  oldRaw: string
  newRaw: string
  reason: string
  paper: string
  decidedAt: string | null
}

export type PledgeDto = {
  id: string
  state: PledgeState
  version: number
  text: PledgeTextDto
  number: string | null
  signedOn: string | null
  finalisedAt: string | null
  finalReason: string | null
  source: Citation | null
  inferred: boolean
  illustrative: boolean
  members: PledgeMemberDto[]
  files: EvidenceDto[]
}

export type PledgeView = {
  /** Null where there is none, or none that she may read yet. */
  pledge: PledgeDto | null
  /** She drafts, opens and finalises. */
  mayDraft: boolean
  /** Member units for which she may agree. */
  mayAgreeFor: string[]
  closed: boolean
}

export type RegisteredTargets = {
  indicators: IndicatorDto[]
  units: {
    unitId: string
    reportId: string
    state: ReportState
    illustrative: boolean
    /** By indicator; null for a blank. */
    values: Record<string, FigureValue | null>
  }[]
}

/** A pledge that waits for a unit's leader. */
export type PledgeToAgree = {
  clusterSlug: string
  clusterName: string
  year: number
  unit: UnitRef
  illustrative: boolean
  /** She had agreed, and the text was changed since. */
  voidedAt: string | null
}
