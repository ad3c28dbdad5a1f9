import type { BallotRules, RollLine } from '../types'

/** A person of the meeting as far as votes go. */
export type Attendant = {
  id: string
  unitId: string | null
  accountId: string | null
  name: string
  isGuest: boolean
  votes: boolean
  substitutesForId: string | null
  present: boolean
}

type VotingRules = Pick<BallotRules, 'roll' | 'substitutes'>

/**
 * Who may cast the paper of a line: the delegate with the vote or, where the rules allow, her authorised substitute. A unit
 * that named nobody to vote is spoken for by any delegate of it.
 */
function mayVoteFor(
  person: Attendant,
  line: Pick<RollLine, 'unitId' | 'delegateId'>,
  people: readonly Attendant[],
  rules: VotingRules,
): boolean {
  if (person.isGuest) return false
  if (rules.roll === 'DELEGATE')
    return person.id === line.delegateId || (rules.substitutes && person.substitutesForId === line.delegateId)
  if (person.unitId === null || person.unitId !== line.unitId) return false
  const voters = people.filter((other) => other.unitId === line.unitId && other.votes && !other.isGuest)
  if (voters.length === 0) return true
  if (voters.includes(person)) return rules.substitutes || person.substitutesForId === null
  return rules.substitutes && voters.some(({ id }) => id === person.substitutesForId)
}

/** The roll as it stands now: every member unit, or every delegate named to vote, and whether somebody may vote for it. */
export function rollOf(
  units: readonly { id: string; name: string }[],
  people: readonly Attendant[],
  rules: VotingRules,
): RollLine[] {
  const lines =
    rules.roll === 'UNIT'
      ? units.map(({ id, name }) => ({ unitId: id, delegateId: null, label: name }))
      : people
          .filter((person) => person.votes && !person.isGuest && person.substitutesForId === null)
          .map(({ id, unitId, name }) => ({ unitId, delegateId: id, label: name }))
  return lines.map((line) => ({
    ...line,
    present: people.some((person) => person.present && mayVoteFor(person, line, people, rules)),
  }))
}

type Line = {
  unitId: string | null
  delegateId: string | null
  accountId: string | null
  issuedKey: number | null
}

/** Her line on the roll and the delegate she is there; a line already hers first. */
export function lineFor<L extends Line>(
  accountId: string,
  lines: readonly L[],
  people: readonly Attendant[],
  rules: VotingRules,
): { line: L; delegateId: string } | null {
  const mine = people.filter((person) => person.accountId === accountId && person.present)
  const open = lines.flatMap((line) => {
    const person = mine.find((candidate) => mayVoteFor(candidate, line, people, rules))
    return person ? [{ line, delegateId: person.id }] : []
  })
  const free = ({ line }: { line: L }) => line.accountId === null && line.issuedKey === null
  return open.find(({ line }) => line.accountId === accountId) ?? open.find(free) ?? open[0] ?? null
}
