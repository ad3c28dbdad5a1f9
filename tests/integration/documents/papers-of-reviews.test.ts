import { beforeAll, describe, expect, it } from 'vitest'
import type { Paper } from '@/lib/platform/files/paper'
import { actorWith } from '../../support/actors'
import { keepRowsBetweenTests } from '../../support/database'
import { clusterYearId, seedDemonstration, textOf } from '../../support/papers'
import { holdDemoMeeting } from '../../support/papers-arranged'
import {
  CENTRAL,
  ILLUSTRATIVE,
  NORTH,
  ofYear,
  once,
  paper,
  papersAreWhole,
  unitId,
} from '../../support/paper-desk'

keepRowsBetweenTests()
beforeAll(async () => {
  await seedDemonstration()
  await holdDemoMeeting()
})

const north2020 = once(async () => textOf(await paper('cluster_report', await ofYear(NORTH, 2020))))

describe('the report of a cluster', () => {
  let text: string
  let report: Paper
  beforeAll(async () => {
    report = await paper('cluster_report', await ofYear(CENTRAL, 2023))
    text = textOf(report)
  })

  it.each<[string, string[]]>([
    [
      'C1',
      [
        '21/11',
        'tỉnh Gia Lai',
        'Trung ương Hội LHPN Việt Nam đã tổ chức',
        'Cụm có 10 đơn vị thành viên',
        'Bình Định, Đắk Lắk, Đắk Nông, Gia Lai, Khánh Hòa, Kon Tum, Lâm Đồng, Phú Yên, Quảng Nam, Quảng Ngãi',
      ],
    ],
    [
      'C2',
      [
        'Cụm trưởng năm 2023: Hội LHPN tỉnh Gia Lai',
        'Cụm phó năm 2023: Hội LHPN tỉnh Quảng Ngãi',
        'Chủ tịch Hội LHPN tỉnh Gia Lai trao Cờ luân lưu',
        'cho Chủ tịch Hội LHPN tỉnh Khánh Hòa',
        'chứng kiến của Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương',
        'Cụm phó năm 2024: Hội LHPN tỉnh Đắk Lắk',
      ],
    ],
    [
      'C3',
      [
        'Phó Bí thư Tỉnh ủy Gia Lai Rah Lan Chung',
        'Mặt trận Tổ quốc, Ban Dân vận Tỉnh ủy Gia Lai',
        'một số ban, đơn vị Hội LHPN Việt Nam',
      ],
    ],
    [
      'C4',
      [
        '“Tập trung xây dựng cơ sở Hội, trọng tâm là nâng cao năng lực cán bộ Hội cơ sở”',
        '“Tăng cường ứng dụng công nghệ thông tin trong hoạt động Hội”',
        '“Tỉnh vận dụng sáng tạo, huyện đồng hành cùng cơ sở, xã nắm chắc hội viên, chi thấu hiểu phụ nữ”',
      ],
    ],
    ['C5', ['đạt và vượt 8/8 chỉ tiêu', 'Tám chỉ tiêu đó là những chỉ tiêu nào: nguồn không nêu']],
    [
      'C6',
      [
        '13.577 hộ gia đình',
        '6.704 hộ hội viên thoát nghèo, thoát cận nghèo',
        'trên 600 nghìn cây xanh',
        '55.949 hội viên mới',
        '1.042 hội viên danh dự',
        '122/281 cơ sở Hội',
        'nguồn không nêu số liệu từng tỉnh',
      ],
    ],
    [
      'C7',
      [
        '44 hợp tác xã, 15 tổ hợp tác, 17 tổ liên kết',
        'trên 25 tỷ đồng',
        '1.209 trẻ mồ côi',
        'trên 7,5 tỷ đồng',
      ],
    ],
    ['C8', ['100 triệu đồng làm 2 “Mái ấm tình thương” cho phụ nữ nghèo thuộc 2 tỉnh Gia Lai và Quảng Ngãi']],
    [
      'C9',
      [
        'Siu Ajuih',
        'làng Bối, xã Hòa Phú, huyện Chư Păh',
        '130 triệu đồng',
        'Cụm thi đua | Tiền | 50 triệu',
        'Hội LHPN huyện | Tiền | 20 triệu đồng',
        'Gia đình đối ứng | Tiền | 50 triệu đồng',
        'vốn vay Ngân hàng Chính sách xã hội huyện và vận động Mạnh thường quân',
        'Làm nhà vệ sinh',
        'Ngày công trồng hoa, cây xanh',
        '120 triệu đồng trong 130 triệu đồng; còn 10 triệu đồng chưa nêu nguồn',
      ],
    ],
    [
      'C10',
      [
        'địa hình an ninh chính trị phức tạp',
        'Trang thiết bị công nghệ thông tin còn thiếu',
        'hạ tầng internet',
        'Dự án 8 còn chậm',
        'tỷ lệ giải ngân ở một số địa phương còn thấp',
        'ứng dụng khoa học công nghệ còn gặp nhiều khó khăn',
      ],
    ],
    ['C11', ['4 đơn vị', 'nguồn chưa nêu tên', 'bỏ phiếu kín hay không: nguồn không nêu']],
    ['C12', ['nâng cao chất lượng đội ngũ cán bộ Hội cơ sở', 'tỉnh Khánh Hòa chia sẻ những cách làm hay']],
    [
      'C13',
      [
        'phù hợp, vừa sức, đảm bảo tính hiệu quả',
        'bảo vệ quyền, lợi ích hợp pháp',
        'nâng cao tinh thần cảnh giác',
        'giám sát, phản biện xã hội',
        'đánh giá giữa nhiệm kỳ',
        '“Xây dựng người phụ nữ Việt Nam thời đại mới”',
        '2 khâu đột phá',
        'cùng thời điểm',
        'Dự án 8 “Thực hiện bình đẳng giới',
      ],
    ],
    ['C14', ['“Đan lát, dệt thổ cẩm gắn với du lịch cộng đồng” tại xã Ia Mơ Nông, huyện Chư Păh']],
  ])('P1 of 2023 states %s as document C words it', (_, words) => {
    for (const word of words) expect(text).toContain(word)
  })

  it('P1 keeps the figures of 2023 with their qualifiers in the annex, in landscape, spread over no province', () => {
    const [annex] = report.annexes
    expect(annex?.landscape).toBe(true)
    const rows = text.slice(text.indexOf('BẢNG TỔNG HỢP'))
    for (const row of [
      'hộ | 13.577',
      'cây | trên 600 nghìn',
      'cơ sở | 122/281',
      'tỷ đồng | trên 25',
      'tỷ đồng | trên 7,5',
    ])
      expect(rows).toContain(`${row} | nguồn không nêu số liệu từng tỉnh`)
    expect(rows.match(/^\d+ \| /gm)).toHaveLength(12)
  })

  it('P1 names no signer, claims no figure of ours and cites its source', () => {
    expect(report.signatures.every(({ name }) => name === null)).toBe(true)
    expect(report.mark).toBeUndefined()
    expect(text).not.toContain(ILLUSTRATIVE)
    expect(text).toContain('Nguồn: Tài liệu C')
  })

  it.each<[string, string[]]>([
    [
      'A1',
      [
        'Cụm có 07 đơn vị thành viên, gồm Hội LHPN các tỉnh Cao Bằng, Điện Biên, Hà Giang, Lai Châu, Lạng Sơn, Lào Cai, Sơn La',
      ],
    ],
    [
      'A2',
      ['29/11', 'huyện Quản Bạ (Hà Giang)', 'chủ trì của Phó Chủ tịch Hội LHPN Việt Nam Đỗ Thị Thu Thảo'],
    ],
    [
      'A3',
      [
        'Cụm trưởng năm 2020: Hội LHPN tỉnh Hà Giang (suy ra từ tài liệu)',
        'Cụm phó năm 2020: nguồn không nêu',
        'Chu Thị Ngọc Diệp',
        'Cụm trưởng năm 2021 cho Hội LHPN tỉnh Lai Châu',
        'Cụm phó năm 2021: nguồn không nêu',
      ],
    ],
    [
      'A4',
      [
        'nhận Cờ thi đua là Hà Giang và Lạng Sơn',
        'Bằng khen gồm: Lào Cai và Lai Châu',
        'Cách bầu, suy tôn (giơ tay hay bỏ phiếu): nguồn không nêu',
      ],
    ],
    [
      'A5',
      [
        'vùng đông đồng bào người dân tộc thiểu số',
        'tỷ lệ hộ nghèo cao',
        'đường biên giới các tỉnh kéo dài',
        'phòng chống dịch Covid-19',
      ],
    ],
    [
      'A6',
      [
        'mục tiêu kép',
        'làm việc ở bên kia biên giới',
        'xâm hại phụ nữ, trẻ em',
        'chuẩn bị Đại hội phụ nữ các cấp',
      ],
    ],
    [
      'A7',
      [
        'đổi mới phương thức hoạt động',
        'nét đặc trưng, nổi bật của cả Cụm',
        'phát triển hội viên',
        'chuẩn bị kỹ lưỡng công tác nhân sự',
        'công trình chào mừng Đại hội',
        'vùng đồng bào dân tộc thiểu số vào chỉ tiêu',
        'nắm bắt dư luận xã hội',
      ],
    ],
    [
      'A8',
      [
        '7 nhóm chỉ tiêu',
        'nhiều chỉ tiêu đạt và vượt',
        'đúng quy trình, đồng bộ, khép kín',
        'Số liệu từng chỉ tiêu, từng tỉnh: nguồn không nêu',
      ],
    ],
    [
      'A9',
      ['“Tập trung xây dựng tổ chức Hội vững mạnh, tích cực tham gia xây dựng Đảng, xây dựng chính quyền”'],
    ],
    [
      'A10',
      [
        '“Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017 - 2025”',
        'giai đoạn 2017 - 2027”',
        '“Phụ nữ sáng tạo, khởi nghiệp trong cách mạng 4.0”',
        'nhiệm kỳ 2021-2026',
        'quỹ Hội tại cơ sở',
        'nữ ứng cử viên',
      ],
    ],
  ])('P2 of 2020 states %s as document A words it', async (_, words) => {
    const told = await north2020()
    for (const word of words) expect(told).toContain(word)
    expect(told).not.toContain('Phụ lục')
  })

  it('P1 of an open year agrees with the table, says how far the reports have come, and marks every page', async () => {
    const open = await paper('cluster_report', await ofYear(CENTRAL, 2026), {
      assessment: 'Đoàn kết, nền nếp.',
    })
    const told = textOf(open)
    expect(open.mark).toBe(ILLUSTRATIVE)
    expect(told).toContain(
      '17/20 chỉ tiêu có đăng ký được cả 6 đơn vị đạt và vượt; 3 chỉ tiêu còn đơn vị chưa đạt.',
    )
    expect(told).toContain('4 trong 6 đơn vị đã được xác nhận; Đà Nẵng và Lâm Đồng đang chờ xác nhận.')
    expect(told).toContain(
      'Vụ việc xâm hại phụ nữ, trẻ em còn tồn đọng quá hạn: 31 vụ (chỉ tiêu đăng ký: không quá 36 vụ)',
    )
    expect(told).toContain('1. Ưu điểm\nĐoàn kết, nền nếp.')
    expect(told).toContain('Cờ thi đua “Đơn vị xuất sắc”: Hội LHPN thành phố Đà Nẵng')
    expect(told).not.toContain('Nguồn:')
  })

  it('P1 shows a member only what she may read', async () => {
    const id = await clusterYearId(CENTRAL, 2026)
    const outsider = actorWith({ staffOf: [await unitId('ha-noi')] })
    const told = textOf(await paper('cluster_report', { kind: 'cluster_year', id }, {}, outsider))
    expect(told).toContain('Mới có số liệu của 4/6 đơn vị')
  })
})

describe('all these papers', () => papersAreWhole('reviews'))
