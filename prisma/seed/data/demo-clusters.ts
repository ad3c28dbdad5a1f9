import type { ReportState } from '@/lib/reports/types'
import { CENTRAL, NORTH } from './clusters'

export const DEMO_SET = {
  slug: 'minh-hoa-tu-1-7-2025',
  name: 'Các cụm từ 1/7/2025 (minh họa)',
  validFrom: '2025-07-01',
  note: 'Danh sách cụm sau khi sắp xếp đơn vị hành chính chưa thấy công bố; cách chia này chỉ để minh họa.',
}

export type DemoCluster = {
  slug: string
  /** Suffix of the central accounts that follow it. */
  account: 'north' | 'central'
  title: string
  shortTitle: string
  members: string[]
  head: string
  deputy: string
  lastHead: string
  lastDeputy: string
  /** State of each member's estimate for the year, the period that is open. */
  states: Record<string, ReportState>
}

export const DEMO_CLUSTERS: DemoCluster[] = [
  {
    slug: NORTH,
    account: 'north',
    title: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
    shortTitle: 'Cụm miền núi biên giới phía Bắc',
    members: ['cao-bang', 'dien-bien', 'lai-chau', 'lang-son', 'lao-cai', 'son-la', 'tuyen-quang'],
    head: 'tuyen-quang',
    deputy: 'lai-chau',
    lastHead: 'lao-cai',
    lastDeputy: 'tuyen-quang',
    states: {
      'lai-chau': 'DRAFT',
      'lao-cai': 'DRAFT',
      'cao-bang': 'PRESENTED',
      'dien-bien': 'SENT',
      'tuyen-quang': 'SENT',
      'lang-son': 'CHECKED',
      'son-la': 'ADDITIONS_REQUESTED',
    },
  },
  {
    slug: CENTRAL,
    account: 'central',
    title: 'Cụm thi đua các tỉnh, thành phố Duyên hải miền Trung và Tây Nguyên',
    shortTitle: 'Cụm Duyên hải miền Trung và Tây Nguyên',
    members: ['da-nang', 'dak-lak', 'gia-lai', 'khanh-hoa', 'lam-dong', 'quang-ngai'],
    head: 'khanh-hoa',
    deputy: 'dak-lak',
    lastHead: 'gia-lai',
    lastDeputy: 'khanh-hoa',
    states: {
      'da-nang': 'CHECKED',
      'lam-dong': 'CHECKED',
      'dak-lak': 'CONFIRMED',
      'gia-lai': 'CONFIRMED',
      'khanh-hoa': 'CONFIRMED',
      'quang-ngai': 'CONFIRMED',
    },
  },
]

/** Figures the open draft of Lào Cai still lacks; Lai Châu's is empty. */
export const NOT_YET_ENTERED: Record<string, string[] | 'all'> = {
  'lai-chau': 'all',
  'lao-cai': ['von-uy-thac', 'y-kien-gop-y', 'mo-hinh-tieu-bieu'],
}

/** Cells left blank on purpose, with the reason given. */
export const BLANKS: Record<string, Record<string, { reason: 'NOT_ARISEN' | 'OTHER'; note?: string }>> = {
  'cao-bang': { 'nan-nhan-tiep-can-dich-vu': { reason: 'NOT_ARISEN' } },
  'dien-bien': {
    'tang-hoi-vien': {
      reason: 'OTHER',
      note: 'Đang rà soát danh sách hội viên sau khi sắp xếp đơn vị cấp xã.',
    },
  },
}

/** Sent after the deadline: unit → period → days. */
export const LATE: Record<string, Partial<Record<'REGISTRATION' | 'SIX_MONTHS' | 'NINE_MONTHS', number>>> = {
  'son-la': { SIX_MONTHS: 2, NINE_MONTHS: 4 },
  'lao-cai': { NINE_MONTHS: 1 },
  'quang-ngai': { SIX_MONTHS: 1, REGISTRATION: 3 },
}

/** What the estimate said before the head asked for additions: unit → indicator → as typed then. */
export const CORRECTED: Record<string, Record<string, string>> = {
  'lam-dong': { 'nguon-luc-huy-dong': 'trên 3,5 tỷ', 'tre-mo-coi-do-dau': '110' },
}

export const CORRECTION_REASON =
  'Đề nghị tính cả nguồn lực và số trẻ được đỡ đầu của các xã thuộc Đắk Nông, Bình Thuận trước đây.'

export const ADDITIONS_REASON =
  'Số cơ sở có tỷ lệ tập hợp dưới 60% đã xóa (10/29) thấp hơn đăng ký, đề nghị nêu nguyên nhân và bổ sung minh chứng của hai xã vùng cao.'

export const NARRATIVE: Record<string, string> = {
  HIGHLIGHTS:
    'Các cấp Hội đã bám sát chủ đề năm, hoàn thành sớm nhiều chỉ tiêu đăng ký; phong trào “Xây dựng người phụ nữ Việt Nam thời đại mới” được triển khai đồng đều ở cơ sở.',
  GOOD_PRACTICES:
    'Duy trì các mô hình sinh kế gắn với sản phẩm địa phương; tổ phụ nữ số hướng dẫn hội viên dùng dịch vụ công trực tuyến.',
  DIFFICULTIES:
    'Sau khi sắp xếp đơn vị cấp xã, một số cơ sở Hội có địa bàn rộng, cán bộ mới kiêm nhiệm nhiều việc; hạ tầng mạng ở vùng sâu chưa ổn định.',
  CAUSES: 'Nhân sự thay đổi giữa năm; kinh phí hoạt động ở cơ sở còn hạn hẹp.',
  PROPOSALS:
    'Đề nghị Trung ương Hội tập huấn cho Chủ tịch Hội cấp xã mới và hướng dẫn thống nhất cách tính tỷ lệ tập hợp.',
  DIRECTIONS:
    'Tập trung các cơ sở có tỷ lệ tập hợp thấp; nhân rộng mô hình “Mẹ đỡ đầu” và chuyển đổi số trong quản lý hội viên.',
}
