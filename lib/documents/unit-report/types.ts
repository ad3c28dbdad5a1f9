import type { NarrativeSectionKey } from '@/lib/reports/types'
import type { Statement } from '../cluster-report/types'
import type { UnitFigures } from '../figures/types'

/** An award as an award book of a paper lists it. */
export type AwardLine = {
  year: number | null
  type: string
  /** Of a person or a collective within the unit. */
  recipient: string | null
  isFlag: boolean
  issuer: string
  decision: string
  illustrative: boolean
}

/** Everything a provincial union's papers about its year state. */
export type UnitReportFacts = {
  /** "Hội LHPN tỉnh Bắc Giang", "tỉnh Bắc Giang". */
  union: string
  territory: string
  year: number
  theme: string | null
  clusters: string[]
  figures: UnitFigures | null
  narrative: Partial<Record<NarrativeSectionKey, string>>
  statements: (Statement & { factId: string })[]
  sources: { letter: string | null; title: string }[]
  works: string[]
  awards: AwardLine[]
  /** Awards of the year and what was proposed for it. */
  nominations: { type: string; proposer: string | null }[]
  illustrative: boolean
}
