import { CENTRAL, NORTH } from './clusters'

export type HistoricHeadship = {
  unit: string
  role: 'HEAD' | 'DEPUTY'
  startsOn?: string
  endsOn?: string
  inferred?: true
  note?: string
}

export type HistoricYear = {
  cluster: string
  year: number
  title: string
  motto?: string
  /** Slug of the source that names the members. */
  source: string
  members: string[]
  /** Members whose place in the list is a reading: all, or these. */
  inferredMembers?: 'all' | string[]
  headships: HistoricHeadship[]
}

const A = 'tong-ket-mien-nui-bien-gioi-phia-bac-2020'
const B = 'trien-khai-mien-nui-bien-gioi-phia-bac-2019'
const C = 'tong-ket-duyen-hai-mien-trung-tay-nguyen-2023'

const NORTH_MEMBERS = ['lao-cai-cu', 'dien-bien', 'lai-chau', 'cao-bang', 'ha-giang', 'son-la', 'lang-son']
const CENTRAL_MEMBERS = [
  'quang-ngai-cu',
  'quang-nam',
  'khanh-hoa-cu',
  'phu-yen',
  'binh-dinh',
  'dak-lak-cu',
  'lam-dong-cu',
  'gia-lai-cu',
  'kon-tum',
  'dak-nong',
]
const CENTRAL_TITLE = 'Cụm thi đua 10 tỉnh Duyên hải miền Trung và Tây Nguyên'
const NORTH_TITLE = 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc'

/** Cluster-years that sources tell of. A headship without an end is one whose end no source says. */
export const HISTORY: HistoricYear[] = [
  {
    cluster: NORTH,
    year: 2019,
    title: 'Cụm thi đua 7 tỉnh biên giới miền núi phía Bắc',
    source: B,
    members: ['cao-bang', 'lang-son', 'ha-giang', 'lai-chau', 'son-la', 'lao-cai-cu', 'dien-bien'],
    headships: [],
  },
  {
    cluster: NORTH,
    year: 2020,
    title: NORTH_TITLE,
    source: A,
    members: NORTH_MEMBERS,
    headships: [
      {
        unit: 'ha-giang',
        role: 'HEAD',
        endsOn: '2020-11-29',
        inferred: true,
        note: 'Suy từ chú thích ảnh: chuyển giao vai trò cụm trưởng cho Lai Châu tại hội nghị 29/11/2020.',
      },
    ],
  },
  {
    cluster: NORTH,
    year: 2021,
    title: NORTH_TITLE,
    source: A,
    members: NORTH_MEMBERS,
    inferredMembers: 'all',
    headships: [
      {
        unit: 'lai-chau',
        role: 'HEAD',
        startsOn: '2020-11-29',
        note: 'Được bầu làm Cụm trưởng năm 2021; nhận bàn giao tại hội nghị 29/11/2020.',
      },
    ],
  },
  {
    cluster: CENTRAL,
    year: 2023,
    title: CENTRAL_TITLE,
    motto: 'Tỉnh vận dụng sáng tạo, huyện đồng hành cùng cơ sở, xã nắm chắc hội viên, chi thấu hiểu phụ nữ',
    source: C,
    members: CENTRAL_MEMBERS,
    headships: [
      {
        unit: 'gia-lai-cu',
        role: 'HEAD',
        endsOn: '2023-11-21',
        note: 'Trao Cờ luân lưu cho Khánh Hòa tại hội nghị 21/11/2023.',
      },
      { unit: 'quang-ngai-cu', role: 'DEPUTY' },
    ],
  },
  {
    cluster: CENTRAL,
    year: 2024,
    title: CENTRAL_TITLE,
    source: C,
    members: CENTRAL_MEMBERS,
    inferredMembers: 'all',
    headships: [
      {
        unit: 'khanh-hoa-cu',
        role: 'HEAD',
        startsOn: '2023-11-21',
        note: 'Nhận Cờ luân lưu tại hội nghị 21/11/2023.',
      },
      { unit: 'dak-lak-cu', role: 'DEPUTY' },
    ],
  },
  {
    cluster: 'nam-thanh-pho-truc-thuoc-trung-uong',
    year: 2019,
    title: 'Cụm thi đua 5 thành phố trực thuộc Trung ương',
    source: 'cum-5-thanh-pho-2019',
    members: ['ha-noi', 'ho-chi-minh-cu', 'hai-phong-cu', 'da-nang-cu', 'can-tho-cu'],
    headships: [{ unit: 'ha-noi', role: 'HEAD', note: 'Cụm trưởng năm 2019.' }],
  },
  {
    cluster: 'bac-trung-bo',
    year: 2019,
    title: 'Cụm thi đua Bắc Trung Bộ',
    source: 'baohatinh-2019',
    members: ['thanh-hoa', 'nghe-an', 'ha-tinh', 'quang-binh', 'quang-tri-cu', 'hue'],
    headships: [],
  },
  {
    cluster: 'dong-bang-song-hong',
    year: 2022,
    title: 'Cụm thi đua Đồng bằng sông Hồng',
    source: 'cum-dong-bang-song-hong-2022',
    members: [
      'hung-yen-cu',
      'thai-binh',
      'ha-nam',
      'bac-ninh-cu',
      'hai-duong',
      'vinh-phuc',
      'ninh-binh-cu',
      'quang-ninh',
      'nam-dinh',
    ],
    headships: [],
  },
  {
    cluster: 'mien-dong-nam-bo',
    year: 2024,
    title: 'Cụm thi đua miền Đông Nam Bộ',
    source: 'cum-mien-dong-nam-bo-2024',
    members: [
      'binh-duong',
      'binh-phuoc',
      'binh-thuan',
      'ba-ria-vung-tau',
      'dong-nai-cu',
      'tay-ninh-cu',
      'ninh-thuan',
    ],
    inferredMembers: ['ba-ria-vung-tau', 'ninh-thuan'],
    headships: [{ unit: 'binh-duong', role: 'HEAD' }],
  },
]
