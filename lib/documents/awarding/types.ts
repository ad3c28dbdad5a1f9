import type { RecipientKind } from '@/lib/awards/types'
import type { CalendarDay } from '@/lib/platform/dates'

/** One recipient proposed, as the papers of a nomination state her. */
export type ProposedLine = {
  type: string
  issuer: string
  isFlag: boolean
  recipientKind: RecipientKind
  recipient: string
  achievement: string
  /** "06/07 phiếu", "thống nhất"; '' where no ballot stands behind it. */
  vote: string
  state: string
  illustrative: boolean
  historic: boolean
}

/** One award given. */
export type GivenLine = {
  type: string
  recipient: string
  decision: string
  prize: string
  illustrative: boolean
}

export type AwardingFacts = {
  cluster: string
  year: number
  theme: string | null
  members: string
  memberCount: number
  head: string | null
  /** The day from which the law in force is told: the meeting's, or the last of the year. */
  lawOn: CalendarDay
  proposed: ProposedLine[]
  given: GivenLine[]
  /** Places there are for each form of award; only where the office has set a quota. */
  quotas: { type: string; quota: number; used: number }[]
  /** Published ranking, best first. */
  ranking: { rank: number; unit: string; total: string; className: string }[]
  sources: { letter: string | null; title: string }[]
  illustrative: boolean
}
