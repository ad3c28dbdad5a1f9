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
export type ResultPeriodKind = (typeof RESULT_PERIOD_KINDS)[number]

export const YEAR_STATES = ['PREPARING', 'OPEN', 'CLOSED'] as const
export type YearState = (typeof YEAR_STATES)[number]
