import type { RecipientKind } from '@/lib/awards/types'

const ND_98 = 'Nghị định 98/2023/NĐ-CP'
const ND_152 = 'Nghị định 152/2025/NĐ-CP'

type Multiples = Partial<Record<'COLLECTIVE' | 'PERSON', string>>

export type AwardTypeRow = {
  code: string
  name: string
  issuer: string
  recipientKinds: RecipientKind[]
  isFlag?: true
  /** Multiples of the base salary; none where no text at hand gives them. */
  prize?: Multiples
}

const PRESIDIUM = 'Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam'
const BODIES = 'Bộ, ban, ngành, tỉnh'
const PROVINCIAL_UNION = 'Hội LHPN tỉnh, thành phố'
const NOT_STATED = 'nguồn không nêu'
const GROUPS: RecipientKind[] = ['UNIT', 'COLLECTIVE']
const ALL: RecipientKind[] = ['UNIT', 'COLLECTIVE', 'PERSON']

/** Forms of award, highest first. The last three hold what sources leave open and are not offered for new nominations. */
export const AWARD_TYPES: AwardTypeRow[] = [
  {
    code: 'CO_CP',
    name: 'Cờ thi đua của Chính phủ',
    issuer: 'Thủ tướng Chính phủ',
    recipientKinds: GROUPS,
    isFlag: true,
    prize: { COLLECTIVE: '12' },
  },
  {
    code: 'BK_TTG',
    name: 'Bằng khen của Thủ tướng Chính phủ',
    issuer: 'Thủ tướng Chính phủ',
    recipientKinds: ALL,
    prize: { COLLECTIVE: '7' },
  },
  {
    code: 'CO_DAN_DAU',
    name: 'Cờ thi đua “Đơn vị dẫn đầu”',
    issuer: PRESIDIUM,
    recipientKinds: ['UNIT'],
    isFlag: true,
    prize: { COLLECTIVE: '8' },
  },
  {
    code: 'CO_XUAT_SAC',
    name: 'Cờ thi đua “Đơn vị xuất sắc”',
    issuer: PRESIDIUM,
    recipientKinds: ['UNIT'],
    isFlag: true,
    prize: { COLLECTIVE: '8' },
  },
  {
    code: 'BK_TW',
    name: 'Bằng khen của Trung ương Hội',
    issuer: PRESIDIUM,
    recipientKinds: ALL,
    prize: { COLLECTIVE: '3' },
  },
  {
    code: 'CO_TINH',
    name: 'Cờ thi đua của bộ, ban, ngành, tỉnh',
    issuer: BODIES,
    recipientKinds: GROUPS,
    isFlag: true,
    prize: { COLLECTIVE: '8' },
  },
  {
    code: 'BK_TINH',
    name: 'Bằng khen của bộ, ban, ngành, tỉnh',
    issuer: BODIES,
    recipientKinds: ALL,
    prize: { COLLECTIVE: '3' },
  },
  {
    code: 'TTLDXS',
    name: 'Tập thể lao động xuất sắc',
    issuer: BODIES,
    recipientKinds: GROUPS,
    prize: { COLLECTIVE: '1.5' },
  },
  {
    code: 'TTLDTT',
    name: 'Tập thể lao động tiên tiến',
    issuer: BODIES,
    recipientKinds: GROUPS,
    prize: { COLLECTIVE: '0.8' },
  },
  {
    code: 'CSTD_TOAN_QUOC',
    name: 'Chiến sĩ thi đua toàn quốc',
    issuer: 'Thủ tướng Chính phủ',
    recipientKinds: ['PERSON'],
    prize: { PERSON: '4.5' },
  },
  {
    code: 'CSTD_BO',
    name: 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh',
    issuer: BODIES,
    recipientKinds: ['PERSON'],
    prize: { PERSON: '3' },
  },
  {
    code: 'CSTD_CO_SO',
    name: 'Chiến sĩ thi đua cơ sở',
    issuer: 'Cơ quan, đơn vị',
    recipientKinds: ['PERSON'],
    prize: { PERSON: '1' },
  },
  {
    code: 'LDTT',
    name: 'Lao động tiên tiến',
    issuer: 'Cơ quan, đơn vị',
    recipientKinds: ['PERSON'],
    prize: { PERSON: '0.3' },
  },
  {
    code: 'BK_HOI_TINH',
    name: 'Bằng khen của Hội LHPN tỉnh',
    issuer: PROVINCIAL_UNION,
    recipientKinds: ALL,
  },
  {
    code: 'GK_HOI_TINH',
    name: 'Giấy khen của Hội LHPN tỉnh',
    issuer: PROVINCIAL_UNION,
    recipientKinds: ALL,
    prize: { COLLECTIVE: '0.6' },
  },
  {
    code: 'GIAY_KHEN',
    name: 'Giấy khen',
    issuer: 'Cơ quan, đơn vị',
    recipientKinds: ALL,
    prize: { COLLECTIVE: '0.6' },
  },
  {
    code: 'KHOI_KHAC',
    name: 'Khen thưởng của khối, cụm thi đua khác',
    issuer: 'Khối, cụm thi đua khác',
    recipientKinds: ALL,
  },
  {
    code: 'CO_TW_KHONG_RO',
    name: 'Cờ thi đua của Trung ương Hội (nguồn không nêu danh hiệu)',
    issuer: 'Trung ương Hội LHPN Việt Nam',
    recipientKinds: ['UNIT'],
    isFlag: true,
  },
  {
    code: 'CO_KHONG_RO',
    name: 'Cờ thi đua (nguồn không nêu danh hiệu)',
    issuer: NOT_STATED,
    recipientKinds: GROUPS,
    isFlag: true,
  },
  {
    code: 'BK_KHONG_RO',
    name: 'Bằng khen (nguồn không nêu cấp tặng)',
    issuer: NOT_STATED,
    recipientKinds: ALL,
  },
]

/** The two decrees give the same multiples. */
export const PRIZE_SPANS = [
  { legalBasis: ND_98, validFrom: '2024-01-01', validTo: '2025-06-30' },
  { legalBasis: ND_152, validFrom: '2025-07-01', validTo: undefined },
]

export const BASE_SALARIES = [
  { validFrom: '2024-07-01', amount: 2_340_000, legalBasis: 'Nghị định 73/2024/NĐ-CP' },
]
