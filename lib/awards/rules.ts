import { addDays, type CalendarDay } from '@/lib/platform/dates'
import { multiplyDecimals, roundDecimal } from '@/lib/platform/numbers/decimal'
import type {
  DossierItemCode,
  NominationAct,
  NominationCapacity,
  NominationFacts,
  NominationState,
  Obstacle,
  Prize,
  PrizeRow,
  RecipientKind,
  SalaryRow,
} from './types'

/** Working rule of the product; Luật Thi đua, khen thưởng 2022, Điều 84 khoản 5 asks for publicity and names no number of days. */
const NOTICE_DAYS = 7

export type NominationTransition = {
  act: NominationAct
  from: readonly NominationState[]
  to: NominationState
  who: readonly NominationCapacity[]
  needsReason: boolean
}

/** Every change of a nomination's state there is. */
export const NOMINATION_TRANSITIONS: readonly NominationTransition[] = [
  {
    act: 'OPEN_NOTICE',
    from: ['PROPOSED'],
    to: 'PUBLIC_NOTICE',
    who: ['HEAD', 'DEPUTY', 'OFFICE'],
    needsReason: false,
  },
  {
    act: 'SEND_TO_CENTRAL',
    from: ['PUBLIC_NOTICE'],
    to: 'CENTRAL_REVIEW',
    who: ['HEAD', 'DEPUTY', 'OFFICE'],
    needsReason: false,
  },
  {
    act: 'RETURN',
    from: ['CENTRAL_REVIEW'],
    to: 'PROPOSED',
    who: ['CENTRAL_STAFF', 'REVIEWER', 'OFFICE'],
    needsReason: true,
  },
  { act: 'REFUSE', from: ['CENTRAL_REVIEW'], to: 'REFUSED', who: ['REVIEWER', 'OFFICE'], needsReason: true },
  { act: 'DECIDE', from: ['CENTRAL_REVIEW'], to: 'DECIDED', who: ['OFFICE'], needsReason: false },
  {
    act: 'WITHDRAW',
    from: ['PROPOSED', 'PUBLIC_NOTICE'],
    to: 'WITHDRAWN',
    who: ['LEADER', 'HEAD', 'DEPUTY', 'OFFICE'],
    needsReason: true,
  },
]

export function nominationTransitionOf(act: NominationAct): NominationTransition {
  const transition = NOMINATION_TRANSITIONS.find((t) => t.act === act)
  if (!transition) throw new Error(`no transition for ${act}`)
  return transition
}

/** The state after an act, or null when the present one does not allow it. */
export function nominationStateAfter(act: NominationAct, state: NominationState): NominationState | null {
  const { from, to } = nominationTransitionOf(act)
  return from.includes(state) ? to : null
}

/** What still stands in the way of an act that the state itself allows. `today` is the day in Vietnam. */
export function obstaclesOf(
  act: NominationAct,
  facts: Pick<
    NominationFacts,
    'blocked' | 'named' | 'missing' | 'noticeFrom' | 'noticeTo' | 'openObjections'
  >,
  today: CalendarDay,
): Obstacle[] {
  if (act === 'RETURN' || act === 'REFUSE' || act === 'WITHDRAW') return []
  const found: Obstacle[] = []
  if (facts.blocked) found.push('BLOCKED')
  if (!facts.named) found.push('UNNAMED')
  if (act === 'SEND_TO_CENTRAL') {
    if (facts.missing.length > 0) found.push('DOSSIER')
    if (!facts.noticeFrom || !facts.noticeTo) found.push('NO_NOTICE')
    else if (today <= facts.noticeTo) found.push('NOTICE_RUNNING')
    if (facts.openObjections > 0) found.push('OBJECTIONS')
  }
  return found
}

/** Whether an objection may be raised today: the notice runs, both its days included. */
export function takesObjections(
  facts: Pick<NominationFacts, 'state' | 'noticeFrom' | 'noticeTo'>,
  today: CalendarDay,
): boolean {
  if (facts.state !== 'PUBLIC_NOTICE' || !facts.noticeFrom || !facts.noticeTo) return false
  return facts.noticeFrom <= today && today <= facts.noticeTo
}

/** Last day of a notice that runs `days` whole days from its first. */
export function noticeEnd(from: CalendarDay, days: number = NOTICE_DAYS): CalendarDay {
  return addDays(from, days - 1)
}

/**
 * Parts of the dossier: submission, report and minutes for all; the certificate of an initiative for a Chiến sĩ thi đua
 * (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 1).
 */
export function dossierItemsFor(typeCode: string): DossierItemCode[] {
  const common: DossierItemCode[] = ['SUBMISSION', 'ACHIEVEMENT_REPORT', 'MINUTES']
  return typeCode.startsWith('CSTD') ? [...common, 'INITIATIVE'] : common
}

/** How many recipients a nomination stands for; those named later stand for themselves. */
export const countedRecipients = (nomination: { unnamed: number | null; named?: number }): number =>
  nomination.unnamed === null ? 1 : Math.max(0, nomination.unnamed - (nomination.named ?? 0))

/** Whether the nomination takes up a place of the quota. */
export const takesPlace = (state: NominationState): boolean => state !== 'REFUSED' && state !== 'WITHDRAWN'

/** Places taken in a quota by these nominations. */
export function placesTaken(
  nominations: { state: NominationState; unnamed: number | null; named?: number }[],
): number {
  return nominations.reduce((sum, n) => sum + (takesPlace(n.state) ? countedRecipients(n) : 0), 0)
}

/** Places by which `wanted` more would exceed the quota; 0 when they fit or where there is no quota. */
export function placesLacking(quota: number | null, taken: number, wanted: number): number {
  return quota === null ? 0 : Math.max(0, taken + wanted - quota)
}

const inForce = (row: { validFrom: string; validTo?: string | null }, day: CalendarDay) =>
  row.validFrom <= day && (!row.validTo || day <= row.validTo)

const latest = <Row extends { validFrom: string }>(rows: Row[]): Row | undefined =>
  rows.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]

/**
 * Prize: the multiple in force on the day of the decision times the base salary of that day, in đồng. A unit is rewarded as
 * a collective (Nghị định 152/2025/NĐ-CP, Điều 50 and 54).
 */
export function prizeOf(
  prizes: readonly PrizeRow[],
  salaries: readonly SalaryRow[],
  recipientKind: RecipientKind,
  decidedOn: CalendarDay | null,
): Prize {
  if (decidedOn === null) return { missing: 'DATE' }
  const kind = recipientKind === 'UNIT' ? 'COLLECTIVE' : recipientKind
  const prize = latest(prizes.filter((row) => row.recipientKind === kind && inForce(row, decidedOn)))
  if (!prize) return { missing: 'MULTIPLE' }
  const salary = latest(salaries.filter((row) => inForce(row, decidedOn)))
  if (!salary) return { missing: 'SALARY' }
  return {
    amount: Number(roundDecimal(multiplyDecimals(prize.multiple, String(salary.amount)), 0)),
    multiple: prize.multiple,
    salary: salary.amount,
    legalBasis: prize.legalBasis,
    salaryBasis: salary.legalBasis,
  }
}
