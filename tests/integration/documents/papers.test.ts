import { beforeAll, describe, expect, it } from 'vitest'
import { MAKERS } from '@/lib/documents/papers/queries'
import { PAPER_KINDS, type PaperKind, type PaperSubject } from '@/lib/documents/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Paper } from '@/lib/platform/files/paper'
import { actorWith } from '../../support/actors'
import { keepRowsBetweenTests, prisma } from '../../support/database'
import { clusterYearId, faultsOf, makePaper, seedDemonstration, textOf } from '../../support/papers'
import { holdDemoMeeting } from '../../support/papers-arranged'

const CENTRAL = 'duyen-hai-mien-trung-tay-nguyen'
const NORTH = 'mien-nui-bien-gioi-phia-bac'
const ILLUSTRATIVE = 'SỐ LIỆU MINH HỌA'

keepRowsBetweenTests()
let held: Awaited<ReturnType<typeof holdDemoMeeting>>
beforeAll(async () => {
  await seedDemonstration()
  held = await holdDemoMeeting()
})

const office = actorWith({ isOffice: true })
type Subject = Partial<PaperSubject> & Pick<PaperSubject, 'kind' | 'id'>

const made: [PaperKind, Paper][] = []
/** The paper of a kind with the office's eyes; remembered for the checks that all papers share. */
async function paper(
  kind: PaperKind,
  subject: Subject,
  texts: Record<string, string> = {},
  actor: Actor = office,
) {
  const maker = MAKERS[kind]
  if (!maker) throw new Error(`nobody makes ${kind}`)
  const done = await makePaper(maker, actor, subject, texts)
  made.push([kind, done])
  return done
}
const ofYear = async (slug: string, year: number): Promise<Subject> => ({
  kind: 'cluster_year',
  id: await clusterYearId(slug, year),
})
const unitId = async (slug: string) => (await prisma.unit.findUniqueOrThrow({ where: { slug } })).id
const ofMeeting = async (slug: string, year: number): Promise<Subject> => {
  const clusterYear = await clusterYearId(slug, year)
  const { id } = await prisma.meeting.findFirstOrThrow({ where: { clusterYearId: clusterYear } })
  return { kind: 'meeting', id }
}
/** Made once for the tests that read it line by line. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => (kept ??= make())
}
const north2020 = once(async () => textOf(await paper('cluster_report', await ofYear(NORTH, 2020))))
const bacGiang2020 = once(async () =>
  textOf(await paper('unit_report', { kind: 'unit_year', id: await unitId('bac-giang'), year: 2020 })),
)

/** Why a paper is not made. */
async function refusal(kind: PaperKind, subject: Subject, actor: Actor = office): Promise<string> {
  const answer = await MAKERS[kind]!(actor, { clusterYearId: null, unitId: null, ...subject })
  return answer.ok ? 'made' : answer.code
}

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

describe('the papers of a provincial union', () => {
  it.each<[string, string[]]>([
    [
      'E1',
      [
        '745/745 hành động thiết thực',
        '02 hành động cấp tỉnh, 38 hành động cấp huyện, 705 hành động cấp cơ sở',
        '206 con đường',
        'trên 07 tỷ đồng và hàng ngàn ngày công',
        '85 nhà “Mái ấm tình thương”',
        'trên 1,78 tỷ đồng',
        'Phòng truyền thống',
        '“An toàn cho phụ nữ và trẻ em”',
      ],
    ],
    [
      'E2',
      [
        'Đề tài khoa học',
        '14 giải pháp/sáng kiến',
        '1.418/1.418',
        '100% cơ sở Hội có máy tính',
        'Tăng 6.602 hội viên',
        '209/209 (= 100%)',
        '82,6% PCT',
        '183 Chủ tịch',
        'quản lý tài chính của 100% cơ sở Hội',
      ],
    ],
    [
      'E3',
      [
        '100% trường',
        '20.000 tờ rơi',
        '1.266 cán bộ, hội viên',
        'giai đoạn 2017-2019',
        '81/81 vụ việc',
        '“Làng quê an toàn”',
        'giám sát sâu 02 nội dung',
        'trên 3.152 tỉ đồng',
        '03 HTX',
        '42 ý tưởng',
        '462 công trình',
        '650 hộ',
        '4,9 tỷ đồng',
      ],
    ],
    ['E4', ['14.809 lượt ý kiến', 'văn kiện Đại hội Đảng', '409 công trình', '04 chính sách']],
    [
      'E5',
      [
        'gần 13 tỷ đồng',
        '5 tỷ đồng',
        '04 xã thuộc 02 huyện',
        '02 mô hình',
        'gần 01 tỷ đồng',
        'Tú Mịch, Lộc Bình, Lạng Sơn',
        '107,2 triệu đồng',
      ],
    ],
    ['E6', ['20/20 chỉ tiêu năm 2020', '07/07 chỉ tiêu', '05/05 nhiệm vụ trọng tâm']],
    [
      'E7',
      [
        'TW Hội tặng Cờ thi đua đơn vị xuất sắc',
        'Khối thi đua MTTQ và các tổ chức chính trị - xã hội suy tôn',
      ],
    ],
    [
      'E8',
      [
        '“mục tiêu kép”',
        'chào mừng thành công Đại hội Đảng',
        'tiến tới Đại hội đại biểu phụ nữ toàn quốc lần thứ XIII',
        'hoàn thành thắng lợi các chỉ tiêu',
        'Chương trình hành động',
        'Luật bầu cử',
        'Đề án 938; Đề án 939',
        'giai đoạn 2017-2021',
      ],
    ],
  ])('P2 the annual report of Bắc Giang for 2020 states %s as document E words it', async (_, words) => {
    const told = await bacGiang2020()
    for (const word of words) expect(told).toContain(word)
    expect(told).toContain('Chỉ tiêu đăng ký của từng nội dung: nguồn không nêu.')
    expect(told).not.toContain('tỷ tỷ')
  })

  it('the annual report of an open year counts its classes, names the year compared with and blames nobody for a blank', async () => {
    const clusterYearOf = await clusterYearId(CENTRAL, 2026)
    const subject: Subject = { kind: 'unit_year', id: await unitId('gia-lai'), clusterYearId: clusterYearOf }
    const report = await paper('unit_report', subject)
    const told = textOf(report)
    expect(report.mark).toBe(ILLUSTRATIVE)
    expect(told).toContain('21 chỉ tiêu: 15 vượt, 5 đạt, 1 không xếp mức.')
    expect(told).toContain('Đăng ký năm 2026 | Kết quả năm 2026 | Tỷ lệ so với đăng ký | Năm 2025')
    expect(told).toContain('Tổng giá trị nguồn lực huy động: 3,0 tỷ đồng')
    expect(await refusal('unit_report', { kind: 'unit_year', id: subject.id })).toBe('not_found')
  })

  it('a report of achievements leaves a blank figure blank and names the year compared with', async () => {
    const clusterYearOf = await clusterYearId(NORTH, 2026)
    const caoBang = await unitId('cao-bang')
    const own = actorWith({ leaderOf: [caoBang] })
    const subject: Subject = { kind: 'unit_year', id: caoBang, clusterYearId: clusterYearOf }
    const told = textOf(await paper('achievement_report', subject, {}, own))
    expect(told).toContain('Số liệu năm 2026 so với năm 2025:')
    expect(told).toMatch(/nạn nhân bạo lực.* \| không phát sinh \|/)
    expect(told).toContain('Số liệu chưa được Trung ương Hội xác nhận.')

    const old = textOf(
      await paper('achievement_report', { kind: 'unit_year', id: await unitId('bac-giang'), year: 2020 }),
    )
    expect(old).toContain('năm 2019: chưa có số liệu')
    expect(old).toMatch(/Con đường .* \| con đường \| 206 \| $/m)
    expect(old).toContain('2020 | Cờ thi đua “Đơn vị xuất sắc” | Nguồn không nêu số quyết định')
  })

  it('a mid-term review counts classes as document D does, and says that its day lacks the year', async () => {
    const term = await prisma.term.findFirstOrThrow({
      where: { unit: { is: { slug: 'lao-cai-cu' } }, reviews: { some: { kind: 'MIDTERM' } } },
    })
    const told = textOf(await paper('midterm_report', { kind: 'term', id: term.id, unitId: term.unitId }))
    expect(told).toMatch(/Trong tổng số 21 .*: 07 .*vượt.*, 07 .*100%.*, 06 .*50%.* và 01 .*chưa đạt/i)
    expect(told).toContain('Nội dung từng tiêu chí: nguồn không nêu.')
    expect(told).toContain('348 công trình, phần việc')
    expect(told).not.toMatch(/10\/7\/20\d\d|10\/07\/20\d\d/)
  })
})

describe('the papers of a meeting', () => {
  const subject = () => ({ kind: 'meeting', id: held.meeting.id }) as const

  it('an invitation says when, where, who and what, and leaves the guest to be written in', async () => {
    const told = textOf(await paper('invitation', subject()))
    expect(told).toMatch(/Thời gian: 08 giờ 00 phút, ngày \d\d tháng \d+ năm 2026\./)
    expect(told).toContain('trân trọng kính mời: ……')
    expect(told).toContain('đại biểu của Hội LHPN thành phố Đà Nẵng và Hội LHPN các tỉnh')
    expect(told.indexOf('Phó Chủ tịch Trung ương Hội')).toBeLessThan(
      told.indexOf('Chuyên viên Trung ương Hội'),
    )
    expect(textOf(await paper('invitation', subject(), { invited: 'Đại diện Ban Dân vận.' }))).toContain(
      'trân trọng kính mời: Đại diện Ban Dân vận',
    )
  })

  it('a running order gives every part its hour and reads the rules of a vote out once', async () => {
    const told = textOf(await paper('running_order', subject()))
    expect(told).toContain(
      '1 | 08 giờ 00 - 08 giờ 15 | Điểm danh, ổn định tổ chức | 15 phút | Thư ký hội nghị',
    )
    expect(told).toContain('8 | 11 giờ 05 - 11 giờ 20')
    expect(told).toContain('ít nhất 04 đơn vị')
    expect(told.split('Quyền bỏ phiếu')).toHaveLength(2)
  })

  it('minutes follow what was kept, name nobody who only stands in an illustration, and wait for the opening', async () => {
    const minutes = await paper('meeting_minutes', subject())
    const told = textOf(minutes)
    expect(told).toContain('Có mặt 6/6 đơn vị, đủ điều kiện họp')
    expect(told).toContain('Hội nghị kết thúc vào 11 giờ 30 phút')
    expect(minutes.signatures.map(({ name }) => name)).toEqual([null, null])
    expect(await refusal('meeting_minutes', await ofMeeting(NORTH, 2026))).toBe('invalid')
    const past = textOf(await paper('meeting_minutes', await ofMeeting(CENTRAL, 2023)))
    expect(past).toContain('Chủ trì: nguồn không nêu.')
    expect(past).toContain('Rah Lan Chung')
    expect(past).not.toContain('chọn tối đa')
    const earlier = textOf(await paper('meeting_minutes', await ofMeeting(NORTH, 2020)))
    expect(earlier).toContain('chủ trì của Phó Chủ tịch Hội LHPN Việt Nam Đỗ Thị Thu Thảo')
    expect(earlier).not.toContain('Chủ trì: nguồn không nêu')
  })

  it('a notice of the conclusion gives tasks with unit and day, and asks for a conclusion', async () => {
    const told = textOf(await paper('conclusion_notice', subject()))
    expect(told).toContain(
      '1 | Rà soát cơ sở có tỷ lệ tập hợp dưới 60%. | Hội LHPN thành phố Đà Nẵng | 31/03/2027',
    )
    const past = textOf(await paper('conclusion_notice', await ofMeeting(CENTRAL, 2023)))
    expect(past).toContain('Trung ương Hội LHPN Việt Nam tổ chức Hội nghị tổng kết')
    expect(past).toContain('2. Nhiệm vụ năm 2024')
    const earlier = textOf(await paper('conclusion_notice', await ofMeeting(NORTH, 2020)))
    expect(earlier).not.toContain('“Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017 - 2025”')
    expect(await refusal('conclusion_notice', await ofMeeting(NORTH, 2019))).toBe('invalid')
  })

  it('minutes of a count stand in figures and words; before the count they are a form', async () => {
    const counted = textOf(await paper('count_minutes', { kind: 'ballot', id: held.counted.id }))
    expect(counted).toContain('Số phiếu hợp lệ: 05 phiếu (năm phiếu)')
    expect(counted).toContain('2 | Gia Lai | 05 | 00 | 83,33% | Được chọn')
    expect(counted).toContain('02 đơn vị được chọn: Đà Nẵng và Gia Lai')
    const form = textOf(await paper('count_minutes', { kind: 'ballot', id: held.open.id }))
    expect(form).toContain('Số phiếu phát ra: ……… phiếu')
    expect(form).not.toContain('Được chọn |')
    const past = await prisma.ballot.findFirstOrThrow({ where: { unnamed: 4 } })
    expect(textOf(await paper('count_minutes', { kind: 'ballot', id: past.id }))).toContain(
      'Được chọn: 4 đơn vị, nguồn chưa nêu tên; số phiếu: nguồn không nêu.',
    )
  })

  it('ballot papers are as many as members, four on a page, for a secret vote on paper alone', async () => {
    const papers = await paper('ballot_paper', { kind: 'ballot', id: held.open.id })
    const [slips] = papers.blocks
    expect(papers.heading).toBeNull()
    expect(slips).toMatchObject({ kind: 'slips', copies: 6 })
    expect(textOf(papers)).toContain('Đánh dấu X vào ô “Đồng ý” của không quá 02 đơn vị.')
    const past = await prisma.ballot.findFirstOrThrow({ where: { unnamed: 4 } })
    expect(await refusal('ballot_paper', { kind: 'ballot', id: past.id })).toBe('invalid')
  })

  it('minutes of the selection carry the law, the quotas and each vote', async () => {
    const told = textOf(await paper('selection_minutes', subject()))
    expect(told).toContain('Nghị định số 152/2025/NĐ-CP')
    expect(told).toContain('Cờ thi đua “Đơn vị xuất sắc”: 02')
    expect(told).toContain('Đà Nẵng: 06/06, đạt 100%, được chọn')
    expect(told).toContain('Hội LHPN thành phố Đà Nẵng: Cờ thi đua “Đơn vị xuất sắc” (06/06 phiếu)')
    const past = textOf(await paper('selection_minutes', await ofMeeting(NORTH, 2020)))
    expect(past).toContain('Cách bầu, suy tôn (giơ tay hay bỏ phiếu): nguồn không nêu.')
    expect(past).not.toContain('152/2025')
  })
})

describe('the papers of a cluster-year', () => {
  it('a reminder names the units that are late, by how many days, and nobody who has sent', async () => {
    const clusterYear = await clusterYearId(NORTH, 2026)
    const period = await prisma.reportingPeriod.findFirstOrThrow({
      where: { kind: 'YEAR_ESTIMATE', emulationYear: { year: 2026 } },
    })
    const subject: Subject = { kind: 'cluster_period', id: period.id, clusterYearId: clusterYear }
    const before = await paper('reminder', subject)
    expect(before.heading?.typeName).toBeNull()
    expect(before.heading?.to).toEqual(
      ['Cao Bằng', 'Lai Châu', 'Lào Cai', 'Sơn La'].map((name) => `Hội LHPN tỉnh ${name}`),
    )
    expect(textOf(before)).toContain('(còn 05 ngày đến hạn)')
    expect(textOf(before)).toContain('đúng thời hạn trên')
    const dueAt = period.dueAt
    await prisma.reportingPeriod.update({
      where: { id: period.id },
      data: { dueAt: new Date(dueAt!.getTime() - 8 * 86_400_000) },
    })
    const after = textOf(await paper('reminder', subject))
    expect(after).toContain('Hội LHPN tỉnh Lai Châu | Chưa gửi (đang soạn) | 03')
    expect(after).toContain('trước ngày …… tháng …… năm ………')
    expect(textOf(await paper('reminder', subject, { new_day: '17 giờ 00, ngày 30/11/2026' }))).toContain(
      'gửi báo cáo trước 17 giờ 00, ngày 30/11/2026',
    )
    await prisma.reportingPeriod.update({ where: { id: period.id }, data: { dueAt } })
    expect(await refusal('reminder', subject, actorWith({ staffOf: [await unitId('ha-noi')] }))).toBe(
      'not_found',
    )
    const central: Subject = { ...subject, clusterYearId: await clusterYearId(CENTRAL, 2026) }
    expect(await refusal('reminder', central)).toBe('invalid')
  })

  it('a pledge has a place for every member and the witness, with no name, and each registered target', async () => {
    const pledge = await paper('pledge', await ofYear(CENTRAL, 2026))
    const places = pledge.blocks.flatMap((block) => (block.kind === 'signatures' ? block.places : []))
    expect(places.map(({ lines }) => lines[0])).toEqual([
      'HỘI LHPN THÀNH PHỐ ĐÀ NẴNG',
      'HỘI LHPN TỈNH ĐẮK LẮK',
      'HỘI LHPN TỈNH GIA LAI',
      'HỘI LHPN TỈNH KHÁNH HÒA',
      'HỘI LHPN TỈNH LÂM ĐỒNG',
      'HỘI LHPN TỈNH QUẢNG NGÃI',
      'CHỨNG KIẾN',
    ])
    expect(places.every(({ name }) => name === null)).toBe(true)
    expect(pledge.annexes[0]?.landscape).toBe(true)
    expect(textOf(pledge)).toContain('hộ | 1.500 | 1.573 | 1.145 | 1.757 | 1.515 | 1.205')
    const past = textOf(await paper('pledge', await ofYear(NORTH, 2019)))
    expect(past).toContain('ngày 15 tháng 3 năm 2019, tại tỉnh Sơn La')
    expect(past).toContain('Tên người ký giao ước: nguồn không nêu.')
    expect(past).toContain('Chỉ tiêu đăng ký của từng đơn vị: nguồn không nêu.')
    expect(await refusal('pledge', await ofYear(CENTRAL, 2023))).toBe('invalid')
  })

  it('a plan is a calendar of deadlines, checks and meetings; of history it says only what is known', async () => {
    const told = textOf(await paper('plan', await ofYear(CENTRAL, 2026)))
    expect(told).toMatch(/\d+ \| \d\d\/\d\d\/2026 \| Gửi báo cáo ước cả năm 2026 \| Các đơn vị thành viên/)
    expect(told).toContain('Chấm chéo Hội LHPN tỉnh Gia Lai | Hội LHPN tỉnh Đắk Lắk')
    const days = [...told.matchAll(/^\d+ \| (\d\d)\/(\d\d)\/(\d{4}) \|/gm)].map(
      ([, d, m, y]) => `${y}${m}${d}`,
    )
    expect(days).toEqual(days.toSorted())
    const past = textOf(await paper('plan', await ofYear(NORTH, 2019)))
    expect(past).toContain('15/03/2019')
    expect(past).not.toContain('MỤC ĐÍCH, YÊU CẦU')
  })

  it('a regulation numbers its articles through its chapters', async () => {
    const regulation = await paper('regulation', await ofYear(CENTRAL, 2026), { more: 'Nội dung khác.' })
    const numbers = regulation.blocks.flatMap((block) => (block.kind === 'article' ? [block.number] : []))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(textOf(regulation)).toContain('Quy định khác\nNội dung khác.')
    expect(textOf(regulation)).toContain('ít nhất 2/3 số đơn vị')
  })

  it('a submission carries the annexed list; decisions and proposals are never mixed in the list of awards', async () => {
    const submission = await paper('award_submission', await ofYear(CENTRAL, 2026))
    expect(textOf(submission)).toContain('Bằng khen của Trung ương Hội: 01 (một) đơn vị')
    expect(submission.annexes[0]?.title).toBe('DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026')
    expect(textOf(submission)).toContain('| 06/06 phiếu')
    expect(await refusal('award_submission', await ofYear(NORTH, 2019))).toBe('invalid')
    const given = textOf(await paper('award_list', await ofYear(CENTRAL, 2025)))
    expect(given).toContain('Quyết định số 00/QĐ-MH ngày 15/12/2025 | 18.720.000 đồng')
    expect(given).not.toContain('CHƯA CÓ QUYẾT ĐỊNH')
    const past = textOf(await paper('award_list', await ofYear(NORTH, 2020)))
    expect(past).toContain('TÀI LIỆU NGUỒN NÊU; QUYẾT ĐỊNH: NGUỒN KHÔNG NÊU')
    expect(past).not.toContain('ĐÃ CÓ QUYẾT ĐỊNH')
  })

  it('minutes of a handover name parties, flag and witness as far as the source does', async () => {
    const acts = await prisma.handoverAct.findMany({ orderBy: { heldOn: 'asc' } })
    const [north, central] = acts.map(({ id }): Subject => ({ kind: 'handover', id }))
    const first = textOf(await paper('handover_minutes', north!))
    expect(first).toContain('Cờ luân lưu: nguồn không nêu.')
    expect(first).toContain('Bên nhận: Hội LHPN tỉnh Lai Châu; người đại diện: nguồn không nêu.')
    const second = textOf(await paper('handover_minutes', central!))
    expect(second).toContain('Bên giao trao, bên nhận đã nhận Cờ luân lưu của Cụm.')
    expect(second).toContain('Chứng kiến: Phó Chủ tịch Hội LHPN Việt Nam Trần Lan Phương.')
    expect(second).toContain('(hình thức chọn: thống nhất)')
  })

  it('a table of scores shows each reader no more than the screen does, and no rank before publication', async () => {
    const subject = await ofYear(CENTRAL, 2026)
    const member = await unitId('da-nang')
    const own = actorWith({ leaderOf: [member], memberOf: [subject.id] })
    const mine = textOf(await paper('score_table', subject, {}, own))
    const all = textOf(
      await paper(
        'score_table',
        subject,
        {},
        actorWith({ reviewerOf: [subject.id], centralStaffOf: [subject.id] }),
      ),
    )
    expect(all).toContain('Hội LHPN tỉnh Gia Lai | 88,22 | 87,72 |')
    expect(mine).not.toContain('88,22')
    expect(all).toContain('(Điểm chưa công bố, chưa xếp hạng)')
    expect(all).not.toContain('Xếp hạng')
    expect(await refusal('score_table', await ofYear(CENTRAL, 2023))).toBe('invalid')
  })
})

describe('all papers', () => {
  it('exist in every kind, and none has an empty part, a doubled mark or a row that does not fit', () => {
    expect([...new Set(made.map(([kind]) => kind))].sort()).toEqual([...PAPER_KINDS].sort())
    for (const [kind, one] of made) expect.soft(faultsOf(one), `${kind}: ${one.title}`).toEqual([])
  })

  it('are of nothing that is not there', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    for (const kind of PAPER_KINDS) {
      const answer = await refusal(kind, {
        kind: 'cluster_year',
        id: nothing,
        clusterYearId: nothing,
        year: 2026,
      })
      expect(answer, kind).toMatch(/not_found|invalid/)
    }
  })
})
