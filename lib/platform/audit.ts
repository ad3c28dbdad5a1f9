import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from './auth/actor'

export type AuditRecord = {
  /** The command's name: "sendReport". */
  action: string
  entity: string
  entityId: string
  unitId?: string | null
  clusterYearId?: string | null
  onBehalfOfId?: string | null
  reason?: string | null
  before?: Prisma.InputJsonValue | null
  after?: Prisma.InputJsonValue | null
}

/** Writes the trail of a change in the change's own transaction. `actor` is null for the system itself. */
export async function recordAuditIn(
  tx: Prisma.TransactionClient,
  actor: Pick<Actor, 'accountId'> | null,
  record: AuditRecord,
): Promise<void> {
  const { before, after, ...rest } = record
  await tx.auditEntry.create({
    data: {
      ...rest,
      actorId: actor?.accountId ?? null,
      before: before ?? undefined,
      after: after ?? undefined,
    },
  })
}
