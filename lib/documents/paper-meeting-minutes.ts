import { MEETING_FORM_LABELS, quorumInWords } from '@/lib/meetings/labels'
import { MINUTES_SECTION_LABELS } from '@/lib/minutes/labels'
import { getMinutes } from '@/lib/minutes/queries'
import type { MinutesSection, MinutesSectionKey } from '@/lib/minutes/types'
import { listStatements } from '@/lib/sources/queries'
import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper } from '@/lib/platform/files/paper'
import {
  added,
  clauses,
  presidedIn,
  told,
  illustrativeNote,
  labelled,
  list,
  minutesSignatures,
  para,
  markOf,
} from './blocks/rules'
import type { Statement } from './cluster-report/types'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts, peopleWith, signerOf } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, dayOfMoment, hourInWords, persons, printed, sentence } from './wording/rules'

type MinutesFacts = MeetingFacts & {
  sections: Pick<MinutesSection, 'key' | 'text' | 'edited'>[]
  /** What sources tell of a meeting before the app; empty for one that was held in it. */
  statements: Statement[]
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'discussion', label: 'Nội dung trao đổi, thảo luận (bổ sung)', lines: 8 },
  {
    key: 'closing',
    label: 'Thông qua biên bản',
    hint: 'Để trống thì lấy câu thông qua thường dùng.',
    lines: 3,
  },
]

/** Biên bản hội nghị (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9), from the minutes as they were kept. */
export const makeMeetingMinutes: PaperMaker = async (actor, subject) => {
  const [ground, minutes] = await Promise.all([
    gatherMeetingGround(actor, subject.id),
    getMinutes(actor, subject.id),
  ])
  if (!ground || !minutes) return fail('not_found')
  const held = meetingFacts(ground.meeting, ground.clusterYear)
  if (!held.begun) return fail('invalid', 'Hội nghị chưa khai mạc nên chưa có biên bản.')
  const statements = held.historic
    ? await listStatements(actor, { clusterYearId: ground.clusterYear.id })
    : []
  const facts: MinutesFacts = {
    ...held,
    statements: statements.map(({ section, text, inferred, notStated }) => ({
      section,
      text,
      inferred,
      notStated,
    })),
    sections: minutes.sections.map(({ key, text, edited }) => ({ key, text, edited })),
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutMeetingMinutes(facts, frame, texts) })
}

/** What stands in lines of its own in the form, and not again among the sections. */
const IN_THE_FORM: readonly MinutesSectionKey[] = ['heading', 'attendance', 'closing']

function layOutMeetingMinutes(facts: MinutesFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { title, illustrative, sections } = facts
  return {
    title: `Biên bản ${title}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'BIÊN BẢN', summary: title }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...opening(facts),
      ...attendance(facts),
      para([{ text: 'Nội dung (theo diễn biến hội nghị):', bold: true }], { keepWithNext: true }),
      ...clauses([
        ...sections
          .filter(({ key }) => !IN_THE_FORM.includes(key))
          .map(({ key, text }) => ({ title: MINUTES_SECTION_LABELS[key], blocks: blocksOf(text) })),
        {
          title: 'Nội dung trao đổi, thảo luận',
          blocks: [...told(facts.statements, 'exchange'), ...added(texts, 'discussion')],
        },
        { title: 'Kết luận', blocks: told(facts.statements, 'conclusion') },
      ]),
      ...closing(facts, texts),
    ],
    signatures: minutesSignatures(signerOf(facts, 'SECRETARY'), signerOf(facts, 'CHAIR')),
    recipients: ['Các đơn vị thành viên Cụm', 'Lưu: VT'],
    annexes: [],
  }
}

const textOf = (facts: MinutesFacts, key: MinutesSectionKey, edited: boolean) =>
  facts.sections.find((section) => section.key === key && section.edited === edited)?.text ?? ''

function opening(facts: MinutesFacts): Block[] {
  // What the secretary wrote by hand stands as she wrote it.
  const written = textOf(facts, 'heading', true)
  if (written) return blocksOf(written)
  const { startsAt, day, year, place, form, organisedBy, historic } = facts
  return [
    labelled(
      'Thời gian bắt đầu',
      historic && !startsAt
        ? `${dayInWords(day, year)} (giờ: nguồn không nêu).`
        : `${hourInWords(startsAt)}, ${dayInWords(day, year)}.`,
    ),
    labelled('Địa điểm', place ? `${clause(place)}.` : '…………………………………………'),
    ...(form ? [labelled('Hình thức', `${MEETING_FORM_LABELS[form]}.`)] : []),
    ...(organisedBy ? [labelled('Đơn vị tổ chức', `${clause(organisedBy)}.`)] : []),
  ]
}

function attendance(facts: MinutesFacts): Block[] {
  const text = textOf(facts, 'attendance', true) || textOf(facts, 'attendance', false)
  const lines = facts.historic
    ? [...told(facts.statements, 'meeting'), ...told(facts.statements, 'guests')]
    : blocksOf(text)
  const named = (label: string, role: 'CHAIR' | 'SECRETARY') => {
    const names = peopleWith(facts, role)
    const open = facts.historic ? 'nguồn không nêu' : '…………………………………………'
    return labelled(label, names.length > 0 ? `${persons(names)}.` : `${open}${facts.historic ? '.' : ''}`)
  }
  return [
    para([{ text: 'Thành phần tham dự:', bold: true }], { keepWithNext: true }),
    ...(lines.length > 0
      ? lines
      : [para(facts.historic ? 'Danh sách đại biểu: nguồn không nêu.' : `${quorumInWords(facts.quorum)}.`)]),
    ...(presidedIn(facts.statements) ? [] : [named('Chủ trì', 'CHAIR')]),
    named('Thư ký', 'SECRETARY'),
  ]
}

function closing(facts: MinutesFacts, texts: AddedTexts): Block[] {
  const own = added(texts, 'closing')
  const approved =
    own.length > 0 ? own : [para('Biên bản đã được đọc lại cho hội nghị nghe và thống nhất thông qua.')]
  const { closedAt, historic, year } = facts
  if (historic && !closedAt) return own.length > 0 ? own : [para('Giờ kết thúc: nguồn không nêu.')]
  return [
    ...approved,
    para(`Hội nghị kết thúc vào ${hourInWords(closedAt)}, ${dayInWords(dayOfMoment(closedAt), year)}.`),
  ]
}

/** Lines of the minutes: what begins with a dash is one list, the rest paragraphs. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let items: string[] = []
  const flush = () => {
    blocks.push(...list(items))
    items = []
  }
  for (const line of text.split('\n').map((one) => printed(one.trim()))) {
    if (line.startsWith('- ')) items.push(sentence(line.slice(2)))
    else if (line !== '') {
      flush()
      blocks.push(para(line))
    }
  }
  flush()
  return blocks
}
