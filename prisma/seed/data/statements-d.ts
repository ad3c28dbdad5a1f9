import { about, type StatementRow } from './statements'

/** The year of document D is not stated, so its statements stand on the unit without one. */
export const STATEMENTS_D: StatementRow[] = about({ unit: 'lao-cai-cu' }, [
  [
    'D1',
    'term',
    'Hội nghị lần thứ 9 Ban Chấp hành khóa XVIII, sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội đại biểu phụ nữ tỉnh Lào Cai lần thứ XVIII, nhiệm kỳ 2021 - 2026 do Hội Liên hiệp Phụ nữ tỉnh tổ chức ngày 10/7.',
  ],
  ['D1', 'term', 'Năm tổ chức hội nghị: nguồn không nêu.', 'nguồn không nêu'],
  [
    'D2',
    'term',
    'Trong tổng số 21 tiêu chí của Nghị quyết Đại hội đại biểu phụ nữ tỉnh nhiệm kỳ 2021 - 2026 đề ra, có 7 tiêu chí vượt kế hoạch; 7 tiêu chí đạt 100%; 6 tiêu chí đạt trên 50%; 1 tiêu chí chưa đạt.',
  ],
  [
    'D3',
    'term',
    'Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”, “5 có, 3 sạch” gắn với xây dựng nông thôn mới, đô thị văn minh với 348 công trình, phần việc, nhiều mô hình mới, cách làm hay, sáng tạo.',
  ],
  [
    'D4',
    'term',
    'Hai khâu đột phá của Trung ương Hội: “Tập trung xây dựng cơ sở Hội vững mạnh” và “Đổi mới phương thức hoạt động Hội, trọng tâm là ứng dụng công nghệ thông tin”.',
  ],
  [
    'D4',
    'term',
    '2 khâu đột phá; 8 chỉ tiêu chủ yếu; 3 nhiệm vụ trọng tâm mà Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII đã đề ra.',
  ],
  [
    'D4',
    'term',
    'Tiêu chí nào của tỉnh ứng với chỉ tiêu nào của toàn quốc: nguồn không nêu.',
    'nguồn không nêu',
  ],
  ['D5', 'term', 'Trao Bằng khen của Trung ương Hội Liên hiệp Phụ nữ Việt Nam cho các cá nhân.'],
  ['D5', 'term', 'Trao Bằng khen của Hội Liên hiệp phụ nữ tỉnh cho các cá nhân.'],
  ['D6', 'term', 'Chủ tịch Hội Liên hiệp Phụ nữ tỉnh Hà Thị Khánh Nguyệt phát biểu.'],
  [
    'D6',
    'term',
    'Đồng chí Vũ Xuân Cường, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh phát biểu chỉ đạo hội nghị.',
  ],
  [
    'D6',
    'term',
    'Dự hội nghị có lãnh đạo Ban Tổ chức Tỉnh ủy, Ban Dân vận Tỉnh ủy, Ủy ban MTTQ Việt Nam tỉnh; lãnh đạo một số sở, ngành, đoàn thể của tỉnh.',
  ],
  ['D6', 'term', 'Báo cáo đánh giá kết quả giữa nhiệm kỳ là của Ban Chấp hành Hội Liên hiệp Phụ nữ tỉnh.'],
  [
    'D6',
    'term',
    'Công tác tham mưu, đề xuất với cấp ủy đảng, chính quyền của một số cơ sở hội có lúc thiếu chủ động.',
  ],
  [
    'D6',
    'term',
    'Việc tạo nguồn phát triển đảng viên nữ cũng như tạo nguồn phát triển đội ngũ chi hội trưởng kế cận gặp nhiều khó khăn.',
  ],
  [
    'D6',
    'term',
    'Công tác ứng dụng công nghệ thông tin, thực hiện chuyển đổi số gặp khó do thiếu trang thiết bị, hạ tầng thiếu đồng bộ…',
  ],
  [
    'D7',
    'term',
    'Điển hình như Chương trình “Mẹ đỡ đầu”; “Đồng hành cùng phụ nữ biên cương”, xây dựng mái ấm tình thương...',
  ],
  ['D7', 'term', 'Việc thực hiện Dự án 8 bước đầu đem lại những kết quả tích cực.'],
  [
    'D7',
    'term',
    'Các cấp hội chủ động trong công tác giám sát, có văn bản kiến nghị đối với những vấn đề bất cập đã phát hiện được trong quá trình giám sát.',
  ],
  [
    'D7',
    'term',
    'Quản lý tốt các nguồn vốn tín dụng nhận ủy thác của các ngân hàng và Quỹ "Hỗ trợ phụ nữ và phát triển".',
  ],
  [
    'D7',
    'term',
    'Tiêu đề bên lề của trang nhắc Đại hội đại biểu Hội Liên hiệp Phụ nữ tỉnh Lào Cai lần thứ I: đó là đơn vị mới sau 1/7/2025.',
    'suy luận',
  ],
])
