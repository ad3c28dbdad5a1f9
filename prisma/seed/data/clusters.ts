import { CENTRAL_ORGANISER } from '@/lib/periods/types'

export const ORGANISER = { slug: CENTRAL_ORGANISER, name: 'Trung ương Hội Liên hiệp Phụ nữ Việt Nam' }

export const OLD_SET = {
  slug: 'truoc-1-7-2025',
  name: 'Các cụm trước 1/7/2025',
  validTo: '2025-07-01',
  source: 'tam-cum-2022',
  note: 'Tám cụm của 63 tỉnh, thành phố. Danh sách cụm sau khi sắp xếp đơn vị hành chính chưa thấy công bố.',
}

export const NORTH = 'mien-nui-bien-gioi-phia-bac'
export const CENTRAL = 'duyen-hai-mien-trung-tay-nguyen'

export type ClusterRow = { slug: string; name: string; aliases: string[]; note?: string }

/** In the order in which the central union's papers take the country. */
export const CLUSTERS: ClusterRow[] = [
  {
    slug: 'nam-thanh-pho-truc-thuoc-trung-uong',
    name: '5 thành phố trực thuộc Trung ương',
    aliases: [
      'Cụm 5 thành phố trực thuộc Trung ương',
      'Cụm thi đua Hội LHPN 5 thành phố trực thuộc Trung ương',
    ],
  },
  {
    slug: NORTH,
    name: 'Miền núi biên giới phía Bắc',
    aliases: [
      'Cụm 7 tỉnh miền núi biên giới phía Bắc',
      'Cụm thi đua 7 tỉnh biên giới miền núi phía Bắc',
      'Cụm 7 tỉnh biên giới phía Bắc',
    ],
  },
  {
    slug: 'trung-du-mien-nui-phia-bac',
    name: 'Trung du và miền núi phía Bắc',
    aliases: ['Trung du phía Bắc'],
    note: 'Thành viên suy ra bằng cách loại trừ: Thái Nguyên, Bắc Kạn, Tuyên Quang, Yên Bái, Phú Thọ, Bắc Giang, Hòa Bình. Chưa có nguồn nêu.',
  },
  {
    slug: 'dong-bang-song-hong',
    name: 'Đồng bằng sông Hồng',
    aliases: ['Cụm Đồng bằng sông Hồng'],
  },
  { slug: 'bac-trung-bo', name: 'Bắc Trung Bộ', aliases: ['Cụm Bắc Trung Bộ', 'Cụm 6 tỉnh Bắc Trung Bộ'] },
  {
    slug: CENTRAL,
    name: 'Duyên hải miền Trung và Tây Nguyên',
    aliases: [
      'Cụm thi đua các tỉnh Duyên hải miền Trung và Tây Nguyên',
      'Cụm thi đua 10 tỉnh Duyên hải Miền Trung và Tây Nguyên',
    ],
  },
  { slug: 'mien-dong-nam-bo', name: 'Miền Đông Nam Bộ', aliases: ['Cụm miền Đông Nam Bộ', 'Đông Nam Bộ'] },
  {
    slug: 'tay-nam-bo',
    name: 'Tây Nam Bộ',
    aliases: ['Cụm Tây Nam Bộ', 'Miền Tây Nam Bộ'],
    note: 'Thành viên suy ra: Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên Giang, Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau. Chưa có nguồn nêu.',
  },
]

/** Themes of the year, with the source that states each. */
export const THEMES: { year: number; theme: string; source: string; document?: string }[] = [
  { year: 2018, theme: 'Phụ nữ thực hiện an toàn thực phẩm', source: 'baohatinh-2019' },
  { year: 2019, theme: 'An toàn cho phụ nữ và trẻ em', source: 'chu-de-2019', document: 'B' },
  { year: 2020, theme: 'An toàn cho phụ nữ và trẻ em', source: 'chu-de-2020' },
  {
    year: 2021,
    theme: 'Tập trung xây dựng tổ chức Hội vững mạnh, tích cực tham gia xây dựng Đảng, xây dựng chính quyền',
    source: 'chu-de-2021',
    document: 'A',
  },
  {
    year: 2022,
    theme:
      'Đổi mới, sáng tạo trong triển khai và tổ chức thực hiện Nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII',
    source: 'chu-de-2022',
  },
  {
    year: 2023,
    theme: 'Tập trung xây dựng cơ sở Hội, trọng tâm là nâng cao năng lực cán bộ Hội cơ sở',
    source: 'chu-de-2023',
    document: 'C',
  },
  {
    year: 2024,
    theme: 'Tăng cường ứng dụng công nghệ thông tin trong hoạt động Hội',
    source: 'chu-de-2024',
    document: 'C',
  },
  {
    year: 2025,
    theme:
      'Phát huy vai trò của phụ nữ tham gia xây dựng Đảng và hệ thống chính trị trong sạch, vững mạnh, sẵn sàng bước vào kỷ nguyên mới, kỷ nguyên vươn mình của dân tộc',
    source: 'chu-de-2025',
  },
  {
    year: 2026,
    theme:
      'Đổi mới, sáng tạo, cụ thể hoá đưa Nghị quyết Đại hội Đảng, Đại hội Mặt trận Tổ quốc và Đại hội đại biểu Phụ nữ các cấp vào cuộc sống',
    source: 'chu-de-2026',
  },
]
