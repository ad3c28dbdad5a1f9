import { NORTH } from './clusters'
import { about, type StatementRow } from './statements'

export const STATEMENTS_B: StatementRow[] = about({ clusterYear: `${NORTH}/2019`, year: 2019 }, [
  [
    'B1',
    'meeting',
    'Ngày 15/03/2019, tại tỉnh Sơn La đã diễn ra Hội nghị thi đua cụm 7 tỉnh biên giới phía Bắc.',
  ],
  ['B1', 'meeting', 'Phó Chủ tịch Hội LHPN Việt Nam Bùi Thị Hòa tham dự và chỉ đạo Hội nghị.'],
  [
    'B1',
    'membership',
    'Cụm 7 tỉnh biên giới phía Bắc (Cao Bằng, Lạng Sơn, Hà Giang, Lai Châu, Sơn La, Lào Cai, Điện Biên).',
  ],
  [
    'B1',
    'membership',
    'Tên gọi “7 tỉnh biên giới miền núi phía Bắc”, “7 tỉnh biên giới phía Bắc” và “7 tỉnh miền núi biên giới phía Bắc” (Tài liệu A) chỉ cùng một cụm.',
    'suy luận',
  ],
  [
    'B1',
    'headship',
    'Cụm trưởng năm 2019: nguồn không nêu. Sơn La là nơi tổ chức hội nghị.',
    'nguồn không nêu',
  ],
  ['B1', 'headship', 'Cụm phó năm 2019: nguồn không nêu.', 'nguồn không nêu'],
  ['B2', 'theme', 'Chủ đề hoạt động Hội năm 2019: “An toàn cho phụ nữ và trẻ em”.'],
  [
    'B2',
    'programme',
    'Lựa chọn, tổ chức các hoạt động thiết thực, hiệu quả đảm bảo an toàn cho phụ nữ và trẻ em, đặc biệt tại các xã biên giới.',
  ],
  ['B2', 'programme', 'Xây dựng mô hình phát triển kinh tế cho phụ nữ nghèo...'],
  [
    'B3',
    'pledge',
    'Lãnh đạo Hội LHPN 7 tỉnh biên giới miền núi phía Bắc đã ký kết giao ước thi đua năm 2019, cam kết quyết tâm đoàn kết, sáng tạo, triển khai hiệu quả các nội dung công tác Hội, phong trào thi đua, phấn đấu hoàn thành đạt và vượt mức các chỉ tiêu, nhiệm vụ trọng tâm đã đề ra.',
  ],
  ['B3', 'pledge', 'Bảy tỉnh ký chung một bản giao ước.', 'suy luận'],
  ['B3', 'pledge', 'Tên người ký giao ước: nguồn không nêu.', 'nguồn không nêu'],
  [
    'B4',
    'solutions',
    'Một số giải pháp để thực hiện có hiệu quả nhiệm vụ công tác thi đua, khen thưởng năm 2019 đã được các đại biểu thống nhất cao.',
  ],
  [
    'B4',
    'solutions',
    'Chú trọng tăng cường xây dựng mô hình sinh kế, hỗ trợ phụ nữ phát triển kinh tế, xóa đói giảm nghèo.',
  ],
  [
    'B4',
    'solutions',
    'Thực hiện tốt việc tổng kết, biểu dương, khen thưởng và nhân rộng tập thể, cá nhân điển hình tiên tiến.',
  ],
  [
    'B4',
    'solutions',
    'Tập trung nâng cao năng lực của cán bộ Hội, đổi mới phương thức lãnh đạo theo hướng sâu, sát cơ sở.',
  ],
  ['B4', 'solutions', 'Xây dựng tổ chức Hội vững mạnh.'],
  [
    'B4',
    'solutions',
    'Tập trung các hoạt động hỗ trợ phụ nữ phát triển kinh tế, giảm nghèo bền vững gắn với bảo vệ môi trường.',
  ],
  ['B4', 'solutions', 'Tích cực vận động tạo nguồn lực cho Hội hoạt động.'],
  [
    'B4',
    'solutions',
    'Phát huy tinh thần sáng tạo của mỗi tập thể, cá nhân chung sức đồng lòng, quyết tâm phấn đấu hoàn thành vượt mức các chỉ tiêu, nhiệm vụ của tỉnh, của Hội với năng suất, chất lượng, hiệu quả cao nhất.',
  ],
  [
    'B4',
    'solutions',
    'Thực hiện tốt công tác kiểm tra, giám sát về thi đua, khen thưởng trong các cấp Hội để đánh giá thực chất phong trào, tránh hình thức...',
  ],
  ['B4', 'solutions', 'Các giải pháp khác sau dấu “…”: nguồn không nêu.', 'nguồn không nêu'],
  [
    'B5',
    'field_visit',
    'Các đại biểu đã thăm quan các mô hình phát triển kinh tế tiêu biểu của hội viên phụ nữ trên địa bàn huyện Mộc Châu, tỉnh Sơn La.',
  ],
  ['B6', 'meeting', 'Người viết bài: Hồng Nhung - Hội LHPN tỉnh Sơn La.'],
  ['B6', 'results', 'Số liệu năm 2019 của cụm và từng tỉnh: nguồn không nêu.', 'nguồn không nêu'],
])
