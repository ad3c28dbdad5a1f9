import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { concludeIn, lockBallotIn, lockForActIn, moveIn, notNow, type Moved } from '../commands'
import { imbalanceInWords } from '../labels'
import { decodePaper, recount } from '../paper/rules'
import { canCount } from '../policy'
import { concludeCountIn } from '../outcome/commands'
import { imbalancesOf } from '../rules'
import type { ActInput, CountInput } from '../schema'
import { isSigned } from '../signing/commands'
import type { Votes } from '../types'

/** One of the committee enters the count of papers (or hands). It may be wrong as yet: the second person looks at it. */
export function enterCount(
  actor: Actor,
  input: CountInput,
  key?: string,
): Promise<Result<{ countId: string }>> {
  return perform(actor, 'enterCount', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, facts } = locked.value
    if (!canCount(actor, facts)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    if (row.state !== 'COUNTING' || row.method === 'SECRET_ELECTRONIC') return notNow(row.state)
    const unnamed = row.candidates.find(({ id }) => input.votes[id] === undefined)
    if (unnamed) return wrongField(`votes.${unnamed.id}`, `Hãy ghi số phiếu của ${unnamed.label}.`)
    const { issued, returned, unreturned, valid, invalid, blank } = input
    const votes = Object.fromEntries(row.candidates.map(({ id }) => [id, input.votes[id] ?? 0]))
    await tx.paperCount.updateMany({
      where: { ballotId: row.id, confirmedAt: null, rejectedAt: null },
      data: { rejectedAt: await databaseNow(tx) },
    })
    const count = await tx.paperCount.create({
      data: {
        ...{ ballotId: row.id, issued, returned, unreturned, valid, invalid, blank, votes },
        enteredById: actor.accountId,
      },
    })
    await tx.ballot.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'enterCount', { after: { countId: count.id } })
    return ok({ countId: count.id })
  })
}

/** A second person of the committee confirms a count that balances; it becomes the result. */
export function confirmCount(
  actor: Actor,
  input: ActInput & { countId: string },
  key?: string,
): Promise<Result<Moved>> {
  return perform(actor, 'confirmCount', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'CONFIRM_COUNT', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const count = await tx.paperCount.findFirst({
      where: { id: input.countId, ballotId: row.id, confirmedAt: null, rejectedAt: null },
    })
    if (!count) return fail('not_found', 'Bản kiểm phiếu này đã được thay bằng bản khác.')
    if (count.enteredById === actor.accountId)
      return fail(
        'forbidden',
        'Người nhập không tự xác nhận. Một thành viên khác của ban kiểm phiếu phải xác nhận.',
      )
    const votes = count.votes as Votes
    const onRoll = row.roll.filter(({ issuedKey }) => issuedKey !== null).length
    const wrong = imbalancesOf({ ...count, votes }, onRoll, row.choose)
    if (wrong.length > 0) {
      const nameOf = (id: string) => row.candidates.find((one) => one.id === id)?.label ?? ''
      return fail('invalid', wrong.map((one) => imbalanceInWords(one, nameOf)).join(' '), {
        current: { imbalances: wrong },
      })
    }
    await tx.paperCount.update({
      where: { id: count.id },
      data: { confirmedById: actor.accountId, confirmedAt: await databaseNow(tx) },
    })
    const { issued, returned, unreturned, valid, invalid, blank } = count
    const papers = { issued, returned, unreturned, valid, invalid, blank }
    return ok(await concludeCountIn(tx, actor, locked.value, 'confirmCount', papers, votes))
  })
}

/** The second person sends a count back: the committee counts again. */
export function rejectCount(
  actor: Actor,
  input: ActInput & { countId: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'rejectCount', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'CONFIRM_COUNT', input)
    if (!locked.ok) return locked
    const { count } = await tx.paperCount.updateMany({
      where: { id: input.countId, ballotId: input.ballotId, confirmedAt: null, rejectedAt: null },
      data: { rejectedAt: await databaseNow(tx) },
    })
    if (count === 0) return fail('not_found')
    await tx.ballot.update({ where: { id: input.ballotId }, data: { version: { increment: 1 } } })
    await concludeIn(tx, actor, locked.value, 'rejectCount', { after: { countId: input.countId } })
    return ok()
  })
}

/**
 * Counts the electronic papers: every signature is checked again. More papers than signatures, or one that bears none,
 * voids the round.
 */
export function countElectronicPapers(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'countElectronicPapers', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'COUNT_PAPERS', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const stored = await tx.ballotPapers.findUnique({ where: { ballotId: row.id } })
    const papers = stored?.papers ?? []
    const issued = row.roll.filter(({ issuedKey }) => issuedKey === row.keyNumber).length
    const forged = papers.filter((bytes) => {
      const paper = decodePaper(bytes)
      return !paper || !row.publicKey || !isSigned(row.publicKey, paper)
    }).length
    const tokens = new Set(papers.map((bytes) => Buffer.from(bytes.subarray(0, 32)).toString('base64')))
    if (papers.length > issued || forged > 0 || tokens.size !== papers.length)
      return ok(
        await moveIn(tx, actor, locked.value, 'VOID', {
          command: 'countElectronicPapers',
          note: `Có ${papers.length} phiếu, ${forged} không có chữ ký, trong khi chỉ phát ${issued} phiếu`,
        }),
      )
    const { votes, valid, blank, invalid } = recount(
      papers,
      row.candidates.map(({ id }) => id),
      row.choose,
    )
    const figures = {
      ...{ issued, returned: papers.length, unreturned: issued - papers.length },
      ...{ valid, invalid, blank },
    }
    return ok(await concludeCountIn(tx, actor, locked.value, 'countElectronicPapers', figures, votes))
  })
}
