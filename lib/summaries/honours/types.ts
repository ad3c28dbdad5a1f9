import type { UnitRef } from '@/lib/units/types'

/** A member of a cluster of the year, and when it (or a unit it came from) headed a cluster, as far as is known. */
export type HeadshipStanding = {
  cluster: { slug: string; name: string }
  unit: UnitRef
  /** Years in which the unit itself was cụm trưởng, newest first. */
  own: number[]
  /** Years in which a unit it came from was, with that unit's name of the time. */
  before: { year: number; unit: string }[]
}

/** Years of which no source says who headed a cluster that the unit belonged to. */
export type HeadshipGaps = { knownYears: number; unknownYears: number }

/** An award of a unit itself, under the name it bears in lists: an ended namesake says until when it was. */
export type UnitHonour = {
  id: string
  year: number | null
  type: { name: string; isFlag: boolean; position: number }
  illustrative: boolean
}

export type AwardedUnit = { id: string; slug: string; name: string; honours: UnitHonour[] }

export type UnitHonours = {
  /** By the alphabet; where there are more than are listed, those awarded most. */
  units: AwardedUnit[]
  /** Units that have an award, listed or not. */
  awarded: number
  illustrative: boolean
}
