import type { PeriodKind } from '@/lib/periods/types'
import type { UnitRef } from '@/lib/units/types'
import type { ReportedFigure, TableIndicator, TableReport } from '../types'

export type NationalCluster = {
  id: string
  slug: string
  name: string
  illustrative: boolean
  units: UnitRef[]
}

export type NationalPeriod = { id: string; kind: PeriodKind; dueAt: string | null; hasData: boolean }

/** What stands above the national table. */
export type NationalYear = {
  emulationYearId: string
  year: number
  theme: string | null
  periods: NationalPeriod[]
  years: number[]
  /** Memberships of the year's clusters. */
  units: number
  /** Provincial units that there are at the end of the year, in clusters or not. */
  provinces: number
}

export type NationalTable = {
  clusters: NationalCluster[]
  indicators: TableIndicator[]
  reports: TableReport[]
  reported: ReportedFigure[]
}
