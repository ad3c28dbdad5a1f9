import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionLabel, prizeLabel, recipientLabel } from '@/lib/awards/labels'
import { availableNominationActs } from '@/lib/awards/policy'
import {
  dossierItemsFor,
  noticeEnd,
  obstaclesOf,
  placesLacking,
  placesTaken,
  prizeOf,
  takesObjections,
  nominationStateAfter,
} from '@/lib/awards/rules'
import {
  NOMINATION_ACTS,
  NOMINATION_STATES,
  type NominationAct,
  type NominationFacts,
  type NominationState,
  type PrizeRow,
} from '@/lib/awards/types'
import { rotationOf } from '@/lib/handover/rules'
import type { ClusterHistory } from '@/lib/clusters/types'
import { actorWith } from '../support/actor'

const CLUSTER_YEAR = 'cy'
const UNIT = 'unit'

const facts = (change: Partial<NominationFacts> = {}): NominationFacts => ({
  state: 'PROPOSED',
  clusterYearId: CLUSTER_YEAR,
  unitId: UNIT,
  unitIsHead: false,
  yearClosed: false,
  historic: false,
  blocked: false,
  named: true,
  noticeFrom: '2026-11-20',
  noticeTo: '2026-11-26',
  openObjections: 0,
  missing: [],
  ...change,
})

const PEOPLE = {
  leader: actorWith({ leaderOf: [UNIT], memberOf: [CLUSTER_YEAR] }),
  officer: actorWith({ staffOf: [UNIT], memberOf: [CLUSTER_YEAR] }),
  otherLeader: actorWith({ leaderOf: ['other'], memberOf: [CLUSTER_YEAR] }),
  head: actorWith({ leaderOf: ['head'], headOf: [CLUSTER_YEAR], memberOf: [CLUSTER_YEAR] }),
  headOfOwn: actorWith({ staffOf: [UNIT], headOf: [CLUSTER_YEAR], memberOf: [CLUSTER_YEAR] }),
  deputy: actorWith({ leaderOf: ['deputy'], deputyOf: [CLUSTER_YEAR], memberOf: [CLUSTER_YEAR] }),
  centralStaff: actorWith({ centralStaffOf: [CLUSTER_YEAR] }),
  reviewer: actorWith({ reviewerOf: [CLUSTER_YEAR] }),
  foreignReviewer: actorWith({ reviewerOf: ['another'] }),
  office: actorWith({ isOffice: true }),
  admin: actorWith({ isAdmin: true }),
} as const

describe('states of a nomination', () => {
  /** Written by hand from the issue: state → act → state. */
  const ROADS: Partial<Record<NominationState, Partial<Record<NominationAct, NominationState>>>> = {
    PROPOSED: { OPEN_NOTICE: 'PUBLIC_NOTICE', WITHDRAW: 'WITHDRAWN' },
    PUBLIC_NOTICE: { SEND_TO_CENTRAL: 'CENTRAL_REVIEW', WITHDRAW: 'WITHDRAWN' },
    CENTRAL_REVIEW: { RETURN: 'PROPOSED', REFUSE: 'REFUSED', DECIDE: 'DECIDED' },
  }

  test('T10 every state, act and role: only the written roads are open, and only to those they belong to', () => {
    const WHO: Record<NominationAct, (keyof typeof PEOPLE)[]> = {
      OPEN_NOTICE: ['head', 'office'],
      SEND_TO_CENTRAL: ['head', 'office'],
      RETURN: ['centralStaff', 'reviewer', 'office'],
      REFUSE: ['reviewer', 'office'],
      DECIDE: ['office'],
      WITHDRAW: ['leader', 'head', 'office'],
    }
    for (const state of NOMINATION_STATES) {
      for (const act of NOMINATION_ACTS)
        expect(nominationStateAfter(act, state), `${act} from ${state}`).toBe(ROADS[state]?.[act] ?? null)
      for (const [name, actor] of Object.entries(PEOPLE)) {
        const wanted = NOMINATION_ACTS.filter(
          (act) => ROADS[state]?.[act] && WHO[act].includes(name as keyof typeof PEOPLE),
        )
        expect(availableNominationActs(actor, facts({ state })), `${name} in ${state}`).toEqual(wanted)
      }
    }
  })

  test('the deputy stands in for a head whose own unit is nominated', () => {
    const own = facts({ unitIsHead: true })
    expect(availableNominationActs(PEOPLE.deputy, own)).toEqual(['OPEN_NOTICE', 'WITHDRAW'])
    expect(availableNominationActs(PEOPLE.headOfOwn, own)).toEqual([])
  })

  test('nothing is done to what a source tells, and in a closed year only the office acts', () => {
    for (const actor of Object.values(PEOPLE))
      expect(availableNominationActs(actor, facts({ historic: true }))).toEqual([])
    const closed = facts({ yearClosed: true })
    expect(availableNominationActs(PEOPLE.head, closed)).toEqual([])
    expect(availableNominationActs(PEOPLE.office, closed)).toEqual(['OPEN_NOTICE', 'WITHDRAW'])
  })

  test('what stands in the way is named', () => {
    const send = (change: Partial<NominationFacts>, today = '2026-11-27') =>
      obstaclesOf('SEND_TO_CENTRAL', facts({ state: 'PUBLIC_NOTICE', ...change }), today)
    expect(send({})).toEqual([])
    expect(send({}, '2026-11-26')).toEqual(['NOTICE_RUNNING'])
    expect(send({ missing: ['MINUTES'], openObjections: 1 })).toEqual(['DOSSIER', 'OBJECTIONS'])
    expect(send({ noticeFrom: null, noticeTo: null })).toEqual(['NO_NOTICE'])
    expect(obstaclesOf('DECIDE', facts({ blocked: true }), '2026-12-01')).toEqual(['BLOCKED'])
    expect(obstaclesOf('OPEN_NOTICE', facts({ named: false }), '2026-12-01')).toEqual(['UNNAMED'])
    expect(obstaclesOf('WITHDRAW', facts({ blocked: true, named: false }), '2026-12-01')).toEqual([])
  })

  test('a notice of seven days takes objections on its first and last day', () => {
    expect(noticeEnd('2026-11-20')).toBe('2026-11-26')
    const running = facts({ state: 'PUBLIC_NOTICE' })
    const days = ['2026-11-19', '2026-11-20', '2026-11-26', '2026-11-27']
    expect(days.map((day) => takesObjections(running, day))).toEqual([false, true, true, false])
    expect(takesObjections(facts(), '2026-11-22')).toBe(false)
  })

  test('an emulation fighter needs the certificate of an initiative', () => {
    expect(dossierItemsFor('CSTD_CO_SO')).toContain('INITIATIVE')
    expect(dossierItemsFor('CO_DAN_DAU')).not.toContain('INITIATIVE')
  })
})

describe('quota', () => {
  test('admitting nominations one by one while they fit never exceeds the quota', () => {
    const nomination = fc.record({
      state: fc.constantFrom(...NOMINATION_STATES),
      unnamed: fc.option(fc.integer({ min: 1, max: 8 })),
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.array(nomination), (quota, asked) => {
        const admitted: typeof asked = []
        for (const next of asked) {
          const wanted = next.unnamed ?? 1
          if (placesLacking(quota, placesTaken(admitted), wanted) === 0) admitted.push(next)
        }
        expect(placesTaken(admitted)).toBeLessThanOrEqual(quota)
      }),
    )
  })

  test('what lacks is exactly what would have to go', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 10 }), (quota, taken, wanted) => {
        const lacking = placesLacking(quota, taken, wanted)
        expect(lacking === 0).toBe(taken + wanted <= quota)
        if (lacking > 0) expect(taken + wanted - lacking).toBe(quota)
      }),
    )
  })

  test('a withdrawn or refused nomination frees its place; without a quota there is no limit', () => {
    expect(
      placesTaken([
        { state: 'WITHDRAWN', unnamed: 4 },
        { state: 'REFUSED', unnamed: null },
        { state: 'DECIDED', unnamed: null },
        { state: 'PROPOSED', unnamed: 4 },
      ]),
    ).toBe(5)
    expect(placesLacking(null, 99, 1)).toBe(0)
  })
})

describe('prize', () => {
  const row = (multiple: string, validFrom: string, validTo: string | null): PrizeRow => ({
    recipientKind: 'COLLECTIVE',
    multiple,
    legalBasis: `law of ${validFrom}`,
    validFrom,
    validTo,
  })
  const prizes = [row('8', '2024-01-01', '2025-06-30'), row('9', '2025-07-01', null)]
  const salaries = [{ validFrom: '2024-07-01', amount: 2_340_000, legalBasis: 'NĐ 73/2024' }]

  test('the text in force on the day of the decision counts', () => {
    expect(prizeOf(prizes, salaries, 'UNIT', '2025-06-30')).toMatchObject({ amount: 18_720_000 })
    expect(prizeOf(prizes, salaries, 'UNIT', '2025-07-01')).toMatchObject({
      amount: 21_060_000,
      legalBasis: 'law of 2025-07-01',
    })
  })

  test('what is lacking is said, never guessed', () => {
    const say = (...args: Parameters<typeof prizeOf>) => prizeLabel(prizeOf(...args))
    expect(say(prizes, salaries, 'UNIT', '2024-06-30')).toBe('chưa tính được: thiếu lương cơ sở')
    expect(say(prizes, salaries, 'UNIT', '2023-12-31')).toBe('chưa tính được: thiếu hệ số tiền thưởng')
    expect(say(prizes, salaries, 'PERSON', '2026-01-01')).toBe('chưa tính được: thiếu hệ số tiền thưởng')
    expect(say(prizes, salaries, 'UNIT', null)).toBe('chưa tính được: chưa rõ ngày quyết định')
    expect(say(prizes, salaries, 'UNIT', '2026-01-01')).toBe('21.060.000 đồng')
  })

  test('is the exact product for every multiple in hundredths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 99_999 }), (hundredths, n) => {
        const multiple = (hundredths / 100).toFixed(2)
        const amount = n * 100
        const prize = prizeOf(
          [row(multiple, '2024-01-01', null)],
          [{ validFrom: '2024-01-01', amount, legalBasis: '' }],
          'COLLECTIVE',
          '2026-01-01',
        )
        expect(prize).toMatchObject({ amount: hundredths * n })
      }),
    )
  })
})

describe('words', () => {
  test('what a source leaves open is said so', () => {
    expect(recipientLabel({ recipientKind: 'UNIT', unit: null, recipient: null, unnamed: 4 })).toBe(
      '4 đơn vị, nguồn chưa nêu tên',
    )
    expect(recipientLabel({ recipientKind: 'PERSON', unit: { name: 'Lào Cai' }, recipient: null })).toBe(
      'Cá nhân, nguồn chưa nêu tên (Lào Cai)',
    )
    expect(decisionLabel(null, true)).toBe('Nguồn không nêu số quyết định')
  })
})

describe('rotation', () => {
  const unit = (id: string) => ({ id, slug: id, name: id })
  const headship = (role: 'HEAD' | 'DEPUTY', id: string) => ({
    role,
    unit: unit(id),
    startsOn: null,
    endsOn: null,
    inferred: false,
    note: null,
    source: null,
  })
  const history = {
    years: [
      {
        year: 2026,
        members: ['a', 'b', 'c'].map(unit),
        headships: [headship('HEAD', 'b'), headship('DEPUTY', 'a')],
      },
      { year: 2020, members: ['a', 'b', 'old'].map(unit), headships: [headship('HEAD', 'a')] },
      { year: 2019, members: ['old'].map(unit), headships: [headship('HEAD', 'old')] },
    ],
  } as unknown as ClusterHistory

  test('members who never headed, or longest ago, stand first; who left the cluster last', () => {
    const rows = rotationOf(history, ['a', 'b', 'c'], 2027)
    expect(rows.map((row) => [row.unit.id, row.head, row.deputy, row.member])).toEqual([
      ['c', [], [], true],
      ['a', [2020], [2026], true],
      ['b', [2026], [], true],
      ['old', [2019], [], false],
    ])
    expect(rotationOf(history, ['a'], 2020).map((row) => [row.unit.id, row.head])).toEqual([
      ['a', [2020]],
      ['old', [2019]],
    ])
  })
})
