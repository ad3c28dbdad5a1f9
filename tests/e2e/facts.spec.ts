import { expect, signIn, test } from '../support/browser'
import { expectStated, type StatedFact } from '../support/facts'

test.use({ actionTimeout: 20_000 })

const NORTH = '/clusters/mien-nui-bien-gioi-phia-bac'
const CENTRAL = '/clusters/duyen-hai-mien-trung-tay-nguyen'

/** What each page of a year states, in the words of the documents. */
const PAGES: [address: string, facts: StatedFact[]][] = [
  [
    `${NORTH}/2019/members`,
    [
      ['B1', 'Ngày 15/03/2019, tại tỉnh Sơn La', 'Bùi Thị Hòa', 'Cụm trưởng năm 2019: nguồn không nêu'],
      ['B1', '(Cao Bằng, Lạng Sơn, Hà Giang, Lai Châu, Sơn La, Lào Cai, Điện Biên)', 'chỉ cùng một cụm'],
      ['B2', '“An toàn cho phụ nữ và trẻ em”', 'đặc biệt tại các xã biên giới', 'cho phụ nữ nghèo'],
      ['B3', 'ký kết giao ước thi đua năm 2019', 'Tên người ký giao ước: nguồn không nêu'],
      ['B4', 'mô hình sinh kế', 'điển hình tiên tiến', 'năng lực của cán bộ Hội', 'Xây dựng tổ chức Hội'],
      ['B4', 'bảo vệ môi trường', 'nguồn lực', 'tinh thần sáng tạo', 'tránh hình thức'],
      ['B4', 'Các giải pháp khác sau dấu “…”: nguồn không nêu'],
      ['B5', 'huyện Mộc Châu'],
      ['B6', 'Hồng Nhung - Hội LHPN tỉnh Sơn La'],
    ],
  ],
  [
    `${NORTH}/2020/members`,
    [
      ['A1', 'Lào Cai, Điện Biên, Lai Châu, Cao Bằng, Hà Giang, Sơn La, Lạng Sơn'],
      ['A2', 'Ngày 29/11', 'huyện Quản Bạ (Hà Giang)', 'Đỗ Thị Thu Thảo'],
      ['A3', 'Chu Thị Ngọc Diệp', 'suy từ chú thích ảnh', 'Cụm phó năm 2020: nguồn không nêu'],
      ['A4', 'Cờ thi đua là Hà Giang và Lạng Sơn', 'Lào Cai và Lai Châu', '(giơ tay hay bỏ phiếu)'],
      ['A5', 'dân tộc thiểu số', 'tỷ lệ hộ nghèo cao', 'đường biên giới', 'Covid-19'],
      ['A6', 'mục tiêu kép', 'bên kia biên giới', 'xâm hại phụ nữ, trẻ em', 'chuẩn bị Đại hội'],
      ['A7', 'đổi mới phương thức', 'nét đặc trưng', 'phát triển hội viên', 'công tác nhân sự'],
      ['A7', 'công trình chào mừng', 'phát triển kinh tế vùng đồng bào dân tộc', 'dư luận xã hội'],
      ['A8', '7 nhóm chỉ tiêu', 'đạt và vượt', 'đúng quy trình, đồng bộ, khép kín', 'nguồn không nêu'],
    ],
  ],
  [
    `${NORTH}/2021/members`,
    [
      ['A3', 'Lai Châu được bầu làm Cụm trưởng', 'Cụm phó năm 2021: nguồn không nêu'],
      ['A9', 'Tập trung xây dựng tổ chức Hội vững mạnh, tích cực tham gia xây dựng Đảng'],
      ['A10', 'giai đoạn 2017 - 2025', 'giai đoạn 2017 - 2027', 'cách mạng 4.0', 'quỹ Hội tại cơ sở'],
      ['A10', 'nhiệm kỳ 2021-2026: tổng kết việc thi hành Điều lệ Hội', 'nữ ứng cử viên'],
    ],
  ],
  [
    `${CENTRAL}/2023/members`,
    [
      ['C1', 'Ngày 21/11, tại tỉnh Gia Lai', 'Quảng Ngãi, Quảng Nam, Khánh Hoà', '“Đắc Nông”, “Khánh Hoà”'],
      ['C2', 'Gia Lai làm Cụm trưởng', 'Trần Lan Phương chứng kiến lễ nhận Cờ luân lưu'],
      ['C3', 'Rah Lan Chung', 'Mặt trận Tổ quốc, Ban Dân vận', 'cùng ghi nhận, biểu dương'],
      ['C4', 'nâng cao năng lực cán bộ Hội cơ sở', 'huyện đồng hành cùng cơ sở'],
      ['C5', '8/8 chỉ tiêu', 'nguồn không nói các số liệu nổi bật dưới đây là kết quả của tám chỉ tiêu'],
      ['C6', '13.577 hộ', '6.704 hộ', 'trên 600 nghìn cây', '55.949 hội viên mới', '1.042', '122/281'],
      ['C7', '44 hợp tác xã, 15 tổ hợp tác, 17 tổ liên kết', 'trên 25 tỷ đồng', '1.209', 'trên 7,5 tỷ'],
      ['C8', '100 triệu đồng làm 2'],
      ['C9', 'Siu Ajuih', '130 triệu đồng', 'làm nhà vệ sinh', '10 triệu đồng còn lại: nguồn không nêu'],
      ['C10', 'địa hình an ninh', 'hạ tầng internet', 'Dự án 8 còn chậm', 'ứng dụng khoa học công nghệ'],
      ['C11', 'bỏ phiếu bầu 4 đơn vị', 'bỏ phiếu kín hay không: nguồn không nêu'],
      ['C12', 'đội ngũ cán bộ Hội cơ sở', 'tỉnh Khánh Hòa chia sẻ'],
      ['C13', 'phù hợp, vừa sức', 'quyền, lợi ích hợp pháp', 'tinh thần cảnh giác', 'phản biện xã hội'],
      ['C14', 'xã Ia Mơ Nông, huyện Chư Păh'],
    ],
  ],
  [
    `${CENTRAL}/2024/members`,
    [
      ['C2', 'Khánh Hòa làm Cụm trưởng, Hội LHPN tỉnh Đắk Lắk làm Cụm phó'],
      ['C4', 'Tăng cường ứng dụng công nghệ thông tin'],
      ['C13', 'đánh giá giữa nhiệm kỳ', 'Xây dựng người phụ nữ Việt Nam thời đại mới', '2 khâu đột phá'],
      ['C13', 'cùng thời điểm', 'Dự án 8'],
    ],
  ],
  [
    '/units/bac-giang/2020',
    [
      ['E1', '745/745', '206 con đường', 'trên 07 tỷ đồng', '85 nhà', 'Phòng truyền thống'],
      [
        'E2',
        '14 giải pháp',
        '1.418/1.418',
        '100% cơ sở Hội',
        'Tăng 6.602',
        '209/209',
        '82,6%',
        '183 Chủ tịch',
      ],
      ['E3', '20.000 tờ rơi', '1.266', 'ly hôn', '81/81', 'trên 3.152 tỉ', '462 công trình', '4,9 tỷ đồng'],
      ['E4', '14.809', '409 công trình', '04 chính sách'],
      ['E5', 'gần 13 tỷ đồng', '5 tỷ đồng', 'gần 01 tỷ đồng', '107,2 triệu đồng'],
      ['E6', '20/20', '07/07', '05/05', 'Chỉ tiêu đăng ký của từng nội dung: nguồn không nêu'],
      ['E7', 'Cờ thi đua đơn vị xuất sắc', 'Khối thi đua MTTQ và các tổ chức chính trị - xã hội'],
      ['E8', '2.1.', '2.2.', '2.3.', '2.4.', '2.5.', '2.6.', '2.7.'],
    ],
  ],
]

/** What the pages of the meetings state of day and place, and who was there. */
const MEETINGS: [year: string, told: string, facts: StatedFact[]][] = [
  [
    `${NORTH}/2019`,
    'Họp ngày 15/03/2019, tại tỉnh Sơn La.',
    [
      ['B1', 'Bùi Thị Hòa'],
      ['B6', 'Hồng Nhung'],
    ],
  ],
  [
    `${NORTH}/2020`,
    'Họp ngày 29/11/2020, tại huyện Quản Bạ (Hà Giang).',
    [
      ['A2', 'Đỗ Thị Thu Thảo'],
      ['A7', 'nét đặc trưng'],
    ],
  ],
  [
    `${CENTRAL}/2023`,
    'Họp ngày 21/11/2023, tại tỉnh Gia Lai.',
    [
      ['C3', 'Rah Lan Chung'],
      ['C12', 'tỉnh Khánh Hòa chia sẻ'],
      ['C14', 'Ia Mơ Nông'],
    ],
  ],
]

test('M5 T1 H1 every fact of documents A, B, C and E stands on the page of its year, beside its source', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'reviewer.central@demo.test')
  const main = page.getByRole('main')
  for (const [address, facts] of PAGES)
    await test.step(address, async () => {
      await page.goto(address)
      await expectStated(main, facts)
    })
  for (const [year, told, facts] of MEETINGS)
    await test.step(`the meeting of ${year}`, async () => {
      await page.goto(`${year}/meetings`)
      await page
        .getByRole('link', { name: /^Hội nghị (thi đua|tổng kết)/ })
        .first()
        .click()
      await expect(main).toContainText(told)
      await expect(main).toContainText('Hình thứcnguồn không nêu')
      await expectStated(main, facts)
    })
})
