import { periodOfYear } from '@/lib/periods/labels'
import { fail, ok } from '@/lib/platform/errors'
import type { Paper } from '@/lib/platform/files/paper'
import { added, addedOr, illustrativeNote, markOf, para, sections, sourceNote } from './blocks/rules'
import { gatherClusterReport } from './cluster-report/queries'
import { ahead, assessment, conference, results, situation, written } from './cluster-report/rules'
import type { ClusterReportFacts } from './cluster-report/types'
import { figuresAnnex, indicatorTable } from './figures/rules'
import { gatherCluster } from './gathering/queries'
import { OPENING_SLOT } from './labels'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'

const SLOTS: readonly PaperSlot[] = [
  OPENING_SLOT,
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

function layOutClusterReport(facts: ClusterReportFacts, frame: PaperFrame, texts: AddedTexts): Paper {
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
