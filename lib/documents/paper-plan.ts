import { listActivities } from '@/lib/activities/joint/queries'
import { listClusterPapers } from '@/lib/activities/papers/queries'
import { getPledge } from '@/lib/activities/pledge/queries'
import { MEETING_KIND_LABELS } from '@/lib/meetings/labels'
import { listClusterMeetings } from '@/lib/meetings/queries'
import { periodOfYear } from '@/lib/periods/labels'
import { isCollected } from '@/lib/periods/rules'
import { printDate, type CalendarDay } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import { getScoreBoard } from '@/lib/scoring/rubric/queries'
import { listStatements } from '@/lib/sources/queries'
import {
  added,
  addedOr,
  clauses,
  illustrativeNote,
  list,
  para,
  paras,
  running,
  sections,
  sourceNote,
  statementSentences,
  markOf,
} from './blocks/rules'
import type { Statement } from './cluster-report/types'
import { gatherCluster } from './gathering/queries'
import { holderOf, memberUnion } from './gathering/rules'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, clusterName, dayOfMoment, lastDayOf, printed, sentence } from './wording/rules'

type Step = { day: CalendarDay | null; what: string; who: string }

type PlanFacts = {
  cluster: string
  year: number
  theme: string | null
  motto: string | null
  head: string | null
  deputy: string | null
  tasks: string[]
  activities: string[]
  programme: Statement[]
  steps: Step[]
  /** The text of the cluster's own plan, where one is kept: offered as a beginning. */
  kept: string
  sources: { letter: string | null; title: string }[]
  illustrative: boolean
  /** Known from sources alone. */
  historic: boolean
}

const SLOT_LIST: readonly PaperSlot[] = [
  { key: 'bases', label: 'Căn cứ', hint: 'Mỗi dòng một căn cứ, không ghi dấu cuối dòng.', lines: 3 },
  { key: 'purpose', label: 'Mục đích, yêu cầu', hint: 'Để trống thì lấy nội dung thường dùng.', lines: 5 },
  { key: 'content', label: 'Nội dung (bổ sung)', lines: 8 },
  { key: 'funds', label: 'Kinh phí', lines: 3 },
  { key: 'organisation', label: 'Tổ chức thực hiện (bổ sung)', lines: 4 },
]

/** Kế hoạch hoạt động năm của cụm: theme, tasks, joint activities and the calendar of reports, scores and meetings. */
export const makePlan: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  if (!clusterYear) return fail('not_found')
  const { id, year } = clusterYear
  const [view, activities, meetings, papers, board, statements] = await Promise.all([
    getPledge(actor, id),
    listActivities(actor, id),
    listClusterMeetings(actor, id),
    listClusterPapers(actor, id),
    getScoreBoard(actor, id),
    listStatements(actor, { clusterYearId: id }),
  ])
  const head = holderOf(clusterYear, 'HEAD')
  const deputy = holderOf(clusterYear, 'DEPUTY')
  const everyone = 'Các đơn vị thành viên'
  const facts: PlanFacts = {
    cluster: clusterName(clusterYear.title),
    year,
    theme: clusterYear.theme,
    motto: clusterYear.motto,
    head: head && memberUnion(clusterYear, head.unit),
    deputy: deputy && memberUnion(clusterYear, deputy.unit),
    tasks: view?.pledge?.text.content.tasks ?? [],
    activities: [
      ...(view?.pledge?.text.content.activities ?? []),
      ...activities.map(({ title, place }) => `${printed(title)}${place ? `, ${clause(place)}` : ''}`),
    ],
    programme: statements
      .filter(({ section }) => section === 'programme' || section === 'solutions')
      .map(({ section, text, inferred, notStated }) => ({ section, text, inferred, notStated })),
    steps: [
      ...clusterYear.periods.filter(isCollected).map(({ kind, dueAt }) => ({
        day: lastDayOf(dueAt),
        what:
          kind === 'REGISTRATION'
            ? 'Gửi đăng ký chỉ tiêu thi đua'
            : `Gửi báo cáo ${periodOfYear(kind, year)}`,
        who: everyone,
      })),
      ...(board?.teams ?? []).map(({ checking, checked, scheduledOn }) => ({
        day: scheduledOn,
        what: `Chấm chéo ${memberUnion(clusterYear, checked)}`,
        who: memberUnion(clusterYear, checking),
      })),
      ...meetings
        .filter((meeting) => meeting.clusterYear.id === id)
        .map(({ kind, heldOn, startsAt, title }) => ({
          day: heldOn ?? dayOfMoment(startsAt),
          what: title || MEETING_KIND_LABELS[kind],
          who: 'Cụm trưởng, các đơn vị thành viên',
        })),
    ].sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999')),
    kept: papers.find(({ kind }) => kind === 'PLAN')?.text ?? '',
    sources: statements.map(({ source: { letter, title } }) => ({ letter, title })),
    illustrative: clusterYear.illustrative,
    historic: !clusterYear.periods.some(isCollected) && statements.length > 0,
  }
  const slots = SLOT_LIST.map((slot) =>
    slot.key === 'content' && facts.kept ? { ...slot, suggestion: facts.kept } : slot,
  )
  return ok({ facts, slots, layOut: (frame, texts) => layOutPlan(facts, frame, texts) })
}

function layOutPlan(facts: PlanFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, illustrative, historic } = facts
  const bases = (texts.bases ?? '').split('\n').map(clause).filter(Boolean)
  return {
    title: `Kế hoạch hoạt động năm ${year} của ${cluster}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'KẾ HOẠCH',
      summary: `Hoạt động thi đua năm ${year} của ${cluster}`,
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...(bases.length > 0 ? [{ kind: 'basis', items: bases } as const] : []),
      para(`${cluster} xây dựng kế hoạch hoạt động thi đua năm ${year} như sau:`),
      ...sections([
        // Of a year that only sources tell of, nothing usual is put into its mouth.
        { title: 'Mục đích, yêu cầu', blocks: addedOr(texts, 'purpose', historic ? [] : purpose(facts)) },
        { title: 'Nội dung', blocks: content(facts, texts) },
        {
          title: 'Tiến độ thực hiện',
          blocks: facts.steps.length > 0 ? [calendar(facts.steps)] : [],
          illustrative,
        },
        { title: 'Kinh phí', blocks: added(texts, 'funds') },
        {
          title: 'Tổ chức thực hiện',
          blocks: historic ? added(texts, 'organisation') : organisation(facts, texts),
        },
      ]),
      ...sourceNote(facts.sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Trung ương Hội LHPN Việt Nam (để báo cáo)',
      'Các đơn vị thành viên Cụm (để thực hiện)',
      'Lưu: VT',
    ],
    annexes: [],
  }
}

const purpose = ({ year }: PlanFacts): Block[] =>
  list([
    `Phát huy tinh thần tự nguyện, đoàn kết, hợp tác và cùng phát triển giữa các đơn vị; phấn đấu hoàn thành và vượt các chỉ tiêu thi đua đăng ký năm ${year}.`,
    'Tổ chức các hoạt động thiết thực, vừa sức, hiệu quả, có sức lan tỏa; báo cáo đúng hạn, số liệu có minh chứng.',
    'Bình xét, suy tôn công khai, minh bạch, đúng quy định.',
  ])

function content(
  { theme, motto, tasks, activities, programme, year }: PlanFacts,
  texts: AddedTexts,
): Block[] {
  return clauses([
    {
      title: 'Chủ đề, phương châm',
      blocks: paras([
        theme ? `Chủ đề năm ${year}: “${theme}”.` : '',
        motto ? `Phương châm: “${motto}”.` : '',
      ]),
    },
    {
      title: 'Nhiệm vụ thi đua',
      blocks: [
        ...list(tasks.map(sentence)),
        ...list(statementSentences(programme.filter(({ notStated }) => !notStated))),
      ],
    },
    { title: 'Hoạt động chung của Cụm', blocks: running(activities) },
    { title: 'Nội dung khác', blocks: added(texts, 'content') },
  ])
}

const calendar = (steps: readonly Step[]): Block => ({
  kind: 'table',
  columns: [{ width: 12, align: 'center' }, { width: 34, align: 'center' }, { width: 84 }, { width: 60 }],
  head: [['TT', 'Thời gian', 'Nội dung', 'Đơn vị thực hiện']],
  rows: steps.map(({ day, what, who }, index): TableRow => [
    String(index + 1),
    day ? printDate(day) : '……/……/………',
    what,
    who,
  ]),
})

function organisation({ head, deputy }: PlanFacts, texts: AddedTexts): Block[] {
  return [
    ...clauses([
      {
        title: `Cụm trưởng${head ? ` (${head})` : ''}`,
        blocks: paras([
          'Chủ trì triển khai kế hoạch; theo dõi, đôn đốc các đơn vị; tổng hợp báo cáo, chuẩn bị và điều hành các hội nghị của Cụm; báo cáo Trung ương Hội.',
        ]),
      },
      {
        title: `Cụm phó${deputy ? ` (${deputy})` : ''}`,
        blocks: paras([
          'Phối hợp với Cụm trưởng điều hành hoạt động của Cụm; rà soát báo cáo của đơn vị Cụm trưởng.',
        ]),
      },
      {
        title: 'Các đơn vị thành viên',
        blocks: paras([
          'Cụ thể hóa kế hoạch phù hợp với địa phương; thực hiện đúng tiến độ, gửi báo cáo đúng hạn; tham gia đầy đủ các hoạt động chung của Cụm.',
        ]),
      },
    ]),
    ...added(texts, 'organisation'),
  ]
}
