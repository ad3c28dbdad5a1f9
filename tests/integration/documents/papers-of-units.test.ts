import { beforeAll, describe, expect, it } from 'vitest'
import { actorWith } from '../../support/actors'
import { keepRowsBetweenTests, prisma } from '../../support/database'
import { clusterYearId, seedDemonstration, textOf } from '../../support/papers'
import {
  CENTRAL,
  ILLUSTRATIVE,
  NORTH,
  once,
  paper,
  papersAreWhole,
  refusal,
  unitId,
  type Subject,
} from '../../support/paper-desk'

keepRowsBetweenTests()
beforeAll(seedDemonstration)

const bacGiang2020 = once(async () =>
  textOf(await paper('unit_report', { kind: 'unit_year', id: await unitId('bac-giang'), year: 2020 })),
)

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

describe('all these papers', () => papersAreWhole('units'))
