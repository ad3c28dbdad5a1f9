import { rulesInWords } from '@/lib/ballots/labels'
import { getBallot, listBallots } from '@/lib/ballots/queries'
import type { AgendaItemDto } from '@/lib/meetings/types'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import {
  added,
  clauses,
  illustrativeNote,
  labelled,
  list,
  para,
  paras,
  running,
  sections,
  markOf,
} from './blocks/rules'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts, peopleWith } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { timeOf } from './paper-invitation'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, clockOf, inside, listed, persons, sentence, two } from './wording/rules'

type Item = Pick<AgendaItemDto, 'number' | 'title' | 'minutes' | 'responsible'> & {
  parts: Pick<AgendaItemDto, 'number' | 'title' | 'minutes' | 'responsible'>[]
}

type RunningOrderFacts = MeetingFacts & {
  items: Item[]
  speakers: { name: string; topic: string | null; minutes: number | null }[]
  ballots: { title: string; candidates: string[]; rules: string[] }[]
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'opening_words', label: 'Lời khai mạc', lines: 8 },
  { key: 'closing_words', label: 'Lời bế mạc', lines: 8 },
  { key: 'logistics', label: 'Phân công, hậu cần', lines: 5 },
]

/** Kịch bản điều hành hội nghị: the hour and the words of each part of the agenda. */
export const makeRunningOrder: PaperMaker = async (actor, subject) => {
  const ground = await gatherMeetingGround(actor, subject.id)
  if (!ground) return fail('not_found')
  const { meeting, clusterYear } = ground
  const waiting = (await listBallots(actor, meeting.id)).filter(({ state }) => state !== 'VOID')
  const ballots = await Promise.all(waiting.map(({ id }) => getBallot(actor, id)))
  const facts: RunningOrderFacts = {
    ...meetingFacts(meeting, clusterYear),
    items: meeting.agenda
      .filter(({ parentId }) => parentId === null)
      .map((item) => ({
        ...bare(item),
        parts: meeting.agenda.filter(({ parentId }) => parentId === item.id).map(bare),
      })),
    speakers: meeting.speakers
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ name, topic, minutes }) => ({ name, topic, minutes })),
    ballots: ballots.flatMap((ballot) =>
      ballot && !ballot.source
        ? [
            {
              title: ballot.title,
              candidates: ballot.candidates.map(({ label }) => label),
              rules: rulesInWords(ballot.rules, ballot.choose, ballot.quota),
            },
          ]
        : [],
    ),
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutRunningOrder(facts, frame, texts) })
}

const bare = ({ number, title, minutes, responsible }: AgendaItemDto) => ({
  number,
  title,
  minutes,
  responsible,
})

function layOutRunningOrder(facts: RunningOrderFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { title, illustrative, items } = facts
  const times = timesOf(facts)
  return {
    title: `Kịch bản điều hành ${title}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'KỊCH BẢN', summary: `Điều hành ${title}` }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...sections([
        { title: 'Thông tin chung', blocks: general(facts) },
        { title: 'Chương trình', blocks: items.length > 0 ? [programme(facts, times)] : [] },
        {
          title: 'Lời dẫn từng phần',
          blocks: clauses(
            items.map((item, index) => ({
              title: `${item.title}${times[index] ? ` (${times[index]})` : ''}`,
              blocks: words(item, facts, texts),
            })),
          ),
        },
        { title: 'Nội dung bỏ phiếu, biểu quyết', blocks: votes(facts) },
        { title: 'Phân công, hậu cần', blocks: added(texts, 'logistics') },
      ]),
    ],
    signatures: [frame.signatory],
    recipients: ['Chủ trì, thư ký hội nghị', 'Lưu: VT'],
    annexes: [],
  }
}

const minutesOf = ({ minutes, parts }: Item): number | null =>
  parts.length > 0 ? parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0) : minutes

/** When each part begins and ends; '' from the first part on whose length is not known. */
function timesOf({ startsAt, items }: RunningOrderFacts): string[] {
  let at = startsAt ? Date.parse(startsAt) : null
  return items.map((item) => {
    const length = minutesOf(item)
    if (at === null || length === null) {
      at = null
      return ''
    }
    const from = clockOf(new Date(at).toISOString())
    at += length * 60_000
    return `${from} - ${clockOf(new Date(at).toISOString())}`
  })
}

function general(facts: RunningOrderFacts): Block[] {
  const { place, quorum, members } = facts
  const named = (label: string, names: string[]) =>
    names.length > 0 ? [labelled(label, `${persons(names)}.`)] : []
  return [
    labelled('Thời gian', `${timeOf(facts)}.`),
    ...(place ? [labelled('Địa điểm', `${clause(place)}.`)] : []),
    ...named('Chủ trì', peopleWith(facts, 'CHAIR')),
    ...named('Thư ký', peopleWith(facts, 'SECRETARY')),
    ...named('Đại biểu Trung ương', peopleWith(facts, 'CENTRAL')),
    ...named('Khách mời', peopleWith(facts, 'GUEST')),
    labelled('Đơn vị thành viên', `${members}.`),
    labelled(
      'Điều kiện tiến hành',
      `có mặt ít nhất ${two(quorum.needed)}/${two(quorum.memberUnits)} đơn vị thành viên${quorum.basis ? ` (${quorum.basis})` : ''}.`,
    ),
  ]
}

function programme({ items }: RunningOrderFacts, times: string[]): Block {
  const length = (minutes: number | null) => (minutes === null ? '' : `${minutes} phút`)
  return {
    kind: 'table',
    columns: [
      { width: 11, align: 'center' },
      { width: 60, align: 'center' },
      { width: 62 },
      { width: 23, align: 'center' },
      { width: 38 },
    ],
    head: [['TT', 'Thời gian', 'Nội dung', 'Thời lượng', 'Người thực hiện']],
    rows: items.flatMap((item, index): TableRow[] => [
      [item.number, times[index] ?? '', item.title, length(minutesOf(item)), item.responsible ?? ''],
      ...item.parts.map((part): TableRow => [
        part.number,
        '',
        part.title,
        length(part.minutes),
        part.responsible ?? '',
      ]),
    ]),
  }
}

/** What whoever presides says: what the part is for, and to whom it passes the word. */
function words(item: Item, facts: RunningOrderFacts, texts: AddedTexts): Block[] {
  const { title, responsible } = item
  const { quorum, speakers } = facts
  const invited = responsible ? `Trân trọng kính mời ${clause(responsible)}.` : ''
  if (/điểm danh|ổn định/iu.test(title))
    return paras([
      'Kính đề nghị các đại biểu ổn định chỗ ngồi để hội nghị bắt đầu.',
      `Thư ký báo cáo số đơn vị có mặt: ……/${two(quorum.memberUnits)} đơn vị; đối chiếu điều kiện tiến hành: ít nhất ${two(quorum.needed)} đơn vị.`,
    ])
  if (/khai mạc|giới thiệu/iu.test(title)) return [...introductions(facts), ...added(texts, 'opening_words')]
  if (/thảo luận|chia sẻ|tham luận/iu.test(title))
    return [
      para(
        'Kính mời các đại biểu phát biểu; đề nghị nêu rõ kết quả, cách làm và kiến nghị, đúng thời gian quy định.',
      ),
      ...running(
        speakers.map(
          ({ name, topic, minutes }) =>
            `${name}${topic ? `: ${topic}` : ''}${minutes ? ` (${minutes} phút)` : ''}`,
        ),
        'number',
      ),
    ]
  if (/bình|suy tôn|bỏ phiếu|bầu|chọn cụm trưởng/iu.test(title))
    return paras([
      invited,
      facts.ballots.length > 0
        ? 'Ban kiểm phiếu thông qua thể lệ, phát phiếu, hướng dẫn, thu phiếu và công bố kết quả (xem phần Nội dung bỏ phiếu, biểu quyết).'
        : 'Chủ trì nêu danh sách giới thiệu; hội nghị thảo luận, thống nhất hoặc biểu quyết; thư ký ghi kết quả vào biên bản.',
    ])
  if (/kết luận/iu.test(title))
    return paras([
      `Trân trọng kính mời ${responsible ? `đồng chí ${clause(responsible)}` : 'lãnh đạo Trung ương Hội'} phát biểu kết luận hội nghị.`,
      'Cụm trưởng thay mặt các đơn vị phát biểu tiếp thu.',
    ])
  if (/bế mạc|bàn giao/iu.test(title))
    return [
      ...paras([
        /bàn giao/iu.test(title)
          ? 'Kính mời đại diện đơn vị giao, đơn vị nhận và lãnh đạo Trung ương Hội lên thực hiện nghi thức bàn giao Cụm trưởng; hai bên ký biên bản.'
          : '',
        'Thay mặt chủ trì, trân trọng cảm ơn các đại biểu và tuyên bố bế mạc hội nghị.',
      ]),
      ...added(texts, 'closing_words'),
    ]
  return paras([sentence(`Tiếp theo chương trình là phần ${inside(title)}`), invited])
}

function introductions(facts: RunningOrderFacts): Block[] {
  const guests = [...peopleWith(facts, 'CENTRAL'), ...peopleWith(facts, 'GUEST')]
  return [
    para(
      `Kính thưa các đồng chí! Thay mặt ${facts.head ?? 'đơn vị Cụm trưởng'}, xin tuyên bố lý do và giới thiệu đại biểu dự hội nghị:`,
      {
        keepWithNext: true,
      },
    ),
    ...running([...guests, `Đại biểu của ${facts.members}`]),
  ]
}

function votes({ ballots }: RunningOrderFacts): Block[] {
  return clauses(
    ballots.map(({ title, candidates, rules }, index) => {
      // Rules that an earlier ballot has already read out need no second reading; how many may be chosen does.
      const earlier = new Set(ballots.slice(0, index).flatMap((ballot) => ballot.rules))
      const fresh = rules.filter((line) => !earlier.has(line) || line.startsWith('Mỗi phiếu'))
      return {
        title,
        blocks: [
          ...(candidates.length > 0
            ? [para(`Danh sách giới thiệu gồm ${two(candidates.length)} đơn vị: ${listed(candidates)}.`)]
            : []),
          para(fresh.length < rules.length ? 'Thể lệ (các điểm khác như nội dung trên):' : 'Thể lệ:', {
            keepWithNext: true,
          }),
          ...list(fresh),
        ],
      }
    }),
  )
}
