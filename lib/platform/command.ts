import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from './auth/actor'
import { transaction } from './db'
import type { Failure, Result } from './errors'
import { onceIn } from './idempotency'
import { logger } from './logger'

/** Carries an expected failure out of a transaction so that everything written in it is undone. */
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/**
 * The frame of every command: one transaction, once for an idempotency key, undone whole when the body refuses.
 * A refusal for lack of right leaves one line in the security log and nothing in the database.
 */
export async function perform<T extends Prisma.InputJsonValue | undefined>(
  actor: Actor,
  name: string,
  idempotencyKey: string | undefined,
  body: (tx: Prisma.TransactionClient) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await transaction((tx) =>
      onceIn(tx, actor, name, idempotencyKey, async () => {
        const result = await body(tx)
        if (!result.ok) throw new Refusal(result)
        return result
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.failure.code === 'forbidden')
      logger.warn({ security: true, command: name, accountId: actor.accountId }, 'command refused')
    return error.failure
  }
}
