import { NOT_STATED } from '@/lib/clusters/labels'
import type { MeetingDto } from '@/lib/meetings/types'
import { periodOfYear } from '@/lib/periods/labels'
import { printDate } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import {
  activityBlocks,
  added,
  addedOr,
  clauses,
  illustrativeNote,
  labelled,
  list,
  para,
  paras,
  running,
  sections,
  sourceNote,
  statementSentences,
  told,
  markOf,
} from './blocks/rules'
import { gatherClusterReport } from './cluster-report/queries'
import type { ClusterReportFacts, Statement } from './cluster-report/types'
import { byGroup, figureLine, figuresAnnex, indicatorTable, untold } from './figures/rules'
import { gatherCluster } from './gathering/queries'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { inside, listed, paragraphsOf, printed, sentence, two } from './wording/rules'

const SLOTS: readonly PaperSlot[] = [
  { key: 'opening', label: 'Mở đầu', hint: 'Để trống thì lấy câu mở đầu soạn từ dữ liệu.', lines: 4 },
  { key: 'direction', label: 'Công tác chỉ đạo, triển khai', lines: 6 },
  { key: 'assessment', label: 'Nhận định, đánh giá chung', lines: 6 },
  { key: 'limitations', label: 'Hạn chế, khó khăn (bổ sung)', lines: 4 },
  { key: 'causes', label: 'Nguyên nhân (bổ sung)', lines: 4 },
  { key: 'directions', label: 'Phương hướng, nhiệm vụ (bổ sung)', lines: 6 },
  { key: 'proposals', label: 'Đề xuất, kiến nghị (bổ sung)', lines: 4 },
]

/** Báo cáo tổng kết công tác thi đua của cụm. */
export const makeClusterReport: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  if (!clusterYear) return fail('not_found')
  const facts = await gatherClusterReport(actor, clusterYear)
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutClusterReport(facts, frame, texts) })
}

/** What the units wrote in a section: whose words they are stands before them. */
function written(
  { narratives, memberCount }: Pick<ClusterReportFacts, 'narratives' | 'memberCount'>,
  section: NarrativeSectionKey,
): Block[] {
  return narratives
    .filter((one) => one.section === section)
    .flatMap(({ units, text }) => {
      const [first = '', ...rest] = paragraphsOf(text)
      const all = units.length === memberCount
      return [all ? para(first) : labelled(`Báo cáo của ${listed(units)}`, first), ...paras(rest)]
    })
}

export function layOutClusterReport(facts: ClusterReportFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { name, year, figures, sources } = facts
  const summary = `Tổng kết công tác thi đua năm ${year} của ${name}`
  const hasAnnex = figures.rows.length > 0
  return {
    title: `Báo cáo tổng kết công tác thi đua năm ${year} của ${name}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'BÁO CÁO',
      summary,
      to: ['Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam'],
    }),
    blocks: [
      ...illustrativeNote(facts.illustrative),
      ...addedOr(texts, 'opening', [para(openingOf(facts))]),
      ...sections([
        { title: 'Đặc điểm, tình hình', blocks: situation(facts) },
        {
          title: `Kết quả công tác thi đua năm ${year}`,
          blocks: results(facts, texts),
          illustrative: facts.illustrative,
        },
        { title: 'Đánh giá chung', blocks: assessment(facts, texts) },
        { title: 'Hội nghị tổng kết, bình xét và bàn giao Cụm trưởng', blocks: conference(facts) },
        { title: `Phương hướng, nhiệm vụ năm ${year + 1}`, blocks: ahead(facts, texts) },
        {
          title: 'Đề xuất, kiến nghị',
          blocks: [...written(facts, 'PROPOSALS'), ...added(texts, 'proposals')],
        },
      ]),
      para(
        `Trên đây là báo cáo tổng kết công tác thi đua năm ${year} của ${name}${hasAnnex ? ' (có bảng tổng hợp chỉ tiêu kèm theo)' : ''}.`,
      ),
      ...sourceNote(sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Như trên',
      'Các ban, đơn vị Trung ương Hội theo dõi Cụm',
      'Hội LHPN các tỉnh, thành phố trong Cụm',
      'Lưu: VT',
    ],
    annexes: hasAnnex
      ? [
          figuresAnnex(
            `Bảng tổng hợp kết quả thực hiện các chỉ tiêu năm ${year}`,
            `(Kèm theo Báo cáo tổng kết công tác thi đua năm ${year} của ${name}; số liệu ${periodOfYear(facts.period, year)})`,
            [
              ...illustrativeNote(figures.illustrative),
              indicatorTable(figures),
              ...(figures.hasUnitFigures
                ? [
                    {
                      kind: 'note',
                      text: 'Số trong ngoặc là tỷ lệ so với chỉ tiêu đơn vị đăng ký. Ô trống: đơn vị chưa có số liệu.',
                    } as const,
                    { kind: 'note', text: figures.standing } as const,
                  ]
                : []),
              ...sourceNote(sources),
            ],
          ),
        ]
      : [],
  }
}

function openingOf({ name, year, theme, motto }: ClusterReportFacts): string {
  const under = [theme && `chủ đề năm “${theme}”`, motto && `phương châm “${motto}”`].filter(Boolean)
  return `Thực hiện sự chỉ đạo của Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam${under.length > 0 ? ` và ${under.join(', ')}` : ''}, ${name} báo cáo kết quả công tác thi đua năm ${year} như sau:`
}

function situation({
  memberCount,
  members,
  head,
  deputy,
  theme,
  motto,
  year,
  statements,
}: ClusterReportFacts): Block[] {
  return clauses([
    {
      title: 'Tổ chức của Cụm',
      blocks: [
        para(`Cụm có ${two(memberCount)} đơn vị thành viên, gồm ${members}.`),
        para(`Cụm trưởng năm ${year}: ${head}. Cụm phó năm ${year}: ${deputy}.`),
      ],
    },
    {
      title: 'Chủ đề, phương châm',
      blocks: paras([
        `Chủ đề năm ${year}: ${theme ? `“${theme}”` : NOT_STATED}.`,
        motto ? `Phương châm: “${motto}”.` : '',
      ]),
    },
    { title: 'Cam kết thi đua', blocks: told(statements, 'pledge') },
  ])
}

function results(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
  const { statements, figures, pledge, works, activities, practices, year } = facts
  const sentences = statementSentences(
    statements.filter(({ section, notStated }) => section === 'results' && !notStated),
  )
  const lines = byGroup(untold(figures.rows, sentences)).flatMap(([group, rows]): Block[] => {
    const items = rows.map(figureLine).filter(Boolean)
    return items.length > 0
      ? [para([{ text: `${group}:`, bold: true }], { keepWithNext: true }), ...running(items)]
      : []
  })
  const signed =
    pledge?.state === 'FINAL'
      ? `Giao ước thi đua năm ${year} đã được các đơn vị ký kết${pledge.signedOn ? ` ngày ${printDate(pledge.signedOn)}` : ''}.`
      : ''
  return clauses([
    {
      title: 'Công tác chỉ đạo, triển khai phong trào thi đua',
      blocks: [
        ...paras([signed]),
        ...told(statements, 'emulation'),
        ...told(statements, 'solutions'),
        ...added(texts, 'direction'),
        ...(works.length > 0
          ? [
              para('Thực hiện công trình, phần việc trong các phong trào, cuộc vận động:', {
                keepWithNext: true,
              }),
            ]
          : []),
        ...running(works),
      ],
    },
    {
      title: 'Mức độ hoàn thành các chỉ tiêu',
      blocks: [
        ...told(statements, 'targets'),
        ...(figures.hasUnitFigures || statements.length === 0 ? paras(figures.sentences) : []),
      ],
    },
    {
      title: 'Một số kết quả nổi bật',
      blocks: [...told(statements, 'results'), ...lines, ...written(facts, 'HIGHLIGHTS')],
    },
    { title: 'Hoạt động chung của Cụm', blocks: activities.flatMap(activityBlocks) },
    {
      title: 'Mô hình, cách làm hay và trao đổi kinh nghiệm',
      blocks: [
        ...told(statements, 'exchange'),
        ...running(
          practices.map(
            ({ title, summary, unit }) =>
              `${printed(title)}${unit ? ` (${unit})` : ''}: ${inside(printed(summary))}`,
          ),
        ),
        ...figures.words.flatMap(({ name, answers }) => [
          para(`${name}:`, { keepWithNext: true }),
          ...running(answers),
        ]),
        ...written(facts, 'GOOD_PRACTICES'),
        ...told(statements, 'field_visit'),
      ],
    },
  ])
}

function assessment(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
  return clauses([
    { title: 'Ưu điểm', blocks: added(texts, 'assessment') },
    {
      title: 'Hạn chế, khó khăn',
      blocks: [
        ...told(facts.statements, 'difficulties'),
        ...written(facts, 'DIFFICULTIES'),
        ...added(texts, 'limitations'),
      ],
    },
    { title: 'Nguyên nhân', blocks: [...written(facts, 'CAUSES'), ...added(texts, 'causes')] },
  ])
}

function conference({
  statements,
  meeting,
  nominations,
  handover,
  illustrative,
}: ClusterReportFacts): Block[] {
  const held = told(statements, 'meeting')
  const statedAwards = told(statements, 'awards')
  return clauses([
    {
      title: 'Hội nghị tổng kết',
      blocks: [
        ...(held.length > 0 ? held : meeting ? [para(meetingInWords(meeting))] : []),
        ...guests(statements),
      ],
    },
    {
      title: 'Bình xét, suy tôn, đề nghị khen thưởng',
      illustrative: illustrative && nominations.length > 0,
      // The source's own words say whether it was a proposal or an award; a list of ours would decide it.
      blocks: statedAwards.length > 0 ? statedAwards : proposed(nominations),
    },
    { title: 'Bàn giao Cụm trưởng', blocks: handover ? [para(handoverInWords(handover))] : [] },
  ])
}

function proposed(nominations: ClusterReportFacts['nominations']): Block[] {
  if (nominations.length === 0) return []
  return [
    para('Cụm đề nghị cấp có thẩm quyền xem xét, tặng:', { keepWithNext: true }),
    ...running(nominations.map(({ type, recipient }) => `${type}: ${recipient}`)),
  ]
}

function guests(statements: readonly Statement[]): Block[] {
  const own = statementSentences(statements.filter(({ section }) => section === 'guests'))
  return own.length > 0 ? [para('Tham dự hội nghị có:', { keepWithNext: true }), ...running(own)] : []
}

function meetingInWords({
  title,
  heldOn,
  place,
  organisedBy,
}: Pick<MeetingDto, 'title' | 'heldOn' | 'place' | 'organisedBy'>): string {
  const where = [heldOn && `ngày ${printDate(heldOn)}`, place && `tại ${place}`].filter(Boolean).join(', ')
  return `${title}${where ? ` được tổ chức ${where}` : ''}${organisedBy ? `, do ${organisedBy} tổ chức` : ''}.`
}

function handoverInWords(act: NonNullable<ClusterReportFacts['handover']>): string {
  const { toYear, heldOn, place, giver, giverUnion, receiver, receiverUnion, deputyUnion, witness } = act
  const when = [heldOn && `Ngày ${printDate(heldOn)}`, place && `tại ${place}`].filter(Boolean).join(', ')
  const from = giver ?? giverUnion ?? 'đơn vị Cụm trưởng'
  const what = act.rotatingFlag ? 'trao Cờ luân lưu và bàn giao' : 'bàn giao'
  return sentence(
    `${when ? `${when}, ` : ''}${from} ${what} vai trò Cụm trưởng năm ${toYear} cho ${receiver ?? receiverUnion}${witness ? `, dưới sự chứng kiến của ${witness}` : ''}; Cụm phó năm ${toYear}: ${deputyUnion ?? NOT_STATED}`,
  )
}

function ahead(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
  const { statements, meeting, next, year } = facts
  const conclusions = told(statements, 'conclusion')
  const tasks = meeting?.tasks ?? []
  return clauses([
    {
      title: `Chủ đề năm ${year + 1}`,
      blocks: next?.theme ? [para(`Chủ đề năm ${year + 1}: “${next.theme}”.`)] : [],
    },
    {
      title: 'Chỉ đạo, kết luận tại hội nghị',
      blocks:
        conclusions.length > 0
          ? conclusions
          : paras(
              (meeting?.conclusions ?? []).map(
                ({ text, speaker }) => `${sentence(text)}${speaker ? ` (${speaker}).` : ''}`,
              ),
            ),
    },
    {
      title: 'Nhiệm vụ trọng tâm',
      blocks: [
        ...list(statementSentences(statements.filter(({ section }) => section === 'tasks_next_year'))),
        ...list(
          statementSentences((next?.statements ?? []).filter(({ section }) => section === 'programme')),
        ),
        ...written(facts, 'DIRECTIONS'),
        ...added(texts, 'directions'),
        ...(tasks.length > 0 ? [taskTable(tasks)] : []),
      ],
    },
  ])
}

const taskTable = (tasks: NonNullable<ClusterReportFacts['meeting']>['tasks']): Block => ({
  kind: 'table',
  columns: [{ width: 12, align: 'center' }, { width: 88 }, { width: 34 }, { width: 28, align: 'center' }],
  head: [['TT', 'Việc giao sau hội nghị', 'Đơn vị thực hiện', 'Hạn']],
  rows: tasks.map(({ text, who, dueOn }, index): TableRow => [
    String(index + 1),
    sentence(text),
    who ?? 'Toàn Cụm',
    dueOn ? printDate(dueOn) : '',
  ]),
})
