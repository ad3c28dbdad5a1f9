import { METHOD_LABELS } from '@/lib/ballots/labels'
import type { BallotDto } from '@/lib/ballots/types'
import {
  DECISION_METHOD_LABELS,
  DELEGATE_ROLE_LABELS,
  handsInWords,
  MEETING_FORM_LABELS,
  quorumInWords,
} from '@/lib/meetings/labels'
import { secondsSpent } from '@/lib/meetings/rules'
import type { DelegateDto, MeetingDto } from '@/lib/meetings/types'
import { printDate, printDateTime, printTime } from '@/lib/platform/dates'
import { MINUTES_SECTIONS, type MinutesSection, type MinutesSectionKey } from './types'

const lines = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join('\n')
const person = (delegate: DelegateDto) =>
  [delegate.name, delegate.title, delegate.unit?.name].filter(Boolean).join(', ')

/** What happened, in the order minutes are read. A section with nothing to say is empty. */
export function assembleSections(meeting: MeetingDto, ballots: BallotDto[], now: Date): MinutesSection[] {
  const texts: Record<MinutesSectionKey, string> = {
    heading: heading(meeting),
    attendance: attendance(meeting),
    agenda: agenda(meeting, now),
    speakers: meeting.speakers
      .filter(({ startedAt }) => startedAt !== null)
      .map(
        ({ name, topic, summary }) =>
          `- ${name}${topic ? ` (${topic})` : ''}${summary ? `: ${summary}` : ''}`,
      )
      .join('\n'),
    decisions: meeting.decisions
      .map((decision) => {
        const hands = handsInWords(decision)
        return `- ${decision.text} (${DECISION_METHOD_LABELS[decision.method]}${hands ? `: ${hands}` : ''})`
      })
      .join('\n'),
    ballots: ballots.map(ballotText).filter(Boolean).join('\n\n'),
    conclusion: meeting.conclusions
      .map(({ text, speaker }, index) => `${index + 1}. ${text}${speaker ? ` (${speaker})` : ''}`)
      .join('\n'),
    tasks: meeting.conclusions
      .flatMap(({ tasks }) => tasks)
      .map(
        (task) =>
          `- ${task.unit?.name ?? 'Toàn cụm'}: ${task.text}${task.dueOn ? `, hạn ${printDate(task.dueOn)}` : ''}`,
      )
      .join('\n'),
    side_events: meeting.sideEvents
      .map(
        ({ title, place, heldOn, note }) =>
          `- ${[title, place, heldOn && printDate(heldOn)].filter(Boolean).join(', ')}${note ? `. ${note}` : ''}`,
      )
      .join('\n'),
    closing: meeting.closedAt ? `Hội nghị bế mạc lúc ${printDateTime(meeting.closedAt)}.` : '',
  }
  return MINUTES_SECTIONS.map((key) => ({ key, text: texts[key], edited: false }))
}

function heading(meeting: MeetingDto): string {
  const began = meeting.openedAt ?? meeting.startsAt
  return lines(
    `${meeting.title}, ${meeting.clusterTitle}, năm ${meeting.clusterYear.year}.`,
    meeting.heldOn && `Ngày họp: ${printDate(meeting.heldOn)}.`,
    began && `${meeting.openedAt ? 'Khai mạc' : 'Dự kiến khai mạc'} lúc ${printTime(began)}.`,
    meeting.place && `Địa điểm: ${meeting.place}.`,
    meeting.form && `Hình thức: ${MEETING_FORM_LABELS[meeting.form].toLowerCase()}.`,
    meeting.organisedBy && `Đơn vị tổ chức: ${meeting.organisedBy}.`,
  )
}

function attendance(meeting: MeetingDto): string {
  const came = meeting.delegates.filter(({ arrivedAt }) => arrivedAt !== null)
  const absent = meeting.delegates.filter(
    ({ arrivedAt, role, id }) =>
      arrivedAt === null && role !== 'GUEST' && !meeting.delegates.some((d) => d.substitutesFor?.id === id),
  )
  if (meeting.delegates.length === 0) return ''
  const { quorum } = meeting
  return lines(
    `${quorumInWords(quorum)}. Tỷ lệ cần: ${quorum.share}/${quorum.of} số đơn vị thành viên${quorum.basis ? ` (${quorum.basis})` : ''}.`,
    came.length > 0 && 'Có mặt:',
    ...came.map(
      (delegate) =>
        `- ${DELEGATE_ROLE_LABELS[delegate.role]}: ${person(delegate)}` +
        (delegate.substitutesFor
          ? ` (thay ${delegate.substitutesFor.name}, ${delegate.authorisation ?? 'có ủy quyền'})`
          : '') +
        (delegate.late ? `, đến lúc ${printTime(delegate.arrivedAt!)}` : '') +
        (delegate.leftAt ? `, về lúc ${printTime(delegate.leftAt)}` : ''),
    ),
    absent.length > 0 &&
      (meeting.state === 'OPEN' || meeting.state === 'CLOSED' ? 'Vắng mặt:' : 'Chưa điểm danh:'),
    ...absent.map((delegate) => `- ${person(delegate)}`),
  )
}

function agenda(meeting: MeetingDto, now: Date): string {
  return meeting.agenda
    .filter(({ startedAt }) => startedAt !== null)
    .map((item) => {
      const spent = secondsSpent(item, now)
      const minutes = spent === null ? 0 : Math.max(1, Math.round(spent / 60))
      return `${item.number}. ${item.title}${item.responsible ? ` (${item.responsible})` : ''}: bắt đầu ${printTime(item.startedAt!)}, ${minutes} phút.`
    })
    .join('\n')
}

function ballotText(ballot: BallotDto): string {
  const names = new Map(ballot.candidates.map(({ id, label }) => [id, label]))
  const { result } = ballot
  // How many each paper might choose is of our own ballots; a source that tells of one does not say it.
  const terms = ballot.source ? '' : `, chọn tối đa ${ballot.choose}, lấy ${ballot.quota}`
  const head = `${ballot.title}${ballot.round > 1 ? ` (vòng ${ballot.round})` : ''}: ${METHOD_LABELS[ballot.method].toLowerCase()}${terms}.`
  const committee =
    ballot.committee.length > 0 &&
    `Ban kiểm phiếu: ${ballot.committee
      .map(
        ({ name, unit, role }) =>
          `${name}${unit ? ` (${unit})` : ''}${role === 'HEAD' ? ', trưởng ban' : ''}`,
      )
      .join('; ')}${ballot.committeeVote ? `; biểu quyết: ${handsInWords(ballot.committeeVote)}` : ''}.`
  if (ballot.state === 'VOID') return lines(head, 'Lần bỏ phiếu này đã hủy.')
  if (!result)
    return lines(
      head,
      committee,
      ballot.stated
        ? ballot.stated
            .filter(({ elected }) => elected)
            .map(({ id }) => `- ${names.get(id)}: được chọn`)
            .join('\n')
        : 'Chưa công bố kết quả.',
      ballot.unnamed !== null && `${ballot.unnamed} đơn vị, nguồn chưa nêu tên.`,
    )
  const { papers, tally } = result
  return lines(
    head,
    committee,
    papers &&
      `Phát ra ${papers.issued}, thu về ${papers.returned}, không thu về ${papers.unreturned}; hợp lệ ${papers.valid}, không hợp lệ ${papers.invalid}, phiếu trắng ${papers.blank}.`,
    result.opinions > 0 &&
      `Ý kiến bằng văn bản của người vắng mặt: ${result.opinions}, ghi bên cạnh số phiếu.`,
    ...tally.outcomes
      .toSorted((a, b) => b.total - a.total)
      .map(
        (outcome) =>
          `- ${names.get(outcome.id) ?? ''}: ${outcome.votes} phiếu${outcome.opinions > 0 ? ` và ${outcome.opinions} ý kiến văn bản` : ''}${outcome.elected ? ', được chọn' : ''}`,
      ),
    tally.tied.length > 0 && `Bằng phiếu: ${tally.tied.map((id) => names.get(id)).join(', ')}.`,
    result.decided &&
      `Quyết định khi bằng phiếu: ${result.decided.candidateIds.map((id) => names.get(id)).join(', ')}. ${result.decided.note}`,
  )
}

/** What was written by hand stays; the rest is as it assembles itself now. */
export function keepEdited(before: MinutesSection[], fresh: MinutesSection[]): MinutesSection[] {
  return fresh.map((section) => before.find(({ key, edited }) => edited && key === section.key) ?? section)
}

/** The text whose hash is kept: the same sections always give the same bytes. */
export function canonicalMinutes(meetingId: string, sections: MinutesSection[]): string {
  return JSON.stringify([meetingId, sections.map(({ key, text }) => [key, text.normalize('NFC')])])
}
