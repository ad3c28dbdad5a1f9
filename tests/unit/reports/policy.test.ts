import { describe, expect, test } from 'vitest'
import { availableActs, canEnter, canRead, capacitiesOf, capacityFor } from '@/lib/reports/policy'
import { capacitiesFor, stateAfter, TRANSITIONS } from '@/lib/reports/rules'
import {
  REPORT_ACTS,
  REPORT_STATES,
  type ReportAct,
  type ReportFacts,
  type ReportState,
} from '@/lib/reports/types'
import { actorWith } from '../../support/actor'

const UNIT = 'unit'
const YEAR = 'cluster-year'
const member: ReportFacts = {
  unitId: UNIT,
  clusterYearId: YEAR,
  state: 'DRAFT',
  sentBefore: false,
  periodLocked: false,
  hasHead: true,
  hasDeputy: true,
  unitIsHead: false,
}
const kinds: Record<string, ReportFacts> = {
  member,
  headsOwn: { ...member, unitIsHead: true },
  headsOwnNoDeputy: { ...member, unitIsHead: true, hasDeputy: false },
  headless: { ...member, hasHead: false },
  clusterless: { ...member, clusterYearId: null, hasHead: false, hasDeputy: false },
}

const people = {
  officer: actorWith({ staffOf: [UNIT], memberOf: [YEAR] }),
  leader: actorWith({ leaderOf: [UNIT], memberOf: [YEAR] }),
  otherOfficer: actorWith({ staffOf: ['other'], memberOf: [YEAR] }),
  head: actorWith({ leaderOf: ['head'], memberOf: [YEAR], headOf: [YEAR] }),
  deputy: actorWith({ leaderOf: ['deputy'], memberOf: [YEAR], deputyOf: [YEAR] }),
  staff: actorWith({ centralStaffOf: [YEAR] }),
  reviewer: actorWith({ reviewerOf: [YEAR] }),
  office: actorWith({ isOffice: true }),
  farLeader: actorWith({ leaderOf: ['far'], memberOf: ['far-year'], headOf: ['far-year'] }),
  farReviewer: actorWith({ reviewerOf: ['far-year'] }),
  admin: actorWith({ isAdmin: true }),
  guest: actorWith(),
}
type Who = keyof typeof people

/** The written table: from → act → who → to. Everything that is not here is refused. */
const TABLE: Record<
  string,
  Partial<Record<ReportState, Partial<Record<ReportAct, [Who[], ReportState]>>>>
> = {
  member: {
    DRAFT: { PRESENT: [['officer', 'leader'], 'PRESENTED'] },
    PRESENTED: { HAND_BACK: [['leader'], 'DRAFT'], SEND: [['leader'], 'SENT'] },
    SENT: {
      CHECK: [['head'], 'CHECKED'],
      REQUEST_ADDITIONS: [['head', 'staff', 'reviewer', 'office'], 'ADDITIONS_REQUESTED'],
    },
    CHECKED: {
      CONFIRM: [['reviewer'], 'CONFIRMED'],
      REQUEST_ADDITIONS: [['staff', 'reviewer', 'office'], 'ADDITIONS_REQUESTED'],
    },
    ADDITIONS_REQUESTED: { PRESENT: [['officer', 'leader'], 'PRESENTED'] },
    CONFIRMED: { REOPEN: [['office'], 'ADDITIONS_REQUESTED'], LOCK: [['office'], 'LOCKED'] },
  },
  headsOwn: {
    SENT: {
      CHECK: [['deputy'], 'CHECKED'],
      REQUEST_ADDITIONS: [['deputy', 'staff', 'reviewer', 'office'], 'ADDITIONS_REQUESTED'],
    },
  },
  headsOwnNoDeputy: {
    SENT: {
      CHECK: [['office'], 'CHECKED'],
      REQUEST_ADDITIONS: [['staff', 'reviewer', 'office'], 'ADDITIONS_REQUESTED'],
    },
  },
  headless: {
    SENT: {
      CHECK: [['office'], 'CHECKED'],
      REQUEST_ADDITIONS: [['staff', 'reviewer', 'office'], 'ADDITIONS_REQUESTED'],
    },
  },
  clusterless: {
    SENT: { CHECK: [['office'], 'CHECKED'], REQUEST_ADDITIONS: [['office'], 'ADDITIONS_REQUESTED'] },
    CHECKED: { CONFIRM: [['office'], 'CONFIRMED'], REQUEST_ADDITIONS: [['office'], 'ADDITIONS_REQUESTED'] },
  },
}

describe('every state × act × role', () => {
  test.each(Object.keys(kinds))('conforms to the written table: %s', (kind) => {
    const differences: string[] = []
    for (const state of REPORT_STATES) {
      for (const act of REPORT_ACTS) {
        const facts = { ...member, ...kinds[kind], state } as ReportFacts
        const row: [Who[], ReportState | null] = TABLE[kind]?.[state]?.[act] ??
          TABLE.member?.[state]?.[act] ?? [[], null]
        const [allowed, to] = row
        if (stateAfter(act, facts) !== to)
          differences.push(`${state} ${act} → ${stateAfter(act, facts)}, not ${to}`)
        for (const who of Object.keys(people) as Who[]) {
          // A head or deputy of her own unit's report would be its officer: kinds above are about other people.
          const may = to !== null && capacityFor(people[who], facts, act) !== null
          if (may !== allowed.includes(who)) differences.push(`${state} ${act} as ${who}: ${may}`)
          if (act !== 'LOCK' && availableActs(people[who], facts).includes(act) !== may)
            differences.push(`${state} ${act} as ${who} is offered wrongly`)
          if (availableActs(people[who], { ...facts, periodLocked: true }).length > 0)
            differences.push(`${state} as ${who} may act on a closed period`)
        }
      }
    }
    expect(differences).toEqual([])
  })

  test('handed back after it was once sent, a report is still being mended', () => {
    expect(stateAfter('HAND_BACK', { state: 'PRESENTED', sentBefore: true })).toBe('ADDITIONS_REQUESTED')
    expect(stateAfter('HAND_BACK', { state: 'PRESENTED', sentBefore: false })).toBe('DRAFT')
  })

  test('each act has one row, and every row names somebody', () => {
    expect(TRANSITIONS.map((t) => t.act).sort()).toEqual([...REPORT_ACTS].sort())
    for (const { act } of TRANSITIONS) expect(capacitiesFor(act, member).length).toBeGreaterThan(0)
  })

  test('nobody checks, appraises or confirms her own unit', () => {
    const own = actorWith({
      staffOf: [UNIT],
      headOf: [YEAR],
      deputyOf: [YEAR],
      centralStaffOf: [YEAR],
      reviewerOf: [YEAR],
      isOffice: true,
    })
    expect(capacitiesOf(own, member)).toEqual(['OFFICER'])
    expect(availableActs(own, { ...member, state: 'SENT' })).toEqual([])
  })
})

describe('who reads what', () => {
  const readers = (state: ReportState, sentBefore = false) =>
    (Object.keys(people) as Who[]).filter((who) => canRead(people[who], { ...member, state, sentBefore }))
  const own: Who[] = ['officer', 'leader']
  const cluster: Who[] = [...own, 'otherOfficer', 'head', 'deputy', 'staff', 'reviewer', 'office']
  const everyone: Who[] = (Object.keys(people) as Who[]).filter((who) => who !== 'guest')

  test.each([
    ['DRAFT', false, own],
    ['PRESENTED', false, own],
    ['PRESENTED', true, cluster],
    ['SENT', true, cluster],
    ['CHECKED', true, cluster],
    ['ADDITIONS_REQUESTED', true, cluster],
    ['CONFIRMED', true, everyone],
    ['LOCKED', false, everyone],
  ] as const)('%s (sent before: %s)', (state, sentBefore, expected) => {
    expect(readers(state, sentBefore)).toEqual(expected)
  })

  test('figures are entered by the unit alone, while it has the report', () => {
    for (const state of REPORT_STATES) {
      const may = (Object.keys(people) as Who[]).filter((who) => canEnter(people[who], { ...member, state }))
      expect(may).toEqual(state === 'DRAFT' || state === 'ADDITIONS_REQUESTED' ? own : [])
    }
    expect(canEnter(people.officer, { ...member, periodLocked: true })).toBe(false)
  })
})
