import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { hashToken, newToken } from '@/lib/platform/auth/token'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { canHoldTokens } from '../policy'
import { MOST_TOKENS } from './rules'
import type { CreateTokenInput } from './schema'

/**
 * A new token of one's own, returned this once and stored as its hash alone. Takes no idempotency key: its answer would
 * be stored with it.
 */
export async function createToken(
  actor: Actor,
  input: CreateTokenInput,
): Promise<Result<{ token: string; name: string }>> {
  return perform(actor, 'createToken', undefined, async (tx) => {
    if (!canHoldTokens(actor)) return fail('forbidden')
    const now = await databaseNow(tx)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tokens:${actor.accountId}`}, 0))`
    const held = await tx.apiToken.count({
      where: { accountId: actor.accountId, revokedAt: null, expiresAt: { gt: now } },
    })
    if (held >= MOST_TOKENS)
      return fail(
        'conflict',
        `Mỗi tài khoản giữ nhiều nhất ${MOST_TOKENS} mã. Hãy thu hồi mã không còn dùng.`,
      )
    const token = newToken()
    const { id } = await tx.apiToken.create({
      data: {
        tokenHash: hashToken(token),
        accountId: actor.accountId,
        name: input.name,
        scopes: input.scopes,
        confirmedOnly: input.reading === 'CONFIRMED',
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * 86_400_000),
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'createToken',
      entity: 'apiToken',
      entityId: id,
      after: { scopes: input.scopes, reading: input.reading, days: input.days },
    })
    return ok({ token, name: input.name })
  })
}

/** Ends a token of one's own: the next request with it is refused. */
export async function revokeToken(actor: Actor, tokenId: string): Promise<Result> {
  return perform(actor, 'revokeToken', undefined, async (tx) => {
    const now = await databaseNow(tx)
    const revoked = await tx.apiToken.updateMany({
      where: { id: tokenId, accountId: actor.accountId, revokedAt: null },
      data: { revokedAt: now },
    })
    if (revoked.count === 0) return fail('not_found', 'Mã này không có hoặc đã được thu hồi.')
    await recordAuditIn(tx, actor, { action: 'revokeToken', entity: 'apiToken', entityId: tokenId })
    return ok()
  })
}
