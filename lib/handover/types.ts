import type { BallotMethod } from '@/lib/ballots/types'
import type { Citation, HeadshipRole } from '@/lib/clusters/types'
import type { UnitRef } from '@/lib/units/types'

/** How the next head may be chosen in the app; history adds "not stated". */
export const HANDOVER_METHODS = ['CONSENSUS', 'BALLOT'] as const
export type HandoverMethod = (typeof HANDOVER_METHODS)[number]

/** Who does what is left of the outgoing year: the new head at once, or the old one until the year closes. */
export const REST_OF_YEAR = ['RECEIVER', 'GIVER'] as const
export type RestOfYear = (typeof REST_OF_YEAR)[number]

export type HandoverActDto = {
  id: string
  /** The year that hands over, null where no source tells, and the year that receives. */
  fromYear: number | null
  toYear: number
  heldOn: string | null
  place: string | null
  giverUnit: UnitRef | null
  giver: string | null
  receiverUnit: UnitRef
  receiver: string | null
  deputyUnit: UnitRef | null
  witness: string | null
  /** Null where the source does not state it. */
  rotatingFlag: boolean | null
  chosenBy: BallotMethod | null
  note: string | null
  source: Citation | null
  illustrative: boolean
}

/** Years in which each unit headed or was deputy, newest first: read before the choice. */
export type RotationRow = { unit: UnitRef; member: boolean; head: number[]; deputy: number[] }

export type ChosenUnit = {
  ballotId: string
  title: string
  role: HeadshipRole
  unitIds: string[]
  labels: string[]
}

export type HandoverPageDto = {
  given: HandoverActDto | null
  received: HandoverActDto | null
  rotation: RotationRow[]
  /** The cluster-year that would receive; null while the office has not opened it. */
  next: { id: string; year: number; members: UnitRef[] } | null
  chosen: ChosenUnit[]
  head: UnitRef | null
  canHandOver: boolean
}
