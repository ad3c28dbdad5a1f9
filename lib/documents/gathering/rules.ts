import type { ClusterYearDto, HeadshipDto, HeadshipRole, MemberDto } from '@/lib/clusters/types'
import type {
  DelegateDto,
  DelegateRole,
  MeetingDto,
  MeetingKind,
  MeetingListItem,
} from '@/lib/meetings/types'
import { latestWithData } from '@/lib/periods/rules'
import { RESULT_PERIOD_KINDS, type PeriodKind } from '@/lib/periods/types'
import { clusterName, dayOfMoment, unionOf, unionsOf } from '../wording/rules'
import type { MeetingFacts, Person } from './types'

/** Who holds the role of a cluster-year last: the one that has not ended, else the latest; null where no source tells. */
export function holderOf(
  { headships }: Pick<ClusterYearDto, 'headships'>,
  role: HeadshipRole,
): HeadshipDto | null {
  const held = headships.filter((headship) => headship.role === role)
  return held.find(({ endsOn }) => endsOn === null) ?? held[0] ?? null
}

/** The member as the cluster-year knows it, with its kind; the name alone for a unit that is no member. */
export function memberOf(
  { members }: Pick<ClusterYearDto, 'members'>,
  unit: { id: string; name: string },
): Pick<MemberDto, 'id' | 'name'> & { kind?: string } {
  return members.find(({ id }) => id === unit.id) ?? unit
}

/** "Hội LHPN tỉnh Gia Lai" of a unit of the cluster-year. */
export const memberUnion = (
  clusterYear: Pick<ClusterYearDto, 'members'>,
  unit: { id: string; name: string },
): string => unionOf(memberOf(clusterYear, unit))

/** The period whose figures a paper of the year takes: the latest that has any, else the last there is. */
export function periodOf({ periods }: Pick<ClusterYearDto, 'periods'>): PeriodKind {
  const known = RESULT_PERIOD_KINDS.findLast((kind) => periods.some((period) => period.kind === kind))
  return latestWithData(periods) ?? known ?? 'YEAR_FINAL'
}

/** The meeting of a kind a paper of the year speaks of: the latest one. */
export const meetingOfKind = (
  meetings: readonly MeetingListItem[],
  kind: MeetingKind,
): MeetingListItem | null => meetings.findLast((meeting) => meeting.kind === kind) ?? null

const toPerson = ({ name, title, unit, role }: DelegateDto): Person => ({
  // A name that is the post itself ("Chủ tịch, Hội LHPN tỉnh …") needs no post after it.
  words: name.includes(',')
    ? name
    : [name, title, unit && `Hội LHPN ${unit.name}`].filter(Boolean).join(', '),
  name: name.includes(',') ? null : name,
  role,
})

/** Leaders are named before officers, whatever the order in which they were entered. */
const rankOf = ({ words }: Person): number =>
  ['Phó Bí thư', 'Phó Chủ tịch'].some((post) => words.includes(post))
    ? 1
    : /Bí thư|Chủ tịch/u.test(words)
      ? 0
      : 2

/** What the papers of a meeting say of it. */
export function meetingFacts(
  meeting: MeetingDto,
  clusterYear: Pick<ClusterYearDto, 'title' | 'year' | 'members' | 'headships'>,
): MeetingFacts {
  const head = holderOf(clusterYear, 'HEAD')
  return {
    cluster: clusterName(clusterYear.title),
    year: clusterYear.year,
    title: meeting.title,
    kind: meeting.kind,
    form: meeting.form,
    day: meeting.heldOn ?? dayOfMoment(meeting.startsAt),
    startsAt: meeting.openedAt ?? meeting.startsAt,
    closedAt: meeting.closedAt,
    place: meeting.place,
    organisedBy: meeting.organisedBy,
    head: head && memberUnion(clusterYear, head.unit),
    memberCount: clusterYear.members.length,
    members: unionsOf(clusterYear.members),
    people: meeting.delegates.map(toPerson).sort((a, b) => rankOf(a) - rankOf(b)),
    quorum: meeting.quorum,
    begun: meeting.state === 'OPEN' || meeting.state === 'CLOSED',
    illustrative: meeting.illustrative,
    historic: meeting.source !== null,
  }
}

/** Those who hold a role at the meeting, each as a paper names her. */
export const peopleWith = ({ people }: Pick<MeetingFacts, 'people'>, role: DelegateRole): string[] =>
  people.filter((person) => person.role === role).map(({ words }) => words)

/** The name under a signature: known only where one person holds the role and is named; never one of an illustration. */
export function signerOf({ people, illustrative }: MeetingFacts, role: DelegateRole): string | null {
  const own = people.filter((person) => person.role === role)
  return own.length === 1 && !illustrative ? own[0]!.name : null
}

/** Reports that are still owed: never sent, or sent back to be mended. */
export const unsentIn = <T extends { sent: boolean; mending: boolean }>(rows: readonly T[]): T[] =>
  rows.filter(({ sent, mending }) => !sent || mending)
