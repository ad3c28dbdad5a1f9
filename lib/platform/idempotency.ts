import 'server-only'
import { type Prisma } from '@/prisma/generated/client'
import type { Actor } from './auth/actor'
import type { Result } from './errors'

/**
 * Runs a mutation once for a key: the same key sent again (double click, retry after a lost answer) gets the first
 * answer and changes nothing. The key's row is written in the mutation's transaction; a rival with the same key waits on it.
 * Refusals are not remembered, so a mended form may be sent with the same key.
 */
export async function onceIn<T extends Prisma.InputJsonValue | undefined>(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: string,
  key: string | undefined,
  mutate: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!key) return mutate()
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.accountId}:${key}`}, 0))`
  const earlier = await tx.idempotencyKey.findUnique({
    where: { accountId_key: { accountId: actor.accountId, key } },
  })
  if (earlier) return earlier.response as Result<T>
  const result = await mutate()
  if (result.ok) {
    await tx.idempotencyKey.create({
      data: { accountId: actor.accountId, key, action, response: result as Prisma.InputJsonValue },
    })
  }
  return result
}
