import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cleanReceipt,
  decodePaper,
  encodePaper,
  PAPER_BYTES,
  placeOf,
  recount,
} from '@/lib/ballots/paper/rules'
import {
  carries,
  DEFAULT_RULES,
  imbalancesOf,
  isCommittee,
  mayFollow,
  nextRoundOf,
  quorumOf,
  tally,
  tieToDecide,
} from '@/lib/ballots/rules'
import { PHASES, phaseOf, shareInWords } from '@/lib/ballots/labels'
import { BALLOT_ACTS, BALLOT_METHODS, BALLOT_STATES, type BallotRules } from '@/lib/ballots/types'

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`)

type Case = {
  votes: number[]
  preferred: boolean[]
  quota: number
  percent: number | null
  exceeds: boolean
  of: 'MEMBERS' | 'VALID'
  preference: boolean
  opinions: number[][]
  absent: number
}

const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    votes: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: size, maxLength: size }),
    preferred: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
    quota: fc.integer({ min: 1, max: 6 }),
    percent: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    exceeds: fc.boolean(),
    of: fc.constantFrom('MEMBERS' as const, 'VALID' as const),
    preference: fc.boolean(),
    opinions: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
      maxLength: 3,
    }),
    absent: fc.integer({ min: 0, max: 4 }),
  }),
)

function run(input: Case) {
  const ids = names(input.votes.length)
  const threshold =
    input.percent === null ? null : { percent: input.percent, of: input.of, exceeds: input.exceeds }
  const valid = 10
  const members = valid + input.opinions.length + input.absent
  const result = tally({
    candidates: ids.map((id, index) => ({ id, preferred: input.preferred[index] ?? false })),
    votes: Object.fromEntries(ids.map((id, index) => [id, input.votes[index] ?? 0])),
    opinions: input.opinions.map((chosen) => chosen.map((index) => `c${index}`)),
    quota: input.quota,
    members,
    valid,
    rules: { threshold, preference: input.preference },
  })
  return {
    ids,
    result,
    threshold,
    base: input.of === 'VALID' && threshold ? valid + input.opinions.length : members,
  }
}

describe('T7 tally', () => {
  test('T7 never more than the quota, never below the threshold, never past somebody with more votes', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { result, threshold, base } = run(input)
        const of = (id: string) => result.outcomes.find((one) => one.id === id)!
        expect(result.elected.length + result.open).toBe(input.quota)
        expect(result.open).toBeGreaterThanOrEqual(0)
        for (const id of result.elected) {
          const { total } = of(id)
          expect(total).toBeGreaterThan(0)
          if (threshold) {
            const share = total * 100 - threshold.percent * base
            expect(threshold.exceeds ? share > 0 : share >= 0).toBe(true)
          }
          for (const other of result.outcomes)
            if (other.passed && !other.elected) expect(other.total).toBeLessThanOrEqual(total)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('T7 places stay open only for want of candidates who passed, or because of a tie wider than the places', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { result } = run(input)
        const passed = result.outcomes.filter(({ passed: ok }) => ok)
        if (result.tied.length === 0) expect(result.elected.length).toBe(Math.min(input.quota, passed.length))
        else {
          expect(result.tied.length).toBeGreaterThan(result.open)
          expect(result.open).toBeGreaterThan(0)
          const totals = new Set(result.outcomes.filter(({ tied }) => tied).map(({ total }) => total))
          expect(totals.size).toBe(1)
          if (input.preference) {
            const preferred = result.tied.map((id) => input.preferred[Number(id.slice(1))])
            expect(new Set(preferred).size).toBe(1)
          }
        }
        expect(result.tied.some((id) => result.elected.includes(id))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('T7 opinions in writing are added and kept apart; the order of candidates does not matter', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { result } = run(input)
        for (const { id, votes, opinions, total } of result.outcomes) {
          expect(total).toBe(votes + opinions)
          expect(votes).toBe(input.votes[Number(id.slice(1))])
        }
        const size = input.votes.length
        const back = (list: number[]) => list.toReversed()
        const turned = run({
          ...input,
          votes: back(input.votes),
          preferred: input.preferred.toReversed(),
          opinions: input.opinions.map((chosen) => chosen.map((index) => size - 1 - index)),
        })
        const named = (list: string[]) => list.map((id) => size - 1 - Number(id.slice(1))).sort()
        expect(named(turned.result.elected)).toEqual(result.elected.map((id) => Number(id.slice(1))).sort())
        expect(named(turned.result.tied)).toEqual(result.tied.map((id) => Number(id.slice(1))).sort())
      }),
      { numRuns: 1000 },
    )
  })

  test('T7 80% of all members is reached by 8 of 10, not by 7 of 9; a share is never rounded up to it', () => {
    const with80 = (votes: number, members: number) =>
      tally({
        candidates: [{ id: 'a', preferred: false }],
        votes: { a: votes },
        opinions: [],
        quota: 1,
        members,
        valid: votes,
        rules: { threshold: { percent: 80, of: 'MEMBERS', exceeds: false }, preference: false },
      })
    expect(with80(8, 10).elected).toEqual(['a'])
    expect(with80(7, 9).elected).toEqual([])
    expect(shareInWords(with80(2, 3).outcomes[0]!.share)).toBe('66,66%')
  })

  test('T7 a tie leads to a second round, then to whom the rules name', () => {
    const rules: BallotRules = DEFAULT_RULES
    const tied = tally({
      candidates: names(3).map((id) => ({ id, preferred: false })),
      votes: { c0: 5, c1: 3, c2: 3 },
      opinions: [],
      quota: 2,
      members: 7,
      valid: 7,
      rules,
    })
    expect(tied).toMatchObject({ elected: ['c0'], tied: ['c1', 'c2'], open: 1 })
    expect(nextRoundOf(tied, rules, 1)).toEqual({ candidateIds: ['c1', 'c2'], quota: 1 })
    expect(nextRoundOf(tied, rules, 2)).toBeNull()
    expect(tieToDecide({ tally: tied }, rules, 1)).toBeNull()
    expect(tieToDecide({ tally: tied }, rules, 2)).toEqual({
      by: 'HEADS',
      candidateIds: ['c1', 'c2'],
      places: 1,
    })
    expect(nextRoundOf(tied, { ...rules, tie: 'CHAIR' }, 1)).toBeNull()
    expect(tieToDecide({ tally: tied }, { ...rules, tie: 'CHAIR' }, 1)?.by).toBe('CHAIR')
    expect(tieToDecide({ tally: tied }, { ...rules, tie: 'VACANT' }, 1)).toBeNull()
  })

  test('T7 quorum of two thirds: 5 of 7, 7 of 10, 2 of 3', () => {
    expect([7, 10, 3, 1].map((members) => quorumOf(members, { numerator: 2, denominator: 3 }))).toEqual([
      5, 7, 2, 1,
    ])
  })
})

describe('T6 balance of a count', () => {
  const even = {
    issued: 7,
    returned: 6,
    unreturned: 1,
    valid: 5,
    invalid: 0,
    blank: 1,
    votes: { a: 5, b: 4 },
  }

  test('T6 says what is wrong and by how much', () => {
    expect(imbalancesOf(even, 7, 2)).toEqual([])
    expect(imbalancesOf(even, 6, 2)).toEqual([{ kind: 'ISSUED_ON_ROLL', by: 1 }])
    expect(imbalancesOf({ ...even, unreturned: 3 }, 7, 2)).toEqual([
      { kind: 'ISSUED_IS_RETURNED_AND_UNRETURNED', by: -2 },
    ])
    expect(imbalancesOf({ ...even, valid: 4 }, 7, 2)).toEqual([
      { kind: 'RETURNED_IS_VALID_INVALID_BLANK', by: 1 },
      { kind: 'VOTES_WITHIN_PAPERS', by: 1 },
      { kind: 'CANDIDATE_WITHIN_PAPERS', by: 1, candidateId: 'a' },
    ])
    expect(imbalancesOf(even, 7, 1)).toEqual([{ kind: 'VOTES_WITHIN_PAPERS', by: 4 }])
  })

  test('T6 whatever papers are really cast balance; one paper more or less anywhere does not', () => {
    const papers = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(papers, fc.nat(5), (cast, kept) => {
        const marked = cast.filter((choices) => choices.length > 0)
        const figures = {
          issued: cast.length + kept,
          returned: cast.length,
          unreturned: kept,
          valid: marked.length,
          invalid: 0,
          blank: cast.length - marked.length,
          votes: Object.fromEntries(
            names(5).map((id, index) => [id, marked.filter((choices) => choices.includes(index)).length]),
          ),
        }
        expect(imbalancesOf(figures, figures.issued, 3)).toEqual([])
        for (const name of ['issued', 'returned', 'unreturned', 'invalid', 'blank'] as const)
          expect(imbalancesOf({ ...figures, [name]: figures[name] + 1 }, cast.length + kept, 3)).not.toEqual(
            [],
          )
      }),
    )
  })
})

describe('T3 electronic papers', () => {
  const paperOf = (seed: number, choices: number[]) =>
    encodePaper({ token: new Uint8Array(32).fill(seed), choices, signature: new Uint8Array(256).fill(7) })

  test('T3 have one size whatever is chosen, and read back as written', () => {
    const choices = fc.uniqueArray(fc.integer({ min: 0, max: 127 }), { maxLength: 20 })
    fc.assert(
      fc.property(choices, (chosen) => {
        const paper = paperOf(1, chosen)
        expect(paper.length).toBe(PAPER_BYTES)
        expect(decodePaper(paper)?.choices).toEqual(chosen.toSorted((a, b) => a - b))
      }),
    )
    expect(decodePaper(new Uint8Array(PAPER_BYTES - 1))).toBeNull()
  })

  test('T3 stand sorted by token, whatever order they came in', () => {
    const seeds = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(seeds, (order) => {
        let stored: Uint8Array[] = []
        for (const seed of order) {
          const paper = paperOf(seed, [seed % 5])
          const { at, same } = placeOf(stored, paper)
          expect(same).toBeNull()
          stored = stored.toSpliced(at, 0, paper)
        }
        expect(stored.map((paper) => paper[0])).toEqual(order.toSorted((a, b) => a - b))
        for (const seed of order) expect(placeOf(stored, paperOf(seed, [])).same?.[0]).toBe(seed)
      }),
    )
  })

  test('T5 recount is the sum of the papers', () => {
    const papers = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(papers, (cast) => {
        const { votes, valid, blank, invalid } = recount(
          cast.map((choices, index) => paperOf(index, choices)),
          names(4),
          2,
        )
        expect(invalid).toBe(0)
        expect(valid + blank).toBe(cast.length)
        for (const [index, id] of names(4).entries())
          expect(votes[id]).toBe(cast.filter((choices) => choices.includes(index)).length)
      }),
    )
  })

  test('a receipt is found however it is typed', () => {
    expect(cleanReceipt(' k7tf-0q2m 9xza 4b1c')).toBe('K7TF-0Q2M-9XZA-4B1C')
    expect(cleanReceipt('K7TFOQ2M9XZA4BIC')).toBe('K7TF-0Q2M-9XZA-4B1C')
  })
})

describe('T10 the ritual', () => {
  test('T10 every state × act × method: acts follow the written order alone', () => {
    const roads = {
      SECRET_ELECTRONIC:
        'DRAFT RULES_READ COMMITTEE_APPROVED ISSUING ISSUE_CLOSED CASTING COUNTING COUNTED ANNOUNCED',
      SECRET_PAPER:
        'DRAFT RULES_READ COMMITTEE_APPROVED ISSUING ISSUE_CLOSED CASTING COUNTING COUNTED ANNOUNCED',
      SHOW_OF_HANDS: 'DRAFT RULES_READ COMMITTEE_APPROVED COUNTING COUNTED ANNOUNCED',
      CONSENSUS: 'DRAFT RULES_READ COUNTED ANNOUNCED',
      NOT_STATED: '',
    }
    for (const method of BALLOT_METHODS)
      for (const state of BALLOT_STATES) {
        const forward = BALLOT_ACTS.filter(
          (act) => act !== 'VOID' && act !== 'REISSUE' && mayFollow(act, method, state),
        )
        expect(forward.length, `${method} ${state}`).toBe(roads[method].split(' ').includes(state) ? 1 : 0)
        expect(phaseOf(method, state)).toBeLessThanOrEqual(PHASES[method].length)
      }
    expect(BALLOT_ACTS.filter((act) => mayFollow(act, 'SECRET_PAPER', 'ANNOUNCED'))).toEqual(['SEAL'])
    for (const done of ['SEALED', 'VOID'] as const)
      for (const method of BALLOT_METHODS)
        expect(BALLOT_ACTS.some((act) => mayFollow(act, method, done))).toBe(false)
  })

  test('T6 a committee is a head and at least two others', () => {
    const seat = (delegateId: string, role: 'HEAD' | 'MEMBER') => ({ delegateId, role })
    expect(isCommittee([seat('a', 'HEAD'), seat('b', 'MEMBER'), seat('c', 'MEMBER')])).toBe(true)
    expect(isCommittee([seat('a', 'HEAD'), seat('b', 'MEMBER')])).toBe(false)
    expect(isCommittee([seat('a', 'HEAD'), seat('b', 'MEMBER'), seat('b', 'MEMBER')])).toBe(false)
    expect(isCommittee([seat('a', 'HEAD'), seat('b', 'HEAD'), seat('c', 'MEMBER')])).toBe(false)
    expect(carries({ inFavour: 3, against: 3, abstained: 0 })).toBe(false)
  })
})
