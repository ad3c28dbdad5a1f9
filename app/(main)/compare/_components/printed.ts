import { uncapitalise } from '@/lib/platform/vietnamese'
import type { ComparisonAsk } from '@/lib/summaries/compare/types'
import type { Change } from '@/lib/summaries/remarks/types'

/** A cell ready to be shown: everything is words but the lengths that charts draw. */
export type PrintedCell = {
  /** Length on a chart; null without a figure. */
  n: number | null
  text: string
  /** There is no figure; `text` says why, or nothing more than a dash. */
  blank?: true
  target: number | null
  targetText: string
  /** "108%", "trên 100%"; '' without one. */
  percent: string
  /** The completion as a decimal percentage, for sorting out laggards. */
  rawPercent: string | null
  mark: 'vuot' | 'dat' | 'half' | 'chua' | ''
  /** Class names with the tenth the outline is filled to. */
  markClass: string
  label: string
  /** Why it is blank, what was added up, what is uncertain; '' for nothing to remark. */
  note: string
  illustrative?: true
  unconfirmed?: true
  /** The unit's own draft, in no total. */
  draft?: true
  /** Its report is not open to the reader. */
  closed?: true
  href: string
}

export type PrintedRow = { key: string; name: string; href: string; cells: (PrintedCell | null)[] }

export type PrintedHeat = {
  columns: { code: string; name: string; measure: string }[]
  rows: { key: string; name: string; href: string; cells: (PrintedCell | null)[] }[]
}

/** What the client needs to draw a comparison. */
export type PrintedComparison = {
  ask: ComparisonAsk
  query: string
  /** "Hộ thoát nghèo (hộ)". */
  about: string
  /** "ước cả năm 2026", "ước cả năm, 2025–2026". */
  when: string
  boundary: string
  sentences: string[]
  notes: string[]
  years: number[]
  /** Figures that have a length. */
  drawable: boolean
  shares: boolean
  rows: PrintedRow[]
  /** Rows without anything to show in any of the years. */
  folded: PrintedRow[]
  total: (PrintedCell | null)[]
  totalName: string
  remarks: {
    years: [number, number] | null
    changes: Change[]
    belowHalf: string[]
    outliers: { key: string; above: boolean }[]
    missing: string[]
  }
  heat: PrintedHeat | null
  illustrative: boolean
  choices: PrintedChoices
}

export type Option = { value: string; label: string }
export type PrintedChoices = {
  indicators: { group: string; options: Option[] }[]
  clusters: Option[]
  years: number[]
  periods: Option[]
}

/** Whether the year tells anything of the row: a figure, or why there is none. */
export const tells = (cell: PrintedCell | null): boolean => cell !== null && cell.text !== '–'

/** A year without the indicator keeps its place, so that the slope of a line tells the truth. */
export const everyYear = ({ years }: Pick<PrintedComparison, 'years'>): number[] =>
  Array.from({ length: (years.at(-1) ?? 0) - (years[0] ?? 0) + 1 }, (_, index) => (years[0] ?? 0) + index)

/** What the rows of a comparison are. */
export const rowsName = ({ ask }: PrintedComparison): string =>
  ask.compared === 'CLUSTERS' ? 'Cụm' : 'Đơn vị'

/** Whose figures a table shows, to follow a colon. */
export const boundaryOf = ({ boundary }: PrintedComparison): string => uncapitalise(boundary)
