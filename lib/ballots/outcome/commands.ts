import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import { showSceneIn } from '@/lib/meetings/hall/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { concludeIn, lockBallotIn, lockForActIn, moveIn, notNow, type Moved } from '../commands'
import { canPrepareBallot } from '../policy'
import type { LoadedBallot } from '../queries'
import { nextRoundOf, tally, tieToDecide } from '../rules'
import type { ActInput } from '../schema'
import type { BallotResult } from '../types'

/** Writes a count on the ballot and its candidates and moves it to COUNTED. */
export async function concludeCountIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  loaded: LoadedBallot,
  command: string,
  papers: NonNullable<BallotResult['papers']>,
  votes: Record<string, number>,
): Promise<Moved> {
  const { row, rules } = loaded
  const opinions = await tx.writtenOpinion.findMany({ where: { ballotId: row.id } })
  const tallied = tally({
    candidates: row.candidates,
    votes,
    opinions: opinions.map(({ candidateIds }) => candidateIds),
    quota: row.quota,
    members: row.roll.length,
    valid: papers.valid,
    rules,
  })
  const result: BallotResult = {
    members: row.roll.length,
    papers,
    opinions: opinions.length,
    tally: tallied,
  }
  for (const { id, total, elected } of tallied.outcomes)
    await tx.ballotCandidate.update({ where: { id }, data: { votes: total, elected } })
  return moveIn(tx, actor, loaded, 'COUNTED', { command, data: { result } })
}

/** A tie for the last places that the rules leave to the chair, or to head and deputy. */
export function decideTie(
  actor: Actor,
  input: ActInput & { candidateIds: string[]; note: string },
  key?: string,
): Promise<Result> {
  return perform(actor, 'decideTie', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, rules, meeting } = locked.value
    if (!canPrepareBallot(actor, meeting)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    const result = row.result as BallotResult | null
    const tie = result && tieToDecide(result, rules, row.round)
    if (!result || !tie || row.state !== 'COUNTED') return notNow(row.state)
    const chosen = [...new Set(input.candidateIds)]
    if (chosen.length !== tie.places || chosen.some((id) => !tie.candidateIds.includes(id)))
      return wrongField('candidateIds', `Hãy chọn đúng ${tie.places} trong số bằng phiếu.`)
    const decided = { by: tie.by, candidateIds: chosen, note: input.note }
    await tx.ballotCandidate.updateMany({ where: { id: { in: chosen } }, data: { elected: true } })
    await tx.ballot.update({
      where: { id: row.id },
      data: { result: { ...result, decided }, version: { increment: 1 } },
    })
    await concludeIn(tx, actor, locked.value, 'decideTie', { after: decided, reason: input.note })
    return ok()
  })
}

/** The next round that the rules call for: a new ballot among those still open, announced result beside it. */
export function openNextRound(
  actor: Actor,
  input: ActInput,
  key?: string,
): Promise<Result<{ ballotId: string }>> {
  return perform(actor, 'openNextRound', key, async (tx) => {
    const locked = await lockBallotIn(tx, actor, input)
    if (!locked.ok) return locked
    const { row, rules, meeting } = locked.value
    if (!canPrepareBallot(actor, meeting)) return fail('forbidden')
    if (row.version !== input.version) return fail('conflict')
    const result = row.result as BallotResult | null
    const next = result && !result.decided ? nextRoundOf(result.tally, rules, row.round) : null
    if (!next || (row.state !== 'ANNOUNCED' && row.state !== 'SEALED')) return notNow(row.state)
    if (row.next.length > 0) return fail('conflict', 'Vòng sau đã được mở.')
    const candidates = row.candidates.filter(({ id }) => next.candidateIds.includes(id))
    const { id } = await tx.ballot.create({
      data: {
        meetingId: row.meetingId,
        agendaItemId: row.agendaItemId,
        purpose: row.purpose,
        title: row.title,
        method: row.method,
        choose: Math.min(row.choose, next.quota),
        quota: next.quota,
        round: row.round + 1,
        previousId: row.id,
        rules,
        electronicVote: row.electronicVote ?? Prisma.DbNull,
        illustrative: row.illustrative,
        candidates: {
          create: candidates.map(({ unitId, label, preferred }, position) => ({
            ...{ unitId, label, preferred, position },
          })),
        },
        events: { create: { to: 'DRAFT', byId: actor.accountId, note: `Vòng ${row.round + 1}` } },
      },
      select: { id: true },
    })
    await concludeIn(tx, actor, locked.value, 'openNextRound', { after: { ballotId: id, ...next } })
    return ok({ ballotId: id })
  })
}

/**
 * The result is read out: from now on everyone may see it, and the projector turns to it. A tie that persons must decide
 * is decided first.
 */
export function announceResult(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'announceResult', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'ANNOUNCE', input)
    if (!locked.ok) return locked
    const { row, rules } = locked.value
    const result = row.result as BallotResult | null
    if (result && tieToDecide(result, rules, row.round))
      return fail(
        'invalid',
        'Còn bằng phiếu ở vị trí cuối, theo thể lệ phải được quyết định trước khi công bố.',
      )
    await showSceneIn(tx, row.meetingId, { kind: 'RESULT', ballotId: row.id })
    return ok(await moveIn(tx, actor, locked.value, 'ANNOUNCED', { command: 'announceResult' }))
  })
}

/** Niêm phong: the papers and the result are bound by a hash that stands among the events. */
export function sealBallot(actor: Actor, input: ActInput, key?: string): Promise<Result<Moved>> {
  return perform(actor, 'sealBallot', key, async (tx) => {
    const locked = await lockForActIn(tx, actor, 'SEAL', input)
    if (!locked.ok) return locked
    const { row } = locked.value
    const stored = await tx.ballotPapers.findUnique({ where: { ballotId: row.id } })
    const hash = createHash('sha256').update(JSON.stringify(row.result))
    for (const paper of stored?.papers ?? []) hash.update(paper)
    return ok(
      await moveIn(tx, actor, locked.value, 'SEALED', {
        command: 'sealBallot',
        note: `SHA-256 ${hash.digest('hex')}`,
      }),
    )
  })
}
