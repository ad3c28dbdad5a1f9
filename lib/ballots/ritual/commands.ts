import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow, prisma } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { concludeIn, lockBallotIn, lockForActIn, moveIn, notNow, simpleAct, type Moved } from '../commands'
import { canAct, canPrepareBallot } from '../policy'
import { loadBallotIn, type LoadedBallot } from '../queries'
import { attendantsIn, rollIn } from '../roll/queries'
import { carries, isCommittee, quorumOf } from '../rules'
import type { ActInput } from '../schema'
import { makeSigningKeys, type SigningKeys } from '../signing/commands'
import type { ShowOfHands } from '../types'

type Reasoned = ActInput & { reason: string; voterId?: string | null }

/** Thể lệ has been read out. */
export function readRules(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'readRules', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'READ_RULES', input)
    if (!locked.ok) return locked
    const { row, meeting } = locked.value
    if (meeting.state !== 'OPEN') return fail('conflict', 'Hội nghị chưa khai mạc hoặc đã bế mạc.')
    if (row.choose > row.candidates.length) return fail('invalid', 'Số được chọn nhiều hơn số lựa chọn.')
    return ok(await moveIn(tx, actor, locked.value, 'RULES_READ', { command: 'readRules' }))
  })
}

/** The counting committee, approved by a show of hands: one head and at least two members, who have accounts of their own. */
export function approveCommittee(
  actor: Actor,
  input: ActInput & ShowOfHands & { headId: string; memberIds: string[] },
  key?: string,
): Promise<Result<Moved>> {
  return perform(actor, 'approveCommittee', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'APPROVE_COMMITTEE', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const memberIds = [...new Set(input.memberIds)].filter((id) => id !== input.headId)
    const committee = [
      { delegateId: input.headId, role: 'HEAD' as const },
      ...memberIds.map((delegateId) => ({ delegateId, role: 'MEMBER' as const })),
    ]
    if (!isCommittee(committee))
      return fail('invalid', 'Ban kiểm phiếu có trưởng ban và ít nhất hai thành viên khác.')
    const people = await attendantsIn(tx, row.meetingId)
    const seated = people.filter(({ id }) => committee.some(({ delegateId }) => delegateId === id))
    if (seated.length !== committee.length || seated.some(({ isGuest }) => isGuest))
      return fail('invalid', 'Ban kiểm phiếu gồm những người dự họp, không gồm khách mời.')
    const accounts = new Set(seated.flatMap(({ accountId }) => accountId ?? []))
    if (accounts.size < 2)
      return fail(
        'invalid',
        'Ít nhất hai người của ban kiểm phiếu phải có tài khoản riêng để nhập và xác nhận.',
      )
    const vote = { inFavour: input.inFavour, against: input.against, abstained: input.abstained }
    if (!carries(vote))
      return fail('invalid', 'Ban kiểm phiếu này chưa được quá nửa số người biểu quyết tán thành.')
    await tx.countingMember.deleteMany({ where: { ballotId: row.id } })
    await tx.countingMember.createMany({
      data: committee.map((member) => ({ ...member, ballotId: row.id })),
    })
    return ok(
      await moveIn(tx, actor, locked.value, 'COMMITTEE_APPROVED', {
        command: 'approveCommittee',
        data: { committeeVote: vote },
        note: `${vote.inFavour} tán thành, ${vote.against} không tán thành, ${vote.abstained} không biểu quyết`,
      }),
    )
  })
}

/** The show of hands by which the meeting decided to vote electronically, before papers are issued. */
export function recordElectronicVote(
  actor: Actor,
  input: ActInput & ShowOfHands,
  key?: string,
): Promise<Result> {
  return perform(actor, 'recordElectronicVote', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, meeting } = locked.value
    if (!canPrepareBallot(actor, meeting)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    if (row.method !== 'SECRET_ELECTRONIC' || row.rulesFrozenAt || row.state === 'VOID')
      return notNow(row.state)
    const electronicVote = {
      inFavour: input.inFavour,
      against: input.against,
      abstained: input.abstained,
    }
    await tx.ballot.update({ where: { id: row.id }, data: { electronicVote, version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'recordElectronicVote', { after: electronicVote })
    return ok()
  })
}

/** Freezes rules and roll; refuses without a quorum. Lines present count as issued where `issueAll`. */
async function freezeIn(
  tx: Prisma.TransactionClient,
  { row, rules, meeting }: LoadedBallot,
  issueAll: boolean,
): Promise<Result<Date>> {
  if (meeting.state !== 'OPEN') return fail('conflict', 'Hội nghị chưa khai mạc hoặc đã bế mạc.')
  const lines = await rollIn(tx, row.meetingId, rules)
  const present = lines.filter((line) => line.present).length
  const needed = quorumOf(lines.length, rules.quorum)
  if (lines.length === 0 || present < needed)
    return fail(
      'conflict',
      `Chưa đủ số người có mặt: có ${present} trong ${lines.length}, cần ít nhất ${needed}. Lần bỏ phiếu không mở được.`,
    )
  await tx.ballotVoter.createMany({
    data: lines.map(({ unitId, delegateId, label, present: here }) => ({
      ...{ ballotId: row.id, unitId, delegateId, label },
      issuedKey: issueAll && here ? 1 : null,
    })),
  })
  return ok(await databaseNow(tx))
}

/** Keys are made before the transaction, and only for one who may open the issue. */
async function keysFor(
  actor: Actor,
  input: ActInput,
  act: 'OPEN_ISSUE' | 'REISSUE',
): Promise<SigningKeys | null> {
  const loaded = await loadBallotIn(prisma, input.ballotId)
  const wanted = loaded?.row.method === 'SECRET_ELECTRONIC' && canAct(actor, act, loaded.facts)
  return wanted ? makeSigningKeys() : null
}

/** Phát phiếu begins: rules and roll are frozen; an electronic ballot gets its key. Without a quorum it cannot open. */
export async function openIssue(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  const keys = await keysFor(actor, input, 'OPEN_ISSUE')
  return perform(actor, 'openIssue', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'OPEN_ISSUE', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const electronic = row.method === 'SECRET_ELECTRONIC'
    if (
      electronic &&
      !carries((row.electronicVote as ShowOfHands | null) ?? { inFavour: 0, against: 0, abstained: 0 })
    )
      return fail(
        'invalid',
        'Hội nghị phải giơ tay tán thành bỏ phiếu điện tử trước khi phát phiếu. Hãy ghi kết quả biểu quyết.',
      )
    if (electronic && !keys) return fail('unavailable')
    const frozen = await freezeIn(tx, locked.value, false)
    if (!frozen.ok) return frozen
    return ok(
      await moveIn(tx, actor, locked.value, 'ISSUING', {
        command: 'openIssue',
        data: { rulesFrozenAt: frozen.value, keyNumber: 1, ...keys },
      }),
    )
  })
}

/** A device was lost before casting: every paper issued so far is void, a new key is made and everyone is issued again. */
export async function reissue(actor: Actor, input: Reasoned, key?: string): Promise<Result<Moved>> {
  const keys = await keysFor(actor, input, 'REISSUE')
  return perform(actor, 'reissue', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'REISSUE', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    if (!keys) return fail('unavailable')
    await tx.ballotVoter.updateMany({
      where: { ballotId: row.id },
      data: { issuedKey: null, blindedHash: null, blindSignature: null, accountId: null },
    })
    if (input.voterId)
      await tx.ballotVoter.updateMany({
        where: { id: input.voterId, ballotId: row.id },
        data: { lostAt: await databaseNow(tx), lostNote: input.reason },
      })
    return ok(
      await moveIn(tx, actor, locked.value, 'ISSUING', {
        command: 'reissue',
        note: input.reason,
        data: { ...keys, keyNumber: { increment: 1 } },
      }),
    )
  })
}

/** No paper is issued from now on; the private key is erased. */
export function closeIssue(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'closeIssue', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'CLOSE_ISSUE', input)
    if (!locked.ok) return locked
    const issued = locked.value.row.roll.filter(({ issuedKey }) => issuedKey !== null).length
    if (issued === 0) return fail('invalid', 'Chưa phát phiếu nào.')
    return ok(
      await moveIn(tx, actor, locked.value, 'ISSUE_CLOSED', {
        command: 'closeIssue',
        note: `Đã phát ${issued} phiếu`,
        data: { privateKey: null },
      }),
    )
  })
}

/** Bỏ phiếu begins, once the issue has closed. */
export function openCasting(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'openCasting', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'OPEN_CASTING', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    if (row.method === 'SECRET_ELECTRONIC')
      await tx.ballotPapers.create({ data: { ballotId: row.id, papers: [] } })
    return ok(await moveIn(tx, actor, locked.value, 'CASTING', { command: 'openCasting' }))
  })
}

export const closeCasting = (actor: Actor, input: ActInput, key?: string) =>
  simpleAct(actor, 'CLOSE_CASTING', 'closeCasting', input, key)

/** Raised hands are counted from now on: rules and roll are frozen, everyone present takes part. */
export function openCount(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'openCount', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'OPEN_COUNT', input)
    if (!locked.ok) return locked
    const frozen = await freezeIn(tx, locked.value, true)
    if (!frozen.ok) return frozen
    return ok(
      await moveIn(tx, actor, locked.value, 'COUNTING', {
        command: 'openCount',
        data: { rulesFrozenAt: frozen.value },
      }),
    )
  })
}

/** The meeting agreed without counting (thống nhất): who was chosen, and no numbers. */
export function recordConsensus(
  actor: Actor,
  input: ActInput & { candidateIds: string[] },
  key?: string,
): Promise<Result<Moved>> {
  return perform(actor, 'recordConsensus', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'RECORD_CONSENSUS', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const chosen = row.candidates.filter(({ id }) => input.candidateIds.includes(id))
    if (
      chosen.length === 0 ||
      chosen.length > row.quota ||
      chosen.length !== new Set(input.candidateIds).size
    )
      return wrongField('candidateIds', `Hãy chọn từ 1 đến ${row.quota} trong danh sách.`)
    const frozen = await freezeIn(tx, locked.value, false)
    if (!frozen.ok) return frozen
    for (const { id } of row.candidates)
      await tx.ballotCandidate.update({
        where: { id },
        data: { elected: chosen.some((one) => one.id === id) },
      })
    return ok(
      await moveIn(tx, actor, locked.value, 'COUNTED', {
        command: 'recordConsensus',
        data: { rulesFrozenAt: frozen.value },
      }),
    )
  })
}

/** Gives a ballot up before its result is announced. */
export function voidBallot(actor: Actor, input: Reasoned, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'voidBallot', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'VOID', input)
    if (!locked.ok) return locked
    return ok(
      await moveIn(tx, actor, locked.value, 'VOID', {
        command: 'voidBallot',
        note: input.reason,
        data: { privateKey: null },
      }),
    )
  })
}
