import type { AwardDto } from '@/lib/awards/types'
import type { Citation } from '@/lib/clusters/types'
import type { CompletionBand, CompletionClass } from '@/lib/indicators/types'
import type { SizedQualifier } from '@/lib/platform/numbers/types'
import type { StatementDto } from '@/lib/sources/types'
import type { ReviewRef, TermListItem, TermManner } from '../types'

/** Parts of the narrative, in the order they are printed. */
export const REVIEW_SECTIONS = ['RESULTS', 'PRACTICES', 'LIMITATIONS', 'CAUSES', 'LESSONS', 'TASKS'] as const
export type ReviewSection = (typeof REVIEW_SECTIONS)[number]

/** One target as the review shows it: of today in a draft, as frozen afterwards. Texts carry their units. */
export type ReviewItem = {
  position: number
  targetId: string | null
  number: string | null
  /** Null where the source states only how many targets reached a class. */
  name: string | null
  manner: TermManner | null
  plan: string | null
  /** What the plan expected by then. */
  expected: string | null
  result: string | null
  years: number[]
  percent: string | null
  qualifier: SizedQualifier
  class: CompletionClass | null
  label: string | null
  note: string | null
  source: Citation | null
}

export type ReviewCount = { class: CompletionClass; label: string; count: number }

/** Works of the unit within the term that the review names: "348 công trình, phần việc". */
export type ReviewWork = {
  campaign: { slug: string; name: string }
  year: number | null
  registered: number | null
  done: number | null
  note: string | null
  illustrative: boolean
  source: Citation | null
}

/** Everything a page or a printed report of the review needs. */
export type TermReviewDto = ReviewRef & {
  term: TermListItem & { congressOn: string | null; congressDateNote: string | null }
  meeting: string | null
  place: string | null
  /** Day up to which the figures count; null where the source does not state it. */
  asOf: string | null
  bands: CompletionBand[]
  items: ReviewItem[]
  /** How many targets reached each class, best first; classes nobody reached are there with 0. */
  counts: ReviewCount[]
  /** Targets whose figures decide no class. */
  undecided: number
  /** Only counts are known: no item has a text. */
  countsOnly: boolean
  sections: { section: ReviewSection; text: string; source: Citation | null }[]
  works: ReviewWork[]
  awards: AwardDto[]
  statements: StatementDto[]
  illustrative: boolean
  source: Citation | null
  version: number
  mayEdit: boolean
  mayDecide: boolean
}
