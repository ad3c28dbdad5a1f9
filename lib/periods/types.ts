/** Kinds of reporting period, in the order of the year. REGISTRATION is the registering of targets. */
export const PERIOD_KINDS = [
  'REGISTRATION',
  'SIX_MONTHS',
  'NINE_MONTHS',
  'YEAR_ESTIMATE',
  'YEAR_FINAL',
] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export const RESULT_PERIOD_KINDS = ['SIX_MONTHS', 'NINE_MONTHS', 'YEAR_ESTIMATE', 'YEAR_FINAL'] as const

export const YEAR_STATES = ['PREPARING', 'OPEN', 'CLOSED'] as const
export type YearState = (typeof YEAR_STATES)[number]

export type PeriodDto = {
  id: string
  kind: PeriodKind
  /** First day on which it may be entered, yyyy-MM-dd; null when open from the start. */
  opensOn: string | null
  /** Last day for sending, yyyy-MM-dd; null in history. */
  dueOn: string | null
  lockedAt: string | null
  version: number
}

export type YearDto = {
  id: string
  year: number
  theme: string | null
  state: YearState
  closedAt: string | null
  version: number
  periods: PeriodDto[]
  clusterYears: number
}

/** Slug of the central union, whose years, clusters and indicators the office sets. */
export const CENTRAL_ORGANISER = 'trung-uong-hoi'
