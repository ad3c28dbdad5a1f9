import { getClusterYear } from '@/lib/clusters/queries'
import { printDate, type CalendarDay } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import { listStatements } from '@/lib/sources/queries'
import type { StatementDto } from '@/lib/sources/types'
import {
  added,
  addedOr,
  clauses,
  illustrativeNote,
  list,
  para,
  paras,
  sourceNote,
  statementSentences,
  markOf,
} from './blocks/rules'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { OPENING_SLOT } from './labels'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, sentence, unionOf } from './wording/rules'

type Task = { text: string; who: string; dueOn: CalendarDay | null }

type ConclusionFacts = MeetingFacts & {
  conclusions: { text: string; speaker: string | null }[]
  tasks: Task[]
  /** What sources say was concluded, and what of it was meant for the year after. */
  stated: { text: string; inferred: boolean }[]
  statedAhead: { text: string; inferred: boolean }[]
  sources: { letter: string | null; title: string }[]
}

const SLOTS: readonly PaperSlot[] = [
  OPENING_SLOT,
  { key: 'assessment', label: 'Đánh giá chung của kết luận', lines: 5 },
  { key: 'requests', label: 'Nội dung giao các đơn vị (bổ sung)', lines: 5 },
]

/** Thông báo kết luận hội nghị. */
export const makeConclusionNotice: PaperMaker = async (actor, subject) => {
  const ground = await gatherMeetingGround(actor, subject.id)
  if (!ground) return fail('not_found')
  const { meeting, clusterYear } = ground
  const after = await getClusterYear(actor, clusterYear.cluster.slug, clusterYear.year + 1)
  const [now, ahead] = await Promise.all([
    listStatements(actor, { clusterYearId: clusterYear.id }),
    after ? listStatements(actor, { clusterYearId: after.id }) : [],
  ])
  const concluded = meeting.kind === 'ANNUAL_REVIEW' ? now.filter(isConclusion) : []
  const facts: ConclusionFacts = {
    ...meetingFacts(meeting, clusterYear),
    conclusions: meeting.conclusions.map(({ text, speaker }) => ({ text, speaker })),
    tasks: meeting.conclusions
      .flatMap(({ tasks }) => tasks)
      .filter(({ state }) => state !== 'CANCELLED')
      .map(({ text, unit, dueOn }) => ({
        text,
        who: unit ? unionOf(clusterYear.members.find(({ id }) => id === unit.id) ?? unit) : 'Toàn Cụm',
        dueOn,
      })),
    stated: concluded.map(bare),
    // The same fact of the same source: the conclusion's own words about the year after.
    statedAhead: ahead
      .filter(
        ({ factId, section }) => section === 'programme' && concluded.some((one) => one.factId === factId),
      )
      .map(bare),
    sources: concluded.map(({ source: { letter, title } }) => ({ letter, title })),
  }
  if (facts.conclusions.length === 0 && facts.stated.length === 0)
    return fail('invalid', 'Hội nghị chưa có kết luận nào được ghi.')
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutConclusionNotice(facts, frame, texts) })
}

const isConclusion = ({ section, notStated }: StatementDto) => section === 'conclusion' && !notStated
const bare = ({ text, inferred }: StatementDto) => ({ text, inferred })

function layOutConclusionNotice(facts: ConclusionFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { title, illustrative, conclusions, tasks, stated, statedAhead, cluster, year } = facts
  const speakers = [...new Set(conclusions.flatMap(({ speaker }) => speaker ?? []))]
  const whose = speakers.length === 1 ? `của ${speakers[0]} ` : ''
  return {
    title: `Thông báo kết luận ${title}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'THÔNG BÁO', summary: `Kết luận ${whose}tại ${title}` }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...addedOr(texts, 'opening', [para(openingOf(facts, whose))]),
      ...clauses([
        { title: 'Đánh giá chung', blocks: added(texts, 'assessment') },
        {
          title: 'Nội dung kết luận',
          blocks:
            stated.length > 0
              ? paras(statementSentences(stated))
              : list(
                  conclusions.map(
                    ({ text, speaker }) =>
                      `${sentence(text)}${speaker && speakers.length > 1 ? ` (${speaker})` : ''}`,
                  ),
                ),
        },
        { title: `Nhiệm vụ năm ${year + 1}`, blocks: list(statementSentences(statedAhead)) },
        {
          title: 'Việc giao các đơn vị',
          blocks: [...(tasks.length > 0 ? [taskTable(tasks)] : []), ...added(texts, 'requests')],
        },
      ]),
      para(`${cluster} thông báo để các đơn vị thành viên biết, tổ chức thực hiện và báo cáo kết quả.`),
      ...sourceNote(facts.sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam (để báo cáo)',
      'Hội LHPN các tỉnh, thành phố trong Cụm (để thực hiện)',
      'Lưu: VT',
    ],
    annexes: [],
  }
}

function openingOf({ title, day, place, cluster, organisedBy }: ConclusionFacts, whose: string): string {
  const where = [day && `Ngày ${printDate(day)}`, place && `tại ${clause(place)}`].filter(Boolean).join(', ')
  return `${where ? `${where}, ` : ''}${organisedBy ?? cluster} tổ chức ${title}. Trên cơ sở báo cáo của Cụm và ý kiến của các đại biểu, ${whose ? `kết luận ${whose}` : 'hội nghị kết luận '}như sau:`
}

const taskTable = (tasks: readonly Task[]): Block => ({
  kind: 'table',
  columns: [{ width: 10, align: 'center' }, { width: 88 }, { width: 44 }, { width: 30, align: 'center' }],
  head: [['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời hạn']],
  rows: tasks.map(({ text, who, dueOn }, index): TableRow => [
    String(index + 1),
    sentence(text),
    who,
    dueOn ? printDate(dueOn) : '',
  ]),
})
