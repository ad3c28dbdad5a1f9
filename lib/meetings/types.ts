import type { Citation } from '@/lib/clusters/types'
import type { UnitRef } from '@/lib/units/types'

export const MEETING_KINDS = ['LAUNCH', 'INTERIM', 'PREPARATORY', 'ANNUAL_REVIEW'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

export const MEETING_FORMS = ['IN_PERSON', 'ONLINE', 'MIXED'] as const
export type MeetingForm = (typeof MEETING_FORMS)[number]

export const MEETING_STATES = ['PLANNED', 'INVITED', 'OPEN', 'CLOSED'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

export const MEETING_ACTS = ['INVITE', 'OPEN', 'CLOSE'] as const
export type MeetingAct = (typeof MEETING_ACTS)[number]

export const DELEGATE_ROLES = ['DELEGATE', 'CHAIR', 'SECRETARY', 'CENTRAL', 'GUEST'] as const
export type DelegateRole = (typeof DELEGATE_ROLES)[number]

export const SPEAKER_STATES = ['WAITING', 'SPEAKING', 'DONE', 'CANCELLED'] as const
export type SpeakerState = (typeof SPEAKER_STATES)[number]

/** How a meeting comes to a decision outside ballots. */
export const DECISION_METHODS = ['CONSENSUS', 'SHOW_OF_HANDS', 'NOT_STATED'] as const
export type DecisionMethod = (typeof DECISION_METHODS)[number]

export const TASK_STATES = ['OPEN', 'DONE', 'CANCELLED'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** What the projector may show; kept in the meeting's row. */
export type ProjectorScene =
  | { kind: 'WELCOME' }
  | { kind: 'AGENDA' }
  | { kind: 'ITEM' }
  | { kind: 'SPEAKER' }
  | { kind: 'DECISION'; decisionId: string }
  | { kind: 'TABLE'; group: number }
  | { kind: 'UNIT'; unitId: string }
  | { kind: 'BALLOT'; ballotId: string }
  | { kind: 'RESULT'; ballotId: string }

/** What policy needs to know of a meeting. */
export type MeetingFacts = {
  id: string
  clusterYearId: string
  /** Further cluster-years that the meeting serves. */
  alsoFor: string[]
  state: MeetingState
  /** Accounts of the delegates who preside or keep the minutes. */
  officers: string[]
  /** Accounts of all delegates. */
  participants: string[]
}

/** The least share of member units that must be present, and the paper that says so. */
export type QuorumRule = { share: number; of: number; basis: string | null }

export type Quorum = QuorumRule & {
  memberUnits: number
  presentUnits: number
  /** Units that must be present. */
  needed: number
  met: boolean
}

export type DelegateDto = {
  id: string
  role: DelegateRole
  unit: UnitRef | null
  accountId: string | null
  name: string
  title: string | null
  /** Speaks for her unit in a vote. */
  votes: boolean
  substitutesFor: { id: string; name: string } | null
  authorisation: string | null
  present: boolean
  /** When she first came and when she last left; null where nothing is recorded. */
  arrivedAt: string | null
  leftAt: string | null
  /** Came after the meeting had opened. */
  late: boolean
  bySelf: boolean
}

export type AgendaItemDto = {
  id: string
  parentId: string | null
  /** "2" or "2.1". */
  number: string
  position: number
  title: string
  minutes: number | null
  responsible: string | null
  startedAt: string | null
  endedAt: string | null
}

export type SpeakerDto = {
  id: string
  delegateId: string | null
  name: string
  topic: string | null
  minutes: number | null
  state: SpeakerState
  startedAt: string | null
  endedAt: string | null
  summary: string | null
}

export type DecisionDto = {
  id: string
  text: string
  method: DecisionMethod
  inFavour: number | null
  against: number | null
  abstained: number | null
  agendaItemId: string | null
  at: string
  source: Citation | null
}

export type TaskFollowUpDto = { id: string; text: string; state: TaskState; by: string; at: string }

export type TaskDto = {
  id: string
  text: string
  unit: UnitRef | null
  dueOn: string | null
  state: TaskState
  version: number
  followUps: TaskFollowUpDto[]
}

export type MyTaskDto = TaskDto & {
  meeting: { id: string; title: string; heldOn: string | null; year: number }
  conclusion: string
}

export type ConclusionDto = {
  id: string
  text: string
  speaker: string | null
  source: Citation | null
  tasks: TaskDto[]
}

export type SideEventDto = {
  id: string
  title: string
  place: string | null
  heldOn: string | null
  note: string | null
  activityId: string | null
  source: Citation | null
}

export type MeetingListItem = {
  id: string
  kind: MeetingKind
  title: string
  form: MeetingForm | null
  state: MeetingState
  heldOn: string | null
  startsAt: string | null
  place: string | null
  illustrative: boolean
  clusterYear: { id: string; slug: string; name: string; year: number }
  source: Citation | null
}

export type MeetingDto = MeetingListItem & {
  clusterTitle: string
  /** Cluster-years that it serves beside its own. */
  alsoFor: { id: string; slug: string; name: string; year: number }[]
  hostUnit: UnitRef | null
  organisedBy: string | null
  programme: string
  invitation: string
  invitedAt: string | null
  openedAt: string | null
  closedAt: string | null
  liveVersion: number
  version: number
  currentItemId: string | null
  projector: ProjectorScene
  memberUnits: UnitRef[]
  quorum: Quorum
  delegates: DelegateDto[]
  agenda: AgendaItemDto[]
  speakers: SpeakerDto[]
  decisions: DecisionDto[]
  conclusions: ConclusionDto[]
  sideEvents: SideEventDto[]
}

/** Time on screens is the server's: `startedAt` and how long it should last, never a remaining count. */
export type Timed = { startedAt: string | null; endedAt: string | null; minutes: number | null }

/** The part of a scene that this module knows; tables, units and ballots are added where pages are made. */
export type MeetingScene = {
  meetingId: string
  title: string
  place: string | null
  state: MeetingState
  illustrative: boolean
  scene: ProjectorScene
  /** Delegates present and expected (guests left out), and the quorum of units. */
  presence: { present: number; expected: number; quorum: Quorum }
  item: (Timed & { number: string; title: string; responsible: string | null }) | null
  next: { number: string; title: string } | null
  /** Which of the top items is under way: "Mục 5 trong 8". */
  progress: { at: number; of: number } | null
  agenda: (Timed & { id: string; number: string; title: string; depth: number })[]
  speaker: (Timed & { name: string; topic: string | null }) | null
  waiting: { name: string; topic: string | null }[]
  decision: Pick<DecisionDto, 'text' | 'method' | 'inFavour' | 'against' | 'abstained'> | null
}
