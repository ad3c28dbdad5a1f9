import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { ownsComparison } from '../policy'
import {
  comparisonQuery,
  readComparison,
  type RemoveComparisonInput,
  type SaveComparisonInput,
} from './schema'

const MOST_SAVED = 100

/** Keeps a comparison under a name of her own; the same name again keeps the new one in its place. */
export function saveComparison(
  actor: Actor,
  input: SaveComparisonInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveComparison', key, async (tx) => {
    // Read and written again, so that only words the page understands are kept.
    const query = comparisonQuery(readComparison(Object.fromEntries(new URLSearchParams(input.query))))
    const mine = { accountId: actor.accountId, name: input.name }
    const before = await tx.savedComparison.findUnique({ where: { accountId_name: mine } })
    if (!before && (await tx.savedComparison.count({ where: { accountId: actor.accountId } })) >= MOST_SAVED)
      return wrongField('name', `Đã lưu ${MOST_SAVED} cách xem. Hãy bỏ bớt trước khi lưu thêm.`)
    const saved = await tx.savedComparison.upsert({
      where: { accountId_name: mine },
      create: { ...mine, query },
      update: { query },
    })
    await recordAuditIn(tx, actor, {
      action: 'saveComparison',
      entity: 'saved_comparison',
      entityId: saved.id,
      before: before && { name: before.name, query: before.query },
      after: { name: saved.name, query },
    })
    return ok({ id: saved.id })
  })
}

/** Removes one of her own saved comparisons; its link leads nowhere from then on. */
export function removeComparison(actor: Actor, input: RemoveComparisonInput, key?: string): Promise<Result> {
  return perform(actor, 'removeComparison', key, async (tx) => {
    const saved = await tx.savedComparison.findUnique({ where: { id: input.savedId } })
    if (!saved) return fail('not_found')
    if (!ownsComparison(actor, saved)) return fail('forbidden')
    await tx.savedComparison.delete({ where: { id: saved.id } })
    await recordAuditIn(tx, actor, {
      action: 'removeComparison',
      entity: 'saved_comparison',
      entityId: saved.id,
      before: { name: saved.name, query: saved.query },
      after: null,
    })
    return ok()
  })
}
