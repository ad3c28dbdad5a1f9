import type { IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureValue } from '@/lib/platform/numbers/types'

export const REPORT_STATES = [
  'DRAFT',
  'PRESENTED',
  'SENT',
  'CHECKED',
  'ADDITIONS_REQUESTED',
  'CONFIRMED',
  'LOCKED',
] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Deliberate acts that change a report's state. */
export const REPORT_ACTS = [
  'PRESENT',
  'HAND_BACK',
  'SEND',
  'CHECK',
  'REQUEST_ADDITIONS',
  'CONFIRM',
  'REOPEN',
  'LOCK',
] as const
export type ReportAct = (typeof REPORT_ACTS)[number]

/** In what capacity a person acts on a report. Head and deputy are people of the cluster-year's head and deputy unit. */
export const CAPACITIES = [
  'OFFICER',
  'LEADER',
  'HEAD',
  'DEPUTY',
  'CENTRAL_STAFF',
  'REVIEWER',
  'OFFICE',
  'SYSTEM',
] as const
export type Capacity = (typeof CAPACITIES)[number]

export const FIGURE_MEASURES = ['MAIN', 'TO_DATE'] as const
export type FigureMeasure = (typeof FIGURE_MEASURES)[number]

export const BLANK_REASONS = ['NOT_ARISEN', 'OTHER'] as const
export type BlankReason = (typeof BLANK_REASONS)[number]

export const NARRATIVE_SECTIONS = [
  'HIGHLIGHTS',
  'GOOD_PRACTICES',
  'DIFFICULTIES',
  'CAUSES',
  'PROPOSALS',
  'DIRECTIONS',
  'PARTY_COMMITTEE_OPINION',
] as const
export type NarrativeSectionKey = (typeof NARRATIVE_SECTIONS)[number]

export type BreakdownPart = { label: string; amount: string }

/** A stored cell. `value` is null for a blank, which is never 0. */
export type FigureDto = {
  indicatorId: string
  measure: FigureMeasure
  raw: string
  value: FigureValue | null
  breakdown: BreakdownPart[] | null
  blankReason: BlankReason | null
  note: string | null
  version: number
  updatedAt: string
  updatedBy: string | null
}

/**
 * A cell of a report's projection, with short keys because a table carries hundreds: amount (or numerator), denominator,
 * qualifier (absent for EXACT), words, yes, parts, blank reason, figure version. Amounts are decimal text.
 */
export type ProjectionCell = {
  a?: string
  d?: string
  q?: string
  w?: string
  y?: boolean
  p?: string[]
  b?: BlankReason
  v: number
}

/** report_projections.cells: indicator id → its cells; `m` MAIN, `t` TO_DATE. */
export type ProjectionCells = Record<string, { m?: ProjectionCell; t?: ProjectionCell }>

/** What policy and rules need to know of a report. */
export type ReportFacts = {
  unitId: string
  clusterYearId: string | null
  state: ReportState
  /** It has been sent at least once, so that those above already know it. */
  sentBefore: boolean
  /** The office has closed the period or the year. */
  periodLocked: boolean
  /** Whether the cluster-year has a head and a deputy today, and whether this unit is the head. */
  hasHead: boolean
  hasDeputy: boolean
  unitIsHead: boolean
}

/** A remark on a figure. An error keeps the report from being presented; a question too, until a note answers it. */
export type FigureRemark = {
  level: 'error' | 'question'
  code:
    | 'BREAKDOWN'
    | 'BREAKDOWN_PARTS'
    | 'NUMERATOR'
    | 'JUMP'
    | 'FALLING'
    | 'TO_DATE'
    | 'BLANK_NOTE'
    | 'PERCENT_RANGE'
  message: string
}

/** Something to mend before a report can be presented. `indicatorId` is null for the report as a whole. */
export type MissingItem = { indicatorId: string | null; code: string; name: string; message: string }

/** Words as written and their reading; `value` is null where they cannot be read as one figure. */
export type WrittenFigure = { raw: string; value: FigureValue | null }

export type TargetDto = WrittenFigure & {
  /** State of the registration it comes from; a target that is not confirmed is marked so. */
  state: ReportState
  /** What was registered before an approved adjustment, oldest first. */
  replaced: { raw: string; reason: string; paper: string; decidedAt: string }[]
}

/** An earlier cumulative figure of the same year ("6 tháng"). */
export type EarlierFigure = {
  period: PeriodKind
  measure: FigureMeasure
  raw: string
  value: FigureValue | null
}

export type ReportUnit = { id: string; slug: string; name: string }

export type ReportHeader = {
  id: string
  unit: ReportUnit
  period: { id: string; kind: PeriodKind; year: number; dueAt: string | null; lockedAt: string | null }
  clusterYear: { id: string; slug: string; title: string; year: number } | null
  state: ReportState
  version: number
  dataVersion: number
  firstSentAt: string | null
  sentAt: string | null
  lateDays: number
  /** Calendar days until what is due next, additions before the period; negative when past, null without a deadline. */
  daysLeft: number | null
  additionsDueAt: string | null
  /** Sentence with which additions were last asked for, while they are. */
  additionsReason: string | null
  illustrative: boolean
}

/** One row of the entry and review pages. */
export type ReportCell = {
  indicator: IndicatorDto
  /** "không giao": leaves the denominator. */
  notAssigned: boolean
  figure: FigureDto | null
  /** Done to date, beside the estimate for the year. */
  toDate: FigureDto | null
  /** The same indicator and period of the year before; null where the unit did not exist or reported nothing. */
  lastYear: (WrittenFigure & { year: number }) | null
  earlier: EarlierFigure[]
  /** chỉ tiêu đăng ký in force, approved adjustments included; null in the registration itself. */
  registeredTarget: TargetDto | null
  /** TW giao. */
  assignedTarget: WrittenFigure | null
  /** theo nghị quyết tỉnh. */
  provincialTarget: WrittenFigure | null
  evidenceCount: number
  openComments: number
  /** Officers of the unit who answer for the indicator today. */
  duties: { accountId: string; name: string }[]
}

export type NarrativeDto = {
  section: NarrativeSectionKey
  text: string
  version: number
  updatedAt: string | null
  updatedBy: string | null
  evidenceCount: number
}

export type ReportDto = ReportHeader & {
  cells: ReportCell[]
  narrative: NarrativeDto[]
  /** Acts that the asking person may do now. */
  acts: ReportAct[]
  /** The leader's last word while the report is back with her officers; for the unit's own people alone. */
  handedBack: { at: string; reason: string | null } | null
  canEnter: boolean
  canComment: boolean
  /** What keeps the report from being presented; empty when complete. */
  missing: MissingItem[]
  progress: ReportProgress
  /** Data version she last saw; null when she never opened it. */
  seenDataVersion: number | null
}

/** How far the entry has come; "không giao" is not counted. */
export type ReportProgress = {
  assigned: number
  filled: number
  blank: number
  empty: number
  toMend: number
}

export type ReportEventDto = {
  from: ReportState | null
  to: ReportState
  by: string | null
  onBehalfOf: string | null
  capacity: Capacity | null
  reason: string | null
  dataVersion: number
  at: string
}

/** What a figure was at a moment, as kept in its history. */
export type FigureSnapshot = Pick<FigureDto, 'raw' | 'value' | 'breakdown' | 'blankReason' | 'note'>

export type FigureRevisionDto = {
  indicatorId: string
  measure: FigureMeasure
  dataVersion: number
  before: FigureSnapshot | null
  after: FigureSnapshot
  by: string | null
  at: string
}

/** What changed in a report since a data version: the figure then and now. */
export type ReportChanges = {
  since: number
  now: number
  figures: {
    indicatorId: string
    code: string
    name: string
    measure: FigureMeasure
    before: FigureSnapshot | null
    after: FigureSnapshot
    by: string | null
    at: string
  }[]
}

export type FigureCommentDto = {
  id: string
  indicatorId: string
  author: { id: string; name: string }
  text: string
  at: string
  resolvedAt: string | null
  resolvedBy: string | null
}

export type TargetAdjustmentDto = {
  id: string
  reportId: string
  indicatorId: string
  unit: ReportUnit
  indicatorName: string
  oldRaw: string
  newRaw: string
  reason: string
  paper: string
  paperFileId: string | null
  state: 'REQUESTED' | 'APPROVED' | 'REFUSED'
  requestedBy: string | null
  requestedAt: string
  decidedBy: string | null
  decidedAt: string | null
  decisionNote: string | null
  canDecide: boolean
}

/** Why a report waits for the asking person. */
export const WORK_KINDS = [
  'ENTER',
  'MEND',
  'PRESENTED',
  'CHECK',
  'APPRAISE',
  'REVIEW',
  'DECIDE_ADJUSTMENT',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

export type WorkItem = {
  kind: WorkKind
  /** Null for a report not yet begun: open it with unit and period. */
  reportId: string | null
  unit: ReportUnit
  period: { id: string; kind: PeriodKind; year: number }
  clusterYear: { slug: string; title: string; year: number } | null
  state: ReportState | null
  dueAt: string | null
  /** Calendar days in Vietnam until due; negative when late; null without a deadline. */
  daysLeft: number | null
  filled: number
  assigned: number
  reason: string | null
  /** The figures as they stand have been appraised. */
  appraised: boolean
  illustrative: boolean
}

/** thẩm định of a report by the central officers. */
export type AppraisalDto = {
  /** The last one; `current` unless figures changed since. */
  last: { by: string | null; at: string; note: string | null; current: boolean } | null
  mayAppraise: boolean
}

/** How many units of a cluster have not sent a period's report. */
export type AwaitedReports = {
  clusterSlug: string
  clusterName: string
  year: number
  kind: PeriodKind
  dueAt: string
  daysLeft: number
  unsent: number
}

export type CompletenessRow = {
  unit: ReportUnit
  clusterYear: { id: string; slug: string; title: string } | null
  reportId: string | null
  /** Whether the asking person may open the report. */
  readable: boolean
  state: ReportState | null
  sentAt: string | null
  /** Days late: as sent, or until today while unsent. */
  lateDays: number
  /** Once sent it counts as sent, also while it is being mended. */
  sent: boolean
  /** Sent, asked for additions and not sent again. */
  mending: boolean
}

export type Completeness = {
  period: { id: string; kind: PeriodKind; year: number; dueAt: string | null }
  rows: CompletenessRow[]
  counts: { units: number; sent: number; late: number; unsent: number; confirmed: number }
}

/** The answer to a saved figure: the new versions and what was understood. */
export type SavedFigure = {
  indicatorId: string
  measure: FigureMeasure
  version: number
  dataVersion: number
  raw: string
  value: FigureValue | null
  echo: string
}

/** Beside a conflict: what the database holds, so that both values can be shown. */
export type FigureConflict = { mine: string; current: FigureDto | null }

export type NarrativeConflict = {
  mine: string
  text: string
  version: number
  updatedBy: string | null
  updatedAt: string | null
}

/** Beside an unclear figure: the question and its answers, for one tap each. */
export type FigureQuestion = { question: string; choices: { label: string; raw: string }[] }

export type SavedNarrative = { section: NarrativeSectionKey; version: number; dataVersion: number }
