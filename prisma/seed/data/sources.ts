export type SourceRow = {
  slug: string
  letter?: string
  title: string
  publisher?: string
  author?: string
  publishedOn?: string
  dateNote?: string
  url?: string
  note?: string
  /** File under prisma/seed/documents with the full text. */
  file?: string
}

/** Where the reference data come from. */
export const REFERENCE_SOURCES: SourceRow[] = [
  {
    slug: 'nghi-quyet-202-2025-qh15',
    title: 'Nghị quyết 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh',
    publisher: 'Quốc hội',
    publishedOn: '2025-06-12',
    url: 'https://xaydungchinhsach.chinhphu.vn/quoc-hoi-thong-qua-nghi-quyet-sap-xep-don-vi-hanh-chinh-cap-tinh-119250612101356465.htm',
    note: 'Chính quyền các đơn vị mới hoạt động từ 1/7/2025: 63 tỉnh, thành phố còn 34.',
  },
  {
    slug: 'quyet-dinh-19-2025-qd-ttg',
    title: 'Quyết định 19/2025/QĐ-TTg ban hành bảng danh mục và mã số các đơn vị hành chính Việt Nam',
    publisher: 'Thủ tướng Chính phủ',
    publishedOn: '2025-06-30',
  },
  {
    slug: 'nghi-quyet-30-2026-qh16',
    title: 'Nghị quyết 30/2026/QH16 về thành lập thành phố Đồng Nai trực thuộc trung ương',
    publisher: 'Quốc hội',
    publishedOn: '2026-04-14',
    note: 'Hiệu lực từ 30/4/2026.',
  },
  {
    slug: 'tam-cum-2022',
    title: 'Bài về hội nghị các đơn vị cụm trưởng, đầu năm 2022',
    publisher: 'Hội LHPN tỉnh Nam Định (phunu.namdinh.gov.vn)',
    dateNote: 'Đầu năm 2022',
    note: 'Nhắc đến “Hội LHPN 8 tỉnh/thành, đơn vị cụm trưởng”.',
  },
  {
    slug: 'cum-5-thanh-pho-2019',
    title: 'Cụm thi đua Hội LHPN 5 thành phố trực thuộc Trung ương ký kết giao ước thi đua năm 2019',
    publisher: 'Báo Phụ nữ Thủ đô',
    dateNote: 'Năm 2019',
    url: 'https://phunuthudo.com.vn/cum-thi-dua-hoi-lhpn-5-thanh-pho-truc-thuoc-trung-uong-ky-ket-giao-uoc-thi-dua-nam-2019/',
  },
  {
    slug: 'cum-dong-bang-song-hong-2022',
    title: 'Bài về Cụm thi đua Đồng bằng sông Hồng năm 2022',
    publisher: 'Trang thông tin phường Bạch Sam (bachsam.myhao.hungyen.gov.vn)',
    dateNote: 'Năm 2022',
    note: 'Bài c215731.',
  },
  {
    slug: 'baohatinh-2019',
    title: 'Bài về Cụm thi đua Bắc Trung Bộ và chủ đề năm 2018',
    publisher: 'Báo Hà Tĩnh (baohatinh.vn)',
    dateNote: 'Năm 2019',
    note: 'Bài post170097.',
  },
  {
    slug: 'cum-mien-dong-nam-bo-2024',
    title: 'Bài về Cụm thi đua miền Đông Nam Bộ năm 2024',
    publisher: 'Báo Bình Dương (baobinhduong.vn)',
    dateNote: 'Năm 2024',
    note: 'Bài a324247; nêu cụm trưởng Bình Dương, danh sách thành viên một phần là suy luận.',
  },
  {
    slug: 'chu-de-2019',
    title: 'Hội LHPN Việt Nam: tỉnh nhận Cờ đơn vị dẫn đầu phong trào thi đua',
    publisher: 'Báo Quảng Nam (baoquangnam.vn)',
    dateNote: 'Không rõ ngày',
    url: 'https://baoquangnam.vn/thanh-nien/hoi-lhpn-viet-nam-tinh-nhan-co-don-vi-dan-dau-phong-trao-thi-dua-4509.html',
    note: 'Có báo ghi “An toàn cho phụ nữ và trẻ em gái”.',
  },
  {
    slug: 'chu-de-2020',
    title: 'Bài về chủ đề năm 2020',
    publisher: 'Báo Bà Rịa - Vũng Tàu (baobariavungtau.com.vn)',
    dateNote: 'Năm 2020',
    note: 'Bài 893664.',
  },
  {
    slug: 'chu-de-2021',
    title: 'Báo cáo thành tích của một chi hội phụ nữ, năm 2021',
    publisher: 'scribd.com',
    dateNote: 'Năm 2022',
    url: 'https://www.scribd.com/document/632435209',
  },
  {
    slug: 'chu-de-2022',
    title: 'Priority tasks of Vietnam Women’s Union in 2022',
    publisher: 'Hội LHPN Việt Nam (vwu.vn)',
    dateNote: 'Năm 2022',
    note: 'Bài 44268-6701, bản tiếng Anh.',
  },
  {
    slug: 'chu-de-2023',
    title: 'Orientations of VWU and women movement in 2023',
    publisher: 'Hội LHPN Việt Nam (vwu.vn)',
    dateNote: 'Năm 2023',
    note: 'Bài 53000-601, bản tiếng Anh.',
  },
  {
    slug: 'chu-de-2024',
    title: 'Bài về chủ đề năm 2024',
    publisher: 'Hội LHPN tỉnh Bình Phước (phunubinhphuoc.org.vn)',
    dateNote: 'Năm 2024',
    note: 'Bài 2965. Có nơi ghi “Đẩy mạnh …”.',
  },
  {
    slug: 'chu-de-2025',
    title: 'Bài về chủ đề năm 2025',
    publisher: 'Báo Hà Nội mới (hanoimoi.vn)',
    dateNote: 'Năm 2025',
    note: 'Bài 687365.',
  },
  {
    slug: 'chu-de-2026',
    title: 'Bài về chủ đề năm 2026',
    publisher: 'VietnamPlus',
    publishedOn: '2025-12-15',
    note: 'Bài post1083219; cũng thấy ở Báo Gia Lai, bài post578617.',
  },
  {
    slug: 'vwu-action-plans-2022',
    title: 'Mục tiêu, chỉ tiêu nhiệm kỳ 2022 - 2027 (bản tiếng Anh)',
    publisher: 'Hội LHPN Việt Nam (vwu.vn)',
    dateNote: 'Năm 2022',
    url: 'https://vwu.vn/vwu-action-plans',
    note: 'Bản tiếng Anh; bài đọc được bị cắt sau chỉ tiêu 4.',
  },
  {
    slug: 'khoahocphattrien-2022',
    title: 'Hội Liên hiệp Phụ nữ Việt Nam: mục tiêu mỗi năm giúp 33.500 hộ có phụ nữ thoát nghèo',
    publisher: 'Khoa học và Phát triển (khoahocphattrien.vn)',
    dateNote: 'Tháng 3/2022',
    url: 'https://khoahocphattrien.vn/su-kien/hoi-lien-hiep-phu-nu-viet-nam-muc-tieu-moi-nam-giup-33500-ho-co-phu-nu-thoat-ngheo/2022031409553168p1c882.htm',
    note: 'Bài đọc được bị cắt sau chỉ tiêu 4.',
  },
  {
    slug: 'antv-htx-2017-2022',
    title: 'Bài về chỉ tiêu 300 hợp tác xã do phụ nữ quản lý, nhiệm kỳ 2017 - 2022',
    publisher: 'Truyền hình Công an nhân dân (antv.gov.vn)',
    dateNote: 'Không rõ ngày',
    note: 'Bài 205131.',
  },
]

/** The documents whose every fact the demonstration holds. */
export const DOCUMENTS: SourceRow[] = [
  {
    slug: 'tong-ket-mien-nui-bien-gioi-phia-bac-2020',
    letter: 'A',
    title: 'Xác định nhiệm vụ, thi đua chung của các tỉnh miền núi biên giới phía Bắc',
    publisher: 'phunuvietnam.vn',
    publishedOn: '2020-11-30',
    url: 'https://phunuvietnam.vn/',
    file: 'a.txt',
  },
  {
    slug: 'trien-khai-mien-nui-bien-gioi-phia-bac-2019',
    letter: 'B',
    title: 'Cụm thi đua 7 tỉnh biên giới miền núi phía Bắc triển khai thi đua năm 2019',
    publisher: 'Hội liên hiệp Phụ nữ - Việt nam',
    author: 'Hồng Nhung - Hội LHPN tỉnh Sơn La',
    publishedOn: '2019-03-15',
    dateNote: "8:52' 15/3/2019",
    file: 'b.txt',
  },
  {
    slug: 'tong-ket-duyen-hai-mien-trung-tay-nguyen-2023',
    letter: 'C',
    title:
      'Cụm thi đua các tỉnh Duyên hải miền Trung và Tây Nguyên: Cần lựa chọn các hoạt động vừa sức, tạo sự lan tỏa',
    publisher: 'phunuvietnam.vn',
    publishedOn: '2023-11-22',
    url: 'https://phunuvietnam.vn/',
    file: 'c.txt',
  },
  {
    slug: 'so-ket-giua-nhiem-ky-lao-cai',
    letter: 'D',
    title:
      'Xây dựng các cấp hội thực sự là lực lượng nòng cốt về công tác vận động phụ nữ trong giai đoạn mới',
    dateNote: 'Bài không ghi ngày; hội nghị “ngày 10/7”, năm không nêu',
    note: 'Nguồn không nêu nơi đăng.',
    file: 'd.txt',
  },
  {
    slug: 'ket-qua-bac-giang-2020',
    letter: 'E',
    title: 'Kết quả nổi bật của phong trào phụ nữ tỉnh năm 2020, nhiệm vụ trọng tâm công tác Hội năm 2021',
    publisher: 'Văn phòng Hội LHPN tỉnh',
    dateNote: 'Bài không ghi ngày',
    note: 'Tỉnh Bắc Giang, theo nội dung bài.',
    file: 'e.txt',
  },
]
