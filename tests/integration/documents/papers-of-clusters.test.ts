import { beforeAll, describe, expect, it } from 'vitest'
import { actorWith } from '../../support/actors'
import { keepRowsBetweenTests, prisma } from '../../support/database'
import { clusterYearId, seedDemonstration, textOf } from '../../support/papers'
import { holdDemoMeeting } from '../../support/papers-arranged'
import {
  CENTRAL,
  NORTH,
  ofYear,
  paper,
  papersAreWhole,
  refusal,
  unitId,
  type Subject,
} from '../../support/paper-desk'

keepRowsBetweenTests()
beforeAll(async () => {
  await seedDemonstration()
  await holdDemoMeeting()
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
    expect(after).toContain('Hội LHPN tỉnh Lai Châu | Chưa gửi | 03')
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

describe('all these papers', () => papersAreWhole('clusters'))
