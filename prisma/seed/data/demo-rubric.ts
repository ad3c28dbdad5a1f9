import type { CriterionKind } from '@/lib/scoring/types'

export type RubricRow = {
  key: string
  group?: string
  text: string
  kind: CriterionKind
  max: string
  indicatorCode?: string
  perPiece?: string
  guidance?: string
}

/** An illustrative rubric of 100 points; no cluster's own one has been published. */
export const DEMO_RUBRIC = {
  name: 'Bảng tiêu chí chấm điểm thi đua năm 2026 (minh họa)',
  total: '100',
  bonusCap: '5',
  penaltyCap: '5',
  bands: [
    { label: 'Xuất sắc', from: '90' },
    { label: 'Tốt', from: '80' },
    { label: 'Khá', from: '65' },
    { label: 'Đạt', from: '50' },
  ],
}

const computed = (key: string, text: string, max: string, indicatorCode: string): RubricRow => ({
  key,
  group: 'chi-tieu',
  text,
  kind: 'COMPLETION',
  max,
  indicatorCode,
})

export const DEMO_CRITERIA: RubricRow[] = [
  { key: 'chi-tieu', text: 'I. Kết quả thực hiện chỉ tiêu đăng ký', kind: 'GROUP', max: '50' },
  computed('ho-5-khong', 'Giúp hộ đạt “5 không, 3 sạch”', '10', 'ho-5-khong-3-sach'),
  computed('thoat-ngheo', 'Giúp hộ thoát nghèo, cận nghèo', '10', 'ho-thoat-ngheo'),
  computed('htx', 'Hợp tác xã do phụ nữ quản lý thành lập mới', '6', 'htx-moi'),
  computed('hoi-vien', 'Phát triển hội viên mới', '10', 'hoi-vien-moi'),
  computed('do-dau', 'Nhận đỡ đầu trẻ mồ côi', '8', 'tre-mo-coi-do-dau'),
  computed('mai-am', 'Xây dựng, sửa chữa “Mái ấm tình thương”', '6', 'mai-am-tinh-thuong'),
  { key: 'chi-dao', text: 'II. Chỉ đạo, tổ chức phong trào', kind: 'GROUP', max: '30' },
  {
    key: 'ke-hoach',
    group: 'chi-dao',
    text: 'Ban hành kế hoạch thi đua trong quý I',
    kind: 'YES_NO',
    max: '5',
  },
  { key: 'dung-han', group: 'chi-dao', text: 'Gửi đủ báo cáo đúng hạn', kind: 'YES_NO', max: '5' },
  {
    key: 'mo-hinh',
    group: 'chi-dao',
    text: 'Mô hình, cách làm hay được chia sẻ trong cụm',
    kind: 'COUNT_POINTS',
    max: '8',
    perPiece: '2',
  },
  {
    key: 'giam-sat',
    group: 'chi-dao',
    text: 'Chất lượng giám sát, phản biện xã hội',
    kind: 'MANUAL',
    max: '12',
    guidance: 'Xét số cuộc giám sát, kiến nghị được tiếp thu.',
  },
  { key: 'hoat-dong', text: 'III. Hoạt động chung của cụm', kind: 'GROUP', max: '20' },
  {
    key: 'tham-gia',
    group: 'hoat-dong',
    text: 'Tham gia, đóng góp cho hoạt động chung',
    kind: 'MANUAL',
    max: '12',
  },
  {
    key: 'hop-cum',
    group: 'hoat-dong',
    text: 'Dự đủ các cuộc họp, hội nghị của cụm',
    kind: 'COUNT_POINTS',
    max: '8',
    perPiece: '2',
  },
  {
    key: 'thuong',
    text: 'Sáng kiến được nhân rộng ngoài cụm',
    kind: 'BONUS',
    max: '5',
  },
  { key: 'tru', text: 'Báo cáo sai số liệu, thiếu minh chứng', kind: 'PENALTY', max: '5' },
]

type Typed = { points?: string; pieces?: number }

/** What each unit entered by hand, in the order of the criteria that are not computed. */
const entered = (
  plan: string,
  onTime: string,
  models: number,
  supervision: string,
  joint: string,
  meetings: number,
  bonus = '0',
): Record<string, Typed> => ({
  'ke-hoach': { points: plan },
  'dung-han': { points: onTime },
  'mo-hinh': { pieces: models },
  'giam-sat': { points: supervision },
  'tham-gia': { points: joint },
  'hop-cum': { pieces: meetings },
  thuong: { points: bonus },
})

export const DEMO_SELF_SCORES: Record<string, Record<string, Typed>> = {
  'dak-lak': entered('5', '5', 3, '10.5', '11', 4, '2'),
  'gia-lai': entered('5', '5', 5, '11.25', '11.5', 4, '3.5'),
  'khanh-hoa': entered('5', '5', 4, '10.75', '12', 4),
  'quang-ngai': entered('5', '0', 2, '9.5', '10', 3),
  'da-nang': entered('5', '5', 4, '11', '10.5', 4),
  'dien-bien': entered('5', '5', 3, '10', '11', 4),
  'lang-son': entered('5', '5', 4, '11.5', '11', 4, '1.25'),
  'tuyen-quang': entered('5', '5', 3, '10.25', '12', 4),
}

/** Entered but not sent by the leader yet. */
export const DEMO_NOT_SENT = ['da-nang', 'tuyen-quang']

/** A cross-check that is done, with the one score on which the checkers differ. */
export const DEMO_CROSS_CHECK = {
  checked: 'gia-lai',
  criterion: 'giam-sat',
  points: '10.75',
  reason: 'Hai cuộc giám sát chưa có văn bản tiếp thu kiến nghị kèm theo.',
  minutes:
    'Biên bản minh họa.\nTổ chấm chéo đã xem minh chứng của từng tiêu chí. Hai bên thống nhất điểm chấm chéo như trong phiếu; đơn vị bổ sung văn bản tiếp thu kiến nghị của hai cuộc giám sát.',
  explanation:
    'Đơn vị đã đề nghị cơ quan được giám sát gửi văn bản tiếp thu, sẽ bổ sung trước khi thẩm định.',
}
