import { getBallot } from '@/lib/ballots/queries'
import type { BallotPurpose } from '@/lib/ballots/types'
import { fail, ok } from '@/lib/platform/errors'
import type { Paper } from '@/lib/platform/files/paper'
import { ILLUSTRATIVE } from './blocks/rules'
import { gatherMeetingGround } from './gathering/queries'
import type { PaperFrame, PaperMaker } from './types'
import { clusterName, two } from './wording/rules'

type BallotPaperFacts = {
  cluster: string
  meeting: string
  title: string
  purpose: BallotPurpose
  round: number
  choose: number
  candidates: string[]
  /** Papers to print: one a member of the roll. */
  members: number
  illustrative: boolean
}

const TITLES: Record<BallotPurpose, string> = {
  FLAG: 'PHIẾU SUY TÔN',
  MERIT: 'PHIẾU SUY TÔN',
  HEAD: 'PHIẾU BẦU',
  DEPUTY: 'PHIẾU BẦU',
  OTHER: 'PHIẾU BẦU',
}

/** Phiếu bầu for a ballot on paper, four on A4, in the order in which the candidates were introduced. */
export const makeBallotPaper: PaperMaker = async (actor, subject) => {
  const ballot = await getBallot(actor, subject.id)
  const ground = ballot && (await gatherMeetingGround(actor, ballot.meetingId))
  if (!ballot || !ground) return fail('not_found')
  if (ballot.method !== 'SECRET_PAPER')
    return fail('invalid', 'Chỉ lần bỏ phiếu kín bằng phiếu giấy mới in phiếu.')
  if (ballot.candidates.length === 0) return fail('invalid', 'Lần bỏ phiếu này chưa có danh sách giới thiệu.')
  const facts: BallotPaperFacts = {
    cluster: clusterName(ground.clusterYear.title),
    meeting: ballot.meetingTitle,
    title: ballot.title,
    purpose: ballot.purpose,
    round: ballot.round,
    choose: ballot.choose,
    candidates: ballot.candidates.map(({ label }) => label),
    members: ballot.progress.members,
    illustrative: ballot.illustrative || ground.meeting.illustrative,
  }
  return ok({ facts, slots: [], layOut: (frame) => layOutBallotPaper(facts, frame) })
}

function layOutBallotPaper(facts: BallotPaperFacts, frame: PaperFrame): Paper {
  const { cluster, title, purpose, round, choose, candidates, members, illustrative } = facts
  return {
    title: `Phiếu bầu: ${title}`,
    preset: frame.preset,
    heading: null,
    blocks: [
      {
        kind: 'slips',
        copies: Math.max(members, 1),
        slip: {
          heading: [cluster.toLocaleUpperCase('vi'), ...(illustrative ? [ILLUSTRATIVE] : [])],
          title: TITLES[purpose],
          subtitle: round > 1 ? `${title} (vòng ${round})` : title,
          instruction: `Đánh dấu X vào ô “Đồng ý” của không quá ${two(choose)} đơn vị.`,
          columns: [{ width: 10, align: 'center' }, { width: 60 }, { width: 24, align: 'center' }],
          head: ['TT', 'Đơn vị', 'Đồng ý'],
          rows: candidates.map((name, index) => [String(index + 1), name, '']),
          foot: 'Phiếu hợp lệ là phiếu do ban kiểm phiếu phát ra, chọn không quá số lượng quy định, không ký tên, không ghi thêm nội dung khác.',
        },
      },
    ],
    signatures: [],
    recipients: [],
    annexes: [],
  }
}
