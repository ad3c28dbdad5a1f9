export const BALLOT_PURPOSES = ['FLAG', 'MERIT', 'HEAD', 'DEPUTY', 'OTHER'] as const
export type BallotPurpose = (typeof BALLOT_PURPOSES)[number]

export const BALLOT_METHODS = [
  'CONSENSUS',
  'SHOW_OF_HANDS',
  'SECRET_PAPER',
  'SECRET_ELECTRONIC',
  'NOT_STATED',
] as const
export type BallotMethod = (typeof BALLOT_METHODS)[number]

/** Methods by which a meeting can hold a ballot; NOT_STATED is for history alone. */
export const LIVE_METHODS = ['SECRET_PAPER', 'SECRET_ELECTRONIC', 'SHOW_OF_HANDS', 'CONSENSUS'] as const
export type LiveMethod = (typeof LIVE_METHODS)[number]

export const BALLOT_STATES = [
  'DRAFT',
  'RULES_READ',
  'COMMITTEE_APPROVED',
  'ISSUING',
  'ISSUE_CLOSED',
  'CASTING',
  'COUNTING',
  'COUNTED',
  'ANNOUNCED',
  'SEALED',
  'VOID',
] as const
export type BallotState = (typeof BALLOT_STATES)[number]

export const BALLOT_ACTS = [
  'READ_RULES',
  'APPROVE_COMMITTEE',
  'OPEN_ISSUE',
  'CLOSE_ISSUE',
  'REISSUE',
  'OPEN_CASTING',
  'CLOSE_CASTING',
  'OPEN_COUNT',
  'COUNT_PAPERS',
  'CONFIRM_COUNT',
  'RECORD_CONSENSUS',
  'ANNOUNCE',
  'SEAL',
  'VOID',
] as const
export type BallotAct = (typeof BALLOT_ACTS)[number]

/** In what capacity somebody takes part: who runs the meeting, who counts, who leads those who count. */
export const BALLOT_CAPACITIES = ['RUNNER', 'COMMITTEE', 'COMMITTEE_HEAD'] as const
export type BallotCapacity = (typeof BALLOT_CAPACITIES)[number]

export const ROLL_KINDS = ['UNIT', 'DELEGATE'] as const
export type RollKind = (typeof ROLL_KINDS)[number]

export const THRESHOLD_BASES = ['MEMBERS', 'VALID'] as const
/** What a share is taken of: all members of the roll, or the valid papers with the written opinions. */
export type ThresholdBase = (typeof THRESHOLD_BASES)[number]

export const TIE_RULES = ['NEXT_ROUND', 'CHAIR', 'VACANT'] as const
/** A tie for the last place: another round while rounds are left, the chair decides, or the place stays empty. */
export type TieRule = (typeof TIE_RULES)[number]

export const LAST_TIE_RULES = ['CHAIR', 'HEADS', 'VACANT'] as const
/** What is left after the last round: the chair decides, head and deputy decide together, or the place stays empty. */
export type LastTieRule = (typeof LAST_TIE_RULES)[number]

/** Rules of a ballot: settings of the cluster's regulation, frozen once issue begins. */
export type BallotRules = {
  roll: RollKind
  /** A person sent in writing may vote in the place of the delegate. */
  substitutes: boolean
  /** Absent members may give an opinion in writing: open, minuted, counted beside the papers. */
  writtenOpinions: boolean
  /** Share of the roll that must be present before a ballot opens. */
  quorum: { numerator: number; denominator: number }
  /** Share that elects, null for none; `exceeds` where the share must be passed, not only reached. */
  threshold: { percent: number; of: ThresholdBase; exceeds: boolean } | null
  rounds: number
  tie: TieRule
  lastTie: LastTieRule
  /** Between equals the candidates marked as preferred come first. */
  preference: boolean
  /** Where the rules stand: "Quy chế cụm thi đua năm 2026, Điều 7". */
  source: string
}

export type ShowOfHands = { inFavour: number; against: number; abstained: number }

export type TallyCandidate = { id: string; preferred: boolean }
export type Votes = Record<string, number>

export type CandidateOutcome = {
  id: string
  votes: number
  opinions: number
  /** Votes and opinions together. */
  total: number
  /** Of the threshold's base (all members where there is no threshold), in hundredths of a percent, rounded down. */
  share: number
  passed: boolean
  elected: boolean
  tied: boolean
}

export type Tally = {
  base: number
  baseKind: ThresholdBase
  outcomes: CandidateOutcome[]
  elected: string[]
  /** Equal for the last places; nobody of them is elected yet. */
  tied: string[]
  /** Places nobody holds after this count. */
  open: number
}

export type PaperFigures = {
  issued: number
  returned: number
  unreturned: number
  valid: number
  invalid: number
  blank: number
  votes: Votes
}

export const IMBALANCE_KINDS = [
  'ISSUED_ON_ROLL',
  'ISSUED_IS_RETURNED_AND_UNRETURNED',
  'RETURNED_IS_VALID_INVALID_BLANK',
  'VOTES_WITHIN_PAPERS',
  'CANDIDATE_WITHIN_PAPERS',
] as const
export type ImbalanceKind = (typeof IMBALANCE_KINDS)[number]
export type Imbalance = { kind: ImbalanceKind; by: number; candidateId?: string }

/** What is kept of a count on the ballot itself. */
export type BallotResult = {
  members: number
  papers: Omit<PaperFigures, 'votes'> | null
  opinions: number
  tally: Tally
  /** Places decided after a tie, by whom, and why. */
  decided?: { by: 'CHAIR' | 'HEADS'; candidateIds: string[]; note: string }
}

/** One line of the roll before it is frozen: a member unit, or a named delegate. */
export type RollLine = {
  unitId: string | null
  delegateId: string | null
  label: string
  present: boolean
}

export type BallotCandidateDto = {
  id: string
  unitId: string | null
  label: string
  position: number
  preferred: boolean
}

export type BallotPersonDto = {
  delegateId: string
  accountId: string | null
  name: string
  unit: string | null
}

export type BallotVoterDto = {
  id: string
  unitId: string | null
  delegateId: string | null
  label: string
  /** The unit or delegate whose line this is, as the rules say. */
  memberId: string
  present: boolean
  issued: boolean
  lost: boolean
  gaveOpinion: boolean
}

export type PaperCountDto = PaperFigures & {
  id: string
  enteredBy: string
  enteredById: string
  enteredAt: string
  imbalances: Imbalance[]
}

export type BallotEventDto = {
  from: BallotState | null
  to: BallotState
  by: string | null
  note: string | null
  at: string
}

export type BallotProgress = {
  members: number
  present: number
  issued: number
  /** Papers cast so far: how many, never which. */
  cast: number
}

/** What everyone who follows the meeting may see. */
export type BallotDto = {
  id: string
  meetingId: string
  meetingTitle: string
  /** The version of the meeting that this shows at least. */
  liveVersion: number
  purpose: BallotPurpose
  title: string
  method: BallotMethod
  state: BallotState
  choose: number
  quota: number
  round: number
  previousId: string | null
  nextId: string | null
  rules: BallotRules
  frozen: boolean
  unnamed: number | null
  publicKey: string | null
  /** Twelve symbols of the key, for the eye to compare. */
  keyPrint: string | null
  keyNumber: number
  electronicVote: ShowOfHands | null
  committeeVote: ShowOfHands | null
  illustrative: boolean
  source: { slug: string; letter: string | null; title: string; factId: string | null } | null
  version: number
  candidates: BallotCandidateDto[]
  committee: (BallotPersonDto & { role: 'HEAD' | 'MEMBER' })[]
  progress: BallotProgress
  /** Null until it may be seen by the one who asks. */
  result: BallotResult | null
  /** Elected as the source states it, where there is no count. */
  stated: { id: string; votes: number | null; elected: boolean | null }[] | null
}

/** What the control page adds for those who run the ballot or count. */
export type BallotControlDto = BallotDto & {
  capacities: BallotCapacity[]
  acts: BallotAct[]
  roll: BallotVoterDto[]
  opinions: { id: string; label: string; candidateIds: string[]; paper: string }[]
  /** Delegates from whom the committee may be chosen. */
  delegates: BallotPersonDto[]
  /** The count that awaits a second person. */
  count: PaperCountDto | null
  canEnterCount: boolean
  canConfirmCount: boolean
  nextRound: { candidateIds: string[]; quota: number } | null
  tieToDecide: { by: 'CHAIR' | 'HEADS'; candidateIds: string[]; places: number } | null
  events: BallotEventDto[]
}

/** A published electronic paper: base64 of the paper itself and the receipt that its voter holds. */
export type PublishedPaper = { paper: string; receipt: string }
export type PublishedPapers = {
  ballotId: string
  title: string
  publicKey: string | null
  candidates: { id: string; label: string; position: number }[]
  choose: number
  papers: PublishedPaper[]
}

/** What a voter's own page needs. */
export type VoterPageDto = {
  ballot: BallotDto
  /** Runs the ballot or counts: the control page is open to her too. */
  runs: boolean
  /** Keeps apart what several people hold on one device. */
  accountId: string
  /** Her line on the frozen roll; null for who may only look on. */
  voter: { label: string; received: boolean; taken: boolean } | null
}

/** A paper of an electronic ballot: token, signature, choices; its wire form has one size for all. */
export type ElectronicPaper = { token: Uint8Array; choices: number[]; signature: Uint8Array }

export const BALLOT_DUTY_KINDS = ['RECEIVE', 'CAST', 'COUNT', 'CONFIRM'] as const
/** What a ballot under way asks of somebody: receive or cast her paper, enter a count, confirm a colleague's. */
export type BallotDutyKind = (typeof BALLOT_DUTY_KINDS)[number]
export type BallotDuty = {
  kind: BallotDutyKind
  ballotId: string
  title: string
  round: number
  meetingId: string
  meetingTitle: string
  illustrative: boolean
}

export type BallotListItem = {
  id: string
  purpose: BallotPurpose
  title: string
  method: BallotMethod
  state: BallotState
  round: number
  choose: number
  quota: number
  previousId: string | null
  illustrative: boolean
  unnamed: number | null
  /** Told by a source: what became of its papers is not known. */
  fromSource: boolean
  candidates: number
}
