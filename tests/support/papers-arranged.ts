import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { prisma } from '@/lib/platform/db'

const CENTRAL = 'duyen-hai-mien-trung-tay-nguyen'

/** What the demonstration's meeting of the central cluster lacks until it is held: votes, proposals, a conclusion, tasks. */
export async function holdDemoMeeting() {
  const clusterYear = await prisma.clusterYear.findFirstOrThrow({
    where: { year: 2026, cluster: { slug: CENTRAL } },
    include: { memberships: true },
  })
  const meeting = await prisma.meeting.findFirstOrThrow({ where: { clusterYearId: clusterYear.id } })
  const units = await prisma.unitDesignation.findMany({
    where: { unitId: { in: clusterYear.memberships.map(({ unitId }) => unitId) }, validTo: null },
    orderBy: { name: 'asc' },
  })
  const delegates = await prisma.delegate.findMany({
    where: { meetingId: meeting.id, role: { in: ['DELEGATE', 'CHAIR'] } },
  })
  const ballot = (title: string, quota: number) =>
    prisma.ballot.create({
      data: {
        meetingId: meeting.id,
        purpose: 'FLAG',
        title,
        method: 'SECRET_PAPER',
        choose: quota,
        quota,
        rules: DEFAULT_RULES,
        illustrative: true,
        candidates: {
          create: units.map(({ unitId, name }, position) => ({ unitId, label: name, position })),
        },
        committee: {
          create: delegates
            .slice(0, 3)
            .map(({ id }, index) => ({ delegateId: id, role: index === 0 ? 'HEAD' : 'MEMBER' })),
        },
      },
      include: { candidates: { orderBy: { position: 'asc' } } },
    })
  const open = await ballot('Bầu chọn đơn vị đề nghị tặng Bằng khen', 2)
  const counted = await ballot('Bỏ phiếu suy tôn đơn vị đề nghị tặng Cờ thi đua', 2)
  const votes = [6, 2, 5, 3, 1, 1]
  await prisma.ballot.update({
    where: { id: counted.id },
    data: {
      state: 'ANNOUNCED',
      result: {
        members: 6,
        papers: { issued: 6, returned: 6, unreturned: 0, valid: 5, invalid: 1, blank: 0 },
        opinions: 0,
        tally: {
          base: 6,
          baseKind: 'MEMBERS',
          outcomes: counted.candidates.map(({ id }, index) => ({
            id,
            votes: votes[index] ?? 0,
            opinions: 0,
            total: votes[index] ?? 0,
            share: Math.floor(((votes[index] ?? 0) * 10_000) / 6),
            passed: true,
            elected: index === 0 || index === 2,
            tied: false,
          })),
          elected: [counted.candidates[0]!.id, counted.candidates[2]!.id],
          tied: [],
          open: 0,
        },
      },
    },
  })
  const type = await prisma.awardType.findFirstOrThrow({ where: { code: 'CO_XUAT_SAC' } })
  const merit = await prisma.awardType.findFirstOrThrow({ where: { code: 'BK_TW' } })
  for (const [index, awardTypeId] of [type.id, merit.id].entries())
    await prisma.nomination.create({
      data: {
        awardTypeId,
        year: 2026,
        clusterYearId: clusterYear.id,
        recipientKind: 'UNIT',
        unitId: units[index === 0 ? 0 : 2]!.unitId,
        state: 'PROPOSED',
        achievement: 'Hoàn thành và vượt các chỉ tiêu đăng ký; dẫn đầu về chuyển đổi số',
        ballotId: index === 0 ? counted.id : null,
        illustrative: true,
      },
    })
  await prisma.conclusionPoint.create({
    data: {
      meetingId: meeting.id,
      text: 'Các đơn vị lựa chọn hoạt động vừa sức, hiệu quả, có sức lan tỏa',
      position: 1,
      tasks: {
        create: [
          {
            text: 'Rà soát cơ sở có tỷ lệ tập hợp dưới 60%',
            unitId: units[0]!.unitId,
            dueOn: new Date('2027-03-31'),
          },
          { text: 'Chia sẻ ít nhất 01 mô hình, cách làm hay' },
        ],
      },
    },
  })
  const at = (hour: number) => new Date(meeting.startsAt!.getTime() + hour * 3_600_000)
  await prisma.presenceEvent.createMany({
    data: delegates.map(({ id }) => ({ delegateId: id, kind: 'ARRIVED' as const, bySelf: false, at: at(0) })),
  })
  await prisma.meeting.update({
    where: { id: meeting.id },
    data: { state: 'CLOSED', openedAt: at(0), closedAt: at(3.5) },
  })
  return { clusterYear, meeting, open, counted, units }
}
