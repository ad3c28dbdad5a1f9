import { listClusterPapers } from '@/lib/activities/papers/queries'
import { getBallotDesk } from '@/lib/ballots/control/queries'
import { rulesInWords } from '@/lib/ballots/labels'
import { DEFAULT_RULES } from '@/lib/ballots/rules'
import type { BallotRules } from '@/lib/ballots/types'
import { listQuotas } from '@/lib/awards/settings/queries'
import { DEFAULT_QUORUM } from '@/lib/meetings/rules'
import { listClusterMeetings } from '@/lib/meetings/queries'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { readToday } from '@/lib/periods/queries'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper } from '@/lib/platform/files/paper'
import { printNumber } from '@/lib/platform/numbers/print'
import { getRubric } from '@/lib/scoring/rubric/queries'
import { lawsOn } from './awarding/rules'
import {
  added,
  addedOr,
  articles,
  illustrativeNote,
  list,
  para,
  paras,
  running,
  markOf,
} from './blocks/rules'
import { gatherCluster } from './gathering/queries'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, clusterName, two, unionsOf } from './wording/rules'

type RegulationFacts = {
  cluster: string
  year: number
  members: string
  memberCount: number
  periods: string[]
  quorum: { share: number; of: number }
  ballot: string[]
  rubric: { name: string; total: string; bonusCap: string; penaltyCap: string; bands: string[] } | null
  quotas: string[]
  /** căn cứ as the law stands. */
  laws: string[]
  illustrative: boolean
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'bases', label: 'Căn cứ bổ sung', hint: 'Mỗi dòng một căn cứ, không ghi dấu cuối dòng.', lines: 3 },
  {
    key: 'principles',
    label: 'Nguyên tắc hoạt động',
    hint: 'Để trống thì lấy nội dung thường dùng.',
    lines: 5,
  },
  { key: 'funds', label: 'Kinh phí hoạt động', lines: 3 },
  { key: 'more', label: 'Quy định khác', lines: 5 },
]

/** Quy chế tổ chức và hoạt động của cụm: what the app holds of its rules, as articles ready to be discussed. */
export const makeRegulation: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  if (!clusterYear) return fail('not_found')
  const { id } = clusterYear
  const [meetings, view, quotas, papers, today] = await Promise.all([
    listClusterMeetings(actor, id),
    getRubric(actor, id),
    listQuotas(actor, id),
    listClusterPapers(actor, id),
    readToday(),
  ])
  const desk = meetings.length > 0 ? await getBallotDesk(actor, meetings.at(-1)!.id) : null
  const rules: BallotRules = desk?.prepare?.regulation.rules ?? DEFAULT_RULES
  const kept = papers.find(({ kind }) => kind === 'REGULATION')?.text ?? ''
  const facts: RegulationFacts = {
    cluster: clusterName(clusterYear.title),
    year: clusterYear.year,
    members: unionsOf(clusterYear.members),
    memberCount: clusterYear.members.length,
    periods: clusterYear.periods.map(({ kind }) => PERIOD_LABELS[kind].toLocaleLowerCase('vi')),
    quorum: DEFAULT_QUORUM,
    // How many may be chosen is of each ballot, not of the regulation.
    ballot: rulesInWords(rules, 0, 0).filter((line) => !line.startsWith('Mỗi phiếu chọn')),
    rubric: view?.rubric
      ? {
          name: view.rubric.name,
          total: printNumber(view.rubric.total),
          bonusCap: printNumber(view.rubric.bonusCap),
          penaltyCap: printNumber(view.rubric.penaltyCap),
          bands: view.rubric.bands.map(({ label, from }) => `${label}: từ ${printNumber(from)} điểm`),
        }
      : null,
    quotas: quotas.flatMap(({ type, quota }) => (quota === null ? [] : [`${type.name}: ${two(quota)}`])),
    laws: lawsOn(clusterYear.year < Number(today.slice(0, 4)) ? `${clusterYear.year}-12-31` : today),
    illustrative: clusterYear.illustrative,
  }
  const slots = SLOTS.map((slot) => (slot.key === 'more' && kept ? { ...slot, suggestion: kept } : slot))
  return ok({ facts, slots, layOut: (frame, texts) => layOutRegulation(facts, frame, texts) })
}

function layOutRegulation(facts: RegulationFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, illustrative, laws } = facts
  const bases = (texts.bases ?? '').split('\n').map(clause).filter(Boolean)
  const general = generalPart(facts, texts)
  const work = workPart(facts, texts)
  const part = (number: string, title: string): Block => ({ kind: 'part', number: `Chương ${number}`, title })
  return {
    title: `Quy chế tổ chức và hoạt động của ${cluster}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'QUY CHẾ', summary: `Tổ chức và hoạt động của ${cluster}` }),
    blocks: [
      ...illustrativeNote(illustrative),
      { kind: 'basis', items: [...laws, ...bases] },
      part('I', 'QUY ĐỊNH CHUNG'),
      ...articles(general),
      part('II', 'TỔ CHỨC VÀ HOẠT ĐỘNG'),
      ...articles(work, general.length + 1),
      part('III', 'ĐIỀU KHOẢN THI HÀNH'),
      ...articles(
        [
          {
            title: 'Hiệu lực thi hành',
            blocks: paras([
              'Quy chế có hiệu lực kể từ ngày ký, sau khi được các đơn vị thành viên thống nhất.',
              'Trong quá trình thực hiện, nội dung cần sửa đổi, bổ sung do hội nghị Cụm xem xét, quyết định.',
            ]),
          },
        ],
        general.length + work.length + 1,
      ),
    ],
    signatures: [frame.signatory],
    recipients: ['Trung ương Hội LHPN Việt Nam (để báo cáo)', 'Các đơn vị thành viên Cụm', 'Lưu: VT'],
    annexes: [],
  }
}

function generalPart({ cluster, members, memberCount }: RegulationFacts, texts: AddedTexts) {
  return [
    {
      title: 'Phạm vi điều chỉnh, đối tượng áp dụng',
      blocks: [
        para(
          `Quy chế này quy định tổ chức và hoạt động của ${cluster}, áp dụng đối với ${two(memberCount)} đơn vị thành viên, gồm ${members}.`,
        ),
      ],
    },
    {
      title: 'Nguyên tắc hoạt động',
      blocks: addedOr(
        texts,
        'principles',
        list(
          [
            'Tự nguyện, tự giác, công khai, minh bạch; đoàn kết, hợp tác và cùng phát triển.',
            'Các đơn vị thành viên bình đẳng về quyền và trách nhiệm; quyết định trên cơ sở thảo luận dân chủ, thống nhất hoặc biểu quyết.',
            'Khen thưởng chính xác, công khai, minh bạch, công bằng, kịp thời.',
          ],
          'number',
        ),
      ),
    },
  ]
}

function workPart({ periods, quorum, ballot, rubric, quotas }: RegulationFacts, texts: AddedTexts) {
  const parts: { title: string; blocks: readonly Block[] }[] = [
    {
      title: 'Cụm trưởng, Cụm phó',
      blocks: list(
        [
          'Cụm trưởng, Cụm phó là đơn vị thành viên, luân phiên hằng năm, được chọn tại hội nghị tổng kết; Cụm phó không đương nhiên là Cụm trưởng năm sau.',
          'Cụm trưởng chủ trì xây dựng kế hoạch, giao ước thi đua; theo dõi, đôn đốc, rà soát báo cáo; tổ chức hội nghị; tổng hợp, báo cáo Trung ương Hội; sử dụng con dấu của đơn vị mình cho văn bản của Cụm.',
          'Cụm phó phối hợp điều hành, rà soát báo cáo của đơn vị Cụm trưởng và thay Cụm trưởng khi được ủy quyền.',
        ],
        'number',
      ),
    },
    {
      title: 'Trách nhiệm, quyền của đơn vị thành viên',
      blocks: list(
        [
          'Đăng ký chỉ tiêu, ký kết và thực hiện giao ước thi đua; gửi báo cáo đúng hạn, chịu trách nhiệm về tính chính xác của số liệu.',
          'Tham gia chấm chéo, hoạt động chung và hội nghị của Cụm.',
          'Được thảo luận, bình xét, bỏ phiếu và được giới thiệu suy tôn.',
        ],
        'number',
      ),
    },
    {
      title: 'Chế độ báo cáo',
      blocks: [
        para('Các đơn vị gửi báo cáo theo các kỳ, thời hạn do Trung ương Hội ấn định:', {
          keepWithNext: true,
        }),
        ...running(periods),
      ],
    },
    {
      title: 'Hội nghị Cụm',
      blocks: [
        para(
          `Hội nghị triển khai, sơ kết, tổng kết được tiến hành khi có mặt ít nhất ${quorum.share}/${quorum.of} số đơn vị thành viên; nội dung chưa thống nhất được báo cáo Trung ương Hội.`,
        ),
      ],
    },
  ]
  if (rubric)
    parts.push({
      title: 'Chấm điểm thi đua',
      blocks: [
        para(
          `Thực hiện theo ${rubric.name}: tổng điểm ${rubric.total}, điểm thưởng không quá ${rubric.bonusCap}, điểm trừ không quá ${rubric.penaltyCap}; lần lượt tự chấm, chấm chéo, thẩm định, chốt điểm; điểm khác bước trước phải nêu lý do.`,
        ),
        ...(rubric.bands.length > 0
          ? [para('Xếp loại:', { keepWithNext: true }), ...running(rubric.bands)]
          : []),
      ],
    })
  parts.push({
    title: 'Bình xét, suy tôn',
    blocks: [
      ...list(ballot, 'number'),
      ...(quotas.length > 0
        ? [
            para('Số lượng đề nghị theo phân bổ của Trung ương Hội hằng năm; năm nay:', {
              keepWithNext: true,
            }),
            ...running(quotas),
          ]
        : []),
    ],
  })
  const funds = added(texts, 'funds')
  if (funds.length > 0) parts.push({ title: 'Kinh phí hoạt động', blocks: funds })
  const more = added(texts, 'more')
  if (more.length > 0) parts.push({ title: 'Quy định khác', blocks: more })
  return parts
}
