import type { PeriodKind, RESULT_PERIOD_KINDS, YearState } from '@/lib/periods/types'
import type { UnitRef } from '@/lib/units/types'

export const HEADSHIP_ROLES = ['HEAD', 'DEPUTY'] as const
export type HeadshipRole = (typeof HEADSHIP_ROLES)[number]

/** A document as it is cited: "Tài liệu C, mục C5". */
export type Citation = { slug: string; letter: string | null; title: string; factId: string | null }

export type HeadshipDto = {
  role: HeadshipRole
  unit: UnitRef
  startsOn: string | null
  endsOn: string | null
  inferred: boolean
  note: string | null
  source: Citation | null
}

export type MemberDto = UnitRef & {
  kind: string
  /** Names of the units that were merged into it, its own namesake left out. */
  includes: string[]
  inferred: boolean
  source: Citation | null
}

export type ClusterPeriodDto = {
  id: string
  kind: PeriodKind
  opensAt: string | null
  dueAt: string | null
  lockedAt: string | null
  /** Some unit has sent, or the cluster itself reported figures. */
  hasData: boolean
}

export type ClusterRef = { id: string; slug: string; name: string }

/** Everything that stands above the cluster table. */
export type ClusterYearDto = {
  id: string
  cluster: ClusterRef
  year: number
  title: string
  motto: string | null
  theme: string | null
  themeSource: Citation | null
  state: YearState
  illustrative: boolean
  set: { slug: string; name: string; illustrative: boolean; validTo: string | null }
  members: MemberDto[]
  headships: HeadshipDto[]
  periods: ClusterPeriodDto[]
  /** The latest period with anything in it; before there is any, the first that can be reported. */
  openingPeriod: (typeof RESULT_PERIOD_KINDS)[number]
  /** Years of this cluster, newest first. */
  years: number[]
}

export type ClusterListItem = ClusterRef & {
  clusterYearId: string
  /** The year is not closed yet. */
  open: boolean
  aliases: string[]
  set: {
    slug: string
    name: string
    organiser: string
    validFrom: string | null
    validTo: string | null
    illustrative: boolean
  }
  /** The newest year of the cluster within the set. */
  year: number
  years: number[]
  illustrative: boolean
  members: UnitRef[]
  head: UnitRef | null
  deputy: UnitRef | null
  theme: string | null
}

export type ClusterHistoryYear = {
  year: number
  title: string
  theme: string | null
  illustrative: boolean
  setName: string
  members: UnitRef[]
  headships: HeadshipDto[]
  statements: number
}

export type ClusterHistory = ClusterRef & {
  aliases: string[]
  note: string | null
  years: ClusterHistoryYear[]
}

export type ClusterPeople = { centralStaff: string[]; reviewers: string[] }
