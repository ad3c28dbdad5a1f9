import { NORTH } from './clusters'
import { about, type StatementRow } from './statements'

export const STATEMENTS_A: StatementRow[] = [
  ...about({ clusterYear: `${NORTH}/2020`, year: 2020 }, [
    [
      'A1',
      'membership',
      'Cụm 7 tỉnh miền núi biên giới phía Bắc gồm: Lào Cai, Điện Biên, Lai Châu, Cao Bằng, Hà Giang, Sơn La, Lạng Sơn.',
    ],
    [
      'A2',
      'meeting',
      'Ngày 29/11, Hội nghị tổng kết công tác thi đua năm 2020 cụm 7 tỉnh miền núi biên giới phía Bắc được tổ chức tại huyện Quản Bạ (Hà Giang).',
    ],
    ['A2', 'meeting', 'Hội nghị diễn ra dưới sự chủ trì của Phó Chủ tịch Hội LHPN Việt Nam Đỗ Thị Thu Thảo.'],
    [
      'A3',
      'headship',
      'Phó Chủ tịch Hội LHPNVN Đỗ Thị Thu Thảo và Chủ tịch Hội LHPN tỉnh Hà Giang Chu Thị Ngọc Diệp trao hoa và chuyển giao vai trò cụm trưởng cho Hội LHPN tỉnh Lai Châu.',
    ],
    [
      'A3',
      'headship',
      'Hà Giang là cụm trưởng năm 2020: suy từ chú thích ảnh về việc chuyển giao vai trò cụm trưởng.',
      'suy luận',
    ],
    ['A3', 'headship', 'Cụm phó năm 2020: nguồn không nêu.', 'nguồn không nêu'],
    [
      'A4',
      'awards',
      'Các tỉnh cũng tiến hành bầu, suy tôn các tỉnh tiêu biểu; trong đó các tỉnh nhận Cờ thi đua là Hà Giang và Lạng Sơn.',
    ],
    ['A4', 'awards', 'Các tỉnh được nhận Bằng khen gồm: Lào Cai và Lai Châu.'],
    ['A4', 'awards', 'Cách bầu, suy tôn (giơ tay hay bỏ phiếu): nguồn không nêu.', 'nguồn không nêu'],
    ['A5', 'difficulties', 'Vấn đề chung của cả Cụm: vùng đông đồng bào người dân tộc thiểu số.'],
    ['A5', 'difficulties', 'Vấn đề chung của cả Cụm: hội viên có tỷ lệ hộ nghèo cao.'],
    ['A5', 'difficulties', 'Vấn đề chung của cả Cụm: đường biên giới các tỉnh kéo dài.'],
    [
      'A5',
      'difficulties',
      'Vấn đề nóng bỏng chung của 7 tỉnh miền núi phía Bắc vẫn là phòng chống dịch Covid-19.',
    ],
    [
      'A6',
      'tasks_next_year',
      'Nhiệm vụ chung của Cụm năm 2021: thực hiện mục tiêu kép "vừa phòng chống dịch Covid-19, vừa hỗ trợ phụ nữ phát triển kinh tế, xóa đói giảm nghèo; khởi nghiệp".',
    ],
    [
      'A6',
      'tasks_next_year',
      'Hỗ trợ phụ nữ di cư, đi làm việc ở bên kia biên giới; gắn liền với việc đào tạo nghề cho chị em ổn định cuộc sống.',
    ],
    [
      'A6',
      'tasks_next_year',
      'Tăng cường các hoạt động, biện pháp bảo vệ và phòng chống tình trạng xâm hại phụ nữ, trẻ em.',
    ],
    ['A6', 'tasks_next_year', 'Tập trung các hoạt động chuẩn bị Đại hội phụ nữ các cấp.'],
    [
      'A7',
      'conclusion',
      'Cụm cần tiếp tục đẩy mạnh đổi mới phương thức hoạt động cho phù hợp trong tình hình mới, đặc biệt trong bối cảnh dịch Covid-19 còn phức tạp.',
    ],
    [
      'A7',
      'conclusion',
      'Cụm cần có sự thay đổi trong công tác thi đua, xác định nội dung thi đua, những việc cùng làm chung tạo ra nét đặc trưng, nổi bật của cả Cụm.',
    ],
    [
      'A7',
      'conclusion',
      'Về xây dựng văn kiện Đại hội, Cụm cần có thảo luận thực hiện giải pháp nhằm thực hiện chỉ tiêu nhiệm kỳ mới phù hợp với từng tỉnh, đặc biệt là nội dung phát triển hội viên.',
    ],
    [
      'A7',
      'conclusion',
      'Các tỉnh trong Cụm cần đặc biệt chuẩn bị kỹ lương [lưỡng] công tác nhân sự cho đại hội.',
    ],
    [
      'A7',
      'conclusion',
      'Việc xây dựng các công trình chào mừng Đại hội cũng cần phải rõ nét, có ý nghĩa thiết thực với chị em phụ nữ.',
    ],
    [
      'A7',
      'conclusion',
      'Đề nghị các tỉnh quan tâm, đưa nội dung hỗ trợ phát triển kinh tế vùng đồng bào dân tộc thiểu số vào chỉ tiêu của Đại hội phụ nữ các cấp.',
    ],
    [
      'A7',
      'conclusion',
      'Các Cụm cần chủ động nắm bắt thông tin về chủ trương, chính sách; nắm bắt dư luận xã hội và các vấn đề cần quan tâm, để đánh giá tình hình hội viên.',
    ],
    [
      'A8',
      'targets',
      'Hội LHPN 7 tỉnh thành viên đã cụ thể hóa 7 nhóm chỉ tiêu Nghị quyết Đại hội Phụ nữ toàn quốc và các khâu đột phá trong nhiệm kỳ trong bộ tiêu chí đá [đánh] giá đối với từng cấp Hội.',
    ],
    ['A8', 'results', 'Đã có nhiều chỉ tiêu đạt và vượt so với Nghị quyết đè [đề] ra trong năm 2020.'],
    ['A8', 'results', 'Số liệu từng chỉ tiêu, từng tỉnh: nguồn không nêu.', 'nguồn không nêu'],
    [
      'A8',
      'emulation',
      'Công tác triển khai các phong trào thi đua đảm bảo đúng quy trình, đồng bộ, khép kín.',
    ],
    [
      'A8',
      'emulation',
      'Xây dựng kế hoạch, ban hành hướng dẫn về công tác thi đua khen thưởng; đổi mới cách thức tổ chức điều hành, xây dựng điển hình tiên tiến và chỉ đạo điểm; tổ chức kiểm tra đôn đốc, hướng dẫn kịp thời.',
    ],
  ]),
  ...about({ clusterYear: `${NORTH}/2021`, year: 2021 }, [
    [
      'A1',
      'membership',
      'Thành viên năm 2021 suy từ danh sách năm 2020; nguồn không liệt kê riêng cho năm 2021.',
      'suy luận',
    ],
    [
      'A3',
      'headship',
      'Lai Châu được bầu làm Cụm trưởng Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc năm 2021.',
    ],
    ['A3', 'headship', 'Cụm phó năm 2021: nguồn không nêu.', 'nguồn không nêu'],
    [
      'A9',
      'theme',
      'Chủ đề năm 2021: "Tập trung xây dựng tổ chức Hội vững mạnh, tích cực tham gia xây dựng Đảng, xây dựng chính quyền".',
    ],
    ['A10', 'programme', 'Đề án "Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017 - 2025".'],
    [
      'A10',
      'programme',
      'Đề án "Tuyên truyền, giáo dục, vận động, hỗ trợ phụ nữ tham gia giải quyết một số vấn đề xã hội liên quan đến phụ nữ giai đoạn 2017 - 2027".',
    ],
    [
      'A10',
      'programme',
      'Tổ chức "Ngày hội phụ nữ khởi nghiệp" năm 2021 và tham gia Ngày Phụ nữ khởi nghiệp do Trung ương Hội tổ chức với chủ đề "Phụ nữ sáng tạo, khởi nghiệp trong cách mạng 4.0".',
    ],
    [
      'A10',
      'programme',
      'Tổ chức thành công Đại hội đại biểu Phụ nữ các cấp, nhiệm kỳ 2021-2026: tổng kết việc thi hành Điều lệ Hội; tổng kết Chương trình hành động thực hiện các khâu đột phá; xây dựng văn kiện Đại hội đại biểu Phụ nữ cấp tỉnh...',
    ],
    [
      'A10',
      'programme',
      'Tập trung hướng mạnh về cơ sở, phát triển hội viên, nâng cao chất lượng tổ chức Hội vững mạnh; xây dựng quỹ Hội tại cơ sở.',
    ],
    [
      'A10',
      'programme',
      'Tham gia bầu cử đại biểu Quốc hội và đại biểu HĐND các cấp nhiệm kỳ 2021-2026: đề xuất giới thiệu nguồn nhân sự nữ tham gia ứng cử; phối hợp nâng cao năng lực nữ cán bộ, nữ ứng cử viên, nữ đại biểu Quốc hội và HĐND các cấp...',
    ],
    ['A10', 'results', 'Số liệu năm 2021 của cụm và từng tỉnh: nguồn không nêu.', 'nguồn không nêu'],
  ]),
]
