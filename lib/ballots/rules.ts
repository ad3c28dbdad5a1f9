import type {
  BallotAct,
  BallotCapacity,
  BallotDto,
  BallotMethod,
  BallotResult,
  BallotRules,
  BallotState,
  CandidateOutcome,
  Imbalance,
  PaperFigures,
  ShowOfHands,
  Tally,
  TallyCandidate,
  Votes,
} from './types'

/**
 * Used where the cluster's regulation has not been entered. Quorum of two thirds: the practice of clusters
 * (domain notes A4, A7); no threshold is preset, since those of award councils do not bind a cluster's proposal.
 */
export const DEFAULT_RULES: BallotRules = {
  roll: 'UNIT',
  substitutes: true,
  writtenOpinions: true,
  quorum: { numerator: 2, denominator: 3 },
  threshold: null,
  rounds: 2,
  tie: 'NEXT_ROUND',
  lastTie: 'HEADS',
  preference: false,
  source: 'Mặc định của phần mềm; quy chế của cụm chưa được nhập',
}

type Transition = {
  act: BallotAct
  from: readonly BallotState[]
  to: BallotState
  methods: readonly BallotMethod[]
  who: readonly BallotCapacity[]
}

const SECRET = ['SECRET_PAPER', 'SECRET_ELECTRONIC'] as const
const COUNTED_METHODS = [...SECRET, 'SHOW_OF_HANDS'] as const
const HELD = [...COUNTED_METHODS, 'CONSENSUS'] as const
const LEADERS = ['RUNNER', 'COMMITTEE_HEAD'] as const
const COUNTERS = ['COMMITTEE', 'COMMITTEE_HEAD'] as const

/** The ritual: from where to where, by whom, for which methods. Phases cannot overlap. */
const TRANSITIONS: readonly Transition[] = [
  { act: 'READ_RULES', from: ['DRAFT'], to: 'RULES_READ', methods: HELD, who: ['RUNNER'] },
  {
    act: 'APPROVE_COMMITTEE',
    from: ['RULES_READ'],
    to: 'COMMITTEE_APPROVED',
    methods: COUNTED_METHODS,
    who: ['RUNNER'],
  },
  { act: 'OPEN_ISSUE', from: ['COMMITTEE_APPROVED'], to: 'ISSUING', methods: SECRET, who: LEADERS },
  { act: 'CLOSE_ISSUE', from: ['ISSUING'], to: 'ISSUE_CLOSED', methods: SECRET, who: LEADERS },
  {
    act: 'REISSUE',
    from: ['ISSUING', 'ISSUE_CLOSED'],
    to: 'ISSUING',
    methods: ['SECRET_ELECTRONIC'],
    who: LEADERS,
  },
  { act: 'OPEN_CASTING', from: ['ISSUE_CLOSED'], to: 'CASTING', methods: SECRET, who: LEADERS },
  { act: 'CLOSE_CASTING', from: ['CASTING'], to: 'COUNTING', methods: SECRET, who: LEADERS },
  {
    act: 'OPEN_COUNT',
    from: ['COMMITTEE_APPROVED'],
    to: 'COUNTING',
    methods: ['SHOW_OF_HANDS'],
    who: LEADERS,
  },
  {
    act: 'COUNT_PAPERS',
    from: ['COUNTING'],
    to: 'COUNTED',
    methods: ['SECRET_ELECTRONIC'],
    who: COUNTERS,
  },
  {
    act: 'CONFIRM_COUNT',
    from: ['COUNTING'],
    to: 'COUNTED',
    methods: ['SECRET_PAPER', 'SHOW_OF_HANDS'],
    who: COUNTERS,
  },
  { act: 'RECORD_CONSENSUS', from: ['RULES_READ'], to: 'COUNTED', methods: ['CONSENSUS'], who: ['RUNNER'] },
  { act: 'ANNOUNCE', from: ['COUNTED'], to: 'ANNOUNCED', methods: HELD, who: LEADERS },
  { act: 'SEAL', from: ['ANNOUNCED'], to: 'SEALED', methods: HELD, who: LEADERS },
  {
    act: 'VOID',
    from: [
      'DRAFT',
      'RULES_READ',
      'COMMITTEE_APPROVED',
      'ISSUING',
      'ISSUE_CLOSED',
      'CASTING',
      'COUNTING',
      'COUNTED',
    ],
    to: 'VOID',
    methods: HELD,
    who: ['RUNNER'],
  },
]

export function transitionOf(act: BallotAct): Transition {
  const transition = TRANSITIONS.find((candidate) => candidate.act === act)
  if (!transition) throw new Error(`no transition ${act}`)
  return transition
}

/** Whether the ritual allows the act now, whoever asks. */
export function mayFollow(act: BallotAct, method: BallotMethod, state: BallotState): boolean {
  const { from, methods } = transitionOf(act)
  return from.includes(state) && methods.includes(method)
}

/** Candidates, numbers and rules may change until the rules have been read out. */
export const isDraft = (state: BallotState): boolean => state === 'DRAFT'

const OPEN_TO_ALL: readonly BallotState[] = ['ANNOUNCED', 'SEALED']

/** Whether totals exist and may be seen: by those who count from COUNTED on, by everyone once announced. */
export const isResultOpen = (state: BallotState, counts: boolean): boolean =>
  OPEN_TO_ALL.includes(state) || (counts && state === 'COUNTED')

/** How many of `members` must be present. */
export const quorumOf = (members: number, { numerator, denominator }: BallotRules['quorum']): number =>
  Math.ceil((members * numerator) / denominator)

/** A show of hands carries where more are for it than against. */
export const carries = ({ inFavour, against }: ShowOfHands): boolean => inFavour > 0 && inFavour > against

/** A counting committee: one head, at least two members, all different. */
export const isCommittee = (members: readonly { delegateId: string; role: 'HEAD' | 'MEMBER' }[]): boolean =>
  members.filter(({ role }) => role === 'HEAD').length === 1 &&
  members.length >= 3 &&
  new Set(members.map(({ delegateId }) => delegateId)).size === members.length

/** What does not add up in a count of papers, and by how much (positive: too many on the left). Empty when it balances. */
export function imbalancesOf(figures: PaperFigures, onRoll: number, choose: number): Imbalance[] {
  const { issued, returned, unreturned, valid, invalid, blank, votes } = figures
  const sum = Object.values(votes).reduce((total, count) => total + count, 0)
  const found: Imbalance[] = []
  if (issued !== onRoll) found.push({ kind: 'ISSUED_ON_ROLL', by: issued - onRoll })
  if (issued !== returned + unreturned)
    found.push({ kind: 'ISSUED_IS_RETURNED_AND_UNRETURNED', by: issued - returned - unreturned })
  if (returned !== valid + invalid + blank)
    found.push({ kind: 'RETURNED_IS_VALID_INVALID_BLANK', by: returned - valid - invalid - blank })
  if (sum > valid * choose) found.push({ kind: 'VOTES_WITHIN_PAPERS', by: sum - valid * choose })
  for (const [candidateId, count] of Object.entries(votes))
    if (count > valid) found.push({ kind: 'CANDIDATE_WITHIN_PAPERS', by: count - valid, candidateId })
  return found
}

/**
 * Counts. `members` is the roll, `valid` the valid papers; written opinions are added to the votes and kept apart in the
 * outcome. Over quota the most votes; a tie for the last places leaves them open unless the preference settles it.
 */
export function tally(input: {
  candidates: readonly TallyCandidate[]
  votes: Votes
  opinions: readonly (readonly string[])[]
  quota: number
  members: number
  valid: number
  rules: Pick<BallotRules, 'threshold' | 'preference'>
}): Tally {
  const { threshold, preference } = input.rules
  const baseKind = threshold?.of ?? 'MEMBERS'
  const base = baseKind === 'MEMBERS' ? input.members : input.valid + input.opinions.length
  const counted = input.candidates.map(({ id, preferred }) => {
    const votes = input.votes[id] ?? 0
    const opinions = input.opinions.filter((chosen) => chosen.includes(id)).length
    const total = votes + opinions
    return { id, preferred, votes, opinions, total, passed: total > 0 && reaches(total, base, threshold) }
  })
  const { elected, tied } = seat(
    counted.filter(({ passed }) => passed),
    input.quota,
    preference,
  )
  const outcomes: CandidateOutcome[] = counted
    .map(({ id, votes, opinions, total, passed }) => ({
      id,
      votes,
      opinions,
      total,
      share: base > 0 ? Math.floor((total * 10_000) / base) : 0,
      passed,
      elected: elected.includes(id),
      tied: tied.includes(id),
    }))
    .sort((a, b) => b.total - a.total || Number(b.elected) - Number(a.elected))
  return { base, baseKind, outcomes, elected, tied, open: input.quota - elected.length }
}

function reaches(total: number, base: number, threshold: BallotRules['threshold']): boolean {
  if (!threshold) return true
  const reached = total * 100 - threshold.percent * base
  return threshold.exceeds ? reached > 0 : reached >= 0
}

type Counted = TallyCandidate & { total: number }

function seat(passed: Counted[], quota: number, preference: boolean): { elected: string[]; tied: string[] } {
  const ranked = passed.toSorted((a, b) => b.total - a.total)
  const ids = (list: Counted[]) => list.map(({ id }) => id)
  if (ranked.length <= quota) return { elected: ids(ranked), tied: [] }
  const last = ranked[quota - 1]?.total ?? 0
  const above = ranked.filter(({ total }) => total > last)
  const equal = ranked.filter(({ total }) => total === last)
  const places = quota - above.length
  if (equal.length === places) return { elected: ids([...above, ...equal]), tied: [] }
  const first = preference ? equal.filter(({ preferred }) => preferred) : []
  const others = equal.filter((candidate) => !first.includes(candidate))
  if (first.length > places) return { elected: ids(above), tied: ids(first) }
  const elected = ids([...above, ...first])
  return first.length === places ? { elected, tied: [] } : { elected, tied: ids(others) }
}

/**
 * The round that the rules call for after a count: among the tied, or among all who were not elected where places are
 * empty for want of votes. Null where no round is left or nothing is open.
 */
export function nextRoundOf(
  tallied: Tally,
  rules: Pick<BallotRules, 'rounds' | 'tie'>,
  round: number,
): { candidateIds: string[]; quota: number } | null {
  if (tallied.open === 0 || round >= rules.rounds) return null
  if (tallied.tied.length > 0 && rules.tie !== 'NEXT_ROUND') return null
  const candidateIds =
    tallied.tied.length > 0
      ? tallied.tied
      : tallied.outcomes.filter(({ elected }) => !elected).map(({ id }) => id)
  return candidateIds.length > 0 ? { candidateIds, quota: tallied.open } : null
}

/** A tie that persons decide under the rules, and who does; null where there is none. */
export function tieToDecide(
  result: Pick<BallotResult, 'tally' | 'decided'>,
  rules: Pick<BallotRules, 'rounds' | 'tie' | 'lastTie'>,
  round: number,
): { by: 'CHAIR' | 'HEADS'; candidateIds: string[]; places: number } | null {
  const { tied, open } = result.tally
  if (tied.length === 0 || result.decided || nextRoundOf(result.tally, rules, round)) return null
  const by = rules.tie === 'NEXT_ROUND' ? rules.lastTie : rules.tie
  return by === 'VACANT' ? null : { by, candidateIds: tied, places: open }
}

/** Whom a ballot that may be seen has chosen: by its count, or as agreed or stated. */
export function electedCandidates(
  ballot: Pick<BallotDto, 'candidates' | 'result' | 'stated'>,
): BallotDto['candidates'] {
  const chosen = ballot.result
    ? electedOf(ballot.result)
    : (ballot.stated ?? []).filter(({ elected }) => elected).map(({ id }) => id)
  return ballot.candidates.filter(({ id }) => chosen.includes(id))
}

/** Who holds a place after the count and what was decided on a tie. */
export const electedOf = ({ tally: { elected }, decided }: BallotResult): string[] => [
  ...elected,
  ...(decided?.candidateIds ?? []),
]
