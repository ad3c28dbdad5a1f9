/** Text of the figures of a paper: what is stated, ready to print. Blank where nothing is: never 0. */
export type FigureRow = {
  group: string
  name: string
  unit: string
  /** One a member unit, in the order of the members. */
  values: string[]
  total: string
  target: string
  percent: string
  /** The cluster's own figure in the words it was given. */
  reported: string
  /** Both exist and differ. */
  differs: boolean
  /** Fewer is better: the target is a bound. */
  fewer: boolean
  /** What the parts of a composite figure are, in the order in which they stand. */
  parts: string[]
}

export type ClusterFigures = {
  units: string[]
  rows: FigureRow[]
  /** What units answered in words, which no column holds. */
  words: { name: string; answers: string[] }[]
  /** What stands above the table on the screen too, so that paper and screen agree. */
  sentences: string[]
  /** How far the reports had come when the figures were read; '' for history. */
  standing: string
  hasUnitFigures: boolean
  hasReported: boolean
  illustrative: boolean
}

export type UnitFigureRow = {
  group: string
  /** Facts of the source that state the figure. */
  factId: string | null
  name: string
  unit: string
  target: string
  result: string
  percent: string
  last: string
  note: string
  /** Fewer is better: the target is a bound. */
  fewer: boolean
  parts: string[]
}

export type UnitFigures = {
  rows: UnitFigureRow[]
  /** What the unit answered in words, a clause each. */
  words: string[]
  sentences: string[]
  hasTargets: boolean
  illustrative: boolean
  /** The report had not been confirmed when the figures were read. */
  unconfirmed: boolean
}
