import type { Citation } from '@/lib/clusters/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { BlankReason, BreakdownPart, ReportState } from '@/lib/reports/types'
import type { ValueColumns } from '@/lib/reports/figures/rules'
import type { UnitRef } from '@/lib/units/types'
import type { TableIndicator } from '../types'

/** Words as written and their columns. */
export type StoredWords = ValueColumns & { raw: string }

/** Everything behind one figure of a table, as stored. */
export type FigureDetail = {
  reportId: string
  unit: UnitRef
  year: number
  period: PeriodKind
  state: ReportState
  illustrative: boolean
  indicator: Omit<TableIndicator, 'lastId'> & { definition: string | null; definitionSource: string | null }
  figure:
    | (StoredWords & {
        breakdown: BreakdownPart[] | null
        blankReason: BlankReason | null
        note: string | null
        asOf: string | null
        factId: string | null
        updatedAt: string
        updatedBy: string | null
      })
    | null
  toDate: StoredWords | null
  target: StoredWords | null
  assignedTarget: string | null
  provincialTarget: string | null
  last: StoredWords | null
  source: Citation | null
  evidence: { id: string; name: string; size: number; mediaType: string }[]
}

/** The same in Vietnamese words, ready to show. */
export type FigureWords = {
  title: string
  unit: string
  unitHref: string
  about: string
  state: string
  illustrative: boolean
  /** What was typed and what was understood. */
  raw: string
  understood: string
  completion: { mark: string; words: string } | null
  /** Label and text, in order; only what is known. */
  facts: { label: string; text: string }[]
  breakdown: { label: string; text: string }[]
  source: { href: string; label: string } | null
  evidence: { href: string; name: string; size: string }[]
  historyHref: string
}
