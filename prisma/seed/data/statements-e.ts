import { about, type StatementRow } from './statements'

/** Sentences of document E that hold no figure, or whose words say more than the figure; figures are in bac-giang-2020. */
export const STATEMENTS_E: StatementRow[] = about({ unit: 'bac-giang', year: 2020 }, [
  ['E1', 'theme', 'Chủ đề năm: "An toàn cho phụ nữ và trẻ em".'],
  [
    'E1',
    'emulation',
    'Đợt thi đua đặc biệt năm 2020 với chủ đề "90 hành động thiết thực vì phụ nữ và trẻ em" gắn với chủ đề năm: hoàn thành 745/745 hành động thiết thực, ý nghĩa (02 hành động cấp tỉnh, 38 hành động cấp huyện, 705 hành động cấp cơ sở).',
  ],
  [
    'E1',
    'emulation',
    'Đề ra tiêu chí, chỉ đạo xây dựng, gắn biển 206 con đường đạt tiêu chuẩn "Sáng - Xanh - Sạch đẹp - An toàn".',
  ],
  [
    'E1',
    'results',
    'Hoạt động phòng chống dịch Covid-19 trị giá trên 07 tỷ đồng và hàng ngàn ngày công lao động.',
  ],
  [
    'E1',
    'results',
    'Vận động hỗ trợ xây 85 nhà "Mái ấm tình thương" cho 85 phụ nữ có hoàn cảnh khó khăn trị giá trên 1,78 tỷ đồng.',
  ],
  [
    'E1',
    'results',
    'Tổ chức phát động, triển khai sưu tầm tư liệu, hiện vật xây dựng Phòng truyền thống của Hội LHPN tỉnh Bắc Giang (công trình chào mừng 90 năm thành lập Hội và Đại hội Đảng các cấp).',
  ],
  [
    'E2',
    'results',
    'Đề tài khoa học “Nghiên cứu thực trạng và đề xuất giải pháp nâng cao chất lượng đội ngũ chi hội trưởng đáp ứng yêu cầu nhiệm vụ công tác phụ nữ trong tình hình mới trên địa bàn tỉnh Bắc Giang”; 14 giải pháp/sáng kiến cải tiến.',
  ],
  [
    'E2',
    'results',
    'Khảo sát, đánh giá thực trạng hoạt động của 1.418/1.418 thư viện, tủ sách, ngăn sách của phụ nữ.',
  ],
  [
    'E2',
    'results',
    '100% cơ sở Hội có máy tính và triển khai cập nhật danh sách, quản lý hội viên bằng Excel trong toàn hệ thống Hội.',
  ],
  [
    'E2',
    'results',
    'Tăng 6.602 hội viên nông nghiệp - đô thị, hoàn thành chỉ tiêu 209/209 (= 100%) cơ sở tập hợp trên 50% phụ nữ từ 18 tuổi trở lên tham gia tổ chức Hội.',
  ],
  [
    'E2',
    'results',
    '100% cán bộ Hội cấp tỉnh, huyện, 100% Chủ tịch, 82,6% PCT Hội LHPN xã/phường/thị trấn đạt chuẩn chức danh (trong đó có 183 Chủ tịch Hội cơ sở có trình độ chuyên môn Đại học trở lên).',
  ],
  [
    'E2',
    'results',
    'Triển khai hệ thống quản lý văn bản điều hành trên mạng Internet trong hệ thống Hội; tổ chức kiểm tra chuyên đề công tác quản lý tài chính của 100% cơ sở Hội.',
  ],
  [
    'E3',
    'results',
    'Phối hợp tổ chức truyền thông, nói chuyện chuyên đề về kiến thức, kỹ năng đảm bảo an toàn cho học sinh trong 100% trường Tiểu học, THCS và THPT trên địa bàn tỉnh; phát hành 20.000 tờ rơi.',
  ],
  [
    'E3',
    'results',
    'Phối hợp Bệnh viện Sản Nhi tổ chức khám sàng lọc ung thư vú miễn phí cho 1.266 cán bộ, hội viên phụ nữ.',
  ],
  [
    'E3',
    'results',
    'Phối hợp với ngành Tòa án (cấp tỉnh, huyện) tổ chức khảo sát nắm bắt thông tin, đánh giá thực trạng ly hôn trên địa bàn tỉnh giai đoạn 2017-2019.',
  ],
  [
    'E3',
    'results',
    'Chủ động tham gia giải quyết 81/81 vụ việc liên quan đến phụ nữ và trẻ em; thành lập, ra mắt mô hình điểm “Làng quê an toàn”; giám sát sâu 02 nội dung, chính sách liên quan đến PNTE.',
  ],
  [
    'E3',
    'results',
    'Quản lý tốt trên 3.152 tỉ đồng vốn từ các ngân hàng, TYM, vốn “Hỗ trợ phụ nữ khởi nghiệp, phát triển kinh tế; hỗ trợ thành lập 03 HTX; có 42 ý tưởng tham gia cuộc thi Phụ nữ khởi nghiệp lần thứ 3 do TW Hội phát động.',
  ],
  [
    'E3',
    'results',
    '209/209 cơ sở đăng ký, thực hiện 462 công trình/hoạt động xây dựng nông thôn mới; tổ chức giúp thêm 650 hộ đạt các tiêu chí 5 không, 3 sạch so với năm 2019.',
  ],
  [
    'E3',
    'results',
    'Nguồn lực thực hiện Đề án 938, 939 từ ngân sách và các chương trình phối hợp 4,9 tỷ đồng.',
  ],
  [
    'E4',
    'results',
    'Có 14.809 lượt ý kiến tham gia góp ý, phản biện xã hội vào dự thảo các văn kiện Đại hội Đảng; hoàn thành 409 công trình/hoạt động chào mừng.',
  ],
  ['E4', 'results', 'Đề xuất, ban hành 04 chính sách liên quan đến phụ nữ.'],
  [
    'E5',
    'results',
    'Vận động các nguồn lực hỗ trợ phụ nữ, trẻ em khó khăn, gia đình chính sách... với tổng số tiền gần 13 tỷ đồng.',
  ],
  [
    'E5',
    'results',
    'Ủng hộ nhân dân miền Trung tiền mặt, hiện vật trị giá 5 tỷ đồng (trong đó Hội LHPN tỉnh tổ chức Đoàn trực tiếp đến thăm, tặng quà PNTE 04 xã thuộc 02 huyện bị ảnh hưởng lũ lụt tỉnh Quảng Bình 02 mô hình PN sinh kế tái sản xuất sau lũ và tiền mặt, hiện vật trị giá gần 01 tỷ đồng).',
  ],
  [
    'E5',
    'results',
    'Chương trình “Xuân đoàn kết - Tết biên cương” tại xã Tú Mịch, Lộc Bình, Lạng Sơn: tuần tra, phát quang đường biên, tặng quà tết, hỗ trợ xây nhà MATT, nhà tiêu hợp vệ sinh... trị giá 107,2 triệu đồng.',
  ],
  ['E6', 'targets', '20/20 chỉ tiêu năm 2020 đã hoàn thành, trong đó nhiều chỉ tiêu vượt cao.'],
  ['E6', 'targets', '07/07 chỉ tiêu đăng ký thực hiện chỉ tiêu nhiệm kỳ đã hoàn thành.'],
  ['E6', 'targets', '05/05 nhiệm vụ trọng tâm đăng ký với tỉnh đã hoàn thành.'],
  ['E6', 'targets', 'Chỉ tiêu đăng ký của từng nội dung: nguồn không nêu.', 'nguồn không nêu'],
  ['E7', 'awards', 'Phong trào phụ nữ tỉnh năm 2020 được TW Hội tặng Cờ thi đua đơn vị xuất sắc.'],
  [
    'E7',
    'awards',
    'Được Khối thi đua MTTQ và các tổ chức chính trị - xã hội suy tôn đề nghị Thủ tướng Chính phủ tặng Cờ thi đua đơn vị tiêu biểu xuất sắc.',
  ],
  [
    'E7',
    'membership',
    'Cụm thi đua của Trung ương Hội mà Bắc Giang tham gia: nguồn không nêu.',
    'nguồn không nêu',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.1. Tiếp tục tuyên truyền, vận động và hỗ trợ hội viên phụ nữ thực hiện "mục tiêu kép": vừa quyết liệt phòng, chống dịch Covid-19, vừa tập trung phục hồi và phát triển kinh tế - xã hội.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.2. Phát động thi đua chào mừng thành công Đại hội Đảng toàn quốc lần thứ XIII; chào mừng Đại hội đại biểu phụ nữ các cấp, nhiệm kỳ 2021-2026; bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021-2026.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.3. Chỉ đạo tổ chức Đại hội đại biểu phụ nữ các cấp, tiến tới Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.4. Tiếp tục triển khai các giải pháp phấn đấu hoàn thành thắng lợi các chỉ tiêu nghị quyết Đại hội đại biểu phụ nữ các cấp, nghị quyết Đại hội đại biểu phụ nữ toàn quốc lần thứ XII.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.5. Tổ chức học tập, quán triệt và xây dựng Chương trình hành động thực hiện Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII, Nghị quyết Đại hội Đảng các cấp.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.6. Tham gia bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021-2026: đề xuất, giới thiệu nguồn nhân sự nữ tham gia ứng cử; phối hợp nâng cao năng lực nữ cán bộ, nữ ứng cử viên, nữ đại biểu; giám sát việc thực hiện Luật bầu cử.',
  ],
  [
    'E8',
    'tasks_next_year',
    '2.7. Tiếp tục triển khai thực hiện Chương trình mục tiêu Quốc gia xây dựng nông thôn mới; Đề án 938; Đề án 939; Đề án Tuyên truyền, vận động, hướng dẫn hội viên phụ nữ thu gom, phân loại, xử lý rác thải sinh hoạt tại hộ gia đình, giai đoạn 2017-2021...',
  ],
])
