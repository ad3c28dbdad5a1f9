/** What can be found, in the order in which groups stand. */
export const SEARCH_KINDS = [
  'unit',
  'cluster',
  'indicator',
  'pledge',
  'person',
  'activity',
  'campaign',
  'practice',
  'meeting',
  'award',
  'document',
  'source',
  'statement',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** One thing found, as the database tells it. */
export type FoundRow = {
  kind: SearchKind
  id: string
  title: string
  detail: string
  /** Where the page of the thing lies, for kinds that go by a slug; of an indicator its code, of a pledge its cluster's. */
  slug: string | null
  meetingId: string | null
  meeting: string | null
  unit: string | null
  cluster: string | null
  year: number | null
  /** Calendar day (yyyy-MM-dd). */
  happenedOn: string | null
  /** Of a unit: its first day, and the first day it no longer existed. */
  validFrom: string | null
  validTo: string | null
  /** Of a unit that ended: those it became. */
  successors: string | null
  /** Of a statement. */
  source: { slug: string; letter: string | null; title: string } | null
  illustrative: boolean
  /** Things of this kind that were found in all. */
  total: number
  /** Found by likeness alone: no word stands there as it was typed. */
  near: boolean
}

/** A run of text; `hit` where it is what was searched. */
export type Run = { text: string; hit: boolean }

export type Hit = {
  id: string
  href: string
  title: Run[]
  /** Where it belongs: unit, cluster, meeting, document. */
  place: string
  when: string
  detail: Run[]
  illustrative: boolean
}

export type HitGroup = { kind: SearchKind; label: string; total: number; hits: Hit[] }

export type SearchAnswer = {
  words: string
  groups: HitGroup[]
  total: number
  /** Nothing holds the words as typed; these are like them. */
  near: boolean
  /** How an official code was understood: "Mã 24 vào ngày 30/06/2025". */
  code: string | null
}

/** An official code, at a day, in a year, or at any time. */
export type CodeQuestion = { code: string; from: string | null; to: string | null }
