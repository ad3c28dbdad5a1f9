import { CENTRAL } from './clusters'
import { about, type StatementRow } from './statements'

export const STATEMENTS_C: StatementRow[] = [
  ...about({ clusterYear: `${CENTRAL}/2023`, year: 2023 }, [
    [
      'C1',
      'meeting',
      'Ngày 21/11, tại tỉnh Gia Lai, Trung ương Hội LHPN Việt Nam đã tổ chức Hội nghị tổng kết Cụm thi đua 10 tỉnh Duyên hải Miền Trung và Tây Nguyên năm 2023 và bàn giải pháp nâng cao chất lượng đội ngũ cán bộ Hội cơ sở.',
    ],
    [
      'C1',
      'membership',
      'Lãnh đạo Hội LHPN đến từ 10 tỉnh: Quảng Ngãi, Quảng Nam, Khánh Hoà, Phú Yên, Bình Định, Đắk Lắk, Lâm Đồng, Gia Lai, Kon Tum, Đắc Nông.',
    ],
    [
      'C1',
      'membership',
      '“Đắc Nông”, “Khánh Hoà” và “tỉnh Khánh” trong bài là Đắk Nông và Khánh Hòa.',
      'suy luận',
    ],
    [
      'C2',
      'headship',
      'Năm 2023, Cụm thi đua 10 tỉnh Duyên hải Miền Trung và Tây Nguyên do Hội LHPN tỉnh Gia Lai làm Cụm trưởng và Hội LHPN tỉnh Quảng Ngãi làm Cụm phó.',
    ],
    [
      'C2',
      'headship',
      'Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương chứng kiến lễ nhận Cờ luân lưu làm Cụm trưởng cụm thi đua năm 2024 của Chủ tịch Hội LHPN tỉnh Khánh [Hòa] từ Chủ tịch Hội LHPN tỉnh Gia Lai.',
    ],
    [
      'C3',
      'guests',
      'Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương, Phó Bí thư Tỉnh ủy Gia Lai Rah Lan Chung, đại diện một số ban, đơn vị Hội LHPN Việt Nam.',
    ],
    ['C3', 'guests', 'Đại diện lãnh đạo Uỷ ban Mặt trận Tổ quốc, Ban Dân vận Tỉnh ủy Gia Lai.'],
    [
      'C3',
      'conclusion',
      'Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương và Phó Bí thư Tỉnh ủy Gia Lai Rah Lan Chung cùng ghi nhận, biểu dương, đánh giá cao kết quả, cách làm hay, sáng tạo trong thực hiện phong trào thi đua của 10 tỉnh Duyên hải miền Trung và Tây Nguyên năm 2023.',
    ],
    [
      'C4',
      'theme',
      'Chủ đề năm 2023: "Tập trung xây dựng cơ sở Hội, trọng tâm là nâng cao năng lực cán bộ Hội cơ sở".',
    ],
    [
      'C4',
      'motto',
      'Phương châm "Tỉnh vận dụng sáng tạo, huyện đồng hành cùng cơ sở, xã nắm chắc hội viên, chi thấu hiểu phụ nữ".',
    ],
    [
      'C5',
      'targets',
      'Các tỉnh trong Cụm đã triển khai thực hiện đạt và vượt 8/8 chỉ tiêu theo Nghị quyết Hội nghị BCH TW Hội lần thứ 3 đề ra.',
    ],
    [
      'C5',
      'targets',
      'Tám chỉ tiêu đó là những chỉ tiêu nào: nguồn không nêu; nguồn không nói các số liệu nổi bật dưới đây là kết quả của tám chỉ tiêu ấy.',
      'nguồn không nêu',
    ],
    [
      'C6',
      'results',
      'Các tỉnh trong Cụm đã giúp 13.577 hộ gia đình đạt tiêu chí "gia đình 5 không, 3 sạch"/"Gia đình 5 có, 3 sạch".',
    ],
    ['C6', 'results', 'Giúp 6.704 hộ hội viên thoát nghèo, thoát cận nghèo.'],
    ['C6', 'results', 'Trồng trên 600 nghìn cây xanh.'],
    ['C6', 'results', 'Phát triển 55.949 hội viên mới, phát triển 1.042 hội viên danh dự.'],
    ['C6', 'results', 'Xóa 122/281 cơ sở Hội có tỷ lệ tập hợp hội viên dưới 60%…'],
    ['C6', 'results', 'Số liệu từng tỉnh: nguồn không nêu số liệu từng tỉnh.', 'nguồn không nêu'],
    [
      'C7',
      'results',
      'Hội LHPN 10 tỉnh trong Cụm đã huy động nguồn lực hỗ trợ thành lập mới 44 hợp tác xã, 15 tổ hợp tác, 17 tổ liên kết.',
    ],
    [
      'C7',
      'results',
      'Huy động tổng trị giá trên 25 tỷ đồng để tặng cây, con giống, phương tiện sinh kế, mái ấm tình thương, hỗ trợ vay vốn, hỗ trợ kiến thức cho hội viên, phụ nữ, trẻ em nghèo, phụ nữ yếu thế.',
    ],
    [
      'C7',
      'results',
      'Chương trình "Mẹ đỡ đầu": hội LHPN các tỉnh đã nhận đỡ đầu 1.209 trẻ mồ côi, hỗ trợ quà, tiền mặt với tổng trị giá thành tiền trên 7,5 tỷ đồng.',
    ],
    [
      'C8',
      'joint_activity',
      'Trong năm 2023 các tỉnh trong Cụm hỗ trợ 100 triệu đồng làm 2 "Mái ấm tình thương" cho phụ nữ nghèo thuộc 2 tỉnh Gia Lai và Quảng Ngãi...',
    ],
    [
      'C9',
      'joint_activity',
      'Chiều ngày 21/11, Cụm thi đua đã tổ chức bàn giao "Mái ấm tình thương" cho hộ gia đình chị Siu Ajuih - hội viên phụ nữ nghèo tại làng Bối, xã Hòa Phú (huyện Chư Păh).',
    ],
    [
      'C9',
      'joint_activity',
      'Căn nhà trị giá 130 triệu đồng, trong đó Cụm thi đua hỗ trợ 50 triệu, Hội LHPN huyện hỗ trợ 20 triệu đồng, đối ứng của gia đình là 50 triệu đồng từ nguồn vốn vay Ngân hàng Chính sách xã hội huyện và vận động Mạnh thường quân.',
    ],
    [
      'C9',
      'joint_activity',
      'Hội LHPN xã đã hỗ trợ gia đình chị Siu Ajuih làm nhà vệ sinh và ngày công trồng hoa, cây xanh xung quanh nhà.',
    ],
    [
      'C9',
      'joint_activity',
      'Các khoản nêu ra cộng lại là 120 triệu trong 130 triệu đồng; 10 triệu đồng còn lại: nguồn không nêu.',
      'nguồn không nêu',
    ],
    [
      'C10',
      'difficulties',
      'Một số tỉnh địa bàn rộng, địa hình an ninh chính trị phức tạp ảnh hưởng tới tuyên truyền, vận động, công tác thu hút tập hợp hội viên chưa bền vững.',
    ],
    [
      'C10',
      'difficulties',
      'Trang thiết [bị] công nghệ thông tin còn thiếu, hạ tầng internet tại một số địa bàn vùng sâu, vùng xa không ổn định ảnh hưởng tới việc đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động Hội.',
    ],
    [
      'C10',
      'difficulties',
      'Việc triển khai các nội dung Dự án 8 còn chậm so với tiến độ đề ra, tỷ lệ giải ngân ở một số địa phương còn thấp.',
    ],
    [
      'C10',
      'difficulties',
      'Việc hỗ trợ phụ nữ dân tộc thiểu số xây dựng mô hình sinh kế, phát triển kinh tế, đặc biệt là sinh kế gắn với ứng dụng khoa học công nghệ còn gặp nhiều khó khăn...',
    ],
    [
      'C11',
      'awards',
      'Cụm thi đua 10 tỉnh đã bỏ phiếu bầu 4 đơn vị đề nghị TW Hội LHPN Việt Nam tặng Cờ thi đua.',
    ],
    [
      'C11',
      'awards',
      '4 đơn vị, nguồn chưa nêu tên; bỏ phiếu kín hay không: nguồn không nêu.',
      'nguồn không nêu',
    ],
    [
      'C12',
      'exchange',
      'Nội dung trao đổi: giải pháp nâng cao chất lượng đội ngũ cán bộ Hội cơ sở. Các đại biểu đã chia sẻ kinh nghiệm, cách làm hay, mô hình mới.',
    ],
    ['C12', 'exchange', 'Đại biểu tỉnh Khánh Hòa chia sẻ những cách làm hay, sáng tạo của địa phương.'],
    [
      'C13',
      'conclusion',
      'Lựa chọn, tổ chức các hoạt động phù hợp, vừa sức, đảm bảo tính hiệu quả và tạo hiệu ứng lan tỏa rộng rãi trong cộng đồng, nâng cao đời sống vật chất, tinh thần cho hội viên, phụ nữ, thu hút chị em tham gia sinh hoạt Hội.',
    ],
    [
      'C13',
      'conclusion',
      'Tiếp tục phát huy vai trò đại diện của tổ chức Hội trong việc bảo vệ quyền, lợi ích hợp pháp, chính đáng cho hội viên, phụ nữ.',
    ],
    [
      'C13',
      'conclusion',
      'Tăng cường nắm bắt tình hình tư tưởng, dư luận của cán bộ, hội viên, phụ nữ; đẩy mạnh công tác tuyên truyền, vận động hội viên, phụ nữ và nhân dân nâng cao tinh thần cảnh giác trước những âm mưu, thủ đoạn của các thế lực thù địch.',
    ],
    [
      'C13',
      'conclusion',
      'Chú trọng công tác giám sát, phản biện xã hội, tham gia xây dựng Đảng, xây dựng chính quyền.',
    ],
    [
      'C14',
      'field_visit',
      'Các đơn vị trong Cụm thi đua đã tham quan và trải nghiệm mô hình tổ liên kết "Đan lát, dệt thổ cẩm gắn với du lịch cộng đồng" tại xã Ia Mơ Nông, huyện Chư Păh.',
    ],
  ]),
  ...about({ clusterYear: `${CENTRAL}/2024`, year: 2024 }, [
    [
      'C2',
      'headship',
      'Hội LHPN các tỉnh trong cụm cũng thống nhất bàn giao cho Hội LHPN tỉnh Khánh Hòa làm Cụm trưởng, Hội LHPN tỉnh Đắk Lắk làm Cụm phó cụm thi đua năm 2024.',
    ],
    [
      'C1',
      'membership',
      'Thành viên năm 2024 suy từ danh sách năm 2023; nguồn không liệt kê riêng cho năm 2024.',
      'suy luận',
    ],
    ['C4', 'theme', 'Chủ đề năm 2024: "Tăng cường ứng dụng công nghệ thông tin trong hoạt động Hội".'],
    [
      'C13',
      'programme',
      'Triển khai, đánh giá giữa nhiệm kỳ thực hiện Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc nhiệm kỳ 2022 - 2027.',
    ],
    [
      'C13',
      'programme',
      'Đẩy mạnh triển khai thực hiện phong trào thi đua "Xây dựng người phụ nữ Việt Nam thời đại mới" gắn với học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
    ],
    ['C13', 'programme', 'Cụ thể hóa các nhiệm vụ, giải pháp thực hiện 2 khâu đột phá.'],
    [
      'C13',
      'programme',
      'Chủ động tổ chức các sự kiện, hoạt động tại cụm, địa phương, đơn vị cùng thời điểm tổ chức các hoạt động tại cấp Trung ương để tạo hiệu ứng, sức lan tỏa trong toàn xã hội.',
    ],
    [
      'C13',
      'programme',
      'Triển khai, thực hiện hiệu quả, thiết thực Dự án 8 "Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết của phụ nữ và trẻ em"…',
    ],
    ['C13', 'results', 'Số liệu năm 2024 của cụm và từng tỉnh: nguồn không nêu.', 'nguồn không nêu'],
  ]),
]
