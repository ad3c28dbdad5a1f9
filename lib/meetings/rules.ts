import type { AgendaItemDto, MeetingAct, MeetingState, Quorum, QuorumRule, Timed } from './types'

/** Share of member units in the regulations of clusters that are known; a cluster's own regulation may say otherwise. */
export const DEFAULT_QUORUM = { share: 2, of: 3 } as const

const TRANSITIONS: readonly { act: MeetingAct; from: readonly MeetingState[]; to: MeetingState }[] = [
  { act: 'INVITE', from: ['PLANNED', 'INVITED'], to: 'INVITED' },
  { act: 'OPEN', from: ['PLANNED', 'INVITED'], to: 'OPEN' },
  { act: 'CLOSE', from: ['OPEN'], to: 'CLOSED' },
]

/** The state an act leads to, or null where it cannot be done from here. */
export function nextState(act: MeetingAct, from: MeetingState): MeetingState | null {
  return TRANSITIONS.find((line) => line.act === act && line.from.includes(from))?.to ?? null
}

/** Units that must be present: 2/3 of 7 is 5. */
function quorumNeeded(memberUnits: number, { share, of }: Pick<QuorumRule, 'share' | 'of'>): number {
  return Math.ceil((memberUnits * share) / of)
}

export function quorumOf(rule: QuorumRule, memberUnits: number, presentUnits: number): Quorum {
  const needed = quorumNeeded(memberUnits, rule)
  return { ...rule, memberUnits, presentUnits, needed, met: memberUnits > 0 && presentUnits >= needed }
}

/** Seconds still left, negative once over; null where no length was set or nothing runs. */
export function secondsLeft(timed: Timed, now: Date): number | null {
  if (timed.startedAt === null || timed.endedAt !== null || timed.minutes === null) return null
  const end = Date.parse(timed.startedAt) + timed.minutes * 60_000
  return Math.ceil((end - now.getTime()) / 1000)
}

/** Seconds it has lasted so far, or lasted in all; null where it never began. */
export function secondsSpent(timed: Timed, now: Date): number | null {
  if (timed.startedAt === null) return null
  const end = timed.endedAt === null ? now.getTime() : Date.parse(timed.endedAt)
  return Math.max(0, Math.floor((end - Date.parse(timed.startedAt)) / 1000))
}

type Row = Omit<AgendaItemDto, 'number'>

/** The agenda in reading order with its numbers: "1", "1.1", "1.2", "2". */
export function numberAgenda(rows: Row[]): AgendaItemDto[] {
  const known = new Set(rows.map(({ id }) => id))
  const under = (parentId: string | null) =>
    rows
      .filter((row) => (row.parentId !== null && known.has(row.parentId) ? row.parentId : null) === parentId)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const walk = (parentId: string | null, prefix: string): AgendaItemDto[] =>
    under(parentId).flatMap((row, index) => {
      const number = `${prefix}${index + 1}`
      return [{ ...row, number }, ...walk(row.id, `${number}.`)]
    })
  return walk(null, '')
}

/** What comes after the item under way (or first): the next line that has not been dealt with. */
export function nextItem(agenda: AgendaItemDto[], currentId: string | null): AgendaItemDto | null {
  const at = agenda.findIndex(({ id }) => id === currentId)
  return agenda.slice(at + 1).find((item) => item.startedAt === null) ?? null
}

/** Minutes the whole agenda is meant to take; a parent that has parts counts its parts. */
export function plannedMinutes(agenda: AgendaItemDto[]): number {
  const parents = new Set(agenda.map(({ parentId }) => parentId))
  return agenda.filter(({ id }) => !parents.has(id)).reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
}
