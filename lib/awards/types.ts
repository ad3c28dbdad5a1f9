import type { Citation } from '@/lib/clusters/types'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { UnitRef } from '@/lib/units/types'

export const RECIPIENT_KINDS = ['UNIT', 'COLLECTIVE', 'PERSON'] as const
export type RecipientKind = (typeof RECIPIENT_KINDS)[number]

export const NOMINATION_STATES = [
  'PROPOSED',
  'PUBLIC_NOTICE',
  'CENTRAL_REVIEW',
  'DECIDED',
  'REFUSED',
  'WITHDRAWN',
] as const
export type NominationState = (typeof NOMINATION_STATES)[number]

export const NOMINATION_ACTS = [
  'OPEN_NOTICE',
  'SEND_TO_CENTRAL',
  'RETURN',
  'REFUSE',
  'DECIDE',
  'WITHDRAW',
] as const
export type NominationAct = (typeof NOMINATION_ACTS)[number]

/** In what capacity somebody acts on a nomination. */
export const NOMINATION_CAPACITIES = [
  'LEADER',
  'HEAD',
  'DEPUTY',
  'CENTRAL_STAFF',
  'REVIEWER',
  'OFFICE',
] as const
export type NominationCapacity = (typeof NOMINATION_CAPACITIES)[number]

/** Parts of a dossier (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 1). */
export const DOSSIER_ITEMS = ['SUBMISSION', 'ACHIEVEMENT_REPORT', 'MINUTES', 'INITIATIVE'] as const
export type DossierItemCode = (typeof DOSSIER_ITEMS)[number]

/** Why a recipient may not be considered (Nghị định 152/2025/NĐ-CP, Điều 4). */
export const BLOCK_REASONS = ['DISCIPLINE', 'INSPECTION', 'COMPLAINT'] as const
export type BlockReason = (typeof BLOCK_REASONS)[number]

/** What rules and policy ask about a nomination. Days are yyyy-MM-dd. */
export type NominationFacts = {
  state: NominationState
  clusterYearId: string | null
  unitId: string | null
  /** The nominated unit holds the headship of the cluster-year. */
  unitIsHead: boolean
  yearClosed: boolean
  /** Told by a source document: the app records it and runs no procedure on it. */
  historic: boolean
  blocked: boolean
  named: boolean
  noticeFrom: string | null
  noticeTo: string | null
  openObjections: number
  missing: readonly DossierItemCode[]
}

export const AWARD_DUTY_KINDS = ['OBJECTION', 'DOSSIER', 'OPEN_NOTICE', 'SEND', 'REVIEW', 'DECIDE'] as const
/** What a nomination asks of somebody now. */
export type AwardDutyKind = (typeof AWARD_DUTY_KINDS)[number]
export type AwardDuty = { kind: AwardDutyKind; nomination: NominationListItem; openObjections: number }

export const OBSTACLES = [
  'BLOCKED',
  'UNNAMED',
  'DOSSIER',
  'NOTICE_RUNNING',
  'OBJECTIONS',
  'NO_NOTICE',
] as const
/** What stands between a nomination and its next state. */
export type Obstacle = (typeof OBSTACLES)[number]

/** Forms that hold what a source leaves open; nobody proposes or decides anew under them. */
export const UNSPECIFIED_TYPES: readonly string[] = ['CO_TW_KHONG_RO', 'CO_KHONG_RO', 'BK_KHONG_RO']

export type AwardTypeDto = {
  id: string
  code: string
  name: string
  issuer: string
  recipientKinds: RecipientKind[]
  isFlag: boolean
}

export type PrizeRow = {
  recipientKind: RecipientKind
  /** Decimal: "8.00". */
  multiple: string
  legalBasis: string
  validFrom: string
  validTo: string | null
}
export type SalaryRow = { validFrom: string; amount: number; legalBasis: string }

/** Prize in đồng with how it came about, or what is lacking to compute it. */
export type Prize =
  | { amount: number; multiple: string; salary: number; legalBasis: string; salaryBasis: string }
  | { missing: 'DATE' | 'MULTIPLE' | 'SALARY' }

export type QuotaDto = {
  type: AwardTypeDto
  /** Null where the office has set none: then nothing limits the number. */
  quota: number | null
  note: string | null
  used: number
}

export type DecisionDto = {
  id: string
  number: string | null
  decidedOn: string | null
  issuer: string
  signer: string | null
}

export type AwardDto = {
  id: string
  year: number | null
  type: AwardTypeDto
  recipientKind: RecipientKind
  unit: UnitRef | null
  recipient: string | null
  decision: DecisionDto | null
  prize: Prize
  note: string | null
  source: Citation | null
  illustrative: boolean
  nominationId: string | null
  /** What had been proposed, where the decision differs from it. */
  proposedType: string | null
}

export type NominationListItem = {
  id: string
  year: number
  type: AwardTypeDto
  cluster: { id: string; slug: string; name: string } | null
  clusterYearId: string | null
  recipientKind: RecipientKind
  unit: UnitRef | null
  recipient: string | null
  /** How many recipients the source counts without naming them. */
  unnamed: number | null
  /** How many of those were named later, as nominations of their own. */
  named: number
  /** Who named her later, where no document kept here does. */
  sourceNote: string | null
  proposer: string | null
  state: NominationState
  blocked: boolean
  noticeTo: string | null
  source: Citation | null
  illustrative: boolean
  /** The award that came of it, where it is another than proposed. */
  decidedType: string | null
}

export type ObjectionDto = {
  id: string
  text: string
  raisedBy: string | null
  at: string
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
}

export type NominationEventDto = {
  from: NominationState | null
  to: NominationState
  by: string | null
  note: string | null
  at: string
}

export type NominationDto = NominationListItem & {
  /** Named later, of those this nomination counts. */
  namedRecipients: { id: string; label: string; source: Citation | null; sourceNote: string | null }[]
  achievement: string
  ballotId: string | null
  /** Null for those who need not know why. */
  blockedReason: string | null
  noticeFrom: string | null
  centralNote: string | null
  version: number
  dossier: { code: DossierItemCode; doneAt: string | null; doneBy: string | null; note: string | null }[]
  /** Of the dossier; empty for those who may not read it. */
  files: EvidenceDto[]
  decisionFiles: EvidenceDto[]
  objections: ObjectionDto[]
  objectionCount: number
  events: NominationEventDto[]
  awards: AwardDto[]
  facts: NominationFacts
}

export type BallotToImport = {
  id: string
  title: string
  isFlag: boolean
  elected: { unitId: string | null; label: string }[]
}
