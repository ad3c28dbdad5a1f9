import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { concludeIn, lockBallotIn, notNow } from '../commands'
import { canKeepRoll } from '../policy'
import type { ActInput } from '../schema'
import type { BallotState } from '../types'
import { rollIn } from './queries'

const BEFORE_COUNT: readonly BallotState[] = [
  'DRAFT',
  'RULES_READ',
  'COMMITTEE_APPROVED',
  'ISSUING',
  'ISSUE_CLOSED',
  'CASTING',
]

/** An absent member's opinion in writing, before counting begins: open, minuted, counted beside the papers. */
export function recordOpinion(
  actor: Actor,
  input: ActInput & { memberId: string; candidateIds: string[]; paper: string },
  key?: string,
): Promise<Result<{ opinionId: string }>> {
  return perform(actor, 'recordOpinion', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, rules, facts } = locked.value
    if (!canKeepRoll(actor, facts)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    if (!rules.writtenOpinions) return fail('invalid', 'Thể lệ lần này không nhận ý kiến bằng văn bản.')
    if (!BEFORE_COUNT.includes(row.state) || row.method === 'CONSENSUS') return notNow(row.state)
    const byUnit = rules.roll === 'UNIT'
    const where = byUnit ? { unitId: input.memberId } : { delegateId: input.memberId }
    const line = (await rollIn(tx, row.meetingId, rules)).find(
      (one) => (byUnit ? one.unitId : one.delegateId) === input.memberId,
    )
    if (!line) return wrongField('memberId', 'Không có trong danh sách bỏ phiếu.')
    if (line.present)
      return wrongField('memberId', `${line.label} đang có mặt nên bỏ phiếu, không gửi ý kiến bằng văn bản.`)
    const issued = await tx.ballotVoter.findFirst({
      where: { ballotId: row.id, ...where, issuedKey: { not: null } },
    })
    const earlier = await tx.writtenOpinion.findFirst({ where: { ballotId: row.id, ...where } })
    if (issued || earlier)
      return fail('conflict', `${line.label} đã ${issued ? 'nhận phiếu' : 'có ý kiến bằng văn bản'} rồi.`)
    const chosen = [...new Set(input.candidateIds)]
    if (chosen.length > row.choose || chosen.some((id) => !row.candidates.some((one) => one.id === id)))
      return wrongField('candidateIds', `Chọn tối đa ${row.choose}.`)
    const opinion = await tx.writtenOpinion.create({
      data: {
        ballotId: row.id,
        unitId: line.unitId,
        delegateId: line.delegateId,
        candidateIds: chosen,
        paper: input.paper,
        enteredById: actor.accountId,
      },
    })
    await tx.ballot.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'recordOpinion', {
      after: { opinionId: opinion.id, memberId: input.memberId },
    })
    return ok({ opinionId: opinion.id })
  })
}
