import { NOT_STATED } from '@/lib/clusters/labels'
import type { MeetingDto } from '@/lib/meetings/types'
import { printDate } from '@/lib/platform/dates'
import type { Block, TableRow } from '@/lib/platform/files/paper'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import {
  activityBlocks,
  added,
  clauses,
  labelled,
  list,
  para,
  paras,
  running,
  statementSentences,
  told,
} from '../blocks/rules'
import { byGroup, figureLine, untold } from '../figures/rules'
import type { AddedTexts } from '../types'
import { inside, listed, paragraphsOf, printed, sentence, two } from '../wording/rules'
import type { ClusterReportFacts, Statement } from './types'

/** What the units wrote in a section: whose words they are stands before them. */
export function written(
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

/** I. The cluster, its theme and motto, and what was pledged. */
export function situation({
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

/** II. What was done in the year. */
export function results(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
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

/** III. Strengths, difficulties and their causes. */
export function assessment(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
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

/** IV. The review conference, whom it proposed, and the handover. */
export function conference({
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

/** V. What is to be done in the year after. */
export function ahead(facts: ClusterReportFacts, texts: AddedTexts): Block[] {
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
