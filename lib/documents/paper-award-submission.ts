import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Paper } from '@/lib/platform/files/paper'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { gatherAwarding } from './awarding/queries'
import { lawsOn, proposedTable } from './awarding/rules'
import type { AwardingFacts } from './awarding/types'
import { added, illustrativeNote, para, running, sourceNote, markOf } from './blocks/rules'
import { gatherCluster, gatherMeeting } from './gathering/queries'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { countInWords, two } from './wording/rules'

type SubmissionFacts = AwardingFacts & { meeting: { title: string; day: string | null } | null }

const SLOTS: readonly PaperSlot[] = [
  { key: 'bases', label: 'Căn cứ bổ sung', hint: 'Mỗi dòng một căn cứ, không ghi dấu cuối dòng.', lines: 3 },
  { key: 'reasons', label: 'Nhận xét chung về thành tích', lines: 5 },
]

/** Tờ trình đề nghị khen thưởng, with the annexed list (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 1). */
export const makeAwardSubmission: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  if (!clusterYear) return fail('not_found')
  const meeting = await gatherMeeting(actor, clusterYear.id, 'ANNUAL_REVIEW')
  const facts: SubmissionFacts = {
    ...(await gatherAwarding(actor, clusterYear, meeting?.heldOn ?? null)),
    meeting: meeting && { title: meeting.title, day: meeting.heldOn },
  }
  if (facts.proposed.length === 0) return fail('invalid', 'Cụm chưa có đề nghị khen thưởng nào để trình.')
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutAwardSubmission(facts, frame, texts) })
}

function layOutAwardSubmission(facts: SubmissionFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, proposed, meeting, illustrative, sources, lawOn } = facts
  const summary = `Đề nghị khen thưởng thành tích công tác Hội và phong trào phụ nữ năm ${year}`
  const own = (texts.bases ?? '').split('\n').map((line) => line.trim().replace(/[;.]+$/, ''))
  return {
    title: `Tờ trình ${uncapitalise(summary)}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'TỜ TRÌNH',
      summary,
      to: ['Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam'],
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      {
        kind: 'basis',
        items: [
          ...lawsOn(lawOn),
          ...own.filter(Boolean),
          ...(meeting
            ? [
                `Căn cứ kết quả bình xét, suy tôn tại ${meeting.title}${meeting.day ? `, ${dayInWords(meeting.day)}` : ''}`,
              ]
            : []),
        ],
      },
      ...added(texts, 'reasons'),
      para(
        `${cluster} kính trình Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam xem xét, tặng hoặc trình cấp có thẩm quyền tặng các hình thức khen thưởng sau (có danh sách kèm theo):`,
      ),
      ...running(countsByType(facts)),
      para('Hồ sơ kèm theo gồm:', { keepWithNext: true }),
      ...running([
        'Báo cáo thành tích của đơn vị, cá nhân được đề nghị',
        `Biên bản bình xét thi đua năm ${year}${proposed.some(({ isFlag }) => isFlag) ? ', kèm kết quả bỏ phiếu' : ''}`,
        'Danh sách đề nghị khen thưởng',
      ]),
      para(`${cluster} kính đề nghị Đoàn Chủ tịch Trung ương Hội xem xét, quyết định.`),
      ...sourceNote(sources),
    ],
    signatures: [frame.signatory],
    recipients: [
      'Như trên',
      'Bộ phận thi đua, khen thưởng Trung ương Hội',
      'Các đơn vị thành viên Cụm',
      'Lưu: VT',
    ],
    annexes: [
      {
        label: 'Phụ lục',
        title: `DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM ${year}`,
        note: `(Kèm theo Tờ trình đề nghị khen thưởng năm ${year} của ${cluster})`,
        landscape: true,
        blocks: [...illustrativeNote(illustrative), proposedTable(proposed)],
      },
    ],
  }
}

/** "Cờ thi đua “Đơn vị xuất sắc”: 02 (hai) đơn vị", in the order of the forms of award. */
function countsByType({ proposed }: AwardingFacts): string[] {
  const types = [...new Set(proposed.map(({ type }) => type))]
  return types.map((type) => {
    const own = proposed.filter((line) => line.type === type)
    const unnamed = own.find(({ recipient }) => /^\d+ .*nguồn chưa nêu tên/u.test(recipient))
    if (unnamed) return `${type}: ${unnamed.recipient}`
    const nouns = own.every(({ recipientKind }) => recipientKind === 'UNIT') ? 'đơn vị' : 'tập thể, cá nhân'
    return `${type}: ${two(own.length)} (${countInWords(own.length)}) ${nouns}`
  })
}
