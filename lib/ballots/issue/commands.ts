import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { factsIn } from '@/lib/meetings/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { isRowId } from '@/lib/platform/fields'
import { concludeIn, lockBallotIn, notNow } from '../commands'
import { canKeepRoll, canReadBallots } from '../policy'
import { attendantsIn } from '../roll/queries'
import { lineFor, rollOf } from '../roll/rules'
import type { ActInput, BlindedInput } from '../schema'
import { signBlinded } from '../signing/commands'
import { hashOf } from '../signing/queries'
import type { BallotMethod, BallotRules, BallotState } from '../types'

type IssuingBallot = {
  meetingId: string
  method: BallotMethod
  state: BallotState
  rules: BallotRules
  keyNumber: number
  privateKey: Uint8Array | null
}

/** What issuing asks of a ballot, which nobody may move on meanwhile. Many voters ask at once, so it reads no more. */
async function issuingBallotIn(
  tx: Prisma.TransactionClient,
  ballotId: string,
): Promise<IssuingBallot | undefined> {
  const [ballot] = await tx.$queryRaw<IssuingBallot[]>`
    select meeting_id as "meetingId", method, state, rules, key_number as "keyNumber", private_key as "privateKey"
      from ballots where id = ${ballotId}::uuid for share`
  return ballot
}

/** Whoever gave an opinion in writing gets no paper. */
async function gaveOpinionIn(
  tx: Prisma.TransactionClient,
  ballotId: string,
  line: { unitId: string | null; delegateId: string | null },
): Promise<boolean> {
  const opinion = await tx.writtenOpinion.findFirst({
    where: { ballotId, ...(line.delegateId ? { delegateId: line.delegateId } : { unitId: line.unitId }) },
    select: { id: true },
  })
  return opinion !== null
}

/**
 * Issues an electronic paper: signs the voter's blinded token, one signature a voter. The same request again gets the same
 * signature; another one is refused. What is signed tells nothing about the paper it will become.
 */
export function issueBallotPaper(
  actor: Actor,
  ballotId: string,
  input: BlindedInput,
): Promise<Result<{ signature: string; keyNumber: number }>> {
  return perform(actor, 'issueBallotPaper', undefined, async (tx) => {
    const ballot = isRowId(ballotId) ? await issuingBallotIn(tx, ballotId) : undefined
    const meeting = ballot && (await factsIn(tx, ballot.meetingId))
    if (!ballot || !meeting || !canReadBallots(actor, meeting)) return fail('not_found')
    const { rules, keyNumber, privateKey } = ballot
    if (ballot.method !== 'SECRET_ELECTRONIC') return notNow(ballot.state)
    const lines = await tx.ballotVoter.findMany({ where: { ballotId } })
    const found = lineFor(actor.accountId, lines, await attendantsIn(tx, ballot.meetingId), rules)
    if (!found)
      return fail(
        'forbidden',
        'Bạn không có phiếu trong lần này: chỉ người đang có mặt và có quyền bỏ phiếu được nhận.',
      )
    if (ballot.state !== 'ISSUING' || !privateKey) return notNow(ballot.state)
    if (input.keyNumber !== keyNumber)
      return fail('conflict', 'Đợt phát này đã bị hủy, phiếu được phát lại. Hãy nhận phiếu mới.')
    await tx.$queryRaw`select 1 from ballot_voters where id = ${found.line.id}::uuid for update`
    const line = await tx.ballotVoter.findUniqueOrThrow({ where: { id: found.line.id } })
    const hash = hashOf(input.blinded)
    if (line.issuedKey === keyNumber) {
      if (
        line.accountId !== actor.accountId ||
        !line.blindedHash ||
        !hash.equals(Buffer.from(line.blindedHash))
      )
        return fail('conflict', `Phiếu của ${line.label} đã được phát. Mỗi phiếu chỉ phát một lần.`)
      return ok({
        signature: Buffer.from(line.blindSignature ?? []).toString('base64'),
        keyNumber,
      })
    }
    if (await gaveOpinionIn(tx, ballotId, line))
      return fail('conflict', `${line.label} đã gửi ý kiến bằng văn bản nên không nhận phiếu.`)
    const signature = signBlinded(privateKey, input.blinded)
    if (!signature)
      return fail('invalid', 'Yêu cầu nhận phiếu không đọc được. Hãy tải lại trang rồi nhận lại.')
    await tx.ballotVoter.update({
      where: { id: line.id },
      data: {
        issuedKey: keyNumber,
        accountId: actor.accountId,
        ...(rules.roll === 'UNIT' ? { delegateId: found.delegateId } : {}),
        blindedHash: hash,
        blindSignature: signature,
      },
    })
    await concludeIn(
      tx,
      actor,
      { row: { id: ballotId, meetingId: ballot.meetingId }, meeting },
      'issueBallotPaper',
      {
        after: { voterId: line.id, keyNumber },
      },
    )
    return ok({ signature: signature.toString('base64'), keyNumber })
  })
}

/** Notes which lines of the roll were handed a paper of paper; those not named count as not issued. */
export function handOutPapers(
  actor: Actor,
  input: ActInput & { voterIds: string[] },
  key?: string,
): Promise<Result<{ issued: number }>> {
  return perform(actor, 'handOutPapers', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, rules, facts } = locked.value
    if (!canKeepRoll(actor, facts)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    if (row.method !== 'SECRET_PAPER' || row.state !== 'ISSUING') return notNow(row.state)
    const lines = await tx.ballotVoter.findMany({ where: { ballotId: row.id } })
    const people = await attendantsIn(tx, row.meetingId)
    const units = lines.flatMap(({ unitId, label }) => (unitId ? [{ id: unitId, name: label }] : []))
    const now = rollOf(units, people, rules)
    const wanted = lines.filter(({ id }) => input.voterIds.includes(id))
    if (wanted.length !== new Set(input.voterIds).size) return fail('not_found')
    for (const line of wanted) {
      const here = now.some(
        (one) =>
          one.present &&
          (rules.roll === 'UNIT' ? one.unitId === line.unitId : one.delegateId === line.delegateId),
      )
      if (!here) return fail('invalid', `${line.label} chưa có người bỏ phiếu có mặt.`)
      if (await gaveOpinionIn(tx, row.id, line))
        return fail('invalid', `${line.label} đã gửi ý kiến bằng văn bản nên không nhận phiếu.`)
    }
    await tx.ballotVoter.updateMany({ where: { ballotId: row.id }, data: { issuedKey: null } })
    await tx.ballotVoter.updateMany({
      where: { id: { in: wanted.map(({ id }) => id) } },
      data: { issuedKey: row.keyNumber },
    })
    await tx.ballot.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'handOutPapers', { after: { issued: wanted.length } })
    return ok({ issued: wanted.length })
  })
}

/** A device was lost after casting opened: the paper stays issued and not returned, and none replaces it. */
export function recordLostDevice(
  actor: Actor,
  input: ActInput & { voterId: string; note: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'recordLostDevice', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, facts } = locked.value
    if (!canKeepRoll(actor, facts)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    if (row.method !== 'SECRET_ELECTRONIC' || (row.state !== 'CASTING' && row.state !== 'COUNTING'))
      return notNow(row.state)
    const { count } = await tx.ballotVoter.updateMany({
      where: { id: input.voterId, ballotId: row.id, issuedKey: { not: null } },
      data: { lostAt: await databaseNow(tx), lostNote: input.note },
    })
    if (count === 0) return fail('not_found')
    await tx.ballot.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'recordLostDevice', {
      after: { voterId: input.voterId },
      reason: input.note,
    })
    return ok()
  })
}
