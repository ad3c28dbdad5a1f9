import { listNominations } from '@/lib/awards/nominations/queries'
import { takesPlace } from '@/lib/awards/rules'
import { uncapitalise } from '@/lib/platform/vietnamese'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import {
  added,
  clauses,
  illustrativeNote,
  para,
  paras,
  running,
  sections,
  sourceNote,
  statementSentences,
  told,
  markOf,
} from './blocks/rules'
import { unitTable } from './unit-report/rules'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { gatherUnitReport } from './unit-report/queries'
import type { AwardLine, UnitReportFacts } from './unit-report/types'
import { listed, paragraphsOf } from './wording/rules'

type AchievementFacts = UnitReportFacts & {
  /** Forms of award for which the unit is proposed; none while the cluster has not met. */
  asked: string[]
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'office', label: 'Trụ sở, điện thoại, thư điện tử', lines: 2 },
  { key: 'history', label: 'Quá trình thành lập và phát triển', lines: 4 },
  { key: 'organisation', label: 'Tổ chức bộ máy, tổng số cán bộ, hội viên', lines: 4 },
  { key: 'functions', label: 'Chức năng, nhiệm vụ được giao', lines: 4 },
  { key: 'measures', label: 'Biện pháp, giải pháp, sáng kiến (bổ sung)', lines: 6 },
  { key: 'policy', label: 'Việc thực hiện chủ trương, chính sách, pháp luật', lines: 5 },
  { key: 'party', label: 'Hoạt động của tổ chức đảng, đoàn thể', lines: 5 },
]

/**
 * Báo cáo thành tích đề nghị khen thưởng của tập thể, in the parts of the decree's form (Nghị định 152/2025/NĐ-CP, Phụ lục):
 * situation, achievements against the year before, awards. A figure nobody gave stays blank.
 */
export const makeAchievementReport: PaperMaker = async (actor, subject) => {
  const facts = await gatherUnitReport(actor, subject)
  if (!facts) return fail('not_found')
  const nominations = await listNominations(actor, { year: facts.year, unitIds: [subject.id] })
  const whole: AchievementFacts = {
    ...facts,
    asked: nominations
      .filter(({ state, recipientKind }) => takesPlace(state) && recipientKind === 'UNIT')
      .map(({ type }) => type.name),
  }
  return ok({
    facts: whole,
    slots: SLOTS,
    layOut: (frame, texts) => layOutAchievementReport(whole, frame, texts),
  })
}

function layOutAchievementReport(facts: AchievementFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { union, year, asked, illustrative, sources } = facts
  const what =
    asked.length > 0 ? `Đề nghị tặng ${listed(asked)} năm ${year}` : `Đề nghị khen thưởng năm ${year}`
  return {
    title: `Báo cáo thành tích ${uncapitalise(what)} của ${union}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'BÁO CÁO THÀNH TÍCH', summary: `${what}\n(Đơn vị: ${union})` }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...sections([
        { title: 'Sơ lược đặc điểm, tình hình', blocks: situation(facts, texts) },
        { title: 'Thành tích đạt được', blocks: achievements(facts, texts), illustrative },
        { title: 'Các hình thức đã được khen thưởng', blocks: awards(facts) },
      ]),
      ...sourceNote(sources),
    ],
    signatures: [
      { lines: ['XÁC NHẬN CỦA CẤP TRÌNH KHEN THƯỞNG'], note: '(Ký, đóng dấu)', name: null },
      frame.signatory,
    ],
    recipients: ['Cụm thi đua', 'Bộ phận thi đua, khen thưởng Trung ương Hội', 'Lưu: VT'],
    annexes: [],
  }
}

/** Room to write by hand where nothing was added. */
const DOTS = '…………………………………………………………………………'

const orDots = (texts: AddedTexts, key: string): Block[] => {
  const own = added(texts, key)
  return own.length > 0 ? own : [para(DOTS)]
}

function situation({ union, territory, clusters }: AchievementFacts, texts: AddedTexts): Block[] {
  return clauses([
    {
      title: 'Đặc điểm, tình hình',
      blocks: [
        para(`Tên đơn vị: ${union} (${territory}).`),
        ...paras([clusters.length > 0 ? `Là thành viên của ${clusters.join('; ')}.` : '']),
        para('Trụ sở, điện thoại, thư điện tử:', { keepWithNext: true }),
        ...orDots(texts, 'office'),
        para('Quá trình thành lập và phát triển:', { keepWithNext: true }),
        ...orDots(texts, 'history'),
        para('Tổ chức bộ máy, cán bộ, hội viên:', { keepWithNext: true }),
        ...orDots(texts, 'organisation'),
      ],
    },
    { title: 'Chức năng, nhiệm vụ', blocks: orDots(texts, 'functions') },
  ])
}

function achievements(facts: AchievementFacts, texts: AddedTexts): Block[] {
  const { figures, narrative, statements, works, year } = facts
  const wrote = (section: NarrativeSectionKey) => paras(paragraphsOf(narrative[section] ?? ''))
  const own = statements.filter(
    ({ section, notStated }) => !notStated && (section === 'results' || section === 'emulation'),
  )
  const compared = `Số liệu năm ${year} so với năm ${year - 1}${figures?.rows.some(({ last }) => last !== '') ? '' : ` (năm ${year - 1}: chưa có số liệu)`}:`
  return clauses([
    {
      title: 'Kết quả thực hiện nhiệm vụ và các chỉ tiêu thi đua',
      blocks: [
        ...told(statements, 'targets'),
        ...paras(figures?.hasTargets ? figures.sentences : []),
        ...wrote('HIGHLIGHTS'),
        ...paras(statementSentences(own)),
        ...(figures && figures.rows.length > 0
          ? [para(compared, { keepWithNext: true }), unitTable(figures, year, true)]
          : [para(DOTS)]),
        ...(figures?.unconfirmed
          ? [{ kind: 'note', text: 'Số liệu chưa được Trung ương Hội xác nhận.' } as const]
          : []),
        ...(own.length > 0 ? [] : running(works)),
      ],
    },
    {
      title: 'Biện pháp, giải pháp, mô hình, sáng kiến',
      blocks: nonEmpty([
        ...running(figures?.words ?? []),
        ...wrote('GOOD_PRACTICES'),
        ...added(texts, 'measures'),
      ]),
    },
    {
      title: 'Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
      blocks: orDots(texts, 'policy'),
    },
    { title: 'Hoạt động của tổ chức đảng, đoàn thể', blocks: orDots(texts, 'party') },
  ])
}

const nonEmpty = (blocks: Block[]): Block[] => (blocks.length > 0 ? blocks : [para(DOTS)])

function awards({ awards: book }: AchievementFacts): Block[] {
  const own = book.filter(({ recipient }) => recipient === null)
  const table = (lines: readonly AwardLine[], head: string): Block[] =>
    lines.length > 0 ? [awardTable(lines, head)] : [para(DOTS)]
  return clauses([
    {
      title: 'Danh hiệu thi đua',
      blocks: table(
        own.filter(({ isFlag }) => isFlag),
        'Danh hiệu thi đua',
      ),
    },
    {
      title: 'Hình thức khen thưởng',
      blocks: table(
        own.filter(({ isFlag }) => !isFlag),
        'Hình thức khen thưởng',
      ),
    },
  ])
}

const awardTable = (lines: readonly AwardLine[], head: string): Block => ({
  kind: 'table',
  columns: [{ width: 22, align: 'center' }, { width: 62 }, { width: 90 }],
  head: [['Năm', head, 'Số, ngày, tháng, năm của quyết định; cơ quan ban hành']],
  rows: lines.map(({ year, type, decision, issuer, illustrative }): TableRow => [
    year === null ? 'chưa rõ' : String(year),
    illustrative ? `${type} (minh họa)` : type,
    `${decision}; ${issuer}`,
  ]),
})
