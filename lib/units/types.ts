/** What a unit of the first level is called beside its name. */
export const UNIT_KINDS = ['tỉnh', 'thành phố'] as const

/** yyyy-MM-dd; null where the day lies before anything the app records, or is not known. */
type Day = string | null

export type UnitRef = { id: string; slug: string; name: string }

/** A unit of another time: what a unit came from, or what it became. */
export type RelatedUnit = UnitRef & { kind: string; date: string; decision: string | null }

export type UnitListItem = UnitRef & {
  kind: string
  code: string | null
  validFrom: Day
  /** First day it no longer exists. */
  validTo: Day
  /** Another unit of another time bears the same name. */
  namesake: boolean
  aliases: string[]
  predecessors: UnitRef[]
  successors: UnitRef[]
  /** Clusters of the latest year in which it was a member. */
  clusters: { slug: string; name: string; year: number }[]
}

export type UnitDesignationDto = {
  name: string
  kind: string
  code: string | null
  validFrom: Day
  validTo: Day
  source: string | null
}

export type UnitYearRef = {
  year: number
  clusters: { slug: string; name: string; illustrative: boolean; role: 'HEAD' | 'DEPUTY' | null }[]
  /** Statements of sources about the unit in that year. */
  statements: number
  /** Reports the reader may see. */
  reports: number
}

export type UnitDetail = UnitListItem & {
  note: string | null
  designations: UnitDesignationDto[]
  predecessorsFull: RelatedUnit[]
  successorsFull: RelatedUnit[]
  years: UnitYearRef[]
}

/** A unit with its neighbours in time: enough to tell which unit a name meant in a year. */
export type UnitInTime = UnitRef & { validFrom: Day; validTo: Day }
