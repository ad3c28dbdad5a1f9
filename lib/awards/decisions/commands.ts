import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseToday } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { changeStateIn } from '../nominations/commands'
import { canSetAwards } from '../policy'
import { readSalariesIn, toPrizeRows } from '../queries'
import { prizeOf } from '../rules'
import type { DecideInput, DirectAwardInput } from '../schema'
import { UNSPECIFIED_TYPES, type RecipientKind } from '../types'

type Tx = Prisma.TransactionClient

type DecisionFields = {
  number: string | null
  decidedOn: string | null
  issuer: string
  signer: string | null
}

/** One decision often names many recipients: the same number, day and issuer are the same decision. */
async function decisionIn(tx: Tx, { number, decidedOn, issuer, signer }: DecisionFields): Promise<string> {
  const day = dayToStore(decidedOn)
  if (number !== null) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`decision:${number}:${decidedOn}`}, 0))`
    const known = await tx.awardDecision.findFirst({ where: { number, decidedOn: day, issuer } })
    if (known) return known.id
  }
  return (await tx.awardDecision.create({ data: { number, decidedOn: day, issuer, signer } })).id
}

async function giveIn(
  tx: Tx,
  input: { awardTypeId: string; note: string | null } & DecisionFields,
  to: {
    recipientKind: RecipientKind
    unitId: string | null
    recipient: string | null
    year: number
    nominationId?: string
    illustrative: boolean
  },
): Promise<Result<{ awardId: string; prize: number | null }>> {
  const type = await tx.awardType.findUnique({
    where: { id: input.awardTypeId },
    include: { prizes: true },
  })
  if (!type || UNSPECIFIED_TYPES.includes(type.code)) return fail('not_found')
  if (!type.recipientKinds.includes(to.recipientKind))
    return wrongField('awardTypeId', `${type.name} không tặng cho đối tượng này.`)
  if (input.decidedOn && input.decidedOn > (await databaseToday(tx)))
    return wrongField('decidedOn', 'Ngày quyết định không thể sau hôm nay.')
  const prize = prizeOf(toPrizeRows(type.prizes), await readSalariesIn(tx), to.recipientKind, input.decidedOn)
  const amount = 'missing' in prize ? null : prize.amount
  const award = await tx.award.create({
    data: {
      ...to,
      awardTypeId: type.id,
      decisionId: await decisionIn(tx, input),
      prize: amount,
      note: input.note,
    },
  })
  return ok({ awardId: award.id, prize: amount })
}

/** Records the decision on a nomination. The award may be another than proposed: both are kept. */
export function decideNomination(
  actor: Actor,
  input: DecideInput,
  key?: string,
): Promise<Result<{ awardId: string }>> {
  return perform(actor, 'decideNomination', key, async (tx) => {
    const done = await changeStateIn(tx, actor, 'DECIDE', input, { note: `Số ${input.number}` })
    if (!done.ok) return done
    const { row } = done.value
    const given = await giveIn(tx, input, {
      recipientKind: row.recipientKind,
      unitId: row.unitId,
      recipient: row.recipient,
      year: row.year,
      nominationId: row.id,
      illustrative: row.illustrative,
    })
    if (!given.ok) return given
    await recordAuditIn(tx, actor, {
      action: 'recordAward',
      entity: 'award',
      entityId: given.value.awardId,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
      before: { proposed: row.awardTypeId },
      after: { given: input.awardTypeId, number: input.number, decidedOn: input.decidedOn },
    })
    return ok({ awardId: given.value.awardId })
  })
}

/** Records an award that no nomination in the app led to: of other bodies, of other blocks, of earlier years. */
export function recordAward(
  actor: Actor,
  input: DirectAwardInput,
  key?: string,
): Promise<Result<{ awardId: string }>> {
  return perform(actor, 'recordAward', key, async (tx) => {
    if (!canSetAwards(actor)) return fail('forbidden')
    if (input.unitId && !(await tx.unit.findUnique({ where: { id: input.unitId } }))) return fail('not_found')
    const { recipientKind, unitId, recipient, year } = input
    const given = await giveIn(tx, input, { recipientKind, unitId, recipient, year, illustrative: false })
    if (!given.ok) return given
    await recordAuditIn(tx, actor, {
      action: 'recordAward',
      entity: 'award',
      entityId: given.value.awardId,
      unitId,
      after: { given: input.awardTypeId, number: input.number, decidedOn: input.decidedOn, year },
    })
    return ok({ awardId: given.value.awardId })
  })
}
