import { beforeAll, describe, expect, it } from 'vitest'
import { keepRowsBetweenTests, prisma } from '../../support/database'
import { seedDemonstration, textOf } from '../../support/papers'
import { holdDemoMeeting } from '../../support/papers-arranged'
import { CENTRAL, NORTH, ofMeeting, paper, papersAreWhole, refusal } from '../../support/paper-desk'

keepRowsBetweenTests()
let held: Awaited<ReturnType<typeof holdDemoMeeting>>
beforeAll(async () => {
  await seedDemonstration()
  held = await holdDemoMeeting()
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

describe('all these papers', () => papersAreWhole('meetings'))
