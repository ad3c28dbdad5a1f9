import { CENTRAL, NORTH } from './clusters'

/** Letter of the document and the fact's id in it. */
type Cited = { document: string; fact: string }

export const HISTORIC_PLEDGES = [
  {
    clusterYear: `${NORTH}/2019`,
    document: 'B',
    content: {
      theme: 'An toàn cho phụ nữ và trẻ em',
      preamble:
        'Lãnh đạo Hội LHPN 7 tỉnh biên giới miền núi phía Bắc đã ký kết giao ước thi đua năm 2019, cam kết quyết tâm đoàn kết, sáng tạo, triển khai hiệu quả các nội dung công tác Hội, phong trào thi đua, phấn đấu hoàn thành đạt và vượt mức các chỉ tiêu, nhiệm vụ trọng tâm đã đề ra.',
      tasks: [],
      activities: [],
      closing: '',
    },
  },
]

export type ActivityRow = Partial<Cited> & {
  key: string
  clusterYear: string
  unit?: string
  title: string
  description?: string
  place?: string
  value?: string
  valueRaw?: string
  quantity?: number
  state: 'PLANNED' | 'UNDER_WAY' | 'HANDED_OVER'
  heldOn?: string
  handedOverOn?: string
  beneficiaries: { name: string; shownAs: string; address?: string; consent?: string; consentedOn?: string }[]
  funding: {
    giver: string
    kind: 'MONEY' | 'LOAN' | 'IN_KIND' | 'LABOUR'
    amount?: string
    raw?: string
    note?: string
  }[]
}

export const HISTORIC_ACTIVITIES: ActivityRow[] = [
  {
    key: 'c8',
    document: 'C',
    fact: 'C8',
    clusterYear: `${CENTRAL}/2023`,
    title: 'Hỗ trợ làm 2 “Mái ấm tình thương”',
    description:
      'Trong năm 2023 các tỉnh trong Cụm hỗ trợ 100 triệu đồng làm 2 “Mái ấm tình thương” cho phụ nữ nghèo thuộc 2 tỉnh Gia Lai và Quảng Ngãi.',
    place: '2 tỉnh Gia Lai và Quảng Ngãi',
    value: '100000000',
    valueRaw: '100 triệu đồng',
    quantity: 2,
    state: 'UNDER_WAY',
    beneficiaries: [
      { name: 'Phụ nữ nghèo thuộc 2 tỉnh', shownAs: 'Phụ nữ nghèo thuộc 2 tỉnh Gia Lai và Quảng Ngãi' },
    ],
    funding: [{ giver: 'Các tỉnh trong Cụm', kind: 'MONEY', amount: '100000000', raw: '100 triệu đồng' }],
  },
  {
    key: 'c9',
    document: 'C',
    fact: 'C9',
    clusterYear: `${CENTRAL}/2023`,
    unit: 'gia-lai-cu',
    title: 'Bàn giao “Mái ấm tình thương” tại xã Hòa Phú',
    description:
      'Chiều ngày 21/11, trong khuôn khổ hội nghị, Cụm thi đua đã tổ chức bàn giao “Mái ấm tình thương” cho hộ gia đình hội viên phụ nữ nghèo.',
    place: 'Làng Bối, xã Hòa Phú, huyện Chư Păh',
    value: '130000000',
    valueRaw: '130 triệu đồng',
    quantity: 1,
    state: 'HANDED_OVER',
    heldOn: '2023-11-21',
    handedOverOn: '2023-11-21',
    beneficiaries: [
      {
        name: 'Chị Siu Ajuih, hội viên phụ nữ nghèo',
        shownAs: 'Một hội viên phụ nữ nghèo',
        address: 'làng Bối, xã Hòa Phú, huyện Chư Păh',
        consent: 'Tên nêu công khai trên phunuvietnam.vn, 22/11/2023 (Tài liệu C)',
        consentedOn: '2023-11-22',
      },
    ],
    funding: [
      { giver: 'Cụm thi đua', kind: 'MONEY', amount: '50000000', raw: '50 triệu' },
      { giver: 'Hội LHPN huyện', kind: 'MONEY', amount: '20000000', raw: '20 triệu đồng' },
      {
        giver: 'Gia đình đối ứng',
        kind: 'MONEY',
        amount: '50000000',
        raw: '50 triệu đồng',
        note: 'Từ nguồn vốn vay Ngân hàng Chính sách xã hội huyện và vận động Mạnh thường quân; từng khoản: nguồn không nêu.',
      },
      { giver: 'Hội LHPN xã', kind: 'IN_KIND', note: 'Làm nhà vệ sinh.' },
      { giver: 'Hội LHPN xã', kind: 'LABOUR', note: 'Ngày công trồng hoa, cây xanh xung quanh nhà.' },
    ],
  },
]

export const CAMPAIGNS: {
  slug: string
  name: string
  kind: 'MOVEMENT' | 'EMULATION_DRIVE' | 'MOBILISATION'
  description?: string
  mentions: string[]
  firstYear?: number
  lastYear?: number
  document: string
}[] = [
  {
    slug: '90-hanh-dong',
    name: '90 hành động thiết thực vì phụ nữ và trẻ em',
    kind: 'EMULATION_DRIVE',
    description:
      'Đợt thi đua đặc biệt năm 2020 gắn với chủ đề “An toàn cho phụ nữ và trẻ em”, theo báo cáo của Hội LHPN tỉnh Bắc Giang.',
    mentions: ['90 hành động'],
    firstYear: 2020,
    lastYear: 2020,
    document: 'E',
  },
  {
    slug: '5-khong-3-sach',
    name: 'Xây dựng gia đình 5 không, 3 sạch',
    kind: 'MOBILISATION',
    description: 'Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”, “5 có, 3 sạch”.',
    mentions: ['5 không, 3 sạch', '5 có, 3 sạch'],
    document: 'D',
  },
  { slug: 'me-do-dau', name: 'Mẹ đỡ đầu', kind: 'MOVEMENT', mentions: ['Mẹ đỡ đầu'], document: 'C' },
  {
    slug: 'xuan-doan-ket-tet-bien-cuong',
    name: 'Xuân đoàn kết - Tết biên cương',
    kind: 'MOVEMENT',
    mentions: ['Tết biên cương'],
    document: 'E',
  },
  {
    slug: 'dong-hanh-cung-phu-nu-bien-cuong',
    name: 'Đồng hành cùng phụ nữ biên cương',
    kind: 'MOVEMENT',
    mentions: ['phụ nữ biên cương'],
    document: 'D',
  },
  {
    slug: 'nguoi-phu-nu-viet-nam-thoi-dai-moi',
    name: 'Xây dựng người phụ nữ Việt Nam thời đại mới',
    kind: 'MOVEMENT',
    mentions: ['người phụ nữ Việt Nam thời đại mới'],
    document: 'C',
  },
]

export type WorkRow = Cited & {
  campaign: string
  unit: string
  year?: number
  level?: 'PROVINCE' | 'DISTRICT' | 'COMMUNE'
  registered?: number
  done?: number
  note?: string
}

const E1 = { document: 'E', fact: 'E1', campaign: '90-hanh-dong', unit: 'bac-giang', year: 2020 } as const

export const HISTORIC_WORKS: WorkRow[] = [
  { ...E1, level: 'PROVINCE', registered: 2, done: 2 },
  { ...E1, level: 'DISTRICT', registered: 38, done: 38 },
  { ...E1, level: 'COMMUNE', registered: 705, done: 705 },
  {
    document: 'D',
    fact: 'D3',
    campaign: '5-khong-3-sach',
    unit: 'lao-cai-cu',
    done: 348,
    note: '348 công trình, phần việc, nêu tại hội nghị sơ kết giữa nhiệm kỳ 2021 - 2026; số đăng ký: nguồn không nêu.',
  },
  {
    document: 'E',
    fact: 'E5',
    campaign: 'xuan-doan-ket-tet-bien-cuong',
    unit: 'bac-giang',
    year: 2020,
    note: 'Tại xã Tú Mịch, Lộc Bình, Lạng Sơn: tuần tra, phát quang đường biên, tặng quà tết, hỗ trợ xây nhà MATT, nhà tiêu hợp vệ sinh; trị giá 107,2 triệu đồng.',
  },
]

export const HISTORIC_PRACTICES = [
  {
    key: 'c12',
    document: 'C',
    fact: 'C12',
    clusterYear: `${CENTRAL}/2023`,
    unit: 'khanh-hoa-cu',
    year: 2023,
    sharedOn: '2023-11-21',
    title: 'Nâng cao chất lượng đội ngũ cán bộ Hội cơ sở',
    summary:
      'Đại biểu tỉnh Khánh Hòa chia sẻ những cách làm hay, sáng tạo của địa phương. Nội dung từng cách làm: nguồn không nêu.',
  },
]
