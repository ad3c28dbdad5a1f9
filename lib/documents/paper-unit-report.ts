import { uncapitalise } from '@/lib/platform/vietnamese'
import { SECTION_LABELS } from '@/lib/reports/labels'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper } from '@/lib/platform/files/paper'
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
  told,
  markOf,
} from './blocks/rules'
import { byGroup, figuresAnnex, standsIn } from './figures/rules'
import { unitFigureLine, unitTable } from './unit-report/rules'
import type { UnitFigureRow } from './figures/types'
import { OPENING_SLOT } from './labels'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { gatherUnitReport } from './unit-report/queries'
import type { UnitReportFacts } from './unit-report/types'
import { paragraphsOf, printed, sentence } from './wording/rules'

const SLOTS: readonly PaperSlot[] = [
  OPENING_SLOT,
  { key: 'situation', label: 'Đặc điểm, tình hình', lines: 5 },
  { key: 'assessment', label: 'Nhận định, đánh giá chung', lines: 5 },
  { key: 'directions', label: 'Phương hướng, nhiệm vụ (bổ sung)', lines: 6 },
  { key: 'proposals', label: 'Đề xuất, kiến nghị (bổ sung)', lines: 4 },
]

/** Báo cáo năm của Hội LHPN tỉnh, thành phố. */
export const makeUnitReport: PaperMaker = async (actor, subject) => {
  const facts = await gatherUnitReport(actor, subject)
  if (!facts) return fail('not_found')
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutUnitReport(facts, frame, texts) })
}

function layOutUnitReport(facts: UnitReportFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { union, territory, year, figures, illustrative, sources, theme } = facts
  const summary = `Kết quả công tác Hội và phong trào phụ nữ ${territory} năm ${year}; nhiệm vụ trọng tâm công tác Hội năm ${year + 1}`
  const opening = `${theme ? `Thực hiện chủ đề năm ${year} “${theme}”, ` : ''}${union} báo cáo kết quả công tác Hội và phong trào phụ nữ năm ${year}, nhiệm vụ trọng tâm năm ${year + 1} như sau:`
  return {
    title: `Báo cáo ${uncapitalise(summary)}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'BÁO CÁO',
      summary,
      to: ['Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam'],
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...addedOr(texts, 'opening', [para(sentence(opening).replace(/\.$/, ':'))]),
      ...sections([
        { title: 'Đặc điểm, tình hình', blocks: added(texts, 'situation') },
        { title: `Kết quả nổi bật năm ${year}`, blocks: results(facts), illustrative },
        { title: 'Mức độ hoàn thành các chỉ tiêu', blocks: completion(facts), illustrative },
        { title: 'Đánh giá chung', blocks: assessment(facts, texts) },
        { title: `Nhiệm vụ trọng tâm công tác Hội năm ${year + 1}`, blocks: ahead(facts, texts) },
        {
          title: 'Đề xuất, kiến nghị',
          blocks: [...paras(paragraphsOf(facts.narrative.PROPOSALS ?? '')), ...added(texts, 'proposals')],
        },
      ]),
      ...sourceNote(sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Như trên',
      ...(facts.clusters.length > 0 ? ['Đơn vị Cụm trưởng cụm thi đua'] : []),
      `Thường trực ${territory.startsWith('thành phố') ? 'Thành ủy' : 'Tỉnh ủy'} (để báo cáo)`,
      'Lưu: VT',
    ],
    annexes:
      figures && figures.rows.length > 0
        ? [
            figuresAnnex(
              `Kết quả thực hiện các chỉ tiêu năm ${year}`,
              `(Kèm theo Báo cáo năm ${year} của ${union})`,
              [
                ...illustrativeNote(illustrative),
                unitTable(figures, year),
                ...(figures.unconfirmed
                  ? [{ kind: 'note', text: 'Số liệu chưa được Trung ương Hội xác nhận.' } as const]
                  : []),
                ...sourceNote(sources),
              ],
            ),
          ]
        : [],
  }
}

/** Groups of indicators with what the source says of each, in its own words; then the figures no sentence tells. */
function results({ figures, statements, narrative, works }: UnitReportFacts): Block[] {
  const own = statements.filter(
    ({ section, notStated }) => !notStated && (section === 'results' || section === 'emulation'),
  )
  const sentences = statementSentences(own)
  const groups = byGroup(figures?.rows ?? [])
  const told = new Set<(typeof own)[number]>()
  const parts = groups.map(([group, rows]) => {
    const facts = new Set(rows.flatMap(({ factId }) => factId ?? []))
    const mine = own.filter((statement) => facts.has(statement.factId) && !told.has(statement))
    mine.forEach((statement) => told.add(statement))
    return {
      title: group,
      blocks: [...paras(statementSentences(mine)), ...running(linesOf(rows, sentences))],
    }
  })
  const rest = own.filter((statement) => !told.has(statement))
  return clauses([
    { title: SECTION_LABELS.HIGHLIGHTS, blocks: paras(paragraphsOf(narrative.HIGHLIGHTS ?? '')) },
    ...parts,
    { title: 'Kết quả khác', blocks: paras(statementSentences(rest)) },
    {
      title: 'Công trình, phần việc trong các phong trào, cuộc vận động',
      // A source tells of them in its own words.
      blocks: own.length > 0 ? [] : running(works),
    },
    {
      title: SECTION_LABELS.GOOD_PRACTICES,
      blocks: [...running(figures?.words ?? []), ...paras(paragraphsOf(narrative.GOOD_PRACTICES ?? ''))],
    },
  ])
}

const linesOf = (rows: readonly UnitFigureRow[], sentences: readonly string[]): string[] => {
  const text = sentences.join(' ')
  return rows
    .filter(({ result }) => result !== '' && !standsIn(text, result))
    .map(unitFigureLine)
    .filter(Boolean)
}

function completion({ statements, figures, awards, nominations, year }: UnitReportFacts): Block[] {
  const given = awards.filter((award) => award.year === year)
  const ofAwards = told(statements, 'awards')
  return [
    ...told(statements, 'targets'),
    ...paras(figures?.hasTargets || statements.length === 0 ? (figures?.sentences ?? []) : []),
    ...(ofAwards.length > 0
      ? ofAwards
      : running([
          ...given.map(({ type, decision }) => `Được tặng ${type}: ${decision}`),
          ...nominations.map(
            ({ type, proposer }) => `${proposer ? `${proposer} đề nghị` : 'Được đề nghị'} tặng ${type}`,
          ),
        ])),
  ]
}

function assessment({ narrative, statements }: UnitReportFacts, texts: AddedTexts): Block[] {
  const wrote = (section: NarrativeSectionKey) => paras(paragraphsOf(narrative[section] ?? ''))
  return clauses([
    { title: 'Ưu điểm', blocks: added(texts, 'assessment') },
    {
      title: SECTION_LABELS.DIFFICULTIES,
      blocks: [...told(statements, 'difficulties'), ...wrote('DIFFICULTIES')],
    },
    { title: SECTION_LABELS.CAUSES, blocks: wrote('CAUSES') },
    { title: SECTION_LABELS.PARTY_COMMITTEE_OPINION, blocks: wrote('PARTY_COMMITTEE_OPINION') },
  ])
}

function ahead({ statements, narrative }: UnitReportFacts, texts: AddedTexts): Block[] {
  const tasks = statements.filter(({ section }) => section === 'tasks_next_year')
  // The source numbers its tasks within its own parts; the paper numbers them anew.
  const own = statementSentences(
    tasks.map((statement) => ({ ...statement, text: statement.text.replace(/^[\d.]+\s+/u, '') })),
  )
  return [
    ...list(own.map(printed), 'number'),
    ...paras(paragraphsOf(narrative.DIRECTIONS ?? '')),
    ...added(texts, 'directions'),
  ]
}
