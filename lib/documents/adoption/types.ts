import type { EvidenceDto } from '@/lib/evidence/types'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { FigureKind, FigureValue, MoneyUnit } from '@/lib/platform/numbers/types'

/** Where the units stand in the sheet: one a row, or one a column. */
export const UNIT_DIRECTIONS = ['ROWS', 'COLUMNS'] as const
export type UnitDirection = (typeof UNIT_DIRECTIONS)[number]

export const DIGIT_STYLES = ['VIETNAMESE', 'ENGLISH'] as const
export type DigitStyle = (typeof DIGIT_STYLES)[number]

/**
 * What was pointed at in a sheet. "Lines" are rows where each unit has a row, columns where each unit has a column;
 * "places" are the others. Both count from 1, as the spreadsheet does.
 */
export type AdoptionLayout = {
  sheet: string
  unitsIn: UnitDirection
  /** The place that holds the names of units. */
  unitPlace: number
  /** First and last line of the headings, that is of the names of indicators. */
  headFrom: number
  headTo: number
  /** How figures kept as text are written: 13.577,5 or 13,577.5. */
  digits: DigitStyle
}

/** A line's unit by id, or the cluster's own figures. */
export type LineUnit = string | 'CLUSTER'

/**
 * What a place's figures are of: an indicator of the year ("i:<id>"), one known from other years ("c:<code>"), or one made
 * anew from the heading, of a kind ("n:COUNT").
 */
export type PlaceIndicator = `i:${string}` | `c:${string}` | `n:${FigureKind}`

export type AdoptionMapping = AdoptionLayout & {
  /** The file whose lines and places these are: another file's mean something else. */
  fileId: string
  units: Record<string, LineUnit>
  indicators: Record<string, PlaceIndicator>
  /** Unit of bare amounts of money, by place, where it is neither what the sheet states nor the indicator's own. */
  money: Record<string, string>
}

/** A sheet as a grid with merged cells filled: by line and place. */
export type GridCell = { value: string; kind: string; formula: boolean; address: string }

export type UnitChoice = {
  id: string
  name: string
  /** Every name it is known by, its own first. */
  names: string[]
  /** Its official code in the year of the figures. */
  code: string | null
}
/** A name or code that is no member's: what became of the unit, to be decided by a person. */
export type FormerUnit = { names: string[]; code: string | null; note: string }

export type IndicatorChoice = {
  value: PlaceIndicator
  label: string
  names: string[]
  indicator: IndicatorDto | null
}

export const ADOPTION_STATUSES = ['NEW', 'SAME', 'EXISTS', 'REFUSED'] as const
export type AdoptionStatus = (typeof ADOPTION_STATUSES)[number]

/** One figure of the file and what would become of it. */
export type AdoptionItem = {
  status: AdoptionStatus
  unit: LineUnit
  unitName: string
  place: string
  indicatorName: string
  address: string
  /** As it stands in the file. */
  raw: string
  /** The words that are kept: those of the file, with the unit of a bare amount of money. */
  written: string
  /** Unit of bare amounts where a person chose it or the sheet states it. */
  money: MoneyUnit | null
  /** What was understood. */
  echo: string
  reason: string | null
  value: FigureValue | null
}

export type AdoptionPlace = {
  /** "c:<cluster-year>:<period>" or "u:<unit>:<period>". */
  value: string
  label: string
}

export type AdoptionListItem = {
  id: string
  title: string
  place: string
  createdAt: string
  createdBy: string
  adoptedAt: string | null
  sourceSlug: string | null
}

export type AdoptionFacts = {
  id: string
  title: string
  note: string | null
  clusterYearId: string | null
  clusterId: string | null
  clusterSlug: string | null
  unitId: string | null
  periodId: string
  period: PeriodKind
  year: number
  emulationYearId: string
  /** Cluster-years of the same cluster: her being head of one of them counts. */
  clusterYears: string[]
  version: number
  adopted: boolean
  place: string
  /** The page on which the figures are read. */
  readAt: string
}

/** The wizard's page: file, what is pointed at, what would be taken over. */
export type AdoptionView = AdoptionFacts & {
  mapping: AdoptionMapping | null
  /** Somebody looked at the mapping and kept it; one that is only suggested takes nothing over. */
  confirmed: boolean
  file: EvidenceDto | null
  /** Why the file cannot be read. */
  problem: string | null
  sheets: { name: string; hidden: boolean }[]
  /** The corner of the sheet, for pointing at. */
  corner: string[][]
  lines: { line: number; name: string; unit: LineUnit | null; hint: string | null }[]
  places: {
    place: number
    name: string
    indicator: PlaceIndicator | null
    money: boolean
    /** The unit of money the sheet gives. */
    stated: MoneyUnit | null
  }[]
  unitChoices: UnitChoice[]
  indicatorChoices: IndicatorChoice[]
  items: AdoptionItem[]
  counts: Record<AdoptionStatus, number>
  sourceSlug: string | null
}
