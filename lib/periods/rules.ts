import { RESULT_PERIOD_KINDS, type PeriodKind } from './types'

type ResultPeriodKind = (typeof RESULT_PERIOD_KINDS)[number]
type Known = { kind: PeriodKind; hasData: boolean }
type Due = { dueAt: string | null }

/** The latest period of results that anything is known of; null where nothing is known of any. */
export const latestWithData = (periods: readonly Known[]): ResultPeriodKind | null =>
  RESULT_PERIOD_KINDS.findLast((kind) => periods.some((one) => one.kind === kind && one.hasData)) ?? null

/**
 * The period a year's table opens with: the latest that anything is known of; before there is any, the first that can be
 * reported. `openingPeriodSql` of the clusters says the same of one cluster-year.
 */
export const openingPeriod = (periods: readonly Known[]): ResultPeriodKind =>
  latestWithData(periods) ??
  RESULT_PERIOD_KINDS.find((kind) => periods.some((one) => one.kind === kind)) ??
  'YEAR_FINAL'

/** Whether reports of the period are collected here, rather than told by sources: history knows no deadline. */
export const isCollected = ({ dueAt }: Due): boolean => dueAt !== null

/** Whether the year's period of that kind is one that is collected. */
export const collects = (periods: readonly (Due & { kind: PeriodKind })[], kind: PeriodKind): boolean =>
  periods.some((one) => one.kind === kind && isCollected(one))
