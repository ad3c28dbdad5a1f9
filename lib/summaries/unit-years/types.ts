import type { Citation, HeadshipRole } from '@/lib/clusters/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { BreakdownPart, NarrativeSectionKey, ProjectionCells, ReportState } from '@/lib/reports/types'
import type { TableIndicator } from '../types'

export type WrittenCell = {
  raw: string
  factId: string | null
  note: string | null
  breakdown: BreakdownPart[] | null
}

export type UnitYearReport = {
  reportId: string
  period: PeriodKind
  state: ReportState
  sentBefore: boolean
  illustrative: boolean
  lateDays: number
  sentAt: string | null
  dueAt: string | null
  source: Citation | null
  cells: ProjectionCells
  /** Words as written, by indicator id. */
  written: Record<string, WrittenCell>
  narrative: { section: NarrativeSectionKey; text: string }[]
}

export type UnitYearCluster = {
  id: string
  slug: string
  name: string
  title: string
  role: HeadshipRole | null
  illustrative: boolean
}

/** A unit's year as far as the reader may see it. */
export type UnitYear = {
  theme: string | null
  clusters: UnitYearCluster[]
  indicators: TableIndicator[]
  notAssigned: string[]
  reports: UnitYearReport[]
  /** Years with a cluster, a statement or a readable report of this unit, newest first. */
  years: number[]
}
