import type { UnitRef } from '@/lib/units/types'

export const RUBRIC_STATES = ['DRAFT', 'OPEN', 'PUBLISHED'] as const
export type RubricState = (typeof RUBRIC_STATES)[number]

export const CRITERION_KINDS = [
  'GROUP',
  'COMPLETION',
  'YES_NO',
  'COUNT_POINTS',
  'MANUAL',
  'BONUS',
  'PENALTY',
] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

/** tự chấm, chấm chéo, thẩm định, điểm chốt, in the order in which a sheet passes them. */
export const SCORE_STAGES = ['SELF', 'CROSS', 'APPRAISED', 'FINAL'] as const
export type ScoreStage = (typeof SCORE_STAGES)[number]

/** One band of xếp loại: a total belongs to the first band (highest first) whose bound it reaches. */
export type ScoreBand = { label: string; from: string }

/** Points are decimal strings throughout. */
export type CriterionDto = {
  id: string
  parentId: string | null
  position: number
  text: string
  kind: CriterionKind
  max: string
  perPiece: string | null
  indicatorCode: string | null
  guidance: string | null
}

export type RubricDto = {
  id: string
  clusterYearId: string
  name: string
  total: string
  bonusCap: string
  penaltyCap: string
  state: RubricState
  bands: ScoreBand[]
  publishedAt: string | null
  illustrative: boolean
  version: number
}

/** What policy needs to know of a cluster-year's scores. */
export type ScoringFacts = {
  clusterYearId: string
  closed: boolean
  /** A central officer follows the cluster-year today. */
  hasCentralStaff: boolean
  memberIds: string[]
  state: RubricState | null
}

/** What policy needs to know of one sheet. */
export type SheetFacts = {
  clusterYearId: string
  state: RubricState
  closed: boolean
  hasCentralStaff: boolean
  unitId: string
  checkingUnitIds: string[]
  selfSentAt: Date | null
  crossDoneAt: Date | null
  appraisedAt: Date | null
  finalAt: Date | null
  /** Somebody has entered a cross-score or begun the minutes. */
  crossBegun: boolean
}

/** How a sent self-score goes back to its unit: taken back by the unit, or handed back by the one who appraises. */
export type SelfReturn = 'TAKE_BACK' | 'HAND_BACK'

export const SCORING_DUTY_KINDS = [
  'SELF_AGAIN',
  'SELF',
  'CROSS',
  'AGREE',
  'EXPLAIN',
  'APPRAISED',
  'FINAL',
] as const
/** What scoring asks of somebody: a stage to enter, a returned self-score, minutes to agree to, an explanation. */
export type ScoringDutyKind = (typeof SCORING_DUTY_KINDS)[number]

export type ScoringDuty = {
  kind: ScoringDutyKind
  unit: UnitRef
  cluster: { slug: string; name: string; year: number }
  /** Day of the cross-check. */
  dueOn: string | null
  /** Why the self-score came back. */
  reason: string | null
  illustrative: boolean
}

/** Cross-checks of a cluster that are not finished. */
export type OpenCrossCheck = {
  cluster: ScoringDuty['cluster']
  sheets: number
  /** The first day set for one; null where none is. */
  dueOn: string | null
}

export type SheetTotal = {
  /** Points of the ordinary criteria, brought to the full denominator where some are not assigned. */
  base: string
  bonus: string
  penalty: string
  total: string
  /** Ordinary criteria that are still blank; a 0 is not blank. */
  blank: string[]
}

/** What the system makes of a criterion that is computed from completion. */
export type Computed = {
  points: string | null
  /** Percentage of the target, exact; null where it cannot be judged. */
  percent: string | null
  /** The indicator is not assigned to the unit. */
  leftOut: boolean
}

export type StageStates = {
  selfSentAt: string | null
  crossDoneAt: string | null
  appraisedAt: string | null
  finalAt: string | null
}

export type TeamDto = {
  id: string
  checking: UnitRef
  checked: UnitRef
  scheduledOn: string | null
  checkingAgreedAt: string | null
  checkedAgreedAt: string | null
  version: number
}

export type SheetResult = { total: string; rank: number; className: string | null }

/** One unit of the cluster as the reader may see it: always how far it is, its points only where they are hers to see. */
export type ScoreRow = StageStates & {
  unit: UnitRef
  subGroup: string | null
  sheetVersion: number
  readable: boolean
  /** The furthest finished stage with its total, for those who see all sheets before publication. */
  provisional: { stage: ScoreStage; total: string } | null
  /** Published. */
  result: SheetResult | null
}

export type ScoreBoard = {
  rubric: RubricDto | null
  rows: ScoreRow[]
  teams: TeamDto[]
  may: { draft: boolean; plan: boolean; publish: boolean }
  /** Why it cannot be published yet: units whose final score is missing. */
  waiting: UnitRef[]
}

export type RubricView = {
  rubric: RubricDto | null
  criteria: CriterionDto[]
  /** Indicators of the cluster-year that points can be computed from. */
  indicators: { code: string; name: string }[]
  mayEdit: boolean
}

export type ScoreDto = { points: string; pieces: number | null; reason: string | null }

export type SheetRow = {
  criterion: CriterionDto
  indicatorName: string | null
  computed: Computed | null
  /** By stage; a stage she may not see, and a blank, are missing. */
  scores: Partial<Record<ScoreStage, ScoreDto>>
}

export type MinutesDto = TeamDto & {
  minutes: string | null
  mayWrite: boolean
  /** Sides for which she may agree. */
  mayAgree: ('CHECKING' | 'CHECKED')[]
}

export type SheetDto = StageStates & {
  id: string
  unit: UnitRef
  subGroup: string | null
  version: number
  rubric: RubricDto
  rows: SheetRow[]
  stages: ScoreStage[]
  totals: Partial<Record<ScoreStage, SheetTotal>>
  explanation: string | null
  /** The last return of the self-score, while it has not been sent again. */
  returned: { reason: string; by: string | null; byUnit: boolean; at: string } | null
  teams: MinutesDto[]
  result: SheetResult | null
  may: {
    /** The stage she may enter now. */
    enter: ScoreStage | null
    /** She may end that stage. */
    finish: boolean
    explain: boolean
    /** She may give the sent self-score back. */
    giveBack: SelfReturn | null
  }
}
