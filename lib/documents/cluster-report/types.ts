import type { ActivityDto } from '@/lib/activities/joint/types'
import type { HandoverActDto } from '@/lib/handover/types'
import type { MeetingDto } from '@/lib/meetings/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { StatementDto } from '@/lib/sources/types'
import type { ClusterFigures } from '../figures/types'
import type { Told } from '../gathering/types'

/** What a source states, as far as a paper says it. */
export type Statement = Pick<StatementDto, 'section' | 'text' | 'inferred' | 'notStated'>

/** Everything a cluster's report of a year states. */
export type ClusterReportFacts = {
  name: string
  year: number
  period: PeriodKind
  illustrative: boolean
  theme: string | null
  motto: string | null
  /** How many, and who, in words. */
  memberCount: number
  members: string
  head: string
  deputy: string
  statements: Statement[]
  sources: { letter: string | null; title: string }[]
  figures: ClusterFigures
  narratives: Told[]
  pledge: { signedOn: string | null; state: string } | null
  works: string[]
  activities: ActivityDto[]
  practices: { title: string; summary: string; unit: string | null }[]
  nominations: { type: string; recipient: string }[]
  /** Once it has been held: what was concluded, and the tasks given with it. */
  meeting:
    | (Pick<MeetingDto, 'title' | 'heldOn' | 'place' | 'organisedBy'> & {
        conclusions: { text: string; speaker: string | null }[]
        tasks: { text: string; who: string | null; dueOn: string | null }[]
      })
    | null
  handover: HandedOver | null
  next: { theme: string | null; statements: Statement[] } | null
}

type HandedOver = Pick<
  HandoverActDto,
  'heldOn' | 'place' | 'giver' | 'receiver' | 'witness' | 'rotatingFlag' | 'toYear'
> & { giverUnion: string | null; receiverUnion: string; deputyUnion: string | null }
