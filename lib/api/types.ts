import type { z } from 'zod'
import type * as schema from './schema'

export type UnitItem = z.output<typeof schema.unitSchema>
export type ClusterItem = z.output<typeof schema.clusterSchema>
export type IndicatorItem = z.output<typeof schema.indicatorSchema>
export type SetIndicatorItem = z.output<typeof schema.setIndicatorSchema>
export type AwardItem = z.output<typeof schema.awardSchema>
export type Figure = z.output<typeof schema.figureSchema>
export type Summary = z.output<typeof schema.summarySchema>
export type NationalSummary = z.output<typeof schema.nationSchema>
export type UnitReport = z.output<typeof schema.reportSchema>
export type Problem = z.output<typeof schema.problemSchema>
