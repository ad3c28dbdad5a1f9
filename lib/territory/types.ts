import type { PeriodKind } from '@/lib/periods/types'
import type { Role } from '@/lib/accounts/types'
import type { HeadshipRole } from '@/lib/clusters/types'
import type { ReportState } from '@/lib/reports/types'
import type { UnitRef } from '@/lib/units/types'

export const CHANGE_KINDS = ['MERGER', 'SPLIT'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** What becomes of reports that are with their unit when the change takes effect. */
export const REPORT_HANDLINGS = ['KEEP', 'CARRY'] as const
export type ReportHandling = (typeof REPORT_HANDLINGS)[number]

export type NewUnit = { name: string; kind: string; code: string; slug: string }

/** Why a figure of the new unit stays blank. */
export const NOT_CARRIED_REASONS = ['MISSING', 'NOT_AGGREGATED', 'NOT_SUMMABLE', 'OWN_SET'] as const
export type NotCarriedReason = (typeof NOT_CARRIED_REASONS)[number]

export type CarriedFigure = {
  indicatorId: string
  name: string
  /** Empty where nothing could be carried, with the reason. */
  raw: string
  note: string
  reason: NotCarriedReason | null
}

/** The new unit's report of a period, put together from those of the old ones. */
export type CarriedReport = {
  periodId: string
  period: PeriodKind
  year: number
  clusterYearId: string | null
  illustrative: boolean
  figures: CarriedFigure[]
}

export type AffectedReport = {
  id: string
  unit: UnitRef
  period: PeriodKind
  year: number
  state: ReportState
  /** KEPT stays with the old unit; CARRIED is continued by the new one, the old one stays as it was, out of the tables. */
  handling: 'KEPT' | 'CARRIED'
}

export type AffectedCluster = {
  clusterYearId: string
  title: string
  year: number
  emulationYearId: string
  /** The new units become members here. */
  joins: boolean
  stays: UnitRef[]
  leaves: UnitRef[]
  /** Roles that pass to the first new unit on the day. */
  headships: { id: string; role: HeadshipRole; unit: UnitRef; passes: boolean }[]
}

/** Whether the new units become members of a cluster-year of the old ones. */
export type Joining = Pick<AffectedCluster, 'clusterYearId' | 'title' | 'year' | 'emulationYearId' | 'joins'>

/** A unit that ends, with its designations, the newest last. */
export type OldUnit = { id: string; slug: string; designations: readonly { name: string }[] }

export type AffectedAccount = {
  grantId: string
  accountId: string
  name: string
  role: Role
  unit: UnitRef
  /** Position of the new unit among `successors`. */
  to: number
  /** The old role ends the day before; it lasts while a report of the old unit is still to be finished. */
  ends: boolean
}

/** Everything a change will do, worked out before anything is written. */
export type TerritoryPlan = {
  kind: ChangeKind
  effectiveOn: string
  decision: string
  predecessors: (UnitRef & { version: number })[]
  successors: NewUnit[]
  /** Old units that give up their address to a namesake. */
  renamed: { id: string; from: string; to: string }[]
  /** Of a change to come: the new unit bears `from` until its day, then `slug`, which the old unit leaves for `oldTo`. */
  takesOver: { from: string; slug: string; oldId: string; oldTo: string }[]
  clusters: AffectedCluster[]
  reports: AffectedReport[]
  carried: CarriedReport[]
  accounts: AffectedAccount[]
  warnings: string[]
}

/** What was written and replaced, kept to be undone. */
export type TerritoryTrace = {
  units: string[]
  reports: string[]
  grants: string[]
  headships: string[]
  memberships: { clusterYearId: string; unitId: string }[]
  before: {
    units: { id: string; slug: string; validTo: string | null; version: number }[]
    designations: { id: string; validTo: string | null }[]
    memberships: { clusterYearId: string; unitId: string; sourceId: string | null; inferred: boolean }[]
    headships: { id: string; endsOn: string | null }[]
    grants: { id: string; endsOn: string | null }[]
    reports: { id: string; clusterYearId: string | null }[]
  }
}

export type TerritoryChangeItem = {
  id: string
  kind: ChangeKind
  effectiveOn: string
  decision: string
  predecessors: string[]
  successors: { name: string; slug: string }[]
  appliedAt: string
  appliedBy: string | null
  revertedAt: string | null
  version: number
}
