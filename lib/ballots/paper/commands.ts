import 'server-only'
import { announceIn } from '@/lib/meetings/commands'
import { prisma, transaction } from '@/lib/platform/db'
import { fail, ok, type Failure, type Result } from '@/lib/platform/errors'
import { isRowId } from '@/lib/platform/fields'
import { inTurn } from '@/lib/platform/turns'
import { isSigned } from '../signing/commands'
import { receiptFor } from '../signing/queries'
import type { BallotState } from '../types'
import { areEqual, decodePaper, isWithinChoice, placeOf } from './rules'

const TAKEN = 'Mã phiếu này đã được dùng cho một phiếu khác. Mỗi phiếu chỉ bỏ một lần.'
const FORGED = 'Phiếu này không do lần bỏ phiếu này phát ra.'

function closed(state: BallotState): Failure {
  if (state === 'CASTING') return fail('unavailable')
  if (state === 'COUNTING' || state === 'COUNTED' || state === 'ANNOUNCED' || state === 'SEALED')
    return fail('locked', 'Đã kết thúc bỏ phiếu.')
  return fail('conflict', state === 'VOID' ? 'Lần bỏ phiếu này đã bị hủy.' : 'Chưa mở bỏ phiếu.')
}

type Papers = { state: BallotState; papers: Uint8Array[] | null }

/**
 * Takes a paper of a secret electronic ballot. Nobody is asked who she is, and nothing is written but the paper itself, in
 * its place among the sorted ones of one row: no actor, no trail, no key of the request, no time. The same paper again gets
 * the same receipt; its token with another paper is refused.
 */
export async function castBallotPaper(
  ballotId: string,
  bytes: Uint8Array,
): Promise<Result<{ receipt: string }>> {
  if (!isRowId(ballotId)) return fail('not_found')
  const ballot = await prisma.ballot.findUnique({
    where: { id: ballotId },
    select: {
      meetingId: true,
      method: true,
      state: true,
      publicKey: true,
      choose: true,
      _count: { select: { candidates: true } },
    },
  })
  if (!ballot || ballot.method !== 'SECRET_ELECTRONIC') return fail('not_found')
  const paper = decodePaper(bytes)
  if (!paper || !isWithinChoice(paper.choices, ballot._count.candidates, ballot.choose))
    return fail('invalid', `Phiếu chọn tối đa ${ballot.choose}.`)
  if (!ballot.publicKey || !isSigned(ballot.publicKey, paper)) {
    return ballot.state === 'CASTING' ? fail('forbidden', FORGED) : closed(ballot.state)
  }
  // All papers go into one row: those that come together wait here rather than on a database connection each.
  return inTurn(ballotId, () => storePaper(ballotId, ballot.meetingId, bytes))
}

function storePaper(
  ballotId: string,
  meetingId: string,
  bytes: Uint8Array,
): Promise<Result<{ receipt: string }>> {
  return transaction(async (tx) => {
    // Closing waits for papers under way, and a paper that comes later finds the ballot closed.
    const [now] = await tx.$queryRaw<Papers[]>`
      select b.state::text as state, null as papers from ballots b where b.id = ${ballotId}::uuid for share`
    const [stored] = await tx.$queryRaw<{ papers: Uint8Array[] }[]>`
      select papers from ballot_papers where ballot_id = ${ballotId}::uuid for update`
    if (!now || now.state === 'VOID' || !stored) return closed(now?.state ?? 'DRAFT')
    const { at, same } = placeOf(stored.papers, bytes)
    if (same) return areEqual(same, bytes) ? ok({ receipt: receiptFor(bytes) }) : fail('conflict', TAKEN)
    if (now.state !== 'CASTING') return closed(now.state)
    const papers = stored.papers.toSpliced(at, 0, bytes).map((one) => Buffer.from(one))
    await tx.ballotPapers.update({ where: { ballotId }, data: { papers } })
    await announceIn(tx, meetingId)
    return ok({ receipt: receiptFor(bytes) })
  })
}
