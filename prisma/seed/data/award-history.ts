import type { NominationState, RecipientKind } from '@/lib/awards/types'
import { CENTRAL, NORTH } from './clusters'

const A = 'tong-ket-mien-nui-bien-gioi-phia-bac-2020'
const C = 'tong-ket-duyen-hai-mien-trung-tay-nguyen-2023'
const D = 'so-ket-giua-nhiem-ky-lao-cai'
const E = 'ket-qua-bac-giang-2020'

export type HistoricNomination = {
  key: string
  type: string
  year: number
  clusterYear?: string
  unit?: string
  unnamed?: number
  proposer?: string
  state?: NominationState
  achievement?: string
  source: string
  fact: string
}

const north2020 = (unit: string, type: string, words: string): HistoricNomination => ({
  key: `A4/${unit}`,
  type,
  year: 2020,
  clusterYear: `${NORTH}/2020`,
  unit,
  achievement: `Nguồn viết: “${words}”. Cách bầu, suy tôn và quyết định: nguồn không nêu.`,
  source: A,
  fact: 'A4',
})
const FLAGS =
  'các tỉnh cũng tiến hành bầu, suy tôn các tỉnh tiêu biểu; trong đó các tỉnh nhận Cờ thi đua là Hà Giang và Lạng Sơn'
const MERITS = 'Các tỉnh được nhận Bằng khen gồm: Lào Cai và Lai Châu'

export const HISTORIC_NOMINATIONS: HistoricNomination[] = [
  north2020('ha-giang', 'CO_KHONG_RO', FLAGS),
  north2020('lang-son', 'CO_KHONG_RO', FLAGS),
  north2020('lao-cai-cu', 'BK_KHONG_RO', MERITS),
  north2020('lai-chau', 'BK_KHONG_RO', MERITS),
  {
    key: 'C11',
    type: 'CO_TW_KHONG_RO',
    year: 2023,
    clusterYear: `${CENTRAL}/2023`,
    unnamed: 4,
    achievement:
      'Nguồn viết: “Cụm thi đua 10 tỉnh đã bỏ phiếu bầu 4 đơn vị đề nghị TW Hội LHPN Việt Nam tặng Cờ thi đua”. Tên bốn đơn vị, bỏ phiếu kín hay không, và quyết định: nguồn không nêu.',
    source: C,
    fact: 'C11',
  },
  {
    key: 'E7',
    type: 'CO_CP',
    year: 2020,
    unit: 'bac-giang',
    proposer: 'Khối thi đua MTTQ và các tổ chức chính trị - xã hội',
    achievement:
      'Nguồn viết: “được Khối thi đua MTTQ và các tổ chức chính trị - xã hội suy tôn đề nghị Thủ tướng Chính phủ tặng Cờ thi đua đơn vị tiêu biểu xuất sắc”. Quyết định: nguồn không nêu.',
    source: E,
    fact: 'E7',
  },
]

export type HistoricAward = {
  key: string
  type: string
  year?: number
  recipientKind: RecipientKind
  unit: string
  note: string
  source: string
  fact: string
}

export const HISTORIC_AWARDS: HistoricAward[] = [
  {
    key: 'E7/award',
    type: 'CO_XUAT_SAC',
    year: 2020,
    recipientKind: 'UNIT',
    unit: 'bac-giang',
    note: 'Nguồn viết: “Phong trào phụ nữ tỉnh năm 2020 được TW Hội tặng Cờ thi đua đơn vị xuất sắc”.',
    source: E,
    fact: 'E7',
  },
  {
    key: 'D5/central',
    type: 'BK_TW',
    recipientKind: 'PERSON',
    unit: 'lao-cai-cu',
    note: 'Nguồn viết: “Trao Bằng khen của Trung ương Hội Liên hiệp Phụ nữ Việt Nam cho các cá nhân”. Tên, số người và năm: nguồn không nêu.',
    source: D,
    fact: 'D5',
  },
  {
    key: 'D5/provincial',
    type: 'BK_HOI_TINH',
    recipientKind: 'PERSON',
    unit: 'lao-cai-cu',
    note: 'Nguồn viết: “Trao Bằng khen của Hội Liên hiệp phụ nữ tỉnh cho các cá nhân”. Tên, số người và năm: nguồn không nêu.',
    source: D,
    fact: 'D5',
  },
]

export const HISTORIC_HANDOVERS = [
  {
    key: 'A3',
    from: `${NORTH}/2020`,
    to: `${NORTH}/2021`,
    heldOn: '2020-11-29',
    place: 'huyện Quản Bạ, tỉnh Hà Giang',
    giverUnit: 'ha-giang',
    giver:
      'Phó Chủ tịch Hội LHPN Việt Nam Đỗ Thị Thu Thảo và Chủ tịch Hội LHPN tỉnh Hà Giang Chu Thị Ngọc Diệp',
    receiverUnit: 'lai-chau',
    rotatingFlag: null,
    chosenBy: 'NOT_STATED' as const,
    note: 'Trao hoa và chuyển giao vai trò cụm trưởng. Lai Châu “được bầu”; hình thức bầu: nguồn không nêu.',
    source: A,
    fact: 'A3',
  },
  {
    key: 'C2',
    from: `${CENTRAL}/2023`,
    to: `${CENTRAL}/2024`,
    heldOn: '2023-11-21',
    place: 'tỉnh Gia Lai',
    giverUnit: 'gia-lai-cu',
    giver: 'Chủ tịch Hội LHPN tỉnh Gia Lai',
    receiverUnit: 'khanh-hoa-cu',
    receiver: 'Chủ tịch Hội LHPN tỉnh Khánh Hòa',
    deputyUnit: 'dak-lak-cu',
    witness: 'Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương',
    rotatingFlag: true,
    chosenBy: 'CONSENSUS' as const,
    note: 'Chú thích ảnh in “tỉnh Khánh”, hiểu là Khánh Hòa.',
    source: C,
    fact: 'C2',
  },
]

/** What the open year's clusters may propose, and how 2025 ended: all illustrative. */
export const DEMO_QUOTAS: Record<string, number> = { CO_DAN_DAU: 1, CO_XUAT_SAC: 2, BK_TW: 2 }

export const DEMO_DECISION = {
  number: '00/QĐ-MH',
  decidedOn: '2025-12-15',
  issuer: 'Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam',
}

/** Cluster, unit, proposed, given. */
export const DEMO_AWARDS_2025: [cluster: string, unit: string, proposed: string, given: string][] = [
  [NORTH, 'lai-chau', 'CO_DAN_DAU', 'CO_DAN_DAU'],
  [NORTH, 'lao-cai', 'CO_XUAT_SAC', 'CO_XUAT_SAC'],
  [NORTH, 'son-la', 'CO_XUAT_SAC', 'BK_TW'],
  [CENTRAL, 'gia-lai', 'CO_DAN_DAU', 'CO_DAN_DAU'],
  [CENTRAL, 'dak-lak', 'CO_XUAT_SAC', 'CO_XUAT_SAC'],
  [CENTRAL, 'quang-ngai', 'BK_TW', 'BK_TW'],
]

/** On which days the illustrative nominations of 2025 reached each state. */
export const DEMO_ROAD = {
  PROPOSED: '2025-11-25',
  PUBLIC_NOTICE: '2025-11-26',
  CENTRAL_REVIEW: '2025-12-03',
  DECIDED: '2025-12-15',
}
