import type { CompletionClass } from '@/lib/indicators/types'
import { printedPercent } from '@/lib/indicators/rules'
import { decisionLabel, recipientLabel } from '@/lib/awards/labels'
import { printDate } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Annex, Block, Paper, TableRow } from '@/lib/platform/files/paper'
import { uncapitalise } from '@/lib/platform/vietnamese'
import {
  congressLabel,
  MANNER_LABELS,
  REVIEW_SECTION_LABELS,
  reviewDay,
  termOwner,
  termPhrase,
} from '@/lib/terms/labels'
import { getTermReview } from '@/lib/terms/reviews/queries'
import type { ReviewSection, TermReviewDto } from '@/lib/terms/reviews/types'
import {
  added,
  addedOr,
  clauses,
  illustrativeNote,
  markOf,
  para,
  paras,
  running,
  sections,
  sourceNote,
  told,
} from './blocks/rules'
import type { Statement } from './cluster-report/types'
import { gatherMidtermReview } from './gathering/queries'
import { OPENING_SLOT } from './labels'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, inside, listed, paragraphsOf, printed, sentence, two, unionOf } from './wording/rules'

type MidtermFacts = Pick<
  TermReviewDto,
  | 'heldOn'
  | 'dateNote'
  | 'meeting'
  | 'place'
  | 'asOf'
  | 'items'
  | 'counts'
  | 'undecided'
  | 'countsOnly'
  | 'illustrative'
> & {
  owner: string
  term: string
  congress: string
  resolution: string | null
  frozen: boolean
  sections: Partial<Record<ReviewSection, string>>
  works: string[]
  awards: string[]
  statements: Statement[]
  sources: { letter: string | null; title: string }[]
}

const SLOTS: readonly PaperSlot[] = [
  OPENING_SLOT,
  { key: 'situation', label: 'Đặc điểm, tình hình', lines: 5 },
  { key: 'assessment', label: 'Đánh giá chung', lines: 5 },
  { key: 'tasks', label: 'Nhiệm vụ, giải pháp (bổ sung)', lines: 6 },
  { key: 'proposals', label: 'Đề xuất, kiến nghị', lines: 4 },
]

/** Báo cáo sơ kết giữa nhiệm kỳ thực hiện nghị quyết Đại hội đại biểu phụ nữ. */
export const makeMidtermReport: PaperMaker = async (actor, subject) => {
  const reviewId = await gatherMidtermReview(subject.id)
  const review = reviewId ? await getTermReview(actor, reviewId) : null
  if (!review) return fail('invalid', 'Nhiệm kỳ này chưa có sơ kết giữa nhiệm kỳ.')
  const { term, source, statements } = review
  const facts: MidtermFacts = {
    heldOn: review.heldOn,
    dateNote: review.dateNote,
    meeting: review.meeting,
    place: review.place,
    asOf: review.asOf,
    items: review.items,
    counts: review.counts,
    undecided: review.undecided,
    countsOnly: review.countsOnly,
    illustrative: review.illustrative,
    owner: term.unit ? unionOf(term.unit) : termOwner(null),
    term: termPhrase(term),
    congress: congressLabel(term),
    resolution: term.resolution,
    frozen: review.frozenAt !== null,
    sections: Object.fromEntries(review.sections.map(({ section, text }) => [section, text])),
    works: review.works.map(workInWords),
    awards: review.awards.map(
      (award) =>
        `${award.type.name}: ${inside(recipientLabel(award))}; ${inside(decisionLabel(award.decision, award.source !== null))}`,
    ),
    statements: statements.map(({ section, text, inferred, notStated }) => ({
      section,
      text,
      inferred,
      notStated,
    })),
    sources: source ? [{ letter: source.letter, title: source.title }] : [],
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutMidtermReport(facts, frame, texts) })
}

function workInWords({ campaign, year, registered, done, note }: TermReviewDto['works'][number]): string {
  const when = year === null ? '' : ` năm ${year}`
  const how =
    done === null
      ? ''
      : ` hoàn thành ${done} công trình, phần việc${registered === null ? '' : ` trên ${registered} đã đăng ký`}`
  return `“${campaign.name}”${when}:${how || ' ' + clause(note ?? 'số liệu: nguồn không nêu')}`
}

function layOutMidtermReport(facts: MidtermFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { owner, term, illustrative, sources, items, countsOnly } = facts
  const what = `thực hiện Nghị quyết Đại hội đại biểu phụ nữ${facts.congress ? ` lần thứ ${facts.congress.replace('Đại hội lần thứ ', '')}` : ''}, ${term}`
  return {
    title: `Báo cáo sơ kết giữa nhiệm kỳ ${what} của ${owner}`,
    preset: frame.preset,
    ...markOf(illustrative),
    heading: headingOf(frame, {
      typeName: 'BÁO CÁO',
      summary: `Sơ kết giữa nhiệm kỳ ${what}`,
      notes: facts.frozen ? [] : ['(Số liệu chưa chốt)'],
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...addedOr(texts, 'opening', [para(openingOf(facts))]),
      ...sections([
        { title: 'Đặc điểm, tình hình', blocks: added(texts, 'situation') },
        { title: 'Kết quả thực hiện các chỉ tiêu nghị quyết', blocks: completion(facts), illustrative },
        { title: 'Kết quả thực hiện nhiệm vụ', blocks: results(facts) },
        { title: 'Đánh giá chung', blocks: assessment(facts, texts) },
        {
          title: REVIEW_SECTION_LABELS.TASKS,
          blocks: [...written(facts, 'TASKS'), ...added(texts, 'tasks')],
        },
        { title: 'Đề xuất, kiến nghị', blocks: added(texts, 'proposals') },
      ]),
      ...sourceNote(sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam (để báo cáo)',
      'Ban Thường vụ, Ban Chấp hành',
      'Lưu: VT',
    ],
    annexes: items.length > 0 && !countsOnly ? [annexOf(facts)] : [],
  }
}

function openingOf(facts: MidtermFacts): string {
  const { meeting, place, asOf, owner, sources } = facts
  const day = facts.heldOn || facts.dateNote ? ` (${reviewDay(facts)})` : ''
  const held = meeting ? `, trình ${clause(meeting)}${day}${place ? `, tại ${clause(place)}` : ''}` : ''
  const counted = asOf
    ? `; số liệu tính đến ngày ${printDate(asOf)}`
    : sources.length > 0
      ? '; ngày chốt số liệu: nguồn không nêu'
      : ''
  return `${owner} báo cáo kết quả nửa nhiệm kỳ thực hiện nghị quyết đại hội${held}${counted}, như sau:`
}

const LOWER: readonly CompletionClass[] = ['HALF', 'NOT_MET']

function completion({ items, counts, undecided, countsOnly, resolution, statements }: MidtermFacts): Block[] {
  const total = items.length
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${two(count)} chỉ tiêu ${uncapitalise(label)}`)
  const open = undecided > 0 ? [`${two(undecided)} chỉ tiêu chưa xếp mức`] : []
  const short = items.filter(({ class: one, name }) => name !== null && one !== null && LOWER.includes(one))
  return [
    ...paras([
      total > 0
        ? `Trong tổng số ${two(total)} chỉ tiêu, tiêu chí${resolution ? ` của ${clause(resolution)}` : ' của nghị quyết'}: ${listed([...parts, ...open])}.`
        : '',
      countsOnly ? 'Nội dung từng tiêu chí: nguồn không nêu.' : '',
    ]),
    ...told(statements, 'targets'),
    ...(short.length > 0
      ? [
          para('Các chỉ tiêu cần tập trung trong nửa cuối nhiệm kỳ:', { keepWithNext: true }),
          ...running(
            short.map(
              ({ name, result, plan }) =>
                `${printed(name!)}${result ? `: ${result}` : ''}${plan ? ` (kế hoạch: ${plan})` : ''}`,
            ),
          ),
        ]
      : []),
  ]
}

const written = ({ sections: parts }: MidtermFacts, section: ReviewSection): Block[] =>
  paras(paragraphsOf(parts[section] ?? '').map((line) => sentence(printed(line))))

function results(facts: MidtermFacts): Block[] {
  return clauses([
    { title: REVIEW_SECTION_LABELS.RESULTS, blocks: written(facts, 'RESULTS') },
    { title: REVIEW_SECTION_LABELS.PRACTICES, blocks: written(facts, 'PRACTICES') },
    { title: 'Công trình, phần việc', blocks: running(facts.works) },
    { title: 'Khen thưởng', blocks: running(facts.awards) },
  ])
}

const assessment = (facts: MidtermFacts, texts: AddedTexts): Block[] =>
  clauses([
    { title: 'Ưu điểm', blocks: added(texts, 'assessment') },
    ...(['LIMITATIONS', 'CAUSES', 'LESSONS'] as const).map((section) => ({
      title: REVIEW_SECTION_LABELS[section],
      blocks: written(facts, section),
    })),
  ])

function annexOf({ items, owner, term, illustrative }: MidtermFacts): Annex {
  return {
    label: 'Phụ lục',
    title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU GIỮA NHIỆM KỲ',
    note: `(Kèm theo Báo cáo sơ kết giữa nhiệm kỳ của ${owner}, ${term})`,
    landscape: true,
    blocks: [
      ...illustrativeNote(illustrative),
      {
        kind: 'table',
        size: 11,
        columns: [
          { width: 12, align: 'center' },
          { width: 88 },
          { width: 28, align: 'center' },
          { width: 34, align: 'center' },
          { width: 34, align: 'center' },
          { width: 22, align: 'center' },
          { width: 32, align: 'center' },
        ],
        head: [['Số', 'Chỉ tiêu', 'Cách tính', 'Kế hoạch nhiệm kỳ', 'Kết quả', 'Tỷ lệ', 'Mức hoàn thành']],
        rows: items.map((item, index): TableRow => [
          item.number ?? String(index + 1),
          item.name ? printed(item.name) : 'nguồn không nêu nội dung',
          item.manner ? MANNER_LABELS[item.manner] : '',
          item.plan ?? '',
          item.result ?? '',
          printedPercent(item),
          item.label ?? '',
        ]),
      },
      { kind: 'note', text: 'Ô trống: chưa có số liệu.' },
    ],
  }
}
