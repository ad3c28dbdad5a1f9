import type { Indicator } from '@/prisma/generated/client'
import type { IndicatorScope } from '../types'

export type SetRow = {
  id: string
  scope: IndicatorScope
  owner: string | null
  name: string
  indicators: number
  frozenAt: string | null
  version: number
  illustrative: boolean
}

/** An indicator set as the office edits it; retired indicators are included and marked. */
export type SetSetup = SetRow & {
  year: number
  yearId: string
  yearClosed: boolean
  completionScheme: string
  groups: { id: string; name: string; position: number; indicators: IndicatorRow[] }[]
  versions: { version: number; reason: string; at: string }[]
}

export type IndicatorRow = Pick<
  Indicator,
  | 'id'
  | 'groupId'
  | 'code'
  | 'name'
  | 'shortName'
  | 'kind'
  | 'measureUnit'
  | 'displayUnit'
  | 'decimals'
  | 'direction'
  | 'aggregation'
  | 'nature'
  | 'cumulative'
  | 'numeratorMayPass'
  | 'parts'
  | 'breakdown'
  | 'evidenceRequired'
  | 'definition'
  | 'definitionSource'
  | 'position'
> & { retired: boolean }

/** Targets of one unit on a set, as written. */
export type UnitIndicatorRow = {
  indicatorId: string
  name: string
  group: string
  measureUnit: string
  notAssigned: boolean
  assignedTarget: string
  provincialTarget: string
}
