import type { DelegateRole, MeetingForm, MeetingKind, Quorum } from '@/lib/meetings/types'
import type { CalendarDay } from '@/lib/platform/dates'
import type { NarrativeSectionKey } from '@/lib/reports/types'

/** What units wrote in one section of their reports; units that wrote the same stand together. */
export type Told = { section: NarrativeSectionKey; text: string; units: string[] }

export type UnitOfYear = { id: string; slug: string; name: string; kind: string }

/** A person of a meeting in words, and her name alone where it is one. */
export type Person = { words: string; name: string | null; role: DelegateRole }

export type MeetingFacts = {
  cluster: string
  year: number
  title: string
  kind: MeetingKind
  form: MeetingForm | null
  day: CalendarDay | null
  /** When it was opened, or shall be. */
  startsAt: string | null
  closedAt: string | null
  place: string | null
  organisedBy: string | null
  head: string | null
  memberCount: number
  members: string
  people: Person[]
  quorum: Quorum
  /** It has been opened: who came is known. */
  begun: boolean
  illustrative: boolean
  historic: boolean
}
