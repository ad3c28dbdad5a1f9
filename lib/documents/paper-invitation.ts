import { MEETING_FORM_LABELS } from '@/lib/meetings/labels'
import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper } from '@/lib/platform/files/paper'
import { added, illustrativeNote, labelled, para, paras, running, markOf } from './blocks/rules'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts, peopleWith } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, hourInWords, paragraphsOf, persons } from './wording/rules'

type InvitationFacts = MeetingFacts & {
  programme: string
  invitation: string
  agenda: { number: string; title: string; minutes: number | null; responsible: string | null }[]
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'invited', label: 'Kính mời', hint: 'Để trống thì in dòng chấm để ghi tay.', lines: 2 },
  { key: 'preparation', label: 'Nội dung đề nghị chuẩn bị', lines: 4 },
  { key: 'contact', label: 'Đầu mối liên hệ', lines: 2 },
]

/** Giấy mời dự hội nghị của cụm (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6). */
export const makeInvitation: PaperMaker = async (actor, subject) => {
  const ground = await gatherMeetingGround(actor, subject.id)
  if (!ground) return fail('not_found')
  const { meeting, clusterYear } = ground
  const facts: InvitationFacts = {
    ...meetingFacts(meeting, clusterYear),
    programme: meeting.programme,
    invitation: meeting.invitation,
    agenda: meeting.agenda
      .filter(({ parentId }) => parentId === null)
      .map(({ number, title, minutes, responsible }) => ({ number, title, minutes, responsible })),
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutInvitation(facts, frame, texts) })
}

/** "08 giờ 00 phút, ngày 29 tháng 11 năm 2026". */
export const timeOf = ({ startsAt, day, year }: Pick<MeetingFacts, 'startsAt' | 'day' | 'year'>): string =>
  `${hourInWords(startsAt)}, ${dayInWords(day, year)}`

function layOutInvitation(facts: InvitationFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, title, place, form, illustrative } = facts
  const invited = clause(texts.invited ?? '')
  const chairs = peopleWith(facts, 'CHAIR')
  return {
    title: `Giấy mời dự ${title}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'GIẤY MỜI', summary: `Dự ${title}` }),
    blocks: [
      ...illustrativeNote(illustrative),
      para([
        { text: `${cluster} trân trọng kính mời: ` },
        { text: invited || '……………………………………………………………………', bold: invited !== '' },
      ]),
      labelled('Tới dự', `${title}.`),
      labelled('Thời gian', `${timeOf(facts)}.`),
      labelled('Địa điểm', place ? `${clause(place)}.` : '……………………………………………………'),
      ...(form ? [labelled('Hình thức', `${MEETING_FORM_LABELS[form]}.`)] : []),
      labelled('Chủ trì', `${chairs.length > 0 ? persons(chairs) : (facts.head ?? '……………………………')}.`),
      labelled('Thành phần', `${participants(facts)}.`),
      ...content(facts),
      ...paras(paragraphsOf(facts.invitation)),
      ...added(texts, 'preparation'),
      ...added(texts, 'contact'),
      para('Rất mong đồng chí sắp xếp thời gian tới dự để hội nghị thành công tốt đẹp.'),
    ],
    signatures: [frame.signatory],
    recipients: ['Như trên', 'Lưu: VT'],
    annexes: [],
  }
}

function participants(facts: MeetingFacts): string {
  const others = [...peopleWith(facts, 'CENTRAL'), ...peopleWith(facts, 'GUEST')]
  return [...others, `đại biểu của ${facts.members}`].join('; ')
}

function content({ programme, agenda }: InvitationFacts): Block[] {
  const lines = paragraphsOf(programme)
  const items = agenda.map(({ title }) => title)
  if (lines.length === 0 && items.length === 0) return []
  return [
    labelled('Nội dung', lines.length > 0 ? `${clause(lines[0]!)}.` : ''),
    ...paras(lines.slice(1)),
    ...(items.length > 0
      ? [para('Chương trình dự kiến:', { keepWithNext: true }), ...running(items, 'number')]
      : []),
  ]
}
