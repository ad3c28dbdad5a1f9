import type { TermManner, TargetKind } from '@/lib/terms/types'

type SeedTarget = {
  number: string
  /** Left out where no source states what the target says. */
  name?: string
  manner?: TermManner
  kind?: TargetKind
  unit?: string
  plan?: string
  base?: string
  source?: string
  note?: string
}

export type SeedTerm = {
  /** Slug of the unit; none for the central union. */
  unit?: string
  slug: string
  startYear?: number
  endYear?: number
  congressNumber?: number
  congressDateNote?: string
  resolution?: string
  note?: string
  inferred?: true
  source: string
  fact?: string
  facts?: string[]
  targets: SeedTarget[]
}

const CUT = 'Bài đọc được bị cắt; nội dung chỉ tiêu này chưa tìm thấy.'
const VWU = 'vwu-action-plans-2022'
const XII = 'antv-htx-2017-2022'

/** National terms: what the sources that could be read say of their targets, and how many there are. */
export const NATIONAL_TERMS: SeedTerm[] = [
  {
    slug: '2017-2022',
    startYear: 2017,
    endYear: 2022,
    congressNumber: 12,
    resolution: 'Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII',
    note: 'Nghị quyết có 7 nhóm chỉ tiêu; danh sách đầy đủ chưa tìm thấy.',
    source: XII,
    targets: [
      {
        number: '1',
        name: 'Thành lập hợp tác xã do phụ nữ quản lý',
        manner: 'CUMULATIVE',
        kind: 'COUNT',
        unit: 'hợp tác xã',
        plan: '300',
        source: XII,
        note: 'Thứ tự của chỉ tiêu trong nghị quyết: nguồn không nêu.',
      },
      ...['2', '3', '4', '5', '6', '7'].map((number) => ({ number, source: XII, note: CUT })),
    ],
  },
  {
    slug: '2022-2027',
    startYear: 2022,
    endYear: 2027,
    congressNumber: 13,
    congressDateNote: 'ngày 9 đến 11/3/2022',
    resolution: 'Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII',
    note: '8 chỉ tiêu, 2 khâu đột phá, 3 nhiệm vụ trọng tâm. Đại hội XIV (nhiệm kỳ 2026 - 2031) dự kiến trong năm 2026; chỉ tiêu của Đại hội ấy chưa rõ.',
    source: VWU,
    targets: [
      {
        number: '1',
        name: 'Mỗi cơ sở Hội duy trì ít nhất một loại hình hoạt động nâng cao kiến thức, đạo đức, sức khỏe cho phụ nữ',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'loại hình mỗi cơ sở',
        plan: '1',
        source: VWU,
      },
      {
        number: '2a',
        name: 'Giúp hộ có phụ nữ thoát nghèo, thoát cận nghèo',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'hộ',
        plan: '33.500',
        source: 'khoahocphattrien-2022',
      },
      {
        number: '2b',
        name: 'Nâng cao năng lực cho phụ nữ là chủ doanh nghiệp, quản lý hợp tác xã, chủ hộ kinh doanh',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'phụ nữ',
        plan: '17.000',
        source: 'khoahocphattrien-2022',
      },
      {
        number: '2c',
        name: 'Hợp tác xã mới có phụ nữ tham gia quản lý',
        manner: 'CUMULATIVE',
        kind: 'COUNT',
        unit: 'hợp tác xã',
        plan: '350',
        source: 'khoahocphattrien-2022',
      },
      {
        number: '3',
        name: 'Phụ nữ, trẻ em gái là nạn nhân bạo lực gia đình, mua bán trở về (được phát hiện) được tiếp cận ít nhất một dịch vụ xã hội',
        manner: 'LEVEL',
        kind: 'RATIO',
        unit: 'người',
        plan: '80%',
        source: VWU,
      },
      {
        number: '4a',
        name: 'Mỗi cơ sở Hội giúp thêm hộ đạt “5 không, 3 sạch” hoặc “5 có, 3 sạch”',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'hộ mỗi cơ sở',
        plan: '5',
        source: VWU,
      },
      {
        number: '4b',
        name: 'Toàn quốc giúp thêm hộ đạt “5 không, 3 sạch” hoặc “5 có, 3 sạch”',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'hộ',
        plan: '55.000',
        source: VWU,
      },
      {
        number: '4c',
        name: 'Mỗi cơ sở Hội đăng ký và thực hiện một công trình, phần việc',
        manner: 'YEARLY',
        kind: 'COUNT',
        unit: 'công trình mỗi cơ sở',
        plan: '1',
        source: VWU,
        note: 'Phần sau của chỉ tiêu bị cắt trong bài đọc được.',
      },
      ...['5', '6', '7', '8'].map((number) => ({ number, source: VWU, note: CUT })),
    ],
  },
]

const D = 'so-ket-giua-nhiem-ky-lao-cai'
const E = 'ket-qua-bac-giang-2020'

/** Terms of units as the documents tell of them. */
export const DOCUMENT_TERMS: SeedTerm[] = [
  {
    unit: 'lao-cai-cu',
    slug: '2021-2026',
    startYear: 2021,
    endYear: 2026,
    congressNumber: 18,
    resolution: 'Nghị quyết Đại hội đại biểu phụ nữ tỉnh Lào Cai lần thứ XVIII, nhiệm kỳ 2021 - 2026',
    source: D,
    fact: 'D1',
    facts: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'],
    targets: Array.from({ length: 21 }, (_, index) => ({ number: String(index + 1), source: D })),
  },
  {
    unit: 'lao-cai',
    slug: 'dai-hoi-lan-thu-1',
    congressNumber: 1,
    inferred: true,
    note: 'Tiêu đề bên lề của tài liệu D chào mừng Đại hội đại biểu Hội LHPN tỉnh Lào Cai lần thứ I: đơn vị mới sau 1/7/2025 đếm lại từ đầu. Các năm của nhiệm kỳ: nguồn không nêu.',
    source: D,
    fact: 'D7',
    targets: [],
  },
  {
    unit: 'bac-giang',
    slug: 'dai-hoi-lan-thu-15',
    congressNumber: 15,
    resolution: 'Nghị quyết Đại hội đại biểu phụ nữ tỉnh lần thứ XV',
    note: 'Các năm của nhiệm kỳ và nội dung chỉ tiêu: nguồn không nêu. Năm 2020, 07/07 chỉ tiêu đăng ký thực hiện chỉ tiêu nhiệm kỳ đã hoàn thành.',
    source: E,
    fact: 'E8',
    facts: ['E6', 'E7', 'E8'],
    targets: [],
  },
]

/** The mid-term review that document D reports: only counts are known. */
export const LAO_CAI_REVIEW = {
  unit: 'lao-cai-cu',
  term: '2021-2026',
  meeting: 'Hội nghị lần thứ 9 Ban Chấp hành khóa XVIII',
  dateNote: 'ngày 10/7, năm chưa rõ',
  source: D,
  fact: 'D1',
  counts: { EXCEEDED: 7, MET: 7, HALF: 6, NOT_MET: 1 },
  countsFact: 'D2',
  sections: [
    {
      section: 'RESULTS',
      fact: 'D3',
      text: 'Các cấp hội tập trung thực hiện hiệu quả cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”, “5 có, 3 sạch” gắn với xây dựng nông thôn mới, đô thị văn minh với 348 công trình, phần việc, nhiều mô hình mới, cách làm hay, sáng tạo.\nSau hơn 2 năm triển khai thực hiện hai khâu đột phá của Trung ương Hội về “Tập trung xây dựng cơ sở Hội vững mạnh” và “Đổi mới phương thức hoạt động Hội, trọng tâm là ứng dụng công nghệ thông tin”, các cấp hội tích cực triển khai và đạt nhiều kết quả quan trọng, đáp ứng yêu cầu, nhiệm vụ trong tình hình mới.',
    },
    {
      section: 'PRACTICES',
      fact: 'D7',
      text: 'Chương trình “Mẹ đỡ đầu”; “Đồng hành cùng phụ nữ biên cương”, xây dựng mái ấm tình thương. Việc thực hiện Dự án 8 bước đầu đem lại những kết quả tích cực.',
    },
    {
      section: 'LIMITATIONS',
      fact: 'D6',
      text: 'Công tác tham mưu, đề xuất với cấp ủy đảng, chính quyền của một số cơ sở hội có lúc thiếu chủ động.\nViệc tạo nguồn phát triển đảng viên nữ cũng như tạo nguồn phát triển đội ngũ chi hội trưởng kế cận gặp nhiều khó khăn.\nCông tác ứng dụng công nghệ thông tin, thực hiện chuyển đổi số gặp khó do thiếu trang thiết bị, hạ tầng thiếu đồng bộ…',
    },
    {
      section: 'TASKS',
      fact: 'D4',
      text: 'Triển khai thực hiện hiệu quả, thực chất Cuộc vận động “Xây dựng gia đình 5 không, ba sạch”; 2 khâu đột phá; 8 chỉ tiêu chủ yếu; 3 nhiệm vụ trọng tâm mà Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII đã đề ra.',
    },
  ],
} as const

/** A term that shows a path and a forecast; every figure of it is illustrative. */
export const DEMO_TERM = {
  unit: 'lai-chau',
  slug: '2021-2026',
  startYear: 2021,
  endYear: 2026,
  congressNumber: 14,
  note: 'Nhiệm kỳ, chỉ tiêu và số liệu đều minh họa.',
  targets: [
    {
      number: '1',
      name: 'Giúp hộ hội viên thoát nghèo, thoát cận nghèo',
      manner: 'YEARLY',
      kind: 'COUNT',
      unit: 'hộ',
      plan: '450',
      codes: ['ho-thoat-ngheo'],
      national: ['2a'],
      results: { 2021: '470', 2022: '512', 2023: '438', 2024: '495' },
    },
    {
      number: '2',
      name: 'Giúp thêm hộ đạt “5 không, 3 sạch”',
      manner: 'CUMULATIVE',
      kind: 'COUNT',
      unit: 'hộ',
      plan: '6.000',
      codes: ['ho-5-khong-3-sach'],
      national: ['4a', '4b'],
      results: { 2021: '980', 2022: '1.105', 2023: '1.240', 2024: '1.190' },
    },
    {
      number: '3',
      name: 'Hợp tác xã do phụ nữ quản lý thành lập mới',
      manner: 'CUMULATIVE',
      kind: 'COUNT',
      unit: 'hợp tác xã',
      plan: '25',
      codes: ['htx-moi'],
      national: ['2c'],
      results: { 2021: '3', 2022: '4', 2023: '3', 2024: '4' },
    },
    {
      number: '4',
      name: 'Chủ tịch Hội LHPN cấp xã đạt chuẩn chức danh',
      manner: 'LEVEL',
      kind: 'PERCENTAGE',
      unit: '%',
      plan: '100%',
      base: '82%',
      codes: ['chu-tich-dat-chuan'],
      national: [],
      results: { 2021: '86%', 2022: '90%', 2023: '93%', 2024: '96%' },
    },
    {
      number: '5',
      name: 'Nguồn lực vận động hỗ trợ phụ nữ, trẻ em vùng biên giới',
      manner: 'CUMULATIVE',
      kind: 'MONEY',
      unit: 'đồng',
      plan: '20 tỷ',
      codes: [],
      national: [],
      results: { 2021: '2,4 tỷ', 2022: '2,9 tỷ', 2023: '3,1 tỷ', 2024: '3,3 tỷ', 2025: '3,6 tỷ' },
    },
  ],
} as const
